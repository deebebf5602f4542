package template_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/template"
)

// workshop is what a template makes of an empty workshop.
func workshop(t testing.TB, changes []board.Change) *board.Session {
	t.Helper()
	s := board.NewSession(board.Snapshot{}, board.Options{Wall: boardtest.Clock()})
	boardtest.Do(t, s, changes...)
	return s
}

func of(s *board.Session, name string) (t template.Template) {
	s.Read(func(w *board.Workshop) { t = template.Of(w, name) })
	return t
}

// random is a template of any content that is allowed.
func random(r *rand.Rand) template.Template {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	name := pick("Één dag", "Wat nu?", "a/b\\c", "  spaties  ", "\"", "日本") + pick("", " 2", "!")
	t := template.Template{Key: pick("x", "twee-dagen", "3"), Name: name, Description: pick("", "Kort & <goed>\u2028."), Lang: pick("nl", "en", "")}
	for range r.IntN(5) {
		s := template.Step{
			Name: pick("", "Doelen", "Doelen"), Role: board.Role(pick("", "goals", "plan")), Instruction: pick("", "Schrijf\nop"),
			Hint: pick("", "Wacht."), Minutes: float64(r.IntN(3)) * 7.5, Silent: r.IntN(2) == 0, Anonymous: r.IntN(2) == 0,
			Votes: float64(r.IntN(4)),
		}
		for range r.IntN(4) {
			s.Sections = append(s.Sections, template.Section{
				Key: pick("", "30"), Heading: pick("", "Vlak"), Hint: pick("", "Hier"), Side: pick("", "words", "images"),
				Color: pick("", board.Green, board.Dark), Shape: board.Shape(pick("rect", "ellipse")),
				Rect: board.Rect{X: r.Float64()*2e6 - 1e6, Y: float64(r.IntN(900) - 450), W: 1 + r.Float64()*999, H: 200},
			})
		}
		t.Steps = append(t.Steps, s)
	}
	return t
}

func TestWorkshopOfATemplateMakesTheTemplateAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := append(template.Builtin("nl"), template.Builtin("en")...)
	for range 300 {
		all = append(all, random(r))
	}
	for _, want := range all {
		s := workshop(t, want.Changes(board.Info{Title: "Samen", Lang: want.Lang}))
		got := of(s, want.Name)
		got.Key, got.Name, got.Description = want.Key, want.Name, want.Description // a workshop does not know these
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("made\n%+v of\n%+v", got, want)
		}
	}
}

func TestNewWorkshopKnowsWhereItCameFrom(t *testing.T) {
	two := template.Builtin("en")[0]
	for _, c := range []struct{ given, want board.Info }{
		{board.Info{}, board.Info{Title: two.Name, Lang: "en", Template: "co-creatie"}},
		{
			board.Info{Title: "Noord", Lang: "nl", Client: "team Noord", Date: "2027-01-15"},
			board.Info{Title: "Noord", Lang: "nl", Client: "team Noord", Date: "2027-01-15", Template: "co-creatie"},
		},
	} {
		s := workshop(t, two.Changes(c.given))
		s.Read(func(w *board.Workshop) {
			if got := w.Info(); !reflect.DeepEqual(got, c.want) {
				t.Errorf("info %+v instead of %+v", got, c.want)
			}
		})
	}
}

func TestTemplateHoldsNothingThatPeopleWrote(t *testing.T) {
	two := template.Builtin("nl")[0]
	s := workshop(t, two.Changes(board.Info{Title: "Noord", Goal: "meer klanten"}))
	var step board.ID
	s.Read(func(w *board.Workshop) { step = w.Steps()[0].ID })
	boardtest.Notes(t, s, step, "geheim", "van ons")
	boardtest.Do(t, s,
		board.Create(board.Person{ID: board.NewID(), Name: "deelnemer 07"}),
		board.Create(board.Cluster{ID: board.NewID(), Step: step, Name: "groep"}),
		board.Create(board.Theme{ID: board.NewID(), Name: "thema"}))
	got := of(s, two.Name)
	got.Key, got.Description = two.Key, two.Description
	if !reflect.DeepEqual(got, two) {
		t.Errorf("the template became %+v", got)
	}
}

