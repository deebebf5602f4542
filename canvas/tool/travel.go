package tool

import (
	"math"
	"slices"

	"samenbord/board"
)

// Next is the note after from in reading order, around the end; the first one where from is not on the board. A
// negative by goes backwards.
func Next(b *board.Board, from board.ID, by int) (board.ID, bool) {
	notes := slices.Clone(b.Notes)
	if len(notes) == 0 {
		return "", false
	}
	board.SortReading(notes)
	i := slices.IndexFunc(notes, func(n board.Note) bool { return n.ID == from })
	if i < 0 {
		if by > 0 {
			return notes[0].ID, true
		}
		return notes[len(notes)-1].ID, true
	}
	return notes[(i+by+len(notes))%len(notes)].ID, true
}

// Toward is the note that lies nearest to from in the direction of dir, such as {1, 0} for right. What lies aside of
// that direction counts as twice as far.
func Toward(b *board.Board, from board.ID, dir board.Point) (board.ID, bool) {
	start, ok := b.Note(from)
	if !ok {
		return Next(b, from, 1)
	}
	best, at := math.Inf(1), board.ID("")
	for _, n := range b.Notes {
		d := n.Rect.Center().Sub(start.Rect.Center())
		along, aside := d.X*dir.X+d.Y*dir.Y, math.Abs(d.X*dir.Y)+math.Abs(d.Y*dir.X)
		if n.ID == from || along <= 0 || aside > 2*along {
			continue
		}
		if far := along + 2*aside; far < best {
			best, at = far, n.ID
		}
	}
	return at, at != ""
}
