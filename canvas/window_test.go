package canvas_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
)

var size = fyne.NewSize(1100, 700)

func open(t *testing.T, texts ...string) (*canvas.Bench, *board.Session, []board.ID) {
	t.Helper()
	s, steps := boardtest.Session(t, "Doelen stellen", "Knuppels in het hoenderhok")
	boardtest.Notes(t, s, steps[0], texts...)
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl"}, size)
	b.Settle()
	return b, s, steps
}

func notes(s *board.Session, step board.ID) []board.Note { return boardtest.Board(s, step).Notes }

func middle(n board.Note) board.Point { return n.Rect.Center() }

func TestDoubleTapOnBareBoardWritesANote(t *testing.T) {
	b, s, steps := open(t)
	p := board.Point{X: 300, Y: 200}
	b.Tap(p, 0)
	b.Tap(p, 0)
	if !b.Writing() {
		t.Fatal("nothing can be written")
	}
	b.Type("één idee")
	b.Key(fyne.KeyReturn)
	b.Type("nog een")
	b.Key(fyne.KeyEscape)
	got := notes(s, steps[0])
	if len(got) != 2 || got[0].Text != "één idee" || got[1].Text != "nog een" {
		t.Fatalf("on the board: %+v", got)
	}
	if got[0].Rect.Overlaps(got[1].Rect) {
		t.Error("the next note lies on the first")
	}
}

func TestNoteIsOneGestureWithItsText(t *testing.T) {
	b, s, steps := open(t)
	b.Type("n")
	b.Type("een")
	b.Key(fyne.KeyEscape)
	b.Shortcut(&fyne.ShortcutUndo{})
	if len(notes(s, steps[0])) != 0 {
		t.Error("undo leaves the empty note")
	}
	b.Shortcut(&fyne.ShortcutRedo{})
	if got := notes(s, steps[0]); len(got) != 1 || got[0].Text != "een" {
		t.Errorf("redo brings %+v", got)
	}
}

func TestNoteLeftEmptyIsNotPutDown(t *testing.T) {
	b, s, steps := open(t)
	b.Type("n")
	b.Key(fyne.KeyEscape)
	if len(notes(s, steps[0])) != 0 {
		t.Error("an empty note was put down")
	}
}

func TestDragMovesTheNoteUnderTheHand(t *testing.T) {
	b, s, steps := open(t, "een", "twee")
	n := notes(s, steps[0])[0]
	from := b.Screen(middle(n))
	b.Down(from, 0)
	b.Move(from.Add(board.Point{X: 30, Y: 4}))
	b.Move(from.Add(board.Point{X: 100, Y: 50}))
	b.Up(from.Add(board.Point{X: 100, Y: 50}))
	b.Settle()
	after := boardtest.Board(s, steps[0])
	moved, _ := after.Note(n.ID)
	want := n.Rect.Min().Add(board.Point{X: 100 / b.Zoom(), Y: 50 / b.Zoom()})
	if moved.Rect.Min().Distance(want) > 0.01 {
		t.Errorf("the note lies at %v, want %v", moved.Rect.Min(), want)
	}
}

func TestSmallTremorIsATapNotADrag(t *testing.T) {
	b, s, steps := open(t, "een")
	n := notes(s, steps[0])[0]
	p := b.Screen(middle(n))
	b.Down(p, 0)
	b.Move(p.Add(board.Point{X: 5, Y: 5}))
	b.Up(p.Add(board.Point{X: 5, Y: 5}))
	if got := notes(s, steps[0])[0].Rect; got != n.Rect {
		t.Errorf("moved to %v", got)
	}
	if sel := b.Selected(); len(sel) != 1 || sel[0] != n.ID {
		t.Errorf("chosen %v", sel)
	}
}

func TestDragOnBareBoardMovesTheView(t *testing.T) {
	b, s, steps := open(t, "een")
	n := notes(s, steps[0])[0]
	before := b.Screen(middle(n))
	b.Down(board.Point{X: 40, Y: 40}, 0)
	b.Move(board.Point{X: 90, Y: 60})
	b.Up(board.Point{X: 90, Y: 60})
	if d := b.Screen(middle(n)).Sub(before); d.Distance(board.Point{X: 50, Y: 20}) > 0.01 {
		t.Errorf("the board moved by %v", d)
	}
}

