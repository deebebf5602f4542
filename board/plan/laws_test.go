package plan_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/plan"
)

// rounds is how many random workshops each law is tried on.
const rounds = 60

// vocabulary holds words that the plan reads and words that it does not.
var vocabulary = strings.Fields(`klanten offerte gesprek koffie LinkedIn evalueren zichtbaar drempel samen bellen week
	team directie uren planning bonus project leren delen website congres aanbevelen meer minder niemand`)

func sentence(rnd *rand.Rand) string {
	words := make([]string, 2+rnd.IntN(4))
	for i := range words {
		words[i] = vocabulary[rnd.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

// planned is a note of a random workshop before it is written: where it will lie, and in which cluster.
type planned struct {
	role    board.Role
	cluster string
	text    string
	spot    int
}

// script is a random workshop as people will write it.
type script struct {
	clusters map[board.Role][]string
	notes    []planned
}

func randomScript(rnd *rand.Rand) script {
	s := script{clusters: map[board.Role][]string{}}
	for _, role := range []board.Role{
		board.RoleGoals, board.RoleBrand, board.RoleFriction, board.RolePlatform, board.RolePlan,
	} {
		for i := range rnd.IntN(4) {
			s.clusters[role] = append(s.clusters[role], fmt.Sprintf("%s %d", role, i))
		}
		for spot := range rnd.IntN(14) {
			n := planned{role: role, text: sentence(rnd), spot: spot}
			if k := len(s.clusters[role]); k > 0 && rnd.IntN(4) > 0 {
				n.cluster = s.clusters[role][rnd.IntN(k)]
			}
			s.notes = append(s.notes, n)
		}
	}
	return s
}

// play writes a script on the boards of a room, the notes in an order of its own.
func (s script) play(r *room, order []int) {
	ids := map[string]board.ID{"": ""}
	for _, role := range []board.Role{
		board.RoleGoals, board.RoleBrand, board.RoleFriction, board.RolePlatform, board.RolePlan,
	} {
		for _, name := range s.clusters[role] {
			ids[name] = r.cluster(role, name)
		}
	}
	for _, i := range order {
		n := s.notes[i]
		r.put(board.Note{Step: r.steps[n.role], Cluster: ids[n.cluster], Text: n.text}, n.spot)
		r.spots[r.steps[n.role]] = max(r.spots[r.steps[n.role]], n.spot+1)
	}
}

// eachWorkshop tries a law on random workshops.
func eachWorkshop(t *testing.T, law func(r *room, s script, rnd *rand.Rand)) {
	for seed := range uint64(rounds) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		r, s := newRoom(t), randomScript(rnd)
		s.play(r, rnd.Perm(len(s.notes)))
		law(r, s, rnd)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestEveryNoteOfThePlanStepIsInExactlyOneActionAndEveryActionHasASource(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, _ *rand.Rand) {
		sources := map[board.ID]int{}
		for _, a := range r.draft().Actions() {
			if len(a.Sources) == 0 {
				t.Errorf("%q came from nothing", a.What)
			}
			for _, id := range a.Sources {
				sources[id]++
			}
		}
		for _, n := range boardOf(r, board.RolePlan).Notes {
			if sources[n.ID] != 1 {
				t.Errorf("note %q is in %d actions", n.Text, sources[n.ID])
			}
		}
	})
}

func TestEveryFrictionIsInExactlyOneCondition(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, _ *rand.Rand) {
		sources := map[board.ID]int{}
		for _, c := range r.draft().Conditions {
			for _, id := range c.Sources {
				sources[id]++
			}
		}
		for _, n := range boardOf(r, board.RoleFriction).Notes {
			if sources[n.ID] != 1 {
				t.Errorf("friction %q is in %d conditions", n.Text, sources[n.ID])
			}
		}
	})
}

func TestDraftingTwiceAddsNothing(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, _ *rand.Rand) {
		r.draft()
		if c := r.lacks(); c != nil {
			t.Errorf("the second draft has %v", c)
		}
	})
}

func TestDraftDoesNotDependOnTheOrderInWhichNotesWereWritten(t *testing.T) {
	eachWorkshop(t, func(r *room, s script, rnd *rand.Rand) {
		other := newRoom(t)
		r.near, other.near = byPlace, byPlace
		s.play(other, rnd.Perm(len(s.notes)))
		r.draft()
		other.draft()
		if a, b := r.tell(), other.tell(); a != b {
			t.Errorf("two drafts of the same walls:\n%s\nand\n%s", a, b)
		}
	})
}

// byPlace is a nearness that shows in which order it was given the texts.
func byPlace(texts []string) func(i, j int) float64 {
	near := sharedWords(texts)
	return func(i, j int) float64 { return (near(i, j) + float64((i*i+j*j)%11)/11) / 2 }
}

func TestUndoOfADraftLeavesNoneOfIt(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, _ *rand.Rand) {
		before := r.tell()
		if len(r.lacks()) == 0 {
			return
		}
		r.draft()
		r.undo()
		if after := r.tell(); after != before {
			t.Errorf("after undo the plan is\n%s\nit was\n%s", after, before)
		}
	})
}

