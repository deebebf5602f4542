package scene

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/font"

	"samenbord/assets"
)

// Name is what package assets calls the font.
func (f Font) Name() string { return assets.Fonts()[f] }

// dense is up to which character a font answers from a table: all of Latin, Greek, Cyrillic and the common signs.
const dense = 0x2800

// face is a font ready for measuring. It never changes, so any goroutine may use it.
type face struct {
	font    *font.Face // asked only for what it does not keep
	em      float64
	glyph   [dense]font.GID
	advance [dense]float32 // parts of an em; 0 with glyph 0 where the font has no such character
}

var faces = sync.OnceValue(func() (all [4]*face) {
	for i, name := range assets.Fonts() {
		f, err := font.ParseTTF(bytes.NewReader(assets.Font(name)))
		if err != nil {
			panic(err) // the font is a part of this program
		}
		c := &face{font: f, em: float64(f.Upem())}
		for r := range rune(dense) {
			if g, ok := f.NominalGlyph(r); ok {
				c.glyph[r], c.advance[r] = g, f.HorizontalAdvance(g)/float32(f.Upem())
			}
		}
		all[i] = c
	}
	return all
})

// find returns the glyph of a character and its advance in parts of an em; ok is false where the font has none.
func (c *face) find(r rune) (g font.GID, advance float64, ok bool) {
	if r >= 0 && r < dense {
		g = c.glyph[r]
		return g, float64(c.advance[r]), g != 0
	}
	g, ok = c.font.NominalGlyph(r)
	if !ok || g == 0 {
		return 0, 0, false
	}
	return g, float64(c.font.HorizontalAdvance(g)) / c.em, true
}

// stands are the fonts that are asked for a character, in order.
func (f Font) stands() []Font {
	switch f {
	case Symbols:
		return []Font{Symbols, Sans}
	case Sans:
		return []Font{Sans, Symbols}
	}
	return []Font{f, Sans, Symbols}
}
