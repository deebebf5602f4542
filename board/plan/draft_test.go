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
	r.write(board.RoleFriction, r.cluster(board.RoleFriction, "Opvolging"), "Niemand belt over een offerte", "Offerte blijft liggen")
	r.write(board.RoleFriction, "", "Fouten worden lang herinnerd")
	r.draft()
	const want = `goal "Met minder moeite meer klanten aantrekken" from Met minder moeite meer klanten aantrekken
theme "Offertes" on Schrijven
  "Binnen een week nabellen over elke offerte" "proposal" [] from Binnen een week nabellen over elke offerte
  "Offertes korter schrijven" "proposal" [] from Offertes korter schrijven
theme "Overige acties" on 
  "Ieder kwartaal koffie met elke vaste klant" "client" [] from Ieder kwartaal koffie met elke vaste klant
condition "Opvolging" from Niemand belt over een offerte | Offerte blijft liggen answered by Binnen een week nabellen over elke offerte | Offertes korter schrijven
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

func TestRenamedClusterKeepsItsTheme(t *testing.T) {
	r := newRoom(t)
	id := r.cluster(board.RolePlan, "Bellen")
	r.write(board.RolePlan, id, "Klanten bellen")
	r.draft()
	edit(r, board.Cluster{ID: id, Name: "Bellen"}, func(c *board.Cluster) { c.Name = "Contact" })
	r.write(board.RolePlan, id, "Relaties bellen")
	p := r.draft()
	if len(p.Themes) != 1 || len(p.Themes[0].Actions) != 2 {
		t.Errorf("themes are %+v", p.Themes)
	}
}

func TestRemovedActionIsNotDraftedAgain(t *testing.T) {
	r := newRoom(t)
	ids := r.write(board.RolePlan, "", "Klanten bellen", "Offerte sturen")
	r.draft()
	r.do(board.Remove(r.action(ids[0]).ID))
	if c := r.lacks(); c != nil {
		t.Errorf("draft after a removal: %v", c)
	}
	// Undoing and redoing the removal makes no difference to what people want.
	r.undo()
	r.redo()
	if c := r.lacks(); c != nil {
		t.Errorf("draft after a removal done twice: %v", c)
	}
}

func TestUndoneDraftCanBeDraftedAgain(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Meer klanten uit de regio")
	r.write(board.RolePlan, r.cluster(board.RolePlan, "Bellen"), "Klanten bellen")
	r.write(board.RoleFriction, "", "Geen tijd om te bellen")
	r.draft()
	want := r.tell()
	r.undo()
	if r.plan().Goal != "" || r.counts().Actions+r.counts().Themes+len(r.plan().Conditions) > 0 {
		t.Errorf("undo left\n%s", r.tell())
	}
	r.draft()
	if got := r.tell(); got != want {
		t.Errorf("drafted again\n%s\nwant\n%s", got, want)
	}
	r.undo()
	r.redo()
	if got := r.tell(); got != want {
		t.Errorf("undone and redone\n%s\nwant\n%s", got, want)
	}
	if c := r.lacks(); c != nil {
		t.Errorf("still lacks %v", c)
	}
}

func TestRemovedThemeDoesNotComeBack(t *testing.T) {
	r := newRoom(t)
	id := r.cluster(board.RolePlan, "Bellen")
	r.write(board.RolePlan, id, "Klanten bellen")
	r.do(board.Remove(r.draft().Themes[0].ID))
	r.write(board.RolePlan, id, "Relaties bellen")
	p := r.draft()
	if len(p.Themes) != 2 || p.Themes[0].Name != "Overige acties" || p.Themes[0].Actions[0].What != "Relaties bellen" {
		t.Errorf("themes are %+v", p.Themes)
	}
}

func TestClusteringAfterTheDraftSortsTheActions(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Meer klanten bellen")
	ids := r.write(board.RolePlan, "", "Klanten bellen", "Klanten vaker bellen", "Offerte sturen", "Offerte maken")
	frictions := r.write(board.RoleFriction, "", "Geen tijd", "Geen geld")
	r.draft()
	edit(r, r.action(ids[3]), func(a *board.Action) { a.Due = "2027-03-01" })
	calls, offers := r.cluster(board.RolePlan, "Bellen"), r.cluster(board.RolePlan, "Offertes")
	time := r.cluster(board.RoleFriction, "Tijd")
	for id, c := range map[board.ID]board.ID{ids[0]: calls, ids[1]: calls, ids[2]: offers, ids[3]: offers, frictions[0]: time} {
		edit(r, board.Note{ID: id}, func(n *board.Note) { n.Cluster = c })
	}
	r.draft()
	const want = `goal "Meer klanten bellen" from Meer klanten bellen
