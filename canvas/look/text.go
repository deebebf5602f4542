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
	Proud // in the accent colour
)

func (v Voice) color() color.NRGBA {
	switch p := Colors(); v {
	case Whisper:
		return p.Muted
	case Warn:
		return p.Danger
	case Proud:
		return p.Accent
	default:
		return p.Ink
	}
}

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
	r.text.Text, r.text.TextSize, r.text.TextStyle = r.w.Text, r.w.Em, fyne.TextStyle{Bold: r.w.Bold}
	r.text.Color = r.w.Voice.color()
}

func (r *wordRenderer) Layout(size fyne.Size) {
	r.text.Resize(fyne.NewSize(size.Width, r.text.MinSize().Height))
	r.text.Move(Whole(0, (size.Height-r.text.MinSize().Height)/2))
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

// sign is an icon that cannot be tapped.
type sign struct {
	widget.BaseWidget
	icon  Icon
	voice Voice
}

// NewSign is an icon before a text.
func NewSign(icon Icon, v Voice) fyne.CanvasObject {
	s := &sign{icon: icon, voice: v}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements [fyne.Widget].
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{s, &fcanvas.Image{FillMode: fcanvas.ImageFillContain}}
	r.img.Resource = s.icon.Resource(s.voice.color())
	return r
}

type signRenderer struct {
	s   *sign
	img *fcanvas.Image
}

func (r *signRenderer) Layout(size fyne.Size) {
	r.img.Move(fyne.NewPos((size.Width-iconSide)/2, (size.Height-iconSide)/2))
	r.img.Resize(fyne.NewSquareSize(iconSide))
}
func (r *signRenderer) MinSize() fyne.Size { return fyne.NewSize(iconSide+2*Gap, iconSide) }
func (r *signRenderer) Refresh() {
	r.img.Resource = r.s.icon.Resource(r.s.voice.color())
	r.img.Refresh()
}
func (r *signRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.img} }
func (r *signRenderer) Destroy()                     {}

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

// rule is a thin upright line between groups of buttons.
type rule struct{ widget.BaseWidget }

// Rule is a thin upright line between groups of buttons.
func Rule() fyne.CanvasObject {
	r := &rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements [fyne.Widget].
func (r *rule) CreateRenderer() fyne.WidgetRenderer {
	return &ruleRenderer{fcanvas.NewRectangle(Colors().Line)}
}

type ruleRenderer struct{ line *fcanvas.Rectangle }

func (r *ruleRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(Gap, Gap))
	r.line.Resize(fyne.NewSize(1, size.Height-2*Gap))
}
func (r *ruleRenderer) MinSize() fyne.Size           { return fyne.NewSize(2*Gap+1, 0) }
func (r *ruleRenderer) Refresh()                     { r.line.FillColor = Colors().Line; r.line.Refresh() }
func (r *ruleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *ruleRenderer) Destroy()                     {}