func TestTemplateOfAWorkshopFromANewerVersionCanBeWritten(t *testing.T) {
	s, ids := boardtest.Session(t, "Stap")
	boardtest.Do(t, s,
		board.Create(board.Step{ID: board.NewID(), Order: "z", Role: "dreams", Minutes: -5, Votes: 1e9}),
		board.Create(board.Section{ID: board.NewID(), Step: ids[0], Shape: "star", Color: "gold", Side: "left", Rect: board.Rect{W: 9, H: 9}}),
		board.Create(board.Section{ID: board.NewID(), Step: ids[0], Name: "flat"}))
	got := of(s, "")
	if got.Name != "Proef" || len(got.Steps) != 2 || len(got.Steps[0].Sections) != 1 {
		t.Errorf("kept %+v", got)
	}
	roundTrip(t, got)
}

func TestBuiltinTemplateIsTheSameInBothLanguages(t *testing.T) {
	plain := func(all []template.Template) string {
		var out string
		for _, x := range all {
			out += x.Key + "\n"
			for _, s := range x.Steps {
				out += fmt.Sprintln(s.Role, s.Minutes, s.Silent, s.Anonymous, s.Votes)
				for _, v := range s.Sections {
					out += fmt.Sprintln(v.Key, v.Side, v.Color, v.Shape, v.Rect)
				}
			}
		}
		return out
	}
	nl, en := plain(template.Builtin("nl")), plain(template.Builtin("en"))
	if nl != en {
		t.Errorf("Dutch\n%s\nEnglish\n%s", nl, en)
	}
}

func TestTwoDaysHasItsSixSteps(t *testing.T) {
	want := map[string][]string{
		"nl": {"Doelen stellen", "Persoonlijk merk", "Knuppels in het hoenderhok", "Platform van betrokkenheid", "Acquisitieplan", "Borging"},
		"en": {"Setting goals", "Personal brand", "The bat in the henhouse", "Platform of involvement", "Acquisition plan", "Safeguarding"},
	}
	keys := [][]string{
		{"words", "images", "society", "sector", "company", "goal"},
		{"strength", "contribution", "change"},
		{"said", "thought", "felt", "answers"},
		{"transparency", "accessibility", "dialogue", "reflection"},
		{"unknown", "interested", "conversation", "proposal", "client", "ambassador"},
		{"30", "60", "90", "parking"},
	}
	for _, lang := range assets.Langs {
		two, err := template.Find(lang, "co-creatie", "")
		if err != nil {
			t.Fatal(err)
		}
		if two.Lang != lang || two.Description == "" {
			t.Errorf("%s: language %q, description %q", lang, two.Lang, two.Description)
		}
		var names []string
		for i, s := range two.Steps {
			names = append(names, s.Name)
			var got []string
			for _, x := range s.Sections {
				got = append(got, x.Key)
				if x.Heading == "" || x.Hint == "" {
					t.Errorf("%s: section %s of %s has heading %q and hint %q", lang, x.Key, s.Name, x.Heading, x.Hint)
				}
			}
			if !slices.Equal(got, keys[i]) {
				t.Errorf("%s: sections %v of %s instead of %v", lang, got, s.Name, keys[i])
			}
			if s.Instruction == "" || s.Hint == "" || s.Minutes == 0 {
				t.Errorf("%s: %s lacks an instruction, hint or minutes", lang, s.Name)
			}
		}
		if !slices.Equal(names, want[lang]) {
			t.Errorf("%s: steps %q", lang, names)
		}
	}
}

// A wall screen is about 16:10; a board of that shape wastes none of it.
func TestBoardsFillAWallScreen(t *testing.T) {
	for _, s := range template.Builtin("nl")[0].Steps {
		var r board.Rect
		for _, x := range s.Sections {
			r = r.Union(x.Rect)
		}
		if ratio := r.W / r.H; ratio < 1.45 || ratio > 1.8 || r.W > 3300 {
			t.Errorf("%s is %v by %v units, %.2f to 1", s.Name, r.W, r.H, ratio)
		}
	}
}
