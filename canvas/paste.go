package canvas

import (
	"samenbord/board"
	"samenbord/board/intake"
)

// paste makes a note of every line that was copied elsewhere, or brings in the pictures whose files it names.
func (d *desk) paste() {
	s, text := d.surface, d.w.app.Clipboard().Content()
	if pictures := pastedPictures(text); len(pictures) > 0 {
		d.insert(pictures, s.middle())
		return
	}
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) { changes = intake.Paste(w, d.step, text, s.pad, s.middle()) })
	if !d.change("paste", changes) {
		return
	}
	s.hand.Selection.Clear()
	for _, c := range changes {
		s.hand.Selection.Add(c.Obj)
	}
	s.selected()
	d.strip.say(d.words.N("import.done", len(changes)))
}
