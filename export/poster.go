package export

import (
	"fmt"
	"strings"

	"samenbord/board"
	"samenbord/export/pdf"
)

// posterPage is the plan to pin up: one large page with few words, where owners and dates are found at a glance.
func (b *book) posterPage() {
	if len(b.plan.Actions()) == 0 && b.plan.Goal == "" {
		return
	}
	s := b.add(pdf.A3Long, pdf.A4Long, b.words.T("plan.title"))
	width := s.wide - 2*margin
	s.spot(posterSpot, margin)
	b.mark(0, b.words.T("pdf.poster"), posterSpot)
	goal := oneLine(b.plan.Goal)
	if goal == "" {
		goal = b.words.T("goal.open")
	}
	s.put(margin, margin, lead.bold().in(accent).as(pdf.Paragraph, b.words.T("goal.name"), width))
	s.below(margin, 2, wall.fit(goal, width, 2).as(pdf.Heading1, goal, width))
	area := rectBetween(margin, s.height+20, s.wide-margin, pdf.A4Long-margin)
	s.put(area.X, area.Y, b.posterColumns(area.W, area.H))
}

// posterColumns lays the actions out in columns, in the largest letters that fit. Where even the smallest do not, the
// last line says how many more there are.
func (b *book) posterColumns(width, height float64) block {
	for size := 20.0; size >= 9; size -= 0.5 {
		for columns := 2; columns <= 5; columns++ {
			if size > 14 && columns > 4 {
				continue
			}
			if out, all := b.posterAt(size, columns, width, height); all {
				return out
			}
		}
	}
	out, _ := b.posterAt(9, 5, width, height)
	return out
}

// posterAt lays the actions out in letters of one size. all reports whether there was room for every action.
func (b *book) posterAt(size float64, columns int, width, height float64) (out block, all bool) {
	const gap = 28
	w := (width - gap*float64(columns-1)) / float64(columns)
	column, y, number, shown := 0, 0.0, 0, 0
	room := height - 1.6*size // for the line that says what is left out
	total := len(b.plan.Actions())
	for ti, t := range b.plan.Themes {
		head := b.posterTheme(t, ti, size, w)
		for i, a := range t.Actions {
			number++
			item := b.posterAction(number, ti, a, size, w)
			need := item.height
			if i == 0 {
				need += head.height
			}
			above := 0.0
			if i == 0 && y > 0 {
				above = 1.1 * size
			}
			if y+above+need > room {
				if column++; column == columns {
					more := b.words.N("pdf.poster.more", total-shown)
					out.put(0, height-1.4*size, letters{size: size}.in(quiet).as(pdf.Paragraph, more, width))
					return out, false
				}
				y, above = 0, 0
			}
			y += above
			x := float64(column) * (w + gap)
			if i == 0 {
				out.put(x, y, head)
				y += head.height
			}
			out.put(x, y, item)
			y += item.height
			shown++
		}
	}
	return out, true
}

// posterTheme is the name of a theme on a strip of paper.
func (b *book) posterTheme(t board.ThemePlan, i int, size, width float64) block {
	name := oneLine(t.Name)
	if name == "" {
		name = b.words.T("plan.loose")
	}
	pad := 0.5 * size
	in := letters{size: size * 1.15}.bold().as(pdf.Heading2, name, width-2*pad)
	var out block
	out.decorate(box(board.Rect{W: width, H: in.height + pad}, 5, papers(i)))
	out.put(pad, pad/2, in)
	out.height = in.height + 1.4*pad
	return out
}

// posterAction is one action: what, and below it who and when.
func (b *book) posterAction(number, theme int, a board.Action, size, width float64) block {
	left, pad := 2.1*size, 0.3*size
	var out block
	text := oneLine(a.What)
	if text == "" {
		text = b.words.T("action.new")
	}
	what := letters{size: size}.say(text, width-left)
	out.put(left, pad, what)
	out.put(0.6*size, pad, letters{size: size}.bold().as(pdf.Paragraph, fmt.Sprint(number), left))
	who := strings.Join(b.owners(a), ", ")
	when := b.due(a)
	out.height += 0.15 * size
	out.put(left, out.height, b.posterFacts(who, when, size, width-left))
	out.height += pad
	out.decorate(box(board.Rect{W: 0.22 * size, H: out.height}, 0, papers(theme))) // also where a theme goes on in the next column
	out.links = append(out.links, link{
		area: board.Rect{W: width, H: out.height}, to: actionSpot(a.ID), says: b.words.T("pdf.to.action", number),
	})
	return out
}

// posterFacts are the owner and the date, beside each other where both fit on one line.
func (b *book) posterFacts(who, when string, size, width float64) block {
	const gap = 12
	wide := (width - gap) * 0.56
	out := b.posterFact(who, "action.owner", size, wide)
	date := b.posterFact(when, "action.due", size, width-gap-wide)
	if line := 1.7 * size; out.height < line && date.height < line {
		out.put(wide+gap, 0, date)
		return out
	}
	out = b.posterFact(who, "action.owner", size, width)
	out.below(0, 0, b.posterFact(when, "action.due", size, width))
	return out
}

// posterFact is an owner or a date, or a line to write it on with what belongs there in small letters below.
func (b *book) posterFact(fact, key string, size, width float64) block {
	l := letters{size: 0.82 * size}
	if fact != "" {
		return l.bold().in(accent).as(pdf.Paragraph, fact, width)
	}
	name := letters{size: max(0.5*size, 7)}.in(quiet).as(pdf.Paragraph, b.words.T(key), width)
	var out block
	out.height = 0.95 * size // room for a pen
	out.decorate(rule(0, out.height, width, out.height, quiet, 0.6))
	out.below(0, 0, name)
	return out
}
