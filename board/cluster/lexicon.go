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
	stop     [languages]map[string]bool
	known    [languages]map[string]bool     // words of the lists, for the language vote
	kinds    [languages]map[string]kind     // by word and by stem
	meanings [languages]map[string][]string // by stem
	parts    map[string]bool                // words that compounds are made of
}

// words is the lexicon.
var words = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	l := &lexicon{parts: map[string]bool{}}
	for g, name := range []string{"nl", "en"} {
		l.stop[g], l.known[g] = map[string]bool{}, map[string]bool{}
		l.kinds[g], l.meanings[g] = map[string]kind{}, map[string][]string{}
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
			if s := stem(w, g); names[name] == verb && l.kinds[g][s] == unknown {
				l.kinds[g][s] = verb
			}
		}
	}
}

func (l *lexicon) readMeanings(list []string) {
	for _, line := range list {
		name, rest, _ := strings.Cut(line, ":")
		for g, half := range strings.SplitN(rest, "|", int(languages)) {
			for _, w := range strings.Fields(half) {
				w, tilde := strings.CutPrefix(w, "~")
				l.addMeaning(language(g), w, name, !tilde)
			}
		}
	}
}

func (l *lexicon) addMeaning(g language, w, meaning string, isNoun bool) {
	s := stem(w, g)
	l.known[g][w] = true
	l.meanings[g][s] = append(l.meanings[g][s], meaning)
	if isNoun {
		if l.kinds[g][w] == unknown {
			l.kinds[g][w] = noun
		}
		if l.kinds[g][s] == unknown {
			l.kinds[g][s] = noun
		}
		if len(w) >= 4 && g == 0 {
			l.parts[w] = true
		}
	}
}

// stop words of the note's own language, and numbers and fillers, carry no topic.
func (l *lexicon) empty(t token, g language) bool {
	w := t.fold
	if len([]rune(w)) < 2 || isNumber(w) || l.stop[g][w] || l.stop[g][plain.Replace(w)] || l.kinds[g][w] == filler {
		return true
	}
	// A word of the other language that stands between ours is judged by its own list.
	other := 1 - g
	return l.stop[other][w] && !l.known[g][w] || l.kinds[other][w] == filler && l.kinds[g][w] == unknown
}

// stem returns the stem of a folded word.
func stem(w string, g language) string {
	env := snowballstem.NewEnv(bare(w))
	if g == english {
		englishstem.Stem(env)
	} else {
		dutchstem.Stem(env)
	}
	return env.Current()
}
