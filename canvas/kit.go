package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// The pens: five colours, and three widths in board units.
var (
	penColors = []string{board.Dark, board.Pink, board.Blue, board.Green, board.Orange}
	penWidths = []float64{3, 6, 14}
)

// kit is the row above the dock with what the tool in the hand can be set to: colours and widths of the pen, or what a
// loop is for.
type kit struct {
	pens, loops *look.Card
	colors      map[string]*swatch
	widths      map[float64]*nib
	buttons     map[commandName]*look.Button
}

func newKit(d *desk) *kit {
	k := &kit{colors: map[string]*swatch{}, widths: map[float64]*nib{}, buttons: map[commandName]*look.Button{}}
	pen := func(change func(*tool.Pen)) func() {
		return func() {
			change(&d.surface.hand.Pen)
			d.surface.hand.Mode = tool.Draw
			d.surface.selected()
			d.surface.focus()
		}
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(0))
	palette := d.surface.style.palette()
	for _, c := range penColors {
		k.colors[c] = newSwatch(palette.Pen(c), pen(func(p *tool.Pen) { p.Color = c }))
		row.Add(k.colors[c])
	}
	row.Add(look.Rule())
	for _, w := range penWidths {
		k.widths[w] = newNib(w, pen(func(p *tool.Pen) { p.Width = w }))
		row.Add(k.widths[w])
	}
	row.Add(look.Rule())
	k.add(d, row, cmdEraser)
	k.pens = look.NewCard(row, look.Radius, look.Gap)
	row = container.New(layout.NewCustomPaddedHBoxLayout(0))
	k.add(d, row, cmdLasso, cmdRing)
	k.loops = look.NewCard(row, look.Radius, look.Gap)
	k.pens.Hide()
	k.loops.Hide()
	return k
}

func (k *kit) add(d *desk, row *fyne.Container, names ...commandName) {
	for _, n := range names {
		b := look.NewStacked(d.commands[n].icon, d.words.T(d.commands[n].word), func() { d.tapped(n) })
		k.buttons[n] = b
		row.Add(b)
	}
}

// update shows the row that fits the tool in the hand. It reports whether another one is shown now.
func (k *kit) update(d *desk) bool {
	h := &d.surface.hand
	pens, loops := h.Mode == tool.Draw || h.Mode == tool.Erase, h.Mode == tool.Lasso && !d.o.ReadOnly || h.Mode == tool.Ring
	changed := pens != k.pens.Visible() || loops != k.loops.Visible()
	turn(k.pens, pens)
	turn(k.loops, loops)
	for c, w := range k.colors {
		if on := h.Mode == tool.Draw && h.Pen.Color == c; w.on != on {
			w.on = on
			w.Refresh()
		}
	}
	for width, n := range k.widths {
		n.choose(h.Mode == tool.Draw && h.Pen.Width == width)
	}
	k.buttons[cmdEraser].Set(h.Mode == tool.Erase, false)
	k.buttons[cmdLasso].Set(h.Mode == tool.Lasso, false)
	k.buttons[cmdRing].Set(h.Mode == tool.Ring, false)
	return changed
}

// card is the row that is shown, nil for none.
func (k *kit) card() *look.Card {
	switch {
	case k.pens.Visible():
		return k.pens
	case k.loops.Visible():
		return k.loops
	}
	return nil
}

// nib is a width of the pen, shown as a dot of that width.
type nib struct {
	widget.BaseWidget
	look.Touch
	width float64
	on    bool
	tap   func()
}

func newNib(width float64, tap func()) *nib {
	n := &nib{width: width, tap: tap}
	n.ExtendBaseWidget(n)
	return n
}

func (n *nib) choose(on bool) {
	if n.on != on {
		n.on = on
		n.Refresh()
	}
}

// Tapped implements [fyne.Tappable].
func (n *nib) Tapped(*fyne.PointEvent) { n.tap() }

// DragEnd implements [fyne.Draggable].
func (n *nib) DragEnd() {
	if n.Lift(n.Size()) {
		n.tap()
	}
}

// CreateRenderer implements [fyne.Widget].
func (n *nib) CreateRenderer() fyne.WidgetRenderer {
	r := &nibRenderer{n: n, ring: fcanvas.NewCircle(nil), dot: fcanvas.NewCircle(nil)}
	r.paint()
	return r
}

type nibRenderer struct {
	n         *nib
	ring, dot *fcanvas.Circle
}

func (r *nibRenderer) paint() {
	p := look.Colors()
	r.dot.FillColor = p.Ink
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, color.Transparent, 3
	if r.n.on {
		r.ring.StrokeColor = p.Accent
	}
}

func (r *nibRenderer) Layout(size fyne.Size) {
	for o, side := range map[*fcanvas.Circle]float32{r.ring: 40, r.dot: float32(r.n.width) + 4} {
		o.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
		o.Resize(fyne.NewSquareSize(side))
	}
}

func (r *nibRenderer) MinSize() fyne.Size           { return fyne.NewSize(look.Target, look.Dock-2*look.Gap) }
func (r *nibRenderer) Refresh()                     { r.paint(); r.dot.Refresh(); r.ring.Refresh() }
func (r *nibRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ring, r.dot} }
func (r *nibRenderer) Destroy()                     {}
