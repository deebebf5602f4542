package plan_test

import (
	"slices"
	"testing"

	"samenbord/board"
)

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
	r.write(board.RoleGoals, r.cluster(board.RoleGoals, "Contact"), "Klanten vaker bellen")
	ids := r.write(board.RolePlan, "", "Klanten bellen", "Klanten vaker bellen")
	ids = append(ids, r.write(board.RoleFriction, "", "Geen tijd")...)
	r.draft()
	calls, time := r.cluster(board.RolePlan, "Bellen"), r.cluster(board.RoleFriction, "Tijd")
	for i, c := range []board.ID{calls, calls, time} {
		edit(r, board.Note{ID: ids[i]}, func(n *board.Note) { n.Cluster = c })
	}
	r.draft()
	const want = `goal "Klanten vaker bellen" from Klanten vaker bellen
theme "Bellen" on Contact
  "Klanten bellen" "" [] from Klanten bellen
  "Klanten vaker bellen" "" [] from Klanten vaker bellen
condition "Tijd" from Geen tijd answered by 
`
	if got := r.tell(); got != want {
		t.Errorf("the plan is\n%s\nwant\n%s", got, want)
	}
}

func TestWhatPeopleNamedAmongTheRestStaysThere(t *testing.T) {
	r := newRoom(t)
	rest := board.Cluster{ID: board.NewID(), Step: r.steps[board.RolePlan], Name: "Nog in te delen", Rest: true}
	frictions := board.Cluster{ID: board.NewID(), Step: r.steps[board.RoleFriction], Name: "Nog in te delen", Rest: true}
	r.do(board.Create(rest), board.Create(frictions))
	ids := r.write(board.RolePlan, rest.ID, "Klanten bellen")
	ids = append(ids, r.write(board.RoleFriction, frictions.ID, "Geen tijd")...)
	p := r.draft()
	if p.Themes[0].Name != "Acties" || p.Themes[0].Cluster != rest.ID {
		t.Errorf("the theme of the rest is %+v", p.Themes[0].Theme)
	}
	edit(r, p.Themes[0].Theme, func(t *board.Theme) { t.Name = "Snel te doen" })
	edit(r, p.Conditions[0], func(c *board.Condition) { c.Name = "Wat ons dwarszit" })
	calls, time := r.cluster(board.RolePlan, "Bellen"), r.cluster(board.RoleFriction, "Tijd")
	edit(r, board.Note{ID: ids[0]}, func(n *board.Note) { n.Cluster = calls })
	edit(r, board.Note{ID: ids[1]}, func(n *board.Note) { n.Cluster = time })
	if c := r.lacks(); c != nil {
		t.Errorf("the draft lacks %v", c)
	}
}

func TestNewClusterOfOldNotesGetsAThemeWhileTheirOldClusterLives(t *testing.T) {
	r := newRoom(t)
	id := r.cluster(board.RolePlan, "Bellen")
	moved := r.write(board.RolePlan, id, "Klanten bellen", "Relaties bellen")
	r.write(board.RolePlan, id, "Leads bellen")
	r.draft()
	offers := r.cluster(board.RolePlan, "Offertes")
	edit(r, board.Note{ID: moved[0], Cluster: id}, func(n *board.Note) { n.Cluster = offers })
	r.write(board.RolePlan, offers, "Offerte sturen")
	if p := r.draft(); len(p.Themes) != 2 || p.Themes[1].Name != "Offertes" || len(p.Themes[1].Actions) != 1 {
		t.Errorf("the plan is\n%s", r.tell())
	}
}

func TestRemovedConditionDoesNotComeBack(t *testing.T) {
	r := newRoom(t)
	id := r.cluster(board.RoleFriction, "Tijd")
	r.write(board.RoleFriction, id, "Geen tijd")
	r.do(board.Remove(r.draft().Conditions[0].ID))
	r.write(board.RoleFriction, id, "Geen uren")
	if p := r.draft(); len(p.Conditions) != 1 || p.Conditions[0].Name != "Overige knuppels" {
		t.Errorf("the plan is\n%s", r.tell())
	}
}

func TestParkedConditionIsLeftAlone(t *testing.T) {
	r := newRoom(t)
	r.write(board.RoleFriction, "", "Geen tijd voor klanten")
	edit(r, r.draft().Conditions[0], func(c *board.Condition) { c.Parked = true })
	r.write(board.RolePlan, "", "Iedere week tijd voor klanten")
	if c := r.draft().Conditions[0]; len(c.Answers) > 0 {
		t.Errorf("a parked condition was answered by %v", c.Answers)
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
