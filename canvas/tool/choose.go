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

func (k *band) move(_ *Hand, to board.Point) { k.to = to }

func (k *band) preview(*board.Board) Preview { return Preview{Band: k.rect()} }

func (k *band) drop(h *Hand) (string, []board.Change) {
	choose(h, touching(h.Board(), k.rect().Overlaps, nil), k.add)
	return "", nil
}

// loop chooses the notes whose middle lies within a line drawn by hand.
type loop struct {
	points []board.Point
	add    bool
}

// loopStep is the least distance between two points of a loop, in board units.
const loopStep = 4

func (l *loop) move(_ *Hand, to board.Point) {
	if to.Distance(l.points[len(l.points)-1]) >= loopStep {
		l.points = append(l.points, to)
	}
}

func (l *loop) preview(*board.Board) Preview { return Preview{Loop: l.points} }

func (l *loop) drop(h *Hand) (string, []board.Change) {
	choose(h, touching(h.Board(), nil, l.holds), l.add)
	return "", nil
}

// touching are the pieces, but those in the background, whose box or whose middle is as asked.
func touching(b *board.Board, box func(board.Rect) bool, middle func(board.Point) bool) []board.ID {
	var out []board.ID
	add := func(id board.ID, r board.Rect, l board.Lock) {
		if l != board.Background && (box != nil && box(r) || middle != nil && middle(r.Center())) {
			out = append(out, id)
		}
	}
	for _, i := range b.Images {
		add(i.ID, i.Rect.Turned(i.Turn), i.Lock)
	}
	for _, i := range b.Inks {
		if i.On == "" {
			add(i.ID, i.Bounds(), i.Lock)
		}
	}
	for _, n := range b.Notes {
		add(n.ID, n.Bounds(), n.Lock)
	}
	for _, t := range b.Texts {
		add(t.ID, t.Rect.Turned(t.Turn), t.Lock)
	}
	return out
}

// ring makes a cluster of the notes that a loop is drawn around.
type ring struct{ loop }

func (r *ring) drop(h *Hand) (string, []board.Change) {
	var ids []board.ID
	for _, n := range h.Board().Notes {
		if n.Lock != board.Background && r.holds(n.Rect.Center()) {
			ids = append(ids, n.ID)
		}
	}
	id, changes := Group(h.Board(), ids, h.Name)
	if len(changes) > 0 {
		h.Selection.SetCluster(id)
	}
	return "cluster", changes
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

func choose(h *Hand, ids []board.ID, add bool) {
	if !add {
		h.Selection.Clear()
	}
	h.Selection.Add(ids...)
}
