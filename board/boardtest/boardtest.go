// Package boardtest makes workshops for tests in one line.
package boardtest

import (
	"testing"
	"time"

	"samenbord/board"
)

// Start is the moment at which test workshops begin.
var Start = time.Date(2027, 1, 15, 9, 0, 0, 0, time.UTC)

// Clock returns a clock that moves one second at every look, so that a test never waits.
func Clock() func() time.Time {
	t := Start
	return func() time.Time {
		t = t.Add(time.Second)
		return t
	}
}

// Session is a new workshop in memory with one step for each name.
func Session(t testing.TB, steps ...string) (*board.Session, []board.ID) {
	t.Helper()
	s := board.NewSession(board.Snapshot{}, board.Options{Wall: Clock()})
	Do(t, s, board.Create(board.Info{Title: "Proef", Lang: "nl"}))
	var ids []board.ID
	for i, order := range board.Orders("", len(steps)) {
		step := board.Step{ID: board.NewID(), Order: order, Name: steps[i]}
		Do(t, s, board.Create(step))
		ids = append(ids, step.ID)
	}
	return s, ids
}

// Do makes changes or ends the test.
func Do(t testing.TB, s *board.Session, changes ...board.Change) {
	t.Helper()
	if err := s.Do("test", changes...); err != nil {
		t.Fatal(err)
	}
}

// Notes puts a note for each text on the board of a step, in rows of five, and returns their IDs.
func Notes(t testing.TB, s *board.Session, step board.ID, texts ...string) []board.ID {
	t.Helper()
	var ids []board.ID
	var changes []board.Change
	for i, order := range board.Orders("", len(texts)) {
		n := board.Note{
			ID: board.NewID(), Step: step, Order: order, Text: texts[i], Color: board.Yellow,
			Rect: board.Rect{X: float64(i%5) * 220, Y: float64(i/5) * 220, W: board.NoteWidth, H: board.NoteHeight},
		}
		changes = append(changes, board.Create(n))
		ids = append(ids, n.ID)
	}
	Do(t, s, changes...)
	return ids
}

// Board returns the board of a step as it stands.
func Board(s *board.Session, step board.ID) (b *board.Board) {
	s.Read(func(w *board.Workshop) { b = w.Board(step) })
	return b
}

// Log is a log in memory that can be told to fail.
type Log struct {
	Entries []board.Entry
	Objects map[board.ID]board.Object
	Err     error // returned by every Append while set
}

// Append implements [board.Log].
func (l *Log) Append(entries []board.Entry, touched []board.Object) error {
	if l.Err != nil {
		return l.Err
	}
	if l.Objects == nil {
		l.Objects = map[board.ID]board.Object{}
	}
	l.Entries = append(l.Entries, entries...)
	for _, o := range touched {
		l.Objects[o.ID] = o
	}
	return nil
}
