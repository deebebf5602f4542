// Package tile knows which part of a board a screen shows and of which square pictures that is made. It is arithmetic
// alone: no toolkit, no pixels.
package tile

import (
	"math"

	"samenbord/board"
)

// How far a board can be zoomed, in screen units per board unit.
const (
	MinZoom = 0.02
	MaxZoom = 4
)

// View says which part of a board a screen shows. The zero View shows nothing; use Fit or give it a zoom.
type View struct {
	At   board.Point // board point in the top left corner of the screen
	Zoom float64     // screen units per board unit
}

// Size is the width and height of a screen, in screen units.
type Size struct{ W, H float64 }

// Board returns the board point that is shown at screen point p.
func (v View) Board(p board.Point) board.Point { return v.At.Add(p.Scale(1 / v.Zoom)) }

// Screen returns the place on the screen, in screen units, of board point p.
func (v View) Screen(p board.Point) board.Point { return p.Sub(v.At).Scale(v.Zoom) }

// ScreenRect returns the place on the screen of r.
func (v View) ScreenRect(r board.Rect) board.Rect {
	p := v.Screen(r.Min())
	return board.Rect{X: p.X, Y: p.Y, W: r.W * v.Zoom, H: r.H * v.Zoom}
}

// Shown is the part of the board that a screen of size s shows.
func (v View) Shown(s Size) board.Rect {
	return board.Rect{X: v.At.X, Y: v.At.Y, W: s.W / v.Zoom, H: s.H / v.Zoom}
}

// Pan moves the board by d screen units, as a hand pushes a sheet of paper.
func (v View) Pan(d board.Point) View {
	v.At = v.At.Sub(d.Scale(1 / v.Zoom))
	return v
}

// ZoomAbout multiplies the zoom by f while the board point under screen point p stays where it is.
func (v View) ZoomAbout(p board.Point, f float64) View {
	return v.ZoomTo(p, v.Zoom*f)
}

// ZoomTo sets the zoom, within its limits, while the board point under screen point p stays where it is.
func (v View) ZoomTo(p board.Point, zoom float64) View {
	fixed := v.Board(p)
	v.Zoom = min(max(zoom, MinZoom), MaxZoom)
	v.At = fixed.Sub(p.Scale(1 / v.Zoom))
	return v
}

// Insets are the edges of a screen that something else covers, in screen units.
type Insets struct{ Left, Top, Right, Bottom float64 }

// Fit shows all of r in the middle of what the insets leave of a screen of size s, not larger than limit.
func Fit(r board.Rect, s Size, in Insets, limit float64) View {
	w, h := max(s.W-in.Left-in.Right, 1), max(s.H-in.Top-in.Bottom, 1)
	v := View{Zoom: limit}
	if !r.Empty() {
		v.Zoom = min(max(min(w/r.W, h/r.H), MinZoom), limit)
	}
	middle := board.Point{X: in.Left + w/2, Y: in.Top + h/2}
	v.At = r.Center().Sub(middle.Scale(1 / v.Zoom))
	return v
}

// Reveal moves the board no further than needed to show r within what the insets leave. Where r does not fit, its top
// left corner is shown.
func (v View) Reveal(r board.Rect, s Size, in Insets) View {
	q := v.ScreenRect(r)
	dx := slide(q.X, q.W, in.Left, s.W-in.Right)
	dy := slide(q.Y, q.H, in.Top, s.H-in.Bottom)
	return v.Pan(board.Point{X: dx, Y: dy})
}

// slide is how far a span at a of length n must move to lie between lo and hi.
func slide(a, n, lo, hi float64) float64 {
	switch {
	case a < lo || n > hi-lo:
		return lo - a
	case a+n > hi:
		return hi - n - a
	}
	return 0
}

// Between returns the view at part t, from 0 to 1, of a journey from v to to. Zoom goes evenly in steps of doubling, so
// that the journey looks even.
func (v View) Between(to View, t float64, s Size) View {
	zoom := math.Exp((1-t)*math.Log(v.Zoom) + t*math.Log(to.Zoom))
	a, b := v.Shown(s).Center(), to.Shown(s).Center()
	c := a.Add(b.Sub(a).Scale(t))
	return View{At: c.Sub(board.Point{X: s.W / 2 / zoom, Y: s.H / 2 / zoom}), Zoom: zoom}
}
