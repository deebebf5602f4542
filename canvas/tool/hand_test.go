package tool_test

import (
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

// hand works on the board of a step as a person does: it presses, moves and lets go, and every gesture goes through
// the session at once.
type hand struct {
	tool.Hand
	t       *testing.T
	session *board.Session
	step    board.ID
	did     []string
}

func newHand(t *testing.T, texts ...string) (*hand, []board.ID) {
	s, steps := boardtest.Session(t, "Doelen")
	notes := boardtest.Notes(t, s, steps[0], texts...)
	h := &hand{t: t, session: s, step: steps[0]}
	h.look()
	return h, notes
}

func (h *hand) look() *board.Board {
	b := boardtest.Board(h.session, h.step)
	h.Show(b)
	return b
}

func (h *hand) do(name string, changes []board.Change) {
	h.t.Helper()
	if len(changes) > 0 {
		h.did = append(h.did, name)
	}
	if err := h.session.Do(name, changes...); err != nil {
		h.t.Fatal(err)
	}
	h.look()
}

func (h *hand) drag(m tool.Mods, way ...board.Point) {
	h.t.Helper()
	h.Grab(way[0], m)
	for _, p := range way[1:] {
		h.Move(p)
	}
	h.do(h.Drop())
}

func (h *hand) note(id board.ID) board.Note {
	h.t.Helper()
	n, ok := h.look().Note(id)
	if !ok {
		h.t.Fatalf("note %s is gone", id)
	}
	return n
}

func (h *hand) cluster(name string, notes ...board.ID) board.ID {
	id, changes := tool.Group(h.look(), notes, name)
	h.do("cluster", changes)
	return id
}

func at(x, y float64) board.Point { return board.Point{X: x, Y: y} }

func TestDraggedNoteLiesWhereItIsLetGoAndOnTop(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.drag(tool.Mods{}, at(10, 10), at(300, 40), at(250, 60))
	n := h.note(notes[0])
	if n.Rect.Min() != at(240, 50) {
		t.Errorf("the note lies at %v", n.Rect.Min())
	}
	if last := h.look().Notes[2]; last.ID != notes[0] {
		t.Errorf("%q lies on top", last.Text)
	}
	if !slices.Equal(h.did, []string{"move"}) {
		t.Errorf("gestures %v, want one move", h.did)
	}
}

func TestDragIsOneGestureForManyNotesAndUndoneAtOnce(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.Selection.Set(notes[0], notes[2])
	h.drag(tool.Mods{}, at(450, 10), at(450, 510))
	for i, want := range []board.Point{at(0, 500), at(220, 0), at(440, 500)} {
		if got := h.note(notes[i]).Rect.Min(); got != want {
			t.Errorf("note %d lies at %v, want %v", i, got, want)
		}
	}
	if _, err := h.session.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := h.note(notes[2]).Rect.Min(); got != at(440, 0) {
		t.Errorf("after undo note 2 lies at %v", got)
	}
}

func TestPreviewMovesWithTheHandAndStoresNothing(t *testing.T) {
	h, notes := newHand(t, "een")
	h.Grab(at(10, 10), tool.Mods{})
	h.Move(at(60, 110))
	held := h.Preview().Held
	if len(held) != 1 || held[0].Rect.Min() != at(50, 100) {
		t.Fatalf("in the hand: %v", held)
	}
	if h.note(notes[0]).Rect.Min() != at(0, 0) {
		t.Error("the board changed before the note was let go")
	}
	h.Cancel()
	if h.Busy() || len(h.Preview().Held) != 0 {
		t.Error("a cancelled drag still shows")
	}
}

func TestDragKeepsWhatOthersChangedMeanwhile(t *testing.T) {
	h, notes := newHand(t, "een")
	h.Grab(at(10, 10), tool.Mods{})
	h.Move(at(110, 10))
	h.do("edit", tool.Write(h.look(), notes[0], "van een ander"))
	h.do(h.Drop())
	if n := h.note(notes[0]); n.Text != "van een ander" || n.Rect.X != 100 {
		t.Errorf("%q at %v", n.Text, n.Rect.X)
	}
}

func TestDragOfANoteThatAnotherRemovedChangesNothing(t *testing.T) {
	h, notes := newHand(t, "een")
	h.Grab(at(10, 10), tool.Mods{})
	h.Move(at(110, 10))
	h.do("delete", tool.Delete(h.look(), notes))
	if _, changes := h.Drop(); len(changes) != 0 {
		t.Errorf("%d changes to a removed note", len(changes))
	}
}

func TestLockedNoteStaysAndLetsTheBoardMove(t *testing.T) {
	h, notes := newHand(t, "een")
	n := h.note(notes[0])
	locked := n
	locked.Lock = board.Fixed
	c, _ := board.Edit(n, locked)
	h.do("lock", []board.Change{c})
	if h.Grab(at(10, 10), tool.Mods{}) {
		t.Error("a locked note was lifted")
	}
}

func TestBareBoardIsNotForTheHand(t *testing.T) {
	h, _ := newHand(t, "een")
	if h.Grab(at(900, 900), tool.Mods{}) {
		t.Error("the hand took the bare board")
	}
}

func TestBandChoosesWhatItTouches(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.drag(tool.Mods{Shift: true}, at(-50, 300), at(230, 100))
	if got := h.Selection.All(); !slices.Equal(got, notes[:2]) {
		t.Errorf("chosen %v", got)
	}
	h.drag(tool.Mods{Shift: true, Ctrl: true}, at(650, 300), at(600, 100))
	if got := h.Selection.All(); !slices.Equal(got, notes) {
		t.Errorf("with Ctrl chosen %v", got)
	}
	if len(h.did) != 0 {
		t.Errorf("choosing changed the board: %v", h.did)
	}
}

func TestLassoChoosesNotesWhoseMiddleItHolds(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	h.Mode = tool.Lasso
	h.drag(tool.Mods{}, at(-40, 210), at(340, 210), at(340, -20), at(-40, -20))
	if got := h.Selection.All(); !slices.Equal(got, notes[:2]) {
		t.Errorf("chosen %v", got)
	}
}

func TestTapsChooseAddAndLetGo(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.Tap(at(10, 10), tool.Mods{})
	h.Tap(at(230, 10), tool.Mods{Ctrl: true})
	if got := h.Selection.All(); !slices.Equal(got, notes) {
		t.Errorf("chosen %v", got)
	}
	h.Tap(at(10, 10), tool.Mods{Shift: true})
	if got := h.Selection.All(); !slices.Equal(got, notes[1:]) {
		t.Errorf("chosen %v", got)
	}
	h.Tap(at(900, 900), tool.Mods{})
	if !h.Selection.Empty() {
		t.Error("a tap on bare board keeps the choice")
	}
}

func TestChoiceForgetsRemovedNotes(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	h.Selection.Set(notes...)
	h.do("delete", tool.Delete(h.look(), notes[:1]))
	if got := h.Selection.All(); !slices.Equal(got, notes[1:]) {
		t.Errorf("chosen %v", got)
	}
}

func TestNotePulledOffAPadLandsAsOneGesture(t *testing.T) {
	h, _ := newHand(t)
	h.Hold(tool.NewNote(h.look(), at(0, 0), board.Pink), at(0, 0))
	h.Move(at(500, 400))
	h.do(h.Drop())
	b := h.look()
	if len(b.Notes) != 1 || b.Notes[0].Rect.Center() != at(500, 400) || b.Notes[0].Color != board.Pink {
		t.Fatalf("on the board: %+v", b.Notes)
	}
	if !slices.Equal(h.did, []string{"create"}) {
		t.Errorf("gestures %v", h.did)
	}
}

func TestDroppingOnAFrameJoinsTheCluster(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie", "vier")
	c := h.cluster("Samen", notes[0], notes[1])
	h.Grab(at(670, 10), tool.Mods{})
	h.Move(at(300, 10))
	if h.Preview().Into != c {
		t.Error("the frame does not glow")
	}
	h.do(h.Drop())
	if h.note(notes[3]).Cluster != c {
		t.Error("the note did not join")
	}
}

func TestDraggingOffAFrameLeavesTheCluster(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie")
	c := h.cluster("Samen", notes...)
	h.drag(tool.Mods{}, at(10, 10), at(60, 400))
	if h.note(notes[0]).Cluster != "" {
		t.Error("a note dragged off its cluster still belongs to it")
	}
	h.drag(tool.Mods{}, at(230, 10), at(240, 20))
	if h.note(notes[1]).Cluster != c {
		t.Error("a note moved within its cluster left it")
	}
}

func TestClusterCarriedWholeStaysACluster(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	c := h.cluster("Samen", notes...)
	h.Selection.Set(notes...)
	h.drag(tool.Mods{}, at(10, 10), at(10, 2010))
	if h.note(notes[0]).Cluster != c || h.note(notes[1]).Cluster != c {
		t.Error("the cluster fell apart")
	}
	frame := h.look().Frame(h.look().Clusters[0])
	h.drag(tool.Mods{}, frame.Min().Add(at(20, 20)), frame.Min().Add(at(520, 20)))
	if got := h.note(notes[0]).Rect.Min(); got != at(500, 2000) {
		t.Errorf("carried by its heading the note lies at %v", got)
	}
	if h.Selection.Cluster() != c {
		t.Error("the carried cluster is not chosen")
	}
}

func TestEmptiedClusterKeepsItsPlace(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie", "vier")
	c := h.cluster("Samen", notes[0], notes[1])
	other := h.cluster("Anders", notes[2], notes[3])
	frame := h.look().Frame(h.look().Clusters[0])
	h.Selection.Set(notes[0], notes[1])
	h.drag(tool.Mods{}, at(10, 10), at(450, 10))
	if h.note(notes[0]).Cluster != other {
		t.Fatal("the notes did not join the other cluster")
	}
	for _, cl := range h.look().Clusters {
		if cl.ID == c && h.look().Frame(cl).Min() != frame.Min() {
			t.Errorf("the empty cluster went to %v", h.look().Frame(cl).Min())
		}
	}
}

func TestHandSaysInWhichSectionANoteBelongs(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	inner := board.Section{
		ID: board.NewID(), Step: h.step, Order: "V", Shape: board.ShapeRect, Rect: board.Rect{X: 1000, Y: 0, W: 500, H: 500},
	}
	boardtest.Do(t, h.session, board.Create(inner))
	h.look()
	h.drag(tool.Mods{}, at(10, 10), at(1110, 110))
	if h.note(notes[0]).Section != inner.ID {
		t.Fatal("a note put in a section does not belong to it")
	}
	tidied := h.note(notes[0])
	tidied.Rect.X = 3000
	c, _ := board.Edit(h.note(notes[0]), tidied)
	h.do("cluster", []board.Change{c})
	h.drag(tool.Mods{}, at(3010, 110), at(3310, 110))
	if h.note(notes[0]).Section != inner.ID {
		t.Error("a note tidied away lost its section by a move elsewhere")
	}
	h.drag(tool.Mods{}, at(3310, 110), at(1110, 110))
	h.drag(tool.Mods{}, at(1110, 110), at(1110, 1510))
	if h.note(notes[0]).Section != "" {
		t.Error("a note taken out of its section still belongs to it")
	}
}
