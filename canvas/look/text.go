package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Voice is the part that a piece of text plays.
type Voice int

// The voices.
const (
	Speak   Voice = iota // plain ink
	Whisper              // muted
	Warn
)

// Word is one line of text that follows the palette.
type Word struct {
	widget.BaseWidget
	Text  string
	Em    float32 // size of the letters
	Voice Voice
	Bold  bool
}

// NewWord is one line of plain text.
func NewWord(text string, size float32, v Voice) *Word {
	w := &Word{Text: text, Em: size, Voice: v}
	w.ExtendBaseWidget(w)
	return w
}

// NewHeading is one line of bold text.
func NewHeading(text string, size float32) *Word {
	w := NewWord(text, size, Speak)
	w.Bold = true
	return w
}

// CreateRenderer implements [fyne.Widget].
func (w *Word) CreateRenderer() fyne.WidgetRenderer {
	r := &wordRenderer{w: w, text: fcanvas.NewText("", color.Black)}
	r.paint()
	return r
}

type wordRenderer struct {
	w    *Word
	text *fcanvas.Text
}

func (r *wordRenderer) paint() {
	p := Colors()
	r.text.Text, r.text.TextSize, r.text.TextStyle = r.w.Text, r.w.Em, fyne.TextStyle{Bold: r.w.Bold}
	r.text.Color = map[Voice]color.Color{Speak: p.Ink, Whisper: p.Muted, Warn: p.Danger}[r.w.Voice]
}

func (r *wordRenderer) Layout(size fyne.Size) {
	r.text.Resize(fyne.NewSize(size.Width, r.text.MinSize().Height))
	r.text.Move(fyne.NewPos(0, (size.Height-r.text.MinSize().Height)/2))
}
func (r *wordRenderer) MinSize() fyne.Size           { return r.text.MinSize() }
func (r *wordRenderer) Refresh()                     { r.paint(); r.text.Refresh() }
func (r *wordRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *wordRenderer) Destroy()                     {}

// NewProse is text that breaks over as many lines as it needs.
func NewProse(text string, size fyne.ThemeSizeName, v Voice) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping, l.SizeName = fyne.TextWrapWord, size
	switch v {
	case Whisper:
		l.Importance = widget.LowImportance
	case Warn:
		l.Importance = widget.DangerImportance
	}
	return l
}

// Scroll shows something tall. A finger drags it, a wheel turns it.
type Scroll struct{ container.Scroll }

// NewScroll shows content that may be taller than its place.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Content, s.Direction = content, container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Dragged implements [fyne.Draggable].
func (s *Scroll) Dragged(e *fyne.DragEvent) {
	far := max(s.Content.MinSize().Height-s.Size().Height, 0)
	s.ScrollToOffset(fyne.NewPos(0, min(max(s.Offset.Y-e.Dragged.DY, 0), far)))
}

// DragEnd implements [fyne.Draggable].
func (s *Scroll) DragEnd() {}

// Space is empty room.
func Space(w, h float32) fyne.CanvasObject {
	r := fcanvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}
