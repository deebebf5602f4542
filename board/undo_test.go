package board_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
)

// visible is everything people can see of a workshop: all items that are not removed.
func visible(s *board.Session) map[board.ID]board.Item {
	out := map[board.ID]board.Item{}
	s.Read(func(w *board.Workshop) {
		for _, o := range w.Objects() {
			if item, ok := w.Item(o.ID); ok {
				out[o.ID] = item
			}
		}
	})
	return out
}

// gesture does something random with a board of a few notes. It reports whether that came to anything.
func gesture(t *testing.T, r *rand.Rand, s *board.Session, step board.ID) bool {
	t.Helper()
	var notes []board.Note
	s.Read(func(w *board.Workshop) { notes = w.Board(step).Notes })
	if len(notes) == 0 || r.IntN(4) == 0 {
		boardtest.Notes(t, s, step, fmt.Sprint("note ", r.IntN(100)), "second")
		return true
	}
	var changes []board.Change
	for range 1 + r.IntN(3) {
		before := notes[r.IntN(len(notes))]
		after := before
		switch r.IntN(5) {
		case 0:
			after.Rect = after.Rect.Move(board.Point{X: float64(r.IntN(50) + 1)})
		case 1:
			after.Text = fmt.Sprint("text ", r.IntN(1000))
		case 2:
			after.Tags = []string{fmt.Sprint("t", r.IntN(4))}
		case 3:
			changes = append(changes, board.Remove(before.ID))
		case 4:
			after.Friction = !after.Friction
		}
		if c, ok := board.Edit(before, after); ok {
			changes = append(changes, c)
		}
	}
	boardtest.Do(t, s, changes...)
	return len(changes) > 0
}

func TestUndoGivesTheSameBoardBack(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 2))
		s, steps := boardtest.Session(t, "Doelen")
		states := []map[board.ID]board.Item{visible(s)}
		for range 12 {
			if gesture(t, r, s, steps[0]) {
				states = append(states, visible(s))
			}
		}
		walk(t, r, s, states, seed)
	}
}

// walk undoes and redoes at random and expects each state again.
func walk(t *testing.T, r *rand.Rand, s *board.Session, states []map[board.ID]board.Item, seed uint64) {
	t.Helper()
	at := len(states) - 1
	for range 60 {
		press, to := s.Undo, at-1
		if r.IntN(3) == 0 {
			press, to = s.Redo, at+1
		}
		if to < 0 || to == len(states) {
			continue
		}
		done, err := press()
		if err != nil || len(done.Skipped) > 0 {
			t.Fatalf("seed %d: %+v, %v", seed, done, err)
		}
		at = to
		if got := visible(s); !reflect.DeepEqual(got, states[at]) {
			t.Fatalf("seed %d: state %d is\n%v\nwant\n%v", seed, at, got, states[at])
		}
	}
}

func TestUndoSurvivesARestart(t *testing.T) {
	log := &boardtest.Log{}
	s := board.NewSession(board.Snapshot{}, board.Options{Log: log, Wall: boardtest.Clock()})
	note := board.Note{ID: "n", Step: "s", Text: "eerst"}
	boardtest.Do(t, s, board.Create(note))
	after := note
	after.Text = "daarna"
	c, _ := board.Edit(note, after)
	boardtest.Do(t, s, c)
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}

	again := reopen(s, log)
	if _, err := again.Redo(); err != nil {
		t.Fatal(err)
	}
	wantText(t, again, "n", "daarna")
	again = reopen(again, log)
	for range 2 {
		if _, err := again.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if len(visible(again)) != 0 {
		t.Errorf("still there: %v", visible(again))
	}
	if _, err := again.Undo(); !errors.Is(err, board.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
}

// reopen is the same workshop after a restart, written on by the same person through another working copy.
func reopen(s *board.Session, log *boardtest.Log) *board.Session {
	var snap board.Snapshot
	s.Read(func(w *board.Workshop) {
		snap = board.Snapshot{Objects: w.Objects(), Seen: w.Seen(), Mine: log.Entries}
	})
	return board.NewSession(snap, board.Options{Log: log, Wall: boardtest.Clock()})
}

func wantText(t *testing.T, s *board.Session, id board.ID, want string) {
	t.Helper()
	s.Read(func(w *board.Workshop) {
		if n, _ := w.Note(id); n.Text != want {
			t.Errorf("text is %q, want %q", n.Text, want)
		}
	})
}

// pair is two sessions of one workshop, with one note.
func pair(t *testing.T) (mine, theirs *board.Session, exchange func()) {
	t.Helper()
	logs := []*boardtest.Log{{}, {}}
	clock := boardtest.Clock()
	mine = board.NewSession(board.Snapshot{}, board.Options{Log: logs[0], Wall: clock})
	theirs = board.NewSession(board.Snapshot{}, board.Options{Log: logs[1], Wall: clock})
	exchange = func() {
		for i, to := range []*board.Session{theirs, mine} {
			var ops []board.Op
			for _, e := range logs[i].Entries {
				ops = append(ops, e.Op)
			}
			if err := to.Receive(ops); err != nil {
				t.Fatal(err)
			}
		}
	}
	boardtest.Do(t, mine, board.Create(board.Note{ID: "n", Step: "s", Text: "van mij"}))
	exchange()
	return mine, theirs, exchange
}

func edit(t *testing.T, s *board.Session, set board.Fields) {
	t.Helper()
	boardtest.Do(t, s, board.Change{Obj: "n", Set: set})
}

func TestUndoLeavesWhatOthersSetSince(t *testing.T) {
	mine, theirs, exchange := pair(t)
	edit(t, mine, board.Fields{board.FieldText: "anders", board.FieldX: 10.0})
	exchange()
	edit(t, theirs, board.Fields{board.FieldText: "van hen"})
	exchange()

	done, err := mine.Undo()
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Skipped) != 1 {
		t.Errorf("skipped %v, want the note", done.Skipped)
	}
	mine.Read(func(w *board.Workshop) {
		if n, _ := w.Note("n"); n.Text != "van hen" || n.Rect.X != 0 {
			t.Errorf("got %+v", n)
		}
	})
	if done, err = mine.Undo(); err != nil || len(done.Skipped) != 1 || len(visible(mine)) != 1 {
		t.Errorf("a note that others wrote on was taken away: %+v, %v", done, err)
	}
}

