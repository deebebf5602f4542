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
	Mode      Mode
	Pen       Pen
	Name      string  // for a cluster that is made by drawing a ring
	Reach     float64 // how near a hand must come to a line or a handle, board units; 0 leaves handles out
	Fine      float64 // the least that a stroke must move, board units; 0 is 1
	Snap      float64 // how near things come in line by themselves, board units; 0 never
	Even      bool    // a note keeps its proportions while it is made larger

	board *board.Board
	grip  grip
}

// Mode is what a hand does with the board.
type Mode int

// The modes.
const (
	Choose Mode = iota // carries what it takes, and moves the bare board
	Lasso              // a drag on the bare board draws a loop around notes to choose them
	Ring               // a loop around notes makes a cluster of them
	Draw
	Erase
	Join // links one thing to another
	Text // a tap begins a loose text
)

func (h *Hand) fine() float64 {
	if h.Fine == 0 {
		return 1
	}
	return h.Fine
}

// grip is a drag under way.
type grip interface {
	move(h *Hand, to board.Point)
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

	By       board.Point      // how far what is in the hand has been carried
	Guides   []Guide          // with what it is in line
	Outlines [][4]board.Point // how what is chosen will lie, corner by corner
	Stroke   []board.Point    // the stroke that is being drawn
	Pen      Pen              // with which it is drawn
	Gone     []board.ID       // strokes that are being wiped away
	Join     []board.Point    // the two ends of a link that is being drawn
	Target   board.ID         // what it would lead to
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
	if id, ok := At(b, p, h.Reach/3); ok {
		if m.adds() {
			h.Selection.Toggle(id)
			return
		}
		h.Selection.Set(id)
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
	switch h.Mode {
	case Draw:
		h.Selection.Clear()
		h.grip = beginStroke(b, p, h.Pen)
	case Erase:
		h.grip = &rubber{last: p}
	case Join:
		if j := beginJoint(b, p); j != nil {
			h.grip = j
		}
	case Ring:
		h.grip = &ring{loop{points: []board.Point{p}}}
	default:
		h.take(p, m)
	}
	return h.grip != nil
}

// take begins a drag of a hand that chooses and carries.
func (h *Hand) take(p board.Point, m Mods) {
	b := h.Board()
	if i, k, ok := h.handleAt(p); ok && !m.adds() {
		if k.Turn {
			h.grip = beginWheel(h, p)
		} else {
			h.grip = beginStretch(h, i, p)
		}
		return
	}
	id, ok := At(b, p, h.Reach/3)
	movable := ok && len(loose(b, []board.ID{id})) > 0
	switch {
	case movable:
		if !h.Selection.Has(id) {
			h.Selection.Set(id)
		}
		h.grip = carryAll(b, h.Selection.All(), p)
	case m.Shift:
		h.grip = &band{from: p, to: p, add: m.Ctrl}
	case h.Mode == Lasso:
		h.grip = &loop{points: []board.Point{p}, add: m.adds()}
	default:
		if c, ok := HeadingAt(b, p); ok && id == "" {
			h.Selection.SetCluster(c.ID)
			h.grip = carryCluster(b, c, p)
		}
	}
}

// Hold takes a note that does not lie on the board yet into the hand at p, as when it is pulled off a pad.
func (h *Hand) Hold(n board.Note, p board.Point) {
	h.Selection.Clear()
	h.grip = &carry{notes: []board.Note{n}, from: p, to: p, fresh: true}
}

// Move tells that the hand is at p.
func (h *Hand) Move(p board.Point) {
	if h.grip != nil {
		h.grip.move(h, p)
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
