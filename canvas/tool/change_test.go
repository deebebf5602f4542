package tool_test

import (
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

func TestColouredPaperIsNoFrictionAndDarkPaperIs(t *testing.T) {
	h, notes := newHand(t, "een")
	h.do("color", tool.Recolor(h.look(), notes, board.Dark))
	if n := h.note(notes[0]); !n.Friction || n.Color != board.Dark {
		t.Errorf("dark paper: %+v", n)
	}
	h.do("color", tool.Recolor(h.look(), notes, board.Blue))
	if n := h.note(notes[0]); n.Friction || n.Color != board.Blue {
		t.Errorf("blue paper: %+v", n)
	}
	if len(tool.Recolor(h.look(), notes, board.Blue)) != 0 {
		t.Error("the same colour again is a change")
	}
}

func TestGroupTakesTwoNotesAtLeast(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	if id, changes := tool.Group(h.look(), notes[:1], "Alleen"); id != "" || changes != nil {
		t.Error("one note made a cluster")
	}
	c := h.cluster("Samen", notes...)
	h.do("cluster", tool.Ungroup(h.look(), notes[:1]))
	if h.note(notes[0]).Cluster != "" || h.note(notes[1]).Cluster != c {
		t.Error("the wrong notes left")
	}
	h.do("delete", tool.Dissolve(h.look(), c))
	if len(h.look().Clusters) != 0 || h.note(notes[1]).Cluster != "" {
		t.Error("the cluster is not gone")
	}
}

func TestRenamedClusterKeepsItsNameWhenGivenNone(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	c := h.cluster("Samen", notes...)
	h.do("edit", tool.Rename(h.look(), c, "  "))
	h.do("edit", tool.Rename(h.look(), c, " Klanten één "))
	if got := h.look().Clusters[0].Name; got != "Klanten één" {
		t.Errorf("the cluster is called %q", got)
	}
}

func TestNotesWrittenOneAfterAnotherDoNotOverlap(t *testing.T) {
	h, notes := newHand(t, "een")
	last := h.note(notes[0])
	for range 25 {
		next := tool.Beside(h.look(), last)
		if over := h.look().NotesIn(next.Rect); len(over) > 0 {
			t.Fatalf("%v lies on %v", next.Rect, over[0].Rect)
		}
		h.do("create", []board.Change{board.Create(next)})
		last = next
	}
}

func TestNoteBesideStaysInItsColumn(t *testing.T) {
	h, _ := newHand(t)
	column := board.Section{
		ID: board.NewID(), Step: h.step, Order: "V", Shape: board.ShapeRect,
		Rect: board.Rect{X: 0, Y: 0, W: 500, H: 900},
	}
	boardtest.Do(t, h.session, board.Create(column))
	n := tool.NewNote(h.look(), at(140, 200), board.Yellow)
	h.do("create", []board.Change{board.Create(n)})
	for range 5 {
		n = tool.Beside(h.look(), n)
		if !column.Rect.Holds(n.Rect) {
			t.Fatalf("%v is out of %v", n.Rect, column.Rect)
		}
		h.do("create", []board.Change{board.Create(n)})
	}
}

func TestFreePlaceIsFree(t *testing.T) {
	h, _ := newHand(t, "een", "twee", "drie")
	for range 20 {
		p := tool.FreeNear(h.look(), at(300, 100))
		n := tool.NewNote(h.look(), p, board.Green)
		if len(h.look().NotesIn(n.Rect)) > 0 {
			t.Fatalf("%v is taken", n.Rect)
		}
		h.do("create", []board.Change{board.Create(n)})
	}
}

func TestKeysTravelInReadingOrderAndAcross(t *testing.T) {
	h, notes := newHand(t, "1", "2", "3", "4", "5", "6", "7")
	b := h.look()
	id := board.ID("")
	for i := range 8 {
		id, _ = tool.Next(b, id, 1)
		if id != notes[i%7] {
			t.Fatalf("step %d is at the wrong note", i)
		}
	}
	if got, _ := tool.Next(b, notes[0], -1); got != notes[6] {
		t.Error("backwards from the first is not the last")
	}
	for _, c := range []struct {
		from, to int
		dir      board.Point
	}{{0, 1, at(1, 0)}, {1, 0, at(-1, 0)}, {1, 6, at(0, 1)}, {6, 1, at(0, -1)}} {
		if got, _ := tool.Toward(b, notes[c.from], c.dir); got != notes[c.to] {
			t.Errorf("from %d toward %v", c.from, c.dir)
		}
	}
	if _, ok := tool.Toward(b, notes[0], at(-1, 0)); ok {
		t.Error("there is something left of the first note")
	}
}
