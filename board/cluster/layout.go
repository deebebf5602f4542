package cluster

import (
	"math"

	"samenbord/board"
)

// Room on the board, in board units.
const (
	noteGap  = 20 // between the notes of a cluster
	frameGap = 80 // between the frames of clusters, and between them and everything else
)

// wide is the shape of a screen on the wall: width over height.
const wide = 16.0 / 10

// surface is the board before the clusters lie on it.
type surface struct {
	covered []board.Rect // what must stay visible
	content board.Rect   // around what people look at besides the new clusters: all of that but the empty sections
	start   board.Rect   // where the notes lay
}

// block is a cluster laid out: notes in rows, the frame around them.
type block struct {
	notes []board.Note
	spots []board.Point // the top left corner of the bounds of each note, from that of the frame
	w, h  float64       // the frame
	at    board.Point   // the top left corner of the frame
}

// newBlock lays notes in rows of even length, about as wide as high on a screen.
func newBlock(notes []board.Note) block {
	b := block{notes: notes, spots: make([]board.Point, len(notes))}
	var cell, height float64
	for _, n := range notes {
		cell, height = max(cell, n.Bounds().W), height+n.Bounds().H
	}
	height /= float64(len(notes))
	columns := bestColumns(len(notes), cell+noteGap, height+noteGap)
	y := float64(board.FramePadding + board.FrameHeading)
	for i := 0; i < len(notes); i += columns {
		row := 0.0
		for k := i; k < min(i+columns, len(notes)); k++ {
			b.spots[k] = board.Point{X: board.FramePadding + float64(k-i)*(cell+noteGap), Y: y}
			row = max(row, notes[k].Bounds().H)
		}
		y += row + noteGap
	}
	for i, s := range b.spots {
		b.w = max(b.w, s.X+notes[i].Bounds().W+board.FramePadding)
	}
	b.h = y - noteGap + board.FramePadding
	return b
}

// bestColumns fills the last row as well as it can while the block stays near the shape of a screen.
func bestColumns(n int, w, h float64) int {
	best, cost := 1, math.Inf(1)
	for c := 1; c <= n; c++ {
		rows := (n + c - 1) / c
		off := math.Abs(math.Log(float64(c) * w / (float64(rows)*h + board.FrameHeading) / 1.3))
		off += 0.5 * float64(rows*c-n) / float64(n)
		if off < cost {
			best, cost = c, off
		}
	}
	return best
}

// arrange packs the blocks in rows below or beside what is on the board already, so that all that people look at has the
// shape of a screen.
func arrange(blocks []block, s surface) {
	var used board.Rect
	for _, r := range s.covered {
		used = used.Union(r)
	}
	corners := []board.Point{s.start.Min()}
	if !used.Empty() {
		corners = []board.Point{{X: used.X, Y: used.Y + used.H + frameGap}, {X: used.X + used.W + frameGap, Y: used.Y}}
	}
	best, width, corner := math.Inf(1), 0.0, corners[0]
	for _, from := range corners {
		w := 0.0 // the first row takes one block, then two and so on
		for i := range blocks[:min(len(blocks), 100)] {
			w += blocks[i].w + frameGap
			box := pack(blocks, w, from)
			off := shape(s.content.Union(box)) + shape(used.Union(box))/4 + waste(blocks, box)/2
			if off < best-1e-9 {
				best, width, corner = off, w, from
			}
		}
	}
	pack(blocks, width, corner)
}

// shape is how far r is from the shape of a screen.
func shape(r board.Rect) float64 { return math.Abs(math.Log(r.W / r.H / wide)) }

// waste is the share of the box around the blocks that none of them fills.
func waste(blocks []block, box board.Rect) float64 {
	filled := 0.0
	for _, b := range blocks {
		filled += b.w * b.h
	}
	return 1 - filled/(box.W*box.H)
}

// pack puts blocks in rows of at most width, from a corner, and returns the box around them.
func pack(blocks []block, width float64, from board.Point) board.Rect {
	at, row := from, 0.0
	var all board.Rect
	for i := range blocks {
		b := &blocks[i]
		if at.X > from.X && at.X+b.w > from.X+width {
			at.X, at.Y, row = from.X, at.Y+row+frameGap, 0
		}
		b.at = at
		all = all.Union(board.Rect{X: at.X, Y: at.Y, W: b.w, H: b.h})
		at.X += b.w + frameGap
		row = max(row, b.h)
	}
	return all
}

// place is the changes that put the notes of the block into a cluster and where they belong.
func (b block) place(cluster board.ID) []board.Change {
	var out []board.Change
	for i, n := range b.notes {
		to := n
		to.Cluster = cluster
		to.Rect = n.Rect.Move(b.at.Add(b.spots[i]).Sub(n.Bounds().Min()))
		if c, ok := board.Edit(n, to); ok {
			out = append(out, c)
		}
	}
	return out
}
