package export

import (
	"fmt"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// lists writes the notes of a board so that they can be read at a desk: cluster by cluster, each note with the colour
// of its paper and the way to what became of it.
func (b *book) lists(board *board.Board, back references) {
	groups := clustersWithNotes(board)
	if len(groups) == 0 {
		return
	}
	f := b.newFlow(oneLine(board.Step.Name))
	f.put(0, b.listHead(board))
	for i, g := range groups {
		rows := make([]block, len(g.notes))
		for j, n := range g.notes {
			rows[j] = b.noteRow(n, back[n.ID])
		}
		heading := b.groupHead(g)
		gap := 26.0
		if i == 0 {
			gap = 20
		}
		// A cluster that fits on a page stays on one, unless that would leave more than a third of a page empty.
		if all := heightOf(heading, rows); !f.fits(gap+all) && all < flowBottom-margin && !f.fits((flowBottom-margin)/3) {
			f.turn()
		}
		f.put(gap, heading, rows[0])
		for _, r := range rows {
			f.put(0, r)
		}
		if g.ID != "" {
			b.mark(1, g.Name, clusterSpot(g.ID))
		}
	}
}

func heightOf(heading block, rows []block) float64 {
	h := heading.height
	for _, r := range rows {
		h += r.height
	}
	return h
}

// listHead is the title above the lists of a step.
func (b *book) listHead(board *board.Board) block {
	h := title.as(pdf.Heading1, oneLine(board.Step.Name), flowWidth)
	h.below(0, 4, body.in(quiet).as(pdf.Paragraph, b.counts(board), flowWidth))
	return h
}

// counts says how many notes and clusters there are on a board.
func (r *Report) counts(on *board.Board) string {
	clusters := 0
	for _, g := range clustersWithNotes(on) {
		if g.ID != "" && !g.Rest {
			clusters++
		}
	}
	count := r.words.N("notes", len(on.Notes))
	if clusters > 0 {
		count += " · " + r.words.N("clusters", clusters)
	}
	return count
}

// groupHead is the name of a cluster and its most telling note, above a line.
func (b *book) groupHead(g group) block {
	name := oneLine(g.Name)
	if g.ID == "" || g.Rest && name == "" {
		name = b.words.T("board.rest")
	}
	var h block
	count := small.as(pdf.Paragraph, b.words.N("notes", len(g.notes)), 90)
	heading := section.as(pdf.Heading2, name, flowWidth-100)
	h.put(0, 0, heading)
	h.put(flowWidth-widthOf(count), heading.height-count.height-2, count)
	if s := oneLine(g.Subtitle); s != "" {
		h.below(0, 2, body.in(quiet).as(pdf.Paragraph, s, flowWidth-100))
	}
	h.decorate(rule(0, h.height+6, flowWidth, h.height+6, hair, 0.75))
	h.height += 10
	h.spot(clusterSpot(g.ID), 0)
	return h
}

// The columns of a list: the chip of the paper, the text, the way back.
const (
	chipWidth = 5
	textLeft  = 16
	backWidth = 84
)

// noteRow is one note of a list.
func (b *book) noteRow(n board.Note, back []reference) block {
	const pad = 5
	row := b.noteText(n, flowWidth-textLeft-backWidth-12)
	refs := b.backLinks(back)
	height := max(row.height, refs.height) + 2*pad
	out := block{height: height}
	out.decorate(chip(board.Rect{X: 0, Y: 2, W: chipWidth, H: height - 4}, n))
	out.put(textLeft, pad, row)
	out.put(flowWidth-backWidth, pad, refs)
	out.spot(noteSpot(n.ID), 0)
	return out
}

// noteText is what a note says, with a badge where it throws the bat in the henhouse.
func (b *book) noteText(n board.Note, width float64) block {
	text := oneLine(n.Text)
	if text == "" {
		return body.in(quiet).as(pdf.Paragraph, b.words.T("pdf.wordless"), width)
	}
	if !n.Friction {
		return body.say(text, width)
	}
	mark := b.badge(b.words.T("friction.name"))
	out := body.say(text, width-markWidth)
	x, top := endOf(out)+8, out.height-(body.lead()+mark.height)/2
	out.put(x, top, mark)
	return out
}

// markWidth is what a badge needs behind the end of a text.
const markWidth = 60

// endOf is where the last line of a text ends.
func endOf(b block) float64 {
	end := 0.0
	for _, p := range b.pieces {
		for _, s := range p.Shapes {
			if l, ok := s.(*scene.Line); ok {
				end = l.Origin.X + l.Width
			}
		}
	}
	return end
}

// badge is a word in white on dark.
func (b *book) badge(word string) block {
	text := tiny.in(white).as(pdf.Paragraph, word, markWidth)
	var out block
	out.decorate(box(board.Rect{W: widthOf(text) + 12, H: text.height + 3}, (text.height+3)/2, friction))
	out.put(6, 1.5, text)
	out.height += 1.5
	return out
}

// chip is the paper of a note as a small bar, so that its colour is seen.
func chip(r board.Rect, n board.Note) scene.Shape {
	return outlined(r, 1.5, paper(n), hair, 0.5)
}

// backLinks are the ways from a note to what it became.
func (b *book) backLinks(refs []reference) block {
	var out block
	for _, r := range refs {
		word := b.words.T(r.form)
		if r.number > 0 {
			word = b.words.T(r.form, r.number)
		}
		line := small.in(accent).as(pdf.Paragraph, word, backWidth)
		out.links = append(out.links, link{
			area: board.Rect{X: 0, Y: out.height - 1, W: backWidth, H: line.height + 2}, to: r.to, says: word,
		})
		out.below(backWidth-widthOf(line), 0, line)
	}
	return out
}

// reference is what became of a note.
type reference struct {
	form   string // key of the words, with the number in it
	number int    // 0 for what has no number
	to     string // spot
}

// references are what became of each note.
type references map[board.ID][]reference

// references finds what became of the notes: actions, conditions, the goal.
func (r *Report) references() references {
	refs := references{}
	add := func(ids []board.ID, ref reference) {
		for _, id := range ids {
			refs[id] = append(refs[id], ref)
		}
	}
	add(r.plan.Sources, reference{"pdf.to.goal", 0, goalSpot})
	for i, a := range r.plan.Actions() {
		add(a.Sources, reference{"pdf.to.action", i + 1, actionSpot(a.ID)})
	}
	for i, c := range r.plan.Conditions {
		add(c.Sources, reference{"pdf.to.condition", i + 1, conditionSpot(c.ID)})
	}
	return refs
}

// The names of the spots that links lead to.
const (
	goalSpot       = "goal"
	contentsSpot   = "contents"
	planSpot       = "plan"
	conditionsSpot = "conditions"
	unusedSpot     = "unused"
	posterSpot     = "poster"
)

func stepSpot(id board.ID) string      { return fmt.Sprintf("step %s", id) }
func clusterSpot(id board.ID) string   { return fmt.Sprintf("cluster %s", id) }
func noteSpot(id board.ID) string      { return fmt.Sprintf("note %s", id) }
func actionSpot(id board.ID) string    { return fmt.Sprintf("action %s", id) }
func conditionSpot(id board.ID) string { return fmt.Sprintf("condition %s", id) }