func TestDraftLeavesWhatPeopleChanged(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, rnd *rand.Rand) {
		r.draft()
		var made []board.Change
		for range 1 + rnd.IntN(8) {
			if c, ok := r.anyEdit(rnd); ok {
				made = append(made, c)
			}
			if rnd.IntN(3) == 0 {
				r.write(board.RolePlan, "", sentence(rnd))
				r.write(board.RoleFriction, r.cluster(board.RoleFriction, "nog een"), sentence(rnd))
			}
			if rnd.IntN(3) == 0 {
				r.clusterAnew(rnd)
			}
		}
		before := map[board.ID]board.Cells{}
		for _, c := range made {
			before[c.Obj] = cells(r, c.Obj)
		}
		r.draft()
		for _, c := range made {
			now := cells(r, c.Obj)
			for field := range c.Set {
				if now[field].V != before[c.Obj][field].V {
					t.Errorf("people set %s to %v, the draft to %v", field, before[c.Obj][field].V, now[field].V)
				}
			}
		}
		if c := r.lacks(); c != nil {
			t.Errorf("after edits the second draft has %v", c)
		}
	})
}

// anyEdit changes something in the plan the way people do.
func (r *room) anyEdit(rnd *rand.Rand) (board.Change, bool) {
	p := r.plan()
	actions := p.Actions()
	if len(actions) == 0 || len(p.Conditions) == 0 || len(p.Themes) == 0 {
		return board.Change{}, false
	}
	a := actions[rnd.IntN(len(actions))]
	c := p.Conditions[rnd.IntN(len(p.Conditions))]
	th := p.Themes[rnd.IntN(len(p.Themes))].Theme
	remove := func(id board.ID) (board.Change, bool) { r.do(board.Remove(id)); return board.Remove(id), id != "" }
	switch k := rnd.IntN(13); {
	case k == 0 && th.ID != "":
		return edit(r, th, func(t *board.Theme) { t.Name, t.Order = sentence(rnd), board.Between("", t.Order) })
	case k == 1:
		return edit(r, a, func(a *board.Action) { a.What = sentence(rnd) })
	case k == 2:
		return remove(a.ID)
	case k == 3:
		return edit(r, a, func(a *board.Action) { a.Theme, a.Order = th.ID, "z" })
	case k == 4:
		return edit(r, a, func(a *board.Action) { a.Owners, a.Due = []board.ID{"iemand"}, "2027-03-01" })
	case k == 5:
		return edit(r, a, func(a *board.Action) { a.Stage, a.Blocks = board.StageClient, nil })
	case k == 6 && th.ID != "":
		return remove(th.ID)
	case k == 7:
		return edit(r, c, func(c *board.Condition) { c.Name, c.Parked = sentence(rnd), true })
	case k == 8:
		return edit(r, c, func(c *board.Condition) { c.Answers = nil })
	case k == 9 && len(c.Sources) > 0:
		return edit(r, c, func(c *board.Condition) { c.Sources = c.Sources[1:] })
	case k == 10:
		return edit(r, r.info(), func(i *board.Info) { i.Goal = sentence(rnd) })
	case k == 11 && th.ID != "":
		return edit(r, th, func(t *board.Theme) { t.Sources = nil })
	case k == 12:
		return remove(c.ID)
	}
	return board.Change{}, false
}

// clusterAnew puts some notes of the plan step into a new cluster.
func (r *room) clusterAnew(rnd *rand.Rand) {
	id := r.cluster(board.RolePlan, "anders")
	for _, n := range boardOf(r, board.RolePlan).Notes {
		if rnd.IntN(3) == 0 {
			edit(r, n, func(n *board.Note) { n.Cluster = id })
		}
	}
}

func TestRemovedObjectsStayRemoved(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, rnd *rand.Rand) {
		p := r.draft()
		for _, a := range p.Actions() {
			if rnd.IntN(2) == 0 {
				r.do(board.Remove(a.ID))
			}
		}
		for _, c := range p.Conditions {
			r.do(board.Remove(c.ID))
		}
		want := r.tell()
		r.draft()
		if got := r.tell(); got != want {
			t.Errorf("people removed until\n%s\nthe draft made\n%s", want, got)
		}
	})
}

func boardOf(r *room, role board.Role) (b *board.Board) {
	r.Read(func(w *board.Workshop) { b = w.Board(r.steps[role]) })
	return b
}

func cells(r *room, id board.ID) (c board.Cells) {
	r.Read(func(w *board.Workshop) {
		o, _ := w.Object(id)
		c = o.Cells
	})
	return c
}

func TestUnusedNotesAreThoseOfNoActionConditionOrGoal(t *testing.T) {
	eachWorkshop(t, func(r *room, _ script, _ *rand.Rand) {
		used := r.draft().Used()
		var unused []board.ID
		r.Read(func(w *board.Workshop) {
			for _, n := range plan.Unused(w) {
				unused = append(unused, n.ID)
			}
			for _, s := range w.Steps() {
				for _, n := range w.Board(s.ID).Notes {
					if used[n.ID] == slices.Contains(unused, n.ID) {
						t.Errorf("note %q is used: %v, and listed as unused: %v", n.Text, used[n.ID], !used[n.ID])
					}
				}
			}
		})
	})
}
