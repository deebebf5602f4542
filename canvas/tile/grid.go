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

var seed = maphash.MakeSeed()

// SumOf is the content of a tile with these things on it, in drawing order, on a ground.
func SumOf(ground Sum, parts []Sum) Sum {
	for _, p := range parts {
		ground = Sum(maphash.Comparable(seed, [2]Sum{ground, p}))
	}
	return ground
}

// CoarseSide is how many device pixels the picture of a whole board from afar is wide or high at most.
const CoarseSide = 2048

// CoarseScale is the scale of the picture of a whole board from afar, in device pixels per board unit: a power of two, so
// that a board that grows a little keeps its picture.
func CoarseScale(bounds board.Rect) float64 {
	long := max(bounds.W, bounds.H, 1)
	return min(math.Exp2(math.Floor(math.Log2(CoarseSide/long))), 0.5)
}
