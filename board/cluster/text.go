package cluster

import (
	"strings"
	"unicode"
)

// token is one word of a note.
type token struct {
	surface string // as it was written
	fold    string // in small letters, one way of writing
	breaks  bool   // punctuation or a new line stands before it, so no phrase runs across
}

// composed turns letters followed by a combining mark, as some systems write them, into the one letter that lists and
// stemmers know. It also folds the typographic apostrophe, hyphen and the Dutch ligature.
var composed = strings.NewReplacer(
	"a\u0301", "á", "e\u0301", "é", "i\u0301", "í", "o\u0301", "ó", "u\u0301", "ú",
	"a\u0300", "à", "e\u0300", "è", "i\u0300", "ì", "o\u0300", "ò", "u\u0300", "ù",
	"a\u0308", "ä", "e\u0308", "ë", "i\u0308", "ï", "o\u0308", "ö", "u\u0308", "ü",
	"a\u0302", "â", "e\u0302", "ê", "i\u0302", "î", "o\u0302", "ô", "u\u0302", "û",
	"A\u0301", "Á", "E\u0301", "É", "O\u0301", "Ó", "E\u0308", "Ë", "I\u0308", "Ï", "O\u0308", "Ö", "U\u0308", "Ü",
	"n\u0303", "ñ", "c\u0327", "ç", "’", "'", "‘", "'", "‐", "-", "‑", "-", "\u00ad", "", "ĳ", "ij", "Ĳ", "IJ",
)

// plain takes the marks off the vowels that Dutch writes with them for stress or between vowels.
var plain = strings.NewReplacer("á", "a", "é", "e", "è", "e", "ë", "e", "í", "i", "ï", "i", "ó", "o", "ö", "o",
	"ú", "u", "ü", "u")

// tokens splits a text into its words. A word is letters and digits, joined by an apostrophe, hyphen or ampersand
// inside, with + and # behind: "z'n", "go-no-go", "R&D", "C#".
func tokens(text string) []token {
	rs := []rune(composed.Replace(strings.ToValidUTF8(text, " ")))
	var out []token
	breaks := true
	for i := 0; i < len(rs); {
		if !isWord(rs[i]) {
			breaks = breaks || !unicode.IsSpace(rs[i]) && rs[i] != '\'' || rs[i] == '\n'
			i++
			continue
		}
		j := i + wordLength(rs[i:])
		s := string(rs[i:j])
		out = append(out, token{s, strings.ToLower(s), breaks})
		breaks = false
		i = j
	}
	return out
}

func wordLength(rs []rune) int {
	n := 0
	for n < len(rs) && (isWord(rs[n]) || unicode.Is(unicode.Mn, rs[n]) || n+1 < len(rs) && strings.ContainsRune("'-&", rs[n]) && isWord(rs[n+1])) {
		n++
	}
	for n < len(rs) && (rs[n] == '#' || rs[n] == '+') {
		n++
	}
	return n
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// bare is the word without a genitive or plural 's, so that "collega's" meets "collega".
func bare(fold string) string {
	if s, ok := strings.CutSuffix(fold, "'s"); ok && len(s) > 1 {
		return s
	}
	return fold
}

func isNumber(fold string) bool {
	return !strings.ContainsFunc(fold, unicode.IsLetter)
}
