package cluster

import "strings"

// language of a note. It chooses the stemmer and the lists.
type language int

const (
	dutch language = iota
	english
	languages
)

// vote weighs the words of a note: positive for Dutch, negative for English. Function words count most, words of the
// lists of meanings less, spelling least.
func (l *lexicon) vote(ts []token) float64 {
	sum := 0.0
	for _, t := range ts {
		nl, en := l.stop[dutch][t.fold], l.stop[english][t.fold]
		switch {
		case nl && !en:
			sum += 2
		case en && !nl:
			sum -= 2
		default:
			sum += l.leaning(t.fold)
		}
	}
	return sum
}

// leaning is how Dutch a single content word looks, from -1 to 1.
func (l *lexicon) leaning(fold string) float64 {
	nl, en := l.known[dutch][fold], l.known[english][fold]
	if nl != en {
		if nl {
			return 1
		}
		return -1
	}
	sum := 0.0
	for _, s := range []string{"aa", "uu", "ij", "sch", "ee", "oe", "ui", "eu", "kk", "lijk"} {
		if strings.Contains(fold, s) {
			sum += 0.2
		}
	}
	for _, s := range []string{"th", "wh", "sh", "ow", "ea", "qu", "ck"} {
		if strings.Contains(fold, s) {
			sum -= 0.2
		}
	}
	for _, s := range []string{"tion", "ing", "ment", "ly", "ty", "ed", "ss"} {
		if s != "ing" && strings.HasSuffix(fold, s) {
			sum -= 0.2
		}
	}
	return max(-0.5, min(0.5, sum))
}

// languageOf votes for each note. A note that says nothing follows the board.
func (l *lexicon) languagesOf(notes [][]token) []language {
	votes := make([]float64, len(notes))
	board := 0.0
	for i, ts := range notes {
		votes[i] = l.vote(ts)
		board += max(-1, min(1, votes[i]))
	}
	out := make([]language, len(notes))
	for i, v := range votes {
		if v == 0 {
			v = board
		}
		if v < 0 {
			out[i] = english
		}
	}
	return out
}
