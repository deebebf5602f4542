package cluster

import "strings"

// part is one view on what makes notes alike: a vector for each note and how much it counts.
type part struct {
	vectors []vector
	weight  float64
}

// views are the parts that make up the similarity of notes. Their weights add up to one, so that the similarity lies
// between 0 and 1. Whoever knows another sign that notes belong together adds a view here.
func views(texts []text) []part {
	terms, letters := make([]bag, len(texts)), make([]bag, len(texts))
	for i, t := range texts {
		terms[i], letters[i] = termBag(t), letterBag(t)
	}
	return []part{{tfidf(terms), 0.5}, {tfidf(letters), 0.5}}
}

// Nearness tells how near texts are in meaning: 0 for nothing in common, 1 for the same. It is the similarity by which
// [Suggest] groups notes, measured among these texts alone.
func Nearness(texts []string) func(i, j int) float64 {
	parts := views(read(texts))
	return func(i, j int) float64 {
		if i == j {
			return 1
		}
		sum := 0.0
		for _, p := range parts {
			sum += p.weight * p.vectors[i].dot(p.vectors[j])
		}
		return max(0, min(1, sum))
	}
}

// termBag is a note as stems, parts of compounds and meanings. A note without topic words is what it is: its symbols
// and small words.
func termBag(t text) bag {
	b := bag{}
	for _, w := range t.words {
		for _, x := range w.terms {
			b[x.key] += x.weight
		}
	}
	if len(b) == 0 {
		for _, tok := range t.tokens {
			b[tok.fold]++
		}
	}
	return b
}

// letterBag is a note as runs of three to five letters within its words, the edges of a word marked by a space.
func letterBag(t text) bag {
	b := bag{}
	for _, w := range t.words {
		rs := []rune(" " + strings.ReplaceAll(t.tokens[w.at].fold, "'", "") + " ")
		for n := 3; n <= 5; n++ {
			for k := 0; k+n <= len(rs); k++ {
				b[string(rs[k:k+n])]++
			}
		}
	}
	return b
}

// matrix holds the similarity of every two notes.
type matrix struct {
	n int
	s []float32
}

func (m *matrix) row(i int) []float32      { return m.s[i*m.n : (i+1)*m.n] }
func (m *matrix) between(i, j int) float64 { return float64(m.s[i*m.n+j]) }

// compare measures every two notes against each other, by lists of which notes hold a term.
func compare(parts []part, n int) *matrix {
	m := &matrix{n, make([]float32, n*n)}
	for _, p := range parts {
		holders := map[int][]entry{}
		for i, v := range p.vectors {
			for _, e := range v {
				holders[e.at] = append(holders[e.at], entry{i, e.w})
			}
		}
		for i, v := range p.vectors {
			row := m.row(i)
			for _, e := range v {
				for _, h := range holders[e.at] {
					row[h.at] += float32(p.weight * (e.w * h.w))
				}
			}
		}
	}
	return m
}
