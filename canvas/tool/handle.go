package tool

import (
	"math"

	"samenbord/board"
)

// Handle is a place at which what is chosen can be taken to make it larger or smaller, or to turn it.
type Handle struct {
	At   board.Point
	Turn bool // turns; else it is a corner
}

// turnAway is how far above what is chosen the handle for turning stands, in times the reach of a hand.
const turnAway = 2.2

// Handles are those of what is chosen: its four corners and one above for turning. Nothing that can be moved has none.
// They stand so far from what is chosen as the hand reaches.
func (h *Hand) Handles() []Handle {
	r := around(loose(h.Board(), h.Selection.All()))
	if r.Empty() || h.Reach == 0 || h.Mode != Choose {
		return nil
	}
	g := r.Grow(h.Reach / 2)
	return []Handle{
		{At: g.Min()},
		{At: board.Point{X: g.X + g.W, Y: g.Y}},
		{At: g.Max()},
		{At: board.Point{X: g.X, Y: g.Y + g.H}},
		{At: board.Point{X: g.Center().X, Y: g.Y - turnAway*h.Reach}, Turn: true},
	}
}

// handleAt is the handle within reach of p.
func (h *Hand) handleAt(p board.Point) (int, Handle, bool) {
	for i, k := range h.Handles() {
		if k.At.Distance(p) <= h.Reach*0.8 {
			return i, k, true
		}
	}
	return 0, Handle{}, false
}

// stretch makes what is chosen larger or smaller, by a corner, while the opposite corner stays.
type stretch struct {
	all    []piece
	box    board.Rect
	corner int
	from   board.Point
	fx, fy float64
}

func beginStretch(h *Hand, corner int, p board.Point) *stretch {
	all := loose(h.Board(), h.Selection.All())
	return &stretch{all: all, box: around(all), corner: corner, from: p, fx: 1, fy: 1}
}

// fixed is the corner that stays.
func (s *stretch) fixed() board.Point {
	lo, hi := s.box.Min(), s.box.Max()
	return []board.Point{hi, {X: lo.X, Y: hi.Y}, lo, {X: hi.X, Y: lo.Y}}[s.corner]
}

// free reports whether width and height can change apart: for one upright note or text.
func (s *stretch) free() bool {
	p := s.all[0]
	return len(s.all) == 1 && p.turn == 0 && (p.kind == board.KindNote || p.kind == board.KindText)
}

func (s *stretch) move(h *Hand, to board.Point) {
	d := to.Sub(s.from)
	if s.corner == 0 || s.corner == 3 {
		d.X = -d.X
	}
	if s.corner == 0 || s.corner == 1 {
		d.Y = -d.Y
	}
	s.fx, s.fy = (s.box.W+d.X)/s.box.W, (s.box.H+d.Y)/s.box.H
	if !s.free() || h.Even {
		f := max(s.fx, s.fy)
		s.fx, s.fy = f, f
	}
	least, most := 0.0, math.Inf(1)
	for _, p := range s.all {
		if p.kind != board.KindInk {
			least = max(least, leastSide/max(min(p.rect.W, p.rect.H), 1))
		}
		most = min(most, mostSide/max(p.rect.W, p.rect.H, 1))
	}
	least = min(least, 1)
	if s.free() && !h.Even {
		s.fx = max(min(s.fx, mostSide/s.box.W), min(leastSide/s.box.W, 1))
		s.fy = max(min(s.fy, mostSide/s.box.H), min(leastSide/s.box.H, 1))
		return
	}
	s.fx = max(min(s.fx, max(most, 1)), least, 0.05)
	s.fy = s.fx
}

// placed is where a piece lies with the corner where the hand is.
func (s *stretch) placed(p piece) board.Rect {
	o := s.fixed()
	if s.free() {
		x, y := o.X+(p.rect.X-o.X)*s.fx, o.Y+(p.rect.Y-o.Y)*s.fy
		return board.Rect{X: math.Round(x), Y: math.Round(y), W: math.Round(p.rect.W * s.fx), H: math.Round(p.rect.H * s.fy)}
	}
	c := p.rect.Center().Sub(o)
	w, h := p.rect.W*s.fx, p.rect.H*s.fy
	return board.Rect{X: o.X + c.X*s.fx - w/2, Y: o.Y + c.Y*s.fy - h/2, W: w, H: h}
}

func (s *stretch) preview(*board.Board) Preview {
	var out Preview
	for _, p := range s.all {
		out.Outlines = append(out.Outlines, corners(s.placed(p), p.turn))
	}
	return out
}

func (s *stretch) drop(h *Hand) (string, []board.Change) {
	now := pieces(h.Board(), h.Selection.All())
	return "resize", each(s.all, func(p piece) (board.Change, bool) {
		for _, q := range now {
			if q.id == p.id {
				return q.placed(s.placed(p), q.turn)
			}
		}
		return board.Change{}, false
	})
}

// corners are those of a rectangle that is turned about its middle, round the clock.
func corners(r board.Rect, turn float64) [4]board.Point {
	c := r.Center()
	return [4]board.Point{
		turned(r.Min(), turn, c), turned(board.Point{X: r.X + r.W, Y: r.Y}, turn, c),
		turned(r.Max(), turn, c), turned(board.Point{X: r.X, Y: r.Y + r.H}, turn, c),
	}
}

// wheel turns what is chosen about its middle.
type wheel struct {
	all   []piece
	mid   board.Point
	begin float64
	by    float64
}

func beginWheel(h *Hand, p board.Point) *wheel {
	all := loose(h.Board(), h.Selection.All())
	mid := around(all).Center()
	return &wheel{all: all, mid: mid, begin: bearing(mid, p)}
}

func bearing(from, to board.Point) float64 {
	return math.Atan2(to.Y-from.Y, to.X-from.X) * 180 / math.Pi
}

// turnStep is at which turns a note comes to rest by itself, in degrees.
const turnStep = 15

func (w *wheel) move(h *Hand, to board.Point) {
	w.by = upright(bearing(w.mid, to) - w.begin)
	if h.Snap == 0 {
		return
	}
	// One comes to rest at its own turn, several by how far they turned.
	own := 0.0
	if len(w.all) == 1 {
		own = w.all[0].turn
	}
	if near := math.Round((own+w.by)/turnStep) * turnStep; math.Abs(own+w.by-near) < 4 {
		w.by = near - own
	}
}

func (w *wheel) preview(*board.Board) Preview {
	var out Preview
	for _, p := range w.all {
		at := corners(p.rect, p.turn)
		for i := range at {
			at[i] = turned(at[i], w.by, w.mid)
		}
		out.Outlines = append(out.Outlines, at)
	}
	return out
}

func (w *wheel) drop(h *Hand) (string, []board.Change) {
	ids := make([]board.ID, len(w.all))
	for i, p := range w.all {
		ids[i] = p.id
	}
	return "turn", Turn(h.Board(), ids, w.by)
}
