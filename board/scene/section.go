package scene

import (
	"math"

	"samenbord/board"
)

// Measures of a section, in board units.
const (
	sectionPad  = 24
	largeArea   = 900 // from this width and height on the heading is that of a wall
	headingSize = 28
	wallSize    = 40
	hintSize    = 22
)

// sections draws the areas of a board with their headings, and what to write in those that are empty.
func (l *layouter) sections(b *board.Board) {
	taken := map[board.ID]bool{}
	if l.o.Hints {
		for _, n := range b.Notes {
			if s, ok := b.SectionAt(n.Rect.Center()); ok {
				taken[s.ID] = true
			}
		}
	}
	for i, s := range b.Sections {
		if !l.hidden(s.ID) {
			l.section(s, b.Sections[i+1:], l.o.Hints && !taken[s.ID])
		}
	}
}

// section draws one area; above are those that lie on top of it.
func (l *layouter) section(s board.Section, above []board.Section, empty bool) {
	at := Place{Obj: s.ID}
	p := Path{Fill: l.o.Palette.area(s.Color), Stroke: l.o.Palette.Edge, Width: 2}
	if s.Shape == board.ShapeEllipse {
		l.fill(at, ellipse(s.Rect), p)
	} else {
		l.fill(at, rounded(s.Rect, 16), p)
	}
	style := Style{Font: SansBold, Size: headingSize, Leading: 1.2, Color: l.o.Palette.Ink}
	if min(s.Rect.W, s.Rect.H) >= largeArea {
		style.Size = wallSize
	}
	below := l.heading(at, s, style)
	if empty && s.Hint != "" {
		l.hint(at, s, below, above)
	}
}

// heading writes the name of a section and the mark of its side, and returns the height at which it ends.
func (l *layouter) heading(at Place, s board.Section, style Style) float64 {
	y := s.Rect.Y + sectionPad
	if s.Shape == board.ShapeEllipse {
		style.Align = Middle
		y += style.Size / 2
	}
	x, w := across(s, y+style.Size/2)
	if s.Side != "" {
		l.side(at, s.Side, board.Point{X: x + w - 34, Y: y + style.leading()/2})
		w -= 48
	}
	if s.Name == "" {
		return y
	}
	return l.write(at, l.set(s.Name, style, w), board.Point{X: x, Y: y}, style).Y
}

// across is from where and how far a section can be written in at a height.
func across(s board.Section, y float64) (x, w float64) {
	half := s.Rect.W / 2
	if s.Shape == board.ShapeEllipse && s.Rect.H > 0 {
		up := 2*(y-s.Rect.Y)/s.Rect.H - 1
		half *= math.Sqrt(max(1-up*up, 0))
	}
	return s.Rect.Center().X - half + sectionPad, max(2*half-2*sectionPad, 1)
}

// hint says what to write in an empty section, where nothing else lies.
func (l *layouter) hint(at Place, s board.Section, y float64, above []board.Section) {
	style := Style{Size: hintSize, Leading: 1.3, Color: l.o.Palette.Muted}
	y += 6
	x, w := across(s, y)
	w = min(w, 640)
	if s.Shape == board.ShapeEllipse {
		style.Align = Middle
		x = s.Rect.Center().X - w/2
	}
	lines := l.set(s.Hint, style, w)
	box := board.Rect{X: x, Y: y, W: w, H: style.Height(len(lines))}
	if box.Y+box.H > s.Rect.Y+s.Rect.H {
		return
	}
	for _, o := range above {
		if o.Rect.Overlaps(box) && (o.Shape != board.ShapeEllipse || o.Contains(board.Point{X: box.Center().X, Y: box.Y + box.H})) {
			return
		}
	}
	l.write(at, lines, box.Min(), style)
}

// side draws the mark of a section for words or for pictures, 28 wide around its middle.
func (l *layouter) side(at Place, side string, c board.Point) {
	ink := l.o.Palette.Muted
	switch side {
	case "words":
		style := Style{Font: SansBold, Size: 26, Color: ink, Align: Middle}
		l.write(at, l.set("Aa", style, 40), board.Point{X: c.X - 6, Y: c.Y - style.leading()/2}, style)
	case "images":
		line := Path{Stroke: ink, Width: 2.5}
		x, y := c.X, c.Y-12
		l.fill(at, rounded(board.Rect{X: x, Y: y, W: 30, H: 24}, 4), line)
		l.fill(at, polyline(
			board.Point{X: x + 3, Y: y + 20}, board.Point{X: x + 11, Y: y + 11}, board.Point{X: x + 17, Y: y + 17},
			board.Point{X: x + 21, Y: y + 13}, board.Point{X: x + 27, Y: y + 20},
		), line)
		l.fill(at, disc(x+22, y+7, 2.2), Path{Fill: ink})
	}
}
