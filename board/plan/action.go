package plan

import (
	"slices"

	"samenbord/board"
)

// draftActions makes an action item of each note of the plan step, in a theme for its cluster.
func (d *draft) draftActions() {
	for _, g := range d.plan {
		theme := board.ID("")
		home := func() board.ID {
			if theme == "" {
				theme = d.themeFor(g)
			}
			return theme
		}
		for _, n := range g.notes {
			if e := d.about[n.ID]; e != nil && !g.loose && d.waits(e) {
				d.move(e, home())
			} else if !d.known(n) {
				d.add(n, home())
			}
		}
	}
}

// draftAnswers makes an action item of each answer that the group put beside its frictions, in the theme nearest in
// meaning.
func (d *draft) draftAnswers() {
	for _, n := range d.answers {
		if d.known(n) {
			continue
		}
		i := nearestOf(len(d.themes), noteFloor, func(i int) float64 {
			return d.best(n.Text, d.themeTexts(d.themes[i].now))
		})
		if i >= 0 {
			d.add(n, d.themes[i].now.ID)
		} else {
			d.add(n, d.looseTheme())
		}
	}
}

// known reports whether there is an action for a note, or was until somebody removed it. A note that says what an
// action says already becomes one more source of it.
func (d *draft) known(n board.Note) bool {
	if d.acted[n.ID] {
		return true
	}
	e := d.saying[key(n.Text)]
	if e == nil {
		return false
	}
	e.now.Sources = append(slices.Clone(e.now.Sources), n.ID)
	d.remember(e)
	return true
}

// remember notes down what an action is about and what it says.
func (d *draft) remember(e *entry[board.Action]) {
	says := []string{e.now.What}
	for _, id := range e.now.Sources {
		d.acted[id] = true
		if d.about[id] == nil {
			d.about[id] = e
		}
		if n, ok := d.w.Note(id); ok {
			says = append(says, n.Text)
		}
	}
	for _, text := range says {
		if k := key(text); d.saying[k] == nil {
			d.saying[k] = e
		}
	}
}

// add makes a new action of a note.
func (d *draft) add(n board.Note, theme board.ID) {
	stage, blocks := d.read(n.Text, keyAt(d.w, n))
	e := &entry[board.Action]{fresh: true, now: board.Action{
		ID: board.NewID(), What: n.Text, Stage: stage, Blocks: blocks, Sources: []board.ID{n.ID},
	}}
	d.actions = append(d.actions, e)
	d.remember(e)
	d.move(e, theme)
}

// move puts an action at the end of a theme.
func (d *draft) move(e *entry[board.Action], theme board.ID) {
	e.now.Theme = theme
	d.placed[theme] = append(d.placed[theme], e)
}

// arrange gives the actions that were put into themes their order, behind those that were there.
func (d *draft) arrange() {
	for theme, placed := range d.placed {
		for i, order := range board.Orders(d.last[theme], len(placed)) {
			placed[i].now.Order = order
		}
	}
}

// waits reports whether an action stands among those of no cluster only because nothing was clustered yet, and nobody
// has touched it or its theme since.
func (d *draft) waits(e *entry[board.Action]) bool {
	t := d.theme(e.now.Theme)
	return t != nil && d.isLoose(t.now.Cluster, t.now.Name) && d.untouched[t.now.ID] && d.untouched[e.now.ID]
}
