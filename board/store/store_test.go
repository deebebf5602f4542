package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/store"
)

// desk is a computer with a folder for workshops.
type desk struct {
	t    testing.TB
	dir  string
	opts store.Options
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	return &desk{t, t.TempDir(), store.Options{DataDir: t.TempDir(), Wall: boardtest.Clock()}}
}

// another is a second computer that sees the same folder.
func (d *desk) another() *desk {
	return &desk{d.t, d.dir, store.Options{DataDir: d.t.TempDir(), Wall: boardtest.Clock()}}
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

func (d *desk) create(name string) *store.File {
	d.t.Helper()
	f, err := store.Create(d.path(name), d.opts)
	if err != nil {
		d.t.Fatal(err)
	}
	return f
}

func (d *desk) open(name string) *store.File {
	d.t.Helper()
	f, err := store.Open(d.path(name), d.opts)
	if err != nil {
		d.t.Fatal(err)
	}
	return f
}

// filled makes a workshop of one step with a note for each text, and leaves it open.
func (d *desk) filled(name string, texts ...string) (*store.File, board.ID) {
	d.t.Helper()
	f := d.create(name)
	step := board.Step{ID: board.NewID(), Order: "V", Name: "Doelen"}
	boardtest.Do(d.t, f.Session(), board.Create(board.Info{Title: "Proef", Lang: "nl"}), board.Create(step))
	if len(texts) > 0 {
		boardtest.Notes(d.t, f.Session(), step.ID, texts...)
	}
	return f, step.ID
}

func closeFile(t testing.TB, f *store.File) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func objects(s *board.Session) (all []board.Object) {
	s.Read(func(w *board.Workshop) { all = w.Objects() })
	return all
}

func texts(s *board.Session, step board.ID) (out []string) {
	for _, n := range boardtest.Board(s, step).Notes {
		out = append(out, n.Text)
	}
	return out
}

func names(t testing.TB, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestWorkshopComesBackAsItWas(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een", "twee", "drie")
	want := objects(f.Session())
	closeFile(t, f)
	g := d.open("a.samenbord")
	defer closeFile(t, g)
	if got := objects(g.Session()); !reflect.DeepEqual(got, want) {
		t.Errorf("%d objects came back otherwise than the %d that went", len(got), len(want))
	}
	if got := texts(g.Session(), step); len(got) != 3 {
		t.Errorf("notes %v", got)
	}
	if g.ReadOnly() {
		t.Error("opened for reading only:", g.Reason())
	}
}

func TestClosingLeavesOneFileAndNothingElse(t *testing.T) {
	d := newDesk(t)
	f, _ := d.filled("a.samenbord", "een")
	closeFile(t, f)
	if got := names(t, d.dir); !reflect.DeepEqual(got, []string{"a.samenbord"}) {
		t.Error("beside the file:", got)
	}
	if got := names(t, filepath.Join(d.opts.DataDir, "work")); len(got) != 0 {
		t.Error("working copies left:", got)
	}
	closeFile(t, d.open("a.samenbord"))
	if got := names(t, filepath.Join(d.opts.DataDir, "work")); len(got) != 0 {
		t.Error("working copies left after looking:", got)
	}
}

func TestCreateRefusesAFileThatIsThere(t *testing.T) {
	d := newDesk(t)
	closeFile(t, d.create("a.samenbord"))
	if _, err := store.Create(d.path("a.samenbord"), d.opts); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if _, err := store.Create(d.path("no such folder/a.samenbord"), d.opts); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := store.Open(d.path("b.samenbord"), d.opts); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
