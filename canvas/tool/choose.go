package tool

import (
	"samenbord/board"
)

// band chooses the notes that a rectangle touches.
type band struct {
	from, to board.Point
	add      bool
}

func (k *band) rect() board.Rect {
	x, y := min(k.from.X, k.to.X), min(k.from.Y, k.to.Y)
	return board.Rect{X: x, Y: y, W: max(k.from.X, k.to.X) - x, H: max(k.from.Y, k.to.Y) - y}
}

func (k *band) move(_ *board.Board, to board.Point) { k.to = to }

func (k *band) preview(*board.Board) Preview { return Preview{Band: k.rect()} }

func (k *band) drop(h *Hand) (string, []board.Change) {
	choose(h, h.Board().NotesIn(k.rect()), k.add)
	return "", nil
}

// loop chooses the notes whose middle lies within a line drawn by hand.
type loop struct {
	points []board.Point
	add    bool
}

// loopStep is the least distance between two points of a loop, in board units.
const loopStep = 4

func (l *loop) move(_ *board.Board, to board.Point) {
	if to.Distance(l.points[len(l.points)-1]) >= loopStep {
		l.points = append(l.points, to)
	}
}

func (l *loop) preview(*board.Board) Preview { return Preview{Loop: l.points} }

func (l *loop) drop(h *Hand) (string, []board.Change) {
	var in []board.Note
	for _, n := range h.Board().Notes {
		if l.holds(n.Rect.Center()) {
			in = append(in, n)
		}
	}
	choose(h, in, l.add)
	return "", nil
}

// holds reports whether p lies within the closed loop, by the even-odd rule.
func (l *loop) holds(p board.Point) bool {
	in := false
	for i, a := range l.points {
		b := l.points[(i+1)%len(l.points)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

func choose(h *Hand, notes []board.Note, add bool) {
	if !add {
		h.Selection.Clear()
	}
	for _, n := range notes {
		h.Selection.Add(n.ID)
	}
}
