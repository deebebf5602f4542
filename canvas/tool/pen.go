package tool

import (
	"math"
	"slices"

	"samenbord/board"
)

// Pen is what strokes are drawn with.
type Pen struct {
	Color string  // as in [board.Ink]
	Width float64 // board units
}

// stroke draws with the pen. A stroke that begins on a note belongs to it.
type stroke struct {
	pen    Pen
	on     *board.Note
	points []board.Point // on the board
}

func beginStroke(b *board.Board, p board.Point, pen Pen) *stroke {
	s := &stroke{pen: pen, points: []board.Point{p}}
	if n, ok := noteAt(b, p); ok {
		s.on = &n
	}
	return s
}

func (s *stroke) move(h *Hand, to board.Point) {
	if to.Distance(s.points[len(s.points)-1]) >= h.fine() {
		s.points = append(s.points, to)
	}
}

func (s *stroke) preview(*board.Board) Preview {
	return Preview{Stroke: s.points, Pen: s.pen}
}

// maxPoints is how many points one stroke has at most, so that it stays well within what an op may carry.
const maxPoints = 5000

func (s *stroke) drop(h *Hand) (string, []board.Change) {
	b := h.Board()
	points := Simplify(s.points, h.fine()/2)
	base, on := board.Point{}, board.ID("")
	if s.on != nil {
		now, ok := b.Note(s.on.ID)
		if !ok {
			return "", nil // somebody took the note away, and the drawing with it
		}
		on, base = now.ID, now.Rect.Min()
		for i, p := range points {
			points[i] = turned(p, -now.Turn, now.Rect.Center())
		}
	}
	order := ""
	for _, i := range b.Inks {
		order = max(order, i.Order)
	}
	var changes []board.Change
	for from := 0; from == 0 || from < len(points)-1; from += maxPoints - 1 {
		part := points[from:min(from+maxPoints, len(points))]
		order = board.Between(order, "")
		changes = append(changes, board.Create(strokeAt(b, part, base, on, order, s.pen)))
	}
	return "ink", changes
}

// strokeAt is a stroke whose points count from where it begins.
func strokeAt(b *board.Board, line []board.Point, base board.Point, on board.ID, order string, pen Pen) board.Ink {
	points := make([]board.Point, len(line))
	for i, p := range line {
		points[i] = p.Sub(line[0])
	}
	return board.Ink{
		ID: board.NewID(), Step: b.Step.ID, Order: order, On: on, At: line[0].Sub(base), Points: points, Width: pen.Width, Color: pen.Color,
	}
}

// Simplify is a line with fewer points that stays within a tolerance of the old one (Douglas and Peucker, "Algorithms for
// the reduction of the number of points required to represent a digitized line", 1973).
func Simplify(line []board.Point, tolerance float64) []board.Point {
	if len(line) < 3 {
		return slices.Clone(line)
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	spans := [][2]int{{0, len(line) - 1}}
	for len(spans) > 0 {
		s := spans[len(spans)-1]
		spans = spans[:len(spans)-1]
		far, at := tolerance, 0
		for i := s[0] + 1; i < s[1]; i++ {
			if d := toWay(line[i], line[s[0]], line[s[1]]); d > far {
				far, at = d, i
			}
		}
		if at > 0 {
			keep[at] = true
			spans = append(spans, [2]int{s[0], at}, [2]int{at, s[1]})
		}
	}
	var out []board.Point
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// rubber wipes strokes away, each as a whole.
type rubber struct {
	last board.Point
	gone []board.ID
}

func (r *rubber) move(h *Hand, to board.Point) {
	b := h.Board()
	for _, i := range b.Inks {
		if i.Lock != board.Unlocked || slices.Contains(r.gone, i.ID) {
			continue
		}
		p, q, ok := onto(b, i, r.last, to)
		if ok && i.Bounds().Grow(h.Reach).Overlaps(boxOf(p, q)) && crosses(i, p, q, h.Reach) {
			r.gone = append(r.gone, i.ID)
		}
	}
	r.last = to
}

// onto takes a way on the board to where the points of a stroke count from.
func onto(b *board.Board, i board.Ink, p, q board.Point) (board.Point, board.Point, bool) {
	if i.On == "" {
		return p, q, true
	}
	n, ok := b.Note(i.On)
	if !ok {
		return p, q, false
	}
	c := n.Rect.Center()
	return turned(p, -n.Turn, c).Sub(n.Rect.Min()), turned(q, -n.Turn, c).Sub(n.Rect.Min()), true
}

// boxOf is around two points, and has a surface.
func boxOf(p, q board.Point) board.Rect {
	return board.Rect{X: min(p.X, q.X), Y: min(p.Y, q.Y), W: math.Abs(p.X - q.X), H: math.Abs(p.Y - q.Y)}.Grow(0.5)
}

func (r *rubber) preview(*board.Board) Preview { return Preview{Gone: r.gone} }

func (r *rubber) drop(*Hand) (string, []board.Change) {
	var changes []board.Change
	for _, id := range r.gone {
		changes = append(changes, board.Remove(id))
	}
	return "delete", changes
}

// joint draws a link from one thing to another.
type joint struct {
	from board.ID
	at   board.Point
	to   board.Point
	into board.ID
}

func beginJoint(b *board.Board, p board.Point) *joint {
	from := joinable(b, p)
	if from == "" {
		return nil
	}
	r, _ := rectOf(b, from)
	return &joint{from: from, at: r.Center(), to: p}
}

// joinable is what a link can begin or end at under p: a note, a picture, a text or a cluster.
func joinable(b *board.Board, p board.Point) board.ID {
	if id, ok := At(b, p, 0); ok {
		if _, ok := rectOf(b, id); ok {
			return id
		}
	}
	if c, ok := b.ClusterAt(p); ok {
		return c.ID
	}
	return ""
}

func (j *joint) move(h *Hand, to board.Point) {
	j.to, j.into = to, ""
	if id := joinable(h.Board(), to); id != j.from {
		j.into = id
	}
}

func (j *joint) preview(b *board.Board) Preview {
	p := Preview{Join: []board.Point{j.at, j.to}, Target: j.into}
	if r, ok := rectOf(b, j.into); ok {
		p.Join[1] = r.Center()
	}
	return p
}

func (j *joint) drop(h *Hand) (string, []board.Change) {
	id, changes := Connect(h.Board(), j.from, j.into)
	if len(changes) > 0 {
		h.Selection.Set(id)
	}
	return "link", changes
}
