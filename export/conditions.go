package export

import (
	"samenbord/board"
	"samenbord/export/pdf"
)

// conditionPages list what the organisation must make true, each with its answers or as unanswered.
func (b *book) conditionPages() {
	if len(b.plan.Conditions) == 0 {
		return
	}
	name := b.words.T("conditions.title")
	f := b.newFlow(name)
	head := title.as(pdf.Heading1, name, flowWidth)
	head.below(0, 4, body.in(quiet).as(pdf.Paragraph, b.words.T("pdf.conditions.lead"), flowWidth))
	head.spot(conditionsSpot, 0)
	b.mark(0, name, conditionsSpot)
	numbers := map[board.ID]int{}
	for i, a := range b.plan.Actions() {
		numbers[a.ID] = i + 1
	}
	for i, c := range b.plan.Conditions {
		row := b.condition(i+1, c, numbers)
		if i == 0 {
			f.put(0, head, row)
			f.put(22, row)
			continue
		}
		f.put(14, row)
	}
}

// condition is one condition: its name, its answers, and the friction notes that it came from.
func (b *book) condition(number int, c board.Condition, numbers map[board.ID]int) block {
	const left, answers = 30, 210
	width := float64(flowWidth - left - answers - 20)
	name := oneLine(c.Name)
	if name == "" {
		name = b.words.T("condition.name")
	}
	var row block
	row.put(0, 12, lead.bold().as(pdf.Paragraph, b.words.T("pdf.number", number), left))
	ask := lead.bold().as(pdf.Heading2, name, width)
	if len(c.Sources) > 0 {
		ask.below(0, 6, b.sources(c.Sources, width))
	}
	row.put(left, 12, ask)
	row.put(flowWidth-answers, 12, b.answers(c, numbers, answers))
	row.height += 14
	row.decorate(rule(0, 0, flowWidth, 0, ink, 0.75))
	row.spot(conditionSpot(c.ID), 0)
	return row
}

// answers are the actions that answer a condition, or that nobody answers it yet.
func (b *book) answers(c board.Condition, numbers map[board.ID]int, width float64) block {
	var out block
	actions := b.plan.Actions()
	for _, id := range c.Answers {
		n := numbers[id]
		if n == 0 {
			continue
		}
		if out.height == 0 {
			out.below(0, 0, label.in(quiet).as(pdf.Paragraph, b.words.T("condition.answered"), width))
		}
		way := b.words.T("pdf.to.action", n)
		top := out.height + 3
		out.below(0, 3, small.bold().in(accent).as(pdf.Paragraph, way, width))
		out.below(0, 0, note.say(oneLine(actions[n-1].What), width))
		out.links = append(out.links, link{
			area: board.Rect{Y: top, W: width, H: out.height - top}, to: actionSpot(id), says: way,
		})
	}
	if out.height > 0 {
		return out
	}
	if c.Parked {
		return note.in(quiet).as(pdf.Paragraph, b.words.T("condition.parked"), width)
	}
	out = note.in(danger).bold().as(pdf.Paragraph, b.words.T("condition.unanswered"), width)
	out.height += 16
	out.decorate(rule(0, out.height, width, out.height, quiet, 0.75))
	return out
}

// unused are the notes that came back nowhere in the plan, board by board.
func (b *book) unused() []placed {
	used := b.plan.Used()
	var out []placed
	for _, on := range b.boards {
		for _, g := range clustersWithNotes(on) {
			for _, n := range g.notes {
				if !used[n.ID] && oneLine(n.Text) != "" { // an empty note says nothing
					out = append(out, placed{n, on})
				}
			}
		}
	}
	return out
}

// unusedPages list the notes that the plan has not used.
func (b *book) unusedPages() {
	left := b.unused()
	if len(left) == 0 {
		return
	}
	name := b.words.T("plan.unused")
	f := b.newFlow(name)
	head := title.as(pdf.Heading1, name, flowWidth)
	head.below(0, 4, body.in(quiet).as(pdf.Paragraph, b.words.N("notes.unused", len(left)), flowWidth))
	head.spot(unusedSpot, 0)
	f.put(0, head)
	b.mark(0, name, unusedSpot)
	for i, p := range left {
		row := b.unusedRow(p.Note)
		if i == 0 || left[i-1].on != p.on {
			f.put(18, b.stepHead(p.on), row)
		}
		f.put(0, row)
	}
}

func (b *book) stepHead(on *board.Board) block {
	h := lead.bold().as(pdf.Heading2, oneLine(on.Step.Name), flowWidth)
	h.height += 4
	return h
}

// unusedRow is a note in small print with the page where it stands.
func (b *book) unusedRow(n board.Note) block {
	text := oneLine(n.Text)
	if text == "" {
		text = b.words.T("pdf.wordless")
	}
	const pad = 2.5
	line := note.say(text, flowWidth-textLeft-40)
	row := block{height: line.height + 2*pad}
	row.decorate(chip(board.Rect{Y: 2, W: chipWidth, H: row.height - 4}, n))
	row.put(textLeft, pad, line)
	row.number(folio{of: noteSpot(n.ID), at: board.Point{X: flowWidth, Y: pad + note.baseline()}, letters: small.in(accent)})
	row.links = append(row.links, link{
		area: board.Rect{W: flowWidth, H: row.height}, to: noteSpot(n.ID), says: b.words.T("pdf.source"),
	})
	return row
}
