package plan

import (
	"slices"
	"strings"
	"unicode"

	"samenbord/board"
)

// lexicon knows which words say where an action stands.
type lexicon struct {
	stages map[board.Stage][]pattern
	blocks map[board.Block][]pattern
	aims   []pattern
}

// pattern is one or more words in a row. A word may begin or end with * for any letters; a pattern with not takes its
// words away before others look at them.
type pattern struct {
	words []string
	not   bool
}

func newLexicon() lexicon {
	l := lexicon{map[board.Stage][]pattern{}, map[board.Block][]pattern{}, patterns(goalWords)}
	for s, words := range stageWords {
		l.stages[s] = patterns(words)
	}
	for b, words := range blockWords {
		l.blocks[b] = patterns(words)
	}
	return l
}

// patterns reads a list of patterns separated by commas or line ends.
func patterns(list string) []pattern {
	var out []pattern
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		p, not := strings.CutPrefix(strings.TrimSpace(p), "!")
		if words := strings.Fields(p); len(words) > 0 {
			out = append(out, pattern{words, not})
		}
	}
	slices.SortStableFunc(out, func(a, b pattern) int { return order(b.not) - order(a.not) })
	return out
}

func order(not bool) int {
	if not {
		return 1
	}
	return 0
}

// read returns the place on the acquisition path and the building blocks of an action: those its text names, and that
// of the section, by its key, in which the note was put. Where a text names several places the furthest counts, as the
// nearer ones are its means: coffee with a regular client is about the client.
func (l lexicon) read(text, section string) (board.Stage, []board.Block) {
	words := wordsOf(text)
	var stage board.Stage
	for _, s := range board.Stages {
		if count(words, l.stages[s]) > 0 {
			stage = s
		}
	}
	if s := board.Stage(section); slices.Contains(board.Stages, s) {
		stage = s
	}
	var blocks []board.Block
	for _, b := range board.Blocks {
		if board.Block(section) == b || count(words, l.blocks[b]) > 0 {
			blocks = append(blocks, b)
		}
	}
	slices.Sort(blocks)
	return stage, blocks
}

// strives is how much a text reads as something to strive for, 0 to 1: it says what is to become more, less or better,
// in a sentence rather than a word.
func (l lexicon) strives(text string) float64 {
	words := wordsOf(text)
	if len(words) < 4 || len(words) > 20 {
		return 0
	}
	return float64(min(count(words, l.aims), 3)) / 3
}

// count is how many words in a row match one of the patterns, each word counted once.
func count(words []string, patterns []pattern) int {
	words = slices.Clone(words)
	n := 0
	for _, p := range patterns {
		for at := 0; at+len(p.words) <= len(words); at++ {
			if !p.matches(words[at:]) {
				continue
			}
			for i := range p.words {
				words[at+i] = ""
			}
			if !p.not {
				n++
			}
		}
	}
	return n
}

func (p pattern) matches(words []string) bool {
	for i, w := range p.words {
		if !matches(words[i], w) {
			return false
		}
	}
	return true
}

func matches(word, pattern string) bool {
	tail, front := strings.CutPrefix(pattern, "*")
	stem, back := strings.CutSuffix(tail, "*")
	switch {
	case word == "":
		return false
	case front && back:
		return strings.Contains(word, stem)
	case front:
		return strings.HasSuffix(word, stem)
	case back:
		return strings.HasPrefix(word, stem)
	}
	return word == stem
}

// wordsOf are the words of a text in small letters, without punctuation.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '%' && r != '#'
	})
}

// key is what is left of a text when capitals, punctuation and spaces do not count.
func key(text string) string {
	if words := wordsOf(text); len(words) > 0 {
		return strings.Join(words, " ")
	}
	return strings.TrimSpace(text)
}

func same(a, b string) bool { return key(a) == key(b) }
