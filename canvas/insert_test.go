package canvas_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas"
)

// album is where a test keeps its pictures.
type album map[string][]byte

func (a album) keep(data []byte, _ string) (string, error) {
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	a[hash] = data
	return hash, nil
}

func (a album) blob(hash string) ([]byte, error) {
	if b, ok := a[hash]; ok {
		return b, nil
	}
	return nil, errors.New("no such picture")
}

func writePicture(t *testing.T, name string, w, h int) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(x), B: uint8(y), A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func openAlbum(t *testing.T, texts ...string) (*canvas.Bench, *board.Session, []board.ID, []board.ID) {
	t.Helper()
	s, steps := boardtest.Session(t, "Doelen", "Plan")
	notes := boardtest.Notes(t, s, steps[0], texts...)
	a := album{}
	b := canvas.NewBench(t, canvas.Options{Session: s, Lang: "nl", Keep: a.keep, Blob: a.blob}, fyne.NewSize(1280, 720))
	b.Settle()
	return b, s, steps, notes
}

func TestDroppedPicturesLieBesideEachOtherWhereTheyFell(t *testing.T) {
	b, s, steps, _ := openAlbum(t, "een")
	place := board.Point{X: 900, Y: 700}
	b.Drop(place, writePicture(t, "muur.png", 300, 150), writePicture(t, "groep.png", 100, 200))
	b.Until("the pictures are there", func() bool { return len(boardtest.Board(s, steps[0]).Images) == 2 })
	images := boardtest.Board(s, steps[0]).Images
	if images[0].Rect.Overlaps(images[1].Rect) || images[0].Rect.W != 400 || images[1].Rect.H != 400 {
		t.Errorf("at %v and %v", images[0].Rect, images[1].Rect)
	}
	all := images[0].Rect.Union(images[1].Rect)
	if c := all.Center(); c.Distance(place) > 2 || images[0].Alt != "muur" {
		t.Errorf("around %v, %q", c, images[0].Alt)
	}
	if len(b.Selected()) != 2 {
		t.Error("they are not chosen")
	}
	b.Shortcut(&fyne.ShortcutUndo{})
	if len(boardtest.Board(s, steps[0]).Images) != 0 {
		t.Error("one undo does not take both away")
	}
}

func TestAPictureDroppedOnANoteBelongsToIt(t *testing.T) {
	b, s, steps, notes := openAlbum(t, "een")
	n, _ := boardtest.Board(s, steps[0]).Note(notes[0])
	b.Drop(n.Rect.Center(), writePicture(t, "muur.png", 300, 150))
	b.Until("the note has its picture", func() bool {
		n, _ := boardtest.Board(s, steps[0]).Note(notes[0])
		return n.Hash != "" && n.Alt == "muur"
	})
	if len(boardtest.Board(s, steps[0]).Images) != 0 {
		t.Error("it lies on the board too")
	}
}

func TestAPastedPathIsAPictureAndOtherTextIsNotes(t *testing.T) {
	b, s, steps, _ := openAlbum(t)
	b.Copy("file://" + writePicture(t, "muur.png", 30, 15) + "\n")
	b.Shortcut(&fyne.ShortcutPaste{})
	b.Until("the picture is there", func() bool { return len(boardtest.Board(s, steps[0]).Images) == 1 })
	b.Copy("/nergens/muur.png")
	b.Shortcut(&fyne.ShortcutPaste{})
	if n := boardtest.Board(s, steps[0]).Notes; len(n) != 1 || n[0].Text != "/nergens/muur.png" {
		t.Errorf("notes %+v", n)
	}
}

func TestWhatCannotBeBroughtInIsToldAndTheRestComesIn(t *testing.T) {
	b, s, steps, _ := openAlbum(t, "een")
	bad := filepath.Join(t.TempDir(), "kapot.png")
	if err := os.WriteFile(bad, []byte("geen foto"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Drop(board.Point{X: 900, Y: 700}, bad, writePicture(t, "muur.png", 30, 15))
	b.Until("it is told", func() bool { return b.Message() != "" && len(boardtest.Board(s, steps[0]).Images) == 1 })
	b.Drop(board.Point{}, filepath.Join(t.TempDir(), "muziek.mp3"))
	if b.Message() == "" {
		t.Error("an unknown file is met with silence")
	}
}

func TestADroppedListBecomesNotes(t *testing.T) {
	b, s, steps, _ := openAlbum(t)
	list := filepath.Join(t.TempDir(), "geeltjes.csv")
	if err := os.WriteFile(list, []byte("Tekst;Stap\nbellen;Doelen\nschrijven;Plan\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Drop(board.Point{}, list)
	if len(boardtest.Board(s, steps[0]).Notes) != 1 || len(boardtest.Board(s, steps[1]).Notes) != 1 {
		t.Errorf("%d and %d notes", len(boardtest.Board(s, steps[0]).Notes), len(boardtest.Board(s, steps[1]).Notes))
	}
}
