package canvas

import (
	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
	"samenbord/canvas/tool"
)

// zoomStep is by how much one press of a key or button zooms.
const zoomStep = 1.25

// follow goes to where something happened, so that people see it.
func (d *desk) follow(objects []board.ID) {
	var step board.ID
	d.session.Read(func(w *board.Workshop) {
		for _, id := range objects {
			if n, ok := w.Note(id); ok {
				step = n.Step
			}
		}
	})
	if step != "" && step != d.step {
		d.goTo(step)
	}
}

func (d *desk) togglePlan() {
	if d.panel != nil {
		d.panel = nil
	} else {
		d.closeFind(false)
		d.panel = d.newPanel()
	}
	d.reside()
}

func (d *desk) panelOpen() bool { return d.panel != nil }

func (d *desk) newPanel() *panel.Panel {
	return panel.New(panel.Options{
		Session: d.session, Words: d.words, ReadOnly: d.o.ReadOnly,
		Do:     func(name string, changes ...board.Change) { d.change(name, changes) },
		Draft:  func() { d.tapped(cmdDraft) },
		Travel: d.travelTo,
		Close:  func() { d.tapped(cmdPlan) },
		Tell:   func(text string) { d.strip.warn(text) },
	})
}

// travelTo shows a note on the board of its step.
func (d *desk) travelTo(id board.ID) {
	var n board.Note
	var ok bool
	d.session.Read(func(w *board.Workshop) { n, ok = w.Note(id) })
	if !ok {
		return
	}
	d.endWriting()
	d.jump()
	d.goTo(n.Step)
	d.surface.hand.Selection.Set(id)
	d.surface.come(n.Bounds())
	d.surface.selected()
}

func (d *desk) chooseAll() {
	s := d.surface
	s.hand.Selection.Set(tool.Everything(s.hand.Board())...)
	s.selected()
}

// toggle puts the hand in a mode, or back where it is in it already.
func (d *desk) toggle(m tool.Mode) {
	h := &d.surface.hand
	if h.Mode == m {
		m = tool.Choose
	}
	h.Mode = m
	if m != tool.Choose && m != tool.Lasso {
		h.Selection.Clear()
	}
	d.surface.selected()
}

// escape leaves whatever is going on, the nearest thing first.
func (d *desk) escape() {
	switch s := d.surface; {
	case s.hand.Busy():
		s.cancel()
	case d.strip.shown():
		d.strip.close()
	case !s.hand.Selection.Empty():
		s.hand.Selection.Clear()
		s.selected()
	case s.hand.Mode != tool.Choose:
		d.toggle(tool.Choose)
	case d.panelOpen():
		d.togglePlan()
	case d.finding != nil:
		d.closeFind(false)
	}
	d.chosen()
}

func (d *desk) goTo(step board.ID) {
	if step != d.step {
		d.endWriting()
		d.jump()
		d.step = step
		d.update()
	}
	d.surface.focus()
}

// goToStep shows the nth step, counting from 0, if there is one.
func (d *desk) goToStep(n int) {
	if stops := d.top.steps.stops; n >= 0 && n < len(stops) {
		d.goTo(stops[n].id)
	}
}

func (d *desk) stepBy(by int) {
	for i, s := range d.top.steps.stops {
		if s.id == d.step {
			d.goToStep(i + by)
			return
		}
	}
}

// travel chooses the next note in a direction and brings it into view.
func (d *desk) travel(dir board.Point) {
	b, from := d.surface.hand.Board(), d.lastChosen()
	if id, ok := tool.Toward(b, from, dir); ok {
		d.choose(id)
	}
}

// travelReading chooses the next note in reading order, with Shift the one before.
func (d *desk) travelReading() {
	by := 1
	if look.Modifiers()&fyne.KeyModifierShift != 0 {
		by = -1
	}
	if id, ok := tool.Next(d.surface.hand.Board(), d.lastChosen(), by); ok {
		d.choose(id)
	}
}

func (d *desk) lastChosen() board.ID {
	notes := d.surface.hand.Selection.All()
	if len(notes) == 0 {
		return ""
	}
	return notes[len(notes)-1]
}

func (d *desk) choose(id board.ID) {
	s := d.surface
	s.hand.Selection.Set(id)
	if n, ok := s.hand.Board().Note(id); ok {
		s.reveal(n.Bounds())
	}
	s.selected()
}
