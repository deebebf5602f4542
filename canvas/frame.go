package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// frames calls a function before each frame of the window, whether or not anything is drawn then.
type frames struct{ beat *fyne.Animation }

func (f *frames) begin(frame func()) {
	f.beat = &fyne.Animation{
		Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		Tick: func(float32) { frame() },
	}
	f.beat.Start()
}

func (f *frames) end() { f.beat.Stop() }

// pace is what happens from frame to frame.
type pace struct {
	moved   bool      // the view is another than the one last arranged
	stirred bool      // something else is to be arranged
	zoomed  time.Time // when the zoom last changed; zero once it was painted sharp
	journey *journey  // nil while the view stands or is in a hand
	alive   time.Time // when Fyne was last told that the tiles are in use
}

// How a zoom becomes sharp: once it rested for a while, and meanwhile where it went so far that what is shown is too
// coarse, or finer than anybody can see.
const (
	zoomRest = 40 * time.Millisecond
	zoomFar  = 1.41
)

// aliveEvery is how often Fyne is told that the tiles are in use: well within the minute after which it forgets them.
const aliveEvery = 10 * time.Second

// margin is what is painted beyond the edges, in device pixels, so that a pan shows no bare paper.
const margin = tile.Side / 2

// frame brings the window up to what happened since the frame before: input moves the view any number of times, the
// images of the window once.
func (s *surface) frame() {
	s.hooks.beat()
	if s.Size().IsZero() || s.hand.Board().Step.ID == "" {
		return
	}
	now := time.Now()
	s.mosaic.landed()
	s.travel(now)
	s.follow(now)
	view := s.view.Shown(s.size())
	news := s.mosaic.receive(s.painter.take())
	news = s.mosaic.upload(view) || news
	if s.mosaic.swap(view) {
		news, s.pace.moved = true, true
	}
	if s.live.settled(s.mosaic.seq(view)) {
		s.pace.moved = true
	}
	if now.Sub(s.pace.alive) > aliveEvery {
		s.pace.alive = now
		s.mosaic.keepAlive()
	}
	if moved := s.pace.moved; moved || news || s.pace.stirred {
		s.pace.moved, s.pace.stirred = false, false
		s.put()
		if moved {
			s.hooks.chosen()
		}
	}
}

// follow has painted what a moved view shows.
func (s *surface) follow(now time.Time) {
	if s.pace.journey != nil {
		return // what it leads to is being painted
	}
	scale := s.scale() * s.view.Zoom
	switch {
	case scale == s.asked.scale:
		s.pace.zoomed = time.Time{}
		if s.pace.moved && s.stale() {
			s.ask()
		}
	case s.pace.zoomed.IsZero():
		s.pace.zoomed = now
	case now.Sub(s.pace.zoomed) >= zoomRest:
		s.ask()
	case !s.mosaic.busy() && far(scale, s.asked.scale):
		zoomed := s.pace.zoomed
		s.ask()
		s.pace.zoomed = zoomed
	}
}

func far(a, b float64) bool { return a > zoomFar*b || b > zoomFar*a }

// stale reports whether a pan comes near the edge of what is painted.
func (s *surface) stale() bool {
	return !s.asked.near.Holds(s.view.Shown(s.size()).Grow(margin / 2 / s.asked.scale))
}

// ask has the board painted as it is now shown.
func (s *surface) ask() { s.askFor(s.view) }

// askFor has the board painted as a view shows it.
func (s *surface) askFor(v tile.View) {
	if s.Size().IsZero() || s.hand.Board().Step.ID == "" {
		return
	}
	s.seq++
	scale := s.scale() * v.Zoom
	seen := v.Shown(s.size())
	s.asked = request{
		seq: s.seq, board: s.hand.Board(), hidden: s.live.hidden(), style: s.style, scale: scale,
		seen: seen, near: seen.Grow(margin / scale), keep: s.keep(),
	}
	s.pace.zoomed = time.Time{}
	s.painter.ask(s.asked)
}

// keep is how many painted tiles are worth keeping: a screen full with what lies around it, and the board from afar.
// Painting a tile anew takes less than the memory of many is worth.
func (s *surface) keep() int {
	across := math.Ceil(s.size().W*s.scale()/tile.Side) + 2
	down := math.Ceil(s.size().H*s.scale()/tile.Side) + 2
	return int(across*down) + 16
}

// arrange has everything put in its place with the next frame.
func (s *surface) arrange() { s.pace.stirred = true }

// put puts everything where the view wants it.
func (s *surface) put() {
	s.mosaic.arrange(s.view.Shown(s.size()), s.lens())
	s.objects = append(s.objects[:0:0], s.live.sentinel)
	s.objects = s.mosaic.objects(s.objects)
	s.objects = append(s.objects, s.live.arrange(s)...)
	if s.editor != nil {
		s.objects = append(s.objects, s.editor)
	}
	fcanvas.Refresh(s.live.sentinel)
}

// lens is where tiles are seen now.
func (s *surface) lens() lens {
	scale := s.scale()
	zoom := s.view.Zoom * scale
	origin := board.Point{X: math.Round(s.view.At.X * zoom), Y: math.Round(s.view.At.Y * zoom)}
	edge := func(v, o float64) float32 { return float32((math.Round(v*zoom) - o) / scale) }
	return func(k tile.Key) (fyne.Position, fyne.Size) {
		r := k.Rect()
		x0, y0, x1, y1 := edge(r.X, origin.X), edge(r.Y, origin.Y), edge(r.X+r.W, origin.X), edge(r.Y+r.H, origin.Y)
		return fyne.NewPos(x0, y0), fyne.NewSize(x1-x0, y1-y0)
	}
}

// calm reports whether the screen shows the board as it stands, as sharp as it gets.
func (s *surface) calm() bool {
	view := s.view.Shown(s.size())
	return s.pace.journey == nil && !s.pace.moved && !s.pace.stirred && s.live.held.seq == 0 &&
		s.mosaic.sharp(view, s.scale()*s.view.Zoom) && s.mosaic.seq(view) == s.seq
}
