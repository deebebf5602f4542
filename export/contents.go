package export

import (
	"slices"

	"samenbord/board"
	"samenbord/export/pdf"
)

// contents lists what is in the report, each line leading to its page. Steps without notes are named and have no page.
func (b *book) contents() {
	f := b.newFlow(b.words.T("pdf.contents"))
	head := title.as(pdf.Heading1, b.words.T("pdf.contents"), flowWidth)
	head.spot(contentsSpot, 0)
	f.put(0, head)
	for i, on := range b.boards {
		gap := 0.0
		if i == 0 {
			gap = 18
		}
		f.put(gap, b.stepLine(i+1, on))
	}
	gap := 22.0
	for _, c := range b.chapters() {
		f.put(gap, b.contentsLine("", c.title, c.detail, c.to))
		gap = 0
	}
}

// chapter is one of the chapters behind the steps.
type chapter struct{ title, detail, to string }

func (b *book) chapters() []chapter {
	t := b.words.T
	out := []chapter{{t("plan.title"), b.words.N("actions", len(b.plan.Actions())), planSpot}}
	if n := len(b.plan.Conditions); n > 0 {
		out = append(out, chapter{t("conditions.title"), b.words.N("conditions", n), conditionsSpot})
	}
	if n := len(b.unused()); n > 0 {
		out = append(out, chapter{t("plan.unused"), b.words.N("notes", n), unusedSpot})
	}
	if len(b.plan.Actions()) > 0 || b.plan.Goal != "" {
		out = append(out, chapter{t("pdf.poster"), t("pdf.poster.hint"), posterSpot})
	}
	return out
}

// stepLine is a step in the contents.
func (b *book) stepLine(number int, on *board.Board) block {
	name, n := oneLine(on.Step.Name), b.words.T("pdf.number", number)
	if !slices.Contains(b.filled(), on) {
		return b.contentsLine(n, name, b.words.T("pdf.nonotes"), "")
	}
	return b.contentsLine(n, name, b.counts(on), stepSpot(on.Step.ID))
}

// contentsLine is one line of the contents; to is "" for what has no page.
func (b *book) contentsLine(number, name, detail, to string) block {
	const left, right, pad = 30, 60, 10
	color := ink
	if to == "" {
		color = quiet
	}
	var row block
	row.height = pad
	text := lead.in(color).as(pdf.Paragraph, name, flowWidth-left-right)
	row.put(left, pad, text)
	if number != "" {
		row.put(0, pad, lead.in(quiet).as(pdf.Paragraph, number, left))
	}
	if detail != "" {
		row.below(left, 1, small.in(quiet).as(pdf.Paragraph, detail, flowWidth-left-right))
	}
	if to != "" {
		row.number(folio{of: to, form: "pdf.number", at: board.Point{X: flowWidth, Y: pad + lead.baseline()}, letters: lead})
		row.links = append(row.links, link{area: board.Rect{W: flowWidth, H: row.height + pad}, to: to, says: name})
	}
	row.height += pad
	row.decorate(rule(0, row.height, flowWidth, row.height, hair, 0.75))
	return row
}
