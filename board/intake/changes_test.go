package intake_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/intake"
)

// empty is a workshop with one step, without sections.
func empty(t testing.TB, role board.Role) (*board.Session, board.ID) {
	s := board.NewSession(board.Snapshot{}, board.Options{Wall: boardtest.Clock()})
	step := board.Step{ID: board.NewID(), Name: "Start", Role: role}
	boardtest.Do(t, s, board.Create(step))
	return s, step.ID
}

// arrive brings rows in and checks what must always hold: each good row of a known step is one note, and no two notes
// lie on each other.
func arrive(t testing.TB, s *board.Session, rows intake.Rows, step board.ID) intake.Report {
	t.Helper()
	before := texts(s)
	var changes []board.Change
	var report intake.Report
	s.Read(func(w *board.Workshop) { changes, report = intake.Changes(w, rows, intake.Options{Step: step}) })
	if err := s.Do("import", changes...); err != nil {
		t.Fatal(err)
	}
	if report.Notes+len(report.Bad) != len(rows.Good)+len(rows.Bad) {
		t.Fatalf("%d notes and %d bad of %d rows", report.Notes, len(report.Bad), len(rows.Good)+len(rows.Bad))
	}
	left := map[int]bool{}
	for _, b := range report.Bad {
		left[b.Line] = true
	}
	want := before
	for _, r := range rows.Good {
		if !left[r.Line] {
			want = append(want, r.Text)
		}
	}
	slices.Sort(want)
	if got := texts(s); !slices.Equal(got, want) {
		t.Fatalf("notes %q instead of %q", got, want)
	}
	apart(t, s)
	return report
}

func boards(s *board.Session) (all []*board.Board) {
	s.Read(func(w *board.Workshop) {
		for _, step := range w.Steps() {
			all = append(all, w.Board(step.ID))
		}
	})
	return all
}

// texts are the texts of all notes, sorted.
func texts(s *board.Session) []string {
	var all []string
	for _, b := range boards(s) {
		for _, n := range b.Notes {
			all = append(all, n.Text)
		}
	}
	slices.Sort(all)
	return all
}

func apart(t testing.TB, s *board.Session) {
	t.Helper()
	for _, b := range boards(s) {
		for _, n := range b.Notes {
			for _, o := range b.NotesIn(n.Bounds()) {
				if o.ID != n.ID && o.Bounds().Overlaps(n.Bounds()) && !strings.HasPrefix(o.Text+n.Text, "turned") {
					t.Fatalf("%s: %q at %v lies on %q at %v", b.Step.Name, n.Text, n.Rect, o.Text, o.Rect)
				}
			}
		}
	}
}

// twoDays is a workshop with the steps and sections of the built-in template, read from its file.
func twoDays(t testing.TB, lang string) *board.Session {
	t.Helper()
	var file struct {
		Steps []struct {
			Name     string
			Role     board.Role
			Sections []struct {
				Key, Side, Heading string
				Shape              board.Shape
				X, Y, W, H         float64
			}
		}
	}
	if err := json.Unmarshal(assets.Templates(lang)[0], &file); err != nil {
		t.Fatal(err)
	}
	s := board.NewSession(board.Snapshot{}, board.Options{Wall: boardtest.Clock()})
	for i, x := range file.Steps {
		step := board.Step{ID: board.NewID(), Order: string(rune('A' + i)), Name: x.Name, Role: x.Role}
		boardtest.Do(t, s, board.Create(step))
		for i, v := range x.Sections {
			boardtest.Do(t, s, board.Create(board.Section{
				ID: board.NewID(), Step: step.ID, Order: string(rune('A' + i)), Name: v.Heading, Key: v.Key, Side: v.Side,
				Shape: v.Shape, Rect: board.Rect{X: v.X, Y: v.Y, W: v.W, H: v.H},
			}))
		}
	}
	return s
}

