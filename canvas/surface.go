package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
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
	write  func(note board.ID)                            // the text of a note is to be edited
	fresh  func(note board.Note)                          // a new note is to be written
	rename func(cluster board.ID)
	leave  func() // the hand went to the board, so what is being written is finished
	typed  func(e *fyne.KeyEvent) bool
	rune   func(r rune)
	short  func(s fyne.Shortcut)
	post   func(func()) // has something done on the goroutine of the user interface
}

// surface shows the board of one step and lets hands work on it. What lies still is tiles painted in the background;
// what is in the hand is drawn live above them. There is no widget for a note.
//
// Refresh must not be called for every change: it would upload all tiles again. Moving an object is enough to have the
// window painted.
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
	seq      int
	shown    picture // zero before the first
	tiles    map[tile.Key]*tileImage
	rest     *time.Timer // until a changed zoom is painted sharp

	live    live
	contact contact
	travel  *fyne.Animation
	views   map[board.ID]tile.View // where each step was left
	whole   bool                   // nobody moved the board since all of it was shown
	placed  bool                   // the view belongs to this step and size
	laid    fyne.Size
	objects []fyne.CanvasObject
	editor  fyne.CanvasObject // above everything; nil when nothing is being written
}

// tileImage is a tile on the screen.
type tileImage struct {
	sum tile.Sum
	img *fcanvas.Image
}

// zoomRest is how long a zoom must have stood still before it is painted sharp.
const zoomRest = 120 * time.Millisecond

func newSurface(h hooks, p *pictures) *surface {
	s := &surface{
		hooks: h, view: tile.View{Zoom: 1}, pictures: p, tiles: map[tile.Key]*tileImage{},
		views: map[board.ID]tile.View{}, pad: board.Yellow,
	}
	s.contact.rec = gesture.New(time.Now)
	s.live.init()
	s.painter = newPainter(p, func(p picture) { h.post(func() { s.take(p) }) })
	s.ExtendBaseWidget(s)
	return s
}

