package plan_test

import (
	"slices"
	"testing"

	"samenbord/board"
)

func TestDraftMakesAPlanOfAWorkshop(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Klanten", "Met minder moeite meer klanten aantrekken", "Klanten komen terug bij ons")
	r.write(board.RoleBrand, r.cluster(board.RoleBrand, "Schrijven"), "Offertes leesbaar schrijven")
	offers := r.cluster(board.RolePlan, "Offertes")
	r.write(board.RolePlan, offers, "Binnen een week nabellen over elke offerte", "Offertes korter schrijven")
	r.write(board.RolePlan, "", "Ieder kwartaal koffie met elke vaste klant")
	r.write(board.RoleFriction, r.cluster(board.RoleFriction, "Opvolging"), "Niemand belt over een offerte", "Offerte ligt")
	r.write(board.RoleFriction, "", "Fouten worden lang herinnerd")
	r.draft()
	const want = `goal "Met minder moeite meer klanten aantrekken" from Met minder moeite meer klanten aantrekken
theme "Offertes" on Schrijven
  "Binnen een week nabellen over elke offerte" "proposal" [] from Binnen een week nabellen over elke offerte
  "Offertes korter schrijven" "proposal" [] from Offertes korter schrijven
theme "Overige acties" on 
  "Ieder kwartaal koffie met elke vaste klant" "client" [] from Ieder kwartaal koffie met elke vaste klant
condition "Opvolging" from Niemand belt over een offerte | Offerte ligt answered by Binnen een week nabellen over elke offerte | Offertes korter schrijven
condition "Overige knuppels" from Fouten worden lang herinnerd answered by 
`
	if got := r.tell(); got != want {
		t.Errorf("the plan is\n%s\nwant\n%s", got, want)
	}
	for _, a := range r.plan().Actions() {
		if len(a.Owners) > 0 || a.Due != "" {
			t.Errorf("owner and date of %q are not open", a.What)
		}
	}
}

func TestDraftWorksWithoutClusters(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Meer klanten uit de regio")
	r.write(board.RolePlan, "", "Klanten uit de regio bellen", "Offerte korter maken")
	r.write(board.RoleFriction, "", "Geen tijd", "Geen geld")
	p := r.draft()
	if len(p.Themes) != 1 || p.Themes[0].Name != "Acties" || len(p.Themes[0].Actions) != 2 {
		t.Errorf("themes are %+v", p.Themes)
	}
	if len(p.Conditions) != 1 || p.Conditions[0].Name != "Knuppels" || len(p.Conditions[0].Sources) != 2 {
		t.Errorf("conditions are %+v", p.Conditions)
	}
}

func TestDraftOfAnEmptyWorkshopIsNothing(t *testing.T) {
	if c := newRoom(t).lacks(); c != nil {
		t.Errorf("draft of an empty workshop: %v", c)
	}
}

func TestNotesWithTheSameTextMakeOneAction(t *testing.T) {
	r := newRoom(t)
	ids := r.write(board.RolePlan, "", "Klanten bellen", "klanten bellen!", "Klanten mailen")
	r.draft()
	if n := r.counts().Actions; n != 2 {
		t.Errorf("%d actions, want 2", n)
	}
	late := r.write(board.RolePlan, r.cluster(board.RolePlan, "Later"), "KLANTEN  bellen")
	r.draft()
	if a := r.action(ids[0]); !slices.Contains(a.Sources, ids[1]) || !slices.Contains(a.Sources, late[0]) {
		t.Errorf("sources of %q are %v", a.What, a.Sources)
	}
}

func TestSignsAloneAreDifferentActions(t *testing.T) {
	r := newRoom(t)
	r.write(board.RolePlan, "", "🎉", "☎️", "?", "!", "  ")
	if r.draft(); r.counts().Actions != 4 {
		t.Errorf("%d actions, want 4", r.counts().Actions)
	}
}