func TestExampleLandsInItsSections(t *testing.T) {
	for _, lang := range assets.Langs {
		_, list := assets.Example(lang)
		rows, err := intake.Read(bytes.NewReader(list))
		if err != nil {
			t.Fatal(err)
		}
		s := twoDays(t, lang)
		report := arrive(t, s, rows, "")
		if report.Notes != 119 || report.People != 18 || report.Clusters != 0 {
			t.Errorf("%s: %+v", lang, report)
		}
		var counts []int
		for _, b := range boards(s) {
			counts = append(counts, len(b.Notes))
			for _, n := range b.Notes {
				in, ok := b.SectionAt(n.Rect.Center())
				if !ok || !in.Rect.Holds(n.Rect) || in.Side == "images" || slices.Contains([]string{"goal", "answers", "parking"}, in.Key) {
					t.Errorf("%s: %q lies in %q", b.Step.Name, n.Text, in.Name)
				}
				if n.Section != "" {
					t.Errorf("nobody put %q in %s by hand", n.Text, n.Section)
				}
				friction := b.Step.Role == board.RoleFriction
				if n.Friction != friction || (n.Color == board.Dark) != friction || (n.Author == "") != friction {
					t.Errorf("%q is %+v", n.Text, n)
				}
			}
		}
		if want := []int{24, 26, 25, 24, 20, 0}; !slices.Equal(counts, want) {
			t.Errorf("%s: notes per step %v instead of %v", lang, counts, want)
		}
	}
}

func TestSectionsAreFilledEvenly(t *testing.T) {
	s := twoDays(t, "nl")
	var text strings.Builder
	for _, b := range boards(s) {
		for i := range 26 {
			fmt.Fprintf(&text, "%s;%d\n", b.Step.Name, i)
		}
	}
	arrive(t, s, read(t, "stap;tekst\n"+text.String()), "")
	want := map[board.Role][]int{
		board.RoleGoals: {26, 0, 0, 0, 0, 0}, board.RoleBrand: {9, 9, 8}, board.RoleFriction: {9, 9, 8, 0},
		board.RolePlatform: {7, 7, 6, 6}, board.RolePlan: {5, 5, 4, 4, 4, 4}, board.RoleSafeguard: {9, 9, 8, 0},
	}
	for _, b := range boards(s) {
		counts := make([]int, len(b.Sections))
		for _, n := range b.Notes {
			in, _ := b.SectionAt(n.Rect.Center())
			counts[slices.IndexFunc(b.Sections, func(x board.Section) bool { return x.ID == in.ID })]++
			if n.Rect.Y < in.Rect.Y+76 {
				t.Errorf("%s: %q lies on the heading of %s", b.Step.Name, n.Text, in.Name)
			}
		}
		if !slices.Equal(counts, want[b.Step.Role]) {
			t.Errorf("%s: %v", b.Step.Name, counts)
		}
	}
}

func TestRingsHoldNotesBetweenThem(t *testing.T) {
	s, step := empty(t, "")
	for i, r := range []board.Rect{{W: 2000, H: 1600}, {X: 500, Y: 400, W: 1000, H: 800}} {
		boardtest.Do(t, s, board.Create(board.Section{
			ID: board.NewID(), Step: step, Order: string(rune('A' + i)), Rect: r, Shape: board.ShapeEllipse,
		}))
	}
	arrive(t, s, read(t, "tekst\n"+strings.Repeat("x\n", 20)), step)
	b := boards(s)[0]
	outer, inner := b.Sections[0], b.Sections[1]
	counts := map[board.ID]int{}
	for _, n := range b.Notes {
		m := n.Rect.Max()
		in := 0
		for _, p := range []board.Point{n.Rect.Min(), m, {X: n.Rect.X, Y: m.Y}, {X: m.X, Y: n.Rect.Y}} {
			if !outer.Contains(p) {
				t.Errorf("%v sticks out", n.Rect)
			}
			if inner.Contains(p) {
				in++
			}
		}
		if in != 0 && in != 4 {
			t.Errorf("%v lies across the inner ring", n.Rect)
		}
		x, _ := b.SectionAt(n.Rect.Center())
		counts[x.ID]++
	}
	if counts[inner.ID] == 0 || counts[inner.ID]+counts[outer.ID] != 20 {
		t.Errorf("%v", counts)
	}
}

