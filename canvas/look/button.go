package look

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Kind says how loud a button is.
type Kind int

// The kinds of buttons. There is one filled button in a view.
const (
	Plain Kind = iota
	Filled
	Danger
	Outlined // a button that stands alone, away from a bar
)

// Button is an icon with a word, or either of the two. It can be tapped, and reached by Tab and pressed by Space or
// Enter.
type Button struct {
	widget.BaseWidget
	Touch
	Icon    Icon
	Word    string
	Kind    Kind
	Stacked bool // the word below the icon
	Leading bool // icon and word at the left instead of in the middle
	Tight   bool // small words, for rows within a panel
	On      bool // switched on
	Off     bool // cannot be used now
	OnTap   func()

	hovered, pressed, focused bool
	indent                    bool // keep the room of an icon free where there is none
}

// NewButton is a plain button with its icon before its word.
func NewButton(icon Icon, word string, tap func()) *Button {
	b := &Button{Icon: icon, Word: word, OnTap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// NewOutlined is a button that stands alone, away from a bar.
func NewOutlined(icon Icon, word string, tap func()) *Button {
	b := NewButton(icon, word, tap)
	b.Kind = Outlined
	return b
}

// NewStacked is a button for the dock, its word below its icon.
func NewStacked(icon Icon, word string, tap func()) *Button {
	b := NewButton(icon, word, tap)
	b.Stacked = true
	return b
}

// Set switches the button on or off and says whether it can be used, and draws it anew where that changed.
func (b *Button) Set(on, off bool) {
	if b.On != on || b.Off != off {
		b.On, b.Off = on, off
		b.Refresh()
	}
}

// Tapped implements [fyne.Tappable].
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Off && b.OnTap != nil {
		b.OnTap()
	}
}

// DragEnd implements [fyne.Draggable].
func (b *Button) DragEnd() {
	b.pressed = false
	if b.Lift(b.Size()) {
		b.Tapped(nil)
	}
	b.Refresh()
}

// MouseDown and MouseUp darken the button while it is pressed.
func (b *Button) MouseDown(*desktop.MouseEvent) { b.pressed = true; b.Refresh() }

// MouseUp ends the press.
func (b *Button) MouseUp(*desktop.MouseEvent) { b.pressed = false; b.Refresh() }

// MouseIn, MouseMoved and MouseOut implement [desktop.Hoverable].
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements [desktop.Hoverable].
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements [desktop.Hoverable].
func (b *Button) MouseOut() { b.hovered, b.pressed = false, false; b.Refresh() }

// FocusGained, FocusLost, TypedRune and TypedKey implement [fyne.Focusable].
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements [fyne.Focusable].
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements [fyne.Focusable].
func (b *Button) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	}
}

// CreateRenderer implements [fyne.Widget].
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b: b, back: fcanvas.NewRectangle(color.Transparent), over: fcanvas.NewRectangle(color.Transparent),
		icon: &fcanvas.Image{FillMode: fcanvas.ImageFillContain}, word: fcanvas.NewText(b.Word, color.Black),
	}
	r.back.CornerRadius, r.over.CornerRadius = Corner, Corner
	r.paint()
	return r
}

type buttonRenderer struct {
	b          *Button
	back, over *fcanvas.Rectangle
	icon       *fcanvas.Image
	word       *fcanvas.Text
	ink        color.NRGBA
	drawn      Icon
}

func (r *buttonRenderer) paint() {
	p, b := Colors(), r.b
	back, ink := color.NRGBA{}, p.Ink
	switch {
	case b.Kind == Filled:
		back, ink = p.Accent, p.OnAccent
	case b.Kind == Danger:
		ink = p.Danger
	case b.On:
		back, ink = p.Chosen, p.Accent
	}
	if b.Off {
		ink.A = 0x66
	}
	r.back.StrokeWidth = 0
	if b.Kind == Outlined {
		r.back.StrokeColor, r.back.StrokeWidth = p.Line, 1.5
		if !b.On {
			back = p.Panel
		}
	}
	r.back.FillColor = back
	r.over.FillColor, r.over.StrokeWidth = color.NRGBA{}, 0
	defer r.leaveOut()
	switch {
	case b.pressed && !b.Off:
		r.over.FillColor = p.Press
	case b.hovered && !b.Off:
		r.over.FillColor = p.Hover
	}
	if b.focused {
		r.over.StrokeColor, r.over.StrokeWidth = p.Accent, 2
	}
	r.word.Text, r.word.Color, r.word.TextSize = b.Word, ink, Body
	r.word.TextStyle = fyne.TextStyle{Bold: b.Kind == Filled}
	if b.Stacked || b.Tight {
		r.word.TextSize = Small
	}
	if b.Icon != "" && (r.ink != ink || r.drawn != b.Icon) {
		r.ink, r.drawn = ink, b.Icon
		r.icon.Resource = b.Icon.Resource(ink)
		r.icon.Refresh()
	}
}

// leaveOut hides what is clear: Fyne draws that too, and a window has many buttons.
func (r *buttonRenderer) leaveOut() {
	for _, rect := range []*fcanvas.Rectangle{r.back, r.over} {
		rect.Hidden = rect.FillColor == color.NRGBA{} && rect.StrokeWidth == 0
	}
}

const (
	iconSide   = 24
	buttonSide = 14 // room left and right of what a button shows
)

func (r *buttonRenderer) MinSize() fyne.Size {
	word := fyne.NewSize(0, 0)
	if r.b.Word != "" {
		word = r.word.MinSize()
	}
	if r.b.Stacked {
		return fyne.NewSize(max(word.Width+16, 60), Dock-2*Gap)
	}
	w := word.Width + 2*buttonSide
	switch {
	case r.b.Word == "":
		w = Target
	case r.b.Icon != "" || r.b.indent:
		w += iconSide + Gap
	}
	return fyne.NewSize(w, Target)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.over.Resize(size)
	word := r.word.MinSize()
	r.word.Resize(word)
	r.icon.Resize(fyne.NewSquareSize(iconSide))
	if r.b.Stacked {
		top := (size.Height - iconSide - 4 - word.Height) / 2
		r.icon.Move(Whole((size.Width-iconSide)/2, top))
		r.word.Move(Whole((size.Width-word.Width)/2, top+iconSide+4))
		return
	}
	full := word.Width
	if r.b.Icon != "" || r.b.indent {
		full += iconSide
		if r.b.Word != "" {
			full += Gap
		}
	}
	x := (size.Width - full) / 2
	if r.b.Leading {
		x = buttonSide
	}
	r.icon.Move(Whole(x, (size.Height-iconSide)/2))
	r.word.Move(Whole(x+full-word.Width, (size.Height-word.Height)/2))
}

// Whole is a place rounded to whole units: text between two rows of pixels loses its edge.
func Whole(x, y float32) fyne.Position {
	return fyne.NewPos(float32(math.Round(float64(x))), float32(math.Round(float64(y))))
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	r.back.Refresh()
	r.over.Refresh()
	r.word.Refresh()
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.back, r.over}
	if r.b.Icon != "" {
		out = append(out, r.icon)
	}
	if r.b.Word != "" {
		out = append(out, r.word)
	}
	return out
}

func (r *buttonRenderer) Destroy() {}
