package cluster

import (
	"math"
	"runtime"
	"strings"
	"sync"
)

// likeness is how alike notes are, from three views: their words, their letters and what they mean. Whoever knows more
// of meaning puts better vectors and coverage here.
type likeness struct {
	words, letters, meanings []vector
	cover                    []float64 // the share of a note's words whose meaning is known
	trust                    float64   // how far the lists know what this board is about, 0 to 1
}

// How meaning is weighed. On a board where few words are known, those few say little of what it is about: measured on
// labelled boards of other subjects, where up to a quarter is known, they do harm.
const (
	meaningShare = 0.7 // how much meaning counts between two notes whose words are all known
	coverNone    = 0.2 // known words on a board where meaning counts nothing
	coverFull    = 0.5 // and where it counts fully
)

func newLikeness(texts []text) *likeness {
	n := len(texts)
	ws, ls, ms := make([]bag, n), make([]bag, n), make([]bag, n)
	l := &likeness{cover: make([]float64, n)}
	for i, t := range texts {
		ws[i], ls[i] = wordBag(t), letterBag(t)
		ms[i], l.cover[i] = meaningBag(t)
	}
	l.words, l.letters, l.meanings = tfidf(ws), tfidf(ls), tfidf(ms)
	l.trust = max(0, min(1, (mean(l.cover)-coverNone)/(coverFull-coverNone)))
	return l
}

// mix puts the views together: words and letters count half each, and meaning takes over as far as it is known.
func (l *likeness) mix(i, j int, words, letters, meanings float64) float64 {
	c := l.trust * meaningShare * math.Sqrt(l.cover[i]*l.cover[j])
	return (1-c)*(words+letters)/2 + c*meanings
}

func mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(max(1, len(xs)))
}

// Nearness tells how near texts are in meaning: 0 for nothing in common, 1 for the same. It is the similarity by which
// [Suggest] groups notes, measured among these texts alone.
func Nearness(texts []string) func(i, j int) float64 {
	l := newLikeness(read(texts))
	return func(i, j int) float64 {
		if i == j {
			return 1
		}
		s := l.mix(i, j, l.words[i].dot(l.words[j]), l.letters[i].dot(l.letters[j]), l.meanings[i].dot(l.meanings[j]))
		return max(0, min(1, s))
	}
}

// wordBag is a note as stems and parts of compounds. A note without topic words is what it is: its symbols and small
// words.
func wordBag(t text) bag {
	b := bag{}
	for _, w := range t.words {
		for _, x := range w.terms {
			if x.key[0] == '=' {
				b[x.key] += x.weight
			}
		}
	}
	if len(b) == 0 {
		for _, tok := range t.tokens {
			b[tok.fold]++
		}
	}
	return b
}

// meaningBag is a note as meanings, and the share of its words that have one.
func meaningBag(t text) (b bag, cover float64) {
	b = bag{}
	for _, w := range t.words {
		known := false
		for _, x := range w.terms {
			if x.key[0] == '~' {
				b[x.key] += x.weight
				known = true
			}
		}
		if known {
			cover++
		}
	}
	if len(t.words) == 0 {
		return b, 0
	}
	return b, cover / float64(len(t.words))
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

// compare measures every two notes against each other, on all processors. Each row is the work of one of them, so the
// sums come out the same every time.
func compare(l *likeness) *matrix {
	n := len(l.cover)
	m := &matrix{n, make([]float32, n*n)}
	holders := [][][]entry{holdersOf(l.words), holdersOf(l.letters), holdersOf(l.meanings)}
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), n)
	for first := range workers {
		wait.Go(func() {
			sums := [][]float64{make([]float64, n), make([]float64, n), make([]float64, n)}
			for i := first; i < n; i += workers {
				for v, vectors := range [][]vector{l.words, l.letters, l.meanings} {
					clear(sums[v])
					vectors[i].spread(holders[v], sums[v])
				}
				row := m.row(i)
				for j := range row {
					row[j] = float32(l.mix(i, j, sums[0][j], sums[1][j], sums[2][j]))
				}
			}
		})
	}
	wait.Wait()
	return m
}

// spread adds to each note how like it is to v.
func (v vector) spread(holders [][]entry, sums []float64) {
	for _, e := range v {
		for _, h := range holders[e.at] {
			sums[h.at] += e.w * h.w
		}
	}
}

// holdersOf lists for each position the notes that hold it.
func holdersOf(vectors []vector) [][]entry {
	var out [][]entry
	for i, v := range vectors {
		for _, e := range v {
			for len(out) <= e.at {
				out = append(out, nil)
			}
			out[e.at] = append(out[e.at], entry{i, e.w})
		}
	}
	return out
}
