package canvas

import (
	"fyne.io/fyne/v2"

	"samenbord/canvas/look"
	"samenbord/canvas/tile"
)

// MinSize implements [fyne.Layout].
func (d *desk) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(960, 540) }

// Layout implements [fyne.Layout].
func (d *desk) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	d.top.object.Resize(fyne.NewSize(size.Width, look.TopBar))
	d.surface.insets = tile.Insets{Top: 8 + float64(d.task.high())}
	r := room{left: 0, right: size.Width, bottom: size.Height - look.Margin}
	if side := d.side(); side != nil {
		const edge = 12
		side.Resize(fyne.NewSize(look.SidePanel, size.Height-look.TopBar-2*edge))
		side.Move(fyne.NewPos(size.Width-look.SidePanel-edge, look.TopBar+edge))
		r.right -= look.SidePanel + edge
		d.surface.insets.Right = look.SidePanel + edge
	}
	if d.w.dockSide() == dockBottom {
		r = d.placeBelow(r)
	} else {
		r = d.placeBeside(r, size)
	}
	// Only now is it known what of the board is covered, and so where all of it fits.
	d.surface.Move(fyne.NewPos(0, look.TopBar))
	d.surface.Resize(fyne.NewSize(size.Width, size.Height-look.TopBar))
	r.stack(d.kit.card())
	r.stack(d.strip.box)
	r.stack(d.hint.card)
	task := d.task.card.MinSize()
	place(d.task.card, fyne.NewPos(max(r.middle(task.Width), look.Gap), look.TopBar+look.Gap), task)
	d.bar.update(d)
}

// room is what is free for what floats in the middle of the window, above the bottom.
type room struct{ left, right, bottom float32 }

// middle is where something of a width begins that stands in the middle.
func (r *room) middle(width float32) float32 {
	return max(r.left+(r.right-r.left-width)/2, r.left+look.Gap)
}

// stack puts a card at the bottom of the room, if it is shown, and takes that off the room.
func (r *room) stack(card fyne.CanvasObject) {
	if c, ok := card.(*look.Card); card == nil || ok && c == nil {
		return
	}
	m := card.MinSize()
	place(card, fyne.NewPos(r.middle(m.Width), r.bottom-m.Height), m)
	if card.Visible() && m.Height > 0 {
		r.bottom -= m.Height + look.Gap
	}
}

// placeBelow puts the dock at the bottom, and the zoom beside or above it.
func (d *desk) placeBelow(r room) room {
	d.surface.insets.Bottom = look.Dock + 2*look.Margin
	zoom, dock := d.zooms.card.MinSize(), d.dock.card.MinSize()
	x := (r.right - dock.Width) / 2
	zoomAt := fyne.NewPos(r.right-zoom.Width-look.Margin, r.bottom-zoom.Height)
	beside := r.right-zoom.Width-2*look.Margin >= dock.Width+look.Margin
	if beside {
		x = min(x, zoomAt.X-look.Margin-dock.Width)
	} else {
		zoomAt.Y -= dock.Height + look.Margin
	}
	place(d.dock.card, fyne.NewPos(max(x, look.Gap), r.bottom-dock.Height), dock)
	d.placeZoom(zoomAt, zoom)
	r.bottom -= dock.Height + look.Gap
	if !beside {
		r.right = zoomAt.X
	}
	return r
}

// placeBeside puts the dock at the left or the right of the board, where the hands of a person at the wall are.
func (d *desk) placeBeside(r room, size fyne.Size) room {
	zoom, dock := d.zooms.card.MinSize(), d.dock.card.MinSize()
	y := max(look.TopBar+(size.Height-look.TopBar-dock.Height)/2, look.TopBar+look.Gap)
	taken := dock.Width + 2*look.Margin
	d.surface.insets.Bottom = look.Margin
	if d.w.dockSide() == dockLeft {
		place(d.dock.card, fyne.NewPos(look.Margin, y), dock)
		d.surface.insets.Left = float64(taken)
		r.left = taken
	} else {
		place(d.dock.card, fyne.NewPos(r.right-dock.Width-look.Margin, y), dock)
		d.surface.insets.Right += float64(taken)
		r.right -= taken
	}
	d.placeZoom(fyne.NewPos(r.right-zoom.Width-look.Margin, r.bottom-zoom.Height), zoom)
	r.right -= zoom.Width + look.Margin
	return r
}

// placeZoom puts the zoom in its place, and the map above it.
func (d *desk) placeZoom(at fyne.Position, size fyne.Size) {
	place(d.zooms.card, at, size)
	if d.minimap.Visible() {
		m := d.minimap.Size()
		d.minimap.Move(fyne.NewPos(at.X+size.Width-m.Width, at.Y-look.Gap-m.Height))
	}
}

func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}
