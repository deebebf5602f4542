package tool

import (
	"math"
	"slices"

	"samenbord/board"
)

// At returns the topmost thing under p that can be chosen: a text, a note, a stroke, a picture or a link. A thin line is
// hit within reach, in board units.
func At(b *board.Board, p board.Point, reach float64) (board.ID, bool) {
	for _, t := range slices.Backward(b.Texts) {
		if t.Lock != board.Background && within(t.Rect, t.Turn, p) {
			return t.ID, true
		}
	}
	if n, ok := noteAt(b, p); ok {
		return n.ID, true
	}
	for _, i := range slices.Backward(b.Inks) {
		if i.On == "" && i.Lock != board.Background && crosses(i, p, p, reach) {
			return i.ID, true
		}
	}
	for _, i := range slices.Backward(b.Images) {
		if i.Lock != board.Background && within(i.Rect, i.Turn, p) {
			return i.ID, true
		}
	}
	for _, l := range slices.Backward(b.Links) {
		from, ok := rectOf(b, l.From)
		to, too := rectOf(b, l.To)
		if ok && too && apart(from.Center(), to.Center(), p, p) <= reach+2 {
			return l.ID, true
		}
	}
	return "", false
}

// noteAt is the topmost note under p that does not lie in the background.
func noteAt(b *board.Board, p board.Point) (board.Note, bool) {
	n, ok := b.NoteAt(p)
	if !ok || n.Lock != board.Background {
		return n, ok
	}
	under := b.NotesIn(board.Rect{X: p.X - 1, Y: p.Y - 1, W: 2, H: 2})
	for _, n := range slices.Backward(under) {
		if n.Lock != board.Background && within(n.Rect, n.Turn, p) {
			return n, true
		}
	}
	return board.Note{}, false
}

// within reports whether p lies in a rectangle that is turned about its middle.
func within(r board.Rect, turn float64, p board.Point) bool {
	return r.Contains(turned(p, -turn, r.Center()))
}

// turned is p turned by degrees clockwise about a point.
func turned(p board.Point, degrees float64, about board.Point) board.Point {
	if degrees == 0 {
		return p
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	d := p.Sub(about)
	return about.Add(board.Point{X: d.X*cos - d.Y*sin, Y: d.X*sin + d.Y*cos})
}

// rectOf is where something that a link can join lies.
func rectOf(b *board.Board, id board.ID) (board.Rect, bool) {
	if n, ok := b.Note(id); ok {
		return n.Rect, true
	}
	if c, ok := clusterOn(b, id); ok {
		return b.Frame(c), true
	}
	for _, i := range b.Images {
		if i.ID == id {
			return i.Rect, true
		}
	}
	for _, t := range b.Texts {
		if t.ID == id {
			return t.Rect, true
		}
	}
	for _, s := range b.Sections {
		if s.ID == id {
			return s.Rect, true
		}
	}
	return board.Rect{}, false
}

// Bounds is the upright box around something on a board that can be chosen.
func Bounds(b *board.Board, id board.ID) (board.Rect, bool) {
	if all := pieces(b, []board.ID{id}); len(all) > 0 {
		return all[0].bounds(), true
	}
	for _, l := range b.Links {
		if l.ID == id {
			from, ok := rectOf(b, l.From)
			to, too := rectOf(b, l.To)
			a, c := from.Center(), to.Center()
			return board.Rect{
				X: min(a.X, c.X), Y: min(a.Y, c.Y), W: math.Abs(a.X - c.X), H: math.Abs(a.Y - c.Y),
			}.Grow(6), ok && too
		}
	}
	return board.Rect{}, false
}

// crosses reports whether the way from p to q comes within reach of a stroke.
func crosses(i board.Ink, p, q board.Point, reach float64) bool {
	reach += i.Width / 2
	line := i.Line()
	if len(line) == 1 {
		return apart(line[0], line[0], p, q) <= reach
	}
	for k := 1; k < len(line); k++ {
		if apart(line[k-1], line[k], p, q) <= reach {
			return true
		}
	}
	return false
}

// apart is the least distance between two straight ways, 0 where they cross.
func apart(a, b, p, q board.Point) float64 {
	cross := func(o, u, v board.Point) float64 { return (u.X-o.X)*(v.Y-o.Y) - (u.Y-o.Y)*(v.X-o.X) }
	if cross(a, b, p)*cross(a, b, q) < 0 && cross(p, q, a)*cross(p, q, b) < 0 {
		return 0
	}
	return min(toWay(p, a, b), toWay(q, a, b), toWay(a, p, q), toWay(b, p, q))
}

// toWay is the distance of p from the straight way from a to b.
func toWay(p, a, b board.Point) float64 {
	d := b.Sub(a)
	long := d.X*d.X + d.Y*d.Y
	if long == 0 {
		return p.Distance(a)
	}
	t := max(0, min(1, ((p.X-a.X)*d.X+(p.Y-a.Y)*d.Y)/long))
	return p.Distance(a.Add(d.Scale(t)))
}

// Part is a board of some of the things on another: notes with what is drawn on them, pictures, texts and strokes.
func Part(b *board.Board, ids []board.ID) *board.Board {
	want := make(map[board.ID]bool, len(ids))
	for _, id := range ids {
		want[id] = true
	}
	out := &board.Board{Step: b.Step}
	for _, n := range b.Notes {
		if want[n.ID] {
			out.Notes = append(out.Notes, n)
		}
	}
	for _, i := range b.Images {
		if want[i.ID] {
			out.Images = append(out.Images, i)
		}
	}
	for _, i := range b.Inks {
		if want[i.ID] || want[i.On] && i.On != "" {
			out.Inks = append(out.Inks, i)
		}
	}
	for _, t := range b.Texts {
		if want[t.ID] {
			out.Texts = append(out.Texts, t)
		}
	}
	return out
}
