package main

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/store"
	"samenbord/canvas"
)

// newProgram is the program as a window finds it, with a home of its own.
func newProgram(t *testing.T) (p *program, documents string) {
	t.Helper()
	folder, _ := newHome(t)
	t.Setenv("HOME", folder)
	t.Setenv("USERPROFILE", folder) // the home on Windows
	t.Setenv("XDG_CONFIG_HOME", "")
	p = &program{words: assets.Words("nl"), out: io.Discard, notes: io.Discard, data: filepath.Join(folder, "data")}
	return p, filepath.Join(folder, "Documents", "Samenbord")
}

func closing(t *testing.T, o canvas.Options) {
	t.Helper()
	if err := o.Close(); err != nil {
		t.Error(err)
	}
}

func TestTheWindowBeginsAWorkshopInTheLanguageOfTheOffer(t *testing.T) {
	p, documents := newProgram(t)
	for lang, want := range map[string]string{"nl": "Doelen stellen", "en": "Setting goals"} {
		offered := p.offer(lang)
		if len(offered) == 0 {
			t.Fatalf("nothing is offered in %s", lang)
		}
		o, err := p.beginWindow(offered[0].Key, "Dag: 1/2")
		if err != nil {
			t.Fatal(err)
		}
		defer closing(t, o)
		var info board.Info
		o.Session.Read(func(w *board.Workshop) { info = w.Info() })
		if got := steps(o.Session)[0].Name; got != want || info.Lang != lang || info.Title != "Dag: 1/2" {
			t.Errorf("%s begins with %q in %+v", lang, got, info)
		}
		if filepath.Dir(o.Path) != documents || o.ReadOnly {
			t.Errorf("the file is %s, for reading only: %t", o.Path, o.ReadOnly)
		}
	}
	for _, name := range []string{"Dag- 1-2", "Dag- 1-2 2"} {
		if !exists(filepath.Join(documents, name+ending)) {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestTheWindowKeepsWhatIsDoneInIt(t *testing.T) {
	p, _ := newProgram(t)
	o, err := p.exampleWindow("en")
	if err != nil {
		t.Fatal(err)
	}
	step := steps(o.Session)[5].ID
	note := board.Note{ID: board.NewID(), Step: step, Text: "Ring them on Monday", Color: board.Green}
	if err := o.Session.Do("create", board.Create(note)); err != nil {
		t.Fatal(err)
	}
	picture := filepath.Join(filepath.Dir(o.Path), "example.png")
	if err := errors.Join(o.Publish(), o.Export(picture), o.Close()); err != nil {
		t.Fatal(err)
	}
	if !exists(picture) {
		t.Error("the picture was not made")
	}
	if again, err := p.exampleWindow("en"); err != nil || again.Path != o.Path {
		t.Errorf("the second time opened %s: %v", again.Path, err)
	} else {
		defer closing(t, again)
		found := false
		again.Session.Read(func(w *board.Workshop) { _, found = w.Note(note.ID) })
		if !found {
			t.Error("the note is lost")
		}
	}
}

func TestASecondWindowCanOnlyLook(t *testing.T) {
	p, _ := newProgram(t)
	first, err := p.exampleWindow("nl")
	if err != nil {
		t.Fatal(err)
	}
	defer closing(t, first)
	second, err := p.openWindow(first.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer closing(t, second)
	if first.ReadOnly || !second.ReadOnly {
		t.Errorf("first for reading only: %t, second: %t", first.ReadOnly, second.ReadOnly)
	}
}

func TestTheWindowSaysWhatWentWrongInItsLanguage(t *testing.T) {
	p, _ := newProgram(t)
	_, err := p.openWindow("nowhere.samenbord")
	if got := explainIn(err, "", "en"); got != "nowhere.samenbord was not found; see whether it was moved or renamed." {
		t.Error(got)
	}
	if got := explainIn(store.ErrFull, "dag.samenbord", "nl"); !strings.HasPrefix(got, "De schijf is vol, dus dag.samenbord kon") {
		t.Error(got)
	}
	if got := explainIn(errors.New("odd\nthings"), "", "nl"); got != "Dat is niet gelukt: odd things." {
		t.Error(got)
	}
}

func TestATitleBecomesANameThatEverySystemTakes(t *testing.T) {
	for title, want := range map[string]string{
		"Twee dagen": "Twee dagen", " a/b\\c:d*e?f\"g<h>i|j\n": "a-b-c-d-e-f-g-h-i-j-", "Klaar...": "Klaar", "...": "workshop",
		strings.Repeat("ë", 300): strings.Repeat("ë", longestName),
	} {
		if got := fileName(title); got != want {
			t.Errorf("%q becomes %q", title, got)
		}
	}
}

func TestADisplayIsFoundWhereItsServerListens(t *testing.T) {
	for display, want := range map[string]string{
		":0": "unix /tmp/.X11-unix/X0", ":12.1": "unix /tmp/.X11-unix/X12", "unix:1": "unix /tmp/.X11-unix/X1",
		"localhost:10.0": "tcp localhost:6010", "": "", "nonsense": "", ":x": "",
	} {
		network, address, ok := displayAddress(display)
		if got := strings.TrimSpace(network + " " + filepath.ToSlash(address)); got != want || ok != (want != "") {
			t.Errorf("%q is at %q", display, got)
		}
	}
}
