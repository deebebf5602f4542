// Package scene lays out a board: what it looks like as a flat list of shapes and lines of text, the same for the
// screen, for pictures and for paper. It measures text with the fonts of the program itself, so that every place breaks
// a line at the same word.
package scene

import (
	"image/color"
	"math"
	"sync"

	"samenbord/board"
)

// Scene is what one board looks like. Shapes are in drawing order; all places and sizes are in board units. Once it is
// shown a scene no longer changes, so any goroutine may read it.
type Scene struct {
	Bounds board.Rect // around all shapes
	Shapes []Shape

	once sync.Once
	grid grid
}

// Shape is one thing to draw: a [*Path], [*Line], [*Shadow] or [*Picture].
type Shape interface {
	// Box is the upright rectangle that the shape can touch, its turn included.
	Box() board.Rect
	place() *Place
}

// Place says to which object of the board a shape belongs and how it is turned.
type Place struct {
	Obj   board.ID
	Turn  float64     // degrees clockwise
	About board.Point // the point that stays where it is when turning
}

func (p *Place) place() *Place { return p }

// PlaceOf returns the object and the turn of a shape.
func PlaceOf(s Shape) Place { return *s.place() }

// Seg is one piece of an outline.
type Seg struct {
	Op SegOp
	P  [3]board.Point // MoveTo and LineTo use the first, CurveTo all three: two controls and the end
}

// SegOp says what a piece of an outline does.
type SegOp byte

// The pieces of outlines, as in PDF and SVG.
const (
	MoveTo  SegOp = 'M'
	LineTo  SegOp = 'L'
	CurveTo SegOp = 'C'
	Close   SegOp = 'Z'
)

// Path is an outline, filled (even-odd is never needed: outlines do not cross themselves), stroked or both.
// A colour with alpha 0 is not drawn. Strokes have round caps and joins.
type Path struct {
	Place
	Segs   []Seg
	Fill   color.NRGBA
	Stroke color.NRGBA
	Width  float64   // of the stroke
	Dash   []float64 // lengths on and off; nil is solid
}

// Line is one line of text, already broken and placed.
type Line struct {
	Place
	Origin board.Point // left end of the baseline
	Width  float64     // advance of all runs together
	Size   float64     // font size: the em, in board units
	Color  color.NRGBA
	Text   string // what the line says, for search and copying
	Runs   []Run
	Broken bool // ends inside a word: the next line goes on with it, and the hyphen at the end was added
}

// Run is a piece of a line in one font, or one emoji picture. Its text is what is drawn: a sign that no font has is a
// box here, and the sign itself in the text of the line.
type Run struct {
	X      float64 // from the start of the line
	Width  float64
	Text   string
	Font   Font
	Emoji  bool // draw the picture of Text, a square of one em resting a fifth of it below the baseline
	Shaped bool // letters that join or run from right to left: draw [Run.Glyphs], not one character after another
}

// Font names one of the fonts of the program.
type Font int

// The fonts. Symbols is where signs come from that the others lack.
const (
	Sans Font = iota
	SansBold
	Hand
	Symbols
)

// Shadow is the soft shadow of a rounded rectangle.
type Shadow struct {
	Place
	Rect   board.Rect // of the thing that casts it, already shifted
	Radius float64    // of its corners
	Blur   float64    // how far it fades out, on each side
	Color  color.NRGBA
	Under  board.Rect // the part that is hidden by what casts it and need not be drawn; empty for none
}

// Picture is an image of the workshop.
type Picture struct {
	Place
	Rect    board.Rect
	Hash    string // SHA-256 of the picture file, hexadecimal
	Alt     string
	Contain bool // the whole picture in the middle of the rectangle, as it is; else it fills the rectangle
}

// Fitted is where a picture of so many pixels is drawn.
func (p *Picture) Fitted(w, h int) board.Rect {
	if !p.Contain || w <= 0 || h <= 0 {
		return p.Rect
	}
	f := min(p.Rect.W/float64(w), p.Rect.H/float64(h))
	r := board.Rect{W: f * float64(w), H: f * float64(h)}
	c := p.Rect.Center()
	r.X, r.Y = c.X-r.W/2, c.Y-r.H/2
	return r
}

// Box is around the outline and its stroke.
func (p *Path) Box() board.Rect {
	lo, hi := board.Point{X: math.Inf(1), Y: math.Inf(1)}, board.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for i := range p.Segs {
		for _, q := range p.Segs[i].Points() {
			lo = board.Point{X: min(lo.X, q.X), Y: min(lo.Y, q.Y)}
			hi = board.Point{X: max(hi.X, q.X), Y: max(hi.Y, q.Y)}
		}
	}
	if lo.X > hi.X {
		return board.Rect{}
	}
	return p.turned(board.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}.Grow(p.Width / 2))
}

// Points are the points that the piece uses.
func (s *Seg) Points() []board.Point {
	switch s.Op {
	case MoveTo, LineTo:
		return s.P[:1]
	case CurveTo:
		return s.P[:]
	}
	return nil
}

// Box is around the letters, with room for what hangs out of the em.
func (l *Line) Box() board.Rect {
	return l.turned(board.Rect{
		X: l.Origin.X - 0.3*l.Size, Y: l.Origin.Y - 1.2*l.Size, W: l.Width + 0.6*l.Size, H: 1.7 * l.Size,
	})
}

// Box is around the shadow and its fading edge.
func (s *Shadow) Box() board.Rect { return s.turned(s.Rect.Grow(s.Blur)) }

// Box is around the picture.
func (p *Picture) Box() board.Rect { return p.turned(p.Rect) }

// turned is the upright box around r turned about the point of the place.
func (p *Place) turned(r board.Rect) board.Rect {
	if p.Turn == 0 {
		return r
	}
	t := r.Turned(p.Turn)
	moved := turn(r.Center(), p.Turn, p.About)
	return t.Move(moved.Sub(r.Center()))
}
