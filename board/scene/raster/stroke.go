package raster

import (
	"image"
	"math"

	"samenbord/board"
)

// thinnest is the width in pixels below which a line gets fainter instead of thinner.
const thinnest = 0.8

// together is how near to each other points of a line are taken for one, in pixels.
const together = 0.2

// pen adds the outlines of lines with round ends and corners. The pieces overlap and all turn the same way round, so that
// together they cover once.
type pen struct {
	out   *outline
	r     float64 // half the width, in pixels
	dash  []float64
	scale float64    // pixels of one unit of dash
	near  board.Rect // pieces that do not touch it are left out
}

// near is the part of the board in which pieces of a line of some width can touch a square.
func near(square image.Rectangle, width float64) board.Rect {
	return board.Rect{
		X: float64(square.Min.X), Y: float64(square.Min.Y), W: float64(square.Dx()), H: float64(square.Dy()),
	}.Grow(width + 2)
}

// draw adds a line through points; open says that its last point is not joined to its first.
func (p *pen) draw(points []board.Point, open bool) {
	line := thin(points, open)
	if !open && len(line) > 2 {
		line = append(line, line[0])
	}
	if total := sum(p.dash); total*p.scale > 1 {
		p.dashed(line, total*p.scale)
		return
	}
	p.solid(line, open)
}

func sum(dash []float64) (total float64) {
	for _, d := range dash {
		total += max(d, 0)
	}
	return total
}

// thin leaves out points that lie on the one before.
func thin(points []board.Point, open bool) []board.Point {
	apart := func(p, q board.Point) bool { d := p.Sub(q); return d.X*d.X+d.Y*d.Y > together*together }
	out := make([]board.Point, 1, len(points)+1)
	out[0] = points[0]
	for _, q := range points[1:] {
		if apart(q, out[len(out)-1]) {
			out = append(out, q)
		}
	}
	if n := len(out); !open && n > 1 && !apart(out[n-1], out[0]) {
		out = out[:n-1]
	}
	return out
}

// dashed adds a line in pieces. Every piece between two corners is a line by itself; round ends make them one.
func (p *pen) dashed(line []board.Point, period float64) {
	start := 0.0
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		long := a.Distance(b)
		from, to := seen(a, b, p.near)
		at := math.Floor((start+from*long)/period) * period
		for ; at < start+to*long; at += period {
			on := at
			for k, d := range p.dash {
				end := on + max(d, 0)*p.scale
				if s, e := max(on, start), min(end, start+long); k%2 == 0 && e > s {
					p.solid(thin([]board.Point{
						a.Add(b.Sub(a).Scale((s - start) / long)), a.Add(b.Sub(a).Scale((e - start) / long)),
					}, true), true)
				}
				on = end
			}
		}
		start += long
	}
}

// seen is from which to which part of the way from a to b it can lie in r, reckoned along its longer side.
func seen(a, b board.Point, r board.Rect) (from, to float64) {
	d := b.Sub(a)
	lo, hi := (r.X-a.X)/d.X, (r.X+r.W-a.X)/d.X
	if math.Abs(d.Y) > math.Abs(d.X) {
		lo, hi = (r.Y-a.Y)/d.Y, (r.Y+r.H-a.Y)/d.Y
	}
	return max(0, min(lo, hi)), min(1, max(lo, hi))
}

// solid adds a whole line. A closed one ends where it begins.
func (p *pen) solid(line []board.Point, open bool) {
	n := len(line)
	if n == 1 {
		p.fan(line[0], 0, 2*math.Pi)
		return
	}
	for i := 1; i < n; i++ {
		p.bar(line[i-1], line[i])
	}
	for i := 1; i < n-1; i++ {
		p.corner(line[i-1], line[i], line[i+1])
	}
	if !open && n > 3 {
		p.corner(line[n-2], line[0], line[1])
		return
	}
	p.cap(line[1], line[0])
	p.cap(line[n-2], line[n-1])
}

// bar adds the rectangle around the line from a to b.
func (p *pen) bar(a, b board.Point) {
	q := p.near
	if max(a.X, b.X) < q.X || min(a.X, b.X) > q.X+q.W || max(a.Y, b.Y) < q.Y || min(a.Y, b.Y) > q.Y+q.H {
		return
	}
	d := b.Sub(a)
	k := p.r / math.Hypot(d.X, d.Y)
	n := board.Point{X: -d.Y * k, Y: d.X * k}
	for _, c := range [4]board.Point{a.Sub(n), b.Sub(n), b.Add(n), a.Add(n)} {
		p.out.add(c)
	}
	p.out.end(false)
}

// cap adds the half circle behind b, where a line from a ends.
func (p *pen) cap(a, b board.Point) {
	along := math.Atan2(b.Y-a.Y, b.X-a.X)
	p.fan(b, along-math.Pi/2, along+math.Pi/2)
}

// corner fills the gap on the outer side where a line bends at b.
func (p *pen) corner(a, b, c board.Point) {
	if !p.near.Contains(b) {
		return
	}
	d, e := b.Sub(a), c.Sub(b)
	cross, dot := d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y
	if cross == 0 && dot > 0 {
		return
	}
	in, out := math.Atan2(d.Y, d.X), math.Atan2(e.Y, e.X)
	// The outer side is the left one of a bend to the right, seen with y downwards.
	from, to := in-math.Pi/2, out-math.Pi/2
	if cross < 0 {
		from, to = out+math.Pi/2, in+math.Pi/2
	}
	for to < from {
		to += 2 * math.Pi
	}
	for to-from > 2*math.Pi {
		to -= 2 * math.Pi
	}
	p.fan(b, from, to)
}

// fan adds the part of a circle between two angles.
func (p *pen) fan(c board.Point, from, to float64) {
	if !p.near.Contains(c) {
		return
	}
	step := 2 * math.Acos(1-min(tolerance/p.r, 0.5))
	n := max(int(math.Ceil((to-from)/step)), 1)
	if to-from < 2*math.Pi {
		p.out.add(c)
	}
	for i := range n + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		p.out.add(board.Point{X: c.X + p.r*cos, Y: c.Y + p.r*sin})
	}
	p.out.end(false)
}
