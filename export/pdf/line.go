package pdf

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"unicode"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/scene"
)

// line draws a line of text run by run. said tells that the part has said its text already.
func (p *painter) line(l *scene.Line, said bool) error {
	if !(l.Size > 0) || !finite(l.Size, l.Origin.X, l.Origin.Y) {
		return nil
	}
	for _, r := range l.Runs {
		at := board.Point{X: l.Origin.X + r.X, Y: l.Origin.Y}
		text := strings.ToValidUTF8(r.Text, "\uFFFD")
		switch {
		case text == "":
			continue
		case r.Emoji:
			if err := p.emoji(text, board.Rect{X: at.X, Y: at.Y - 0.8*l.Size, W: l.Size, H: l.Size}); err != nil {
				return err
			}
		case r.Shaped || !plain(text):
			p.Path(&scene.Path{Segs: r.Outlines(l.Origin, l.Size), Fill: l.Color})
		default:
			p.Text(Text{Font: r.Font, Size: l.Size, Origin: at, Width: r.Width, Color: l.Color, Text: text})
			continue
		}
		if said {
			text = ""
		}
		p.Space(at, l.Size, text)
	}
	return nil
}

// plain reports whether gofpdf can write a text: it panics on characters behind U+FFFF.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0xFFFF || unicode.IsControl(r) })
}

// emoji draws an emoji; one without a picture leaves its place empty, and is still there for search.
func (p *painter) emoji(text string, r board.Rect) error {
	b, ok := assets.EmojiPNG(text)
	if !ok {
		return nil
	}
	return p.Image("emoji "+text, r, func() (image.Image, error) { return png.Decode(bytes.NewReader(b)) })
}
