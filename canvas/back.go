package canvas

import (
	"math"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// spot is where people are: a step, and the part of its board that they look at.
type spot struct {
	step  board.ID
	view  tile.View
	whole bool // all of the board, however large the window is when they come back
}

// alike reports whether two spots look the same to people: the same step about as near, and no further apart than a
// tenth of a screen that is a thousand units wide.
func (s spot) alike(t spot) bool {
	if s.step != t.step || s.whole != t.whole {
		return false
	}
	const near, aside = 0.05, 100
	return s.whole || math.Abs(math.Log(s.view.Zoom/t.view.Zoom)) < near &&
		s.view.At.Distance(t.view.At)*s.view.Zoom < aside
}

// maxTrail is how many spots are remembered in each direction.
const maxTrail = 50

// trail remembers where people were before they jumped elsewhere, as the pages of a browser.
type trail struct{ behind, ahead []spot }

// leave remembers a spot that people jump away from. What lay ahead is forgotten.
func (t *trail) leave(from spot) {
	t.ahead = nil
	t.behind = laid(t.behind, from)
}

// back is the last spot that people left on a step that is still there. From there on the present one lies ahead.
func (t *trail) back(now spot, there func(board.ID) bool) (spot, bool) {
	return walk(&t.behind, &t.ahead, now, there)
}

// forth is the spot that people last came back from.
func (t *trail) forth(now spot, there func(board.ID) bool) (spot, bool) {
	return walk(&t.ahead, &t.behind, now, there)
}

// walk takes the last of the spots that lie in one direction, and lays the present one in the other. Spots that look
// like the present one lead nowhere and are passed.
func walk(from, to *[]spot, now spot, there func(board.ID) bool) (spot, bool) {
	for len(*from) > 0 {
		last := len(*from) - 1
		s := (*from)[last]
		*from = (*from)[:last]
		if there(s.step) && !s.alike(now) {
			*to = laid(*to, now)
			return s, true
		}
	}
	return spot{}, false
}

// laid adds a spot, once, and forgets the oldest where there are too many.
func laid(spots []spot, s spot) []spot {
	if n := len(spots); n > 0 && spots[n-1].alike(s) {
		spots = spots[:n-1]
	}
	spots = append(spots, s)
	return spots[max(len(spots)-maxTrail, 0):]
}

// here is where people are, or where a journey will have brought them.
func (d *desk) here() spot { return spot{d.step, d.surface.goal(), d.surface.whole} }

// jump is called before people are brought elsewhere, so that they can come back.
func (d *desk) jump() {
	if d.surface.placed {
		d.trail.leave(d.here())
	}
}

// goBack brings people back to where they were before the last jump.
func (d *desk) goBack() { d.walk(d.trail.back) }

// goForth undoes going back.
func (d *desk) goForth() { d.walk(d.trail.forth) }

func (d *desk) walk(way func(spot, func(board.ID) bool) (spot, bool)) {
	there := func(step board.ID) (ok bool) {
		d.session.Read(func(w *board.Workshop) { _, ok = w.Step(step) })
		return ok
	}
	if s, ok := way(d.here(), there); ok {
		d.stand(s)
	}
}

// stand brings people to a spot, without remembering where they come from.
func (d *desk) stand(s spot) {
	d.endWriting()
	other := s.step != d.step
	d.step = s.step
	d.update()
	d.surface.focus()
	switch {
	case s.whole && other:
		d.surface.setView(d.surface.wholeView())
		d.surface.whole = true
	case s.whole:
		d.surface.fit()
	case other:
		d.surface.setView(s.view)
	default:
		d.surface.glide(s.view)
	}
}
