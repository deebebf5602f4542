package tool

import (
	"math"

	"samenbord/board"
)

// Send takes notes, with what is drawn on them, to another step, where they land in rows in free room. Where each lay a
// trace stays. A note that comes back to where it left one lies there again, and leaves none where it went.
func Send(w *board.Workshop, ids []board.ID, to board.ID) []board.Change {
	target, ok := w.Step(to)
	if !ok {
		return nil
	}
	there := w.Board(to)
	var come []board.Note
	var changes []board.Change
	for _, id := range ids {
		n, ok := w.Note(id)
		if !ok || n.Step == to || n.Lock != board.Unlocked {
			continue
		}
		come = append(come, n)
		if _, back := traceOf(there, n.ID); !back {
			changes = append(changes, traced(w.Board(n.Step), n, target))
		}
		changes = append(changes, drawingsTo(w.Board(n.Step), n.ID, to)...)
	}
	if len(come) == 0 {
		return nil
	}
	return append(arrived(there, come), changes...)
}

// traced is what stays on a board that a note leaves.
func traced(b *board.Board, n board.Note, to board.Step) board.Change {
	return board.Create(board.Trace{
		ID: board.NewID(), Step: b.Step.ID, Order: n.Order, Rect: n.Bounds(), Note: n.ID, Name: to.Name,
	})
}

// traceOf is the trace that a note left on a board.
func traceOf(b *board.Board, note board.ID) (board.Trace, bool) {
	for _, t := range b.Traces {
		if t.Note == note {
			return t, true
		}
	}
	return board.Trace{}, false
}

func drawingsTo(b *board.Board, note, to board.ID) []board.Change {
	var out []board.Change
	for _, i := range b.Inks {
		if i.On == note {
			after := i
			after.Step = to
			if c, ok := board.Edit(i, after); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// arrived puts notes on a board: back on the trace that they left there, or in rows below everything.
func arrived(b *board.Board, come []board.Note) []board.Change {
	var changes []board.Change
	var fresh []board.Note
	orders := board.Orders(topOrder(b), len(come))
	for i, n := range come {
		if t, ok := traceOf(b, n.ID); ok {
			after := landed(n, b, orders[i])
			after.Rect = n.Rect.Move(t.Rect.Center().Sub(n.Rect.Center()))
			after.Section = sectionAt(b, after.Rect)
			if c, ok := board.Edit(n, after); ok {
				changes = append(changes, c, board.Remove(t.ID))
			}
			continue
		}
		fresh = append(fresh, n)
	}
	return append(changes, inRows(b, fresh, orders)...)
}

// landed is a note as it comes to a board, in no cluster and no section.
func landed(n board.Note, b *board.Board, order string) board.Note {
	n.Step, n.Order, n.Cluster, n.Section = b.Step.ID, order, "", ""
	return n
}

func inRows(b *board.Board, notes []board.Note, orders []string) []board.Change {
	const across = 5
	box := b.Bounds()
	at := board.Point{X: box.X, Y: box.Y + box.H + 2*Gap}
	if box.Empty() {
		at = board.Point{}
	}
	x, y, high := at.X, at.Y, 0.0
	var out []board.Change
	for i, n := range notes {
		r := n.Bounds()
		if i > 0 && i%across == 0 {
			x, y, high = at.X, y+high+Gap, 0
		}
		after := landed(n, b, orders[i])
		after.Rect = n.Rect.Move(board.Point{X: math.Round(x - r.X), Y: math.Round(y - r.Y)})
		x, high = x+r.W+Gap, max(high, r.H)
		if c, ok := board.Edit(n, after); ok {
			out = append(out, c)
		}
	}
	return out
}
