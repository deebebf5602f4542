package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// Probe is how a measurement moves a board as hands do and sees each frame. All of it is called on the goroutine of the
// user interface, within the function given to [Probe.Watch].
type Probe struct{ w *window }

// Watch has f called at the beginning of each frame of the window.
func (p *Probe) Watch(f func()) { p.w.watch = f }

// Calm reports whether the board is shown as it stands, as sharp as it gets.
func (p *Probe) Calm() bool { return p.w.desk != nil && p.w.desk.surface.calm() }

// Objects is how many things of the board the window draws.
func (p *Probe) Objects() int {
	n := 0
	for _, o := range p.w.desk.surface.objects {
		if o.Visible() {
			n++
		}
	}
	return n
}

// Resize makes the window so large, in screen units.
func (p *Probe) Resize(w, h float32) { p.w.win.Resize(fyne.NewSize(w, h)) }

// Size is the size of the window, in screen units.
func (p *Probe) Size() fyne.Size { return p.w.win.Canvas().Size() }

// View is what is shown of the board.
func (p *Probe) View() tile.View { return p.w.desk.surface.view }

// Whole is the view that shows all of the board.
func (p *Probe) Whole() tile.View { return p.w.desk.surface.wholeView() }

// Look shows another part of the board, as a hand that pans or zooms.
func (p *Probe) Look(v tile.View) { p.w.desk.surface.setView(v) }

// Board is the board that is shown.
func (p *Probe) Board() *board.Board { return p.w.desk.surface.hand.Board() }

// Choose chooses notes.
func (p *Probe) Choose(notes ...board.ID) {
	p.w.desk.surface.hand.Selection.Set(notes...)
	p.w.desk.surface.selected()
}

// Press puts the button of the mouse down at a place on the board.
func (p *Probe) Press(at board.Point) {
	p.w.desk.surface.MouseDown(&desktop.MouseEvent{PointEvent: p.at(at), Button: desktop.MouseButtonPrimary})
}

// Drag moves the pressed mouse to a place on the board.
func (p *Probe) Drag(to board.Point) {
	p.w.desk.surface.Dragged(&fyne.DragEvent{PointEvent: p.at(to)})
}

// Release lets the button go at a place on the board.
func (p *Probe) Release(at board.Point) {
	p.w.desk.surface.MouseUp(&desktop.MouseEvent{PointEvent: p.at(at), Button: desktop.MouseButtonPrimary})
}

func (p *Probe) at(b board.Point) fyne.PointEvent {
	return fyne.PointEvent{Position: position(p.View().Screen(b))}
}

// Raster paints the tiles that are looked at once more, and returns how long a million pixels took.
func (p *Probe) Raster() time.Duration {
	s := p.w.desk.surface
	var l layouts
	laid := l.of(s.hand.Board(), s.style)
	keys := tile.Cover(s.view.Shown(s.size()), s.asked.scale)
	start := time.Now()
	for _, k := range keys {
		s.style.tile(laid.scene, k, s.pictures, nil)
	}
	return time.Since(start) * 1_000_000 / time.Duration(len(keys)*tile.Side*tile.Side)
}

// Quit closes the window.
func (p *Probe) Quit() { p.w.closing() }
