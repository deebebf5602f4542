package cluster

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameAll names every group with the phrase that is most typical of it: said in many of its notes and in few others
// (c-TF-IDF: Grootendorst, "BERTopic", 2022). Where no phrase speaks for most notes, two nouns together may: "uren en
// planning". No two names are alike, and none is in taken.
func nameAll(texts []text, groups [][]int, taken []string) []string {
	s := newScorer(texts, groups)
	names := make([]string, len(groups))
	used, stems := map[string]bool{}, map[string]bool{}
	for _, name := range taken {
		used[strings.ToLower(name)] = true
	}
	for c, g := range groups {
		all := s.candidates(g)
		all = append(all, s.pairs(g, all)...)
		best, ok := choose(all, stems, used)
		names[c] = capital(best.surface)
		if !ok {
			names[c] = capital(fallback(texts[g[0]], used))
		}
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
	credit []float64 // for each note of the group how much of it the phrase tells, 0 to 1
	spoken []bool    // for each note whether it holds the phrase
	spread float64   // over how many words the credit of a note is divided
	score  float64
}

// choose takes the best candidate that is still free. Repeating a word of another name makes a name worse.
func choose(all []candidate, stems, used map[string]bool) (candidate, bool) {
	for i, c := range all {
		if slices.ContainsFunc(c.words, func(w word) bool { return stems[w.stem] }) {
			all[i].score *= 0.5
		}
	}
	sortCandidates(all)
	for _, c := range all {
		if !used[strings.ToLower(capital(c.surface))] {
			return c, true
		}
	}
	return candidate{}, false
}

func sortCandidates(all []candidate) {
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.surface, b.surface))
	})
}

// fallback names a group without any phrase by the beginning of its central note, with a number where that is taken.
func fallback(t text, used map[string]bool) string {
	var words []string
	for _, tok := range t.tokens[:min(maxPhrase, len(t.tokens))] {
		words = append(words, tok.surface)
	}
	name := strings.Join(words, " ")
	for n := 1; ; n++ {
		try := name
		if n > 1 || name == "" {
			try = strings.TrimSpace(name + " " + strconv.Itoa(n))
		}
		if !used[strings.ToLower(try)] {
			return try
		}
	}
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
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, " ")), " ")
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