// close ends what runs in the background.
func (s *surface) close() {
	if s.rest != nil {
		s.rest.Stop()
	}
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

// margin is what is painted beyond the edges, so that the first part of a pan shows no bare paper.
const margin = tile.Side / 2

// ask has the board painted as it is now shown.
func (s *surface) ask() {
	if s.Size().IsZero() || s.hand.Board().Step.ID == "" {
		return
	}
	s.seq++
	scale := s.scale() * s.view.Zoom
	s.painter.ask(request{
		seq: s.seq, board: s.hand.Board(), hidden: s.live.hidden(), style: s.style, scale: scale,
		area: s.view.Shown(s.size()).Grow(margin / scale),
	})
}

// take puts a painted board on the screen.
func (s *surface) take(p picture) {
	if p.board.Step.ID != s.hand.Board().Step.ID {
		return
	}
	s.shown = p
	next := make(map[tile.Key]*tileImage, len(p.tiles))
	for k, t := range p.tiles {
		if old := s.tiles[k]; old != nil && old.sum == t.sum {
			next[k] = old
			continue
		}
		next[k] = &tileImage{t.sum, &fcanvas.Image{Image: t.img, ScaleMode: fcanvas.ImageScaleFastest}}
	}
	s.tiles = next
	if s.live.settled(p.seq) {
		s.hooks.chosen()
	}
	s.arrange()
}

// setView shows another part of the board, as a hand wants it.
func (s *surface) setView(v tile.View) {
	s.halt()
	s.whole = false
	s.look(v)
}

// halt ends a journey where it is.
func (s *surface) halt() {
	if s.travel != nil {
		s.travel.Stop()
		s.travel = nil
	}
}

func (s *surface) look(v tile.View) {
	zoomed := v.Zoom != s.view.Zoom
	s.view = v
	switch {
	case zoomed:
		s.askAtRest()
	case s.stale():
		s.ask()
	}
	s.arrange()
	s.hooks.chosen()
}

// stale reports whether a pan comes near the edge of what is painted.
func (s *surface) stale() bool {
	scale := s.scale() * s.view.Zoom
	return scale != s.shown.scale || !s.shown.area.Holds(s.view.Shown(s.size()).Grow(margin/2/scale))
}

func (s *surface) askAtRest() {
	if s.rest != nil {
		s.rest.Stop()
	}
	s.rest = time.AfterFunc(zoomRest, func() { s.hooks.post(s.ask) })
}

// glide goes to another view in a moment, or at once where people want no motion.
func (s *surface) glide(to tile.View) {
	s.halt()
	s.whole = false
	if !fyne.CurrentApp().Settings().ShowAnimations() || s.shown.seq == 0 {
		s.look(to)
		return
	}
	from := s.view
	s.travel = &fyne.Animation{Duration: 170 * time.Millisecond, Curve: fyne.AnimationEaseOut, Tick: func(t float32) {
		if t >= 1 {
			s.look(to)
			return
		}
		s.look(from.Between(to, float64(t), s.size()))
	}}
	s.travel.Start()
}

// fit shows all of the board that is in use.
func (s *surface) fit() {
	s.glide(s.wholeView())
	s.whole = true
}

func (s *surface) wholeView() tile.View {
	r := s.hand.Board().Used().Bounds()
	if r.Empty() {
		r = board.Rect{X: -600, Y: -400, W: 1200, H: 800}
	}
	return tile.Fit(r.Grow(40), s.size(), s.insets, 1)
}

// reveal shows a place on the board, moving no more than needed.
func (s *surface) reveal(r board.Rect) {
	in := s.insets
	in.Left, in.Top, in.Right = in.Left+24, in.Top+24, in.Right+24
	if v := s.view.Reveal(r, s.size(), in); v != s.view {
		s.glide(v)
	}
}

// arrange puts everything where the view wants it.
func (s *surface) arrange() {
	scale := s.scale()
	s.objects = append(s.objects[:0:0], s.live.sentinel)
	zoom := s.view.Zoom * scale
	origin := board.Point{X: math.Round(s.view.At.X * zoom), Y: math.Round(s.view.At.Y * zoom)}
	edge := func(v float64, o float64) float32 { return float32((math.Round(v*zoom) - o) / scale) }
	for _, k := range tile.Cover(s.view.Shown(s.size()), s.shown.scale) {
		t := s.tiles[k]
		if t == nil {
			continue
		}
		r := k.Rect()
		x0, y0, x1, y1 := edge(r.X, origin.X), edge(r.Y, origin.Y), edge(r.X+r.W, origin.X), edge(r.Y+r.H, origin.Y)
		put(t.img, fyne.NewPos(x0, y0), fyne.NewSize(x1-x0, y1-y0))
		s.objects = append(s.objects, t.img)
	}
	s.objects = append(s.objects, s.live.arrange(s)...)
	if s.editor != nil {
		s.objects = append(s.objects, s.editor)
	}
	fcanvas.Refresh(s.live.sentinel)
}

// put moves and resizes an image without uploading its pixels again. Image.Resize would; a copy belongs to no window,
// so its Resize only sets the size, and the texture is kept by the address of the image.
func put(img *fcanvas.Image, at fyne.Position, size fyne.Size) {
	if img.Size() != size {
		c := *img
		c.Resize(size)
		*img = c
	}
	if img.Position() != at {
		img.Move(at)
	}
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

// zoom comes nearer by a factor, about what is chosen or else the middle of what is seen.
func (s *surface) zoom(f float64) {
	about := board.Point{X: s.size().W / 2, Y: s.size().H / 2}
	if boxes := s.chosenBoxes(s.hand.Preview()); len(boxes) > 0 {
		about = s.view.Screen(around(boxes).Center())
	}
	s.glide(s.view.ZoomAbout(about, f))
}

// come shows a place on the board near enough to read, in the middle of what is free.
func (s *surface) come(r board.Rect) {
	const readable = 0.7
	s.glide(tile.Fit(r, s.size(), s.insets, max(s.view.Zoom, readable)))
}

// middle is the place on the board in the middle of what is free to see.
func (s *surface) middle() board.Point {
	in := s.view.Shown(s.size())
	in.W -= s.insets.Right / s.view.Zoom
	in.H -= s.insets.Bottom / s.view.Zoom
	return in.Center()
}
