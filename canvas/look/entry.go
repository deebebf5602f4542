package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field that tells its keys apart: Enter ends it, and where it has many lines Shift with Enter begins one.
type Entry struct {
	widget.Entry
	Enter, Escape, Lost func() // nil does nothing
	Up, Down            func() // in a field of one line; nil does nothing
}

// NewEntry is a field that holds text, with the caret behind it.
func NewEntry(text string, lines bool) *Entry {
	e := &Entry{}
	e.MultiLine = lines
	if lines {
		e.Wrapping = fyne.TextWrapWord
		e.Scroll = container.ScrollNone
	}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	return e
}

// TypedKey implements [fyne.Focusable].
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine && Modifiers()&fyne.KeyModifierShift != 0 {
			e.TypedRune('\n')
		} else if e.Enter != nil {
			e.Enter()
		}
	case fyne.KeyEscape:
		if e.Escape != nil {
			e.Escape()
		}
	case fyne.KeyUp, fyne.KeyDown:
		e.upDown(k)
	default:
		e.Entry.TypedKey(k)
	}
}

func (e *Entry) upDown(k *fyne.KeyEvent) {
	f := e.Up
	if k.Name == fyne.KeyDown {
		f = e.Down
	}
	if f == nil {
		e.Entry.TypedKey(k)
		return
	}
	f()
}

// FocusLost implements [fyne.Focusable].
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.Lost != nil {
		e.Lost()
	}
}

// SelectAll marks all of the text, so that typing replaces it.
func (e *Entry) SelectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Modifiers are the keys held now. The driver of tests has no keyboard.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
