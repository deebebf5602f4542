package plan

import (
	"slices"

	"samenbord/board"
)

// aboutAsNear is the part of the best nearness from which another is no worse.
const aboutAsNear = 0.9

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

// answer proposes for each friction of a condition the action that answers it. What already stood together in the plan
// is left as people have it.
func (d *draft) answer() {
	for _, c := range d.conditions {
		if c.now.Parked {
			continue
		}
		found := d.nearest(c)
		for i, a := range d.actions {
			if id := a.now.ID; (found[i] || d.beside(c, a)) && !slices.Contains(c.now.Answers, id) {
				c.now.Answers = append(slices.Clone(c.now.Answers), id)
			}
		}
	}
}

// nearest finds for each friction of a condition the place of the action nearest in meaning, if one is near. Among
// those about as near it is the one that has most in common with all frictions of the condition.
func (d *draft) nearest(c *entry[board.Condition]) map[int]bool {
	var frictions []board.Note
	for _, id := range c.now.Sources {
		if n, ok := d.w.Note(id); ok {
			frictions = append(frictions, n)
		}
	}
	near := make([][]float64, len(frictions))
	common := make([]float64, len(d.actions))
	for k, n := range frictions {
		near[k] = make([]float64, len(d.actions))
		for i, a := range d.actions {
			near[k][i] = d.of(n.Text, a.now.What)
			common[i] += near[k][i]
		}
	}
	found := map[int]bool{}
	for k, n := range frictions {
		stood := !c.fresh && slices.Contains(c.was.Sources, n.ID)
		if i := pick(near[k], common); i >= 0 && (d.actions[i].fresh || !stood) {
			found[i] = true
		}
	}
	return found
}

// pick returns the place of the nearest, and of those about as near the one with most in common; -1 where none is near.
func pick(near, common []float64) int {
	least := max(noteFloor, aboutAsNear*slices.Max(append(near, 0)))
	best := -1
	for i := range near {
		if near[i] >= least && (best < 0 || common[i] > common[best]) {
			best = i
		}
	}
	return best
}

// beside reports whether a new action came from an answer that the group put into the cluster of the frictions.
func (d *draft) beside(c *entry[board.Condition], a *entry[board.Action]) bool {
	return (c.fresh || a.fresh) && c.now.Cluster != "" && slices.ContainsFunc(d.answers, func(n board.Note) bool {
		return n.Cluster == c.now.Cluster && slices.Contains(a.now.Sources, n.ID)
	})
}
