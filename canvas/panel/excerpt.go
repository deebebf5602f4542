package panel

import (
	"strings"

	"fyne.io/fyne/v2"

	"samenbord/canvas/look"
)

// piece is a part of a line of text that was found.
type piece struct {
	text  string
	found bool // it is what was looked for
}

// before is how many letters of a long text are shown before what was found in it.
const before = 28

// excerpt is the part of a text around what was found in it, from one byte up to another, with its white space made
// even.
func excerpt(text string, from, to int) []piece {
	if from < 0 || to > len(text) || from > to {
		from, to = 0, 0
	}
	head, middle, tail := even(text[:from]), even(text[from:to]), even(text[to:])
	if letters := []rune(head); len(letters) > before+12 {
		cut := letters[len(letters)-before:]
		if i := strings.IndexByte(string(cut), ' '); i >= 0 && i < len(string(cut))-1 {
			cut = []rune(string(cut)[i+1:])
		}
		head = "… " + string(cut)
	}
	return []piece{{head, false}, {middle, true}, {tail, false}}
}

// even makes one space of all white space. The spaces at the ends stay, because more text may follow.
func even(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out == "" {
		return strings.Repeat(" ", min(len(s), 1))
	}
	if strings.ContainsRune(" \t\r\n", rune(s[0])) {
		out = " " + out
	}
	if strings.ContainsRune(" \t\r\n", rune(s[len(s)-1])) {
		out += " "
	}
	return out
}

// lines sets pieces in a number of lines of a width, at spaces where it can. What does not fit is left off, with dots in
// its place.
func lines(pieces []piece, most int, width, em float32) [][]piece {
	s := setting{width: width, em: em, most: most, lines: [][]piece{nil}}
	for _, w := range words(pieces) {
		if !s.add(w) {
			s.dots()
			break
		}
	}
	return s.lines
}

// words splits pieces before each space. A word of which only a part was found has several pieces.
func words(pieces []piece) [][]piece {
	var out [][]piece
	for _, p := range pieces {
		for i, part := range strings.Split(p.text, " ") {
			if i > 0 {
				out = append(out, nil)
				part = " " + part
			}
			if len(out) == 0 {
				out = append(out, nil)
			}
			if part != "" {
				out[len(out)-1] = append(out[len(out)-1], piece{part, p.found})
			}
		}
	}
	return out
}

// setting is text that is being set in lines.
type setting struct {
	lines     [][]piece
	used      float32 // of the last line
	width, em float32
	most      int
}

// add sets a word, and reports whether there was room for it. A word wider than a line is cut.
func (s *setting) add(word []piece) bool {
	wide := s.measure(word)
	if s.used > 0 && s.used+wide > s.width {
		if len(s.lines) == s.most {
			return false
		}
		s.lines, s.used = append(s.lines, nil), 0
	}
	last := &s.lines[len(s.lines)-1]
	for _, p := range word {
		if s.used == 0 {
			p.text = strings.TrimLeft(p.text, " ")
		}
		for s.used+s.measure([]piece{p}) > s.width && len(p.text) > 0 {
			letters := []rune(p.text)
			p.text = string(letters[:len(letters)-1])
		}
		if p.text == "" {
			continue
		}
		s.used += s.measure([]piece{p})
		if n := len(*last); n > 0 && (*last)[n-1].found == p.found {
			(*last)[n-1].text += p.text
			continue
		}
		*last = append(*last, p)
	}
	return true
}

// dots puts dots at the end of the last line, in place of letters where it is full.
func (s *setting) dots() {
	last := s.lines[len(s.lines)-1]
	if len(last) == 0 {
		return
	}
	p := &last[len(last)-1]
	for s.measure(last)+s.measure([]piece{{" …", false}}) > s.width && len(p.text) > 1 {
		letters := []rune(p.text)
		p.text = string(letters[:len(letters)-1])
	}
	p.text = strings.TrimRight(p.text, " ") + " …"
}

func (s *setting) measure(pieces []piece) float32 {
	var w float32
	for _, p := range pieces {
		w += fyne.MeasureText(p.text, s.em, fyne.TextStyle{Bold: p.found}).Width
	}
	return w
}

// foundEm is the size of the letters of what was found.
const foundEm = look.Body - 2
