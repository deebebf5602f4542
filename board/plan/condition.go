package plan

import (
	"slices"

	"samenbord/board"
)

// answerFloor is the nearness from which an action is proposed as the answer to a friction; answerShare is the part of
// the best answer's nearness that another one needs to stand beside it.
const (
	answerFloor = 0.25
	answerShare = 0.7
	maxAnswers  = 3
)

// draftConditions makes a condition of each friction cluster, and one of the frictions of no cluster.
func (d *draft) draftConditions() {
	for _, g := range d.friction {
		var lacking []board.ID
		for _, n := range g.notes {
			if !d.met[n.ID] || !g.loose && d.release(n.ID) {
				lacking = append(lacking, n.ID)
			}
		}
		if len(lacking) > 0 {
			e := d.conditionFor(g)
			e.now.Sources = append(slices.Clone(e.now.Sources), lacking...)
		}
	}
	for _, e := range d.conditions {
		e.gone = !e.fresh && len(e.was.Sources) > 0 && len(e.now.Sources) == 0
	}
}

// release takes a friction out of the condition of no cluster, where it waited for a cluster and nobody touched the
// condition since.
func (d *draft) release(note board.ID) bool {
	for _, e := range d.conditions {
		if e.fresh || !d.untouched[e.now.ID] || !d.isLoose(e.now.Cluster, e.now.Name) {
			continue
		}
		if i := slices.Index(e.now.Sources, note); i >= 0 {
			e.now.Sources = slices.Delete(slices.Clone(e.now.Sources), i, i+1)
			return true
		}
	}
	return false
}

// conditionFor is the condition for the frictions of a group, made where there is none.
func (d *draft) conditionFor(g group) *entry[board.Condition] {
	chapters := make([]chapter, len(d.conditions))
	last := ""
	for i, e := range d.conditions {
		c := e.now
		chapters[i] = chapter{c.Cluster, d.isLoose(c.Cluster, c.Name), map[board.ID]bool{}}
		for _, id := range c.Sources {
			chapters[i].notes[id] = true
		}
		last = max(last, c.Order)
	}
	if i := d.home(g, chapters); i >= 0 {
		return d.conditions[i]
	}
	if !g.loose && d.removed[g.cluster] {
		loose, ok := looseGroup(d.friction)
		if !ok {
			loose.title = WordsFor(d.w.Info().Lang).OtherFrictions
		}
		return d.conditionFor(loose)
	}
	e := &entry[board.Condition]{fresh: true, now: board.Condition{
		ID: board.NewID(), Order: board.Between(last, ""), Name: g.title, Cluster: g.cluster,
	}}
	d.conditions = append(d.conditions, e)
	return e
}

// answer proposes for each condition the actions that answer it. What already stood together in the plan is left as
// people have it.
func (d *draft) answer() {
	for _, c := range d.conditions {
		if c.now.Parked {
			continue
		}
		near := make([]float64, len(d.actions))
		for i, a := range d.actions {
			near[i] = d.relief(c, a)
		}
		least := max(answerFloor, answerShare*slices.Max(append(near, 0)))
		for len(c.now.Answers) < maxAnswers {
			best := -1
			for i, s := range near {
				if s >= least && (best < 0 || s > near[best]) {
					best = i
				}
			}
			if best < 0 {
				break
			}
			near[best] = 0
			c.now.Answers = append(slices.Clone(c.now.Answers), d.actions[best].now.ID)
		}
	}
}

// relief is how near an action is to the friction of a condition that it meets best, 0 to 1. It is 1 for an answer that
// the group put into the cluster of the frictions, and 0 for pairs that are not new.
func (d *draft) relief(c *entry[board.Condition], a *entry[board.Action]) float64 {
	if slices.Contains(c.now.Answers, a.now.ID) {
		return 0
	}
	var top float64
	for _, id := range c.now.Sources {
		if !c.fresh && !a.fresh && slices.Contains(c.was.Sources, id) {
			continue
		}
		if n, ok := d.w.Note(id); ok {
			top = max(top, d.of(n.Text, a.now.What))
		}
	}
	if a.fresh || c.fresh {
		for _, n := range d.answers {
			if n.Cluster == c.now.Cluster && n.Cluster != "" && slices.Contains(a.now.Sources, n.ID) {
				return 1
			}
		}
	}
	return top
}
