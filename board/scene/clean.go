package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Invisible characters that mean something in a text.
const (
	softHyphen = 0x00AD // a word may be broken here
	zeroSpace  = 0x200B // a line may end here
)

// clean makes any bytes into text that can be set: valid, composed, with line feeds as its only control characters.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// plain reports whether s is as clean makes it, at a glance.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' && c != '\n') || c >= 0x7F {
			return false
		}
	}
	return true
}

// ignorable reports whether a character is never drawn: joiners, marks of direction, selectors of variants.
func ignorable(r rune) bool {
	switch {
	case r < 0x200B:
		return r == softHyphen || r == 0x034F || r == 0x061C
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0000 && r <= 0xE0FFF
}

// rightToLeft reports whether a character belongs to Hebrew, Arabic or a script near them.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// simpler is the plain letters that a decorated one stands for, such as a mathematical bold letter; "" where there are
// none.
func simpler(r rune) string {
	s := norm.NFKC.String(string(r))
	if first, _ := utf8.DecodeRuneInString(s); first == r {
		return ""
	}
	return s
}
