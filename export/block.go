package export

import (
	"math"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// block is a piece of a page that is laid out before its place is known. Its places are in points from its own top left
// corner. A block stands on one page, unless it is taller than a page.
type block struct {
	height float64
	pieces []piece
	links  []link
	spots  []spot
}

// piece is a part of a page.
type piece struct {
	pdf.Part
	folio folio
}

// folio stands for the number of a page, which is known only when all pages are laid out.
type folio struct {
	of   string      // the spot whose page it is
	form string      // key of the text around the number, "" for the number alone
	at   board.Point // right end of the baseline
	letters
}

// link leads from an area to a spot.
type link struct {
	area board.Rect
	to   string
	says string
}

// spot is a place that links lead to, by name.
type spot struct {
	name string
	y    float64
}

// put adds another block with its top left corner at x, y, and makes room for it.
func (b *block) put(x, y float64, other block) {
	d := board.Point{X: x, Y: y}
	for _, p := range other.pieces {
		p.Shapes = moved(p.Shapes, 1, d)
		p.folio.at = p.folio.at.Add(d)
		b.pieces = append(b.pieces, p)
	}
	for _, l := range other.links {
		l.area = l.area.Move(d)
		b.links = append(b.links, l)
	}
	for _, s := range other.spots {
		s.y += y
		b.spots = append(b.spots, s)
	}
	b.height = max(b.height, y+other.height)
}

// below adds another block under what is there.
func (b *block) below(x, gap float64, other block) { b.put(x, b.height+gap, other) }

// decorate adds shapes that mean nothing to a reader.
func (b *block) decorate(shapes ...scene.Shape) {
	b.pieces = append(b.pieces, piece{Part: pdf.Part{Shapes: shapes}})
}

// number adds the number of the page of a spot, ending at x on a baseline.
func (b *block) number(f folio) {
	b.pieces = append(b.pieces, piece{Part: pdf.Part{Role: pdf.Paragraph}, folio: f})
}

// spot names a height of the block.
func (b *block) spot(name string, y float64) { b.spots = append(b.spots, spot{name, y}) }

// split cuts a block that is taller than a page at a height, or higher where a line of text would be cut through. What
// ends above the cut stays; boxes are cut.
func (b block) split(cut float64) (top, rest block) {
	cut = b.between(cut)
	top.height, rest.height = cut, math.Max(b.height-cut, 0)
	up := board.Point{Y: -cut}
	for _, p := range b.pieces {
		above, under := p, p
		above.Shapes, under.Shapes = cutShapes(p.Shapes, cut)
		if len(above.Shapes) > 0 && len(under.Shapes) > 0 {
			above.Says, under.Says = "", "" // each page says its own half
		}
		if len(above.Shapes) > 0 || p.folio.of != "" && p.folio.at.Y <= cut {
			top.pieces = append(top.pieces, above)
		}
		if len(under.Shapes) > 0 || p.folio.of != "" && p.folio.at.Y > cut {
			under.Shapes, under.folio.at = moved(under.Shapes, 1, up), p.folio.at.Add(up)
			rest.pieces = append(rest.pieces, under)
		}
	}
	for _, l := range b.links {
		if l.area.Y < cut {
			l.area.H = min(l.area.H, cut-l.area.Y)
			top.links = append(top.links, l)
			continue
		}
		l.area = l.area.Move(up)
		rest.links = append(rest.links, l)
	}
	for _, s := range b.spots {
		if s.y < cut {
			top.spots = append(top.spots, s)
		} else {
			rest.spots = append(rest.spots, spot{s.name, s.y - cut})
		}
	}
	return top, rest
}

// between is the lowest height from cut upwards that goes through no line of text; cut itself where there is none.
func (b block) between(cut float64) float64 {
	at := cut
	for again := true; again; {
		again = false
		for _, p := range b.pieces {
			for _, s := range p.Shapes {
				if top, bottom := extent(s); isLine(s) && top < at-1e-6 && bottom > at+1e-6 {
					at, again = top, true
				}
			}
		}
	}
	if at <= small.leading {
		return cut
	}
	return at
}

func isLine(s scene.Shape) bool {
	_, ok := s.(*scene.Line)
	return ok
}

// extent is from where to where a shape reaches; of a line, its letters without what hangs out, so that the lines of a
// text do not touch each other.
func extent(s scene.Shape) (top, bottom float64) {
	if l, ok := s.(*scene.Line); ok {
		return l.Origin.Y - 0.9*l.Size, l.Origin.Y + 0.28*l.Size
	}
	r := s.Box()
	return r.Y, r.Y + r.H
}

// cutShapes shares shapes out over the two sides of a cut.
func cutShapes(shapes []scene.Shape, cut float64) (above, under []scene.Shape) {
	for _, s := range shapes {
		_, bottom := extent(s)
		r := s.Box()
		path, isPath := s.(*scene.Path)
		switch {
		case bottom <= cut+1e-6:
			above = append(above, s)
		case isPath && r.Y < cut && path.Fill.A > 0:
			above = append(above, box(board.Rect{X: r.X, Y: r.Y, W: r.W, H: cut - r.Y}, 0, path.Fill))
			under = append(under, box(board.Rect{X: r.X, Y: cut, W: r.W, H: r.Y + r.H - cut}, 0, path.Fill))
		default:
			under = append(under, s)
		}
	}
	return above, under
}
