package panel_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
)

type desk struct {
	*panel.Panel
	t        *testing.T
	session  *board.Session
	window   fyne.Window
	told     []string
	traveled []board.ID
	did      []string
}

// open shows a plan with one theme of two actions that came from two notes, and a third note that nobody used.
func open(t *testing.T, readOnly bool) (*desk, []board.ID) {
	t.Helper()
	s, steps := boardtest.Session(t, "Acquisitieplan")
	notes := boardtest.Notes(t, s, steps[0], "Bel elke vaste klant", "Maak een lijst", "Vergeten idee")
	theme := board.Theme{ID: board.NewID(), Order: "V", Name: "Vaste klanten"}
	boardtest.Do(t, s, board.Create(theme),
		board.Create(board.Action{ID: board.NewID(), Theme: theme.ID, Order: "F", What: "Elke klant bellen", Sources: notes[:1]}),
		board.Create(board.Action{ID: board.NewID(), Theme: theme.ID, Order: "V", What: "Maak een lijst", Sources: notes[1:2]}),
		board.Create(board.Condition{ID: board.NewID(), Order: "V", Name: "Tijd voor acquisitie"}))
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	d := &desk{t: t, session: s}
	d.Panel = panel.New(panel.Options{
		Session: s, Words: assets.Words("nl"), ReadOnly: readOnly,
		Do: func(name string, changes ...board.Change) {
			d.did = append(d.did, name)
			if err := s.Do(name, changes...); err != nil {
				t.Fatal(err)
			}
			d.Update()
		},
		Draft: func() {}, Close: func() {},
		Travel: func(id board.ID) { d.traveled = append(d.traveled, id) },
		Tell:   func(text string) { d.told = append(d.told, text) },
		Now:    func() time.Time { return time.Date(2027, 1, 15, 9, 0, 0, 0, time.UTC) },
	})
	d.window = test.NewTempWindow(t, d.Panel)
	d.window.Resize(fyne.NewSize(look.SidePanel, 900))
	return d, notes
}

func (d *desk) write(says, text string) {
	d.t.Helper()
	e := d.Begin(says)
	if e == nil {
		d.t.Fatalf("no field says %q: %q", says, d.Lines())
	}
	e.SetText(text)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func (d *desk) action(i int) board.Action {
	var p board.Plan
	d.session.Read(func(w *board.Workshop) { p = w.Plan() })
	return p.Actions()[i]
}

func TestPlanIsShownWithItsSourcesAndWhatWasForgotten(t *testing.T) {
	d, _ := open(t, false)
	lines := d.Lines()
	for _, want := range []string{
		"Vaste klanten", "Elke klant bellen", "> Bel elke vaste klant", "> naar het geeltje", "Nog geen trekker", "Tijd voor acquisitie",
		"Nog geen antwoord", "> Vergeten idee",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("%q is not shown: %q", want, lines)
		}
	}
}

func TestTypedOwnersAreThePeopleOfThoseNames(t *testing.T) {
	d, _ := open(t, false)
	d.write("Nog geen trekker", "deelnemer 07,  deelnemer 03 ")
	d.write("Nog geen trekker", "Deelnemer 03")
	var people []board.Person
	d.session.Read(func(w *board.Workshop) { people = w.People() })
	if len(people) != 2 {
		t.Fatalf("people %+v", people)
	}
	if a := d.action(0); len(a.Owners) != 2 {
		t.Errorf("owners %v", a.Owners)
	}
	if a := d.action(1); len(a.Owners) != 1 || a.Owners[0] != people[1].ID {
		t.Errorf("owners %v", a.Owners)
	}
	if !slices.Equal(d.did, []string{"assign", "assign"}) {
		t.Errorf("gestures %v", d.did)
	}
}

