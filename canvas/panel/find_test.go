package panel_test

import (
	"fmt"
	"image/color"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
)

// finder is a panel that looks through a list of texts.
type finder struct {
	*panel.Find
	t       *testing.T
	texts   []string
	posts   chan func()
	visited []string
	left    bool
}

func openFinder(t *testing.T, texts ...string) *finder {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	f := &finder{t: t, texts: texts, posts: make(chan func(), 100)}
	f.Find = panel.NewFind(panel.FindOptions{
		Words: assets.Words("nl"), Search: f.search,
		About: func(board.ID) (color.Color, look.Icon) { return color.NRGBA{R: 1, A: 255}, "" },
		Visit: func(h panel.Hit) { f.visited = append(f.visited, h.Text) },
		Leave: func() { f.left = true }, Close: func() {},
		Post:  func(do func()) { f.posts <- do },
		Focus: func(fyne.Focusable) {},
	})
	test.NewTempWindow(t, f.Find).Resize(fyne.NewSize(look.SidePanel, 600))
	return f
}

// search finds texts that hold the query; every tenth text is on the next step.
func (f *finder) search(query string) []panel.Hit {
	var out []panel.Hit
	for i, t := range f.texts {
		if at := strings.Index(t, query); at >= 0 {
			step := board.ID(fmt.Sprint(i / 10))
			out = append(out, panel.Hit{
				Step: step, StepName: "Stap " + string(step), ID: board.ID(fmt.Sprint("n", i)), Text: t, From: at, To: at + len(query),
			})
		}
	}
	return out
}

// look types and waits until that was looked for.
func (f *finder) look(query string) {
	f.t.Helper()
	f.Type(query)
	f.settle(query)
}

func (f *finder) settle(query string) {
	f.t.Helper()
	for late := time.After(10 * time.Second); f.Asked() != query; {
		select {
		case do := <-f.posts:
			do()
		case <-late:
			f.t.Fatalf("%q was not looked for", query)
		}
	}
}

func TestFindListsByStepWhatHoldsTheTextWithItMarked(t *testing.T) {
	f := openFinder(t, "Bel een klant", "Iets anders", "klanten", "3", "4", "5", "6", "7", "8", "9", "Vaste klant")
	f.look("klant")
	want := []string{"Stap 02", "Bel een [klant]", "[klant]en", "Stap 11", "Vaste [klant]"}
	if got := f.Seen(); !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
	if f.Count() != "3 gevonden in 2 stappen" {
		t.Errorf("counts %q", f.Count())
	}
	f.look("zebra")
	if f.Count() != "Niets gevonden" || len(f.Seen()) > 0 {
		t.Errorf("%q with %q", f.Count(), f.Seen())
	}
}

func TestEnterAndArrowsGoAroundWhatWasFound(t *testing.T) {
	f := openFinder(t, "a1", "a2", "a3")
	f.look("a")
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp} {
		f.Key(k)
	}
	if want := []string{"a1", "a2", "a3", "a1", "a3"}; !slices.Equal(f.visited, want) {
		t.Errorf("went to %q instead of %q", f.visited, want)
	}
	if f.Count() != "3 van 3" {
		t.Errorf("counts %q", f.Count())
	}
	f.TapHit(1)
	if got := f.visited[len(f.visited)-1]; got != "a2" {
		t.Errorf("a tap went to %q", got)
	}
	f.Key(fyne.KeyEscape)
	if !f.left {
		t.Error("Escape does not leave")
	}
}

func TestEnterBeforeTheSearchIsDoneGoesThereOnceItIs(t *testing.T) {
	f := openFinder(t, "a1", "b1")
	f.Type("b")
	f.Key(fyne.KeyReturn)
	if len(f.visited) > 0 {
		t.Fatalf("went to %q too early", f.visited)
	}
	f.settle("b")
	if !slices.Equal(f.visited, []string{"b1"}) {
		t.Errorf("went to %q", f.visited)
	}
}

func TestWhatPeopleWentToStaysMarkedWhenTheWorkshopChanges(t *testing.T) {
	f := openFinder(t, "a1", "a2", "a3")
	f.look("a")
	f.Key(fyne.KeyReturn)
	f.Key(fyne.KeyReturn)
	f.texts[0] = "weg"
	f.Update()
	for late := time.After(10 * time.Second); f.Count() != "1 van 2"; {
		select {
		case do := <-f.posts:
			do()
		case <-late:
			t.Fatalf("counts %q", f.Count())
		}
	}
}

func TestLongListDrawsOnlyTheLinesThatAreSeen(t *testing.T) {
	f := openFinder(t, slices.Repeat([]string{"klant"}, 10_000)...)
	f.look("klant")
	if n := len(f.Seen()); n < 5 || n > 20 {
		t.Errorf("%d lines are drawn", n)
	}
	f.Key(fyne.KeyUp) // around, to the last
	seen := f.Seen()
	if n := len(seen); n < 5 || n > 20 || f.Count() != "10000 van 10000" {
		t.Errorf("at %s %d lines are drawn", f.Count(), n)
	}
	if head := seen[0]; head == "Stap 010" {
		t.Error("the list did not scroll")
	}
}

func TestExcerptShowsWhatWasFoundWithinTwoLines(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	for _, c := range []struct {
		text, found string
		want        []string
	}{
		{"Bel een vaste klant", "klant", []string{"Bel een vaste [klant]"}},
		{"Klantgesprekken", "gesprek", []string{"Klant[gesprek]ken"}},
		{"eerst\n\nen dan", "en", []string{"eerst [en] dan"}},
		{"", "", []string{""}},
	} {
		at := strings.Index(c.text, c.found)
		if got := panel.Excerpt(c.text, at, at+len(c.found), 400); !slices.Equal(got, c.want) {
			t.Errorf("%q instead of %q", got, c.want)
		}
	}
}

func TestExcerptOfAnyTextFitsAndHoldsWhatWasFound(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	r := rand.New(rand.NewPCG(1, 3))
	for range 300 {
		var words []string
		for range r.IntN(60) {
			words = append(words, string(slices.Repeat([]rune("oë"), 1+r.IntN(5))))
		}
		head := strings.Join(words, " ")
		text := head + " zoek " + strings.Join(words, "\n")
		at := len(head) + 1
		got := panel.Excerpt(text, at, at+4, 300)
		if len(got) > 2 || !strings.Contains(strings.Join(got, ""), "[zoek]") {
			t.Fatalf("%q of %q", got, text)
		}
		for _, l := range got {
			l = strings.NewReplacer("[", "", "]", "").Replace(l)
			if w := fyne.MeasureText(l, panel.FoundEm, fyne.TextStyle{}).Width; w > 310 {
				t.Fatalf("%q is %v wide", l, w)
			}
		}
	}
}
