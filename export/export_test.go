package export_test

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/export"
)

func TestEveryNoteIsFoundOnOneLine(t *testing.T) {
	r := workshop(t, 119)
	text := strings.Join(pageTexts(t, draw(t, r.Session, "pdf", export.Options{})), "\n")
	lines := map[string]int{}
	for line := range strings.Lines(text) {
		lines[strings.TrimSpace(line)]++
	}
	for id, s := range r.texts {
		if lines[s] < 2 { // on the board and in the list
			t.Errorf("%s: %q stands on %d lines of its own", id, s, lines[s])
		}
	}
}

func TestSameWorkshopGivesSameBytes(t *testing.T) {
	r := workshop(t, 60)
	r.set(t, r.notes[0][0], board.Fields{"text": "🚀 ✅ 🎉 emoji 👩‍👩‍👧 en שלום en 𝒜"})
	for _, format := range export.Formats() {
		a := draw(t, r.Session, format, export.Options{})
		for range 3 {
			if !bytes.Equal(a, draw(t, r.Session, format, export.Options{})) {
				t.Fatalf("%s differs from one time to the next", format)
			}
		}
	}
}

func TestLanguageOfTheExportCanBeChosen(t *testing.T) {
	r := workshop(t, 36)
	for lang, want := range map[string][]string{
		"":   {"Inhoud", "15 januari 2027", "Nog geen antwoord", "trekker:"},
		"nl": {"Inhoud", "1 maart 2027"},
		"en": {"Contents", "15 January 2027", "No answer yet", "owner:"},
	} {
		text := strings.Join(pageTexts(t, draw(t, r.Session, "pdf", export.Options{Lang: lang})), "\n")
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("language %q: %q is missing", lang, w)
			}
		}
	}
}

func TestChosenDateIsPrinted(t *testing.T) {
	r := workshop(t, 6)
	day := time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC)
	text := strings.Join(pageTexts(t, draw(t, r.Session, "pdf", export.Options{Date: day})), "\n")
	if !strings.Contains(text, "29 februari 2028") {
		t.Error("the date is not printed")
	}
}

func TestDateOfTheLastChangeStandsInForAMissingOne(t *testing.T) {
	s, _ := boardtest.Session(t, "Doelen")
	if text := pageTexts(t, draw(t, s, "pdf", export.Options{}))[0]; !strings.Contains(text, "15 januari 2027") {
		t.Errorf("the cover says %q", text)
	}
}

func TestAuthorsAreNeverPrinted(t *testing.T) {
	r := workshop(t, 12)
	writer := board.Person{ID: board.NewID(), Name: "Deelnemer 42"}
	boardtest.Do(t, r.Session, board.Create(writer))
	for _, ids := range r.notes {
		for _, id := range ids {
			r.set(t, id, board.Fields{"author": string(writer.ID)})
		}
	}
	if text := strings.Join(pageTexts(t, draw(t, r.Session, "pdf", export.Options{})), "\n"); strings.Contains(text, "42") {
		t.Error("an author is printed")
	}
}

func TestStepWithoutNotesGetsALineAndNoPage(t *testing.T) {
	r := workshop(t, 12)
	pages := pageTexts(t, draw(t, r.Session, "pdf", export.Options{}))
	var on []int
	for i, p := range pages {
		if strings.Contains(p, "Borging") {
			on = append(on, i+1)
		}
	}
	if !slices.Equal(on, []int{2}) {
		t.Errorf("the empty step is named on pages %v instead of the contents alone", on)
	}
}

func TestUnusedNotesAreListed(t *testing.T) {
	r := workshop(t, 24)
	pages := pageTexts(t, draw(t, r.Session, "pdf", export.Options{}))
	i := slices.IndexFunc(pages, func(p string) bool { return strings.HasPrefix(p, "Nog niet gebruikte geeltjes") })
	if i < 0 {
		t.Fatal("there is no list of unused notes")
	}
	var used map[board.ID]bool
	r.Read(func(w *board.Workshop) { used = w.Plan().Used() })
	for id, text := range r.texts {
		if strings.Contains(pages[i], text) == used[id] {
			t.Errorf("%q is used: %t, which the list does not show", text, used[id])
		}
	}
}

func TestSmallAndLargeWorkshopsAreDrawn(t *testing.T) {
	for _, n := range []int{0, 1, 500} {
		r := workshop(t, n)
		b := draw(t, r.Session, "pdf", export.Options{})
		pages := pageTexts(t, b)
		if len(pages) < 3 {
			t.Errorf("%d notes make %d pages", n, len(pages))
		}
		text := strings.Join(pages, "\n")
		for _, s := range r.texts {
			if !strings.Contains(text, s) {
				t.Errorf("%d notes: %q is lost", n, s)
			}
		}
		if _, err := png.Decode(bytes.NewReader(draw(t, r.Session, "png", export.Options{}))); err != nil {
			t.Error(err)
		}
	}
}

func TestNothingAtAllIsDrawn(t *testing.T) {
	for _, format := range export.Formats() {
		var b bytes.Buffer
		if err := export.Write(&b, format, board.NewWorkshop(), export.Options{}); err != nil || b.Len() == 0 {
			t.Errorf("%s of an empty workshop: %d bytes, %v", format, b.Len(), err)
		}
	}
}

func TestPictureIsNotTooLarge(t *testing.T) {
	r := workshop(t, 119)
	c, err := png.DecodeConfig(bytes.NewReader(draw(t, r.Session, "png", export.Options{})))
	if err != nil {
		t.Fatal(err)
	}
	if long := max(c.Width, c.Height); long > 4000 || long < 2000 {
		t.Errorf("the picture is %d by %d", c.Width, c.Height)
	}
}

func TestEndingChoosesTheFormat(t *testing.T) {
	r := workshop(t, 6)
	for name, start := range map[string]string{"a.pdf": "%PDF-", "a.PNG": "\x89PNG"} {
		path := filepath.Join(t.TempDir(), name)
		r.Read(func(w *board.Workshop) {
			if err := export.WriteFile(path, w, export.Options{}); err != nil {
				t.Fatal(err)
			}
		})
		if b, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(b, []byte(start)) {
			t.Errorf("%s begins with %.8q: %v", name, b, err)
		}
	}
}

func TestUnknownEndingIsRefusedInOneSentence(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.docx", "a", "a.pdf.bak"} {
		err := export.WriteFile(filepath.Join(dir, name), board.NewWorkshop(), export.Options{})
		if !errors.Is(err, export.ErrFormat) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v was left behind", left)
	}
}

func TestFailedExportLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "old.pdf")
	if err := os.MkdirAll(filepath.Join(path, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := export.WriteFile(path, board.NewWorkshop(), export.Options{}); err == nil {
		t.Error("a folder was overwritten")
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%v was left behind", left)
	}
}

func BenchmarkPDF(b *testing.B) {
	r := workshop(b, 119)
	for b.Loop() {
		draw(b, r.Session, "pdf", export.Options{})
	}
}
