package export

import (
	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// The columns of the plan: where each begins, and how wide it is.
const (
	numberWidth = 24
	whatLeft    = numberWidth
	whatWidth   = 226
	ownerLeft   = whatLeft + whatWidth + 14
	ownerWidth  = 76
	dueLeft     = ownerLeft + ownerWidth + 10
	dueWidth    = 66
	stageLeft   = dueLeft + dueWidth + 10
	stageWidth  = flowWidth - stageLeft
)

// planPages write the plan as a table: the goal on top, then each theme with its actions.
func (b *book) planPages() {
	f := b.newFlow(b.words.T("plan.title"))
	head := title.as(pdf.Heading1, b.words.T("plan.title"), flowWidth)
	head.spot(planSpot, 0)
	f.put(0, head)
	f.put(14, b.goal())
	b.mark(0, b.words.T("plan.title"), planSpot)
	number := 0
	if len(b.plan.Actions()) > 0 {
		f.put(14, b.legend())
	}
	f.head = b.tableHead
	for i, t := range b.plan.Themes {
		if len(t.Actions) == 0 {
			h := b.themeHead(t)
			h.below(0, 2, note.in(quiet).as(pdf.Paragraph, b.words.T("pdf.noactions"), flowWidth))
			f.put(24, h)
			continue
		}
		rows := make([]block, len(t.Actions))
		for j, a := range t.Actions {
			number++
			rows[j] = b.actionRow(number, a)
		}
		heading := b.themeHead(t)
		if i == 0 {
			heading.below(0, 10, b.tableHead())
		}
		f.put(24, heading, rows[0])
		for _, row := range rows {
			f.put(0, row)
		}
	}
	if len(b.plan.Themes) == 0 {
		f.put(20, body.in(quiet).as(pdf.Paragraph, b.words.T("plan.empty"), flowWidth))
	}
}

// goal is the goal of the plan in a box, with the notes it came from.
func (b *book) goal() block {
	const pad = 16
	var in block
	in.below(0, 0, label.in(quiet).as(pdf.Paragraph, b.words.T("goal.name"), flowWidth-2*pad))
	if goal := oneLine(b.plan.Goal); goal != "" {
		in.below(0, 2, lead.bold().as(pdf.Paragraph, goal, flowWidth-2*pad))
	} else {
		in.below(0, 2, lead.in(quiet).as(pdf.Paragraph, b.words.T("goal.open"), flowWidth-2*pad))
	}
	if len(b.plan.Sources) > 0 {
		in.below(0, 6, b.sources(b.plan.Sources, flowWidth-2*pad))
	}
	var out block
	out.decorate(box(board.Rect{W: flowWidth, H: in.height + 2*pad - 4}, 10, ground))
	out.put(pad, pad-2, in)
	out.height = in.height + 2*pad - 4
	out.spot(goalSpot, 0)
	return out
}

// themeHead is the name of a theme, with what it leans on.
func (b *book) themeHead(t board.ThemePlan) block {
	name := oneLine(t.Name)
	if name == "" {
		name = b.words.T("plan.loose")
	}
	h := section.as(pdf.Heading2, name, flowWidth)
	if t.ID != "" {
		h.spot(themeSpot(t.ID), 0)
		b.mark(1, name, themeSpot(t.ID))
	}
	if len(t.Sources) > 0 {
		h.below(0, 3, b.leaning(t.Sources))
	}
	h.height += 4
	return h
}

// leaning names the clusters and notes of earlier steps that a theme answers to.
func (b *book) leaning(ids []board.ID) block {
	words := []word{{text: b.words.T("theme.sources") + ":", letters: small.in(quiet)}}
	for _, id := range ids {
		if name, to := b.sourceName(id); name != "" {
			words = append(words, word{text: name, letters: small.in(accent), to: to})
		}
	}
	if len(words) == 1 {
		return block{}
	}
	return inRow(words, flowWidth)
}

// sourceName is what a cluster or note is called, and where it stands.
func (b *book) sourceName(id board.ID) (name, to string) {
	for _, on := range b.boards {
		for _, c := range on.Clusters {
			if c.ID == id {
				return oneLine(c.Name), clusterSpot(id)
			}
		}
	}
	if n, _, ok := b.note(id); ok {
		return oneLine(n.Text), noteSpot(id)
	}
	return "", ""
}

// tableHead names the columns.
func (b *book) tableHead() block {
	var h block
	cell := func(x, width float64, key string) {
		h.put(x, 0, label.in(quiet).as(pdf.Paragraph, b.words.T(key), width))
	}
	cell(whatLeft, whatWidth, "action.hard")
	cell(ownerLeft, ownerWidth, "action.owner")
	cell(dueLeft, dueWidth, "action.due")
	cell(stageLeft, stageWidth, "pdf.path")
	h.decorate(rule(0, h.height+3, flowWidth, h.height+3, ink, 0.75))
	h.height += 4
	return h
}

// actionRow is one action of the plan.
func (b *book) actionRow(number int, a board.Action) block {
	const pad = 9
	var row block
	row.put(0, pad, body.bold().as(pdf.Paragraph, b.words.T("pdf.number", number), numberWidth))
	row.put(whatLeft, pad, b.what(a))
	row.put(ownerLeft, pad, b.open(b.owners(a), "pdf.open.owner", ownerWidth))
	var due []string
	if d := b.due(a); d != "" {
		due = []string{d}
	}
	row.put(dueLeft, pad, b.open(due, "pdf.open.due", dueWidth))
	row.put(stageLeft, pad, b.stage(a))
	row.height += pad
	row.decorate(rule(0, row.height, flowWidth, row.height, hair, 0.75))
	row.spot(actionSpot(a.ID), 0)
	return row
}

// what is an action with its soft side, its first step and the notes it came from.
func (b *book) what(a board.Action) block {
	text := oneLine(a.What)
	if text == "" {
		text = b.words.T("action.new")
	}
	out := body.say(text, whatWidth)
	labelled := func(key, text string) {
		if text = oneLine(text); text != "" {
			out.below(0, 5, label.in(quiet).as(pdf.Paragraph, b.words.T(key), whatWidth))
			out.below(0, 0, note.say(text, whatWidth))
		}
	}
	labelled("action.soft", a.Soft)
	labelled("action.first", a.FirstStep)
	if a.Status != "" && a.Status != board.StatusOpen {
		labelled("action.status", b.words.T("status."+string(a.Status)))
	}
	if len(a.Sources) > 0 {
		out.below(0, 5, b.sources(a.Sources, whatWidth))
	}
	return out
}

// sources are the notes that something came from: small, each leading to the page and height where it stands in the
// lists, with the number of that page for those who hold paper.
func (b *book) sources(ids []board.ID, width float64) block {
	const numberWidth = 34
	var out block
	for _, id := range ids {
		n, _, ok := b.note(id)
		if !ok {
			continue
		}
		text := oneLine(n.Text)
		if text == "" {
			text = b.words.T("pdf.wordless")
		}
		line := small.in(quiet).say(text, width-12-numberWidth)
		top := out.height
		out.decorate(chip(board.Rect{X: 0, Y: top + 2.5, W: 7, H: 7}, n))
		out.links = append(out.links, link{
			area: board.Rect{X: 0, Y: top, W: width, H: line.height}, to: noteSpot(id), says: b.words.T("pdf.source"),
		})
		out.number(folio{
			of: noteSpot(id), at: board.Point{X: width, Y: top + small.baseline()}, letters: small.in(accent),
		})
		out.put(12, top, line)
	}
	return out
}

// open shows what people filled in, or a line to write it on.
func (b *book) open(filled []string, key string, width float64) block {
	var out block
	for _, s := range filled {
		out.below(0, 0, note.bold().as(pdf.Paragraph, s, width))
	}
	if len(filled) > 0 {
		return out
	}
	out = small.in(quiet).as(pdf.Paragraph, b.words.T(key), width)
	out.height += 13
	out.decorate(rule(0, out.height, width, out.height, quiet, 0.75))
	out.height += 2
	return out
}

// stage shows where an action stands on the acquisition path, and which building blocks it lays.
func (b *book) stage(a board.Action) block {
	var out block
	at := -1
	for i, s := range board.Stages {
		if s == a.Stage {
			at = i
		}
	}
	if at >= 0 {
		out.decorate(path(stageWidth, at)...)
		out.height = 11
		out.below(0, 0, small.as(pdf.Paragraph, b.words.T("stage."+string(a.Stage)), stageWidth))
	}
	if len(a.Blocks) > 0 {
		out.below(0, 4, b.blockIcons(a.Blocks))
	}
	return out
}

// path draws the six places of the acquisition path, the one at an index filled.
func path(width float64, at int) []scene.Shape {
	const r = 2.6
	gap := (width - 2*r) / float64(len(board.Stages)-1)
	shapes := []scene.Shape{rule(r, 6, width-r, 6, hair, 1)}
	for i := range board.Stages {
		fill := white
		if i == at {
			fill = accent
		}
		d := dot(r+float64(i)*gap, 6, r, fill)
		d.Stroke, d.Width = quiet, 0.75
		if i == at {
			d.Stroke = accent
		}
		shapes = append(shapes, d)
	}
	return shapes
}

// note finds a note and the board it stands on.
func (r *Report) note(id board.ID) (board.Note, *board.Board, bool) {
	n, ok := r.byID[id]
	return n.Note, n.on, ok
}

func themeSpot(id board.ID) string { return "theme " + string(id) }
