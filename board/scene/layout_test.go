package scene_test

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/scene"
)

func note(id board.ID, text string) board.Note {
	return board.Note{ID: id, Text: text, Color: board.Yellow, Rect: board.Rect{W: board.NoteWidth, H: board.NoteHeight}}
}

// linesOf are the lines that belong to an object.
func linesOf(shapes []scene.Shape, id board.ID) []*scene.Line {
	var out []*scene.Line
	for _, s := range shapes {
		if l, ok := s.(*scene.Line); ok && l.Obj == id {
			out = append(out, l)
		}
	}
	return out
}

func textOf(shapes []scene.Shape, id board.ID) string {
	var b strings.Builder
	for _, l := range linesOf(shapes, id) {
		b.WriteString(l.Text + "|")
	}
	return b.String()
}

func TestTextOnANoteShrinksAndThenTheNoteGrows(t *testing.T) {
	size, height := math.Inf(1), 0.0
	for n := 1; n < 120; n++ {
		note := note("n", strings.Repeat("samen ", n))
		shapes := scene.LayoutNote(note, scene.Options{})
		got := linesOf(shapes, "n")[0].Size
		r := scene.NoteSize(note)
		switch {
		case got > size || r.H < height:
			t.Fatalf("with %d words the letters are %v and the note %v high, after %v and %v", n, got, r.H, size, height)
		case got > 22 || got < 12:
			t.Fatalf("letters of %v", got)
		case r.H > board.NoteHeight && got > 12:
			t.Fatalf("the note grew to %v while its letters were %v", r.H, got)
		case r.X != 0 || r.Y != 0 || r.W != board.NoteWidth:
			t.Fatalf("the note became %v", r)
		}
		for _, l := range linesOf(shapes, "n") {
			if l.Origin.X < 8 || l.Origin.X+l.Width > r.W-8 || l.Origin.Y < 8 || l.Origin.Y > r.H-8 {
				t.Fatalf("line %q stands at %v on a note of %v", l.Text, l.Origin, r)
			}
		}
		size, height = got, r.H
	}
	if height <= board.NoteHeight {
		t.Error("the note did not grow")
	}
}

func TestALongWordOnANoteStaysReadable(t *testing.T) {
	for _, text := range []string{"verantwoordelijkheden delen", "medewerkerstevredenheidsonderzoek"} {
		lines := linesOf(scene.LayoutNote(note("n", text), scene.Options{}), "n")
		if lines[0].Size < 18 {
			t.Errorf("%q is written in letters of %v", text, lines[0].Size)
		}
	}
}

func TestWhatIsHiddenIsLeftOut(t *testing.T) {
	b := &board.Board{
		Notes:    []board.Note{note("a", "een"), note("b", "twee")},
		Clusters: []board.Cluster{{ID: "c", Name: "naam"}},
		Links:    []board.Link{{ID: "l", From: "a", To: "c"}},
	}
	b.Notes[1].Rect.X = 900
	hidden := func(id board.ID) bool { return id == "a" }
	for _, s := range scene.Layout(b, scene.Options{Hidden: hidden}).Shapes {
		if id := scene.PlaceOf(s).Obj; id != "b" && id != "c" {
			t.Errorf("%q is drawn", id)
		}
	}
}

func TestAuthorsShowUnlessTheStepIsAnonymous(t *testing.T) {
	b := &board.Board{Notes: []board.Note{note("a", "een")}}
	b.Notes[0].Author = "p"
	o := scene.Options{Author: func(id board.ID) string { return "naam van " + string(id) }}
	if got := textOf(scene.Layout(b, o).Shapes, "a"); got != "een|naam van p|" {
		t.Errorf("the note says %q", got)
	}
	b.Step.Anonymous = true
	if got := textOf(scene.Layout(b, o).Shapes, "a"); got != "een|" {
		t.Errorf("the anonymous note says %q", got)
	}
}

func TestAnEmptySectionSaysWhatToWrite(t *testing.T) {
	b := &board.Board{Sections: []board.Section{
		{ID: "s", Rect: board.Rect{W: 600, H: 400}, Name: "Doelen", Hint: "Een doel per geeltje"},
		{ID: "r", Rect: board.Rect{X: 700, W: 600, H: 600}, Shape: board.ShapeEllipse, Name: "Sector", Hint: "Wat merkt de sector?"},
	}}
	said := func(o scene.Options) string {
		shapes := scene.Layout(b, o).Shapes
		return textOf(shapes, "s") + textOf(shapes, "r")
	}
	if got := said(scene.Options{Hints: true}); got != "Doelen|Een doel per geeltje|Sector|Wat merkt de sector?|" {
		t.Errorf("empty sections say %q", got)
	}
	if got := said(scene.Options{}); got != "Doelen|Sector|" {
		t.Errorf("without hints they say %q", got)
	}
	b.Notes = []board.Note{note("n", "iets")}
	if got := said(scene.Options{Hints: true}); got != "Doelen|Sector|Wat merkt de sector?|" {
		t.Errorf("with a note in the first they say %q", got)
	}
}

