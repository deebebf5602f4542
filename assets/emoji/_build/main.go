// Command build makes emoji.zip, the pictures of emoji that Samenbord is built with, from two files that Debian
// packages hold: the font of fonts-noto-color-emoji and emoji-test.txt of unicode-data. build.sh fetches both.
//
//	go run assets/emoji/_build/*.go NotoColorEmoji.ttf emoji-test.txt emoji.zip
package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"strconv"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/draw"
)

// side is the width and height of a picture: sharp up to letters of 72 pixels.
const side = 72

// colors is how many colours a picture may have. With more, the file grows and nobody sees why.
const colors = 64

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: build NotoColorEmoji.ttf emoji-test.txt emoji.zip")
		os.Exit(2)
	}
	if err := build(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(fontPath, listPath, out string) error {
	b, err := os.ReadFile(fontPath)
	if err != nil {
		return err
	}
	face, err := font.ParseTTF(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("read %s: %w", fontPath, err)
	}
	list, err := sequences(listPath)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, seq := range list {
		if err := add(z, face, seq, key(seq)); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	fmt.Println(len(list), "emoji,", buf.Len(), "bytes")
	return os.WriteFile(out, buf.Bytes(), 0o644)
}

// sequences reads the fully qualified emoji of emoji-test.txt (https://unicode.org/reports/tr51/#emoji_data), without
// those in which two people have a skin tone each: there are hundreds, and the same people without tones stand in.
func sequences(path string) ([][]rune, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]rune
	for s := bufio.NewScanner(f); s.Scan(); {
		left, right, ok := strings.Cut(s.Text(), ";")
		if !ok || !strings.HasPrefix(strings.TrimSpace(right), "fully-qualified") {
			continue
		}
		var seq []rune
		tones := 0
		for _, hex := range strings.Fields(left) {
			n, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", path, err)
			}
			if n >= 0x1F3FB && n <= 0x1F3FF {
				tones++
			}
			seq = append(seq, rune(n))
		}
		if tones < 2 {
			out = append(out, seq)
		}
	}
	return out, nil
}

// key is the name of a picture: the code points of the fully qualified emoji in hexadecimal.
func key(seq []rune) string {
	var parts []string
	for _, r := range seq {
		parts = append(parts, strconv.FormatInt(int64(r), 16))
	}
	return strings.Join(parts, "-")
}

// add puts the picture of an emoji into the archive, unless the font has no single glyph for it.
func add(z *zip.Writer, face *font.Face, seq []rune, name string) error {
	buf := harfbuzz.NewBuffer()
	buf.AddRunes(seq, 0, len(seq))
	buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: language.Common, Language: "en"}
	buf.Shape(harfbuzz.NewFont(face), nil)
	var glyphs []font.GID
	for _, g := range buf.Info {
		if _, ok := face.GlyphData(g.Glyph).(font.GlyphBitmap); ok {
			glyphs = append(glyphs, g.Glyph)
		}
	}
	if len(glyphs) != 1 {
		fmt.Println("left out:", string(seq), name)
		return nil
	}
	data := face.GlyphData(glyphs[0]).(font.GlyphBitmap)
	src, err := png.Decode(bytes.NewReader(data.Data))
	if err != nil {
		return fmt.Errorf("picture of %s: %w", name, err)
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		return err
	}
	e := png.Encoder{CompressionLevel: png.BestCompression}
	return e.Encode(w, reduce(small(src), colors))
}

// small is src scaled into a square, in its middle.
func small(src image.Image) *image.NRGBA {
	r := src.Bounds()
	long := max(r.Dx(), r.Dy())
	w, h := r.Dx()*side/long, r.Dy()*side/long
	at := image.Rect((side-w)/2, (side-h)/2, (side-w)/2+w, (side-h)/2+h)
	scaled := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.CatmullRom.Scale(scaled, at, src, r, draw.Src, nil)
	out := image.NewNRGBA(scaled.Rect)
	draw.Draw(out, out.Rect, scaled, image.Point{}, draw.Src)
	return out
}
