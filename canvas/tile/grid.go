package tile

import (
	"hash/maphash"
	"math"

	"samenbord/board"
)

// Side is the width and height of a tile, in device pixels.
const Side = 512

// Key names one tile: its column and row in the grid that begins at the origin of the board, at a given scale.
type Key struct {
	Col, Row int
	Scale    float64 // device pixels per board unit
}

// Rect is the part of the board on the tile.
func (k Key) Rect() board.Rect {
	side := Side / k.Scale
	return board.Rect{X: float64(k.Col) * side, Y: float64(k.Row) * side, W: side, H: side}
}

// Cover returns the tiles that hold r at a scale, from the middle of r outwards row by row, so that what people look at
// comes first.
func Cover(r board.Rect, scale float64) []Key {
	side := Side / scale
	x0, x1 := int(math.Floor(r.X/side)), int(math.Ceil((r.X+r.W)/side))
	y0, y1 := int(math.Floor(r.Y/side)), int(math.Ceil((r.Y+r.H)/side))
	var out []Key
	for _, y := range outwards(y0, y1) {
		for _, x := range outwards(x0, x1) {
			out = append(out, Key{x, y, scale})
		}
	}
	return out
}

// outwards returns the numbers from lo up to but without hi, the middle first.
func outwards(lo, hi int) []int {
	var out []int
	for a, b := (lo+hi)/2, (lo+hi)/2-1; a < hi || b >= lo; a, b = a+1, b-1 {
		if a < hi {
			out = append(out, a)
		}
		if b >= lo {
			out = append(out, b)
		}
	}
	return out
}

// Sum tells the content of one tile from another. Equal sums mean equal pictures.
type Sum uint64

// Part is one thing to draw, in drawing order: what it touches and what it looks like.
type Part struct {
	Box board.Rect
	Sum Sum
}

var seed = maphash.MakeSeed()

// Sums returns the content of each tile, made of the parts that touch it.
func Sums(keys []Key, parts []Part, base Sum) []Sum {
	out := make([]Sum, len(keys))
	for i, k := range keys {
		r := k.Rect()
		sum := base
		for _, p := range parts {
			if p.Box.Overlaps(r) {
				sum = Sum(maphash.Comparable(seed, [2]Sum{sum, p.Sum}))
			}
		}
		out[i] = sum
	}
	return out
}