func TestNotesThatFitNowhereHaveAName(t *testing.T) {
	b := &board.Board{Clusters: []board.Cluster{{ID: "c", Rest: true}}}
	o := scene.Options{Words: scene.Words{Rest: "Nog in te delen"}}
	if got := textOf(scene.Layout(b, o).Shapes, "c"); got != "Nog in te delen|" {
		t.Errorf("the frame says %q", got)
	}
}

func TestNamesOfClustersKeepAboveTheirNotes(t *testing.T) {
	for _, name := range []string{"Kort", "Medewerkerstevredenheidsonderzoek", strings.Repeat("Alles over werkdruk en planning ", 4)} {
		n := note("n", "x")
		n.Cluster = "c"
		b := &board.Board{
			Clusters: []board.Cluster{{ID: "c", Name: name, Subtitle: strings.Repeat("heel lang ", 20)}}, Notes: []board.Note{n},
		}
		f := scene.Frame(b, b.Clusters[0])
		for _, l := range linesOf(scene.Layout(b, scene.Options{}).Shapes, "c") {
			if l.Origin.Y > n.Rect.Y-4 || l.Origin.X < f.X || l.Origin.X+l.Width > f.X+f.W {
				t.Errorf("%q stands at %v in %v", l.Text, l.Origin, f)
			}
		}
	}
}

func TestAFrameHoldsNotesThatOutgrewTheirSize(t *testing.T) {
	n := note("n", strings.Repeat("een heel verhaal ", 60))
	n.Cluster = "c"
	b := &board.Board{Clusters: []board.Cluster{{ID: "c"}}, Notes: []board.Note{n}}
	if f, r := scene.Frame(b, b.Clusters[0]), scene.NoteSize(n); !f.Holds(r) {
		t.Errorf("frame %v does not hold note %v", f, r)
	}
}

func TestLinksEndAtTheEdgesOfWhatTheyJoin(t *testing.T) {
	for degrees := 0.0; degrees < 360; degrees += 17 {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		a, c := note("a", ""), note("b", "")
		c.Rect.X, c.Rect.Y, c.Turn = 600*cos, 600*sin, degrees/9
		b := &board.Board{Notes: []board.Note{a, c}, Links: []board.Link{{ID: "l", From: "a", To: "b", Text: "dus"}}}
		box := board.Rect{}
		for _, s := range scene.Layout(b, scene.Options{}).Shapes {
			p, ok := s.(*scene.Path)
			if !ok || p.Obj != "l" || p.Width == 0 {
				continue
			}
			start := p.Segs[0].P[0]
			box = a.Rect.Grow(6)
			if !box.Contains(start) || a.Rect.Contains(start) {
				t.Errorf("at %v degrees the link begins at %v", degrees, start)
			}
			for _, g := range p.Segs {
				if a.Rect.Contains(g.P[0]) || c.Rect.Contains(g.P[0]) && c.Turn == 0 {
					t.Errorf("at %v degrees the link enters a note at %v", degrees, g.P[0])
				}
			}
		}
		if box.Empty() {
			t.Errorf("at %v degrees there is no link", degrees)
		}
	}
}

func TestLinksToNothingAreLeftOut(t *testing.T) {
	b := &board.Board{Notes: []board.Note{note("a", "")}, Links: []board.Link{{ID: "l", From: "a", To: "gone"}, {ID: "m", From: "a", To: "a"}}}
	for _, s := range scene.Layout(b, scene.Options{}).Shapes {
		if id := scene.PlaceOf(s).Obj; id != "a" {
			t.Errorf("%q is drawn", id)
		}
	}
}

func TestInkGoesThroughItsPoints(t *testing.T) {
	points := []board.Point{{X: 1, Y: 2}, {X: 30, Y: 40}, {X: 50, Y: 10}, {X: 90, Y: 80}}
	segs := scene.Smooth(points)
	for i, p := range points {
		end := segs[i].P[0]
		if segs[i].Op == scene.CurveTo {
			end = segs[i].P[2]
		}
		if end != p {
			t.Errorf("point %d is %v, not %v", i, end, p)
		}
	}
}

