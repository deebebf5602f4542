#!/bin/sh
# Makes emoji.zip again from two Debian packages (Debian 12: fonts-noto-color-emoji 2.042, unicode-data 15.0).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && apt-get download fonts-noto-color-emoji unicode-data && for d in *.deb; do dpkg -x "$d" .; done)
go run _build/main.go _build/reduce.go \
	"$work/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf" "$work/usr/share/unicode/emoji/emoji-test.txt" emoji.zip
