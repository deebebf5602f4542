package scene

import (
	"slices"
	"strings"
)

// longestStart is how many letters of the rest of a word are looked at before it is broken.
const longestStart = 16

// least is how many letters a broken word keeps on each side.
const least = 3

// endings are how first parts of Dutch compounds end, starts how their last parts begin. Few of them serve many words:
// a break between them reads at once.
var (
	endings = []string{
		"ings", "heids", "schaps", "teits", "iteits", "arbeids", "bedrijfs", "kers", "gevers", "nemers", "tijds", "levens",
		"markt", "project", "kennis", "contact", "netwerk",
	}
	starts = []string{
		"aanpak", "acquisitie", "advies", "adviseur", "afspraak", "aanvraag", "avond", "beheer", "bereik", "beleid",
		"bespreking", "bijeenkomst", "budget", "bureau", "cultuur", "doel", "gericht", "gesprek", "gever", "groep", "kantoor",
		"klant", "kosten", "leider", "manager", "methode", "middag", "model", "moment", "nemer", "norm", "onderzoek",
		"ontwikkel", "opdracht", "opleiding", "organisatie", "overleg", "partner", "plan", "proces", "programma", "project",
		"resultaat", "sessie", "systeem", "tarief", "team", "tevreden", "traject", "training", "verantwoord", "verbeter",
		"vergadering", "verslag", "voorstel", "voorwaarde", "vraag", "werk", "zaamheid",
	}
)

// hyphen is a place where a word may be broken, counted in letters from its start.
type hyphen struct {
	at   int
	good bool // between the parts of a compound
}

// byFirst are the starts by their first letter.
var byFirst = func() map[byte][]string {
	m := map[byte][]string{}
	for _, s := range starts {
		m[s[0]] = append(m[s[0]], s)
	}
	return m
}()

// hyphens returns where a word may be broken, in order. The rule is that of Dutch syllables, which serves English well
// enough: one consonant between vowels goes to the next line, of several the first stays
// (https://taaladvies.net/splitsen-van-woorden-algemeen/), and what sounds as one stays together.
func hyphens(word string) []hyphen {
	word = strings.ToLower(word)
	w := []rune(word)
	out := joints(word, w)
	for i := 0; i < len(w); {
		if !vowelAt(w, i) {
			i++
			continue
		}
		for i < len(w) && vowelAt(w, i) {
			i++
		}
		start := i
		for i < len(w) && !vowelAt(w, i) {
			i++
		}
		if i == len(w) {
			break
		}
		out = append(out, hyphen{at: start + coda(string(w[start:i]))})
	}
	slices.SortStableFunc(out, func(a, b hyphen) int { return a.at - b.at })
	return slices.DeleteFunc(out, func(h hyphen) bool { return h.at < least || h.at > len(w)-least })
}

// joints are the places between the parts of a compound.
func joints(word string, w []rune) []hyphen {
	var out []hyphen
	at := 0
	for i := range word {
		left, right := word[:i], word[i:]
		begins := slices.ContainsFunc(byFirst[word[i]], func(s string) bool { return strings.HasPrefix(right, s) })
		ends := slices.ContainsFunc(endings, func(s string) bool { return len(left) > len(s)+1 && strings.HasSuffix(left, s) })
		if begins || ends && (!vowelAt(w, at) || len(w)-at > least+1) {
			out = append(out, hyphen{at, true})
		}
		at++
	}
	return out
}

// vowelAt reports whether letter i sounds as a vowel; the j of ij does.
func vowelAt(w []rune, i int) bool {
	return strings.ContainsRune("aeiouyàáâãäåèéêëìíîïòóôöùúûüĳæœ", w[i]) || w[i] == 'j' && i > 0 && w[i-1] == 'i'
}

// onsets are the consonants that begin a syllable together.
var onsets = []string{
	"schr", "sch", "str", "spr", "spl", "scr", "ch", "ph", "th", "sh", "bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kr",
	"kw", "pl", "pr", "tr", "vr", "wr", "tw", "zw", "qu", "cl", "cr",
}

// coda is how many of the consonants between two vowels stay in the first syllable.
func coda(consonants string) int {
	n := len([]rune(consonants))
	if n == 1 {
		return 0
	}
	if rest, ok := strings.CutPrefix(consonants, "ng"); ok && rest != "" {
		return 2 // they sound as one
	}
	for _, o := range onsets {
		if strings.HasSuffix(consonants, o) {
			return n - len(o)
		}
	}
	if n == 2 || n == 3 && strings.HasSuffix(consonants, "st") {
		return 1
	}
	return n - 1
}
