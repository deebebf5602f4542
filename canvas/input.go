package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"samenbord/board"
	"samenbord/canvas/gesture"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// contact is the mouse on the surface, or the finger that plays it.
type contact struct {
	rec    *gesture.Recognizer
	mods   tool.Mods
	middle bool // the middle button is down
	space  bool // the space bar is down
	pans   bool // this drag moves the board
	last   board.Point
	from   board.Point // where the drag began, on the board
	hold   *time.Timer
	press  int // tells the contact of a late timer from the present one
}

// MouseDown implements [desktop.Mouseable].
func (s *surface) MouseDown(e *desktop.MouseEvent) {
	s.hooks.leave()
	s.focus()
	c := &s.contact
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	c.mods = tool.Mods{
		Shift: e.Modifier&fyne.KeyModifierShift != 0,
		Ctrl:  e.Modifier&fyne.KeyModifierShortcutDefault != 0,
	}
	c.middle = e.Button == desktop.MouseButtonTertiary
	s.tune(!c.mods.Ctrl)
	s.hand.Even = c.mods.Shift
	c.press++
	press := c.press
	c.stopHold()
	c.hold = time.AfterFunc(gesture.LongTime, func() { s.hooks.post(func() { s.held(press) }) })
	s.felt(c.rec.Down(point(e.Position)))
}

// MouseUp implements [desktop.Mouseable].
func (s *surface) MouseUp(e *desktop.MouseEvent) {
	s.contact.stopHold()
	if e.Button == desktop.MouseButtonSecondary {
		s.menuAt(point(e.Position))
		return
	}
	s.felt(s.contact.rec.Up(point(e.Position)))
	s.contact.middle = false
}

// Dragged implements [fyne.Draggable].
func (s *surface) Dragged(e *fyne.DragEvent) { s.felt(s.contact.rec.Move(point(e.Position))) }

// DragEnd implements [fyne.Draggable]. The end of a drag is told by MouseUp, with its place; this comes after it, and
// ends a drag whose button was let go where the window could not see it.
func (s *surface) DragEnd() {
	if s.contact.rec.Dragging() {
		s.felt(s.contact.rec.Up(s.contact.last))
	}
}

func (c *contact) stopHold() {
	if c.hold != nil {
		c.hold.Stop()
	}
}

func (s *surface) held(press int) {
	if press == s.contact.press {
		s.felt(s.contact.rec.Hold())
	}
}

// felt does what a gesture means.
func (s *surface) felt(e gesture.Event) {
	c := &s.contact
	at := s.view.Board(e.At)
	switch e.Kind {
	case gesture.Tap:
		if !c.middle && !c.space {
			s.tapped(at)
		}
	case gesture.DoubleTap:
		if !c.middle && !c.space {
			s.doubleTap(at)
		}
	case gesture.LongPress:
		// A long press adds to what is chosen: fingers have no Ctrl key.
		if m := s.hand.Mode; m == tool.Choose || m == tool.Lasso {
			s.hand.Tap(at, tool.Mods{Ctrl: true})
			s.selected()
		}
	case gesture.DragStart:
		s.dragStart(e)
	case gesture.Drag:
		s.drag(e.At)
	case gesture.DragEnd:
		s.drag(e.At)
		s.drop()
	case gesture.DragCancel:
		s.cancel()
	}
}

// textSeen is how large the letters of a new text are seen, in screen units.
const textSeen = 28

// tapped does what a tap means for the hand as it is: a dot of the pen, a text, or a choice.
func (s *surface) tapped(at board.Point) {
	switch s.hand.Mode {
	case tool.Draw, tool.Erase:
		if s.hand.Grab(at, tool.Mods{}) {
			s.hand.Move(at)
			s.drop()
		}
	case tool.Text:
		s.hooks.text(tool.NewText(s.hand.Board(), at, textSeen/s.view.Zoom))
	default:
		s.hand.Tap(at, s.contact.mods)
		s.selected()
	}
}

func (s *surface) doubleTap(at board.Point) {
	b := s.hand.Board()
	if m := s.hand.Mode; m == tool.Draw || m == tool.Erase || m == tool.Text {
		s.tapped(at)
		return
	}
	if id, ok := tool.At(b, at, 0); ok {
		s.hand.Selection.Set(id)
		s.selected()
		s.hooks.write(id)
		return
	}
	if c, ok := tool.HeadingAt(b, at); ok {
		s.hooks.rename(c.ID)
		return
	}
	s.hooks.fresh(tool.NewNote(b, at, s.pad))
}

