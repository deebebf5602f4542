package tool

import (
	"samenbord/board"
)

// carry is a drag of notes.
type carry struct {
	notes    []board.Note // as they lay, in drawing order
	others   []piece      // what is no note, as it lay
	guides   []Guide
	from, to board.Point
	fresh    bool           // the note comes off a pad
	cluster  *board.Cluster // carried as a whole, by its heading
	into     board.ID
}

func carryAll(b *board.Board, ids []board.ID, p board.Point) *carry {
	c := &carry{from: p, to: p}
	for _, q := range loose(b, ids) {
		if n, ok := q.item.(board.Note); ok {
			c.notes = append(c.notes, n)
		} else {
			c.others = append(c.others, q)
		}
	}
	return c
}

func carryCluster(b *board.Board, cl board.Cluster, p board.Point) *carry {
	c := &carry{from: p, to: p, cluster: &cl}
	for _, n := range b.Notes {
		if n.Cluster == cl.ID {
			c.notes = append(c.notes, n)
		}
	}
	return c
}

func (c *carry) move(h *Hand, to board.Point) {
	b := h.Board()
	c.to, c.into, c.guides = to, "", nil
	if c.cluster == nil && len(c.notes) > 0 {
		c.into = c.clusterAt(b, to)
	}
	var by board.Point
	by, c.guides = snap(b, c.box().Move(to.Sub(c.from)), c.held(), h.Snap)
	c.to = c.to.Add(by)
}

// box is around all that is carried, as it lay.
func (c *carry) box() board.Rect {
	r := around(c.others)
	for _, n := range c.notes {
		r = r.Union(n.Bounds())
	}
	return r
}

// clusterAt is the topmost cluster whose frame, as it was before the drag, holds p.
func (c *carry) clusterAt(b *board.Board, p board.Point) board.ID {
	for i := len(b.Clusters) - 1; i >= 0; i-- {
		if cl := b.Clusters[i]; b.Frame(cl).Contains(p) && !c.takes(b, cl) {
			return cl.ID
		}
	}
	return ""
}

// takes reports whether a cluster is in the hand with all its notes, so that its frame travels with them.
func (c *carry) takes(b *board.Board, cl board.Cluster) bool {
	held, some := c.held(), false
	for _, n := range b.Notes {
		if n.Cluster != cl.ID {
			continue
		}
		if !held[n.ID] {
			return false
		}
		some = true
	}
	return some
}

func (c *carry) held() map[board.ID]bool {
	held := map[board.ID]bool{}
	for _, n := range c.notes {
		held[n.ID] = true
	}
	for _, p := range c.others {
		held[p.id] = true
	}
	return held
}

func (c *carry) preview(*board.Board) Preview {
	d := c.to.Sub(c.from)
	p := Preview{Into: c.into, By: d, Guides: c.guides}
	for _, n := range c.notes {
		n.Rect = n.Rect.Move(d)
		p.Held = append(p.Held, n)
	}
	if c.cluster != nil && len(c.notes) == 0 {
		at := c.cluster.At.Add(d)
		p.Head = &at
	}
	return p
}

func (c *carry) drop(h *Hand) (string, []board.Change) {
	b, d := h.Board(), c.to.Sub(c.from)
	if c.fresh {
		n := c.notes[0]
		n.Rect, n.Order, n.Cluster = n.Rect.Move(d), Top(b), c.into
		n.Section = sectionAt(b, n.Rect)
		h.Selection.Set(n.ID)
		return "create", []board.Change{board.Create(n)}
	}
	var changes []board.Change
	orders := board.Orders(topOrder(b), len(c.notes))
	for i, lay := range c.notes {
		// Somebody else may have changed or removed the note meanwhile: only what this drag means is set.
		now, ok := b.Note(lay.ID)
		if !ok {
			continue
		}
		after := now
		after.Rect.X, after.Rect.Y = lay.Rect.X+d.X, lay.Rect.Y+d.Y
		after.Order, after.Cluster = orders[i], c.clusterAfter(b, after)
		if c.cluster == nil {
			after.Section = sectionAfter(b, now, after)
		}
		if change, differs := board.Edit(now, after); differs {
			changes = append(changes, change)
		}
	}
	if c.cluster != nil {
		after := *c.cluster
		after.At = after.At.Add(d)
		if change, differs := board.Edit(*c.cluster, after); differs {
			changes = append(changes, change)
		}
	}
	changes = append(changes, c.dropOthers(b, d)...)
	return "move", append(changes, keepEmptied(b, c.held(), c.into)...)
}