func TestUndoReachesThroughAnUndoOfOthers(t *testing.T) {
	mine, theirs, exchange := pair(t)
	edit(t, mine, board.Fields{board.FieldText: "anders"})
	exchange()
	edit(t, theirs, board.Fields{board.FieldText: "van hen"})
	if _, err := theirs.Undo(); err != nil {
		t.Fatal(err)
	}
	exchange()
	if done, err := mine.Undo(); err != nil || len(done.Skipped) > 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	wantText(t, mine, "n", "van mij")
}

// An undo of a session among others sets no field whose value is somebody else's.
func TestUndoNeverChangesAFieldOfOthers(t *testing.T) {
	for seed := range uint64(400) {
		m := newRoom(seed)
		for range 60 {
			m.act(t, m.r.IntN(replicas))
			for i := range m.sessions {
				m.send(i)
				m.hear(i, len(m.inbox[i]))
			}
			i := m.r.IntN(replicas)
			var before []board.Object
			m.sessions[i].Read(func(w *board.Workshop) { before = w.Objects() })
			had := len(m.logs[i].Entries)
			_, err := m.sessions[i].Undo()
			nothingIsFine(t, err)
			for _, e := range m.logs[i].Entries[had:] {
				wantOwn(t, seed, before, e)
			}
		}
	}
}

func wantOwn(t *testing.T, seed uint64, before []board.Object, e board.Entry) {
	t.Helper()
	for _, o := range before {
		if o.ID != e.Op.Obj {
			continue
		}
		for name := range e.Op.Set {
			if was := o.Cells[name].As; !was.IsZero() && was.Actor != e.Op.ID.Actor {
				t.Fatalf("seed %d: undo set %s of %s, whose value was somebody else's", seed, name, o.ID)
			}
		}
	}
}

func TestNothingHappensWhenTheLogFails(t *testing.T) {
	log := &boardtest.Log{}
	s := board.NewSession(board.Snapshot{}, board.Options{Log: log, Wall: boardtest.Clock()})
	boardtest.Do(t, s, board.Create(board.Note{ID: "n", Step: "s", Text: "blijft"}))
	before := visible(s)
	log.Err = errors.New("disk full")
	err := s.Do("edit", board.Change{Obj: "n", Set: board.Fields{board.FieldText: "weg"}},
		board.Create(board.Note{ID: "m", Step: "s"}), board.Remove("n"))
	if !errors.Is(err, log.Err) {
		t.Errorf("error is %v", err)
	}
	if got := visible(s); !reflect.DeepEqual(got, before) {
		t.Errorf("got %v, want %v", got, before)
	}
	if _, err := s.Undo(); !errors.Is(err, log.Err) {
		t.Errorf("undo: %v", err)
	}
	log.Err = nil
	edit(t, s, board.Fields{board.FieldText: "nu wel"})
	wantText(t, s, "n", "nu wel")
	if n := log.Entries[len(log.Entries)-1].Op.ID.N; n != uint64(len(log.Entries)) {
		t.Errorf("the failed gesture left a gap: op %d is entry %d", n, len(log.Entries))
	}
}
