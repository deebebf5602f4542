package board

import "math"

// Point is a place on a board, in board units; y grows downwards. One unit is one pixel of a wall screen at 100 %.
type Point struct{ X, Y float64 }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns the way from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Scale returns p times f.
func (p Point) Scale(f float64) Point { return Point{p.X * f, p.Y * f} }

// Distance is the straight way from p to q, in board units.
func (p Point) Distance(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

// Rect is an upright rectangle in board units.
type Rect struct{ X, Y, W, H float64 }

// Min is the top left corner.
func (r Rect) Min() Point { return Point{r.X, r.Y} }

// Max is the bottom right corner.
func (r Rect) Max() Point { return Point{r.X + r.W, r.Y + r.H} }

// Center is the middle.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Empty reports whether r has no surface.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Contains reports whether p lies in r, its top and left side included.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X < r.X+r.W && p.Y >= r.Y && p.Y < r.Y+r.H
}

// Holds reports whether all of q lies in r.
func (r Rect) Holds(q Rect) bool {
	return q.X >= r.X && q.Y >= r.Y && q.X+q.W <= r.X+r.W && q.Y+q.H <= r.Y+r.H
}

// Overlaps reports whether r and q share some surface; touching sides do not count.
func (r Rect) Overlaps(q Rect) bool {
	return r.X < q.X+q.W && q.X < r.X+r.W && r.Y < q.Y+q.H && q.Y < r.Y+r.H
}

// Union is the smallest rectangle that holds both; an empty one adds nothing.
func (r Rect) Union(q Rect) Rect {
	switch {
	case r.Empty():
		return q
	case q.Empty():
		return r
	}
	x, y := min(r.X, q.X), min(r.Y, q.Y)
	return Rect{x, y, max(r.X+r.W, q.X+q.W) - x, max(r.Y+r.H, q.Y+q.H) - y}
}

// Grow returns r with d more on every side.
func (r Rect) Grow(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// Move returns r shifted by d.
func (r Rect) Move(d Point) Rect { return Rect{r.X + d.X, r.Y + d.Y, r.W, r.H} }

// Turned is the upright box around r when r is turned by degrees about its middle.
func (r Rect) Turned(degrees float64) Rect {
	if degrees == 0 {
		return r
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	sin, cos = math.Abs(sin), math.Abs(cos)
	c, w, h := r.Center(), r.W*cos+r.H*sin, r.W*sin+r.H*cos
	return Rect{c.X - w/2, c.Y - h/2, w, h}
}
