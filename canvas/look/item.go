package look

import (
	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewItem is one line of a menu: an icon, a word and how its key is written.
func NewItem(icon Icon, word, keys string, tap func()) fyne.CanvasObject {
	b := NewButton(icon, word, tap)
	b.Leading = true
	b.indent = true
	if keys == "" {
		return b
	}
	label := NewWord(keys, Small, Whisper)
	side := container.NewBorder(nil, nil, nil, container.NewHBox(label, Space(buttonSide, 0)))
	room := Space(b.MinSize().Width+label.MinSize().Width+3*buttonSide, 0)
	return container.NewStack(room, b, side)
}

// ButtonOf is the button of a line of a menu; nil where an object is none.
func ButtonOf(item fyne.CanvasObject) *Button {
	switch o := item.(type) {
	case *Button:
		return o
	case *fyne.Container:
		for _, c := range o.Objects {
			if b, ok := c.(*Button); ok {
				return b
			}
		}
	}
	return nil
}

// ground is the plain back of a bar, with a thin line below it.
type ground struct{ widget.BaseWidget }

// NewGround is the back of the bar along the top. Taps on it reach nothing beneath.
func NewGround() fyne.CanvasObject {
	g := &ground{}
	g.ExtendBaseWidget(g)
	return g
}

// Tapped implements [fyne.Tappable].
func (g *ground) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements [fyne.Widget].
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return &groundRenderer{fcanvas.NewRectangle(Colors().Panel), fcanvas.NewRectangle(Colors().Line)}
}

type groundRenderer struct{ back, line *fcanvas.Rectangle }

func (r *groundRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
}
func (r *groundRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *groundRenderer) Refresh() {
	r.back.FillColor, r.line.FillColor = Colors().Panel, Colors().Line
	r.back.Refresh()
	r.line.Refresh()
}

func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.line} }
func (r *groundRenderer) Destroy()                     {}
