package export

import (
	"image/color"
	"strings"
	"unicode"

	"samenbord/board"
	"samenbord/board/scene"
)

// The colours of the pages, as on the screen.
var (
	ink      = color.NRGBA{0x1F, 0x23, 0x28, 0xFF}
	quiet    = color.NRGBA{0x5A, 0x61, 0x69, 0xFF} // 6.3 to 1 on white
	hair     = color.NRGBA{0xD9, 0xD5, 0xCC, 0xFF} // lines between rows
	ground   = color.NRGBA{0xF6, 0xF4, 0xEF, 0xFF} // the table
	accent   = color.NRGBA{0x0B, 0x6E, 0x6E, 0xFF}
	white    = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	friction = color.NRGBA{0x3B, 0x3F, 0x46, 0xFF}
	danger   = color.NRGBA{0xB3, 0x26, 0x1E, 0xFF}
)

// mm is one millimetre in points.
const mm = 72 / 25.4

// margin is the white around every page, in points.
const margin = 18 * mm

// box draws a rectangle with round corners.
func box(r board.Rect, radius float64, fill color.NRGBA) *scene.Path {
	radius = max(min(radius, r.W/2, r.H/2), 0)
	// k makes a Bezier curve a quarter of a circle, as near as it gets: 4/3 (sqrt 2 - 1).
	const k = 0.5523
	c := radius * (1 - k)
	x0, y0, x1, y1 := r.X, r.Y, r.X+r.W, r.Y+r.H
	at := func(op scene.SegOp, p ...board.Point) scene.Seg {
		s := scene.Seg{Op: op}
		copy(s.P[:], p)
		return s
	}
	if radius == 0 {
		return &scene.Path{Fill: fill, Segs: []scene.Seg{
			at('M', board.Point{X: x0, Y: y0}), at('L', board.Point{X: x1, Y: y0}), at('L', board.Point{X: x1, Y: y1}),
			at('L', board.Point{X: x0, Y: y1}), at('Z'),
		}}
	}
	p := func(x, y float64) board.Point { return board.Point{X: x, Y: y} }
	return &scene.Path{Fill: fill, Segs: []scene.Seg{
		at('M', p(x0+radius, y0)), at('L', p(x1-radius, y0)), at('C', p(x1-c, y0), p(x1, y0+c), p(x1, y0+radius)),
		at('L', p(x1, y1-radius)), at('C', p(x1, y1-c), p(x1-c, y1), p(x1-radius, y1)),
		at('L', p(x0+radius, y1)), at('C', p(x0+c, y1), p(x0, y1-c), p(x0, y1-radius)),
		at('L', p(x0, y0+radius)), at('C', p(x0, y0+c), p(x0+c, y0), p(x0+radius, y0)), at('Z'),
	}}
}

// outlined is a box with a line around it.
func outlined(r board.Rect, radius float64, fill, stroke color.NRGBA, width float64) *scene.Path {
	p := box(r, radius, fill)
	p.Stroke, p.Width = stroke, width
	return p
}

// rule is a straight line.
func rule(x0, y0, x1, y1 float64, c color.NRGBA, width float64) *scene.Path {
	return stroke(c, width, board.Point{X: x0, Y: y0}, board.Point{X: x1, Y: y1})
}

// stroke is a line through points.
func stroke(c color.NRGBA, width float64, points ...board.Point) *scene.Path {
	p := &scene.Path{Stroke: c, Width: width}
	for i, q := range points {
		op := scene.LineTo
		if i == 0 {
			op = scene.MoveTo
		}
		p.Segs = append(p.Segs, scene.Seg{Op: op, P: [3]board.Point{q}})
	}
	return p
}

// dot is a filled circle.
func dot(x, y, radius float64, fill color.NRGBA) *scene.Path {
	return box(board.Rect{X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius}, radius, fill)
}

// oneLine is a text with every run of white space made one space, and without what cannot be printed.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// paper is the colour of a note.
func paper(n board.Note) color.NRGBA {
	light := scene.Light()
	if n.Friction {
		return light.Paper(board.Dark).Fill
	}
	return light.Paper(n.Color).Fill
}

// papers are the colours of the pads one after the other, without white.
func papers(i int) color.NRGBA {
	light := scene.Light()
	return light.Paper(board.Colors[i%(len(board.Colors)-1)]).Fill
}