func TestTypedDayIsStoredAndSaidInFull(t *testing.T) {
	d, _ := open(t, false)
	d.write("Nog geen datum", "1 maart")
	if got := d.action(0).Due; got != "2027-03-01" {
		t.Errorf("due %q", got)
	}
	if !slices.Contains(d.Lines(), "1 maart 2027") {
		t.Errorf("shown %q", d.Lines())
	}
	d.write("Nog geen datum", "ooit eens")
	if got := d.action(1).Due; got != "" || len(d.told) != 1 || !strings.Contains(d.told[0], "ooit eens") {
		t.Errorf("due %q, told %q", got, d.told)
	}
}

func TestEscapeKeepsWhatWasThere(t *testing.T) {
	d, _ := open(t, false)
	e := d.Begin("Elke klant bellen")
	e.SetText("iets anders")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := d.action(0).What; got != "Elke klant bellen" || len(d.did) != 0 {
		t.Errorf("the action says %q after %v", got, d.did)
	}
}

func TestChangeOfOthersWaitsUntilTypingIsDone(t *testing.T) {
	d, notes := open(t, false)
	e := d.Begin("Vaste klanten")
	boardtest.Do(t, d.session, board.Remove(notes[2]))
	d.Update()
	e.SetText("Trouwe klanten")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	lines := d.Lines()
	if !slices.Contains(lines, "Trouwe klanten") || slices.Contains(lines, "> Vergeten idee") {
		t.Errorf("shown %q", lines)
	}
}

func TestTapOnASourceTravelsToItsNote(t *testing.T) {
	d, notes := open(t, false)
	if !d.Tap("Vergeten idee") || !slices.Equal(d.traveled, notes[2:]) {
		t.Errorf("travelled to %v", d.traveled)
	}
}

func TestNewActionStandsAtTheEndOfItsTheme(t *testing.T) {
	d, _ := open(t, false)
	if !d.Tap("Nieuwe actie") {
		t.Fatal("there is no button for a new action")
	}
	d.write("Nieuwe actie", "Koffie drinken")
	if got := d.action(2).What; got != "Koffie drinken" {
		t.Errorf("the last action is %q", got)
	}
}

func TestPlanOfAReadOnlyWorkshopCannotBeTyped(t *testing.T) {
	d, _ := open(t, true)
	if d.Begin("Elke klant bellen") != nil || d.Tap("Nieuwe actie") {
		t.Error("the plan can be changed")
	}
}

func TestDaysAreReadAsPeopleTypeThem(t *testing.T) {
	nl, now := assets.Words("nl"), time.Date(2027, 1, 15, 9, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"": "", "2027-03-01": "2027-03-01", "1-3-2027": "2027-03-01", "1/3/27": "2027-03-01", "1 mrt 2027": "2027-03-01",
		"1 maart": "2027-03-01", "14 januari": "2028-01-14", "15 jan": "2027-01-15", "3 May 2027": "2027-05-03",
		"29 februari 2028": "2028-02-29", " 1. dec ": "2027-12-01",
	} {
		if got, ok := panel.ReadDay(nl, text, now); !ok || got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"ooit", "31 februari 2027", "29-2-2027", "1", "1 2 3 4", "0 mei", "1 mx", "1 13 2027"} {
		if got, ok := panel.ReadDay(nl, text, now); ok {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
	if got := panel.SayDay(nl, "2027-03-01"); got != "1 maart 2027" {
		t.Errorf("said as %q", got)
	}
}

func FuzzReadDay(f *testing.F) {
	for _, s := range []string{"1 maart", "2027-03-01", "1/3", "é-ë", "31 febr 2027"} {
		f.Add(s)
	}
	nl, now := assets.Words("nl"), time.Date(2027, 1, 15, 9, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text string) {
		day, ok := panel.ReadDay(nl, text, now)
		if !ok || day == "" {
			return
		}
		if again, ok := panel.ReadDay(nl, day, now); !ok || again != day {
			t.Errorf("%q became %q and that %q", text, day, again)
		}
	})
}
