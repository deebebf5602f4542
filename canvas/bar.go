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
)

// swatch is a round of one paper colour.
type swatch struct {
	widget.BaseWidget
	look.Touch
	color color.NRGBA
	on    bool
	tap   func()
}

func newSwatch(c color.NRGBA, tap func()) *swatch {
	s := &swatch{color: c, tap: tap}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements [fyne.Tappable].
func (s *swatch) Tapped(*fyne.PointEvent) { s.tap() }

// DragEnd implements [fyne.Draggable].
func (s *swatch) DragEnd() {
	if s.Lift(s.Size()) {
		s.tap()
	}
}

// CreateRenderer implements [fyne.Widget].
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s: s, ring: fcanvas.NewCircle(nil), dot: fcanvas.NewCircle(nil)}
	r.paint()
	return r
}

type swatchRenderer struct {
	s         *swatch
	ring, dot *fcanvas.Circle
}

func (r *swatchRenderer) paint() {
	r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = r.s.color, shade(r.s.color, 0.78), 1
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, color.Transparent, 3
	if r.s.on {
		r.ring.StrokeColor = look.Colors().Accent
	}
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	center := func(o fyne.CanvasObject, side float32) {
		o.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
		o.Resize(fyne.NewSquareSize(side))
	}
	center(r.dot, 30)
	center(r.ring, 40)
}

func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSize(look.Target, look.Dock-2*look.Gap) }

func (r *swatchRenderer) Refresh()                     { r.paint(); r.dot.Refresh(); r.ring.Refresh() }
func (r *swatchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ring, r.dot} }
func (r *swatchRenderer) Destroy()                     {}

// bar stands near what is chosen and offers what can be done with it.
type bar struct {
	notes, cluster *look.Card
	swatches       map[string]*swatch
	buttons        map[commandName]*look.Button
}

func newBar(d *desk) *bar {
	b := &bar{swatches: map[string]*swatch{}, buttons: map[commandName]*look.Button{}}
	row := container.New(layout.NewCustomPaddedHBoxLayout(0))
	for _, c := range append(board.Colors[:len(board.Colors):len(board.Colors)], board.Dark) {
		b.swatches[c] = newSwatch(paper(c), func() { d.recolor(c) })
		row.Add(b.swatches[c])
	}
	row.Add(look.Rule())
	b.add(d, row, cmdGroup, cmdUngroup, cmdDuplicate, cmdSend, cmdMore, cmdDelete)
	b.notes = look.NewCard(row, look.Radius, look.Gap)
	row = container.New(layout.NewCustomPaddedHBoxLayout(0))
	b.add(d, row, cmdRename, cmdDissolve)
	b.cluster = look.NewCard(row, look.Radius, look.Gap)
	b.notes.Hide()
	b.cluster.Hide()
	return b
}

func (b *bar) add(d *desk, row *fyne.Container, names ...commandName) {
	for _, n := range names {
		k := look.NewStacked(d.commands[n].icon, d.words.T(d.commands[n].word), func() { d.tapped(n) })
		if n == cmdDelete {
			k.Kind = look.Danger
		}
		b.buttons[n] = k
		row.Add(k)
	}
}

// update shows the bar that fits what is chosen, near it, or none.
func (b *bar) update(d *desk) {
	s := d.surface
	show := !d.o.ReadOnly && s.editor == nil && !s.contact.rec.Dragging() && !s.hand.Busy()
	chosen := s.hand.Selection
	turn(b.notes, show && len(chosen.All()) > 0)
	turn(b.cluster, show && chosen.Cluster() != "")
	if !show || chosen.Empty() {
		return
	}
	for n, k := range b.buttons {
		if on := d.able(n); on != k.Visible() {
			if on {
				k.Show()
			} else {
				k.Hide()
			}
		}
	}
	colors := map[string]bool{}
	for _, id := range chosen.All() {
		if n, ok := s.hand.Board().Note(id); ok {
			colors[n.Color] = true
		}
	}
	for c, w := range b.swatches {
		if on := colors[c] && len(colors) == 1; w.on != on {
			w.on = on
			w.Refresh()
		}
	}
	b.place(d)
}

// place puts the bar above what is chosen, or below where there is no room, always in full view.
func (b *bar) place(d *desk) {
	s := d.surface
	at := s.screen(around(s.chosenBoxes(s.hand.Preview())))
	origin := s.Position()
	for _, c := range []*look.Card{b.notes, b.cluster} {
		if !c.Visible() {
			continue
		}
		size := c.MinSize()
		const off = 18
		y := at.pos.Y - size.Height - off
		top := max(float32(s.insets.Top), look.Margin)
		if y < top {
			y = at.pos.Y + at.size.Height + off
		}
		lowest := s.Size().Height - float32(s.insets.Bottom) - size.Height
		x := at.pos.X + at.size.Width/2 - size.Width/2
		right := s.Size().Width - float32(s.insets.Right) - size.Width - look.Margin
		c.Move(origin.AddXY(max(min(x, right), look.Margin), max(min(y, lowest), top)))
		c.Resize(size)
	}
}
