package canvas

import (
	"time"

	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// journey is a view on its way to another.
type journey struct {
	from, to tile.View
	start    time.Time
}

// journeyTime is how long it takes to go from one view to another.
const journeyTime = 170 * time.Millisecond

// setView shows another part of the board, as a hand wants it.
func (s *surface) setView(v tile.View) {
	s.halt()
	s.whole = false
	s.look(v)
}

// halt ends a journey where it is.
func (s *surface) halt() { s.pace.journey = nil }

func (s *surface) look(v tile.View) {
	if v == s.view {
		return
	}
	if v.Zoom != s.view.Zoom {
		s.pace.zoomed = time.Now()
	}
	s.view = v
	s.pace.moved = true
}

// glide goes to another view in a moment, or at once where people want no motion. What is to be seen there is painted on
// the way.
func (s *surface) glide(to tile.View) {
	s.halt()
	s.whole = false
	if !fyne.CurrentApp().Settings().ShowAnimations() || s.mosaic.shown.scale == 0 {
		s.look(to)
		return
	}
	s.pace.journey = &journey{s.view, to, time.Now()}
	s.askFor(to)
}

// travel goes on with a journey.
func (s *surface) travel(now time.Time) {
	j := s.pace.journey
	if j == nil {
		return
	}
	t := float64(now.Sub(j.start)) / float64(journeyTime)
	if t >= 1 {
		s.halt()
		s.look(j.to)
		return
	}
	s.look(j.from.Between(j.to, float64(fyne.AnimationEaseOut(float32(t))), s.size()))
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

// zoom comes nearer by a factor, about what is chosen or else the middle of what is seen.
func (s *surface) zoom(f float64) {
	about := board.Point{X: s.size().W / 2, Y: s.size().H / 2}
	if boxes := s.chosenBoxes(s.hand.Preview()); len(boxes) > 0 {
		about = s.view.Screen(around(boxes).Center())
	}
	s.glide(s.goal().ZoomAbout(about, f))
}

// goal is the view that a journey leads to, or the one that is shown.
func (s *surface) goal() tile.View {
	if s.pace.journey != nil {
		return s.pace.journey.to
	}
	return s.view
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
