package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/canvas/look"
)

// field is text that becomes a field to type in when it is tapped. Enter or leaving it keeps what was typed, Escape
// does not.
type field struct {
	widget.BaseWidget
	look.Touch
	text, empty string // what it says, and what it says while there is nothing
	width       float32
	em          float32
	bold        bool
	voice       look.Voice
	lines       bool              // Shift with Enter begins a line
	set         func(text string) // nil for text that cannot be changed
	busy        func(on bool)     // told when typing begins and ends

	entry   *look.Entry
	hovered bool
}

func newField(f *field) *field {
	f.ExtendBaseWidget(f)
	return f
}

// Tapped implements [fyne.Tappable].
func (f *field) Tapped(*fyne.PointEvent) {
	if f.set == nil || f.entry != nil {
		return
	}
	e := look.NewEntry(f.text, f.lines)
	f.entry = e
	f.busy(true)
	e.Enter, e.Escape, e.Lost = func() { f.end(true) }, func() { f.end(false) }, func() { f.end(true) }
	e.OnChanged = func(string) { f.Refresh() }
	f.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(e)
	}
}

func (f *field) end(keep bool) {
	e := f.entry
	if e == nil {
		return
	}
	f.entry = nil
	f.busy(false)
	if keep && e.Text != f.text {
		f.set(e.Text)
	}
	f.Refresh()
}

// DragEnd implements [fyne.Draggable].
func (f *field) DragEnd() {
	if f.Lift(f.Size()) {
		f.Tapped(nil)
	}
}

// MouseIn implements [desktop.Hoverable].
func (f *field) MouseIn(*desktop.MouseEvent) { f.hovered = true; f.Refresh() }

// MouseMoved implements [desktop.Hoverable].
func (f *field) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements [desktop.Hoverable].
func (f *field) MouseOut() { f.hovered = false; f.Refresh() }

// Room around the text of a field, in screen units.
const (
	padX = 8
	padY = 5
)

// CreateRenderer implements [fyne.Widget].
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{f: f, back: fcanvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius = 8
	r.build()
	return r
}

type fieldRenderer struct {
	f     *field
	back  *fcanvas.Rectangle
	words *look.Sentence
}

func (r *fieldRenderer) build() {
	f := r.f
	text, voice := f.text, f.voice
	if text == "" {
		text, voice = f.empty, look.Whisper
	}
	r.words = look.NewSentence(text, f.width-2*padX)
	r.words.Em, r.words.Bold, r.words.Voice = f.em, f.bold && f.text != "", voice
	r.words.Refresh()
	r.back.FillColor = color.Transparent
	if f.set != nil && f.hovered {
		r.back.FillColor = look.Colors().Hover
	}
}

func (r *fieldRenderer) MinSize() fyne.Size {
	if r.f.entry != nil {
		return fyne.NewSize(r.f.width, r.f.entry.MinSize().Height)
	}
	return fyne.NewSize(r.f.width, max(r.words.MinSize().Height+2*padY, look.Target))
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	if r.f.entry != nil {
		r.f.entry.Resize(size)
		return
	}
	r.words.Move(fyne.NewPos(padX, 0))
	r.words.Resize(fyne.NewSize(size.Width-2*padX, size.Height))
}

func (r *fieldRenderer) Refresh() {
	r.build()
	r.Layout(r.f.Size())
	fcanvas.Refresh(r.f)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	if r.f.entry != nil {
		return []fyne.CanvasObject{r.f.entry}
	}
	return []fyne.CanvasObject{r.back, r.words}
}

func (r *fieldRenderer) Destroy() {}
