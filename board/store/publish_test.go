package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/store"
)

// whole ends the test unless a thorough look finds nothing.
func whole(t testing.TB, path string) {
	t.Helper()
	r, err := store.Check(path)
	if err != nil || !r.Whole() {
		t.Errorf("%s: %q, %v", path, r.Damage, err)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func publish(t testing.TB, f *store.File) {
	t.Helper()
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
}

func TestPublishedFileStandsByItself(t *testing.T) {
	d := newDesk(t)
	f, _ := d.filled("a.samenbord", "een", "twee")
	defer closeFile(t, f)
	publish(t, f)
	b := read(t, f.Path())
	if b[18] != 1 || b[19] != 1 {
		t.Error("the file is not in rollback form")
	}
	if b[20] != 8 || binary.BigEndian.Uint32(b[68:]) != 0x53424f52 || binary.BigEndian.Uint32(b[60:]) != 1 {
		t.Error("the header does not say what it is")
	}
	again := bytes.Clone(b)
	repair(again)
	if !bytes.Equal(b, again) {
		t.Error("pages do not match their checksums")
	}
	if got := names(t, d.dir); !reflect.DeepEqual(got, []string{"a.samenbord"}) {
		t.Error("beside the file:", got)
	}
	whole(t, f.Path())
}

func TestPublishingNothingNewLeavesTheFileAlone(t *testing.T) {
	d := newDesk(t)
	f, _ := d.filled("a.samenbord", "een")
	publish(t, f)
	before, err := os.Stat(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	publish(t, f)
	closeFile(t, f)
	closeFile(t, d.open("a.samenbord"))
	after, err := os.Stat(d.path("a.samenbord"))
	if err != nil || !os.SameFile(before, after) {
		t.Error("the file was replaced", err)
	}
}

func TestSecondWindowOpensForReadingOnly(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	hash, err := f.PutBlob([]byte("plaatje"), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	publish(t, f)
	g := d.open("a.samenbord")
	if !g.ReadOnly() || !errors.Is(g.Reason(), store.ErrLocked) {
		t.Fatalf("read only %v because of %v", g.ReadOnly(), g.Reason())
	}
	if got := texts(g.Session(), step); !slices.Equal(got, []string{"een"}) {
		t.Errorf("notes %q", got)
	}
	if b, err := g.Blob(hash); err != nil || string(b) != "plaatje" {
		t.Errorf("picture %q, %v", b, err)
	}
	if err := g.Session().Do("x", board.Remove(step)); !errors.Is(err, board.ErrReadOnly) {
		t.Error("change:", err)
	}
	if _, err := g.PutBlob([]byte("x"), "image/png"); !errors.Is(err, board.ErrReadOnly) {
		t.Error("picture:", err)
	}
	if err := g.SaveAs(d.path("b.samenbord")); err != nil {
		t.Error(err)
	}
	closeFile(t, g)
	boardtest.Notes(t, f.Session(), step, "twee")
	closeFile(t, f)
	whole(t, d.path("a.samenbord"))
	whole(t, d.path("b.samenbord"))
}

func TestReadOnlyFileOpensForReadingOnly(t *testing.T) {
	d := newDesk(t)
	f, _ := d.filled("a.samenbord", "een")
	closeFile(t, f)
	if err := os.Chmod(d.path("a.samenbord"), 0o444); err != nil {
		t.Fatal(err)
	}
	f = d.open("a.samenbord")
	defer closeFile(t, f)
	if !f.ReadOnly() || !errors.Is(f.Reason(), store.ErrPermission) {
		t.Errorf("read only %v because of %v", f.ReadOnly(), f.Reason())
	}
}

func TestWorkshopCanBeLookedAtWithoutARoomForWorkingCopies(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	closeFile(t, f)
	d.opts.DataDir = d.path("a.samenbord") // a file, where no folder can be made
	f = d.open("a.samenbord")
	defer closeFile(t, f)
	if got := texts(f.Session(), step); !f.ReadOnly() || len(got) != 1 {
		t.Errorf("notes %q, read only %v", got, f.ReadOnly())
	}
}

func TestChangesMadeElsewhereAreTakenIn(t *testing.T) {
	here := newDesk(t)
	there := here.another()
	f, step := here.filled("a.samenbord", "een")
	publish(t, f)
	g := there.open("a.samenbord")
	if g.ReadOnly() {
		t.Fatal(g.Reason())
	}
	boardtest.Notes(t, g.Session(), step, "van daar")
	hash, err := g.PutBlob([]byte("plaatje"), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	closeFile(t, g)
	var heard []board.ID
	f.Session().Watch(func(e board.Event) { heard = append(heard, e.Objects...) })
	boardtest.Notes(t, f.Session(), step, "van hier")
	publish(t, f)
	want := []string{"een", "van daar", "van hier"}
	if got := texts(f.Session(), step); !sameTexts(got, want) {
		t.Errorf("notes %q", got)
	}
	if len(heard) != 2 {
		t.Errorf("the screen heard of %d objects", len(heard))
	}
	if b, err := f.Blob(hash); err != nil || string(b) != "plaatje" {
		t.Errorf("picture %q, %v", b, err)
	}
	closeFile(t, f)
	g = there.open("a.samenbord")
	defer closeFile(t, g)
	if got := texts(g.Session(), step); !sameTexts(got, want) {
		t.Errorf("notes there %q", got)
	}
	if name, can := g.Session().CanUndo(); !can || name != "test" {
		t.Error("what was done there can no longer be undone there")
	}
	whole(t, g.Path())
}

func sameTexts(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func TestFileThatTookThePlaceIsKept(t *testing.T) {
	for name, foreign := range map[string]func(d *desk) []byte{
		"garbage": func(*desk) []byte { return []byte("no workshop at all") },
		"another workshop": func(d *desk) []byte {
			f, _ := d.another().filled("other.samenbord", "anders")
			closeFile(d.t, f)
			b := read(d.t, d.path("other.samenbord"))
			if err := os.Remove(d.path("other.samenbord")); err != nil {
				d.t.Fatal(err)
			}
			return b
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			f, step := d.filled("a.samenbord", "een")
			publish(t, f)
			stranger := foreign(d)
			if err := os.WriteFile(f.Path(), stranger, 0o600); err != nil {
				t.Fatal(err)
			}
			boardtest.Notes(t, f.Session(), step, "twee")
			publish(t, f)
			aside := f.SetAside()
			if len(aside) != 1 || filepath.Base(aside[0]) != "a (2).samenbord" {
				t.Fatalf("set aside %q", aside)
			}
			if got := read(t, aside[0]); !bytes.Equal(got, stranger) {
				t.Error("what took the place is not kept as it was")
			}
			closeFile(t, f)
			whole(t, d.path("a.samenbord"))
		})
	}
}

func TestFileDeletedWhileOpenComesBack(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	publish(t, f)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	boardtest.Notes(t, f.Session(), step, "twee")
	closeFile(t, f)
	whole(t, d.path("a.samenbord"))
}

func TestPublishingThroughALinkKeepsTheLink(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	closeFile(t, f)
	if err := os.Symlink("a.samenbord", d.path("link.samenbord")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	f = d.open("link.samenbord")
	boardtest.Notes(t, f.Session(), step, "twee")
	closeFile(t, f)
	if info, err := os.Lstat(d.path("link.samenbord")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone", err)
	}
	f = d.open("a.samenbord")
	defer closeFile(t, f)
	if got := texts(f.Session(), step); len(got) != 2 {
		t.Errorf("notes %q", got)
	}
}

func TestNamesOfFilesMayHoldAnything(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"a b.samenbord", "50% #1 vraag?.samenbord", "café [2] & é.samenbord", "zonder einde"} {
		f, step := d.filled(name, "een")
		closeFile(t, f)
		f = d.open(name)
		if got := texts(f.Session(), step); len(got) != 1 || f.ReadOnly() {
			t.Errorf("%s: notes %q", name, got)
		}
		closeFile(t, f)
		whole(t, d.path(name))
	}
	if got := names(t, d.dir); len(got) != 4 {
		t.Errorf("%q", got)
	}
}

func TestSaveAsLeavesTheWorkshopWhereItIs(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	for range 2 { // the second time there is a file
		if err := f.SaveAs(d.path("b.samenbord")); err != nil {
			t.Fatal(err)
		}
		boardtest.Notes(t, f.Session(), step, "meer")
	}
	closeFile(t, f)
	a, b := d.open("a.samenbord"), d.open("b.samenbord")
	if na, nb := len(texts(a.Session(), step)), len(texts(b.Session(), step)); na != 3 || nb != 2 {
		t.Errorf("%d notes in the workshop, %d in the copy", na, nb)
	}
	if err := a.SaveAs(b.Path()); !errors.Is(err, store.ErrLocked) {
		t.Error("saved over a workshop that is open:", err)
	}
	closeFile(t, a)
	closeFile(t, b)
	whole(t, d.path("b.samenbord"))
}

func TestClosedWorkshopTakesNoMoreChanges(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord", "een")
	closeFile(t, f)
	if err := f.Session().Do("x", board.Remove(step)); !errors.Is(err, store.ErrClosed) {
		t.Error(err)
	}
	if len(texts(f.Session(), step)) != 1 {
		t.Error("the screen shows what was not kept")
	}
	closeFile(t, f)
}

func TestPicturesAreKeptOnceAndWhole(t *testing.T) {
	d := newDesk(t)
	f, _ := d.filled("a.samenbord")
	picture := bytes.Repeat([]byte{1, 2, 3}, 100_000)
	first, err := f.PutBlob(picture, "image/png")
	if err != nil {
		t.Fatal(err)
	}
	if second, err := f.PutBlob(picture, "image/png"); err != nil || second != first {
		t.Errorf("%s and %s, %v", first, second, err)
	}
	if _, err := f.PutBlob(make([]byte, store.MaxBlob+1), "image/png"); !errors.Is(err, store.ErrTooLarge) {
		t.Error(err)
	}
	if _, err := f.PutBlob(nil, "image/png"); err == nil {
		t.Error("kept an empty picture")
	}
	largest, err := f.PutBlob(make([]byte, store.MaxBlob), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	closeFile(t, f)
	f = d.open("a.samenbord")
	defer closeFile(t, f)
	if b, err := f.Blob(first); err != nil || !bytes.Equal(b, picture) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	if b, err := f.Blob(largest); err != nil || len(b) != store.MaxBlob {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	for _, hash := range []string{"", "xyz", string(bytes.Repeat([]byte("0"), 64))} {
		if _, err := f.Blob(hash); !errors.Is(err, store.ErrNoBlob) {
			t.Errorf("%q: %v", hash, err)
		}
	}
	if r, err := store.Check(f.Path()); err != nil || !r.Whole() || r.Blobs != 2 {
		t.Errorf("%+v, %v", r, err)
	}
}

// People go on working while the file is brought up to date.
func TestChangesDuringPublishingAreKept(t *testing.T) {
	d := newDesk(t)
	f, step := d.filled("a.samenbord")
	id := boardtest.Notes(t, f.Session(), step, "een")[0]
	done := make(chan error)
	go func() {
		for range 20 {
			if err := f.Publish(); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for i := range 100 {
		move(t, f.Session(), id, float64(i))
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	closeFile(t, f)
	f = d.open("a.samenbord")
	defer closeFile(t, f)
	if x := at(f.Session(), id); x != 99 {
		t.Error("x is", x)
	}
	whole(t, f.Path())
}
