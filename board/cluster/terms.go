package cluster

import (
	"slices"
	"strings"
)

// How much a term counts, by where it comes from.
const (
	weightStem    = 1.0
	weightPart    = 0.7
	weightMeaning = 0.8
)

// term is one thing that notes may share.
type term struct {
	key    string // "=" a stem, "~" a meaning
	weight float64
}

// text is a note taken apart.
type text struct {
	tokens []token
	lang   language
	words  []word
}

// word is a word of a note that carries a topic.
type word struct {
	at    int // its token
	stem  string
	terms []term
}

// reader takes notes apart. It remembers the words that it met.
type reader struct {
	*lexicon
	known map[string]bool            // what compounds on this board may be made of
	met   [languages]map[string]word // without their places
	stems [languages]map[string]string
}

func newReader() *reader {
	return &reader{
		words(), map[string]bool{}, [languages]map[string]word{{}, {}}, [languages]map[string]string{{}, {}},
	}
}

// stem returns the stem of a folded word.
func (r *reader) stem(fold string, g language) string {
	s, ok := r.stems[g][fold]
	if !ok {
		s = stem(fold, g)
		r.stems[g][fold] = s
	}
	return s
}

// read takes all notes of a board apart.
func read(notes []string) []text {
	r := newReader()
	all := make([][]token, len(notes))
	for i, s := range notes {
		all[i] = tokens(s)
	}
	langs := r.languagesOf(all)
	r.learn(all, langs)
	out := make([]text, len(notes))
	for i, ts := range all {
		out[i] = text{tokens: ts, lang: langs[i], words: r.wordsOf(ts, langs[i])}
	}
	return out
}

// learn notes which words compounds may be made of.
func (r *reader) learn(notes [][]token, langs []language) {
	for w := range r.parts {
		r.known[w] = true
	}
	for i, ts := range notes {
		for _, t := range ts {
			if len(t.fold) >= 4 && langs[i] == dutch && !r.empty(t, dutch) && r.kinds[dutch][t.fold] != adjective {
				r.known[bare(t.fold)] = true
			}
		}
	}
}

func (r *reader) wordsOf(ts []token, g language) []word {
	var out []word
	for i, t := range ts {
		if r.empty(t, g) {
			continue
		}
		w, ok := r.met[g][t.fold]
		if !ok {
			w = word{stem: r.stem(t.fold, g), terms: r.termsOf(t.fold, g)}
			r.met[g][t.fold] = w
		}
		w.at = i
		out = append(out, w)
	}
	return out
}

// termsOf are the terms of one word, each once, the strongest first.
func (r *reader) termsOf(fold string, g language) []term {
	out := []term{{"=" + r.stem(fold, g), weightStem}}
	add := func(key string, w float64) {
		if !slices.ContainsFunc(out, func(t term) bool { return t.key == key }) {
			out = append(out, term{key, w})
		}
	}
	for _, m := range r.meaningsOf(fold, g) {
		add("~"+m, weightMeaning)
	}
	for _, p := range r.partsOf(fold, g) {
		add("="+r.stem(p, g), weightPart)
		for _, m := range r.meaningsOf(p, g) {
			add("~"+m, weightMeaning*weightPart)
		}
	}
	return out
}

func (r *reader) partsOf(fold string, g language) []string {
	if strings.Contains(fold, "-") {
		return slices.DeleteFunc(strings.Split(fold, "-"), func(p string) bool { return len(p) < 3 || r.stop[g][p] })
	}
	if g != dutch {
		return nil
	}
	return slices.DeleteFunc(split(bare(fold), r.known), func(p string) bool { return p == fold })
}

// meaningsOf are the meanings of a word, found by its stem; for Dutch verbs also by the stem without the t of the third
// person.
func (r *reader) meaningsOf(fold string, g language) []string {
	ms := r.meanings[g][r.stem(fold, g)]
	if t, ok := strings.CutSuffix(fold, "t"); ok && ms == nil && g == dutch && len(t) > 2 {
		ms = r.meanings[g][r.stem(t, g)]
	}
	if ms == nil {
		ms = r.meanings[1-g][fold]
	}
	return ms
}