theme "Bellen" on 
  "Klanten bellen" "" [] from Klanten bellen
  "Klanten vaker bellen" "" [] from Klanten vaker bellen
theme "Offertes" on 
  "Offerte sturen" "proposal" [] from Offerte sturen
theme "Acties" on Meer klanten bellen
  "Offerte maken" "proposal" [] from Offerte maken
condition "Knuppels" from Geen geld answered by 
condition "Tijd" from Geen tijd answered by 
`
	if got := r.tell(); got != want {
		t.Errorf("the plan is\n%s\nwant\n%s", got, want)
	}
}

func TestEmptiedThemeAndConditionOfNoClusterGo(t *testing.T) {
	r := newRoom(t)
	ids := r.write(board.RolePlan, "", "Klanten bellen", "Klanten vaker bellen")
	ids = append(ids, r.write(board.RoleFriction, "", "Geen tijd")...)
	r.draft()
	calls, time := r.cluster(board.RolePlan, "Bellen"), r.cluster(board.RoleFriction, "Tijd")
	for i, c := range []board.ID{calls, calls, time} {
		edit(r, board.Note{ID: ids[i]}, func(n *board.Note) { n.Cluster = c })
	}
	p := r.draft()
	if len(p.Themes) != 1 || p.Themes[0].Name != "Bellen" || len(p.Conditions) != 1 || p.Conditions[0].Name != "Tijd" {
		t.Errorf("the plan is\n%s", r.tell())
	}
}

func TestNewNotesOfAClusterMadeAnewJoinTheOldTheme(t *testing.T) {
	r := newRoom(t)
	old := r.cluster(board.RolePlan, "Bellen")
	ids := r.write(board.RolePlan, old, "Klanten bellen", "Relaties bellen")
	r.draft()
	anew := r.cluster(board.RolePlan, "Contact")
	for _, id := range ids {
		edit(r, board.Note{ID: id, Cluster: old}, func(n *board.Note) { n.Cluster = anew })
	}
	r.do(board.Remove(old))
	r.write(board.RolePlan, anew, "Leads bellen")
	p := r.draft()
	if len(p.Themes) != 1 || p.Themes[0].Name != "Bellen" || len(p.Themes[0].Actions) != 3 {
		t.Errorf("the plan is\n%s", r.tell())
	}
}

func TestGoalOfPeopleStays(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleGoals, "", "Meer klanten uit de regio")
	for _, goal := range []string{"Groeien", ""} { // a goal that was wiped does not come back either
		edit(r, r.info(), func(i *board.Info) { i.Goal = goal })
		if got := r.draft().Goal; got != goal {
			t.Errorf("the goal is %q, people wrote %q", got, goal)
		}
	}
}

func TestFrictionsTakenOutOfAConditionStayOut(t *testing.T) {
	r := newRoom(t)
	ids := r.write(board.RoleFriction, "", "Geen tijd", "Geen geld")
	c := r.draft().Conditions[0]
	edit(r, c, func(c *board.Condition) { c.Sources = []board.ID{ids[1]} })
	if c := r.lacks(); c != nil {
		t.Errorf("draft lacks %v", c)
	}
	r.write(board.RoleFriction, "", "Geen zin")
	if got := r.draft().Conditions[0].Sources; len(got) != 2 || slices.Contains(got, ids[0]) {
		t.Errorf("sources are %v, without %v", got, ids[0])
	}
}

func TestNewActionAnswersAnOldCondition(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleFriction, "", "Geen tijd voor klanten")
	if c := r.draft().Conditions[0]; len(c.Answers) > 0 {
		t.Errorf("answered by %v before there was an action", c.Answers)
	}
	id := r.write(board.RolePlan, "", "Iedere week tijd voor klanten")[0]
	c := r.draft().Conditions[0]
	if !slices.Equal(c.Answers, []board.ID{r.action(id).ID}) {
		t.Errorf("answered by %v", c.Answers)
	}
	edit(r, c, func(c *board.Condition) { c.Answers = nil })
	r.write(board.RolePlan, "", "Offerte sturen")
	if c := r.draft().Conditions[0]; len(c.Answers) > 0 {
		t.Errorf("an answer that was taken away came back: %v", c.Answers)
	}
}

func TestAnswersBesideFrictionsBecomeActions(t *testing.T) {
	r := newRoom(t)
	step := r.steps[board.RoleFriction]
	r.do(board.Create(board.Section{
		ID: board.NewID(), Step: step, Key: "answers", Rect: board.Rect{X: 0, Y: 880, W: 2000, H: 440},
	}))
	time := r.cluster(board.RoleFriction, "Tijd")
	r.write(board.RoleFriction, time, "Geen uren voor klanten")
	answer := r.put(board.Note{Step: step, Cluster: time, Text: "Ruimte maken in de planning"}, 32)
	said := r.put(board.Note{Step: step, Friction: true, Text: "Dat beloven ze altijd"}, 33)
	p := r.draft()
	a := r.action(answer)
	if len(p.Conditions) != 2 || !slices.Equal(p.Conditions[0].Answers, []board.ID{a.ID}) {
		t.Errorf("the plan is\n%s", r.tell())
	}
	if !slices.Equal(p.Conditions[1].Sources, []board.ID{said}) {
		t.Errorf("a friction note in the section of answers is no condition:\n%s", r.tell())
	}
}

func TestSectionSaysWhereAnActionStands(t *testing.T) {
	r := newRoom(t)
	step := r.steps[board.RolePlan]
	for i, key := range []string{"client", "reflection"} {
		r.do(board.Create(board.Section{
			ID: board.NewID(), Step: step, Key: key, Order: string(rune('A' + i)),
			Rect: board.Rect{X: float64(i) * 220, W: 220, H: 220},
		}))
	}
	ids := r.write(board.RolePlan, "", "Offerte sturen", "Offerte sturen aan leads")
	r.draft()
	if a := r.action(ids[0]); a.Stage != board.StageClient {
		t.Errorf("%q in the column of clients stands at %q", a.What, a.Stage)
	}
	if a := r.action(ids[1]); a.Stage != board.StageProposal || !slices.Equal(a.Blocks, []board.Block{board.Reflection}) {
		t.Errorf("%q in the quadrant of reflection stands at %q, builds %v", a.What, a.Stage, a.Blocks)
	}
}

func TestNewThemeStandsBeforeTheActionsOfNoCluster(t *testing.T) {
	r := newRoom(t)
	r.write(board.RolePlan, r.cluster(board.RolePlan, "Bellen"), "Klanten bellen")
	r.write(board.RolePlan, "", "Taart")
	r.draft()
	r.write(board.RolePlan, r.cluster(board.RolePlan, "Offertes"), "Offerte sturen")
	var names []string
	for _, t := range r.draft().Themes {
		names = append(names, t.Name)
	}
	if !slices.Equal(names, []string{"Bellen", "Offertes", "Overige acties"}) {
		t.Errorf("themes are %v", names)
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

func (r *room) info() (i board.Info) {
	r.Read(func(w *board.Workshop) { i = w.Info() })
	return i
}

func (r *room) undo() {
	r.Helper()
	if _, err := r.Undo(); err != nil {
		r.Fatal(err)
	}
}

func (r *room) redo() {
	r.Helper()
	if _, err := r.Redo(); err != nil {
		r.Fatal(err)
	}
}
