package store_test

import (
	"errors"
	"os"
	"reflect"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
)

func move(t testing.TB, s *board.Session, id board.ID, x float64) {
	t.Helper()
	boardtest.Do(t, s, board.Change{Obj: id, Set: board.Fields{board.FieldX: x}})
}

func at(s *board.Session, id board.ID) (x float64) {
	s.Read(func(w *board.Workshop) { n, _ := w.Note(id); x = n.Rect.X })
	return x
}

func undo(t testing.TB, s *board.Session) board.Undone {
	t.Helper()
	u, err := s.Undo()
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestUndoSurvivesARestart(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord")
	id := boardtest.Notes(t, f.Session(), step, "een")[0]
	for _, x := range []float64{10, 20, 30} {
		move(t, f.Session(), id, x)
		closeFile(t, f)
		f = d.open("a.samenbord")
	}
	for _, want := range []float64{20, 10, 0} {
		undo(t, f.Session())
		if got := at(f.Session(), id); got != want {
			t.Errorf("x is %v, want %v", got, want)
		}
		closeFile(t, f)
		f = d.open("a.samenbord")
	}
	if _, err := f.Session().Redo(); err != nil {
		t.Error("redo after a restart:", err)
	}
	if got := at(f.Session(), id); got != 10 {
		t.Errorf("redo brought x to %v", got)
	}
	undo(t, f.Session())
	undo(t, f.Session()) // the note itself
	undo(t, f.Session()) // the workshop
	if _, err := f.Session().Undo(); !errors.Is(err, board.ErrNothing) {
		t.Error("more to undo than was done:", err)
	}
	closeFile(t, f)
}

func TestUndoLeavesWhatAnotherComputerDid(t *testing.T) {
	here := newDesk(t)
	f, step := here.filled("a.samenbord")
	id := boardtest.Notes(t, f.Session(), step, "een")[0]
	move(t, f.Session(), id, 10)
	closeFile(t, f)
	there := here.another()
	g := there.open("a.samenbord")
	if _, can := g.Session().CanUndo(); can {
		t.Error("another computer may undo what was done here")
	}
	move(t, g.Session(), id, 99)
	closeFile(t, g)
	f = here.open("a.samenbord")
	defer closeFile(t, f)
	if u := undo(t, f.Session()); len(u.Skipped) != 1 || at(f.Session(), id) != 99 {
		t.Errorf("undo skipped %v and left x at %v", u.Skipped, at(f.Session(), id))
	}
}

// Two copies of a file that go on apart must never give one number to two ops.
func TestCopiesOfAFileUniteWithoutLoss(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "samen")
	closeFile(t, f)
	copyOf(t, d.path("a.samenbord"), d.path("b.samenbord"))
	for _, name := range []string{"a.samenbord", "b.samenbord"} {
		f := d.open(name)
		boardtest.Notes(t, f.Session(), step, "alleen in "+name)
		closeFile(t, f)
	}
	a := d.open("a.samenbord")
	boardtest.Notes(t, a.Session(), step, "nog een")
	copyOf(t, d.path("b.samenbord"), d.path("a.samenbord")) // a sync program puts the other copy in its place
	closeFile(t, a)
	a = d.open("a.samenbord")
	defer closeFile(t, a)
	if got := texts(a.Session(), step); len(got) != 4 {
		t.Errorf("notes %q", got)
	}
	whole(t, a.Path())
}

func copyOf(t testing.TB, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryKindOfValueComesBack(t *testing.T) {
	d := newDesk(t)
	f := d.create("a.samenbord")
	id, other := board.NewID(), board.NewID()
	boardtest.Do(t, f.Session(), board.Change{Obj: id, Set: board.Fields{
		board.FieldKind: "note", "none": nil, "yes": true, "no": false, "zero": 0.0, "whole": -123456789.0, "half": 0.5,
		"large": 1e12, "small": 5e-324, "minus": -0.25, "empty": "", "text": "ü 👩‍👩‍👧 \x00", "id": string(other),
		"upper": "01A20A97-AA58-729B-BE76-0E735A139BF9", "thirty-six": "01a20a97xaa58x729bxbe76x0e735a139bf9",
	}})
	boardtest.Do(t, f.Session(), board.Change{Obj: id, Set: board.Fields{"half": 0.25}})
	undo(t, f.Session())
	want := objects(f.Session())
	closeFile(t, f)
	g := d.open("a.samenbord")
	defer closeFile(t, g)
	if got := objects(g.Session()); !reflect.DeepEqual(got, want) {
		t.Errorf("came back as\n%v, not\n%v", got, want)
	}
	whole(t, g.Path())
}
