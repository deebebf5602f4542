package tool

import (
	"slices"

	"samenbord/board"
)

// Level is where in a stack pieces go.
type Level int

// The levels: all the way, or past one piece.
const (
	ToFront Level = iota
	ToBack
	Forward
	Backward
)

// Stack brings pieces in front of or behind others of their kind: notes lie on pictures and strokes, whatever their order.
// Among each other they stay as they are.
func Stack(b *board.Board, ids []board.ID, to Level) []board.Change {
	held := map[board.Kind]map[board.ID]bool{}
	for _, p := range loose(b, ids) {
		if held[p.kind] == nil {
			held[p.kind] = map[board.ID]bool{}
		}
		held[p.kind][p.id] = true
	}
	var out []board.Change
	for _, kind := range []board.Kind{board.KindImage, board.KindInk, board.KindNote, board.KindText} {
		if held[kind] != nil {
			out = append(out, restack(kindOf(b, kind), held[kind], to)...)
		}
	}
	return out
}

// kindOf are all pieces of a kind, in drawing order.
func kindOf(b *board.Board, kind board.Kind) []piece {
	var ids []board.ID
	switch kind {
	case board.KindImage:
		for _, i := range b.Images {
			ids = append(ids, i.ID)
		}
	case board.KindInk:
		for _, i := range b.Inks {
			ids = append(ids, i.ID)
		}
	case board.KindNote:
		for _, n := range b.Notes {
			ids = append(ids, n.ID)
		}
	case board.KindText:
		for _, t := range b.Texts {
			ids = append(ids, t.ID)
		}
	}
	return pieces(b, ids)
}

// restack gives the held pieces new order keys between those of the others.
func restack(all []piece, held map[board.ID]bool, to Level) []board.Change {
	var mine, others []piece
	for _, p := range all {
		if held[p.id] {
			mine = append(mine, p)
		} else {
			others = append(others, p)
		}
	}
	at := level(all, held, to)
	below, above := "", ""
	if at > 0 {
		below = others[at-1].order
	}
	if at < len(others) {
		above = others[at].order
	}
	if inPlace(all, held, at) {
		return nil
	}
	var out []board.Change
	for _, p := range mine {
		below = board.Between(below, above)
		q := p
		q.order = below
		if c, ok := p.become(q); ok {
			out = append(out, c)
		}
	}
	return out
}

// level is how many of the others lie below the held pieces afterwards.
func level(all []piece, held map[board.ID]bool, to Level) int {
	n := len(all) - len(held)
	below := func(p int) int { // how many others lie below the piece at p
		k := 0
		for _, q := range all[:p] {
			if !held[q.id] {
				k++
			}
		}
		return k
	}
	isHeld := func(p piece) bool { return held[p.id] }
	switch to {
	case ToFront:
		return n
	case ToBack:
		return 0
	case Forward:
		last := 0
		for i, p := range all {
			if held[p.id] {
				last = i
			}
		}
		return min(below(last)+1, n)
	default:
		return max(below(slices.IndexFunc(all, isHeld))-1, 0)
	}
}

// inPlace reports whether the held pieces lie together already with so many others below them.
func inPlace(all []piece, held map[board.ID]bool, at int) bool {
	for i, p := range all {
		if held[p.id] != (i >= at && i < at+len(held)) {
			return false
		}
	}
	return true
}

// SetLock locks pieces, or lets them go again.
func SetLock(b *board.Board, ids []board.ID, l board.Lock) []board.Change {
	return each(pieces(b, ids), func(p piece) (board.Change, bool) {
		q := p
		q.lock = l
		return p.become(q)
	})
}

// AnyLocked reports whether one of these pieces is locked.
func AnyLocked(b *board.Board, ids []board.ID) bool {
	return slices.ContainsFunc(pieces(b, ids), func(p piece) bool { return p.lock != board.Unlocked })
}

// InBackground are the pieces that lie in the background.
func InBackground(b *board.Board) []board.ID {
	var out []board.ID
	for _, kind := range []board.Kind{board.KindImage, board.KindInk, board.KindNote, board.KindText} {
		for _, p := range kindOf(b, kind) {
			if p.lock == board.Background {
				out = append(out, p.id)
			}
		}
	}
	return out
}

// Everything is all that can be chosen on a board.
func Everything(b *board.Board) []board.ID {
	return touching(b, func(board.Rect) bool { return true }, nil)
}
