package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameAll names every group with the phrase that is most typical of it: said in many of its notes and in few others
// (c-TF-IDF: Grootendorst, "BERTopic", 2022). No two names are alike, and none is in taken.
func nameAll(texts []text, groups [][]int, taken []string) []string {
	s := newScorer(texts, groups)
	names := make([]string, len(groups))
	used := map[string]bool{}
	for _, name := range taken {
		used[strings.ToLower(name)] = true
	}
	stems := map[string]bool{} // words of the names given so far
	for c, g := range groups {
		best, ok := choose(s.candidates(c, g), stems, used)
		names[c] = best.surface
		if !ok {
			names[c] = fallback(texts[g[0]], used)
		}
		names[c] = capital(names[c])
		used[strings.ToLower(names[c])] = true
		for _, w := range best.words {
			stems[w.stem] = true
		}
	}
	return names
}

// candidate is a phrase with how well it names a group.
type candidate struct {
	phrase
	score float64
}

// choose takes the best candidate that is still free. Repeating a word of another name makes a name worse.
func choose(all []candidate, stems, used map[string]bool) (candidate, bool) {
	for i, c := range all {
		for _, w := range c.words {
			if stems[w.stem] {
				all[i].score *= 0.5
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.surface, b.surface))
	})
	for _, c := range all {
		if !used[strings.ToLower(capital(c.surface))] {
			return c, true
		}
	}
	return candidate{}, false
}

// scorer knows how much each word is worth in each group.
type scorer struct {
	reader *reader
	texts  []text
	mean   float64              // notes in a group
	mass   map[string][]float64 // by word key: in how many notes of each group its topic is, partly counted
}

func newScorer(texts []text, groups [][]int) *scorer {
	s := &scorer{&reader{lexicon: words()}, texts, 0, map[string][]float64{}}
	of := make([]int, len(texts))
	for i := range of {
		of[i] = len(groups)
	}
	for c, g := range groups {
		for _, i := range g {
			of[i] = c
		}
	}
	s.mean = float64(len(texts)) / float64(len(groups)+1)
	holders := map[string][]entry{} // by term: the notes, with the weight
	for i, t := range texts {
		seen := map[string]float64{}
		var order []string
		for _, w := range t.words {
			for _, x := range w.terms {
				if seen[x.key] == 0 {
					order = append(order, x.key)
				}
				seen[x.key] = max(seen[x.key], x.weight)
			}
		}
		for _, k := range order {
			holders[k] = append(holders[k], entry{i, seen[k]})
		}
	}
	for _, t := range texts {
		for _, w := range t.words {
			if key := massKey(w); s.mass[key] == nil {
				s.mass[key] = massOf(w, holders, of, len(texts), len(groups)+1)
			}
		}
	}
	return s
}

func massKey(w word) string { return w.stem + "\x00" + w.terms[len(w.terms)-1].key }

// massOf counts the notes of each group that hold what word w is about: fully by its stem, partly by a part or meaning.
func massOf(w word, holders map[string][]entry, of []int, notes, groups int) []float64 {
	share := map[int]float64{}
	for _, x := range w.terms {
		for _, h := range holders[x.key] {
			credit := min(x.weight, h.w)
			if strings.HasPrefix(x.key, "~") {
				credit *= 0.6
			}
			share[h.at] = max(share[h.at], credit)
		}
	}
	out := make([]float64, groups)
	for i := range notes {
		out[of[i]] += share[i]
	}
	return out
}

// candidates are the phrases of a group with their scores, each key once in its most frequent spelling.
func (s *scorer) candidates(c int, g []int) []candidate {
	type seen struct {
		phrase
		notes    int
		spelling map[string]int
	}
	found := map[string]*seen{}
	var order []string
	for _, i := range g {
		had := map[string]bool{}
		for _, p := range s.reader.phrases(s.texts[i]) {
			f := found[p.key]
			if f == nil {
				f = &seen{p, 0, map[string]int{}}
				found[p.key] = f
				order = append(order, p.key)
			}
			f.form = max(f.form, p.form)
			f.spelling[p.surface]++
			if !had[p.key] {
				f.notes++
				had[p.key] = true
			}
		}
	}
	var out []candidate
	for _, k := range order {
		f := found[k]
		f.surface = mostFrequent(f.spelling)
		out = append(out, candidate{f.phrase, s.score(f.phrase, f.notes, c, len(g))})
	}
	return out
}

func (s *scorer) score(p phrase, notes, c, size int) float64 {
	in, all := 0.0, 0.0
	for _, w := range p.words {
		m := s.mass[massKey(w)]
		in += m[c]
		for _, x := range m {
			all += x
		}
	}
	n := float64(len(p.words))
	in, all = in/n, all/n
	cover := (in + 0.5*float64(notes)) / (1.5 * float64(size))
	typical := in / (all + 1)
	long := 1 + 0.15*float64(len(p.words)-1)
	return cover * math.Pow(typical, 0.7) * math.Log(1+s.mean/all) * long * p.form
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

// betterSpelling prefers small letters, then the shorter, then the first by letter.
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
	return cmp.Or(cmp.Compare(capitals(a), capitals(b)), cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) < 0
}

// fallback names a group without any phrase by the beginning of its central note.
func fallback(t text, used map[string]bool) string {
	name := ""
	for i, tok := range t.tokens {
		if name = strings.TrimSpace(name + " " + tok.surface); i+1 >= maxPhrase && !used[strings.ToLower(name)] {
			break
		}
	}
	for n := 2; name == "" || used[strings.ToLower(name)]; n++ {
		name = strings.TrimSpace(strings.TrimRight(name, "0123456789 ")+" ") + string(rune('0'+n%10))
	}
	return name
}

// capital makes the first letter a capital; the Dutch ij is one letter.
func capital(s string) string {
	if strings.HasPrefix(s, "ij") {
		return "IJ" + s[2:]
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// subtitleLength is the most letters that fit under a heading.
const subtitleLength = 160

// oneLine is a text without line breaks, cut at a word where it is too long.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	rs := []rune(s)
	if len(rs) <= subtitleLength {
		return s
	}
	cut := string(rs[:subtitleLength])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}