func TestWhatHasNoRoomStandsBelow(t *testing.T) {
	s, step := empty(t, "")
	area := board.Section{ID: board.NewID(), Step: step, Rect: board.Rect{X: -100, Y: 50, W: 700, H: 500}}
	boardtest.Do(t, s, board.Create(area))
	arrive(t, s, read(t, "tekst\n"+strings.Repeat("x\n", 30)), step)
	inside := 0
	for _, n := range boards(s)[0].Notes {
		switch {
		case area.Rect.Holds(n.Rect):
			inside++
		case n.Rect.Y < area.Rect.Y+area.Rect.H:
			t.Errorf("%v lies beside the section", n.Rect)
		}
	}
	if inside != 6 {
		t.Errorf("%d notes in a section for six", inside)
	}
}

func TestAnswersStandBesideTheFrictions(t *testing.T) {
	s := twoDays(t, "nl")
	arrive(t, s, read(t, "stap;soort;tekst\nKnuppels in het hoenderhok;knuppel;nee\nknuppels in het  hoenderhok;geeltje;ja\nKnuppels in het hoenderhok;;ook nee"), "")
	b := boards(s)[2]
	for _, n := range b.Notes {
		in, _ := b.SectionAt(n.Rect.Center())
		if (in.Key == "answers") != (n.Text == "ja") || n.Friction == (n.Text == "ja") {
			t.Errorf("%q is a friction: %v, in %s", n.Text, n.Friction, in.Name)
		}
	}
}

func TestRowsGoToTheStepTheyNameOrToTheOneGiven(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen", "Plan")
	rows := read(t, "stap;tekst\nDOELEN ;een\n;twee\nDromen;drie\n")
	for _, c := range []struct {
		step board.ID
		bad  string
	}{
		{"", "3: it does not say to which step it belongs\n4: there is no step named \"Dromen\"\n"},
		{"gone", "3: it does not say to which step it belongs\n4: there is no step named \"Dromen\"\n"},
		{ids[1], "4: there is no step named \"Dromen\"\n"},
	} {
		report := arrive(t, s, rows, c.step)
		if got := say(intake.Rows{Bad: report.Bad}); got != c.bad {
			t.Errorf("with %q: %s", c.step, got)
		}
	}
	if got := boardtest.Board(s, ids[1]).Notes; len(got) != 1 || got[0].Text != "twee" {
		t.Errorf("on the other board lie %v", got)
	}
}

func TestAuthorsAreThePeopleWhoAreThere(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen")
	known := board.Person{ID: board.NewID(), Order: "V", Name: "Deelnemer 07"}
	boardtest.Do(t, s, board.Create(known))
	report := arrive(t, s, read(t, "tekst;auteur\na;deelnemer  07\nb;deelnemer 08\nc;deelnemer 08\nd;\n"), ids[0])
	if report.People != 1 {
		t.Errorf("%d new people", report.People)
	}
	s.Read(func(w *board.Workshop) {
		people := w.People()
		if len(people) != 2 || people[0].ID != known.ID || people[1].Name != "deelnemer 08" || people[1].Color == "" {
			t.Errorf("people %+v", people)
		}
		for _, n := range w.Board(ids[0]).Notes {
			want := map[string]board.ID{"a": known.ID, "b": people[1].ID, "c": people[1].ID, "d": ""}[n.Text]
			if n.Author != want {
				t.Errorf("%q is by %q", n.Text, n.Author)
			}
		}
	})
}

