package tool

import (
	"math"

	"samenbord/board"
)

// Guide is a line that shows with what something in the hand is in line.
type Guide struct{ From, To board.Point }

// snapRoom is how far around what is carried others count, in board units.
const snapRoom = 700

// snap moves a carried box so that its edges or middles come in line with those of what lies near, if they are within
// reach, and says with what.
func snap(b *board.Board, box board.Rect, held map[board.ID]bool, reach float64) (board.Point, []Guide) {
	if reach <= 0 || box.Empty() {
		return board.Point{}, nil
	}
	x, y := nearest{best: reach}, nearest{best: reach}
	look := func(r board.Rect) {
		x.try(box.X, box.W, r.X, r.W, r)
		y.try(box.Y, box.H, r.Y, r.H, r)
	}
	for _, n := range b.NotesIn(box.Grow(snapRoom)) {
		if !held[n.ID] {
			look(n.Bounds())
		}
	}
	for _, i := range b.Images {
		if !held[i.ID] && i.Rect.Overlaps(box.Grow(snapRoom)) {
			look(i.Rect.Turned(i.Turn))
		}
	}
	var by board.Point
	var guides []Guide
	if x.found {
		by.X = x.by
	}
	if y.found {
		by.Y = y.by
	}
	at := box.Move(by)
	if x.found {
		guides = append(guides, Guide{board.Point{X: x.at, Y: min(at.Y, x.with.Y)}, board.Point{X: x.at, Y: max(at.Y+at.H, x.with.Y+x.with.H)}})
	}
	if y.found {
		guides = append(guides, Guide{board.Point{X: min(at.X, y.with.X), Y: y.at}, board.Point{X: max(at.X+at.W, y.with.X+y.with.W), Y: y.at}})
	}
	return by, guides
}

// nearest is the least way to come in line along one axis.
type nearest struct {
	best  float64
	by    float64
	at    float64 // where the line is
	with  board.Rect
	found bool
}

// try compares the two edges and the middle of a span with those of another.
func (n *nearest) try(mine, long, other, otherLong float64, with board.Rect) {
	for i := range 3 {
		for k := range 3 {
			a, b := mine+long*float64(i)/2, other+otherLong*float64(k)/2
			if d := b - a; math.Abs(d) < n.best-1e-9 || math.Abs(d) <= n.best && !n.found {
				n.best, n.by, n.at, n.with, n.found = math.Abs(d), d, b, with, true
			}
		}
	}
}
