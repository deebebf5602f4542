package plan

import (
	"slices"

	"samenbord/board"
)

// goal is the change that puts the goal on top of the plan: the note of the goals step that says best what the group
// wants. ok is false where there is a goal, or somebody wiped it, or no goals were written.
func (d *draft) goal() (c board.Change, ok bool) {
	if d.goalChosen || len(d.goals) == 0 {
		return board.Change{}, false
	}
	lead := d.leadGoal()
	was := d.w.Info()
	now := was
	now.Goal, now.Sources = lead.Text, nil
	for _, n := range d.goals {
		if same(n.Text, lead.Text) {
			now.Sources = append(now.Sources, n.ID)
		}
	}
	if !d.w.Alive(board.WorkshopID) {
		return board.Create(now), true
	}
	return board.Edit(was, now)
}

// leadGoal is the goal that is nearest to all others and reads as something to strive for.
func (d *draft) leadGoal() board.Note {
	central := make([]float64, len(d.goals))
	for i, a := range d.goals {
		for j, b := range d.goals {
			if i != j {
				central[i] += d.of(a.Text, b.Text)
			}
		}
	}
	top := max(slices.Max(central), 1e-9)
	best, most := 0, -1.0
	for i, n := range d.goals {
		if s := central[i]/top + d.strives(n.Text); s > most {
			best, most = i, s
		}
	}
	return d.goals[best]
}
