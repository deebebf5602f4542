package export

import (
	"image/color"
	"strings"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// letters is how a text looks. The zero colour is ink, a zero distance between lines is 1.35 times the size.
type letters struct {
	font    scene.Font
	size    float64 // points
	leading float64 // from baseline to baseline, points
	color   color.NRGBA
}

// The letters of the pages. Notes are never smaller than 10 points in the lists.
var (
	wall    = letters{font: scene.SansBold, size: 36, leading: 43}
	title   = letters{font: scene.SansBold, size: 26, leading: 32}
	section = letters{font: scene.SansBold, size: 15, leading: 20}
	lead    = letters{size: 13, leading: 18}
	body    = letters{size: 11, leading: 15}
	note    = letters{size: 10, leading: 13.5}
	small   = letters{size: 8.8, leading: 12}
	label   = letters{font: scene.SansBold, size: 8.2, leading: 12}
	tiny    = letters{font: scene.SansBold, size: 7.6, leading: 10}
)

func (l letters) in(c color.NRGBA) letters { l.color = c; return l }

func (l letters) bold() letters { l.font = scene.SansBold; return l }

func (l letters) lead() float64 {
	if l.leading > 0 {
		return l.leading
	}
	return 1.35 * l.size
}

func (l letters) ink() color.NRGBA {
	if l.color.A == 0 {
		return ink
	}
	return l.color
}

// baseline is how far below its top the first line of a text stands, as scene sets it.
func (l letters) baseline() float64 { return l.lead()/2 + 0.33*l.size }

// as is a text broken to a width, with what it is.
func (l letters) as(role pdf.Role, text string, width float64) block {
	var out block
	p := pdf.Part{Role: role}
	for _, line := range l.breaks(text, width) {
		p.Shapes = append(p.Shapes, line)
		out.height += l.lead()
	}
	if len(p.Shapes) > 1 || len(p.Shapes) == 1 && !verbatim(p.Shapes[0], text) {
		p.Says = text // in one line, without the hyphens of broken words
	}
	if len(p.Shapes) > 0 {
		out.pieces = []piece{{Part: p}}
	}
	return out
}

// verbatim reports whether a line is drawn with the very letters of a text.
func verbatim(s scene.Shape, text string) bool {
	l, ok := s.(*scene.Line)
	if !ok {
		return false
	}
	var drawn strings.Builder
	for _, r := range l.Runs {
		if r.Emoji || r.Shaped {
			return false
		}
		drawn.WriteString(r.Text)
	}
	return drawn.String() == text
}

// say is the text of a note: a paragraph that says itself in one line, however it is broken.
func (l letters) say(text string, width float64) block {
	out := l.as(pdf.Paragraph, text, width)
	for i := range out.pieces {
		out.pieces[i].Says = text
	}
	return out
}

// fit is these letters made smaller, down to a third, until a text takes no more than some lines.
func (l letters) fit(text string, width float64, lines int) letters {
	for size := l.size; size > l.size/3; size -= 2 {
		f := l
		f.size, f.leading = size, l.lead()*size/l.size
		if len(f.breaks(text, width)) <= lines {
			return f
		}
	}
	l.leading, l.size = l.lead()/3, l.size/3
	return l
}

// widthOf is the width of the widest line of a text.
func widthOf(b block) float64 {
	w := 0.0
	for _, p := range b.pieces {
		for _, s := range p.Shapes {
			if l, ok := s.(*scene.Line); ok {
				w = max(w, l.Origin.X+l.Width)
			}
		}
	}
	return w
}

// word is a piece of running text that may lead somewhere.
type word struct {
	text string
	letters
	to string // spot, or ""
}

// inRow sets words one after the other, on as many lines as they need.
func inRow(words []word, width float64) block {
	const gap = 10
	var out block
	x, y := 0.0, 0.0
	for _, w := range words {
		part := w.as(pdf.Paragraph, strings.TrimSpace(w.text), width)
		wide := widthOf(part)
		if x > 0 && x+wide > width {
			x, y = 0, out.height
		}
		if w.to != "" {
			part.links = append(part.links, link{area: board.Rect{W: wide, H: part.height}, to: w.to, says: w.text})
		}
		out.put(x, y, part)
		x += wide + gap
	}
	return out
}
