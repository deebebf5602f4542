package scene

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samenbord/board"
)

// lines draws the spans. The origins count from the top left of the text.
func (t *setter) lines(style Style, width float64) []Line {
	out := make([]Line, len(t.spans))
	for i, s := range t.spans {
		l := t.draw(s, style)
		l.Origin = board.Point{Y: style.baseline() + float64(i)*style.leading()}
		free := max(width-l.Width, 0)
		switch {
		case style.Align == Middle:
			l.Origin.X = free / 2
		case style.Align == Right, t.backwards(t.parts[s.part]):
			l.Origin.X = free
		}
		out[i] = l
	}
	return out
}

// backwards reports whether a paragraph begins with letters that run from right to left.
func (t *setter) backwards(p part) bool {
	for _, a := range t.atoms[p.from:p.to] {
		if a.kind == shaped || a.kind == letter {
			return a.kind == shaped
		}
	}
	return false
}

// draw makes the line of a span, without the space at its end.
func (t *setter) draw(s span, style Style) Line {
	p := t.parts[s.part]
	as := t.atoms[s.from:s.to]
	for len(as) > 0 && as[len(as)-1].kind == space {
		as = as[:len(as)-1]
	}
	l := Line{Size: style.Size, Color: style.Color, Broken: s.hyphen}
	if len(as) == 0 {
		return l
	}
	if slices.ContainsFunc(as, func(a atom) bool { return a.kind == shaped }) {
		as = visual(as, t.backwards(p))
	}
	b := pen{line: &l, text: p.text, size: style.Size}
	for i := range as {
		b.put(&as[i])
	}
	b.flush()
	l.Text = visible(p.text[t.atoms[s.from].at:t.atoms[s.from+len(as)-1].end])
	if s.hyphen {
		b.dash(Run{Text: "-", Font: style.Font, Width: t.dash * style.Size})
		l.Text += "-"
	}
	return l
}

// visible is s without soft hyphens and marks of direction; what holds emoji together stays.
func visible(s string) string {
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == softHyphen || r == zeroSpace || r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E {
			return -1
		}
		return r
	}, s)
}

// pen collects atoms into runs.
type pen struct {
	line     *Line
	text     string
	size     float64
	font     Font
	at, end  int32 // bytes collected and not yet in a run
	width    float64
	anything bool
}

func (p *pen) put(a *atom) {
	switch a.kind {
	case hidden:
		return
	case emoji, shaped, boxed, undone:
		p.flush()
		r := Run{Text: p.text[a.at:a.end], Font: a.font, Width: a.width * p.size, Emoji: a.kind == emoji, Shaped: a.kind == shaped}
		switch a.kind {
		case boxed:
			r.Text = box
		case undone:
			c, _ := utf8.DecodeRuneInString(r.Text)
			r.Text = simpler(c)
		}
		p.add(r)
		return
	}
	if p.anything && (a.font != p.font || a.at != p.end) {
		p.flush()
	}
	if !p.anything {
		p.anything, p.font, p.at, p.width = true, a.font, a.at, 0
	}
	p.end = a.end
	p.width += a.width
}

// flush ends the run.
func (p *pen) flush() {
	if p.anything {
		p.anything = false
		p.add(Run{Text: p.text[p.at:p.end], Font: p.font, Width: p.width * p.size})
	}
}

func (p *pen) add(r Run) {
	r.X = p.line.Width
	p.line.Width += r.Width
	p.line.Runs = append(p.line.Runs, r)
}

// dash adds a hyphen, to the last run where it can.
func (p *pen) dash(r Run) {
	n := len(p.line.Runs)
	if n == 0 || p.line.Runs[n-1].Font != r.Font || p.line.Runs[n-1].Emoji || p.line.Runs[n-1].Shaped {
		p.add(r)
		return
	}
	last := &p.line.Runs[n-1]
	last.Text += r.Text
	last.Width += r.Width
	p.line.Width += r.Width
}

// visual puts atoms in the order in which they stand from left to right: the simple part of the Unicode bidirectional
// algorithm (https://unicode.org/reports/tr9/), without embeddings. backwards is the direction of the paragraph.
func visual(as []atom, backwards bool) []atom {
	right := make([]bool, len(as))
	for i := 0; i < len(as); {
		if as[i].kind == shaped || as[i].kind == letter || as[i].kind == emoji {
			right[i] = as[i].kind == shaped
			i++
			continue
		}
		end := i
		for end < len(as) && as[end].kind != shaped && as[end].kind != letter && as[end].kind != emoji {
			end++
		}
		// What stands between two of a kind is of that kind; else it goes with the paragraph.
		dir := backwards
		if i > 0 && end < len(as) && right[i-1] == (as[end].kind == shaped) {
			dir = right[i-1]
		}
		for ; i < end; i++ {
			right[i] = dir
		}
	}
	var groups [][]atom
	for i := 0; i < len(as); {
		end := i
		for end < len(as) && right[end] == right[i] {
			end++
		}
		g := slices.Clone(as[i:end])
		if right[i] {
			slices.Reverse(g)
		}
		groups = append(groups, g)
		i = end
	}
	if backwards {
		slices.Reverse(groups)
	}
	return slices.Concat(groups...)
}
