package tool

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samenbord/board"
)

// Found is something on a board whose text holds what was looked for.
type Found struct {
	Step, ID board.ID
	Text     string // of a note, a loose text or a link, or the name of a cluster
	From, To int    // the first of what was looked for is the text from one byte up to another
}

// Find looks for words on the boards of all steps, and returns what holds all of them: step by step, each in reading
// order. Capitals, accents and the order of the words do not matter. No words find nothing.
func Find(w *board.Workshop, query string) []Found {
	words := strings.Fields(Fold(query))
	if len(words) == 0 {
		return nil
	}
	var out []Found
	for _, s := range w.Steps() {
		out = append(out, findOn(w.Board(s.ID), words)...)
	}
	return out
}

func findOn(b *board.Board, words []string) []Found {
	found := map[board.ID]Found{}
	var stand []board.Note // where what was found stands, to sort it by
	look := func(id board.ID, text string, at func() board.Rect) {
		if from, to, ok := match(text, words); ok {
			found[id] = Found{b.Step.ID, id, text, from, to}
			stand = append(stand, board.Note{ID: id, Rect: at()})
		}
	}
	for _, n := range b.Notes {
		look(n.ID, n.Text, func() board.Rect { return n.Rect })
	}
	for _, t := range b.Texts {
		look(t.ID, t.Text, func() board.Rect { return t.Rect })
	}
	for _, c := range b.Clusters {
		look(c.ID, c.Name, func() board.Rect {
			f := b.Frame(c)
			f.H = board.FrameHeading
			return f
		})
	}
	for _, l := range b.Links {
		look(l.ID, l.Text, func() board.Rect {
			n, _ := b.Note(l.From)
			return n.Rect
		})
	}
	board.SortReading(stand)
	out := make([]Found, len(stand))
	for i, s := range stand {
		out[i] = found[s.ID]
	}
	return out
}

// match reports whether a text holds all of the words, and where the words together or else the first of them stand.
func match(text string, words []string) (from, to int, ok bool) {
	folded, at := fold(text)
	for _, w := range words {
		if !strings.Contains(folded, w) {
			return 0, 0, false
		}
	}
	what := strings.Join(words, " ")
	i := strings.Index(folded, what)
	if i < 0 {
		what = words[0]
		i = strings.Index(folded, what)
	}
	return at[i], at[i+len(what)], true
}

// plain are letters with accents by the letter without, those that Unicode puts in Latin-1 and Latin Extended-A.
var plain = func() map[rune]string {
	all := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", '\u0133': "ij", 'þ': "th", 'ð': "d"}
	for to, from := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ",
		"k": "ķĸ", "l": "ĺļľŀł", "n": "ñńņňŉŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűų",
		"w": "ŵ", "y": "ýÿŷ", "z": "źżž", "'": "’‘", `"`: "“”„",
	} {
		for _, r := range from {
			all[r] = to
		}
	}
	return all
}()

// Fold is a text without capitals and accents, to compare it with what people type.
func Fold(s string) string {
	f, _ := fold(s)
	return f
}

// fold is a text without capitals and accents, and for each byte of that, and for its end, where in the text it comes
// from.
func fold(s string) (string, []int) {
	var out strings.Builder
	at := make([]int, 0, len(s)+1)
	for i, r := range s {
		switch r = unicode.ToLower(r); {
		case r < utf8.RuneSelf:
			out.WriteByte(byte(r))
		case plain[r] != "":
			out.WriteString(plain[r])
		case unicode.Is(unicode.Mn, r): // an accent that follows its letter
			continue
		default:
			out.WriteRune(r)
		}
		for len(at) < out.Len() {
			at = append(at, i)
		}
	}
	return out.String(), append(at, len(s))
}
