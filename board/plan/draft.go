package plan

import (
	"samenbord/board"
)

// Draft returns what the plan lacks: the goal, themes, actions and conditions for notes and clusters that are not in it
// yet. It never changes what people wrote, and does not bring back what they removed. It returns nil when the plan is
// complete.
func Draft(w *board.Workshop, near Nearness) []board.Change {
	m, p := collect(w), w.Plan()
	d := &draft{w: w, material: m, past: recall(w), lexicon: newLexicon(), compare: near}
	d.meaning = learn(near, corpus(m, p))
	d.open(p)
	d.draftActions()
	d.draftAnswers()
	d.arrange()
	d.closeEmptied()
	d.lean()
	d.draftConditions()
	d.answer()
	return d.changes()
}

// draft is a plan in the making: what there is with what is added.
type draft struct {
	w *board.Workshop
	material
	past
	meaning // of single notes and actions
	lexicon
	compare Nearness

	themes     []*entry[board.Theme]
	actions    []*entry[board.Action]
	conditions []*entry[board.Condition]

	about  map[board.ID]*entry[board.Action]   // by note
	saying map[string]*entry[board.Action]     // by the key of a text
	last   map[board.ID]string                 // order of the last action of a theme
	placed map[board.ID][]*entry[board.Action] // put at the end of a theme
}

// entry is an object of the plan as it was and as it is to be.
type entry[T board.Item] struct {
	was, now T
	fresh    bool // made by this draft
	gone     bool // emptied by this draft
}

func (d *draft) open(p board.Plan) {
	d.about, d.saying = map[board.ID]*entry[board.Action]{}, map[string]*entry[board.Action]{}
	d.last, d.placed = map[board.ID]string{}, map[board.ID][]*entry[board.Action]{}
	for _, t := range p.Themes {
		if t.ID != "" {
			d.themes = append(d.themes, &entry[board.Theme]{was: t.Theme, now: t.Theme})
		}
		for _, a := range t.Actions {
			e := &entry[board.Action]{was: a, now: a}
			d.actions = append(d.actions, e)
			d.remember(e)
			d.last[t.ID] = max(d.last[t.ID], a.Order)
		}
	}
	for _, c := range p.Conditions {
		d.conditions = append(d.conditions, &entry[board.Condition]{was: c, now: c})
	}
}

// changes are the ops that turn the plan as it was into the plan as it is to be.
func (d *draft) changes() []board.Change {
	var out []board.Change
	if c, ok := d.goal(); ok {
		out = append(out, c)
	}
	out = appendChanges(out, d.themes, func(t board.Theme) board.ID { return t.ID })
	out = appendChanges(out, d.actions, func(a board.Action) board.ID { return a.ID })
	return appendChanges(out, d.conditions, func(c board.Condition) board.ID { return c.ID })
}

func appendChanges[T board.Item](out []board.Change, entries []*entry[T], id func(T) board.ID) []board.Change {
	for _, e := range entries {
		if e.fresh {
			out = append(out, board.Create(e.now))
			continue
		}
		if c, ok := board.Edit(e.was, e.now); ok {
			out = append(out, c)
		}
		if e.gone {
			out = append(out, board.Remove(id(e.now)))
		}
	}
	return out
}

// chapter is a theme or condition, as far as it matters for finding the one where a group belongs.
type chapter struct {
	cluster board.ID
	loose   bool // made for the notes of no cluster
	notes   map[board.ID]bool
}

// home is the place of the chapter where the notes of a group belong, -1 where it needs a new one. That is the chapter
// of its own cluster, under whatever name; else, after notes were clustered anew, the one that holds most of the notes
// and whose own cluster is gone.
func (d *draft) home(g group, chapters []chapter) int {
	found, most := -1, 0
	for i, c := range chapters {
		if c.cluster == g.cluster && c.cluster != "" || g.loose && c.loose {
			return i
		}
		if (c.cluster == "") != g.loose || d.w.Alive(c.cluster) {
			continue
		}
		shared := 0
		for _, n := range g.notes {
			if c.notes[n.ID] {
				shared++
			}
		}
		if shared > most {
			found, most = i, shared
		}
	}
	return found
}

// isLoose reports whether a chapter with a cluster and a name was made for the notes of no cluster.
func (d *draft) isLoose(cluster board.ID, name string) bool {
	return d.rest[cluster] || cluster == "" && name != "" && ownWords(name)
}

// looseGroup is the group of no cluster among others.
func looseGroup(groups []group) (group, bool) {
	if n := len(groups); n > 0 && groups[n-1].loose {
		return groups[n-1], true
	}
	return group{loose: true}, false
}
