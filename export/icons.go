package export

import (
	"image/color"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// icon draws the sign of a building block in a square with the given side: lines of one width with round ends.
// Transparency is an eye, accessibility an open door, dialogue two balloons, reflection a way back.
func icon(b board.Block, at board.Point, side float64, c color.NRGBA) []scene.Shape {
	shapes := moved(iconLines(b), side/24, at)
	for _, s := range shapes {
		if p, ok := s.(*scene.Path); ok {
			p.Stroke, p.Width = c, side/12
		}
	}
	return shapes
}

// iconLines are the lines of an icon in a square of 24.
func iconLines(b board.Block) []scene.Shape {
	switch b {
	case board.Transparency:
		return []scene.Shape{
			curves(2, 12, 6, 5.5, 18, 5.5, 22, 12, 18, 18.5, 6, 18.5, 2, 12), box(square(12, 12, 3), 3, color.NRGBA{}),
		}
	case board.Accessibility:
		return []scene.Shape{
			lines(3, 21, 21, 21), lines(6, 21, 6, 3, 18, 3, 18, 21), lines(6, 3, 13, 6.5, 13, 21), lines(10.4, 13.4, 10.4, 14.2),
		}
	case board.Dialogue:
		return []scene.Shape{
			lines(6, 16, 3, 18, 3, 5, 15, 5, 15, 13, 8, 13), lines(18, 9, 21, 9, 21, 22, 18, 20, 10, 20, 10, 16.5),
		}
	case board.Reflection:
		return []scene.Shape{
			curves(4, 12, 4, 7.6, 7.6, 4, 12, 4, 16.4, 4, 20, 7.6, 20, 12, 20, 16.4, 16.4, 20, 12, 20, 9, 20, 6.6, 18.6, 5.2, 16.2),
			lines(0.8, 9.4, 4, 12.6, 7.2, 9.4),
		}
	}
	return nil
}

func square(x, y, half float64) board.Rect {
	return board.Rect{X: x - half, Y: y - half, W: 2 * half, H: 2 * half}
}

// lines go through points given as x, y, x, y.
func lines(xy ...float64) *scene.Path {
	var points []board.Point
	for i := 0; i+1 < len(xy); i += 2 {
		points = append(points, board.Point{X: xy[i], Y: xy[i+1]})
	}
	return stroke(color.NRGBA{}, 0, points...)
}

// curves go from a first point through triples of points: two controls and an end.
func curves(xy ...float64) *scene.Path {
	p := lines(xy[:2]...)
	for i := 2; i+5 < len(xy); i += 6 {
		p.Segs = append(p.Segs, scene.Seg{Op: scene.CurveTo, P: [3]board.Point{
			{X: xy[i], Y: xy[i+1]}, {X: xy[i+2], Y: xy[i+3]}, {X: xy[i+4], Y: xy[i+5]},
		}})
	}
	return p
}

// blockIcons are the signs of the building blocks that an action lays, in their fixed order.
func (b *book) blockIcons(blocks []board.Block) block {
	const side, gap = 12, 4
	laid := map[board.Block]bool{}
	for _, x := range blocks {
		laid[x] = true
	}
	var out block
	x := 0.0
	for _, k := range board.Blocks {
		if !laid[k] {
			continue
		}
		out.pieces = append(out.pieces, piece{Part: pdf.Part{
			Role: pdf.Figure, Says: b.words.T("block." + string(k)), Shapes: icon(k, board.Point{X: x}, side, ink),
		}})
		x += side + gap
		out.height = side
	}
	return out
}

// legend says what the signs of the building blocks mean.
func (b *book) legend() block {
	var out block
	x := 0.0
	for _, k := range board.Blocks {
		name := small.in(quiet).as(pdf.Paragraph, b.words.T("block."+string(k)), flowWidth)
		out.decorate(icon(k, board.Point{X: x, Y: 1}, 12, quiet)...)
		out.put(x+17, 0, name)
		x += 17 + widthOf(name) + 20
	}
	return out
}
