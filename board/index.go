package board

import (
	"math"
	"slices"
)

// cellSize is the side of one cell of the spatial index, in board units: a little more than a note.
const cellSize = 256

// index finds notes by place: a grid of cells that each know the notes touching them.
type index struct {
	cells map[[2]int][]int
	large []int // notes over so many cells that they are looked at always
}

func (b *Board) notes() *index {
	b.once.Do(func() {
		b.index = &index{cells: map[[2]int][]int{}}
		for i, n := range b.Notes {
			b.index.add(i, n.Bounds())
		}
	})
	return b.index
}

func (x *index) add(i int, r Rect) {
	c := cellsOf(r)
	if (c[2]-c[0])*(c[3]-c[1]) > 64 {
		x.large = append(x.large, i)
		return
	}
	for cx := c[0]; cx <= c[2]; cx++ {
		for cy := c[1]; cy <= c[3]; cy++ {
			k := [2]int{cx, cy}
			x.cells[k] = append(x.cells[k], i)
		}
	}
}

// at returns the positions of notes near p, ascending.
func (x *index) at(p Point) []int { return x.in(Rect{p.X, p.Y, 0, 0}) }

// in returns the positions of notes near r, ascending, each once.
func (x *index) in(r Rect) []int {
	out := slices.Clone(x.large)
	c := cellsOf(r)
	if (c[2]-c[0]+1)*(c[3]-c[1]+1) > len(x.cells) {
		for k, cell := range x.cells {
			if k[0] >= c[0] && k[0] <= c[2] && k[1] >= c[1] && k[1] <= c[3] {
				out = append(out, cell...)
			}
		}
	} else {
		for cx := c[0]; cx <= c[2]; cx++ {
			for cy := c[1]; cy <= c[3]; cy++ {
				out = append(out, x.cells[[2]int{cx, cy}]...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func cellsOf(r Rect) [4]int {
	cell := func(v float64) int { return int(math.Floor(v / cellSize)) }
	return [4]int{cell(r.X), cell(r.Y), cell(r.X + r.W), cell(r.Y + r.H)}
}

// covers reports whether p lies on the paper of the note, turned as it is.
func (n Note) covers(p Point) bool {
	if n.Turn != 0 {
		c := n.Rect.Center()
		sin, cos := math.Sincos(-n.Turn * math.Pi / 180)
		d := p.Sub(c)
		p = c.Add(Point{d.X*cos - d.Y*sin, d.X*sin + d.Y*cos})
	}
	return n.Rect.Contains(p)
}
