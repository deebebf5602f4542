package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"samenbord/canvas/look"
)

// ReadDay and SayDay are how days are read and written.
var (
	ReadDay = readDay
	SayDay  = sayDay
)

// Lines are the texts that the panel shows, from top to bottom.
func (p *Panel) Lines() []string {
	var out []string
	walk(p.list, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *field:
			out = append(out, orEmpty(o))
		case *source:
			out = append(out, "> "+o.note.Text)
		case *look.Sentence:
			out = append(out, o.Text)
		case *look.Word:
			out = append(out, o.Text)
		case *look.Button:
			out = append(out, "["+o.Word+"]")
		}
	})
	return out
}

func orEmpty(f *field) string {
	if f.text == "" {
		return f.empty
	}
	return f.text
}

// Begin begins to type in the first field that says something, and returns what to type with.
func (p *Panel) Begin(says string) *look.Entry {
	var found *field
	walk(p.list, func(o fyne.CanvasObject) {
		if f, ok := o.(*field); ok && found == nil && orEmpty(f) == says {
			found = f
		}
	})
	if found == nil {
		return nil
	}
	test.Tap(found)
	return found.entry
}

// Tap taps the first note, or button, that says something.
func (p *Panel) Tap(says string) bool {
	done := false
	walk(p.list, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *source:
			if !done && o.note.Text == says {
				done = true
				o.tap()
			}
		case *look.Button:
			if !done && o.Word == says {
				done = true
				test.Tap(o)
			}
		}
	})
	return done
}

func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	f(o)
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			walk(child, f)
		}
	}
}
