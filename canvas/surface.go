package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/gesture"
	"samenbord/canvas/tile"
	"samenbord/canvas/tool"
)

// hooks are what a surface asks of the window around it. All are called on the goroutine of the user interface.
type hooks struct {
	do     func(name string, changes []board.Change) bool // false when nothing was changed
	chosen func()                                         // other things are selected, or the selection moved
	text   func(t board.Text)                             // a loose text is to be written
	name   func() string                                  // what a new cluster is called at first
	write  func(note board.ID)                            // the text of a note is to be edited
	fresh  func(note board.Note)                          // a new note is to be written
	rename func(cluster board.ID)
	leave  func() // the hand went to the board, so what is being written is finished
	typed  func(e *fyne.KeyEvent) bool
	rune   func(r rune)
	short  func(s fyne.Shortcut)
	beat   func()       // a frame begins
	post   func(func()) // has something done on the goroutine of the user interface
}

// surface shows the board of one step and lets hands work on it. What lies still is tiles painted in the background;
// what is in the hand is drawn live above them. There is no widget for a note.
//
// Input changes the view and asks for pictures; [surface.frame] brings the window up to that once a frame.
type surface struct {
	widget.BaseWidget
	hooks  hooks
	hand   tool.Hand
	view   tile.View
	insets tile.Insets
	fixed  bool   // nothing can be changed
	pad    string // colour of the notes made by a double tap

	style    style
	pictures *pictures
	painter  *painter
	seq      int     // of the latest request
	asked    request // the latest
	mosaic   *mosaic
	frames   frames
	pace     pace

	live    live
	contact contact
	views   map[board.ID]tile.View // where each step was left
	whole   bool                   // nobody moved the board since all of it was shown
	placed  bool                   // the view belongs to this step and size
	laid    fyne.Size
	objects []fyne.CanvasObject
	editor  fyne.CanvasObject // above everything; nil when nothing is being written
}

func newSurface(h hooks, p *pictures) *surface {
	s := &surface{
		hooks: h, view: tile.View{Zoom: 1}, pictures: p, painter: newPainter(p), mosaic: newMosaic(),
		views: map[board.ID]tile.View{}, pad: board.Yellow,
	}
	s.contact.rec = gesture.New(time.Now)
	s.hand.Pen = tool.Pen{Color: penColors[0], Width: penWidths[1]}
	s.live.init()
	s.ExtendBaseWidget(s)
	s.frames.begin(s.frame)
	return s
}

// close ends what runs in the background.
func (s *surface) close() {
	s.frames.end()
	s.painter.close()
}

// show puts another board, or the same board as it now stands, on the surface.
func (s *surface) show(b *board.Board) {
	if b == s.hand.Board() {
		return
	}
	other := b.Step.ID != s.hand.Board().Step.ID
	if other {
		s.cancel()
		s.hand.Selection.Clear()
		if s.placed && !s.whole {
			s.views[s.hand.Board().Step.ID] = s.view
		}
		s.placed = false
	}
	s.hand.Show(b)
	s.settle()
	s.ask()
	s.arrange()
	s.hooks.chosen()
}

// settle shows a step where it was left, or all of it, once there is a surface to show it on.
func (s *surface) settle() {
	step := s.hand.Board().Step.ID
	if s.Size().IsZero() || step == "" || s.placed && !s.whole {
		return
	}
	if v, ok := s.views[step]; ok && !s.placed {
		s.view, s.placed, s.whole = v, true, false
		return
	}
	if !s.placed {
		s.view, s.placed, s.whole = s.wholeView(), true, true
	}
}

// size is how large the surface is, in screen units.
func (s *surface) size() tile.Size {
	return tile.Size{W: float64(s.Size().Width), H: float64(s.Size().Height)}
}

// scale is how many device pixels make a screen unit.
func (s *surface) scale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		return float64(c.Scale())
	}
	return 1
}

// restyle paints the board in other colours or words.
func (s *surface) restyle(st style) {
	if st != s.style {
		s.style = st
		s.ask()
		s.arrange()
	}
}

// CreateRenderer implements [fyne.Widget].
func (s *surface) CreateRenderer() fyne.WidgetRenderer { return surfaceRenderer{s} }

type surfaceRenderer struct{ s *surface }

func (r surfaceRenderer) Layout(size fyne.Size) {
	// Fyne lays out again where nothing changed; only another size shows all of a board another way.
	if size == r.s.laid {
		return
	}
	r.s.laid = size
	if r.s.whole {
		r.s.placed = false
	}
	r.s.settle()
	r.s.ask()
	r.s.arrange()
}

func (r surfaceRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, 200) }
func (r surfaceRenderer) Refresh()                     {}
func (r surfaceRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r surfaceRenderer) Destroy()                     {}