func TestNamedClustersBecomeClusters(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen", "Plan")
	there := board.Cluster{ID: board.NewID(), Step: ids[0], Order: "V", Name: "Geld"}
	old := boardtest.Notes(t, s, ids[0], "oud", "los")
	boardtest.Do(t, s, board.Create(there), board.Change{Obj: old[0], Set: board.Fields{board.FieldCluster: string(there.ID)}})
	report := arrive(t, s, read(t, "tekst;cluster;stap\na;Tijd;Doelen\nb;geld;Doelen\nc;TIJD;Doelen\nd;;Doelen\ne;Tijd;Plan\n"), "")
	if report.Clusters != 2 {
		t.Errorf("%d new clusters", report.Clusters)
	}
	b := boardtest.Board(s, ids[0])
	if len(b.Clusters) != 2 || b.Clusters[0].Name != "Geld" || b.Clusters[1].Name != "Tijd" {
		t.Fatalf("clusters %+v", b.Clusters)
	}
	for i, want := range [][]string{{"oud", "b"}, {"a", "c"}} {
		var got []string
		for _, n := range b.Members(b.Clusters[i].ID) {
			got = append(got, n.Text)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s holds %q", b.Clusters[i].Name, got)
		}
	}
	if b.Frame(b.Clusters[0]).Overlaps(b.Frame(b.Clusters[1])) {
		t.Errorf("frames %v and %v", b.Frame(b.Clusters[0]), b.Frame(b.Clusters[1]))
	}
}

// The laws hold on boards of any kind: with notes turned and lying about, with sections across each other, far out.
func TestNoNoteIsLostOrCoveredOnAnyBoard(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for round := range 200 {
		s, step := empty(t, board.Role([]string{"", "friction"}[r.IntN(2)]))
		far := []float64{1, 1, 1000}[r.IntN(3)]
		place := func() board.Rect {
			return board.Rect{
				X: (r.Float64()*2 - 1) * 999 * far, Y: (r.Float64()*2 - 1) * 999 * far, W: 100 + r.Float64()*1500, H: 100 + r.Float64()*1500,
			}
		}
		var changes []board.Change
		for i := range r.IntN(5) {
			changes = append(changes, board.Create(board.Section{
				ID: board.NewID(), Step: step, Order: string(rune('A' + i)), Rect: place(),
				Shape: []board.Shape{board.ShapeRect, board.ShapeEllipse}[r.IntN(2)],
				Side:  []string{"", "words", "images"}[r.IntN(3)], Key: []string{"", "answers", "goal"}[r.IntN(3)],
			}))
		}
		if r.IntN(2) == 0 {
			n := board.Note{ID: board.NewID(), Step: step, Text: "turned", Rect: place(), Turn: r.Float64() * 90}
			changes = append(changes, board.Create(n))
		}
		if r.IntN(4) == 0 {
			edge := board.Rect{X: board.MaxPlace - 100, Y: board.MaxPlace - 100, W: 200, H: 200}
			changes = append(changes, board.Create(board.Section{ID: board.NewID(), Step: step, Rect: edge}))
		}
		boardtest.Do(t, s, changes...)
		for range 2 {
			var text strings.Builder
			for i := range r.IntN(60) {
				fmt.Fprintf(&text, "%d.%d;%s;%s\n", round, i, []string{"", "", "", "A", "b"}[r.IntN(5)], []string{"", "geeltje", "knuppel"}[r.IntN(3)])
			}
			arrive(t, s, read(t, "tekst;cluster;soort\nx;;\n"+text.String()), step)
		}
	}
}

func TestNothingToBringInChangesNothing(t *testing.T) {
	s, ids := boardtest.Session(t, "Doelen")
	s.Read(func(w *board.Workshop) {
		if changes, report := intake.Changes(w, intake.Rows{}, intake.Options{Step: ids[0]}); len(changes) > 0 || report.Notes > 0 {
			t.Errorf("%v, %+v", changes, report)
		}
	})
}

func BenchmarkChanges(b *testing.B) {
	s := twoDays(b, "nl")
	rows := read(b, "tekst\n"+strings.Repeat("Een geeltje van gewone lengte\n", intake.MaxRows))
	step := boards(s)[0].Step.ID
	for b.Loop() {
		s.Read(func(w *board.Workshop) { intake.Changes(w, rows, intake.Options{Step: step}) })
	}
}

func BenchmarkRead(b *testing.B) {
	text := "stap;soort;auteur;tekst\n" + strings.Repeat("Doelen;geeltje;deelnemer 07;Een geeltje van gewone lengte\n", intake.MaxRows)
	for b.Loop() {
		read(b, text)
	}
}
