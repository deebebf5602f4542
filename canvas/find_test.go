package canvas_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
)

// search is two steps with a note on the first, and a note and a cluster on the second, and a window that looks for them.
func search(t *testing.T) (b *canvas.Bench, steps, notes []board.ID, cluster board.ID) {
	s, steps := boardtest.Session(t, "Een", "Twee")
	notes = append(boardtest.Notes(t, s, steps[0], "bel de klant", "iets"), boardtest.Notes(t, s, steps[1], "mail de klant")...)
	c := board.Cluster{ID: board.NewID(), Step: steps[1], Order: "V", Name: "Vaste klanten", At: board.Point{X: 3000}}
	boardtest.Do(t, s, board.Create(c))
	b = canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl"}, fyne.NewSize(1280, 720))
	b.Settle()
	b.OpenFind()
	return b, steps, notes, c.ID
}

// next presses Enter until something is chosen that was not.
func next(b *canvas.Bench, step board.ID, notes []board.ID, cluster board.ID) {
	b.Key(fyne.KeyReturn)
	b.Until("the next thing is found", func() bool {
		return b.Step() == step && slices.Equal(b.Selected(), notes) && b.Cluster() == cluster
	})
	b.Settle()
}

func TestFindGoesFromStepToStepAndEscapeReturns(t *testing.T) {
	b, steps, notes, cluster := search(t)
	b.Key(fyne.KeyEscape)
	b.Settle()
	was := b.View()
	b.OpenFind()
	b.Type("klant")
	next(b, steps[0], notes[:1], "")
	next(b, steps[1], notes[2:], "")
	next(b, steps[1], nil, cluster)
	next(b, steps[0], notes[:1], "")
	b.Key(fyne.KeyEscape)
	b.Settle()
	if b.Finding() || b.Step() != steps[0] || len(b.Selected()) > 0 || b.View() != was {
		t.Errorf("on %s with %v chosen, at %v instead of %v", b.Step(), b.Selected(), b.View(), was)
	}
}

func TestBackLeavesWhatWasFound(t *testing.T) {
	b, steps, notes, _ := search(t)
	b.Type("mail")
	next(b, steps[1], notes[2:], "")
	b.GoBack()
	b.Settle()
	if b.Step() != steps[0] || !b.Finding() {
		t.Errorf("on %s, still looking: %v", b.Step(), b.Finding())
	}
}

func TestOnePanelAtATime(t *testing.T) {
	b, _, _, _ := search(t)
	b.Button("Plan")
	if b.Finding() {
		t.Error("the plan stands beside the search")
	}
	b.OpenFind()
	if !b.Finding() {
		t.Error("the search does not take the place of the plan")
	}
}
