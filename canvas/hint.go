package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"samenbord/board"
	"samenbord/canvas/look"
)

// hint says what to do on a board without notes, beside a note that is not there yet.
type hint struct {
	card *look.Card
}

func newHint(d *desk) *hint {
	ghost := newPad(faint(paper(board.Yellow), 0x90), false, func() { d.newNote() }, func(at fyne.Position, ended bool) { d.pullOff(board.Yellow, at, ended) })
	row := container.NewHBox(ghost, container.NewCenter(look.NewSentence(d.words.T("board.empty"), 560)), look.Space(look.Gap, 0))
	h := &hint{card: look.NewCard(row, look.Radius, look.Gap)}
	h.card.Hide()
	return h
}

func (h *hint) show(d *desk, b *board.Board) {
	turn(h.card, len(b.Notes) == 0 && b.Step.ID != "" && !d.o.ReadOnly && !d.strip.shown())
}

// task says what the step asks of everybody, at the top of the board, until it is closed.
type task struct {
	card  *look.Card
	words *look.Sentence
	text  string
	seen  map[board.ID]bool // the steps whose task was closed
	step  board.ID
}

// taskWidth is the most that the sentence of a step may take before it breaks, in screen units.
const taskWidth = 720

func newTask(d *desk, seen map[board.ID]bool) *task {
	t := &task{words: look.NewSentence("", taskWidth), seen: seen}
	closing := look.NewButton(look.IconClose, "", func() {
		t.seen[t.step] = true
		d.update()
		d.relay()
		d.surface.focus()
	})
	row := container.NewHBox(look.Space(look.Gap, 0), container.NewCenter(t.words), closing)
	t.card = look.NewCard(row, look.Radius, 2)
	t.card.Hide()
	return t
}

// show tells the task of a step and reports whether the room that it takes changed.
func (t *task) show(step board.Step) bool {
	seen, before := t.card.Visible(), t.card.MinSize()
	t.step = step.ID
	if step.Instruction != t.text {
		t.text = step.Instruction
		t.words.Text = t.text
		t.words.Refresh()
	}
	turn(t.card, t.text != "" && !t.seen[step.ID])
	return seen != t.card.Visible() || before != t.card.MinSize()
}

// high is the room that the task takes at the top of the board, in screen units.
func (t *task) high() float32 {
	if !t.card.Visible() {
		return 0
	}
	return t.card.MinSize().Height + look.Gap
}

func turn(c *look.Card, on bool) {
	if on == c.Visible() {
		return
	}
	if on {
		c.Show()
	} else {
		c.Hide()
	}
}