// dropOthers moves what is no note, as far as it is still there.
func (c *carry) dropOthers(b *board.Board, d board.Point) []board.Change {
	ids := make([]board.ID, len(c.others))
	for i, p := range c.others {
		ids[i] = p.id
	}
	now := map[board.ID]piece{}
	for _, p := range pieces(b, ids) {
		now[p.id] = p
	}
	return each(c.others, func(p piece) (board.Change, bool) {
		q, ok := now[p.id]
		if !ok {
			return board.Change{}, false
		}
		r := q.rect
		r.X, r.Y = p.rect.X+d.X, p.rect.Y+d.Y
		return q.placed(r, q.turn)
	})
}

// clusterAfter is the cluster that a note belongs to once it is let go: the one it is dropped on, or its own while its
// middle stays within the frame.
func (c *carry) clusterAfter(b *board.Board, n board.Note) board.ID {
	if c.cluster != nil || n.Cluster == c.into {
		return n.Cluster
	}
	if c.into != "" {
		return c.into
	}
	own, ok := clusterOn(b, n.Cluster)
	if !ok {
		return ""
	}
	if c.takes(b, own) || b.Frame(own).Contains(n.Rect.Center()) {
		return n.Cluster
	}
	return ""
}

// sectionAfter is the section that a hand put a note in: the one it lies in now, none where it was taken out of one. A
// note that had been tidied away from its section keeps it while it is moved elsewhere.
func sectionAfter(b *board.Board, before, after board.Note) board.ID {
	if id := sectionAt(b, after.Rect); id != "" || sectionAt(b, before.Rect) != "" {
		return id
	}
	return before.Section
}

func sectionAt(b *board.Board, r board.Rect) board.ID {
	s, _ := b.SectionAt(r.Center())
	return s.ID
}

// keepEmptied puts the headings of clusters whose last notes go into another cluster where their frames were.
func keepEmptied(b *board.Board, gone map[board.ID]bool, into board.ID) []board.Change {
	if into == "" {
		return nil
	}
	var changes []board.Change
	for _, cl := range b.Clusters {
		if cl.ID == into {
			continue
		}
		changes = append(changes, anchored(b, cl, gone)...)
	}
	return changes
}

// anchored is the change that keeps the heading of a cluster in its place when the notes in gone leave it empty.
func anchored(b *board.Board, cl board.Cluster, gone map[board.ID]bool) []board.Change {
	if !losesAny(b, cl, gone) {
		return nil
	}
	all := 0
	for _, n := range b.Notes {
		if n.Cluster != cl.ID {
			continue
		}
		if !gone[n.ID] {
			return nil
		}
		all++
	}
	if all == 0 {
		return nil
	}
	after := cl
	after.At = b.Frame(cl).Min()
	if change, differs := board.Edit(cl, after); differs {
		return []board.Change{change}
	}
	return nil
}

// Carried is what is in the hand, as it lay: a board of that alone; nil where nothing is carried.
func (h *Hand) Carried() *board.Board {
	c, ok := h.grip.(*carry)
	if !ok {
		return nil
	}
	if c.fresh {
		return &board.Board{Step: h.Board().Step, Notes: c.notes}
	}
	var ids []board.ID
	for id := range c.held() {
		ids = append(ids, id)
	}
	return Part(h.Board(), ids)
}

// losesAny reports whether any of the notes in gone belongs to a cluster.
func losesAny(b *board.Board, cl board.Cluster, gone map[board.ID]bool) bool {
	for id := range gone {
		if n, ok := b.Note(id); ok && n.Cluster == cl.ID {
			return true
		}
	}
	return false
}
