package tool

import (
	"math"

	"samenbord/board"
)

// Gap is the room left between notes that are put down for people, in board units.
const Gap = 20

// NewNote is an empty note with its middle at p, lying on top of everything.
func NewNote(b *board.Board, p board.Point, color string) board.Note {
	n := board.Note{
		ID: board.NewID(), Step: b.Step.ID, Order: Top(b), Color: color, Friction: color == board.Dark,
		Rect: board.Rect{X: p.X - board.NoteWidth/2, Y: p.Y - board.NoteHeight/2, W: board.NoteWidth, H: board.NoteHeight},
	}
	n.Rect.X, n.Rect.Y = math.Round(n.Rect.X), math.Round(n.Rect.Y)
	if c, ok := b.ClusterAt(p); ok {
		n.Cluster = c.ID
	}
	n.Section = sectionAt(b, n.Rect)
	return n
}

// Top is an order key above all notes of a board.
func Top(b *board.Board) string { return board.Between(topOrder(b), "") }

func topOrder(b *board.Board) string {
	if len(b.Notes) == 0 {
		return ""
	}
	return b.Notes[len(b.Notes)-1].Order
}

// Beside is a new note of the same paper and cluster next to n: to its right, else at the start of the next row that
// has room. It stays within the section of n where that has room left.
func Beside(b *board.Board, n board.Note) board.Note {
	next := NewNote(b, n.Rect.Center(), n.Color)
	next.Cluster, next.Friction = n.Cluster, n.Friction
	area := board.Rect{X: n.Rect.X, Y: n.Rect.Y, W: 5 * (board.NoteWidth + Gap), H: math.MaxFloat64}
	if s, ok := b.SectionAt(n.Rect.Center()); ok && s.Shape == board.ShapeRect {
		area = s.Rect
	}
	next.Rect.X, next.Rect.Y = n.Rect.X+n.Rect.W+Gap, n.Rect.Y
	if r, ok := freeIn(b, area, n.Rect); ok {
		next.Rect.X, next.Rect.Y = r.X, r.Y
	}
	next.Section = sectionAt(b, next.Rect)
	return next
}

// freeIn looks for a free place for a new note in area, from the right of r on in reading order.
func freeIn(b *board.Board, area, r board.Rect) (board.Rect, bool) {
	const rows = 50
	spot := board.Rect{X: r.X + r.W + Gap, Y: r.Y, W: board.NoteWidth, H: board.NoteHeight}
	left := r.X - math.Floor((r.X-area.X)/(board.NoteWidth+Gap))*(board.NoteWidth+Gap)
	for range rows {
		for ; spot.X+spot.W <= area.X+area.W; spot.X += board.NoteWidth + Gap {
			if len(b.NotesIn(spot)) == 0 {
				return spot, true
			}
		}
		spot.X, spot.Y = left, spot.Y+board.NoteHeight+Gap
		if spot.Y+spot.H > area.Y+area.H {
			return board.Rect{}, false
		}
	}
	return board.Rect{}, false
}

// FreeNear is a place for a new note with its middle at p or, where notes lie there, as near to it as there is room.
func FreeNear(b *board.Board, p board.Point) board.Point {
	const step = board.NoteWidth + Gap
	for ring := range 20 {
		best, found := board.Point{}, false
		for dx := -ring; dx <= ring; dx++ {
			for dy := -ring; dy <= ring; dy++ {
				if max(abs(dx), abs(dy)) != ring {
					continue
				}
				q := p.Add(board.Point{X: float64(dx) * step, Y: float64(dy) * step})
				spot := board.Rect{X: q.X - board.NoteWidth/2, Y: q.Y - board.NoteHeight/2, W: board.NoteWidth, H: board.NoteHeight}
				if len(b.NotesIn(spot)) == 0 && (!found || q.Distance(p) < best.Distance(p)) {
					best, found = q, true
				}
			}
		}
		if found {
			return best
		}
	}
	return p
}

func abs(n int) int { return max(n, -n) }
