package intake_test

import (
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/intake"
)

func TestEachPastedLineOrCellIsANote(t *testing.T) {
	got := intake.Lines(" Een \r\n\r\nTwee\tDrie\t\n\t\nVier, vijf; zes\r\u00a0\r\x00Zeven")
	if want := []string{"Een", "Twee", "Drie", "Vier, vijf; zes", "Zeven"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	long := strings.Repeat("é", intake.MaxText)
	if got := intake.Lines(long + "rest"); !slices.Equal(got, []string{long, "rest"}) {
		t.Errorf("a long line makes %d notes", len(got))
	}
}

func TestPastedNotesLieAroundTheMiddle(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen")
	at := board.Point{X: 500, Y: -300}
	paste := func(text, color string) {
		t.Helper()
		var changes []board.Change
		s.Read(func(w *board.Workshop) { changes = intake.Paste(w, ids[0], text, color, at) })
		boardtest.Do(t, s, changes...)
	}
	paste("a\nb\nc\nd\ne\nf", board.Blue)
	b := boardtest.Board(s, ids[0])
	if c := b.Bounds().Center(); len(b.Notes) != 6 || c.Distance(at) > 1 {
		t.Errorf("%d notes about %v", len(b.Notes), c)
	}
	for i, n := range b.Notes {
		if n.Text != string(rune('a'+i)) || n.Color != board.Blue || n.Friction {
			t.Errorf("note %d is %+v", i, n)
		}
	}
	paste("g\nh", board.Dark)
	apart(t, s)
	b = boardtest.Board(s, ids[0])
	if n := b.Notes[6]; !n.Friction || n.Rect.Center().Distance(at) > 1000 {
		t.Errorf("pasted %+v", n)
	}
	paste(strings.Repeat("x\n", 500), board.Blue)
	apart(t, s)
}

func TestPastingNothingOrNowhereChangesNothing(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen")
	s.Read(func(w *board.Workshop) {
		if got := intake.Paste(w, ids[0], " \n\t", board.Blue, board.Point{}); got != nil {
			t.Errorf("%v", got)
		}
		if got := intake.Paste(w, "gone", "x", board.Blue, board.Point{}); got != nil {
			t.Errorf("%v", got)
		}
	})
}
