package bench

import (
	"math"
	"slices"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// motion is one way in which hands move a board or what lies on it.
type motion struct {
	name         string
	warm, frames int // frames before it counts, and that count
	begin        func(r *run, wait func()) (step func(i int), end func())
}

// motions are all of them. How far a frame goes is what a hand does in a sixtieth of a second.
var motions = []motion{
	panning(1, 12).named("pan"),
	panning(0, 3).named("whole"),
	{name: "zoom", frames: 60, begin: zooming},
	dragging("drag", 1),
	dragging("drag200", 200),
}

func (m motion) named(name string) motion {
	m.name = name
	return m
}

// panning moves the board to and fro at a zoom, 0 for the one that shows all of it, by so many screen units a frame.
func panning(zoom, by float64) motion {
	return motion{warm: 20, frames: 180, begin: func(r *run, wait func()) (func(int), func()) {
		v := r.p.Whole()
		if zoom > 0 {
			v = tile.View{At: r.p.Board().Bounds().Min(), Zoom: zoom}
		}
		r.show(v, wait)
		return func(i int) {
			const there = 400 // frames in one direction
			d := by
			if i/there%2 == 1 {
				d = -by
			}
			r.p.Look(r.p.View().Pan(board.Point{X: -d, Y: -d / 2}))
		}, nil
	}}
}

// zooming goes from the whole board to half as large again as life.
func zooming(r *run, wait func()) (func(int), func()) {
	const near, frames = 1.5, 60
	v := r.p.Whole()
	r.show(v, wait)
	about := board.Point{X: float64(r.p.Size().Width) / 2, Y: float64(r.p.Size().Height) / 2}
	return func(i int) {
		r.p.Look(r.p.View().ZoomTo(about, v.Zoom*math.Pow(near/v.Zoom, float64(i+1)/frames)))
	}, nil
}

// dragging carries notes over the board at life size.
func dragging(name string, notes int) motion {
	return motion{name: name, warm: 20, frames: 60, begin: func(r *run, wait func()) (func(int), func()) {
		b := r.p.Board()
		bounds := b.Bounds()
		r.show(tile.View{At: bounds.Min().Sub(board.Point{X: 300, Y: 200}), Zoom: 1}, wait)
		first := b.Notes[0]
		for _, n := range b.Notes {
			if n.Rect.Min().Distance(bounds.Min()) < first.Rect.Min().Distance(bounds.Min()) {
				first = n
			}
		}
		if notes > 1 {
			r.p.Choose(nearest(b, first, notes)...)
		}
		at := first.Rect.Center()
		r.p.Press(at)
		return func(i int) {
				at = at.Add(board.Point{X: 5, Y: 5})
				r.p.Drag(at)
			}, func() {
				r.p.Release(at)
				r.p.Choose()
			}
	}}
}

// nearest are the notes that lie nearest to one, itself among them.
func nearest(b *board.Board, to board.Note, n int) []board.ID {
	notes := slices.Clone(b.Notes)
	slices.SortFunc(notes, func(a, b board.Note) int {
		return int(a.Rect.Min().Distance(to.Rect.Min()) - b.Rect.Min().Distance(to.Rect.Min()))
	})
	var out []board.ID
	for _, n := range notes[:min(n, len(notes))] {
		out = append(out, n.ID)
	}
	return out
}

// show shows a view and waits until it is sharp.
func (r *run) show(v tile.View, wait func()) {
	r.p.Look(v)
	wait()
	r.settle(wait)
}
