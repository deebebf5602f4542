package canvas

import (
	"strings"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/canvas/tool"
)

// tapped does the command of a button, after what is being written is finished.
func (d *desk) tapped(n commandName) {
	d.endWriting()
	d.do(n)
	if d.writing == nil {
		d.surface.focus()
	}
}

// write lets people write on a note that lies on the board.
func (d *desk) write(id board.ID) {
	n, ok := d.surface.hand.Board().Note(id)
	if !ok || d.o.ReadOnly {
		for _, t := range d.surface.hand.Board().Texts {
			if t.ID == id {
				d.writeText(t)
			}
		}
		return
	}
	d.endWriting()
	d.writing = d.surface.beginNote(n, false, func(text string, again bool) {
		d.change("edit", tool.Write(d.surface.hand.Board(), id, text))
		if again {
			d.writeBeside(id)
		}
	})
}

// writeBeside lets people write the next note, beside one on the board.
func (d *desk) writeBeside(id board.ID) {
	if n, ok := d.surface.hand.Board().Note(id); ok {
		d.writeFresh(tool.Beside(d.surface.hand.Board(), n))
	}
}

// writeFresh lets people write a note that is put on the board once it says something.
func (d *desk) writeFresh(n board.Note) {
	if d.o.ReadOnly {
		return
	}
	d.endWriting()
	d.surface.hand.Selection.Clear()
	d.writing = d.surface.beginNote(n, true, func(text string, again bool) {
		n.Text = strings.TrimSpace(text)
		if n.Text == "" {
			return
		}
		n.Order = tool.Top(d.surface.hand.Board())
		if d.change("create", []board.Change{board.Create(n)}) {
			d.surface.hand.Selection.Set(n.ID)
			d.surface.selected()
			if again {
				d.writeBeside(n.ID)
			}
		}
	})
}

// writeText lets people write a loose text, on the board or new. One that is left empty goes away.
func (d *desk) writeText(t board.Text) {
	if d.o.ReadOnly {
		return
	}
	d.endWriting()
	d.writing = d.surface.beginText(t, func(text string, _ bool) {
		d.setText(t, strings.TrimSpace(text))
		d.surface.hand.Mode = tool.Choose
		d.chosen()
	})
}

func (d *desk) setText(t board.Text, text string) {
	before, ok := board.Text{}, false
	for _, have := range d.surface.hand.Board().Texts {
		if have.ID == t.ID {
			before, ok = have, true
		}
	}
	after := t
	if ok {
		after = before
	}
	after.Text = text
	after.Rect = tool.TextRect(after)
	switch {
	case ok && text == "":
		d.change("delete", []board.Change{board.Remove(t.ID)})
	case ok:
		if c, differs := board.Edit(before, after); differs {
			d.change("edit", []board.Change{c})
		}
	case text != "" && d.change("create", []board.Change{board.Create(after)}):
		d.surface.hand.Selection.Set(t.ID)
		d.surface.selected()
	}
}

// endWriting finishes what is being written, if anything is.
func (d *desk) endWriting() {
	if w := d.writing; w != nil {
		d.writing = nil
		w.end(false)
	}
}

// rename lets people write the name of a cluster in its place.
func (d *desk) rename(id board.ID) {
	if d.o.ReadOnly {
		return
	}
	d.endWriting()
	for _, c := range d.surface.hand.Board().Clusters {
		if c.ID == id {
			d.writing = d.surface.beginHeading(c, func(text string, _ bool) {
				d.change("rename", tool.Rename(d.surface.hand.Board(), id, text))
			})
		}
	}
}

// newNote writes a note of the chosen pad in the middle of what is seen, or where there is room near it.
func (d *desk) newNote() { d.writeNew(d.surface.pad) }

func (d *desk) writeNew(color string) {
	s := d.surface
	s.pad = color
	at := tool.FreeNear(s.hand.Board(), s.middle())
	d.writeFresh(tool.NewNote(s.hand.Board(), at, color))
}

// pullOff carries a note that is dragged off a pad; at is on the window.
func (d *desk) pullOff(color string, at fyne.Position, ended bool) {
	s := d.surface
	on := point(at.Subtract(s.Position()))
	if !s.hand.Busy() {
		if ended {
			return
		}
		d.endWriting()
		s.pad = color
		s.holdNote(color, on)
		return
	}
	if !ended {
		s.drag(on)
		return
	}
	dock := d.dock.card
	from, to := dock.Position(), dock.Position().Add(dock.Size())
	back := at.Y >= from.Y && at.X >= from.X && at.X < to.X && (at.Y < to.Y || d.w.dockSide() == dockBottom)
	if back {
		s.cancel()
		d.chosen()
		return
	}
	s.drop()
	s.focus()
}

func (d *desk) writeChosen() {
	s := &d.surface.hand.Selection
	if c := s.Cluster(); c != "" {
		d.rename(c)
	} else if notes := s.All(); len(notes) > 0 {
		d.write(notes[len(notes)-1])
	}
}
