package scene

import (
	"unicode"
	"unicode/utf8"

	"samenbord/assets"
)

// box is drawn for what no font has.
const box = "□"

// atom is the least that a line is made of: a character, an emoji, or letters that join. Widths are parts of an em.
type atom struct {
	at, end int32 // bytes of the text
	width   float64
	font    Font
	kind    kind
	cut     cut // whether a line may end behind it
}

type kind uint8

const (
	letter kind = iota
	mark        // a digit, punctuation or sign
	space
	emoji
	shaped // right to left
	hidden // not drawn
	boxed  // drawn as a box
	undone // drawn as the plain letters that it stands for
)

type cut uint8

const (
	noCut cut = iota
	freeCut
	softCut // with a hyphen added
)

// atoms appends the atoms of one paragraph of clean text.
func atoms(out []atom, s string, base Font) []atom {
	first := len(out)
	for i := 0; i < len(s); {
		a := next(s, i, base)
		out = append(out, a)
		i = int(a.end)
	}
	cuts(out[first:], s)
	return out
}

// next is the atom that begins at byte i.
func next(s string, i int, base Font) atom {
	r, size := rune(s[i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s[i:])
	}
	if r >= 0x2000 || r == 0xA9 || r == 0xAE || r < utf8.RuneSelf && i+3 < len(s) && s[i+1] >= utf8.RuneSelf {
		if n := assets.EmojiPrefix(s[i:]); n > 0 {
			return atom{at: int32(i), end: int32(i + n), width: 1, font: base, kind: emoji}
		}
	}
	a := atom{at: int32(i), end: int32(i + size), font: base}
	switch {
	case r == ' ' || unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x202F:
		_, a.width, _ = faces()[base].find(' ')
		a.kind = space
		return a
	case ignorable(r):
		a.kind = hidden
		return a
	case rightToLeft(r):
		if joined, ok := join(s, i); ok {
			return joined
		}
	}
	return a.drawn(r)
}

// drawn completes the atom of one character by the first font that has it.
func (a atom) drawn(r rune) atom {
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		a.kind = mark
	}
	for _, f := range a.font.stands() {
		if _, w, ok := faces()[f].find(r); ok && r <= 0xFFFF {
			a.font, a.width = f, w
			return a
		}
	}
	text := box
	a.kind = boxed
	if s := simpler(r); s != "" && drawable(s) {
		text, a.kind = s, undone
	}
	if a.kind == boxed {
		a.font = Symbols
	} else {
		a.font = Sans
	}
	for _, r := range text {
		_, w, _ := faces()[a.font].find(r)
		a.width += w
	}
	return a
}

func drawable(s string) bool {
	for _, r := range s {
		if _, _, ok := faces()[Sans].find(r); !ok {
			return false
		}
	}
	return true
}

// join is the atom of the letters from byte i on that run from right to left; ok is false where no font has them.
func join(s string, i int) (a atom, ok bool) {
	end := i
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !rightToLeft(r) && !ignorable(r) {
			break
		}
		if _, _, ok := faces()[Symbols].find(r); !ok && !ignorable(r) {
			break
		}
		end += size
	}
	if end == i {
		return a, false
	}
	_, w := shape(Symbols, s[i:end])
	return atom{at: int32(i), end: int32(end), width: w, font: Symbols, kind: shaped}, true
}

// cuts marks where lines may end.
func cuts(as []atom, s string) {
	for i := range as {
		a := &as[i]
		last := i+1 == len(as) || as[i+1].kind == space
		switch a.kind {
		case space:
			a.cut = freeCut
		case emoji, boxed, shaped:
			if !last && as[i+1].kind != mark {
				a.cut = freeCut
			}
		case hidden:
			switch r, _ := utf8.DecodeRuneInString(s[a.at:]); r {
			case softHyphen:
				a.cut = softCut
			case zeroSpace:
				a.cut = freeCut
			}
		case mark:
			if !last && i > 0 && as[i-1].kind != space && divides(s[a.at:a.end], as[i-1], as[i+1]) {
				a.cut = freeCut
			}
		}
	}
}

// divides reports whether a line may end behind a sign between two atoms: behind a hyphen or slash that joins words, not
// within a number or a date.
func divides(sign string, before, after atom) bool {
	switch sign {
	case ".":
		return before.kind == letter && after.kind == letter
	case "-", "‐", "/", "–", "—", "+", "&", "_", "=", "|":
		return before.kind == letter || after.kind == letter
	}
	return false
}
