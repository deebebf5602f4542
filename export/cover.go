package export

import (
	"strings"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// cover is the first page: small pictures of the boards on the table, and below them what this is and who it is for.
func (b *book) cover() {
	const table = 470 // height of the picture
	s := b.add(pdf.A4Short, pdf.A4Long, "")
	s.decorate(box(board.Rect{W: s.wide, H: table}, 0, ground))
	if filled := b.filled(); len(filled) > 0 {
		s.pieces = append(s.pieces, piece{Part: pdf.Part{
			Role: pdf.Figure, Says: b.words.T("pdf.cover.alt"),
			Shapes: b.collage(filled, rectBetween(margin, margin, s.wide-margin, table-margin*0.8)),
		}})
	}
	s.decorate(box(board.Rect{X: margin, Y: table + 44, W: 44, H: 5}, 2.5, accent))
	s.put(margin, table+62, wall.fit(b.title(), flowWidth, 3).as(pdf.Heading1, b.title(), flowWidth))
	s.below(margin, 8, lead.in(quiet).as(pdf.Paragraph, b.words.T("pdf.cover"), flowWidth))
	var facts block
	line := func(text string, l letters) {
		if text != "" {
			facts.below(0, 2, l.as(pdf.Paragraph, text, flowWidth))
		}
	}
	line(oneLine(b.info.Client), lead.bold())
	line(b.day(b.date), lead)
	line(b.figures(), lead.in(quiet))
	s.put(margin, max(s.height+20, s.high-margin-facts.height), facts)
}

// figures say how much there is, in one line.
func (b *book) figures() string {
	var parts []string
	for _, f := range []struct {
		key string
		n   int
	}{{"people", len(b.people)}, {"notes", b.notes()}, {"actions", len(b.plan.Actions())}} {
		if f.n > 0 {
			parts = append(parts, b.words.N(f.key, f.n))
		}
	}
	return strings.Join(parts, " · ")
}

// filled are the boards that hold something of the people in the room.
func (r *Report) filled() []*board.Board {
	var out []*board.Board
	for _, on := range r.boards {
		if len(on.Notes)+len(on.Inks)+len(on.Images)+len(on.Texts) > 0 {
			out = append(out, on)
		}
	}
	return out
}

// collage draws boards small beside and below each other, each on a sheet of its own, as large as they fit.
func (r *Report) collage(boards []*board.Board, area board.Rect) []scene.Shape {
	const gap, pad = 12, 8
	laid := make([]*scene.Scene, len(boards))
	tall := 0.0 // the height of the tallest board as a part of its width
	for i, on := range boards {
		laid[i] = r.layout(on)
		if b := laid[i].Bounds; !b.Empty() {
			tall = max(tall, min(b.H/b.W, 2))
		}
	}
	best, columns := board.Rect{}, 1
	for c := 1; c <= len(boards); c++ {
		if cell := cellOf(len(boards), c, tall, gap, pad, area); cell.W > best.W {
			best, columns = cell, c
		}
	}
	var out []scene.Shape
	for i := range boards {
		row, column := i/columns, i%columns
		short := columns - min(len(boards)-row*columns, columns) // sheets that the last row lacks
		sheet := best.Move(board.Point{X: (float64(column) + float64(short)/2) * (best.W + gap), Y: float64(row) * (best.H + gap)})
		out = append(out, box(sheet, 6, white))
		out = append(out, miniature(laid[i], sheet.Grow(-pad))...)
	}
	return out
}

// cellOf is the first sheet when n of them stand in columns, in the middle of an area.
func cellOf(n, columns int, tall, gap, pad float64, area board.Rect) board.Rect {
	rows := (n + columns - 1) / columns
	w := (area.W - gap*float64(columns-1)) / float64(columns)
	h := (area.H - gap*float64(rows-1)) / float64(rows)
	w = min(w, (h-2*pad)/max(tall, 0.1)+2*pad)
	h = min(h, (w-2*pad)*tall+2*pad)
	all := board.Rect{W: float64(columns)*(w+gap) - gap, H: float64(rows)*(h+gap) - gap}
	return board.Rect{X: area.X + (area.W-all.W)/2, Y: area.Y + (area.H-all.H)/2, W: w, H: h}
}
