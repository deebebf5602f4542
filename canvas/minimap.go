package canvas

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tile"
)

// How large the minimap is at most, in screen units.
const (
	mapWide = 216
	mapHigh = 144
)

// minimap shows where on the board people are, while the board does not fit the window. A tap or a drag on it goes there.
type minimap struct {
	widget.BaseWidget
	move   func(to board.Point, tapped bool)
	board  *board.Board // as it was last drawn
	known  *board.Board // of which whole is the box around everything
	whole  board.Rect
	style  style
	bounds board.Rect
	scale  float64 // screen units per board unit
	img    *fcanvas.Image
	view   *fcanvas.Rectangle
	back   *fcanvas.Rectangle
}

func newMinimap(move func(to board.Point, tapped bool)) *minimap {
	m := &minimap{
		move: move, img: &fcanvas.Image{ScaleMode: fcanvas.ImageScaleFastest}, view: fcanvas.NewRectangle(color.Transparent),
		back: fcanvas.NewRectangle(color.Transparent),
	}
	m.ExtendBaseWidget(m)
	m.Hide()
	return m
}

// update shows the board as it stands with what the window shows of it, or nothing where all of it is seen. It reports
// whether the map came, went or changed its size.
func (m *minimap) update(b *board.Board, st style, seen board.Rect) bool {
	if b != m.known { // looking at every note in every frame would be felt
		m.known, m.whole = b, b.Used().Bounds()
	}
	bounds := m.whole
	show := !bounds.Empty() && !seen.Grow(1).Holds(bounds)
	changed := show != m.Visible()
	if !show {
		m.Hide()
		return changed
	}
	if b != m.board || st != m.style {
		before := m.Size()
		m.draw(b, st, bounds)
		changed = changed || before != m.Size()
	}
	m.Show()
	m.frame(seen)
	return changed
}

// draw paints the map anew. A note is a spot of its colour.
func (m *minimap) draw(b *board.Board, st style, bounds board.Rect) {
	m.board, m.style, m.bounds = b, st, bounds.Grow(max(bounds.W, bounds.H)*0.02)
	m.scale = min(mapWide/m.bounds.W, mapHigh/m.bounds.H)
	p := st.palette()
	const fine = 2 // pixels for a unit, for sharp screens
	img := image.NewRGBA(image.Rect(0, 0, max(int(m.bounds.W*m.scale*fine), 1), max(int(m.bounds.H*m.scale*fine), 1)))
	spot := func(r board.Rect, c color.NRGBA) {
		x, y := (r.X-m.bounds.X)*m.scale*fine, (r.Y-m.bounds.Y)*m.scale*fine
		at := image.Rect(int(x), int(y), int(x+max(r.W*m.scale*fine, 1.5)), int(y+max(r.H*m.scale*fine, 1.5)))
		draw.Draw(img, at, image.NewUniform(c), image.Point{}, draw.Over)
	}
	spot(m.bounds, p.Board)
	for _, s := range b.Sections {
		spot(s.Rect, p.Area)
	}
	for _, c := range b.Clusters {
		spot(b.Frame(c), p.Rim)
	}
	for _, i := range b.Images {
		spot(i.Rect, p.Muted)
	}
	for _, n := range b.Notes {
		spot(n.Rect, st.paper(n).Fill)
	}
	m.img.Image = img
	m.Resize(fyne.NewSize(float32(m.bounds.W*m.scale), float32(m.bounds.H*m.scale)))
	m.img.Resize(m.Size())
	m.img.Refresh()
	c := look.Colors()
	m.back.StrokeColor, m.back.StrokeWidth, m.back.CornerRadius = c.Line, 2, 4
	m.back.Resize(m.Size())
}

// frame shows what the window shows.
func (m *minimap) frame(seen board.Rect) {
	r := cut(seen, m.bounds)
	c := look.Colors()
	m.view.StrokeColor, m.view.StrokeWidth, m.view.FillColor, m.view.CornerRadius = c.Accent, 2, faint(c.Accent, 0x20), 2
	m.view.Move(fyne.NewPos(float32((r.X-m.bounds.X)*m.scale), float32((r.Y-m.bounds.Y)*m.scale)))
	m.view.Resize(fyne.NewSize(max(float32(r.W*m.scale), 6), max(float32(r.H*m.scale), 6)))
}

// at is the place on the board under a place on the map.
func (m *minimap) at(p fyne.Position) board.Point {
	return m.bounds.Min().Add(board.Point{X: float64(p.X) / m.scale, Y: float64(p.Y) / m.scale})
}

// Tapped implements [fyne.Tappable].
func (m *minimap) Tapped(e *fyne.PointEvent) { m.move(m.at(e.Position), true) }

// Dragged implements [fyne.Draggable].
func (m *minimap) Dragged(e *fyne.DragEvent) { m.move(m.at(e.Position), false) }

// DragEnd implements [fyne.Draggable].
func (m *minimap) DragEnd() {}

// MouseDown implements [desktop.Mouseable], so that a press on the map is none on the board.
func (m *minimap) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements [desktop.Mouseable].
func (m *minimap) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer implements [fyne.Widget].
func (m *minimap) CreateRenderer() fyne.WidgetRenderer { return minimapRenderer{m} }

type minimapRenderer struct{ m *minimap }

func (r minimapRenderer) Layout(fyne.Size)   {}
func (r minimapRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r minimapRenderer) Refresh()           {}
func (r minimapRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.img, r.m.view, r.m.back}
}
func (r minimapRenderer) Destroy() {}

// mapMoved goes to where a hand points on the map.
func (d *desk) mapMoved(to board.Point, tapped bool) {
	s := d.surface
	v := s.view
	size := s.size()
	middle := board.Point{X: (size.W - s.insets.Right) / 2, Y: (size.H + s.insets.Top - s.insets.Bottom) / 2}
	goal := tile.View{Zoom: v.Zoom, At: to.Sub(middle.Scale(1 / v.Zoom))}
	if tapped {
		d.jump()
		s.glide(goal)
		return
	}
	s.setView(goal)
}