// Contrast as WCAG reckons it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
func contrast(a, b color.NRGBA) float64 {
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func light(c color.NRGBA) float64 {
	of := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*of(c.R) + 0.7152*of(c.G) + 0.0722*of(c.B)
}

var palettes = map[string]scene.Palette{"light": scene.Light(), "night": scene.Night(), "contrast": scene.HighContrast()}

func TestEveryTextCanBeRead(t *testing.T) {
	for name, p := range palettes {
		for i, paper := range p.Papers {
			if c := contrast(paper.Fill, paper.Text); c < 4.5 {
				t.Errorf("%s: text on paper %d has a contrast of %.1f", name, i, c)
			}
			if c := contrast(paper.Fill, paper.Mark); c < 3 {
				t.Errorf("%s: the mark of paper %d has a contrast of %.1f", name, i, c)
			}
		}
		for _, ground := range []color.NRGBA{p.Board, p.Area, p.Frame} {
			for _, ink := range []color.NRGBA{p.Ink, p.Muted} {
				if c := contrast(ground, ink); c < 4.5 {
					t.Errorf("%s: %v on %v has a contrast of %.1f", name, ink, ground, c)
				}
			}
		}
	}
}

func TestEveryTextOnANoteCanBeRead(t *testing.T) {
	for name, p := range palettes {
		for _, paper := range append(slices.Clone(board.Colors), board.Dark) {
			n := note("n", "tekst")
			n.Color, n.Author, n.Tags = paper, "p", []string{"label"}
			o := scene.Options{Palette: p, Author: func(board.ID) string { return "naam" }}
			for _, l := range linesOf(scene.LayoutNote(n, o), "n") {
				if c := contrast(p.Paper(paper).Fill, l.Color); c < 4.5 {
					t.Errorf("%s: %q on %s has a contrast of %.1f", name, l.Text, paper, c)
				}
			}
		}
	}
}

func TestPapersAreKnownWithoutTheirColour(t *testing.T) {
	seen := map[string]string{}
	for _, paper := range append(slices.Clone(board.Colors), board.Dark) {
		n := note("n", "")
		n.Color = paper
		shapes := scene.LayoutNote(n, scene.Options{})
		var marks string
		for _, s := range shapes[2:] {
			if p, ok := s.(*scene.Path); ok {
				marks += fmt.Sprintln(p.Segs, p.Width)
			}
		}
		if other, ok := seen[marks]; ok {
			t.Errorf("%s has the mark of %s", paper, other)
		}
		seen[marks] = paper
	}
}

func TestAFrictionNoteIsDarkWhateverItsColour(t *testing.T) {
	n := note("n", "Bonus is individueel")
	n.Friction = true
	for _, l := range linesOf(scene.LayoutNote(n, scene.Options{}), "n") {
		if l.Color != (color.NRGBA{R: 255, G: 255, B: 255, A: 255}) {
			t.Errorf("%q is written in %v", l.Text, l.Color)
		}
	}
}

func TestBoundsHoldAllThatIsDrawn(t *testing.T) {
	s, ids := boardtest.Session(t, "stap")
	boardtest.Notes(t, s, ids[0], "een", "twee", "drie", "vier", "vijf", "zes")
	l := scene.Layout(boardtest.Board(s, ids[0]), scene.Options{})
	for i, shape := range l.Shapes {
		if !l.Bounds.Holds(shape.Box()) {
			t.Errorf("shape %d lies at %v outside %v", i, shape.Box(), l.Bounds)
		}
	}
}

func TestInFindsWhatARectangleTouches(t *testing.T) {
	var b board.Board
	for i := range 300 {
		n := note(board.ID(fmt.Sprint(i)), "tekst")
		n.Rect.X, n.Rect.Y, n.Turn = float64(i%20)*230, float64(i/20)*210, float64(i%7)
		b.Notes = append(b.Notes, n)
	}
	b.Sections = []board.Section{{ID: "s", Rect: board.Rect{X: -500, Y: -500, W: 9000, H: 9000}}}
	s := scene.Layout(&b, scene.Options{})
	for _, r := range []board.Rect{{W: 1, H: 1}, {X: 1000, Y: 700, W: 512, H: 512}, {X: -9e9, Y: -9e9, W: 2e10, H: 2e10}, {X: 1e7, Y: 1e7, W: 5, H: 5}} {
		var want []int32
		for i, shape := range s.Shapes {
			if q := shape.Box(); q.X <= r.X+r.W && r.X <= q.X+q.W && q.Y <= r.Y+r.H && r.Y <= q.Y+q.H {
				want = append(want, int32(i))
			}
		}
		if got := s.In(r); !slices.Equal(got, want) {
			t.Errorf("%d shapes touch %v, not %d", len(got), r, len(want))
		}
	}
}

// large is a board of n notes with texts of the length that people write.
func large(n int) *board.Board {
	texts := strings.Split("Leuk vinden om een onbekende te bellen|Relaties onderhouden, ook als er geen project loopt|"+
		"Een derde van de omzet komt van klanten die we nu nog niet kennen|Successen samen vieren, ook de kleine|"+
		"Medewerkerstevredenheidsonderzoek zonder gevolgen 👍|Kennis delen", "|")
	b := &board.Board{}
	for i := range n {
		b.Notes = append(b.Notes, board.Note{
			ID: board.ID(fmt.Sprint("n", i)), Text: fmt.Sprint(texts[i%len(texts)], " ", i), Color: board.Colors[i%7],
			Rect: board.Rect{X: float64(i%100) * 220, Y: float64(i/100) * 220, W: 200, H: 200}, Cluster: board.ID(fmt.Sprint("c", i%50)),
		})
	}
	for i := range 50 {
		b.Clusters = append(b.Clusters, board.Cluster{ID: board.ID(fmt.Sprint("c", i)), Name: "Nieuwe klanten vinden"})
	}
	return b
}

func BenchmarkLayout10000(b *testing.B) {
	large := large(10000)
	b.ReportAllocs()
	for b.Loop() {
		scene.Layout(large, scene.Options{})
	}
}

func BenchmarkBreak(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		scene.Break("Een derde van de omzet komt van klanten die we nu nog niet kennen", scene.Style{Size: 22}, 168)
	}
}
