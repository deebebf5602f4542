package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// pad is a pile of notes of one colour: drag one off, or tap to write one.
type pad struct {
	widget.BaseWidget
	color   color.NRGBA
	dark    bool
	on      bool
	hovered bool
	tap     func()
	drag    func(at fyne.Position, ended bool) // at is on the window
	last    fyne.Position
}

func newPad(c color.NRGBA, dark bool, tap func(), drag func(fyne.Position, bool)) *pad {
	p := &pad{color: c, dark: dark, tap: tap, drag: drag}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped implements [fyne.Tappable].
func (p *pad) Tapped(*fyne.PointEvent) { p.tap() }

// Dragged implements [fyne.Draggable].
func (p *pad) Dragged(e *fyne.DragEvent) {
	p.last = e.AbsolutePosition
	p.drag(e.AbsolutePosition, false)
}

// DragEnd implements [fyne.Draggable].
func (p *pad) DragEnd() { p.drag(p.last, true) }

// MouseIn implements [desktop.Hoverable].
func (p *pad) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements [desktop.Hoverable].
func (p *pad) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements [desktop.Hoverable].
func (p *pad) MouseOut() { p.hovered = false; p.Refresh() }

func (p *pad) choose(on bool) {
	if p.on != on {
		p.on = on
		p.Refresh()
	}
}

// CreateRenderer implements [fyne.Widget].
func (p *pad) CreateRenderer() fyne.WidgetRenderer {
	r := &padRenderer{p: p, under: fcanvas.NewRectangle(nil), top: fcanvas.NewRectangle(nil), mark: fcanvas.NewRectangle(nil)}
	r.under.CornerRadius, r.top.CornerRadius, r.mark.CornerRadius = 5, 5, 2
	r.paint()
	return r
}

type padRenderer struct {
	p                *pad
	under, top, mark *fcanvas.Rectangle
}

// padSide is the width and height of the paper of a pad, in screen units.
const padSide = 38

func (r *padRenderer) paint() {
	c, p := r.p.color, look.Colors()
	r.top.FillColor, r.under.FillColor = c, shade(c, 0.86)
	r.top.StrokeColor, r.top.StrokeWidth = shade(c, 0.8), 1
	if r.p.dark {
		r.top.StrokeColor = p.Muted
	}
	r.mark.FillColor, r.mark.Hidden = p.Accent, !r.p.on
}

// shade makes a colour darker.
func shade(c color.NRGBA, f float64) color.NRGBA {
	return color.NRGBA{R: uint8(float64(c.R) * f), G: uint8(float64(c.G) * f), B: uint8(float64(c.B) * f), A: c.A}
}

func (r *padRenderer) Layout(size fyne.Size) {
	x, y := (size.Width-padSide)/2, (size.Height-padSide)/2-1
	if r.p.hovered {
		y -= 3
	}
	r.top.Move(fyne.NewPos(x, y))
	r.top.Resize(fyne.NewSquareSize(padSide))
	r.under.Move(fyne.NewPos(x+2, (size.Height-padSide)/2+3))
	r.under.Resize(fyne.NewSquareSize(padSide))
	r.mark.Move(fyne.NewPos(x+8, size.Height-4))
	r.mark.Resize(fyne.NewSize(padSide-16, 4))
}

func (r *padRenderer) MinSize() fyne.Size { return fyne.NewSize(look.Target, look.Dock-2*look.Gap) }
func (r *padRenderer) Refresh()           { r.paint(); r.Layout(r.p.Size()); r.top.Refresh() }
func (r *padRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.under, r.top, r.mark}
}
func (r *padRenderer) Destroy() {}

// dock is the floating bar at the bottom: the pads and what the hand needs most.
type dock struct {
	card    *look.Card
	pads    map[string]*pad
	buttons map[commandName]*look.Button
}

func newDock(d *desk) *dock {
	k := &dock{pads: map[string]*pad{}, buttons: map[commandName]*look.Button{}}
	var groups []*fyne.Container
	group := func() *fyne.Container {
		row := container.New(layout.NewCustomPaddedHBoxLayout(0))
		if d.w.dockSide() != dockBottom {
			row = container.New(layout.NewGridLayoutWithColumns(2))
		}
		groups = append(groups, row)
		return row
	}
	if !d.o.ReadOnly {
		pads := group()
		for _, c := range append(board.Colors[:len(board.Colors):len(board.Colors)], board.Dark) {
			p := newPad(paper(c), c == board.Dark, func() { d.writeNew(c) }, func(at fyne.Position, ended bool) { d.pullOff(c, at, ended) })
			k.pads[c] = p
			pads.Add(p)
		}
	}
	for _, names := range [][]commandName{{cmdPen, cmdText, cmdPicture, cmdLink, cmdLasso}, {cmdCluster, cmdPlan}, {cmdUndo, cmdRedo}} {
		row := group()
		for _, n := range names {
			if d.o.ReadOnly && d.commands[n].alter {
				continue
			}
			b := look.NewStacked(d.commands[n].icon, d.words.T(d.commands[n].word), func() { d.tapped(n) })
			k.buttons[n] = b
			row.Add(b)
		}
		if len(row.Objects) == 0 {
			groups = groups[:len(groups)-1]
		}
	}
	k.card = look.NewCard(joined(groups, d.w.dockSide() == dockBottom), look.Radius, look.Gap)
	return k
}

// joined puts the groups of the dock beside or below each other, with a line between them.
func joined(groups []*fyne.Container, across bool) *fyne.Container {
	all := container.New(layout.NewCustomPaddedHBoxLayout(0))
	if !across {
		all = container.New(layout.NewCustomPaddedVBoxLayout(2))
	}
	for i, g := range groups {
		if i > 0 && across {
			all.Add(look.Rule())
		} else if i > 0 {
			all.Add(widget.NewSeparator())
		}
		all.Add(g)
	}
	return all
}

// dockOn reports whether a button of the dock is switched on.
func dockOn(n commandName, d *desk) bool {
	switch m := d.surface.hand.Mode; n {
	case cmdPlan:
		return d.panelOpen()
	case cmdPen:
		return m == tool.Draw || m == tool.Erase
	case cmdText:
		return m == tool.Text
	case cmdLink:
		return m == tool.Join
	case cmdLasso:
		return m == tool.Lasso || m == tool.Ring
	}
	return false
}

// update shows what can be done now and what is switched on.
func (k *dock) update(d *desk) {
	for n, b := range k.buttons {
		b.Set(dockOn(n, d), !d.able(n))
	}
	for c, p := range k.pads {
		p.choose(c == d.surface.pad)
	}
}
