package cluster

import (
	"cmp"
	"slices"
	"strings"
)

// maxPhrase is how many words a name may have.
const maxPhrase = 3

// phrase is a run of words from a note that may become a name.
type phrase struct {
	key     string // its stems, so that two ways of writing meet
	surface string // as it was written
	lang    language
	words   []word // those that carry a topic
	form    float64
	noun    bool // a single word that surely is a noun
}

// joiners may stand in the middle of a name.
var joiners = [languages]string{
	" en of in van voor met bij op over naar tot uit zonder per tussen ",
	" and or in of for with at on about to from without per between ",
}

// phrases are the possible names in a note.
func (r *reader) phrases(t text) []phrase {
	byToken := make(map[int]word, len(t.words))
	for _, w := range t.words {
		byToken[w.at] = w
	}
	var out []phrase
	for _, w := range t.words {
		for n := 1; n <= maxPhrase && w.at+n <= len(t.tokens); n++ {
			run := t.tokens[w.at : w.at+n]
			if n > 1 && run[n-1].breaks {
				break
			}
			if p, ok := r.phrase(t, byToken, w.at, n); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

func (r *reader) phrase(t text, byToken map[int]word, at, n int) (phrase, bool) {
	run := t.tokens[at : at+n]
	p := phrase{lang: t.lang}
	kinds := make([]kind, n)
	var stems, surface []string
	for i, tok := range run {
		w, topic := byToken[at+i]
		switch {
		case topic:
			kinds[i] = r.kindOf(t, at+i)
			p.words = append(p.words, w)
			stems = append(stems, w.stem)
		case i == 0 || i == n-1 || !strings.Contains(joiners[t.lang], " "+tok.fold+" "):
			return p, false
		default:
			kinds[i] = filler
			stems = append(stems, tok.fold)
		}
		surface = append(surface, tok.surface)
	}
	p.key, p.surface, p.form = strings.Join(stems, " "), strings.Join(surface, " "), form(kinds, t.lang)
	if n == 1 {
		p.noun = kinds[0] == noun
		p.form *= r.rankOf(run[0].fold, t.lang)
	}
	return p, p.form > 0
}

// rankOf prefers the first nouns of a list of meanings, which most people would say, before the later ones.
func (r *reader) rankOf(fold string, g language) float64 {
	n, listed := r.rank[g][r.stem(fold, g)]
	if !listed {
		return 0.95
	}
	return max(0.93, 1.05-0.02*float64(n))
}

// form is how much a run of words looks like a name, 0 for not at all.
func form(kinds []kind, g language) float64 {
	first, last := kinds[0], kinds[len(kinds)-1]
	isName := func(k kind) bool { return k == noun || k == unknown }
	worth := 1.0
	for _, k := range kinds {
		if k == unknown {
			worth *= 0.8
		}
	}
	switch {
	case len(kinds) == 1 && isName(first):
		return worth
	case len(kinds) == 1:
		return 0
	case slices.Contains(kinds[1:len(kinds)-1], verb):
		return 0
	case kinds[len(kinds)/2] == filler && len(kinds) == 3:
		if isName(first) && isName(last) { // "team en directie"
			return 0.9 * worth
		}
	case isName(last) && (isName(first) || first == adjective) && !slices.Contains(kinds, filler):
		return worth
	case isName(last) && first == verb && g == english: // "share leads"
		return 0.9 * worth
	case last == verb && g == dutch && len(kinds) == 2 && first == adjective: // "eenvoudig uitleggen"
		return 0.9 * worth
	case last == verb && g == dutch && isName(kinds[len(kinds)-2]): // "leads delen"
		return 0.9 * worth
	}
	return 0
}

// kindOf guesses the kind of the word at a token from the lists, its form and the word before it.
func (r *reader) kindOf(t text, at int) kind {
	tok, g := t.tokens[at], t.lang
	fold := bare(tok.fold)
	if k := cmp.Or(r.kinds[g][fold], r.stemKinds[g][r.stem(fold, g)]); k != unknown {
		return settleVerb(k, fold, g)
	}
	if g == dutch && r.inflected(fold) {
		return filler // he does it, he did it: no part of a name
	}
	if k := r.kinds[1-g][fold]; k != unknown {
		return k
	}
	if at > 0 && !tok.breaks && tok.surface != tok.fold {
		return noun // a name inside a sentence
	}
	for _, p := range r.partsOf(fold, g) {
		if k := cmp.Or(r.kinds[g][p], r.stemKinds[g][r.stem(p, g)]); k != unknown && strings.HasSuffix(fold, p) {
			return k
		}
	}
	return byForm(fold, g, t.tokens[:at])
}

// inflected reports whether a word is a listed Dutch verb with the ending of another person or time.
func (r *reader) inflected(fold string) bool {
	for _, ending := range []string{"t", "d", "te", "de", "ten", "den"} {
		if s, ok := strings.CutSuffix(fold, ending); ok && len(s) > 2 && r.stemKinds[dutch][r.stem(s, dutch)] == verb {
			return true
		}
	}
	return false
}

// settleVerb keeps a verb a verb only in the form in which names use it; other forms of it are no part of a name.
func settleVerb(k kind, fold string, g language) kind {
	if k == verb && g == dutch && !strings.HasSuffix(fold, "en") && !strings.HasSuffix(fold, "an") {
		return filler
	}
	return k
}

// nounEndings mark nouns whatever stands before them.
var nounEndings = [languages][]string{
	{"ing", "ingen", "heid", "heden", "tie", "ties", "schap", "schappen", "teit", "ment", "menten", "isme", "aar", "aars", "er", "ers", "eur", "eurs", "je", "jes"},
	{"tion", "tions", "ment", "ments", "ness", "ity", "ities", "ship", "ism", "er", "ers", "or", "ors", "ance", "ence"},
}

// determiners stand before nouns, with an adjective between them at most.
var determiners = [languages]string{
	" de het een één onze ons mijn jouw je uw hun zijn haar geen dit dat deze die elke elk iedere ieder van voor met bij over per zonder ",
	" the a an our my your their his her its no this that these those each every of for with by about per without ",
}

func byForm(fold string, g language, before []token) kind {
	for _, e := range nounEndings[g] {
		if len(fold) >= len(e)+4 && strings.HasSuffix(fold, e) {
			return noun
		}
	}
	if g == dutch && len(fold) > 4 {
		if strings.HasPrefix(fold, "ge") && (strings.HasSuffix(fold, "d") || strings.HasSuffix(fold, "t") || strings.HasSuffix(fold, "en")) {
			return adjective
		}
		for _, e := range []string{"ig", "ige", "lijk", "lijke", "isch", "ische", "baar", "bare", "loos", "loze"} {
			if strings.HasSuffix(fold, e) {
				return adjective
			}
		}
	}
	if g == english && strings.HasSuffix(fold, "ly") {
		return filler
	}
	if len(before) > 0 && strings.Contains(determiners[g], " "+before[len(before)-1].fold+" ") {
		return noun
	}
	return unknown
}
