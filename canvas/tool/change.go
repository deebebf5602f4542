package tool

import (
	"slices"
	"strings"

	"samenbord/board"
)

// pick returns the notes with these IDs in drawing order.
func pick(b *board.Board, ids []board.ID) []board.Note {
	want := map[board.ID]bool{}
	for _, id := range ids {
		want[id] = true
	}
	var out []board.Note
	for _, n := range b.Notes {
		if want[n.ID] {
			out = append(out, n)
		}
	}
	return out
}

// Recolor gives notes another paper, and strokes, texts and links another colour. A friction note that gets coloured paper is one no longer, and dark paper makes
// one.
func Recolor(b *board.Board, ids []board.ID, color string) []board.Change {
	changes := edited(pick(b, ids), func(n *board.Note) {
		n.Color, n.Friction = color, color == board.Dark
	})
	for _, i := range b.Inks {
		if after := i; slices.Contains(ids, i.ID) {
			after.Color = color
			changes = appendEdit(changes, i, after)
		}
	}
	for _, t := range b.Texts {
		if after := t; slices.Contains(ids, t.ID) {
			after.Color = color
			changes = appendEdit(changes, t, after)
		}
	}
	for _, l := range b.Links {
		if after := l; slices.Contains(ids, l.ID) {
			after.Color = color
			changes = appendEdit(changes, l, after)
		}
	}
	return changes
}

func appendEdit(changes []board.Change, before, after board.Item) []board.Change {
	if c, ok := board.Edit(before, after); ok {
		return append(changes, c)
	}
	return changes
}

// Delete takes things off the board. A cluster that loses its last note stays where it was.
func Delete(b *board.Board, ids []board.ID) []board.Change {
	var changes []board.Change
	gone := map[board.ID]bool{}
	for _, p := range pieces(b, ids) {
		gone[p.id] = true
		changes = append(changes, board.Remove(p.id))
	}
	for _, l := range b.Links {
		if slices.Contains(ids, l.ID) {
			changes = append(changes, board.Remove(l.ID))
		}
	}
	for _, cl := range b.Clusters {
		changes = append(changes, anchored(b, cl, gone)...)
	}
	return changes
}

// Dissolve takes a cluster away and leaves its notes where they lie.
func Dissolve(b *board.Board, cluster board.ID) []board.Change {
	var members []board.Note
	for _, n := range b.Notes {
		if n.Cluster == cluster {
			members = append(members, n)
		}
	}
	changes := edited(members, func(n *board.Note) { n.Cluster = "" })
	return append(changes, board.Remove(cluster))
}

// Group makes a cluster of notes and returns its ID. Fewer than two notes make none.
func Group(b *board.Board, ids []board.ID, name string) (board.ID, []board.Change) {
	notes := pick(b, ids)
	if len(notes) < 2 {
		return "", nil
	}
	var box board.Rect
	gone := map[board.ID]bool{}
	for _, n := range notes {
		box, gone[n.ID] = box.Union(n.Bounds()), true
	}
	last := ""
	for _, cl := range b.Clusters {
		last = max(last, cl.Order)
	}
	cl := board.Cluster{
		ID: board.NewID(), Step: b.Step.ID, Order: board.Between(last, ""), Name: name,
		At: board.Point{X: box.X - board.FramePadding, Y: box.Y - board.FramePadding - board.FrameHeading},
	}
	changes := []board.Change{board.Create(cl)}
	changes = append(changes, edited(notes, func(n *board.Note) { n.Cluster = cl.ID })...)
	return cl.ID, append(changes, keepEmptied(b, gone, cl.ID)...)
}

// Ungroup takes notes out of their clusters.
func Ungroup(b *board.Board, ids []board.ID) []board.Change {
	gone := map[board.ID]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	changes := edited(pick(b, ids), func(n *board.Note) { n.Cluster = "" })
	for _, cl := range b.Clusters {
		changes = append(changes, anchored(b, cl, gone)...)
	}
	return changes
}

// Write gives a note its text, with spaces around it taken off.
func Write(b *board.Board, note board.ID, text string) []board.Change {
	return edited(pick(b, []board.ID{note}), func(n *board.Note) { n.Text = strings.TrimSpace(text) })
}

// Rename gives a cluster its name. An empty name leaves the old one.
func Rename(b *board.Board, cluster board.ID, name string) []board.Change {
	before, ok := clusterOn(b, cluster)
	name = strings.TrimSpace(name)
	if !ok || name == "" {
		return nil
	}
	after := before
	after.Name = name
	if change, differs := board.Edit(before, after); differs {
		return []board.Change{change}
	}
	return nil
}

func edited(notes []board.Note, f func(*board.Note)) []board.Change {
	var changes []board.Change
	for _, before := range notes {
		after := before
		f(&after)
		if change, differs := board.Edit(before, after); differs {
			changes = append(changes, change)
		}
	}
	return changes
}
