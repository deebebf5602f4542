package plan

import (
	"strings"

	"samenbord/board"
)

// past is what earlier drafts and people did, removals included: what somebody took away is not drafted again.
type past struct {
	acted      map[board.ID]bool // notes of which an action was made
	met        map[board.ID]bool // notes that stand or stood in a condition
	leant      map[board.ID]bool // clusters and notes on which a theme leans or leant
	removed    map[board.ID]bool // clusters whose theme or condition somebody removed
	untouched  map[board.ID]bool // living objects of the plan that are as they were drafted, their sources apart
	rest       map[board.ID]bool // clusters, living or not, for what was still to be placed
	goalChosen bool              // somebody wrote the goal or wiped it
}

func recall(w *board.Workshop) past {
	p := past{
		map[board.ID]bool{},
		map[board.ID]bool{},
		map[board.ID]bool{},
		map[board.ID]bool{},
		map[board.ID]bool{},
		map[board.ID]bool{},
		false,
	}
	for _, o := range w.Objects() {
		p.see(o)
	}
	return p
}

func (p *past) see(o board.Object) {
	dead := o.Cells[board.FieldDead].V == true
	if dead && undrafted(o) {
		return
	}
	kind, _ := o.Cells[board.FieldKind].V.(string)
	cluster, _ := o.Cells[board.FieldCluster].V.(string)
	switch board.Kind(kind) {
	case board.KindWorkshop:
		p.goalChosen = !o.Cells[board.FieldGoal].As.IsZero()
	case board.KindCluster:
		p.rest[o.ID] = o.Cells[board.FieldRest].V == true
	case board.KindAction:
		sources(o, p.acted, func(c board.Cell) bool { return c.V == true })
	case board.KindCondition:
		sources(o, p.met, func(c board.Cell) bool { return c.V == true || !dead && !c.As.IsZero() })
	case board.KindTheme:
		sources(o, p.leant, func(c board.Cell) bool { return !c.As.IsZero() })
	default:
		return
	}
	if dead && cluster != "" {
		p.removed[board.ID(cluster)] = true
	}
	p.untouched[o.ID] = !dead && asDrafted(o)
}

// undrafted reports whether an object is gone because its making was undone. Undo removes an object under the stamp
// that made it, people remove it under a stamp of their own.
func undrafted(o board.Object) bool {
	return o.Cells[board.FieldDead].As == o.Cells[board.FieldKind].As
}

// asDrafted reports whether nobody changed an object since it was made, its sources apart.
func asDrafted(o board.Object) bool {
	made := o.Cells[board.FieldKind].As
	for name, c := range o.Cells {
		if !c.As.IsZero() && c.As != made && !strings.HasPrefix(string(name), string(board.FieldSource)+":") {
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
