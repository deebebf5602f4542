package scene

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"samenbord/board"
)

// Glyph is one drawing of a font, placed from the start of its run.
type Glyph struct {
	ID   uint32
	X, Y float64 // parts of an em, y downwards
}

// Glyphs are what a run is drawn with, from left to right; none for an emoji.
func (r *Run) Glyphs() []Glyph { return r.AppendGlyphs(nil) }

// AppendGlyphs appends the glyphs of a run to out.
func (r *Run) AppendGlyphs(out []Glyph) []Glyph {
	if r.Emoji {
		return out
	}
	if r.Shaped {
		g, _ := shape(r.Font, r.Text)
		return append(out, g...)
	}
	c := faces()[r.Font]
	x := 0.0
	for _, ch := range r.Text {
		g, advance, _ := c.find(ch)
		out = append(out, Glyph{ID: uint32(g), X: x})
		x += advance
	}
	return out
}

// shape joins and orders the letters of a text that runs from right to left, and returns its width in parts of an em.
func shape(f Font, text string) ([]Glyph, float64) {
	c := faces()[f]
	buf := harfbuzz.NewBuffer()
	runes := []rune(text)
	buf.AddRunes(runes, 0, len(runes))
	buf.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.RightToLeft, Script: script(runes), Language: language.DefaultLanguage(),
	}
	buf.Shape(harfbuzz.NewFont(font.NewFace(c.font.Font)), nil)
	var out []Glyph
	var x float64
	for i, g := range buf.Info {
		at := buf.Pos[i]
		out = append(out, Glyph{
			ID: uint32(g.Glyph), X: x + float64(at.XOffset)/c.em, Y: -float64(at.YOffset) / c.em,
		})
		x += float64(at.XAdvance) / c.em
	}
	return out, x
}

// script is that of the first letter.
func script(runes []rune) language.Script {
	for _, r := range runes {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Common
}

// Outline is the drawing of a glyph for an em of 1 with its origin at 0, y downwards.
func Outline(f Font, glyph uint32) []Seg {
	c := faces()[f]
	o, ok := c.font.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		return nil
	}
	segs := make([]Seg, 0, len(o.Segments)+4)
	var pen board.Point
	at := func(p opentype.SegmentPoint) board.Point {
		return board.Point{X: float64(p.X) / c.em, Y: -float64(p.Y) / c.em}
	}
	for _, s := range o.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if len(segs) > 0 {
				segs = append(segs, Seg{Op: Close})
			}
			pen = at(s.Args[0])
			segs = append(segs, Seg{Op: MoveTo, P: [3]board.Point{pen}})
		case opentype.SegmentOpLineTo:
			pen = at(s.Args[0])
			segs = append(segs, Seg{Op: LineTo, P: [3]board.Point{pen}})
		case opentype.SegmentOpQuadTo:
			q, end := at(s.Args[0]), at(s.Args[1])
			// A parabola is a cubic whose controls lie two thirds of the way to its own.
			segs = append(segs, Seg{Op: CurveTo, P: [3]board.Point{
				pen.Add(q.Sub(pen).Scale(2.0 / 3)), end.Add(q.Sub(end).Scale(2.0 / 3)), end,
			}})
			pen = end
		case opentype.SegmentOpCubeTo:
			pen = at(s.Args[2])
			segs = append(segs, Seg{Op: CurveTo, P: [3]board.Point{at(s.Args[0]), at(s.Args[1]), pen}})
		}
	}
	if len(segs) > 0 {
		segs = append(segs, Seg{Op: Close})
	}
	return segs
}

// Outlines are the letters of a run as one outline, for a surface that cannot join letters itself. origin is the start
// of the line, size the em.
func (r *Run) Outlines(origin board.Point, size float64) []Seg {
	var out []Seg
	for _, g := range r.Glyphs() {
		by := board.Point{X: origin.X + r.X + g.X*size, Y: origin.Y + g.Y*size}
		for _, s := range Outline(r.Font, g.ID) {
			for i := range s.P {
				s.P[i] = s.P[i].Scale(size).Add(by)
			}
			out = append(out, s)
		}
	}
	return out
}