func TestNotePulledOffAPadLandsWhereItIsDropped(t *testing.T) {
	b, s, steps := open(t)
	to := board.Point{X: 500, Y: 300}
	b.Pad(board.Pink, &to)
	b.Settle()
	got := notes(s, steps[0])
	if len(got) != 1 || got[0].Color != board.Pink {
		t.Fatalf("on the board: %+v", got)
	}
	if at := b.Screen(middle(got[0])); at.Distance(to) > 1 {
		t.Errorf("it lies at %v", at)
	}
}

func TestTapOnAPadWritesANoteOfItsColour(t *testing.T) {
	b, s, steps := open(t)
	b.Pad(board.Green, nil)
	b.Type("groen")
	b.Key(fyne.KeyEscape)
	if got := notes(s, steps[0]); len(got) != 1 || got[0].Color != board.Green || got[0].Text != "groen" {
		t.Errorf("on the board: %+v", got)
	}
}

func TestEscapeWhileWritingKeepsWhatIsWritten(t *testing.T) {
	b, s, steps := open(t, "een")
	b.Tap(b.Screen(middle(notes(s, steps[0])[0])), 0)
	b.Key(fyne.KeyReturn)
	if !b.Writing() {
		t.Fatal("Enter does not write on the chosen note")
	}
	b.Type(" twee")
	b.Key(fyne.KeyEscape)
	if got := notes(s, steps[0])[0].Text; got != "een twee" {
		t.Errorf("the note says %q", got)
	}
}

func TestKeysChooseDeleteAndChangeSteps(t *testing.T) {
	b, s, steps := open(t, "een", "twee", "drie")
	b.Key(fyne.KeyTab)
	b.Key(fyne.KeyRight)
	if sel := b.Selected(); len(sel) != 1 || sel[0] != notes(s, steps[0])[1].ID {
		t.Fatalf("chosen %v", sel)
	}
	b.Key(fyne.KeyDelete)
	if len(notes(s, steps[0])) != 2 {
		t.Error("Delete takes nothing away")
	}
	b.Shortcut(&fyne.ShortcutSelectAll{})
	if len(b.Selected()) != 2 {
		t.Errorf("Ctrl+A chose %d", len(b.Selected()))
	}
	b.Type("2")
	if b.Step() != steps[1] {
		t.Error("2 does not show the second step")
	}
	b.Key(fyne.KeyPageUp)
	if b.Step() != steps[0] {
		t.Error("Page Up does not show the first step")
	}
}

