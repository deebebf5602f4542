package plan

import (
	"strings"

	"samenbord/board"
)

// past is what earlier drafts and people did, removals included: what somebody took away is not drafted again.
type past struct {
	acted      map[board.ID]bool        // notes of which an action was made
	met        map[board.ID]bool        // notes that stand or stood in a condition
	leant      map[board.ID]bool        // clusters and notes on which a theme leans or leant
	removed    map[board.ID]bool        // clusters whose theme or condition somebody removed
	untouched  map[board.ID]bool        // living objects of the plan that are as they were drafted, their sources apart
	rest       map[board.ID]bool        // clusters, living or not, for what was still to be placed
	made       map[board.ID]board.Stamp // when notes and clusters were made
	latest     board.Stamp              // when the newest object of the plan was made
	goalChosen bool                     // somebody wrote the goal or wiped it
}

func recall(w *board.Workshop) past {
	set := func() map[board.ID]bool { return map[board.ID]bool{} }
	p := past{
		acted: set(), met: set(), leant: set(), removed: set(), untouched: set(), rest: set(),
		made: map[board.ID]board.Stamp{},
	}
	for _, o := range w.Objects() {
		p.see(o)
	}
	return p
}

func (p *past) see(o board.Object) {
	if dead(o) && undrafted(o) {
		return
	}
	kind, _ := o.Cells[board.FieldKind].V.(string)
	switch board.Kind(kind) {
	case board.KindWorkshop:
		p.goalChosen = !o.Cells[board.FieldGoal].As.IsZero()
	case board.KindNote, board.KindCluster:
		p.made[o.ID] = made(o)
		p.rest[o.ID] = o.Cells[board.FieldRest].V == true
	case board.KindAction:
		sources(o, p.acted, func(c board.Cell) bool { return c.V == true })
		p.seePlanned(o)
	case board.KindCondition:
		sources(o, p.met, ever(o))
		p.seePlanned(o)
	case board.KindTheme:
		sources(o, p.leant, ever(o))
		p.seePlanned(o)
	}
}

// seePlanned takes in an object of the plan.
func (p *past) seePlanned(o board.Object) {
	if cluster, _ := o.Cells[board.FieldCluster].V.(string); dead(o) && cluster != "" {
		p.removed[board.ID(cluster)] = true
	}
	p.untouched[o.ID] = !dead(o) && asDrafted(o)
	if made(o).Compare(p.latest) > 0 {
		p.latest = made(o)
	}
}

func dead(o board.Object) bool { return o.Cells[board.FieldDead].V == true }

func made(o board.Object) board.Stamp { return o.Cells[board.FieldKind].As }

// ever tells which cells of a set count as named once: those that are, and of a living object those that somebody took
// out.
func ever(o board.Object) func(board.Cell) bool {
	return func(c board.Cell) bool { return c.V == true || !dead(o) && !c.As.IsZero() }
}

// undrafted reports whether an object is gone because its making was undone. Undo removes an object under the stamp
// that made it, people remove it under a stamp of their own.
func undrafted(o board.Object) bool {
	return o.Cells[board.FieldDead].As == made(o)
}

// asDrafted reports whether nobody changed an object since it was made, its sources apart.
func asDrafted(o board.Object) bool {
	for name, c := range o.Cells {
		if !c.As.IsZero() && c.As != made(o) && !strings.HasPrefix(string(name), string(board.FieldSource)+":") {
			return false
		}
	}
	return true
}

// sources adds to a set the sources of an object whose cell counts.
func sources(o board.Object, set map[board.ID]bool, counts func(board.Cell) bool) {
	for name, c := range o.Cells {
		if id, ok := strings.CutPrefix(string(name), string(board.FieldSource)+":"); ok && counts(c) {
			set[board.ID(id)] = true
		}
	}
}
