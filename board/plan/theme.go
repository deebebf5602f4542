package plan

import (
	"cmp"
	"slices"
	"strings"

	"samenbord/board"
)

func (d *draft) theme(id board.ID) *entry[board.Theme] {
	i := slices.IndexFunc(d.themes, func(t *entry[board.Theme]) bool { return t.now.ID == id })
	if i < 0 {
		return nil
	}
	return d.themes[i]
}

// themeFor is the theme for the actions of a group, made where there is none. A theme that somebody removed does not
// come back; what is new in its cluster goes to the actions of no cluster.
func (d *draft) themeFor(g group) board.ID {
	chapters := make([]chapter, len(d.themes))
	for i, t := range d.themes {
		chapters[i] = chapter{t.now.Cluster, d.isLoose(t.now.Cluster, t.now.Name), map[board.ID]bool{}}
		for _, e := range d.actions {
			if e.now.Theme == t.now.ID {
				for _, id := range e.now.Sources {
					chapters[i].notes[id] = true
				}
			}
		}
	}
	if i := d.home(g, chapters); i >= 0 {
		return d.themes[i].now.ID
	}
	if !g.loose && d.removed[g.cluster] {
		return d.looseTheme()
	}
	t := board.Theme{ID: board.NewID(), Name: g.title, Cluster: g.cluster, Order: d.themeOrder(g.loose)}
	d.themes = append(d.themes, &entry[board.Theme]{now: t, fresh: true})
	slices.SortStableFunc(d.themes, func(a, b *entry[board.Theme]) int { return cmp.Compare(a.now.Order, b.now.Order) })
	return t.ID
}

// looseTheme is the theme for actions of no cluster.
func (d *draft) looseTheme() board.ID {
	g, ok := looseGroup(d.plan)
	if !ok {
		g.title = WordsFor(d.w.Info().Lang).OtherActions
	}
	return d.themeFor(g)
}

// themeOrder is the place of a new theme: behind the others, but before the actions of no cluster when those come last.
func (d *draft) themeOrder(loose bool) string {
	n := len(d.themes)
	if n == 0 {
		return board.Between("", "")
	}
	last := d.themes[n-1].now
	if loose || !d.isLoose(last.Cluster, last.Name) {
		return board.Between(last.Order, "")
	}
	before := ""
	if n > 1 {
		before = d.themes[n-2].now.Order
	}
	return board.Between(before, last.Order)
}

// themeTexts are what the actions of a theme say.
func (d *draft) themeTexts(t board.Theme) []string {
	var out []string
	for _, e := range d.actions {
		if e.now.Theme == t.ID {
			out = append(out, e.now.What)
		}
	}
	return out
}

// lean attaches what the group found in earlier steps to the theme that is nearest in meaning: clusters by all they
// say, and the notes of a step without clusters by the action most like them. What is not new on either side was
// compared when the plan was drafted before.
func (d *draft) lean() {
	var themes []*entry[board.Theme]
	var texts [][]string
	var all []string
	for _, t := range d.themes {
		if !t.gone && (len(d.themes) == 1 || !d.isLoose(t.now.Cluster, t.now.Name)) {
			says := d.themeTexts(t.now)
			themes, texts, all = append(themes, t), append(texts, says), append(all, strings.Join(says, "\n"))
		}
	}
	for _, g := range d.earlier {
		all = append(all, g.text())
	}
	whole := learn(d.compare, all)
	for _, g := range d.earlier {
		if d.leant[g.id()] {
			continue
		}
		text, fresh := g.text(), d.made[g.id()].Compare(d.latest) > 0
		nearness, floor := func(i int) float64 { return whole.of(text, all[i]) }, groupFloor
		if g.loose {
			nearness, floor = func(i int) float64 { return d.best(text, texts[i]) }, leanFloor
		}
		i := nearestOf(len(themes), floor, nearness)
		if i >= 0 && (fresh || d.placed[themes[i].now.ID] != nil) {
			t := &themes[i].now
			t.Sources = append(slices.Clone(t.Sources), g.id())
		}
	}
}

// closeEmptied takes away the theme of no cluster when all its actions have found a cluster since.
func (d *draft) closeEmptied() {
	full, left := map[board.ID]bool{}, map[board.ID]bool{}
	for _, e := range d.actions {
		full[e.now.Theme] = true
		if !e.fresh && e.was.Theme != e.now.Theme {
			left[e.was.Theme] = true
		}
	}
	for _, t := range d.themes {
		if t.gone = left[t.now.ID] && !full[t.now.ID]; t.gone {
			for _, id := range t.now.Sources {
				delete(d.leant, id)
			}
			t.now.Sources = nil
		}
	}
}
