package scene

import (
	"image/color"
	"strings"
)

// Style is how a text is set.
type Style struct {
	Font    Font
	Size    float64 // the em, board units
	Leading float64 // from one baseline to the next, in ems; 0 is 1.25
	Color   color.NRGBA
	Align   Align
}

// Align is the side to which lines are pushed.
type Align byte

// The sides. A text that begins with letters from right to left begins at the right all the same when it is at the left.
const (
	Left Align = iota
	Middle
	Right
)

// Height is how high n lines are, board units.
func (s Style) Height(n int) float64 { return float64(n) * s.leading() }

func (s Style) leading() float64 {
	if s.Leading == 0 {
		return 1.25 * s.Size
	}
	return s.Leading * s.Size
}

// baseline is how far the first baseline lies below the top: capitals stand in the middle of their line.
func (s Style) baseline() float64 { return s.leading()/2 + 0.33*s.Size }

// Measure is the width of s in one line, board units. Line feeds count for nothing.
func Measure(f Font, size float64, s string) float64 {
	var sum float64
	for _, a := range atoms(nil, strings.ReplaceAll(clean(s), "\n", ""), f) {
		sum += a.width
	}
	return sum * size
}

// Break sets a text in lines no wider than width, both in board units; a single letter wider than that stands alone. The
// origins count from the top left of the text. Lines end at spaces, behind hyphens and slashes, and within a word only
// where it is wider than a line by itself.
func Break(s string, style Style, width float64) []Line {
	var t setter
	t.load(s, style.Font)
	t.fit(style.Size, width)
	return t.lines(style, width)
}

// setter sets text. Loaded once, it tries several sizes; its memory serves the next text too.
type setter struct {
	parts []part
	atoms []atom
	spans []span
	dash  float64 // width of a hyphen, parts of an em
	torn  bool    // a word had to be broken
	words map[string][]hyphen
}

// part is a paragraph: its text and which of the atoms are its own.
type part struct {
	text     string
	from, to int
}

// span is a line before it is drawn: its atoms, and whether a hyphen is added.
type span struct {
	part, from, to int
	hyphen         bool
}

// load takes the text to set.
func (t *setter) load(s string, f Font) {
	t.parts, t.atoms = t.parts[:0], t.atoms[:0]
	for text := range strings.SplitSeq(clean(s), "\n") {
		from := len(t.atoms)
		t.atoms = atoms(t.atoms, text, f)
		t.parts = append(t.parts, part{text, from, len(t.atoms)})
	}
	_, t.dash, _ = faces()[f].find('-')
}

// fit breaks what is loaded into spans no wider than width, and says how many.
func (t *setter) fit(size, width float64) int {
	t.spans, t.torn = t.spans[:0], false
	room := max(width, 0)/max(size, 1e-9) + 1e-9 // in ems
	for i, p := range t.parts {
		if p.from == p.to {
			t.spans = append(t.spans, span{part: i, from: p.from, to: p.to})
		}
		for at := p.from; at < p.to; {
			at = t.line(i, at, room)
		}
	}
	return len(t.spans)
}

// line adds one span of part p from atom from on, and returns the atom that the next begins with.
func (t *setter) line(p, from int, room float64) int {
	end := t.parts[p].to
	x := 0.0
	stop, soft := -1, false // the last place where the line may end
	for i := from; i < end; i++ {
		a := &t.atoms[i]
		if x+a.width > room && a.kind != space && i > from {
			if stop < 0 {
				return t.tear(p, from, i, room)
			}
			t.spans = append(t.spans, span{p, from, stop, soft})
			return stop
		}
		x += a.width
		switch a.cut {
		case freeCut:
			stop, soft = i+1, false
		case softCut:
			if x+t.dash <= room {
				stop, soft = i+1, true
			}
		}
	}
	t.spans = append(t.spans, span{p, from, end, false})
	return end
}

// tear ends a line within the word that begins at atom from and fits only up to atom full.
func (t *setter) tear(p, from, full int, room float64) int {
	t.torn = true
	if at := t.syllable(p, from, full, room); at > from {
		t.spans = append(t.spans, span{p, from, at, true})
		return at
	}
	x, at, hyphen := 0.0, full, false
	for i := from; i < full; i++ {
		if x += t.atoms[i].width; i+1 < full && x+t.dash > room {
			break
		}
		if i+1 < t.parts[p].to && t.atoms[i].kind == letter && t.atoms[i+1].kind == letter && x+t.dash <= room {
			at, hyphen = i+1, true
		}
	}
	t.spans = append(t.spans, span{p, from, at, hyphen})
	return at
}

// syllable is the best atom before full to break the word of letters that begins at from, or from where there is none.
// A joint of a compound is preferred if it fills a fair part of the line.
func (t *setter) syllable(p, from, full int, room float64) int {
	end, far := from, min(t.parts[p].to, full+longestStart)
	for end < far && t.atoms[end].kind == letter {
		end++
	}
	if end-from < 2*least {
		return from
	}
	word := t.parts[p].text[t.atoms[from].at:t.atoms[end-1].end]
	best, score := from, 0.0
	x, done := 0.0, 0
	for _, h := range t.hyphens(word) {
		at := from + h.at
		if at > full || at >= end {
			break
		}
		for ; done < h.at; done++ {
			x += t.atoms[from+done].width
		}
		if x+t.dash > room {
			break
		}
		s := x / room
		if h.good {
			s += 0.5
		}
		if s >= score {
			best, score = at, s
		}
	}
	return best
}

// hyphens remembers where the words of a board may be broken: the same come back at every size and on many notes.
func (t *setter) hyphens(word string) []hyphen {
	if h, ok := t.words[word]; ok {
		return h
	}
	if t.words == nil {
		t.words = map[string][]hyphen{}
	}
	h := hyphens(word)
	t.words[word] = h
	return h
}
