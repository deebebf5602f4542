package tool

import (
	"slices"

	"samenbord/board"
)

// piece is something that lies on a board and can be moved: a note, a picture, a loose text or a pen stroke.
type piece struct {
	item  board.Item
	id    board.ID
	rect  board.Rect // before turning
	turn  float64
	lock  board.Lock
	order string
	kind  board.Kind
}

// pieces are the pieces with these IDs, in drawing order. What is drawn on a note is no piece of its own.
func pieces(b *board.Board, ids []board.ID) []piece {
	want := make(map[board.ID]bool, len(ids))
	for _, id := range ids {
		want[id] = true
	}
	var out []piece
	for _, i := range b.Images {
		if want[i.ID] {
			out = append(out, piece{i, i.ID, i.Rect, i.Turn, i.Lock, i.Order, board.KindImage})
		}
	}
	for _, i := range b.Inks {
		if want[i.ID] && i.On == "" {
			out = append(out, piece{i, i.ID, i.Bounds(), 0, i.Lock, i.Order, board.KindInk})
		}
	}
	for _, n := range b.Notes {
		if want[n.ID] {
			out = append(out, piece{n, n.ID, n.Rect, n.Turn, n.Lock, n.Order, board.KindNote})
		}
	}
	for _, t := range b.Texts {
		if want[t.ID] {
			out = append(out, piece{t, t.ID, t.Rect, t.Turn, t.Lock, t.Order, board.KindText})
		}
	}
	return out
}

// loose are the pieces that may be moved.
func loose(b *board.Board, ids []board.ID) []piece {
	return slices.DeleteFunc(pieces(b, ids), func(p piece) bool { return p.lock != board.Unlocked })
}

// bounds is the upright box around the piece as it is seen.
func (p piece) bounds() board.Rect { return p.rect.Turned(p.turn) }

// become is the change that gives the piece the place, turn, lock and order of another state of it.
func (p piece) become(q piece) (board.Change, bool) {
	switch before := p.item.(type) {
	case board.Note:
		after := before
		after.Rect, after.Turn, after.Lock, after.Order = q.rect, q.turn, q.lock, q.order
		return board.Edit(before, after)
	case board.Image:
		after := before
		after.Rect, after.Turn, after.Lock, after.Order = q.rect, q.turn, q.lock, q.order
		return board.Edit(before, after)
	case board.Text:
		after := before
		after.Rect, after.Turn, after.Lock, after.Order = q.rect, q.turn, q.lock, q.order
		if before.Rect.W > 0 {
			after.Size = before.Size * q.rect.W / before.Rect.W
		}
		return board.Edit(before, after)
	case board.Ink:
		after := strokeIn(before, p.rect, q.rect)
		after.Lock, after.Order = q.lock, q.order
		return board.Edit(before, after)
	}
	return board.Change{}, false
}

// placed is the change that puts the piece in another place, at another size and turned another way.
func (p piece) placed(r board.Rect, turn float64) (board.Change, bool) {
	q := p
	q.rect, q.turn = r, turn
	return p.become(q)
}

// strokeIn is a stroke that filled one box so that it fills another. Where only the place differs its points stay.
func strokeIn(i board.Ink, from, to board.Rect) board.Ink {
	if from.W == to.W && from.H == to.H {
		i.At = i.At.Add(to.Min().Sub(from.Min()))
		return i
	}
	fx, fy := ratio(to.W, from.W), ratio(to.H, from.H)
	points := make([]board.Point, len(i.Points))
	for k, p := range i.Points {
		points[k] = board.Point{X: (p.X + i.At.X - from.X) * fx, Y: (p.Y + i.At.Y - from.Y) * fy}
	}
	i.At, i.Points = to.Min(), points
	i.Width *= min(fx, fy)
	return i
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}

// moved is the change that moves the piece.
func (p piece) moved(by board.Point) (board.Change, bool) { return p.placed(p.rect.Move(by), p.turn) }

// each collects what f makes of pieces.
func each(all []piece, f func(piece) (board.Change, bool)) []board.Change {
	var out []board.Change
	for _, p := range all {
		if c, ok := f(p); ok {
			out = append(out, c)
		}
	}
	return out
}

// around is the box around pieces as they are seen.
func around(all []piece) board.Rect {
	var r board.Rect
	for _, p := range all {
		r = r.Union(p.bounds())
	}
	return r
}
