package plan_test

import (
	"slices"
	"testing"

	"samenbord/board"
)

func TestWordsSayWhereAnActionStands(t *testing.T) {
	const (
		open  = board.Transparency
		near  = board.Accessibility
		talk  = board.Dialogue
		learn = board.Reflection
	)
	cases := []struct {
		text   string
		stage  board.Stage
		blocks []board.Block
	}{
		{"Binnen een week nabellen over elke offerte", board.StageProposal, nil},
		{"Standaardofferte van drie pagina's", board.StageProposal, nil},
		{"Klantbezoek telt mee in de planning", board.StageConversation, nil},
		{"Ieder kwartaal koffie met elke vaste klant", board.StageClient, nil},
		{"Na oplevering altijd een evaluatiegesprek", board.StageClient, []board.Block{talk, learn}},
		{"Leads wekelijks bespreken aan de koffietafel", board.StageInterested, []board.Block{talk}},
		{"Eén klantverhaal per maand op de website", board.StageAmbassador, nil},
		{"Alle profielen op LinkedIn bijwerken", board.StageUnknown, nil},
		{"Klanten vragen ons aan te bevelen", board.StageAmbassador, nil},
		{"Maandelijks gesprek tussen team en directie", "", []board.Block{talk}},
		{"Teambonus in plaats van individuele bonus", "", nil},
		{"Urennorm verlagen naar tachtig procent", "", nil},
		{"Open agenda's voor klantbezoeken", board.StageConversation, []board.Block{open}},
		{"Alle offertes zichtbaar op één bord", board.StageProposal, []board.Block{open}},
		{"Marktaandeel en omzet delen", "", []board.Block{open}},
		{"Relaties verdelen over het team", "", nil},
		{"Lage drempel om hulp te vragen", "", []board.Block{near}},
		{"Iedereen mag een idee indienen", "", []board.Block{near}},
		{"Eerst luisteren", "", []board.Block{talk}},
		{"Elk kwartaal evalueren wat werkte", "", []board.Block{learn}},
		{"Elkaar beter leren kennen", "", nil},
		{"Nieuwe klanten te vinden in de zorg", "", nil},
		{"Complexe dingen eenvoudig uitleggen", "", nil},
		{"De directie neemt de lead", "", nil},
		{"Call back within a week after every proposal", board.StageProposal, nil},
		{"Coffee with every regular client", board.StageClient, nil},
		{"Speak at the trade fair", board.StageUnknown, nil},
		{"Ask clients to recommend us", board.StageAmbassador, nil},
		{"Share all figures, look back every quarter", "", []board.Block{learn, open}},
		{"Grow our market share", "", nil},
	}
	r := newRoom(t)
	for _, c := range cases {
		id := r.write(board.RolePlan, "", c.text)[0]
		r.draft()
		a := r.action(id)
		slices.Sort(c.blocks)
		if a.Stage != c.stage || !slices.Equal(a.Blocks, c.blocks) {
			t.Errorf("%q stands at %q and builds %v, want %q and %v", c.text, a.Stage, a.Blocks, c.stage, c.blocks)
		}
	}
}

func TestGoalReadsAsSomethingToStriveFor(t *testing.T) {
	for want, others := range map[string][]string{
		"Met minder moeite meer klanten aantrekken": {"Klanten", "Klanten bellen ons terug", "Klanten in de regio"},
		"More clients from our own region":          {"Clients", "Our clients are nice people", "Region"},
		"Vaker bij klanten aan tafel zitten":        {"Acquisitie voelt niet meer als moeten", "Klanten"},
	} {
		r := newRoom(t)
		r.write(board.RoleGoals, "", others...)
		r.write(board.RoleGoals, "", want)
		if got := r.draft().Goal; got != want {
			t.Errorf("the goal is %q, want %q", got, want)
		}
	}
}
