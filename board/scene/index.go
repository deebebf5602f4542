package scene

import (
	"math"
	"math/bits"

	"samenbord/board"
)

// cell is the side of a square of the grid: a little more than a note and its shadow.
const cell = 400

// maxSpan is how many squares a shape may lie on before it is kept apart, so that a ring around a whole board does not
// fill the grid.
const maxSpan = 64

// grid tells which shapes lie where. Shapes are known by their number.
type grid struct {
	boxes []board.Rect
	at    map[[2]int32][]int32
	wide  []int32
}

// Box is the box of the shape with a number, reckoned once.
func (s *Scene) Box(i int) board.Rect {
	s.once.Do(s.build)
	return s.grid.boxes[i]
}

// In returns the numbers of the shapes whose boxes r touches, in drawing order.
func (s *Scene) In(r board.Rect) []int32 {
	s.once.Do(s.build)
	g := &s.grid
	x0, y0, x1, y1 := squares(r)
	if float64(x1-x0+1)*float64(y1-y0+1) > float64(len(g.at)) {
		return s.through(r)
	}
	// A bit for each shape brings them in order, each once.
	found := make([]uint64, (len(g.boxes)+63)/64)
	n := 0
	add := func(list []int32) {
		for _, i := range list {
			if touch(g.boxes[i], r) && found[i/64]&(1<<(i%64)) == 0 {
				found[i/64] |= 1 << (i % 64)
				n++
			}
		}
	}
	add(g.wide)
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			add(g.at[[2]int32{x, y}])
		}
	}
	out := make([]int32, 0, n)
	for w, set := range found {
		for ; set != 0; set &= set - 1 {
			out = append(out, int32(64*w+bits.TrailingZeros64(set)))
		}
	}
	return out
}

// through looks at every shape, which is quicker where r is about as large as the board.
func (s *Scene) through(r board.Rect) []int32 {
	out := make([]int32, 0, len(s.Shapes))
	for i, b := range s.grid.boxes {
		if touch(b, r) {
			out = append(out, int32(i))
		}
	}
	return out
}

func (s *Scene) build() {
	g := &s.grid
	g.boxes = make([]board.Rect, len(s.Shapes))
	g.at = map[[2]int32][]int32{}
	for i, shape := range s.Shapes {
		b := shape.Box()
		g.boxes[i] = b
		x0, y0, x1, y1 := squares(b)
		if float64(x1-x0+1)*float64(y1-y0+1) > maxSpan {
			g.wide = append(g.wide, int32(i))
			continue
		}
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				g.at[[2]int32{x, y}] = append(g.at[[2]int32{x, y}], int32(i))
			}
		}
	}
}

// squares are the first and last column and row of the grid that r touches.
func squares(r board.Rect) (x0, y0, x1, y1 int32) {
	of := func(v float64) int32 { return int32(max(-1e6, min(1e6, math.Floor(v/cell)))) }
	return of(r.X), of(r.Y), of(r.X + r.W), of(r.Y + r.H)
}

// touch is like Overlaps, but lines without a surface touch too.
func touch(a, b board.Rect) bool {
	return a.X <= b.X+b.W && b.X <= a.X+a.W && a.Y <= b.Y+b.H && b.Y <= a.Y+a.H
}
