package tool

import (
	"slices"

	"samenbord/board"
)

// Merge puts the notes of clusters into the first of them and returns that. The notes of the others come below its own,
// in rows, and their headings go.
func Merge(b *board.Board, clusters []board.ID) (board.ID, []board.Change) {
	if len(clusters) < 2 {
		return "", nil
	}
	into, ok := clusterOn(b, clusters[0])
	if !ok {
		return "", nil
	}
	var come []board.Note
	var gone []board.Change
	for _, id := range clusters[1:] {
		if _, ok := clusterOn(b, id); !ok || id == into.ID {
			continue
		}
		come = append(come, b.Members(id)...)
		gone = append(gone, board.Remove(id))
	}
	frame := b.Frame(into)
	at := board.Point{X: frame.X + board.FramePadding, Y: frame.Y + frame.H - board.FramePadding + Gap}
	if len(b.Members(into.ID)) == 0 {
		at.Y = frame.Y + board.FrameHeading + board.FramePadding
	}
	return into.ID, append(rows(come, at, frame.W-2*board.FramePadding, func(n *board.Note) { n.Cluster = into.ID }), gone...)
}

// rows lays notes out in rows of at most a width from a place on, and does something more to each. Locked ones stay where
// they are.
func rows(notes []board.Note, at board.Point, width float64, also func(*board.Note)) []board.Change {
	x, y, high := at.X, at.Y, 0.0
	places := map[board.ID]board.Point{}
	for _, n := range notes {
		r := n.Bounds()
		if n.Lock != board.Unlocked {
			places[n.ID] = n.Rect.Min()
			continue
		}
		if x > at.X && x+r.W > at.X+width {
			x, y, high = at.X, y+high+Gap, 0
		}
		places[n.ID] = n.Rect.Min().Add(board.Point{X: x, Y: y}.Sub(r.Min()))
		x, high = x+r.W+Gap, max(high, r.H)
	}
	return edited(notes, func(n *board.Note) {
		n.Rect.X, n.Rect.Y = places[n.ID].X, places[n.ID].Y
		also(n)
	})
}

// Split makes a cluster of its own of some notes of one, and returns it. They are laid out where there is room, to the
// right of the frame that they leave.
func Split(b *board.Board, ids []board.ID, name string) (board.ID, []board.Change) {
	notes := pick(b, ids)
	if len(notes) == 0 || notes[0].Cluster == "" {
		return "", nil
	}
	old, ok := clusterOn(b, notes[0].Cluster)
	notes = slices.DeleteFunc(notes, func(n board.Note) bool { return n.Cluster != old.ID })
	if !ok || len(notes) == len(b.Members(old.ID)) {
		return "", nil
	}
	board.SortReading(notes)
	frame := b.Frame(old)
	place := roomFor(b, len(notes), board.Point{X: frame.X + frame.W + 2*Gap, Y: frame.Y})
	last := ""
	for _, c := range b.Clusters {
		last = max(last, c.Order)
	}
	fresh := board.Cluster{ID: board.NewID(), Step: b.Step.ID, Order: board.Between(last, ""), Name: name, At: place.Min()}
	at := place.Min().Add(board.Point{X: board.FramePadding, Y: board.FramePadding + board.FrameHeading})
	changes := rows(notes, at, place.W-2*board.FramePadding, func(n *board.Note) { n.Cluster = fresh.ID })
	return fresh.ID, append([]board.Change{board.Create(fresh)}, changes...)
}

// roomFor is a frame for so many notes that covers no note and no other frame: at p, or further to the right.
func roomFor(b *board.Board, n int, p board.Point) board.Rect {
	across := 1
	for across*across < n {
		across++
	}
	down := (n + across - 1) / across
	side := func(k int) float64 { return float64(k)*(board.NoteWidth+Gap) - Gap + 2*board.FramePadding }
	r := board.Rect{X: p.X, Y: p.Y, W: side(across), H: side(down) + board.FrameHeading}
	taken := func() bool {
		return len(b.NotesIn(r)) > 0 ||
			slices.ContainsFunc(b.Clusters, func(c board.Cluster) bool { return b.Frame(c).Overlaps(r) })
	}
	for range 200 {
		if !taken() {
			break
		}
		r.X += board.NoteWidth + Gap
	}
	return r
}
