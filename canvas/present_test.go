package canvas_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/scene"
	"samenbord/canvas"
)

// told is a workshop of two steps: one with a cluster below, a cluster above, a section and a note that is in neither,
// and one without anything.
func told(t *testing.T) (*board.Session, []board.ID, []board.ID) {
	s, steps := boardtest.Session(t, "Doelen", "Borging")
	low := board.Cluster{ID: board.NewID(), Step: steps[0], Order: "B", Name: "Onder"}
	high := board.Cluster{ID: board.NewID(), Step: steps[0], Order: "C", Name: "Boven"}
	rest := board.Cluster{ID: board.NewID(), Step: steps[0], Order: "A", Rest: true}
	area := board.Section{ID: board.NewID(), Step: steps[0], Order: "A", Name: "Beeld", Rect: board.Rect{X: 2000, Y: 0, W: 600, H: 600}}
	var notes []board.ID
	add := func(text string, x, y float64, cluster board.ID) board.Change {
		n := board.Note{ID: board.NewID(), Step: steps[0], Order: "V", Text: text, Cluster: cluster, Rect: board.Rect{X: x, Y: y, W: 200, H: 200}}
		notes = append(notes, n.ID)
		return board.Create(n)
	}
	boardtest.Do(t, s, board.Create(low), board.Create(high), board.Create(rest), board.Create(area),
		add("boven 2", 300, 0, high.ID), add("boven 1", 0, 20, high.ID), add("onder", 0, 900, low.ID),
		add("rest", 0, -900, rest.ID), add("in beeld", 2100, 100, ""), add("los", 4000, 0, ""))
	return s, steps, notes
}

// tell goes through a presentation and says each slide.
func tell(d *canvas.Deck) []string {
	var out []string
	for {
		step, name, notes, _ := d.Slide()
		out = append(out, fmt.Sprintf("%s/%s/%d", step, name, notes))
		if !d.Next() {
			return out
		}
	}
}

func TestPresentationTellsEachStepThenItsClustersThenWhatIsLoose(t *testing.T) {
	s, steps, _ := told(t)
	got := tell(canvas.NewDeck(boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1])))
	want := []string{
		"Doelen/Doelen/6", "Doelen/Boven/2", "Doelen/Onder/1", "Doelen//1", "Doelen/Beeld/1", "Doelen//1", "Borging/Borging/0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
}

func TestPresentationLosesNoNoteAndTellsNoneTwice(t *testing.T) {
	for _, n := range []int{1, 15, 16, 31, 100} {
		s, steps := boardtest.Session(t, "Doelen")
		boardtest.Notes(t, s, steps[0], slices.Repeat([]string{"x"}, n)...)
		d := canvas.NewDeck(boardtest.Board(s, steps[0]))
		sum := 0
		for d.Next() {
			_, _, notes, _ := d.Slide()
			if notes > 15 {
				t.Errorf("%d notes on one slide", notes)
			}
			sum += notes
		}
		if sum != n {
			t.Errorf("%d of %d notes are told", sum, n)
		}
	}
}

func TestNotesShownAloneFollowEachOtherAndLeadOn(t *testing.T) {
	s, steps, _ := told(t)
	d := canvas.NewDeck(boardtest.Board(s, steps[0]))
	d.Next()
	d.Turn()
	var got []string
	for range 3 {
		_, name, _, alone := d.Slide()
		got = append(got, name+"/"+alone)
		d.Next()
	}
	if want := []string{"Boven/boven 1", "Boven/boven 2", "Onder/"}; !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
}

func TestPreviousUndoesNext(t *testing.T) {
	s, steps, _ := told(t)
	d := canvas.NewDeck(boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1]))
	for {
		step, name, notes, _ := d.Slide()
		n, of := d.Place()
		if !d.Next() {
			break
		}
		d.Previous()
		if s, m, k, _ := d.Slide(); s != step || m != name || k != notes {
			t.Fatalf("back on %s/%s from slide %d of %d", s, m, n, of)
		}
		d.Next()
	}
}

