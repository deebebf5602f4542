package intake

import (
	"math"

	"samenbord/board"
)

// columnsOfBlock is how many notes lie side by side in a block of n.
func columnsOfBlock(n int) int { return int(math.Ceil(math.Sqrt(float64(n) * wide))) }

// tiles are the places of n notes in a block whose first note is at p.
func tiles(p board.Point, n int) []board.Rect {
	columns := columnsOfBlock(n)
	out := make([]board.Rect, n)
	for i := range out {
		out[i] = board.Rect{
			X: p.X + float64(i%columns)*pitch, Y: p.Y + float64(i/columns)*pitch, W: board.NoteWidth, H: board.NoteHeight,
		}
	}
	return out
}

// sizeOf is the width and height of a block of n notes.
func sizeOf(n int) board.Point {
	columns := columnsOfBlock(n)
	rows := (n + columns - 1) / columns
	return board.Point{X: float64(columns)*pitch - gap, Y: float64(rows)*pitch - gap}
}

// blocks are the columns in which clusters are put down to the right of everything.
type blocks struct {
	next        board.Point // the top left of the next one
	top, bottom float64
	width       float64 // of the column so far
}

// block takes room for a new cluster of n notes to the right of everything, and returns its frame and the places of the
// notes. Blocks stand below each other as long as the board is high.
func (g *ground) block(n int) (frame board.Rect, spots []board.Rect) {
	size := sizeOf(n)
	frame = g.column(size.X+2*board.FramePadding, size.Y+2*board.FramePadding+board.FrameHeading)
	if onBoard(frame) {
		first := board.Point{X: frame.X + board.FramePadding, Y: frame.Y + board.FramePadding + board.FrameHeading}
		spots = tiles(first, n)
	} else {
		spots = g.beside(n)
		frame = spots[0]
	}
	g.takeAll(spots)
	return frame, spots
}

// column returns the next place for a frame.
func (g *ground) column(w, h float64) board.Rect {
	const height = 2000 // of the columns on an empty board
	if g.blocks == nil {
		g.blocks = &blocks{bottom: height}
		if b := g.bounds; !b.Empty() {
			g.blocks = &blocks{next: board.Point{X: b.X + b.W + aside, Y: b.Y}, top: b.Y, bottom: b.Y + b.H}
		}
	}
	c := g.blocks
	if c.next.Y > c.top && c.next.Y+h > c.bottom {
		c.next, c.width = board.Point{X: c.next.X + c.width + aside, Y: c.top}, 0
	}
	r := board.Rect{X: c.next.X, Y: c.next.Y, W: w, H: h}
	c.next.Y += h + aside
	c.width = max(c.width, w)
	return r
}

// near returns places for n more notes of a cluster: a block next to its frame, to the right, below, left or above,
// where that is free not too far away; else somewhere else.
func (g *ground) near(frame board.Rect, n int) []board.Rect {
	const far = 20 // notes
	size := sizeOf(n)
	for i := range far {
		d := gap + float64(i)*pitch
		for _, p := range []board.Point{
			{X: frame.X + frame.W + d, Y: frame.Y + board.FrameHeading + board.FramePadding},
			{X: frame.X + board.FramePadding, Y: frame.Y + frame.H + d},
			{X: frame.X - d - size.X, Y: frame.Y + board.FrameHeading + board.FramePadding},
			{X: frame.X + board.FramePadding, Y: frame.Y - d - size.Y},
		} {
			if spots, ok := g.tile(p, n); ok {
				return spots
			}
		}
	}
	return g.somewhere(n)
}

// around returns places for n notes: a block with its middle at p, or near by where that is free.
func (g *ground) around(p board.Point, n int) []board.Rect {
	const far = 12 // notes
	size := sizeOf(n)
	first := board.Point{X: math.Round(p.X - size.X/2), Y: math.Round(p.Y - size.Y/2)}
	for ring := range far {
		for x := -ring; x <= ring; x++ {
			for y := -ring; y <= ring; y++ {
				if max(x, -x, y, -y) != ring {
					continue
				}
				if spots, ok := g.tile(first.Add(board.Point{X: float64(x), Y: float64(y)}.Scale(pitch)), n); ok {
					return spots
				}
			}
		}
	}
	return g.somewhere(n)
}

// tile takes room for a block of n notes whose first note is at p, where that is free.
func (g *ground) tile(p board.Point, n int) (spots []board.Rect, ok bool) {
	size := sizeOf(n)
	r := board.Rect{X: p.X, Y: p.Y, W: size.X, H: size.Y}
	if _, taken := g.hit(r); taken || !onBoard(r) {
		return nil, false
	}
	spots = tiles(p, n)
	g.takeAll(spots)
	return spots, true
}

// somewhere takes room for n notes beside everything.
func (g *ground) somewhere(n int) []board.Rect {
	spots := g.beside(n)
	g.takeAll(spots)
	return spots
}
