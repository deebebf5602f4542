package canvas

import (
	"strings"

	"samenbord/board"
	"samenbord/canvas/tool"
)

// paste makes a note of every line that was copied elsewhere.
func (d *desk) paste() {
	s := d.surface
	var changes []board.Change
	lines := strings.FieldsFunc(d.w.app.Clipboard().Content(), func(r rune) bool { return r == '\n' || r == '\r' })
	for _, n := range tool.Rows(s.hand.Board(), s.view.Shown(s.size()).Center(), s.pad, lines) {
		changes = append(changes, board.Create(n))
	}
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
