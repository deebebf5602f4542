package intake

import (
	"math"
	"slices"

	"samenbord/board"
)

// Measures of a layout, in board units.
const (
	gap   = 20                    // between notes
	pitch = board.NoteWidth + gap // from one note to the next; notes are as high as they are wide
	aside = 60                    // between what was on a board and what is put beside it
	nudge = 20                    // by how much a place is shifted to see whether it fits then
	wide  = 1.6                   // width to height of a wall screen
)

// ground is a board seen as room: what lies there, and what is about to.
type ground struct {
	cells  map[[2]int][]board.Rect
	large  []board.Rect // over so many cells that they are looked at always
	bounds board.Rect   // around everything, sections too
	blocks *blocks      // nil until there is one
}

// cellSize is the side of one cell of the ground, in board units.
const cellSize = 512

func newGround(b *board.Board) *ground {
	g := &ground{cells: map[[2]int][]board.Rect{}, bounds: b.Bounds()}
	for _, n := range b.Notes {
		g.take(n.Bounds())
	}
	for _, c := range b.Clusters {
		g.take(b.Frame(c))
	}
	for _, i := range b.Images {
		g.take(i.Rect.Turned(i.Turn))
	}
	for _, t := range b.Texts {
		g.take(t.Rect.Turned(t.Turn))
	}
	for _, i := range b.Inks {
		g.take(i.Bounds())
	}
	return g
}

// take says that something lies at r.
func (g *ground) take(r board.Rect) {
	if r.Empty() {
		return
	}
	g.bounds = g.bounds.Union(r)
	c := cellsOf(r)
	if float64(c[2]-c[0]+1)*float64(c[3]-c[1]+1) > 64 {
		g.large = append(g.large, r)
		return
	}
	for x := c[0]; x <= c[2]; x++ {
		for y := c[1]; y <= c[3]; y++ {
			g.cells[[2]int{x, y}] = append(g.cells[[2]int{x, y}], r)
		}
	}
}

func (g *ground) takeAll(rs []board.Rect) {
	for _, r := range rs {
		g.take(r)
	}
}

// hit returns something that lies under r or closer to it than the gap.
func (g *ground) hit(r board.Rect) (taken board.Rect, ok bool) {
	const rounding = 1e-6
	r = r.Grow(gap - rounding)
	for _, t := range g.large {
		if t.Overlaps(r) {
			return t, true
		}
	}
	c := cellsOf(r)
	for x := c[0]; x <= c[2]; x++ {
		for y := c[1]; y <= c[3]; y++ {
			for _, t := range g.cells[[2]int{x, y}] {
				if t.Overlaps(r) {
					return t, true
				}
			}
		}
	}
	return board.Rect{}, false
}

func cellsOf(r board.Rect) [4]int {
	cell := func(v float64) int { return int(math.Floor(v / cellSize)) }
	return [4]int{cell(r.X), cell(r.Y), cell(r.X + r.W), cell(r.Y + r.H)}
}

// rows returns whole rows of free places for notes in area, until there are n of them; fits says which of them are good.
func (g *ground) rows(area board.Rect, n int, fits func(board.Rect) bool) [][]board.Rect {
	var all [][]board.Rect
	right, bottom := min(area.X+area.W, board.MaxPlace), min(area.Y+area.H, board.MaxPlace)
	for y := max(area.Y, -board.MaxPlace); n > 0 && y+board.NoteHeight <= bottom; y += pitch {
		var row []board.Rect
		for x := max(area.X, -board.MaxPlace); x+board.NoteWidth <= right; {
			spot := board.Rect{X: x, Y: y, W: board.NoteWidth, H: board.NoteHeight}
			if t, ok := g.hit(spot); ok {
				x = max(x+1, t.X+t.W+gap)
				continue
			}
			if !fits(spot) {
				x += nudge
				continue
			}
			row = append(row, spot)
			x += pitch
		}
		if len(row) > 0 {
			all = append(all, row)
			n -= len(row)
		}
	}
	return all
}

func anywhere(board.Rect) bool { return true }

// beside returns n free places below everything, in rows about as wide as the board, or anywhere on a board that has no
// end near by.
func (g *ground) beside(n int) []board.Rect {
	if n == 0 {
		return nil
	}
	columns := max(math.Ceil(math.Sqrt(float64(n)*wide)), math.Floor((g.bounds.W+gap)/pitch))
	area := board.Rect{X: g.bounds.X, Y: g.bounds.Y + g.bounds.H, W: columns * pitch, H: math.Ceil(float64(n)/columns) * pitch}
	if !g.bounds.Empty() {
		area.Y += aside
	}
	if !onBoard(area) {
		area = world
	}
	return flat(g.rows(area, n, anywhere), n)
}

// world is all of the board that ops reach.
var world = board.Rect{X: -board.MaxPlace, Y: -board.MaxPlace, W: 2 * board.MaxPlace, H: 2 * board.MaxPlace}

func onBoard(r board.Rect) bool { return world.Holds(r) }

// flat is at most the first n places of rows.
func flat(rows [][]board.Rect, n int) []board.Rect {
	all := slices.Concat(rows...)
	return all[:min(n, len(all))]
}