func TestAnswersBesideFrictionsBecomeActions(t *testing.T) {
	r := newRoom(t)
	step := r.steps[board.RoleFriction]
	answers := board.Section{ID: board.NewID(), Step: step, Key: "answers"}
	r.do(board.Create(answers))
	time := r.cluster(board.RoleFriction, "Tijd")
	r.write(board.RoleFriction, time, "Geen uren voor klanten")
	answer := r.put(board.Note{Step: step, Cluster: time, Section: answers.ID, Text: "Ruimte maken in de planning"}, 32)
	said := r.put(board.Note{Step: step, Friction: true, Section: answers.ID, Text: "Dat beloven ze altijd"}, 33)
	p := r.draft()
	a := r.action(answer)
	if len(p.Conditions) != 2 || !slices.Equal(p.Conditions[0].Answers, []board.ID{a.ID}) {
		t.Errorf("the plan is\n%s", r.tell())
	}
	if !slices.Equal(p.Conditions[1].Sources, []board.ID{said}) {
		t.Errorf("a friction note in the section of answers is no condition:\n%s", r.tell())
	}
	edit(r, p.Conditions[0], func(c *board.Condition) { c.Answers = nil })
	if c := r.lacks(); c != nil {
		t.Errorf("an answer that was taken away comes back: %v", c)
	}
}

func TestSectionSaysWhereAnActionStands(t *testing.T) {
	r := newRoom(t)
	step := r.steps[board.RolePlan]
	ids := r.write(board.RolePlan, "", "Offerte sturen", "Offerte sturen aan leads", "Offerte nabellen")
	for i, key := range []string{"client", "reflection"} {
		put := board.Section{ID: board.NewID(), Step: step, Key: key}
		r.do(board.Create(put), board.Change{Obj: ids[i], Set: board.Fields{board.FieldSection: string(put.ID)}})
	}
	r.do(board.Create(board.Section{
		ID: board.NewID(), Step: step, Key: "ambassador", Rect: board.Rect{X: -1e4, Y: -1e4, W: 2e4, H: 2e4},
	}))
	r.draft()
	if a := r.action(ids[0]); a.Stage != board.StageClient {
		t.Errorf("%q in the column of clients stands at %q", a.What, a.Stage)
	}
	if a := r.action(ids[1]); a.Stage != board.StageProposal || !slices.Equal(a.Blocks, []board.Block{board.Reflection}) {
		t.Errorf("%q in the quadrant of reflection stands at %q, builds %v", a.What, a.Stage, a.Blocks)
	}
	if a := r.action(ids[2]); a.Stage != board.StageProposal {
		t.Errorf("%q, which only lies in the column of ambassadors, stands at %q", a.What, a.Stage)
	}
}

func TestCountTellsWhatIsNotInThePlan(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Meer klanten uit de regio", "Plezier", " ")
	r.write(board.RolePlan, "", "Klanten bellen")
	r.write(board.RoleSafeguard, "", "Na dertig dagen kijken")
	r.draft()
	r.do(board.Create(board.Action{ID: board.NewID(), What: "Uit het hoofd"}))
	c := r.counts()
	if c.Themes != 1 || c.Actions != 2 || c.ActionsWithSources != 1 || c.UnusedNotes != 2 {
		t.Errorf("counts are %+v", c)
	}
}

func TestEnglishWorkshopGetsEnglishNames(t *testing.T) {
	r := newRoom(t)
	edit(r, r.info(), func(i *board.Info) { i.Lang = "en" })
	r.write(board.RolePlan, "", "Call clients")
	r.write(board.RoleFriction, r.cluster(board.RoleFriction, "Time"), "No time")
	r.write(board.RoleFriction, "", "No fun")
	p := r.draft()
	if p.Themes[0].Name != "Actions" || p.Conditions[1].Name != "Other frictions" {
		t.Errorf("the plan is\n%s", r.tell())
	}
}
