package main

import (
	"encoding/csv"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"samenbord/assets"
)

// newHome gives a test a data folder of its own, and returns a folder for its files with the notes of the example.
func newHome(t testing.TB) (folder, notes string) {
	t.Helper()
	folder = t.TempDir()
	t.Setenv("SAMENBORD_DATA", filepath.Join(folder, "data"))
	t.Setenv("LC_ALL", "nl_NL.UTF-8")
	_, list := assets.Example("nl")
	notes = filepath.Join(folder, "notes.csv")
	if err := os.WriteFile(notes, list, 0o644); err != nil {
		t.Fatal(err)
	}
	return folder, notes
}

func TestEveryNoteCountsAndEveryActionHasItsNotes(t *testing.T) {
	folder, notes := newHome(t)
	file := filepath.Join(folder, "a.samenbord")
	ask(t, "new", file)
	ask(t, "import", file, notes)
	ask(t, "cluster", file)
	ask(t, "plan", file)
	var got summary
	if err := json.Unmarshal([]byte(ask(t, "info", file, "--json")), &got); err != nil {
		t.Fatal(err)
	}
	sum, filled := 0, 0
	for _, s := range got.Steps {
		sum += s.Notes
		if s.Notes > 0 {
			filled++
		}
		if s.Notes > 0 && s.Clusters == 0 {
			t.Errorf("%s has %d notes and no clusters", s.Name, s.Notes)
		}
	}
	if sum != 119 || filled != 5 {
		t.Errorf("%d notes in %d steps", sum, filled)
	}
	if p := got.Plan; p.Actions == 0 || p.ActionsWithSources != p.Actions || p.Themes == 0 {
		t.Errorf("the plan is %+v", p)
	}
}

func TestThePDFHoldsTheTextOfEveryNote(t *testing.T) {
	if ok, err := required("needs:pdftotext"); err != nil {
		t.Fatal(err)
	} else if !ok {
		t.Skip("pdftotext is missing")
	}
	folder, notes := newHome(t)
	file, pdf := filepath.Join(folder, "a.samenbord"), filepath.Join(folder, "a.pdf")
	ask(t, "example", file)
	ask(t, "export", file, "-o", pdf)
	text, err := exec.Command("pdftotext", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(pdf); err != nil || info.Size() > 1<<20 {
		t.Errorf("the PDF takes %d bytes, %v", info.Size(), err)
	}
	whole := letters(string(text))
	for _, note := range texts(t, notes) {
		if !strings.Contains(whole, letters(note)) {
			t.Errorf("the PDF lacks %q", note)
		}
	}
}

// letters leaves out what a line break may change.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func texts(t *testing.T, list string) (out []string) {
	t.Helper()
	f, err := os.Open(list)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		out = append(out, row[len(row)-1])
	}
	return out
}

func TestAKilledImportLeavesAWholeWorkshop(t *testing.T) {
	folder, notes := newHome(t)
	file := filepath.Join(folder, "a.samenbord")
	ask(t, "new", file)
	began := time.Now()
	if out, err := exec.Command("samenbord", "import", file, notes).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	usual := time.Since(began)
	rounds, chance := 12, rand.New(rand.NewPCG(1, 2))
	if os.Getenv("CI") != "" {
		rounds = 25
	}
	before := 119
	for range rounds {
		c := exec.Command("samenbord", "import", file, notes)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// The law holds at every moment, so it does not matter which moment the machine picks.
		kill := time.AfterFunc(time.Duration(chance.Int64N(int64(usual))), func() { _ = c.Process.Kill() })
		_ = c.Wait()
		kill.Stop()
		ask(t, "check", file)
		after := notesIn(t, file)
		if after != before && after != before+119 {
			t.Fatalf("an import of 119 notes made %d of %d", after, before)
		}
		before = after
	}
}

func notesIn(t *testing.T, file string) (sum int) {
	t.Helper()
	var s summary
	if err := json.Unmarshal([]byte(ask(t, "info", file, "--json")), &s); err != nil {
		t.Fatal(err)
	}
	for _, step := range s.Steps {
		sum += step.Notes
	}
	return sum
}

func TestTheVersionIsThatOfTheApp(t *testing.T) {
	b, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`(?m)^Version = "(.*)"$`).FindSubmatch(b); m == nil || string(m[1]) != version {
		t.Errorf("FyneApp.toml has version %q, the program %q", m, version)
	}
}

// BenchmarkTheMainJob does what a workshop of two days needs on 119 notes, from template to PDF.
func BenchmarkTheMainJob(b *testing.B) {
	folder, notes := newHome(b)
	file, pdf := filepath.Join(folder, "a.samenbord"), filepath.Join(folder, "a.pdf")
	for b.Loop() {
		os.Remove(file)
		for _, args := range [][]string{
			{"new", file}, {"import", file, notes}, {"cluster", file}, {"plan", file}, {"export", file, "-o", pdf},
		} {
			if out, err := exec.Command("samenbord", args...).CombinedOutput(); err != nil {
				b.Fatalf("samenbord %q: %v: %s", args, err, out)
			}
		}
	}
}
