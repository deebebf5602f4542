package plan

import (
	"slices"

	"samenbord/board"
)

// From how near on a proposal is made, on the scale of package cluster. Pairs of notes below noteFloor share a common
// word and no more. Clusters, which hold many words, are less near.
const (
	noteFloor  = 0.4
	leanFloor  = 0.45 // for a single note, on which a theme leans for the sake of one action alone
	groupFloor = 0.25
)

// meaning compares texts of the workshop.
type meaning struct {
	at   map[string]int
	near func(i, j int) float64
}

// learn prepares the comparison of texts. They are sorted first, so that the order in which they were written cannot
// show in the last digits.
func learn(near Nearness, texts []string) meaning {
	texts = slices.Clone(texts)
	slices.Sort(texts)
	texts = slices.Compact(texts)
	m := meaning{map[string]int{}, near(texts)}
	for i, t := range texts {
		m.at[t] = i
	}
	return m
}

// of is how near two texts are, 0 to 1.
func (m meaning) of(a, b string) float64 {
	i, known := m.at[a]
	j, too := m.at[b]
	if !known || !too {
		return 0
	}
	return m.near(i, j)
}

// best is how near a text is to the nearest of others.
func (m meaning) best(text string, others []string) float64 {
	var top float64
	for _, o := range others {
		top = max(top, m.of(text, o))
	}
	return top
}

// nearestOf returns which of n is the nearest, -1 where none is above the floor. The first wins a tie.
func nearestOf(n int, floor float64, nearness func(i int) float64) int {
	found := -1
	for i := range n {
		if s := nearness(i); s > floor {
			found, floor = i, s
		}
	}
	return found
}

// corpus are all texts that a draft compares. They do not depend on whether the plan was drafted before, so a second
// draft finds the same nearness as the first.
func corpus(m material, p board.Plan) []string {
	var out []string
	for _, n := range slices.Concat(m.goals, m.answers) {
		out = append(out, n.Text)
	}
	for _, g := range slices.Concat(m.earlier, m.friction, m.plan) {
		for _, n := range g.notes {
			out = append(out, n.Text)
		}
	}
	for _, a := range p.Actions() {
		out = append(out, a.What)
	}
	return out
}
