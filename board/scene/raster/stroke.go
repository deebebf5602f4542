package raster

import (
	"math"

	"samenbord/board"
)

// thinnest is the width in pixels below which a line gets fainter instead of thinner.
const thinnest = 0.8

// strokeAll adds the outline of a line of some width in pixels with round ends and corners. dash is in board units, scale
// the pixels of one. The pieces overlap and all turn the same way round, so that together they cover once.
func (o *outline) strokeAll(points []board.Point, open bool, width float64, dash []float64, scale float64) {
	r := max(width, thinnest) / 2
	line := thin(points, open)
	if len(dash) == 0 || width < 0.5 {
		o.strokeLine(line, open, r)
		return
	}
	if !open {
		line = append(line, line[0])
	}
	dashed(line, dash, scale, func(piece []board.Point) { o.strokeLine(piece, true, r) })
}

// thin leaves out points that lie within a fraction of a pixel of the one before.
func thin(points []board.Point, open bool) []board.Point {
	out := make([]board.Point, 1, len(points)+1)
	out[0] = points[0]
	for _, p := range points[1:] {
		if d := p.Sub(out[len(out)-1]); d.X*d.X+d.Y*d.Y > 0.04 {
			out = append(out, p)
		}
	}
	if n := len(out); !open && n > 1 {
		if d := out[n-1].Sub(out[0]); d.X*d.X+d.Y*d.Y <= 0.04 {
			out = out[:n-1]
		}
	}
	return out
}

// dashed cuts a line into pieces of the lengths in dash, on and off in turn.
func dashed(line []board.Point, dash []float64, scale float64, f func([]board.Point)) {
	i, left := 0, dash[0]*scale
	piece := []board.Point{line[0]}
	for k := 1; k < len(line); k++ {
		a, b := line[k-1], line[k]
		long := a.Distance(b)
		for at := 0.0; at < long; {
			step := min(left, long-at)
			at += step
			left -= step
			p := a.Add(b.Sub(a).Scale(at / long))
			if i%2 == 0 {
				piece = append(piece, p)
			}
			if left > 0 {
				continue
			}
			if i%2 == 0 {
				f(thin(piece, true))
			}
			i++
			left = max(dash[i%len(dash)]*scale, 0.5)
			piece = append(piece[:0], p)
		}
	}
	if i%2 == 0 && len(piece) > 1 {
		f(thin(piece, true))
	}
}

// strokeLine adds the outline of one line of half width r.
func (o *outline) strokeLine(line []board.Point, open bool, r float64) {
	n := len(line)
	if n == 1 {
		o.fan(line[0], 0, 2*math.Pi, r)
		return
	}
	count := n
	if open {
		count = n - 1
	}
	for i := range count {
		o.bar(line[i], line[(i+1)%n], r)
	}
	for i := range n {
		if open && (i == 0 || i == n-1) {
			continue
		}
		o.corner(line[(i+n-1)%n], line[i], line[(i+1)%n], r)
	}
	if open {
		o.cap(line[1], line[0], r)
		o.cap(line[n-2], line[n-1], r)
	}
}

// bar adds the rectangle around the line from a to b.
func (o *outline) bar(a, b board.Point, r float64) {
	d := b.Sub(a)
	k := r / math.Hypot(d.X, d.Y)
	n := board.Point{X: -d.Y * k, Y: d.X * k}
	o.add(a.Sub(n))
	o.add(b.Sub(n))
	o.add(b.Add(n))
	o.add(a.Add(n))
	o.end(false)
}

// cap adds the half circle behind b, where a line from a ends.
func (o *outline) cap(a, b board.Point, r float64) {
	along := math.Atan2(b.Y-a.Y, b.X-a.X)
	o.fan(b, along-math.Pi/2, along+math.Pi/2, r)
}

// corner fills the gap on the outer side where a line bends at b.
func (o *outline) corner(a, b, c board.Point, r float64) {
	p, q := b.Sub(a), c.Sub(b)
	cross, dot := p.X*q.Y-p.Y*q.X, p.X*q.X+p.Y*q.Y
	if cross == 0 && dot > 0 {
		return
	}
	in, out := math.Atan2(p.Y, p.X), math.Atan2(q.Y, q.X)
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
	o.fan(b, from, to, r)
}

// fan adds the part of a circle between two angles.
func (o *outline) fan(c board.Point, from, to, r float64) {
	step := 2 * math.Acos(1-min(tolerance/r, 0.5))
	n := max(int(math.Ceil((to-from)/step)), 1)
	if to-from < 2*math.Pi {
		o.add(c)
	}
	for i := range n + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		o.add(board.Point{X: c.X + r*cos, Y: c.Y + r*sin})
	}
	o.end(false)
}