func (s *surface) dragStart(e gesture.Event) {
	c := &s.contact
	c.stopHold()
	c.from, c.last = s.view.Board(e.From), e.From
	c.pans = c.middle || c.space || s.fixed && !c.mods.Shift || !s.hand.Grab(c.from, c.mods)
	if !c.pans {
		s.raise()
		s.selected()
	}
	s.drag(e.At)
}

func (s *surface) drag(to board.Point) {
	c := &s.contact
	if c.pans {
		s.setView(s.view.Pan(to.Sub(c.last)))
		c.last = to
		return
	}
	c.last = to
	s.hand.Move(s.view.Board(to))
	s.carried(s.hand.Preview().By)
	s.wiped()
	s.hooks.chosen()
}

func (s *surface) drop() {
	if s.contact.pans {
		s.contact.pans = false
		return
	}
	drawn := s.hand.Preview()
	s.hand.Name = s.hooks.name()
	name, changes := s.hand.Drop()
	done := len(changes) > 0 && s.hooks.do(name, changes)
	s.live.gone = nil
	if len(drawn.Stroke) > 0 && done {
		s.drewStroke(drawn)
	}
	s.lowered()
	s.selected()
	if c := s.hand.Selection.Cluster(); c != "" && s.hand.Mode == tool.Ring && done {
		s.hand.Mode = tool.Choose
		s.hooks.rename(c)
	}
}

// cancel ends whatever the contact is doing as if it had never begun.
func (s *surface) cancel() {
	s.contact.stopHold()
	s.contact.rec.Cancel()
	s.contact.pans = false
	if s.hand.Busy() {
		s.hand.Cancel()
		s.live.held = heldImage{round: s.live.held.round + 1}
		s.ask()
		s.arrange()
	}
}

// holdNote puts a note that comes off a pad into the hand at a place on the surface.
func (s *surface) holdNote(color string, at board.Point) {
	s.contact.from = s.view.Board(at)
	n := tool.NewNote(s.hand.Board(), s.contact.from, color)
	s.hand.Hold(n, s.contact.from)
	s.raise()
	s.drag(at)
}

func (s *surface) selected() {
	s.arrange()
	s.hooks.chosen()
}

// menuAt chooses what lies under a place, for the bar with what can be done with it.
func (s *surface) menuAt(at board.Point) {
	p := s.view.Board(at)
	if id, ok := tool.At(s.hand.Board(), p, 0); ok && s.hand.Selection.Has(id) {
		return
	}
	s.hand.Tap(p, tool.Mods{})
	s.selected()
}

// wheelZoom is by how much one unit of the wheel zooms; a notch is 25 units.
const wheelZoom = 1.005

// Scrolled implements [fyne.Scrollable]: the wheel moves the board, with Ctrl it zooms about the pointer. Two fingers on
// a touch pad of Windows arrive as the same.
func (s *surface) Scrolled(e *fyne.ScrollEvent) {
	if mods := look.Modifiers(); mods&fyne.KeyModifierShortcutDefault != 0 {
		f := 1.0
		for range int(max(e.Scrolled.DY, -e.Scrolled.DY)) {
			f *= wheelZoom
		}
		if e.Scrolled.DY < 0 {
			f = 1 / f
		}
		s.setView(s.view.ZoomAbout(point(e.Position), f))
		return
	} else if mods&fyne.KeyModifierShift != 0 && e.Scrolled.DX == 0 {
		e.Scrolled.DX, e.Scrolled.DY = e.Scrolled.DY, 0
	}
	const step = 3
	s.setView(s.view.Pan(board.Point{X: float64(e.Scrolled.DX) * step, Y: float64(e.Scrolled.DY) * step}))
}

func (s *surface) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.Focused() != fyne.Focusable(s) {
		c.Focus(s)
	}
}

// FocusGained implements [fyne.Focusable].
func (s *surface) FocusGained() {}

// FocusLost implements [fyne.Focusable].
func (s *surface) FocusLost() { s.contact.space = false }

// AcceptsTab implements [fyne.Tabbable]: Tab goes from note to note.
func (s *surface) AcceptsTab() bool { return len(s.hand.Board().Notes) > 0 }

// TypedRune implements [fyne.Focusable].
func (s *surface) TypedRune(r rune) { s.hooks.rune(r) }

// TypedKey implements [fyne.Focusable].
func (s *surface) TypedKey(e *fyne.KeyEvent) { s.hooks.typed(e) }

// TypedShortcut implements [fyne.Shortcutable].
func (s *surface) TypedShortcut(sc fyne.Shortcut) { s.hooks.short(sc) }

// KeyDown implements [desktop.Keyable]: with the space bar down a drag moves the board.
func (s *surface) KeyDown(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		s.contact.space = true
	}
}

// KeyUp implements [desktop.Keyable].
func (s *surface) KeyUp(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		s.contact.space = false
	}
}
