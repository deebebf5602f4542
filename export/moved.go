package export

import (
	"slices"

	"samenbord/board"
	"samenbord/board/scene"
)

// move makes things bigger by scale and then shifts them by d.
type move struct {
	scale float64
	d     board.Point
}

// moved returns copies of shapes, made bigger by scale and then shifted by d.
func moved(shapes []scene.Shape, scale float64, d board.Point) []scene.Shape {
	m := move{scale, d}
	out := make([]scene.Shape, len(shapes))
	for i, s := range shapes {
		out[i] = m.shape(s)
	}
	return out
}

func (m move) point(p board.Point) board.Point { return p.Scale(m.scale).Add(m.d) }

func (m move) rect(r board.Rect) board.Rect {
	at := m.point(r.Min())
	return board.Rect{X: at.X, Y: at.Y, W: r.W * m.scale, H: r.H * m.scale}
}

func (m move) shape(shape scene.Shape) scene.Shape {
	switch s := shape.(type) {
	case *scene.Path:
		return m.path(*s)
	case *scene.Line:
		return m.line(*s)
	case *scene.Shadow:
		c := *s
		c.About, c.Rect, c.Radius, c.Blur = m.point(s.About), m.rect(s.Rect), s.Radius*m.scale, s.Blur*m.scale
		return &c
	case *scene.Picture:
		c := *s
		c.About, c.Rect = m.point(s.About), m.rect(s.Rect)
		return &c
	}
	return shape
}

func (m move) path(p scene.Path) *scene.Path {
	p.About, p.Width = m.point(p.About), p.Width*m.scale
	p.Segs, p.Dash = slices.Clone(p.Segs), slices.Clone(p.Dash)
	for i := range p.Segs {
		for j, q := range p.Segs[i].P {
			p.Segs[i].P[j] = m.point(q)
		}
	}
	for i := range p.Dash {
		p.Dash[i] *= m.scale
	}
	return &p
}

func (m move) line(l scene.Line) *scene.Line {
	l.About, l.Origin, l.Width, l.Size = m.point(l.About), m.point(l.Origin), l.Width*m.scale, l.Size*m.scale
	l.Runs = slices.Clone(l.Runs)
	for i := range l.Runs {
		l.Runs[i].X *= m.scale
		l.Runs[i].Width *= m.scale
	}
	return &l
}
