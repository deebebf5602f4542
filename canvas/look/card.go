package look

import (
	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Card is a panel that floats over the board, with the one soft shadow.
type Card struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Radius  float32
	Padding float32
}

// NewCard puts content on a floating panel.
func NewCard(content fyne.CanvasObject, radius, padding float32) *Card {
	c := &Card{Content: content, Radius: radius, Padding: padding}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped does nothing: a tap on a panel is not one on the board beneath.
func (c *Card) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements [fyne.Widget].
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, shadow: newShadow(c.Radius), back: fcanvas.NewRectangle(nil)}
	r.back.CornerRadius = c.Radius
	r.paint()
	return r
}

type cardRenderer struct {
	card   *Card
	shadow *shadow
	back   *fcanvas.Rectangle
}

func (r *cardRenderer) paint() {
	p := Colors()
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = p.Panel, p.Line, 1
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.shadow.place(size, Colors().Shadow)
	r.back.Resize(size)
	r.card.Content.Move(fyne.NewSquareOffsetPos(r.card.Padding))
	r.card.Content.Resize(size.SubtractWidthHeight(2*r.card.Padding, 2*r.card.Padding))
}

func (r *cardRenderer) MinSize() fyne.Size {
	return r.card.Content.MinSize().AddWidthHeight(2*r.card.Padding, 2*r.card.Padding)
}

func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	r.back.Refresh()
	r.card.Content.Refresh()
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shadow.img, r.back, r.card.Content}
}

func (r *cardRenderer) Destroy() {}
