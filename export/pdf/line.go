package pdf

import (
	"bytes"
	"fmt"
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
		if !r.Emoji && plain(text) {
			p.Text(Text{Font: r.Font, Size: l.Size, Origin: at, Width: r.Width, Color: l.Color, Text: text})
			continue
		}
		if err := p.drawn(l, r, at); err != nil {
			return err
		}
		says := ""
		if !said {
			says = text
		}
		p.Space(at, l.Size, says)
	}
	return nil
}

// plain reports whether gofpdf can write a text as it stands on the screen: no characters behind U+FFFF, which make it
// panic, and none that must be joined, stacked or set from right to left, which it cannot.
func plain(s string) bool {
	for _, r := range s {
		if r > 0xFFFF || unicode.In(r, shaped...) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// shaped are the scripts whose letters change with their neighbours or run from right to left, and marks that stand on
// other letters.
var shaped = []*unicode.RangeTable{
	unicode.Mn, unicode.Me, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Devanagari,
	unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
	unicode.Malayalam, unicode.Sinhala, unicode.Thai, unicode.Lao, unicode.Tibetan, unicode.Myanmar, unicode.Khmer,
	unicode.Mongolian,
}

// drawn puts a picture of a run where its text would stand.
func (p *painter) drawn(l *scene.Line, r scene.Run, at board.Point) error {
	if r.Emoji {
		return p.emoji(r.Text, board.Rect{X: at.X, Y: at.Y - 0.8*l.Size, W: l.Size, H: l.Size})
	}
	if p.letters == nil || r.Width <= 0 {
		return nil
	}
	// The picture holds more than the em, for marks that hang out.
	const above, below, beside = 1.2, 0.6, 0.25
	box := board.Rect{
		X: at.X - beside*l.Size, Y: at.Y - above*l.Size, W: r.Width + 2*beside*l.Size, H: (above + below) * l.Size,
	}
	const dots = 96.0 // an em: sharp enough on paper
	scale := dots / l.Size
	name := fmt.Sprintf("run %d %v %.2f %q", r.Font, l.Color, r.Width/l.Size, r.Text)
	alone := &scene.Line{
		Origin: board.Point{X: beside * dots, Y: above * dots}, Size: dots, Width: r.Width * scale, Color: l.Color,
		Text: r.Text, Runs: []scene.Run{{Width: r.Width * scale, Text: r.Text, Font: r.Font}},
	}
	return p.Image(name, box, func() (image.Image, error) {
		return p.letters(alone, int(box.W*scale+0.5), int(box.H*scale+0.5))
	})
}

// emoji draws an emoji; one without a picture leaves its place empty, and is still there for search.
func (p *painter) emoji(text string, r board.Rect) error {
	b, ok := assets.EmojiPNG(text)
	if !ok {
		return nil
	}
	return p.Image("emoji "+text, r, func() (image.Image, error) { return png.Decode(bytes.NewReader(b)) })
}
