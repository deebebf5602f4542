package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Popover is a small panel over everything that goes away at a tap elsewhere.
type Popover struct {
	canvas fyne.Canvas
	all    *fyne.Container
}

// ShowPopover opens a panel at the lower edge of an object, above it where there is more room.
func ShowPopover(c fyne.Canvas, content fyne.CanvasObject, at fyne.CanvasObject) *Popover {
	p := &Popover{canvas: c}
	card := NewCard(content, 14, Gap)
	catcher := &catcher{tap: p.Hide}
	catcher.ExtendBaseWidget(catcher)
	p.all = container.New(popLayout{at}, catcher, card)
	c.Overlays().Add(p.all)
	p.all.Resize(c.Size())
	return p
}

// ShowDialog opens a panel in the upper middle of the window. Esc closes it, as does a tap elsewhere.
func ShowDialog(c fyne.Canvas, content fyne.CanvasObject) *Popover {
	return ShowPopover(c, content, nil)
}

// Hide takes the panel away.
func (p *Popover) Hide() { p.canvas.Overlays().Remove(p.all) }

// popLayout keeps a panel near its object and within the window.
type popLayout struct{ at fyne.CanvasObject }

// MinSize implements [fyne.Layout].
func (popLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements [fyne.Layout].
func (l popLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	m := o[1].MinSize()
	if l.at == nil {
		o[1].Move(fyne.NewPos((size.Width-m.Width)/2, max((size.Height-m.Height)/4, Gap)))
		o[1].Resize(m)
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.at)
	y := at.Y + l.at.Size().Height + 4
	if y+m.Height > size.Height-Gap {
		y = max(at.Y-m.Height-4, Gap)
	}
	o[1].Move(fyne.NewPos(max(min(at.X, size.Width-m.Width-Gap), Gap), y))
	o[1].Resize(m)
}

// catcher takes the taps beside a panel.
type catcher struct {
	widget.BaseWidget
	tap func()
}

// Tapped implements [fyne.Tappable].
func (c *catcher) Tapped(*fyne.PointEvent) { c.tap() }

// TappedSecondary implements [fyne.SecondaryTappable].
func (c *catcher) TappedSecondary(*fyne.PointEvent) { c.tap() }

// CreateRenderer implements [fyne.Widget].
func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Space(0, 0))
}
