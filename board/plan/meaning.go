package plan

import (
	"slices"

	"samenbord/board"
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

// between is how near two sets of texts are: how well each text finds its like in the other set, the mean of both ways.
func (m meaning) between(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var there, back float64
	for _, t := range a {
		there += m.best(t, b)
	}
	for _, t := range b {
		back += m.best(t, a)
	}
	return (there/float64(len(a)) + back/float64(len(b))) / 2
}

// corpus are all texts that a draft compares. They do not depend on whether the plan was drafted before, so a second
// draft finds the same nearness as the first.
func corpus(m material, p board.Plan) []string {
	var out []string
	for _, n := range slices.Concat(m.goals, m.answers) {
		out = append(out, n.Text)
	}
	for _, g := range slices.Concat(m.earlier, m.friction, m.plan) {
		if g.loose {
			out = append(out, g.texts()[1:]...)
		} else {
			out = append(out, g.texts()...)
		}
	}
	for _, t := range p.Themes {
		if !ownWords(t.Name) {
			out = append(out, t.Name)
		}
		for _, a := range t.Actions {
			out = append(out, a.What)
		}
	}
	return out
}

// ownWords reports whether a name is one that a draft gives by itself, and so says nothing.
func ownWords(name string) bool {
	for _, lang := range []string{"nl", "en"} {
		w := WordsFor(lang)
		if name == w.Actions || name == w.OtherActions || name == w.Frictions || name == w.OtherFrictions {
			return true
		}
	}
	return name == ""
}
