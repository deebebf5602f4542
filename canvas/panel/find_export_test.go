package panel

import (
	"strings"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
)

// Query is the field for what to look for.
func (f *Find) Query() fyne.Focusable { return f.query }

// Type replaces what is looked for.
func (f *Find) Type(text string) { f.query.SetText(text) }

// Key presses a key in the field.
func (f *Find) Key(name fyne.KeyName) { f.query.TypedKey(&fyne.KeyEvent{Name: name}) }

// Count says how much was found.
func (f *Find) Count() string { return f.count.Text }

// Asked is what the list was found for.
func (f *Find) Asked() string { return f.asked }

// Seen are the lines that are drawn, from top to bottom, with what was found between brackets.
func (f *Find) Seen() []string {
	var out []string
	for i := range f.list.rows {
		if d := f.list.seen[i]; d != nil {
			out = append(out, f.list.says(i, d))
		}
	}
	return out
}

func (h *hits) says(i int, d *drawnRow) string {
	var s strings.Builder
	for _, o := range d.objects {
		switch t, ok := o.(*fcanvas.Text); {
		case !ok:
		case h.rows[i].hit >= 0 && t.TextStyle.Bold:
			s.WriteString("[" + t.Text + "]")
		default:
			s.WriteString(t.Text)
		}
	}
	return s.String()
}

// TapHit taps on something in the list.
func (f *Find) TapHit(i int) {
	r := f.list.rows[f.list.at[i]]
	f.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, r.y+r.high()/2)})
}

// Excerpt is the part of a text around what was found, in lines, with what was found between brackets.
func Excerpt(text string, from, to int, width float32) []string {
	var out []string
	for _, l := range lines(excerpt(text, from, to), 2, width, foundEm) {
		var s strings.Builder
		for _, p := range l {
			if p.found {
				s.WriteString("[" + p.text + "]")
			} else {
				s.WriteString(p.text)
			}
		}
		out = append(out, s.String())
	}
	return out
}

// FoundEm is the size of the letters of what was found.
const FoundEm = foundEm
