package tool

import (
	"samenbord/board"
)

// Mods are the keys held while the hand works.
type Mods struct{ Shift, Ctrl bool }

func (m Mods) adds() bool { return m.Shift || m.Ctrl }

// Hand is one hand on one board: it chooses, lifts, carries and lets go. A drag is Grab, any number of Move, then Drop
// or Cancel. The zero Hand is over an empty board.
type Hand struct {
	Selection Selection
	Lasso     bool // a drag on the bare board draws a loop around notes

	board *board.Board
	grip  grip
}

// grip is a drag under way.
type grip interface {
	move(b *board.Board, to board.Point)
	preview(b *board.Board) Preview
	drop(h *Hand) (name string, changes []board.Change)
}

// Preview is what to show while a drag is under way. Nothing of it is stored.
type Preview struct {
	Held []board.Note  // notes in the hand, where they are now
	Into board.ID      // the cluster that would take them
	Band board.Rect    // a rectangle around what will be chosen; empty for none
	Loop []board.Point // a loop drawn around what will be chosen
	Head *board.Point  // where the heading of a carried cluster without notes is now
}

// Show puts the hand over b, the board as it now stands. A drag under way goes on.
func (h *Hand) Show(b *board.Board) {
	h.board = b
	h.Selection.keep(b)
}

// Board is the board under the hand.
func (h *Hand) Board() *board.Board {
	if h.board == nil {
		h.board = &board.Board{}
	}
	return h.board
}

// Tap chooses what lies under p: with a key held it is added or left out, on bare board nothing stays chosen.
func (h *Hand) Tap(p board.Point, m Mods) {
	b := h.Board()
	if n, ok := b.NoteAt(p); ok {
		if m.adds() {
			h.Selection.Toggle(n.ID)
			return
		}
		h.Selection.Set(n.ID)
		return
	}
	if c, ok := HeadingAt(b, p); ok {
		h.Selection.SetCluster(c.ID)
		return
	}
	if !m.adds() {
		h.Selection.Clear()
	}
}

// Grab begins a drag at p. It returns false where the drag is none of the hand's business and may move the board.
func (h *Hand) Grab(p board.Point, m Mods) bool {
	b := h.Board()
	h.grip = nil
	switch n, ok := b.NoteAt(p); {
	case ok && n.Lock == board.Unlocked:
		if !h.Selection.Has(n.ID) {
			h.Selection.Set(n.ID)
		}
		h.grip = carryNotes(b, h.Selection.Notes(), p)
	case m.Shift:
		h.grip = &band{from: p, to: p, add: m.Ctrl}
	case h.Lasso:
		h.grip = &loop{points: []board.Point{p}, add: m.adds()}
	default:
		if c, ok := HeadingAt(b, p); ok {
			h.Selection.SetCluster(c.ID)
			h.grip = carryCluster(b, c, p)
		}
	}
	return h.grip != nil
}

// Hold takes a note that does not lie on the board yet into the hand at p, as when it is pulled off a pad.
func (h *Hand) Hold(n board.Note, p board.Point) {
	h.Selection.Clear()
	h.grip = &carry{notes: []board.Note{n}, from: p, to: p, fresh: true}
}

// Move tells that the hand is at p.
func (h *Hand) Move(p board.Point) {
	if h.grip != nil {
		h.grip.move(h.Board(), p)
	}
}

// Busy reports whether a drag is under way.
func (h *Hand) Busy() bool { return h.grip != nil }

// Preview is what to show of the drag under way.
func (h *Hand) Preview() Preview {
	if h.grip == nil {
		return Preview{}
	}
	return h.grip.preview(h.Board())
}

// Drop ends the drag and returns what it changes, under the name of the gesture. Choosing notes changes nothing.
func (h *Hand) Drop() (name string, changes []board.Change) {
	if h.grip == nil {
		return "", nil
	}
	g := h.grip
	h.grip = nil
	return g.drop(h)
}

// Cancel ends the drag as if it had never begun.
func (h *Hand) Cancel() { h.grip = nil }

// HeadingAt returns the topmost cluster whose heading lies under p.
func HeadingAt(b *board.Board, p board.Point) (board.Cluster, bool) {
	for i := len(b.Clusters) - 1; i >= 0; i-- {
		if Heading(b, b.Clusters[i]).Contains(p) {
			return b.Clusters[i], true
		}
	}
	return board.Cluster{}, false
}

// Heading is where the name of a cluster stands.
func Heading(b *board.Board, c board.Cluster) board.Rect {
	r := b.Frame(c)
	r.H = min(r.H, board.FrameHeading+board.FramePadding)
	return r
}
