package cluster

import (
	"cmp"
	"slices"

	"samenbord/board"
)

// Words are the texts that go onto the board, in the language of the workshop.
type Words struct {
	Rest string // the name of the cluster of notes that fit nowhere: "Nog in te delen", "Still to be placed"
}

// Changes groups the loose notes of a step: those without a cluster and those still to be placed. Each group becomes a
// cluster, and the notes lie down tidily where they cover nothing else. Clusters that exist stay as they are, and
// locked notes stay where they are. It returns nil when there is nothing to group.
func Changes(w *board.Workshop, step board.ID, words Words) []board.Change {
	b := w.Board(step)
	d := newDraft(b, words)
	if len(d.loose) == 0 {
		return nil
	}
	var taken []string
	for _, c := range b.Clusters {
		taken = append(taken, c.Name)
	}
	r := suggest(notesOf(d.loose), Options{}, append(taken, words.Rest))
	if len(r.Groups) == 0 && !d.fresh {
		return nil // those that fitted nowhere still do
	}
	return d.changes(r)
}

func notesOf(loose []board.Note) []Note {
	out := make([]Note, len(loose))
	for i, n := range loose {
		out[i] = Note{n.ID, n.Text}
	}
	return out
}

// draft is a grouping on its way to become changes.
type draft struct {
	board *board.Board
	words Words
	rest  board.Cluster // of notes that fit nowhere; without ID where the board has none
	loose []board.Note
	fresh bool // some loose note never was in the rest
	ids   map[board.ID]board.Note
}

func newDraft(b *board.Board, words Words) *draft {
	d := &draft{board: b, words: words, ids: map[board.ID]board.Note{}}
	kept := map[board.ID]bool{}
	for _, c := range b.Clusters {
		if c.Rest && d.rest.ID == "" && !holdsLocked(b, c) {
			d.rest = c
			continue
		}
		kept[c.ID] = true
	}
	for _, n := range b.Notes {
		if n.Lock != board.Unlocked || kept[n.Cluster] {
			continue
		}
		d.loose = append(d.loose, n)
		d.ids[n.ID] = n
		d.fresh = d.fresh || d.rest.ID == "" || n.Cluster != d.rest.ID
	}
	return d
}

func holdsLocked(b *board.Board, c board.Cluster) bool {
	return slices.ContainsFunc(b.Notes, func(n board.Note) bool { return n.Lock != board.Unlocked && n.Cluster == c.ID })
}

// changes turns a result into changes: clusters first, then the notes.
func (d *draft) changes(r Result) []board.Change {
	blocks := make([]block, 0, len(r.Groups)+1)
	for _, g := range r.Groups {
		blocks = append(blocks, newBlock(d.notes(g.Notes)))
	}
	if len(r.Rest) > 0 {
		blocks = append(blocks, newBlock(d.notes(r.Rest)))
	}
	arrange(blocks, d.surface())
	last := ""
	for _, c := range d.board.Clusters {
		last = max(last, c.Order)
	}
	orders := board.Orders(last, len(blocks))
	var out, moves []board.Change
	for i, bl := range blocks {
		c := board.Cluster{ID: board.NewID(), Step: d.board.Step.ID, Order: orders[i], At: bl.at}
		if i < len(r.Groups) {
			c.Name, c.Subtitle = r.Groups[i].Name, r.Groups[i].Subtitle
			out = append(out, board.Create(c))
		} else {
			c, out = d.restCluster(c, out)
		}
		moves = append(moves, bl.place(c.ID)...)
	}
	if len(r.Rest) == 0 && d.rest.ID != "" {
		out = append(out, board.Remove(d.rest.ID))
	}
	return append(out, moves...)
}

// restCluster takes the cluster of the rest that is there, or makes one.
func (d *draft) restCluster(c board.Cluster, out []board.Change) (board.Cluster, []board.Change) {
	c.Name, c.Rest = d.words.Rest, true
	if d.rest.ID == "" {
		return c, append(out, board.Create(c))
	}
	c.ID, c.Name, c.Subtitle = d.rest.ID, d.rest.Name, d.rest.Subtitle
	if change, ok := board.Edit(d.rest, c); ok {
		out = append(out, change)
	}
	return c, out
}

func (d *draft) notes(ids []board.ID) []board.Note {
	out := make([]board.Note, len(ids))
	for i, id := range ids {
		out[i] = d.ids[id]
	}
	return out
}

// emptied reports whether no note lies in a section once the loose ones have left.
func (d *draft) emptied(s board.Section) bool {
	return !slices.ContainsFunc(d.board.Notes, func(n board.Note) bool {
		_, moves := d.ids[n.ID]
		return !moves && s.Contains(n.Rect.Center())
	})
}

// surface describes the board without the loose notes.
func (d *draft) surface() surface {
	var s surface
	add := func(r board.Rect) {
		if !r.Empty() {
			s.covered = append(s.covered, r)
			s.content = s.content.Union(r)
		}
	}
	for _, x := range d.board.Sections {
		if d.emptied(x) {
			s.covered = append(s.covered, x.Rect)
		} else {
			add(x.Rect)
		}
	}
	for _, c := range d.board.Clusters {
		if c.ID != d.rest.ID {
			add(d.board.Frame(c))
		}
	}
	for _, n := range d.board.Notes {
		if _, moves := d.ids[n.ID]; moves {
			s.start = s.start.Union(n.Bounds())
		} else {
			add(n.Bounds())
		}
	}
	for _, x := range d.board.Images {
		add(x.Rect.Turned(x.Turn))
	}
	for _, x := range d.board.Texts {
		add(x.Rect.Turned(x.Turn))
	}
	for _, x := range d.board.Inks {
		add(x.Bounds())
	}
	slices.SortFunc(s.covered, func(a, b board.Rect) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	return s
}
