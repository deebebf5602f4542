package export

import (
	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

func rectBetween(x0, y0, x1, y1 float64) board.Rect {
	return board.Rect{X: x0, Y: y0, W: max(x1-x0, 0), H: max(y1-y0, 0)}
}

// drawBoard draws a board into an area on the colour of the table, each note leading to where it can be read.
func (b *book) drawBoard(s *sheet, on *board.Board, area board.Rect) {
	s.decorate(box(area, 12, ground))
	shapes, scale, shift := fitted(b.layout(on), area.Grow(-14))
	for len(shapes) > 0 {
		obj := scene.PlaceOf(shapes[0]).Obj
		n := 1
		for n < len(shapes) && scene.PlaceOf(shapes[n]).Obj == obj {
			n++
		}
		s.pieces = append(s.pieces, boardPieces(on, obj, shapes[:n])...)
		shapes = shapes[n:]
	}
	for _, n := range on.Notes {
		r := scene.NoteSize(n).Turned(n.Turn)
		at := r.Min().Scale(scale).Add(shift)
		s.links = append(s.links, link{
			area: board.Rect{X: at.X, Y: at.Y, W: r.W * scale, H: r.H * scale}, to: noteSpot(n.ID), says: oneLine(n.Text),
		})
	}
	s.height = max(s.height, area.Y+area.H)
}

// boardPieces are the shapes of one object: what is drawn of it first, then what it says.
func boardPieces(on *board.Board, obj board.ID, shapes []scene.Shape) []piece {
	var drawn, written []scene.Shape
	for _, s := range shapes {
		if _, ok := s.(*scene.Line); ok {
			written = append(written, s)
		} else {
			drawn = append(drawn, s)
		}
	}
	var out []piece
	if len(drawn) > 0 {
		out = append(out, piece{Part: pdf.Part{Shapes: drawn}})
	}
	if len(written) > 0 {
		p := pdf.Part{Role: pdf.Paragraph, Shapes: written}
		if n, ok := on.Note(obj); ok {
			p.Says = oneLine(n.Text)
		}
		out = append(out, piece{Part: p})
	}
	return out
}

// layout is what a board looks like on paper: nobody is named, and what to write where is no longer said.
func (r *Report) layout(on *board.Board) *scene.Scene {
	return scene.Layout(on, scene.Options{Words: scene.Words{Rest: r.words.T("board.rest")}})
}

// fitted are the shapes of a board as large as they fit into the middle of an area.
func fitted(laid *scene.Scene, area board.Rect) (shapes []scene.Shape, scale float64, shift board.Point) {
	r := laid.Bounds
	if r.Empty() {
		return nil, 1, area.Min()
	}
	scale = min(area.W/r.W, area.H/r.H)
	shift = area.Center().Sub(r.Center().Scale(scale))
	return moved(laid.Shapes, scale, shift), scale, shift
}

// miniature is a board so small that its words cannot be read, and so without them.
func miniature(laid *scene.Scene, area board.Rect) []scene.Shape {
	shapes, _, _ := fitted(laid, area)
	var out []scene.Shape
	for _, s := range shapes {
		switch s.(type) {
		case *scene.Path, *scene.Picture:
			out = append(out, s)
		}
	}
	return out
}
