package assets

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed emoji/emoji.zip
var emojiZip []byte

//go:embed emoji/LICENSE.txt
var emojiLicense string

// EmojiLicense is the text under which the pictures of emoji may be passed on.
func EmojiLicense() string { return emojiLicense }

// Code points that say how the one before them is shown (https://unicode.org/reports/tr51/).
const (
	asText    = 0xFE0E
	asPicture = 0xFE0F
	firstTone = 0x1F3FB
	lastTone  = 0x1F3FF
)

// emoji is a place in the tree of all emoji, one code point a step and U+FE0F left out.
type emoji struct {
	file  *zip.File // nil where no emoji ends
	asked bool      // shown as a picture only with U+FE0F behind it, such as a heart or an arrow
	next  map[rune]*emoji
}

var emojis = sync.OnceValue(func() *emoji {
	z, err := zip.NewReader(bytes.NewReader(emojiZip), int64(len(emojiZip)))
	if err != nil {
		panic(err) // the archive is a part of this program
	}
	root := &emoji{next: map[rune]*emoji{}}
	for _, f := range z.File {
		root.add(f)
	}
	return root
})

func (e *emoji) add(f *zip.File) {
	parts := strings.Split(f.Name, "-")
	for _, hex := range parts {
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			panic(err) // the archive is a part of this program
		}
		if n == asPicture {
			continue
		}
		if e.next == nil {
			e.next = map[rune]*emoji{}
		}
		if e.next[rune(n)] == nil {
			e.next[rune(n)] = &emoji{}
		}
		e = e.next[rune(n)]
	}
	e.file, e.asked = f, len(parts) == 2 && parts[1] == "fe0f"
}

// longest returns the longest emoji at the start of s and its length in bytes. Skin tones of which there is no picture
// are passed over, so that such people are shown without.
func longest(s string) (found *zip.File, n int) {
	e := emojis()
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		next := e.next[r]
		switch {
		case next != nil:
			e = next
		case i > 0 && (r == asPicture || r >= firstTone && r <= lastTone):
		default:
			return found, n
		}
		i += size
		after, _ := utf8.DecodeRuneInString(s[i:])
		if e.file != nil && after != asText && (!e.asked || r == asPicture) {
			found, n = e.file, i
		}
	}
	return found, n
}

// EmojiPrefix is the length in bytes of the longest emoji at the start of s, 0 where s starts with something else.
// Signs that are letters unless asked otherwise, such as © and ❤, are emoji only with U+FE0F behind them.
func EmojiPrefix(s string) int {
	if s == "" || s[0] < 0x80 && !(len(s) > 3 && s[1] >= 0x80) {
		return 0 // the usual case: a letter; only keycaps start with one
	}
	_, n := longest(s)
	return n
}

// EmojiPNG returns the picture of one emoji, a PNG of 72 by 72 pixels.
func EmojiPNG(seq string) ([]byte, bool) {
	f, n := longest(seq)
	if f == nil || n != len(seq) {
		return nil, false
	}
	r, err := f.Open()
	if err != nil {
		return nil, false
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return b, err == nil
}
