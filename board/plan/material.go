package plan

import (
	"cmp"
	"slices"
	"strings"

	"samenbord/board"
)

// answersKey is the key of the section of the friction step in which the group answers its frictions.
const answersKey = "answers"

// group is some notes that belong together.
type group struct {
	cluster board.ID // "" for loose notes where there is no cluster for what is still to be placed
	title   string
	notes   []board.Note
	loose   bool // the notes of no cluster
}

// material is what the steps have for the plan.
type material struct {
	goals    []board.Note
	earlier  []group // what the group found in the steps before the plan
	friction []group
	answers  []board.Note // what the friction step has as answers
	plan     []group
}

// collect gathers the notes of all steps by what they are for. Loose notes come last.
func collect(w *board.Workshop) material {
	var m material
	words := WordsFor(w.Info().Lang)
	var rest group
	for _, s := range w.Steps() {
		notes := written(w, s)
		switch s.Role {
		case board.RolePlan:
			m.plan = append(m.plan, groups(w, s, notes)...)
			continue
		case board.RoleFriction:
			notes = m.takeAnswers(w, notes)
			m.friction = append(m.friction, groups(w, s, notes)...)
			continue
		case board.RoleGoals:
			m.goals = append(m.goals, slices.DeleteFunc(slices.Clone(notes), func(n board.Note) bool { return n.Friction })...)
			m.earlier = append(m.earlier, units(groups(w, s, notes))...)
		case board.RoleBrand, board.RolePlatform:
			m.earlier = append(m.earlier, units(groups(w, s, notes))...)
		}
		for _, n := range notes {
			if n.Friction {
				rest.notes = append(rest.notes, n)
			}
		}
	}
	rest.loose = true
	m.friction = looseLast(append(m.friction, rest), words.Frictions, words.OtherFrictions)
	m.plan = looseLast(m.plan, words.Actions, words.OtherActions)
	return m
}

// takeAnswers moves the notes in the section for answers to the answers, and returns the others.
func (m *material) takeAnswers(w *board.Workshop, notes []board.Note) []board.Note {
	var frictions []board.Note
	for _, n := range notes {
		if !n.Friction && keyAt(w, n) == answersKey {
			m.answers = append(m.answers, n)
		} else {
			frictions = append(frictions, n)
		}
	}
	return frictions
}

// groups sorts the notes of a step by its clusters, in the order of the board. Clusters without notes are left out.
func groups(w *board.Workshop, s board.Step, notes []board.Note) []group {
	var out []group
	at := map[board.ID]int{}
	rest := group{loose: true}
	for _, c := range w.Board(s.ID).Clusters {
		if c.Rest {
			rest.cluster = cmp.Or(rest.cluster, c.ID)
			continue
		}
		at[c.ID] = len(out)
		out = append(out, group{cluster: c.ID, title: cmp.Or(c.Name, c.Subtitle)})
	}
	for _, n := range notes {
		if i, ok := at[n.Cluster]; ok {
			out[i].notes = append(out[i].notes, n)
		} else {
			rest.notes = append(rest.notes, n)
		}
	}
	var full []group
	for _, g := range append(out, rest) {
		if len(g.notes) > 0 {
			g.title = cmp.Or(g.title, g.notes[0].Text)
			full = append(full, g)
		}
	}
	return full
}

// units are what a theme can lean on: the clusters of a step, or where there are none its notes one by one.
func units(found []group) []group {
	var out []group
	for _, g := range found {
		if !g.loose {
			out = append(out, g)
		}
	}
	if out != nil || len(found) == 0 {
		return out
	}
	for _, n := range found[0].notes {
		out = append(out, group{title: n.Text, notes: []board.Note{n}, loose: true})
	}
	return out
}

// looseLast puts all loose notes into one group behind the clusters. only is its title where there are no clusters.
func looseLast(found []group, only, other string) []group {
	var out []group
	loose := group{loose: true, title: only}
	for _, g := range found {
		if g.loose {
			loose.cluster = cmp.Or(loose.cluster, g.cluster)
			loose.notes = append(loose.notes, g.notes...)
		} else {
			out = append(out, g)
			loose.title = other
		}
	}
	if len(loose.notes) == 0 {
		return out
	}
	return append(out, loose)
}

// id is what a theme names as its source.
func (g group) id() board.ID {
	if g.loose {
		return g.notes[0].ID
	}
	return g.cluster
}

// text is all that the notes of the group say. Its name is not in it: it repeats the notes, or says nothing.
func (g group) text() string {
	texts := make([]string, len(g.notes))
	for i, n := range g.notes {
		texts[i] = n.Text
	}
	return strings.Join(texts, "\n")
}

// keyAt is the key of the section that somebody put a note in, "" where nobody did. Where a note merely lies says
// nothing: an import lays notes out wherever there is room.
func keyAt(w *board.Workshop, n board.Note) string {
	s, _ := w.Section(n.Section)
	return s.Key
}
