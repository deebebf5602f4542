package cluster

import (
	"embed"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	dutchstem "github.com/blevesearch/snowballstem/dutch"
	englishstem "github.com/blevesearch/snowballstem/english"
)

//go:embed data/*.txt
var data embed.FS

// kind of a word, as far as names care.
type kind int

const (
	unknown kind = iota
	noun
	verb
	adjective
	filler
)

// lexicon is what we know of words beforehand. It is read once and never changes.
type lexicon struct {
	stop      [languages]map[string]bool
	known     [languages]map[string]bool     // words of the lists, for the language vote
	kinds     [languages]map[string]kind     // by word
	stemKinds [languages]map[string]kind     // by stem, where the word itself is not listed
	meanings  [languages]map[string][]string // by stem
	rank      [languages]map[string]int      // by stem: the place of a noun in its list of meanings
	parts     map[string]bool                // words that compounds are made of
}

// words is the lexicon.
var words = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	l := &lexicon{parts: map[string]bool{}}
	for g, name := range []string{"nl", "en"} {
		l.stop[g], l.known[g] = map[string]bool{}, map[string]bool{}
		l.stemKinds[g] = map[string]kind{}
		l.kinds[g], l.meanings[g], l.rank[g] = map[string]kind{}, map[string][]string{}, map[string]int{}
		for _, w := range lines("stopwords." + name) {
			l.stop[g][w] = true
		}
		l.readKinds(language(g), lines("kinds."+name))
	}
	l.readMeanings(lines("concepts"))
	return l
}

// lines are the lines of an embedded list that say something.
func lines(name string) []string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // the lists are part of the program
	}
	var out []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func (l *lexicon) readKinds(g language, list []string) {
	names := map[string]kind{"noun": noun, "verb": verb, "adjective": adjective, "filler": filler}
	for _, line := range list {
		name, rest, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(rest) {
			l.known[g][w] = true
			l.kinds[g][w] = names[name]
			if names[name] == verb {
				l.stemKinds[g][stem(w, g)] = verb
			}
		}
	}
}

func (l *lexicon) readMeanings(list []string) {
	for _, line := range list {
		name, rest, _ := strings.Cut(line, ":")
		for g, half := range strings.SplitN(rest, "|", int(languages)) {
			for i, w := range strings.Fields(half) {
				w, tilde := strings.CutPrefix(w, "~")
				l.addMeaning(language(g), w, name, !tilde)
				if s := stem(w, language(g)); !tilde {
					if n, ok := l.rank[g][s]; !ok || i < n {
						l.rank[g][s] = i
					}
				}
			}
		}
	}
}

func (l *lexicon) addMeaning(g language, w, meaning string, isNoun bool) {
	s := stem(w, g)
	l.known[g][w] = true
	l.meanings[g][s] = append(l.meanings[g][s], meaning)
	k := noun
	switch {
	case !isNoun && g == dutch && strings.HasSuffix(w, "en"):
		k = verb
	case !isNoun:
		k = adjective
	case g == dutch && len(w) >= 4:
		l.parts[w] = true
	}
	if l.kinds[g][w] == unknown {
		l.kinds[g][w] = k
	}
	if l.stemKinds[g][s] == unknown {
		l.stemKinds[g][s] = k
	}
}

// empty reports whether a word carries no topic in a note of language g: stop words, fillers, numbers, single letters.
func (l *lexicon) empty(t token, g language) bool {
	w := t.fold
	if len([]rune(w)) < 2 || isNumber(w) || l.stop[g][w] || l.stop[g][plain.Replace(w)] || l.kinds[g][w] == filler {
		return true
	}
	// People mix languages: a stop word of the other one is empty too, unless it is a word of ours that we know.
	other := 1 - g
	return l.stop[other][w] && !l.known[g][w] || l.kinds[other][w] == filler && l.kinds[g][w] == unknown
}

// stem returns the stem of a folded word. The Dutch stemmer leaves "brieven" as "briev" and "beurzen" as "beurz"; the
// letter that ends the singular is put back.
func stem(w string, g language) string {
	env := snowballstem.NewEnv(bare(w))
	if g == english {
		englishstem.Stem(env)
		return env.Current()
	}
	dutchstem.Stem(env)
	s := env.Current()
	switch {
	case strings.HasSuffix(s, "v"):
		return s[:len(s)-1] + "f"
	case strings.HasSuffix(s, "z"):
		return s[:len(s)-1] + "s"
	}
	return s
}
