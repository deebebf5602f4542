package cluster

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scorer knows which notes a word speaks for.
type scorer struct {
	reader  *reader
	texts   []text
	mean    float64            // notes in a group
	holders map[string][]entry // by term: the notes that hold it, with its weight there
	shares  map[string]share
}

// share says how much a word tells of each note, and of all together.
type share struct {
	of  map[int]float64
	all float64
}

func newScorer(texts []text, groups [][]int) *scorer {
	s := &scorer{newReader(), texts, 0, map[string][]entry{}, map[string]share{}}
	s.mean = float64(len(texts)) / float64(len(groups)+1)
	for i, t := range texts {
		strongest := map[string]float64{}
		for _, w := range t.words {
			for _, x := range w.terms {
				strongest[x.key] = max(strongest[x.key], x.weight)
			}
		}
		for k, weight := range strongest {
			s.holders[k] = append(s.holders[k], entry{i, weight})
		}
	}
	return s
}

// sameMeaning is how much a word tells of a note that says the same in another word.
const sameMeaning = 0.6

// shareOf says how much word w tells of each note on the board: all where its stem stands there, part where only a part
// of a compound or a meaning does.
func (s *scorer) shareOf(w word) share {
	var key strings.Builder
	for _, x := range w.terms {
		key.WriteString(x.key)
	}
	if m, ok := s.shares[key.String()]; ok {
		return m
	}
	m := share{of: map[int]float64{}}
	for _, x := range w.terms {
		for _, h := range s.holders[x.key] {
			credit := min(x.weight, h.w)
			if x.key[0] == '~' {
				credit *= sameMeaning
			}
			m.of[h.at] = max(m.of[h.at], credit)
		}
	}
	for _, i := range slices.Sorted(maps.Keys(m.of)) { // in a fixed order, for sums differ in their last digit
		m.all += m.of[i]
	}
	s.shares[key.String()] = m
	return m
}

// candidates are the phrases of a group with their scores, each key once in its most frequent spelling.
func (s *scorer) candidates(g []int) []candidate {
	found := map[string]*candidate{}
	spelling := map[string]map[string]int{}
	for k, i := range g {
		for _, p := range s.reader.phrases(s.texts[i]) {
			f := found[p.key]
			if f == nil {
				f = &candidate{phrase: p, credit: make([]float64, len(g)), spoken: make([]bool, len(g)), spread: float64(len(p.words))}
				found[p.key], spelling[p.key] = f, map[string]int{}
			}
			f.form = max(f.form, p.form)
			f.spoken[k] = true
			spelling[p.key][p.surface]++
		}
	}
	out := make([]candidate, 0, len(found))
	for _, key := range slices.Sorted(maps.Keys(found)) {
		f := found[key]
		f.surface = mostFrequent(spelling[key])
		for _, w := range f.words {
			share := s.shareOf(w).of
			for k, i := range g {
				f.credit[k] += share[i] / float64(len(f.words))
			}
		}
		long := 1 + 0.15*min(1, float64(len(f.words)-1))
		f.score = long * f.form * s.worth(f)
		out = append(out, *f)
	}
	return out
}

// worth is how well a phrase tells its group from the others.
func (s *scorer) worth(c *candidate) float64 {
	size := float64(len(c.credit))
	in, spoken, all := 0.0, 0.0, 0.0
	for k := range c.credit {
		central := 1.25 - 0.5*float64(k)/max(1, size-1) // the group is sorted so
		in += central * c.credit[k]
		if c.spoken[k] {
			spoken += central
		}
	}
	for _, w := range c.words {
		all += s.shareOf(w).all / c.spread
	}
	cover := (in + 0.5*spoken) / (1.5 * size)
	return cover * math.Pow(in/(all+1), 0.6) * math.Log(1+s.mean/all)
}

// pairs are the names of two nouns that speak for different notes: at least two that the better one leaves out.
func (s *scorer) pairs(g []int, all []candidate) []candidate {
	const (
		tried     = 12
		pairWorth = 0.87 // one phrase that says nearly as much is better
	)
	and := []string{"en", "and"}[s.texts[g[0]].lang]
	var nouns []candidate
	for _, x := range all {
		if len(x.words) == 1 && x.noun {
			nouns = append(nouns, x)
		}
	}
	sortCandidates(nouns)
	nouns = nouns[:min(tried, len(nouns))]
	var out []candidate
	for i, a := range nouns {
		for _, b := range nouns[i+1:] {
			if p, ok := pair(a, b, and); ok {
				p.score = pairWorth * math.Sqrt(a.form*b.form) * s.worth(&p)
				out = append(out, p)
			}
		}
	}
	return out
}

func pair(a, b candidate, and string) (candidate, bool) {
	p := candidate{spread: 1, phrase: phrase{surface: a.surface + " " + and + " " + lower(b.surface), words: []word{a.words[0], b.words[0]}}}
	onlyA, onlyB := 0.0, 0.0
	for k := range a.credit {
		p.credit = append(p.credit, max(a.credit[k], b.credit[k]))
		p.spoken = append(p.spoken, a.spoken[k] || b.spoken[k])
		onlyA += max(0, a.credit[k]-b.credit[k])
		onlyB += max(0, b.credit[k]-a.credit[k])
	}
	return p, min(onlyA, onlyB) >= 1.4
}

// lower takes away the capital that only stood at the beginning of a note.
func lower(s string) string {
	if r, n := utf8.DecodeRuneInString(s); strings.ToLower(s[n:]) == s[n:] {
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}

func mostFrequent(spelling map[string]int) string {
	best, top := "", 0
	for s, n := range spelling {
		if n > top || n == top && betterSpelling(s, best) {
			best, top = s, n
		}
	}
	return best
}

// betterSpelling prefers small letters, then the longer, which mostly is the plural, then the first by letter.
func betterSpelling(a, b string) bool {
	capitals := func(s string) int {
		n := 0
		for _, r := range s {
			if unicode.IsUpper(r) {
				n++
			}
		}
		return n
	}
	return cmp.Or(cmp.Compare(capitals(a), capitals(b)), cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) < 0
}
