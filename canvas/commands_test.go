package canvas_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
)

func TestEveryCommandHasItsOwnKeysAndAWordInEachLanguage(t *testing.T) {
	had := map[string]string{}
	for _, c := range canvas.CommandTable() {
		if c.Word == "" {
			t.Error("a command has no word")
			continue
		}
		for _, lang := range assets.Langs {
			if !assets.Words(lang).Has(c.Word) {
				t.Errorf("%s has no text in %s", c.Word, lang)
			}
		}
		for _, k := range c.Keys {
			if other, ok := had[k]; ok {
				t.Errorf("%s does both %s and %s", k, other, c.Word)
			}
			had[k] = c.Word
		}
	}
	if len(had) < 30 {
		t.Errorf("only %d keys", len(had))
	}
}

func openWall(t *testing.T, texts ...string) (*canvas.Bench, *board.Session, []board.ID, []board.ID) {
	t.Helper()
	s, steps := boardtest.Session(t, "Doelen", "Plan")
	notes := boardtest.Notes(t, s, steps[0], texts...)
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl"}, fyne.NewSize(1280, 720))
	b.Settle()
	return b, s, steps, notes
}

func TestPaletteFindsCommandsByWordsWithoutAccents(t *testing.T) {
	b, _, _, _ := openWall(t, "een", "twee")
	b.Shortcut(&fyne.ShortcutSelectAll{})
	for query, want := range map[string]string{"een lijn onder": "Op één lijn onder elkaar", "dup": "Dupliceer", "plan": "Plan", "nieuw": "Nieuw geeltje"} {
		offers := b.Offers(query)
		if len(offers) == 0 || offers[0] != want {
			t.Errorf("%q offers %q, want %q first", query, offers, want)
		}
	}
	if offers := b.Offers("xyzzy"); len(offers) != 0 {
		t.Errorf("nonsense offers %q", offers)
	}
	if strings.Join(b.Offers("splits"), "") != "" {
		t.Error("a command is offered that cannot be done now")
	}
}

func TestPaletteRunsWhatEnterChooses(t *testing.T) {
	b, s, steps, notes := openWall(t, "een")
	b.Key(fyne.KeyTab)
	b.Run("palette")
	b.Type("dupl")
	b.Key(fyne.KeyReturn)
	if n := len(boardtest.Board(s, steps[0]).Notes); n != 2 {
		t.Fatalf("%d notes", n)
	}
	if got := b.Selected(); len(got) != 1 || got[0] == notes[0] {
		t.Errorf("chosen %v", got)
	}
	b.Type("f") // the keyboard is the board's again
	if n := len(boardtest.Board(s, steps[0]).Notes); n != 2 {
		t.Error("typed into nothing")
	}
}

func TestWhatIsChosenIsArrangedByCommands(t *testing.T) {
	b, s, steps, notes := openWall(t, "een", "twee", "drie")
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Run("larger")
	if n, _ := boardtest.Board(s, steps[0]).Note(notes[0]); n.Rect.W <= board.NoteWidth {
		t.Error("no larger")
	}
	b.Run("tidy")
	b.Run("fix")
	b.Run("tidy")
	b.Run("unlock")
	for _, n := range boardtest.Board(s, steps[0]).Notes {
		if n.Lock != board.Unlocked {
			t.Error("still locked")
		}
	}
	b.Run("background")
	if len(b.Selected()) != 0 {
		t.Error("what lies in the background is chosen")
	}
	b.Run("unlock")
	if len(b.Selected()) != 3 {
		t.Error("the background cannot be brought back")
	}
}

func TestNotesAreSentToAStepThatIsChosen(t *testing.T) {
	b, s, steps, notes := openWall(t, "een", "twee")
	b.Key(fyne.KeyTab)
	b.Run("send")
	b.Choose("Plan")
	if n := len(boardtest.Board(s, steps[1]).Notes); n != 1 {
		t.Fatalf("%d notes on the other step", n)
	}
	home := boardtest.Board(s, steps[0])
	if len(home.Traces) != 1 || home.Traces[0].Note != notes[0] {
		t.Errorf("traces %+v", home.Traces)
	}
	if b.Message() == "" {
		t.Error("nothing is said")
	}
}

func TestANewTagIsTypedAndThenOffered(t *testing.T) {
	b, s, steps, notes := openWall(t, "een", "twee")
	b.Key(fyne.KeyTab)
	b.Run("tag")
	b.Type("snel")
	b.Key(fyne.KeyReturn)
	if n, _ := boardtest.Board(s, steps[0]).Note(notes[0]); len(n.Tags) != 1 || n.Tags[0] != "snel" {
		t.Fatalf("tags %v", n.Tags)
	}
	b.Key(fyne.KeyTab)
	b.Run("tag")
	b.Choose("snel")
	if n, _ := boardtest.Board(s, steps[0]).Note(notes[1]); len(n.Tags) != 1 {
		t.Errorf("tags %v", n.Tags)
	}
}

func TestNothingCoversTheBoardWhereverTheDockStands(t *testing.T) {
	for side := range 3 {
		b, s, steps, _ := openWall(t, strings.Split(strings.Repeat("een,", 40), ",")...)
		b.PutDock(side)
		b.Settle()
		free := b.Free()
		for _, n := range boardtest.Board(s, steps[0]).Notes {
			if !free.Contains(b.Screen(n.Rect.Min())) || !free.Contains(b.Screen(n.Rect.Max())) {
				t.Fatalf("at side %d a note lies at %v, outside of %v", side, b.Screen(n.Rect.Min()), free)
			}
		}
	}
}