func TestPastedLinesBecomeNotes(t *testing.T) {
	b, s, steps := open(t)
	b.Copy("eerste idee\ntweede idee\nderde idee")
	b.Shortcut(&fyne.ShortcutPaste{})
	if len(notes(s, steps[0])) != 3 {
		t.Fatalf("%d notes", len(notes(s, steps[0])))
	}
	if len(b.Selected()) != 3 {
		t.Error("the new notes are not chosen")
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	if len(notes(s, steps[0])) != 0 {
		t.Error("undo leaves pasted notes")
	}
}

func TestColoursAndBinOfTheBarChangeWhatIsChosen(t *testing.T) {
	b, s, steps := open(t, "een", "twee")
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Button("Bundel")
	b.Type("Samen")
	b.Key(fyne.KeyReturn)
	clusters := boardtest.Board(s, steps[0]).Clusters
	if len(clusters) != 1 || clusters[0].Name != "Samen" {
		t.Fatalf("clusters %+v", clusters)
	}
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Button("Gooi weg")
	if len(notes(s, steps[0])) != 0 {
		t.Error("the bin leaves notes")
	}
}

func TestWheelMovesAndKeysZoomAboutTheChoice(t *testing.T) {
	b, s, steps := open(t, "een", "twee")
	n := notes(s, steps[0])[0]
	p := b.Screen(middle(n))
	b.Wheel(p, -20)
	if d := b.Screen(middle(n)).Sub(p); d.X != 0 || d.Y >= 0 {
		t.Errorf("the wheel moved the board by %v", d)
	}
	before := b.Zoom()
	b.Type("+")
	b.Until("zoom", func() bool { return b.Zoom() > before })
}

// brokenLog refuses everything once told to.
type brokenLog struct{ boardtest.Log }

func TestChangeThatCannotBeKeptIsNotShownAndTold(t *testing.T) {
	log := &brokenLog{}
	s := board.NewSession(board.Snapshot{}, board.Options{Log: log, Wall: boardtest.Clock()})
	step := board.Step{ID: board.NewID(), Order: "V", Name: "Doelen"}
	boardtest.Do(t, s, board.Create(step))
	boardtest.Notes(t, s, step.ID, "een")
	b := canvas.NewBench(t, canvas.Options{
		Session: s, Lang: "nl", Explain: func(err error, _, _ string) string { return "Uitgelegd: " + err.Error() },
	}, size)
	b.Settle()
	log.Err = errors.New("de schijf is vol")
	n := notes(s, step.ID)[0]
	from := b.Screen(middle(n))
	b.Down(from, 0)
	b.Move(from.Add(board.Point{X: 200}))
	b.Up(from.Add(board.Point{X: 200}))
	b.Settle()
	if got := notes(s, step.ID)[0].Rect; got != n.Rect {
		t.Errorf("the note lies at %v", got)
	}
	if b.Message() != "Uitgelegd: de schijf is vol" {
		t.Errorf("people are told %q", b.Message())
	}
	log.Err = nil
}

func TestChangesOfOthersAreShown(t *testing.T) {
	b, s, steps := open(t, "een")
	b.Tap(b.Screen(middle(notes(s, steps[0])[0])), 0)
	if len(b.Selected()) != 1 {
		t.Fatal("nothing is chosen")
	}
	go func() {
		if err := s.Do("delete", board.Remove(notes(s, steps[0])[0].ID)); err != nil {
			t.Error(err)
		}
	}()
	b.Until("the note goes away", func() bool { return len(b.Selected()) == 0 })
}

func TestReadOnlyWorkshopCanBeLookedAtOnly(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	boardtest.Notes(t, s, steps[0], "een")
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl", ReadOnly: true}, size)
	b.Settle()
	n := notes(s, steps[0])[0]
	p := b.Screen(middle(n))
	b.Tap(p, 0)
	b.Tap(p, 0)
	b.Key(fyne.KeyDelete)
	b.Type("n")
	b.Down(p, 0)
	b.Move(p.Add(board.Point{X: 90}))
	b.Up(p.Add(board.Point{X: 90}))
	if b.Writing() || len(notes(s, steps[0])) != 1 || notes(s, steps[0])[0].Rect != n.Rect {
		t.Error("a workshop open for reading only was changed")
	}
}

func TestLanguageAndLightChangeWhileItRuns(t *testing.T) {
	b, _, _ := open(t, "een")
	b.SwitchLanguage()
	b.Button("Group")
	if got := b.Message(); !strings.Contains(got, "There is now 1 group") {
		t.Errorf("in English it says %q", got)
	}
	b.SwitchLight()
	b.Settle()
	b.SwitchLanguage()
	b.Button("Groepeer")
}

func TestManyNotesAreFewObjects(t *testing.T) {
	texts := make([]string, 1000)
	for i := range texts {
		texts[i] = "geeltje over klanten"
	}
	b, _, _ := open(t, texts...)
	if b.Objects() > 60 {
		t.Errorf("%d objects to paint", b.Objects())
	}
}

func TestFileIsWrittenAtTheEnd(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	written := 0
	b := canvas.NewBench(t, canvas.Options{
		Session: s, Lang: "nl", Publish: func() error { written++; return nil },
	}, size)
	b.Settle()
	boardtest.Notes(t, s, steps[0], "een")
	b.Close()
	if written != 1 {
		t.Errorf("the file was written %d times", written)
	}
}

func TestSaverKeepsTryingUntilTheFileIsWritten(t *testing.T) {
	var failing error = errors.New("vol")
	written := 0
	changed, end := canvas.NewSaver(func() error { written++; return failing }, 1<<40, func(bool, error) {})
	if err := end(); err != nil || written != 0 {
		t.Fatalf("nothing changed, but %d times written: %v", written, err)
	}
	changed()
	if err := end(); err == nil {
		t.Fatal("the failure is not told")
	}
	failing = nil
	if err := end(); err != nil || written != 2 {
		t.Errorf("written %d times: %v", written, err)
	}
	if err := end(); err != nil || written != 2 {
		t.Errorf("written again without a change: %d", written)
	}
}

func TestStepNamesAreNeverCut(t *testing.T) {
	names := []string{
		"Doelen", "Persoonlijk merk", "Knuppels in het hoenderhok", "Platform van betrokkenheid", "Acquisitieplan", "Borging",
	}
	for _, width := range []float32{830, 1100, 1500, 3000} {
		places, lines, counts, fits := canvas.StepCells(t, names, width)
		if !fits {
			t.Errorf("%v: the path is too wide", width)
		}
		for i, name := range names {
			if counts[i] == 0 {
				t.Errorf("%v: %s has no name", width, name)
			}
			if lines[i] > places[i]+0.5 {
				t.Errorf("%v: %s needs %v and has %v", width, name, lines[i], places[i])
			}
		}
	}
}
