package scene

import (
	"math"

	"samenbord/board"
)

// turn moves p by degrees clockwise around about.
func turn(p board.Point, degrees float64, about board.Point) board.Point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	d := p.Sub(about)
	return about.Add(board.Point{X: d.X*cos - d.Y*sin, Y: d.X*sin + d.Y*cos})
}

// arc is how far the control points of a Bezier curve lie out on a quarter of a circle of radius 1 (Riskus, "Approximation
// of a cubic Bezier curve by circular arcs and vice versa", 2006).
const arc = 0.5522847498

func moveTo(x, y float64) Seg { return Seg{Op: MoveTo, P: [3]board.Point{{X: x, Y: y}}} }
func lineTo(x, y float64) Seg { return Seg{Op: LineTo, P: [3]board.Point{{X: x, Y: y}}} }

func curveTo(ax, ay, bx, by, x, y float64) Seg {
	return Seg{Op: CurveTo, P: [3]board.Point{{X: ax, Y: ay}, {X: bx, Y: by}, {X: x, Y: y}}}
}

// rectangle is the outline of r.
func rectangle(r board.Rect) []Seg {
	x, y := r.X+r.W, r.Y+r.H
	return []Seg{moveTo(r.X, r.Y), lineTo(x, r.Y), lineTo(x, y), lineTo(r.X, y), {Op: Close}}
}

// rounded is the outline of r with round corners, clockwise.
func rounded(r board.Rect, radius float64) []Seg {
	k := min(radius, r.W/2, r.H/2)
	if k <= 0 {
		return rectangle(r)
	}
	c := k * (1 - arc)
	x, y := r.X+r.W, r.Y+r.H
	return []Seg{
		moveTo(r.X+k, r.Y), lineTo(x-k, r.Y), curveTo(x-c, r.Y, x, r.Y+c, x, r.Y+k),
		lineTo(x, y-k), curveTo(x, y-c, x-c, y, x-k, y),
		lineTo(r.X+k, y), curveTo(r.X+c, y, r.X, y-c, r.X, y-k),
		lineTo(r.X, r.Y+k), curveTo(r.X, r.Y+c, r.X+c, r.Y, r.X+k, r.Y),
		{Op: Close},
	}
}

// ellipse is the outline of the ellipse that touches the four sides of r.
func ellipse(r board.Rect) []Seg {
	c, a, b := r.Center(), r.W/2, r.H/2
	p, q := a*arc, b*arc
	return []Seg{
		moveTo(c.X, c.Y-b), curveTo(c.X+p, c.Y-b, c.X+a, c.Y-q, c.X+a, c.Y),
		curveTo(c.X+a, c.Y+q, c.X+p, c.Y+b, c.X, c.Y+b),
		curveTo(c.X-p, c.Y+b, c.X-a, c.Y+q, c.X-a, c.Y),
		curveTo(c.X-a, c.Y-q, c.X-p, c.Y-b, c.X, c.Y-b),
		{Op: Close},
	}
}

// disc is the outline of a circle.
func disc(x, y, radius float64) []Seg {
	return ellipse(board.Rect{X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius})
}

// polygon is the closed outline through points.
func polygon(points ...board.Point) []Seg {
	segs := polyline(points...)
	return append(segs, Seg{Op: Close})
}

// polyline is the open line through points.
func polyline(points ...board.Point) []Seg {
	segs := make([]Seg, 0, len(points)+1)
	for i, p := range points {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		segs = append(segs, Seg{Op: op, P: [3]board.Point{p}})
	}
	return segs
}
