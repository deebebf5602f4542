package plan_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/board/plan"
)

// sharedWords is a nearness for tests: the cosine of two texts as sets of words, each cut to five letters.
func sharedWords(texts []string) func(i, j int) float64 {
	words := make([]map[string]bool, len(texts))
	for i, t := range texts {
		words[i] = map[string]bool{}
		for _, w := range strings.Fields(strings.ToLower(t)) {
			if len(w) > 3 {
				words[i][w[:min(len(w), 5)]] = true
			}
		}
	}
	return func(i, j int) float64 {
		both := 0
		for w := range words[i] {
			if words[j][w] {
				both++
			}
		}
		return float64(both) / max(1, math.Sqrt(float64(len(words[i])*len(words[j]))))
	}
}

// room is a workshop with a step for each role, in which a group works by hand.
type room struct {
	*testing.T
	*board.Session
	steps map[board.Role]board.ID
	spots map[board.ID]int
	near  plan.Nearness
}

func newRoom(t *testing.T) *room {
	t.Helper()
	s, _ := boardtest.Session(t)
	r := &room{t, s, map[board.Role]board.ID{}, map[board.ID]int{}, sharedWords}
	roles := []board.Role{
		board.RoleGoals, board.RoleBrand, board.RoleFriction, board.RolePlatform, board.RolePlan, board.RoleSafeguard,
	}
	for i, order := range board.Orders("", len(roles)) {
		step := board.Step{ID: board.NewID(), Order: order, Role: roles[i], Name: string(roles[i])}
		r.do(board.Create(step))
		r.steps[roles[i]] = step.ID
	}
	return r
}

func (r *room) do(changes ...board.Change) {
	r.Helper()
	boardtest.Do(r, r.Session, changes...)
}

// cluster makes a cluster with a name.
func (r *room) cluster(role board.Role, name string) board.ID {
	r.Helper()
	last := ""
	for _, c := range boardtest.Board(r.Session, r.steps[role]).Clusters {
		last = c.Order
	}
	c := board.Cluster{ID: board.NewID(), Step: r.steps[role], Order: board.Between(last, ""), Name: name}
	r.do(board.Create(c))
	return c.ID
}

// write puts a note for each text into a cluster, "" for none.
func (r *room) write(role board.Role, cluster board.ID, texts ...string) []board.ID {
	r.Helper()
	var ids []board.ID
	for _, text := range texts {
		ids = append(ids, r.put(board.Note{Step: r.steps[role], Cluster: cluster, Text: text}, r.spots[r.steps[role]]))
		r.spots[r.steps[role]]++
	}
	return ids
}

// put creates a note on the nth free spot of its board.
func (r *room) put(n board.Note, spot int) board.ID {
	r.Helper()
	n.ID = board.NewID()
	n.Rect = board.Rect{X: float64(spot%8) * 220, Y: float64(spot/8) * 220, W: board.NoteWidth, H: board.NoteHeight}
	r.do(board.Create(n))
	return n.ID
}

func (r *room) lacks() (changes []board.Change) {
	r.Read(func(w *board.Workshop) { changes = plan.Draft(w, r.near) })
	return changes
}

func (r *room) draft() board.Plan {
	r.Helper()
	if changes := r.lacks(); len(changes) > 0 {
		if err := r.Do("plan", changes...); err != nil {
			r.Fatal(err)
		}
	}
	return r.plan()
}

func (r *room) plan() (p board.Plan) {
	r.Read(func(w *board.Workshop) { p = w.Plan() })
	return p
}

func (r *room) counts() (c plan.Counts) {
	r.Read(func(w *board.Workshop) { c = plan.Count(w) })
	return c
}

// action returns the action that a note is the source of.
func (r *room) action(note board.ID) board.Action {
	r.Helper()
	for _, a := range r.plan().Actions() {
		if slices.Contains(a.Sources, note) {
			return a
		}
	}
	r.Fatalf("no action came from note %s", note)
	return board.Action{}
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

// edit changes an item of the workshop the way a person does, and returns the fields that changed.
func edit[T board.Item](r *room, item T, change func(*T)) (board.Change, bool) {
	r.Helper()
	after := item
	change(&after)
	c, ok := board.Edit(item, after)
	if ok {
		r.do(c)
	}
	return c, ok
}

// tell writes a plan as people read it, without IDs.
func (r *room) tell() string {
	var b strings.Builder
	r.Read(func(w *board.Workshop) {
		p := w.Plan()
		fmt.Fprintf(&b, "goal %q from %s\n", p.Goal, texts(w, p.Sources))
		for _, t := range p.Themes {
			fmt.Fprintf(&b, "theme %q on %s\n", t.Name, texts(w, t.Sources))
			for _, a := range t.Actions {
				fmt.Fprintf(&b, "  %q %q %v from %s\n", a.What, a.Stage, a.Blocks, texts(w, a.Sources))
			}
		}
		for _, c := range p.Conditions {
			fmt.Fprintf(&b, "condition %q from %s answered by %s\n", c.Name, texts(w, c.Sources), texts(w, c.Answers))
		}
	})
	return b.String()
}

// texts are what the things with these IDs say, sorted.
func texts(w *board.Workshop, ids []board.ID) string {
	var out []string
	for _, id := range ids {
		n, _ := w.Note(id)
		c, _ := w.Cluster(id)
		a, _ := w.Action(id)
		out = append(out, cmp.Or(n.Text, c.Name, a.What))
	}
	slices.Sort(out)
	return strings.Join(out, " | ")
}
