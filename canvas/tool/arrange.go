package tool

import (
	"cmp"
	"math"
	"slices"

	"samenbord/board"
)

// Side is where pieces are lined up.
type Side int

// The sides: three across, three down.
const (
	AtLeft Side = iota
	AtCenter
	AtRight
	AtTop
	AtMiddle
	AtBottom
)

// Align lines pieces up along a side of the box around them, as they are seen.
func Align(b *board.Board, ids []board.ID, to Side) []board.Change {
	all := loose(b, ids)
	box := around(all)
	return each(all, func(p piece) (board.Change, bool) {
		r := p.bounds()
		var by board.Point
		switch to {
		case AtLeft:
			by.X = box.X - r.X
		case AtCenter:
			by.X = box.Center().X - r.Center().X
		case AtRight:
			by.X = box.X + box.W - r.X - r.W
		case AtTop:
			by.Y = box.Y - r.Y
		case AtMiddle:
			by.Y = box.Center().Y - r.Center().Y
		case AtBottom:
			by.Y = box.Y + box.H - r.Y - r.H
		}
		if math.Hypot(by.X, by.Y) < nothing {
			return board.Change{}, false
		}
		return p.moved(by)
	})
}

// nothing is a way too short to be worth a change, in board units.
const nothing = 1e-6

// Distribute leaves equal room between pieces, across or down; the outer two stay where they are.
func Distribute(b *board.Board, ids []board.ID, across bool) []board.Change {
	all := loose(b, ids)
	if len(all) < 3 {
		return nil
	}
	start := func(p piece) float64 { return along(p.bounds().Min(), across) }
	long := func(p piece) float64 { return along(board.Point{X: p.bounds().W, Y: p.bounds().H}, across) }
	slices.SortStableFunc(all, func(p, q piece) int {
		return cmp.Or(cmp.Compare(start(p)+long(p)/2, start(q)+long(q)/2), cmp.Compare(p.id, q.id))
	})
	first, last := all[0], all[len(all)-1]
	room := start(last) - start(first) - long(first)
	for _, p := range all[1 : len(all)-1] {
		room -= long(p)
	}
	gap := room / float64(len(all)-1)
	at := start(first) + long(first) + gap
	return each(all[1:len(all)-1], func(p piece) (board.Change, bool) {
		by := at - start(p)
		at += long(p) + gap
		if math.Abs(by) < nothing {
			return board.Change{}, false
		}
		if across {
			return p.moved(board.Point{X: by})
		}
		return p.moved(board.Point{Y: by})
	})
}

func along(p board.Point, across bool) float64 {
	if across {
		return p.X
	}
	return p.Y
}

// Tidy puts pieces in rows, in reading order from the top left of where they lie, about as wide as high. Each column is as
// wide as its widest piece and each row as high as its highest, so nothing overlaps.
func Tidy(b *board.Board, ids []board.ID) []board.Change {
	all := inReadingOrder(loose(b, ids))
	if len(all) < 2 {
		return nil
	}
	cols := columns(all)
	wide, high := make([]float64, cols), make([]float64, (len(all)+cols-1)/cols)
	for i, p := range all {
		r := p.bounds()
		wide[i%cols], high[i/cols] = max(wide[i%cols], r.W), max(high[i/cols], r.H)
	}
	box := around(all)
	var out []board.Change
	at := box.Min()
	for i, p := range all {
		if i > 0 && i%cols == 0 {
			at = board.Point{X: box.X, Y: at.Y + high[i/cols-1] + Gap}
		}
		r := p.bounds()
		if by := at.Sub(r.Min()); math.Hypot(by.X, by.Y) >= nothing {
			if c, ok := p.moved(by); ok {
				out = append(out, c)
			}
		}
		at.X += wide[i%cols] + Gap
	}
	return out
}

// columns is how many columns a tidy grid has: as many as the first row has pieces where people put some in rows by
// hand, else about as many as there are rows.
func columns(all []piece) int {
	first := all[0].bounds()
	n := 1
	for n < len(all) && all[n].bounds().Y < first.Y+first.H/2 && all[n].bounds().X >= all[n-1].bounds().X {
		n++
	}
	square := int(math.Ceil(math.Sqrt(float64(len(all)))))
	if n < 2 || n > 2*square {
		return square
	}
	return n
}

func inReadingOrder(all []piece) []piece {
	notes := make([]board.Note, len(all))
	by := make(map[board.ID]piece, len(all))
	for i, p := range all {
		notes[i], by[p.id] = board.Note{ID: p.id, Rect: p.bounds()}, p
	}
	board.SortReading(notes)
	out := make([]piece, len(all))
	for i, n := range notes {
		out[i] = by[n.ID]
	}
	return out
}

// Nudge moves pieces.
func Nudge(b *board.Board, ids []board.ID, by board.Point) []board.Change {
	return each(loose(b, ids), func(p piece) (board.Change, bool) { return p.moved(by) })
}

// Turn turns pieces by degrees clockwise: one about its own middle, several together about their common middle. Pen
// strokes keep their bearing and go along.
func Turn(b *board.Board, ids []board.ID, degrees float64) []board.Change {
	all := loose(b, ids)
	mid := around(all).Center()
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return each(all, func(p piece) (board.Change, bool) {
		c := p.rect.Center()
		d := c.Sub(mid)
		to := mid.Add(board.Point{X: d.X*cos - d.Y*sin, Y: d.X*sin + d.Y*cos})
		return p.placed(p.rect.Move(to.Sub(c)), upright(p.turn+degrees))
	})
}

// upright is the same turn between half a turn back and half a turn on.
func upright(degrees float64) float64 {
	t := math.Mod(degrees, 360)
	switch {
	case t > 180:
		return t - 360
	case t <= -180:
		return t + 360
	}
	return t
}

// How small and how large a piece can be made, in board units.
const (
	leastSide = 60
	mostSide  = 4000
)

// Resize makes pieces larger or smaller by a factor, about their common middle.
func Resize(b *board.Board, ids []board.ID, factor float64) []board.Change {
	all := loose(b, ids)
	for _, p := range all {
		short, long := min(p.rect.W, p.rect.H), max(p.rect.W, p.rect.H)
		if p.kind == board.KindInk {
			short = max(short, leastSide) // a stroke may be as flat as it likes
		}
		if factor < 1 && short > 0 {
			factor = max(factor, min(leastSide/short, 1))
		}
		if factor > 1 && long > 0 {
			factor = min(factor, max(mostSide/long, 1))
		}
	}
	mid := around(all).Center()
	return each(all, func(p piece) (board.Change, bool) {
		c := mid.Add(p.rect.Center().Sub(mid).Scale(factor))
		w, h := p.rect.W*factor, p.rect.H*factor
		return p.placed(board.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h}, p.turn)
	})
}