func TestPresentationStaysWhereItIsWhenTheWorkshopChanges(t *testing.T) {
	s, steps, notes := told(t)
	d := canvas.NewDeck(boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1]))
	d.Next()
	d.Turn()
	d.Next()
	boardtest.Do(t, s, board.Remove(notes[1]))
	d.Renew(boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1]))
	if _, name, _, alone := d.Slide(); name != "Boven" || alone != "boven 2" {
		t.Errorf("on %q with %q", name, alone)
	}
	boardtest.Do(t, s, board.Remove(notes[0]))
	d.Renew(boardtest.Board(s, steps[0]), boardtest.Board(s, steps[1]))
	if step, name, _, alone := d.Slide(); step != "Doelen" || name != "Doelen" || alone != "" {
		t.Errorf("on %q of %q with %q", name, step, alone)
	}
}

func TestNotesBesideEachOtherStayApartInReadingOrder(t *testing.T) {
	var notes []board.Note
	for i := range 13 {
		notes = append(notes, board.Note{
			ID: board.NewID(), Turn: float64(i), Text: string(slices.Repeat([]rune("woord "), 1+i*9)),
			Rect: board.Rect{X: float64(i * 7), W: 200 + float64(i%3)*40, H: 200},
		})
	}
	for _, aspect := range []float64{0.5, 1, 16. / 9, 4} {
		got := canvas.Spread(notes, aspect)
		for i, n := range got {
			if n.ID != notes[i].ID || n.Turn != 0 {
				t.Fatalf("note %d is %v", i, n)
			}
			for _, m := range got[:i] {
				if scene.NoteSize(n).Overlaps(scene.NoteSize(m)) {
					t.Errorf("at %v notes lie on each other", aspect)
				}
			}
		}
		sorted := slices.Clone(got)
		board.SortReading(sorted)
		for i := range sorted {
			if sorted[i].ID != got[i].ID {
				t.Errorf("at %v they read in another order", aspect)
				break
			}
		}
	}
}

func TestPresentationByKeysFingersAndBack(t *testing.T) {
	s, _, notes := told(t)
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl"}, fyne.NewSize(1280, 720))
	b.Settle()
	view := b.View()
	shows := func(name string, alone board.ID) {
		t.Helper()
		b.Until("the slide "+name, func() bool {
			n, _, a, ok := b.Presented()
			return ok && n == name && a == alone
		})
	}
	b.Key(fyne.KeyF5)
	shows("Doelen", "")
	b.Key(fyne.KeyPageDown)
	shows("Boven", "")
	x, y := b.PresentedNote(notes[0])
	b.PresentTap(x, y)
	shows("Boven", notes[0])
	b.PresentTap(640, 300)
	shows("Boven", "")
	b.Key(fyne.KeyReturn)
	shows("Boven", notes[1])
	b.PresentSwipe(900, 300)
	shows("Boven", notes[0])
	b.PresentSwipe(300, 900)
	shows("Boven", notes[1])
	b.PresentTap(1270, 300)
	b.PresentTap(1270, 300)
	shows("Onder", "")
	b.PresentTap(5, 300)
	shows("Boven", "")
	b.Type("2")
	shows("Borging", "")
	if _, text, _, _ := b.Presented(); text != "Op dit bord staat nog niets." {
		t.Errorf("an empty step says %q", text)
	}
	b.PresentSleep()
	b.Until("the row goes away", func() bool { return !b.PresentFooter() })
	b.Key(fyne.KeyPageUp)
	if !b.PresentFooter() {
		t.Error("the row does not come back")
	}
	b.Key(fyne.KeyEscape)
	if _, _, _, ok := b.Presented(); ok || b.View() != view {
		t.Errorf("still presenting (%v), or at %v instead of %v", ok, b.View(), view)
	}
	b.Type("2")
	b.Settle()
}
