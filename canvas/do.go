package canvas

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/cluster"
	"samenbord/board/plan"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
	"samenbord/canvas/tool"
)

// zoomStep is by how much one press of a key or button zooms.
const zoomStep = 1.25

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
	if !ok || d.o.ReadOnly || n.Locked {
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
	in := s.view.Shown(s.size())
	in.W -= s.insets.Right / s.view.Zoom
	in.H -= s.insets.Bottom / s.view.Zoom
	at := tool.FreeNear(s.hand.Board(), in.Center())
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
	back := at.Y >= dock.Position().Y && at.X >= dock.Position().X && at.X < dock.Position().X+dock.Size().Width
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
	} else if notes := s.Notes(); len(notes) > 0 {
		d.write(notes[len(notes)-1])
	}
}

func (d *desk) deleteChosen() {
	s, b := &d.surface.hand.Selection, d.surface.hand.Board()
	if c := s.Cluster(); c != "" {
		d.change("ungroup", tool.Dissolve(b, c))
		return
	}
	d.change("delete", tool.Delete(b, s.Notes()))
}

func (d *desk) recolor(color string) {
	d.change("color", tool.Recolor(d.surface.hand.Board(), d.surface.hand.Selection.Notes(), color))
	d.surface.focus()
}

func (d *desk) group() {
	id, changes := tool.Group(d.surface.hand.Board(), d.surface.hand.Selection.Notes(), d.words.T("cluster.new"))
	if d.change("cluster", changes) {
		d.surface.hand.Selection.SetCluster(id)
		d.surface.selected()
		d.rename(id)
	}
}

func (d *desk) ungroup() {
	d.change("leave", tool.Ungroup(d.surface.hand.Board(), d.surface.hand.Selection.Notes()))
}

func (d *desk) anyClustered() bool {
	for _, id := range d.surface.hand.Selection.Notes() {
		if n, ok := d.surface.hand.Board().Note(id); ok && n.Cluster != "" {
			return true
		}
	}
	return false
}

// undo takes back the last gesture and says what came back.
func (d *desk) undo() { d.took("undo.done", d.session.Undo) }

func (d *desk) redo() { d.took("redo.done", d.session.Redo) }

func (d *desk) took(word string, back func() (board.Undone, error)) {
	done, err := back()
	d.update()
	switch {
	case errors.Is(err, board.ErrNothing):
		d.strip.say(d.words.T("error.nothing"))
		return
	case err != nil:
		d.strip.warn(d.w.explain(err))
		return
	}
	text := d.words.T(word, d.words.T("did."+done.Name))
	if n := len(done.Skipped); n > 0 {
		text += ". " + d.words.N("undo.skipped", n)
	}
	d.strip.say(text)
	d.follow(done.Objects)
}

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

// cluster groups the loose notes of the step.
func (d *desk) cluster() {
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) {
		changes = cluster.Changes(w, d.step, cluster.Words{Rest: assets.Words(w.Info().Lang).T("board.rest")})
	})
	if len(changes) == 0 {
		d.strip.say(d.words.T("cluster.nothing"))
		return
	}
	if d.change("cluster", changes) {
		d.surface.hand.Selection.Clear()
		d.surface.fit()
		d.strip.say(d.words.N("cluster.done", len(d.surface.hand.Board().Clusters)), offer{d.words.T("button.undo"), func() { d.do(cmdUndo) }})
	}
}

// draft adds to the plan what it lacks.
func (d *desk) draft() {
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) { changes = plan.Draft(w, cluster.Nearness) })
	if len(changes) == 0 {
		d.strip.say(d.words.T("plan.complete"))
		return
	}
	if d.change("plan", changes) {
		d.strip.say(d.words.T("plan.drafted"), offer{d.words.T("button.undo"), func() { d.do(cmdUndo) }})
	}
}

func (d *desk) togglePlan() {
	if d.panel != nil {
		d.panel = nil
	} else {
		d.panel = d.newPanel()
	}
	whole := d.surface.whole
	d.restack()
	if whole {
		d.surface.fit()
	}
	d.chosen()
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
	d.goTo(n.Step)
	d.surface.hand.Selection.Set(id)
	d.surface.come(n.Bounds())
	d.surface.selected()
}

// pdf makes the PDF beside the file of the workshop and tells where it is.
func (d *desk) pdf() {
	path := d.pdfPath()
	d.exporting = true
	d.top.update(d)
	d.strip.busy(d.words.T("pdf.busy"))
	go func() {
		err := d.saver.save()
		if err == nil {
			err = d.o.Export(path)
		}
		d.w.post(func() { d.pdfDone(path, err) })
	}()
}

// pdfPath is where the PDF goes: beside the file, or to the folder of the person while there is no file.
func (d *desk) pdfPath() string {
	if d.o.Path != "" {
		return strings.TrimSuffix(d.o.Path, filepath.Ext(d.o.Path)) + ".pdf"
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	return filepath.Join(home, strings.NewReplacer("/", " ", "\\", " ", ":", " ").Replace(d.top.title.name)+".pdf")
}

func (d *desk) pdfDone(path string, err error) {
	d.exporting = false
	d.top.update(d)
	if err != nil {
		d.strip.warn(d.w.explain(err))
		return
	}
	d.strip.say(d.words.T("pdf.done", path), offer{d.words.T("button.open"), func() {
		if err := openOutside(path); err != nil {
			d.strip.warn(d.w.explain(err))
		}
	}})
}

func (d *desk) saveNow() {
	go func() {
		d.saver.save() //nolint:errcheck // the saver tells by itself what went wrong
	}()
}

// copyText copies what the chosen notes say, a line each.
func (d *desk) copyText() {
	var lines []string
	b := d.surface.hand.Board()
	for _, id := range d.surface.hand.Selection.Notes() {
		if n, ok := b.Note(id); ok {
			lines = append(lines, strings.ReplaceAll(n.Text, "\n", " "))
		}
	}
	d.w.app.Clipboard().SetContent(strings.Join(lines, "\n"))
}

func (d *desk) chooseAll() {
	s := &d.surface.hand.Selection
	s.Clear()
	for _, n := range d.surface.hand.Board().Notes {
		s.Add(n.ID)
	}
	d.surface.selected()
}

func (d *desk) toggleLasso() {
	d.surface.hand.Lasso = !d.surface.hand.Lasso
	d.chosen()
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
	case s.hand.Lasso:
		d.toggleLasso()
	case d.panelOpen():
		d.togglePlan()
	}
	d.chosen()
}

func (d *desk) goTo(step board.ID) {
	if step != d.step {
		d.endWriting()
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
	notes := d.surface.hand.Selection.Notes()
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
