package canvas

import (
	"image"
	"math"
	"slices"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/board/scene/raster"
	"samenbord/canvas/tile"
)

// sheet is what a slide shows, with everything in its place on a screen of some size.
type sheet struct {
	size  tile.Size
	words []scene.Shape // above the board, in screen units
	high  float64       // of the words
	board *board.Board  // what is shown: the board itself, or some of its notes beside each other
	scene *scene.Scene  // of the board
	view  tile.View     // where that is seen
}

// Measures of a slide on a screen that is 720 units high; on others they grow with it.
const (
	slideTop   = 36 // above the words
	slideFoot  = 60 // below the board, for the row with the place in the presentation
	slideSide  = 72 // at both sides, where a tap goes on or back
	slideName  = 44
	slideTask  = 34 // size of the letters of what a step asks
	slideText  = 24 // and of the same once there is an answer
	slideCount = 20
	slideMost  = 3.4 // how near a slide comes at most, in screen units per board unit
)

// unit is by how much the measures of a slide grow on a screen.
func unit(size tile.Size) float64 { return max(min(size.H/720, size.W/1000), 0.6) }

// caption are the words of a slide: its name and a smaller text below it.
type caption struct{ name, text string }

// sheet lays a slide out, or one of its notes alone.
func (s style) sheet(of slide, alone board.ID, c caption, size tile.Size) sheet {
	out := sheet{size: size, board: &board.Board{}, scene: &scene.Scene{}, view: tile.View{Zoom: 1}}
	u := unit(size)
	out.words, out.high = s.above(of, alone != "", c, size)
	in := tile.Insets{Left: slideSide * u, Right: slideSide * u, Top: out.high, Bottom: slideFoot * u}
	room := tile.Size{W: size.W - in.Left - in.Right, H: max(size.H-in.Top-in.Bottom, 1)}
	out.board = of.shown(alone, room.W/room.H)
	o := s.options()
	o.Hints = len(out.board.Notes) == 0
	out.scene = scene.Layout(out.board, o)
	if out.scene.Bounds.Empty() {
		out.center()
		return out
	}
	out.view = tile.Fit(out.scene.Bounds, size, in, slideMost*u)
	return out
}

// above are the words over a slide and the height that they take.
func (s style) above(of slide, alone bool, c caption, size tile.Size) ([]scene.Shape, float64) {
	u, p := unit(size), s.palette()
	name := scene.Style{Font: scene.SansBold, Size: slideName * u, Leading: 1.15, Color: p.Ink}
	text := scene.Style{Size: slideCount * u, Leading: 1.3, Color: p.Muted}
	switch {
	case of.kind == wholeBoard && of.all == 0: // what the step asks is all that there is to say
		text.Size, text.Color = slideTask*u, p.Ink
	case of.kind == wholeBoard:
		text.Size = slideText * u
	}
	if alone {
		name.Size, name.Color = slideText*u, p.Muted
	}
	w := size.W - 2*slideSide*u
	for len(scene.Break(c.name, name, w)) > 2 && name.Size > text.Size {
		name.Size -= 2 * u
	}
	y := slideTop * u
	var out []scene.Shape
	for _, set := range []struct {
		text string
		how  scene.Style
	}{{c.name, name}, {c.text, text}} {
		lines := scene.Break(set.text, set.how, w)
		if set.text == "" {
			continue
		}
		for i := range lines {
			lines[i].Origin = lines[i].Origin.Add(board.Point{X: slideSide * u, Y: y})
			out = append(out, &lines[i])
		}
		y += set.how.Height(len(lines)) + 4*u
	}
	return out, y + 12*u
}

// center puts the words in the middle of a slide that shows nothing else.
func (h *sheet) center() {
	down := board.Point{Y: (h.size.H - h.high) / 2.4}
	for _, w := range h.words {
		if l, ok := w.(*scene.Line); ok {
			l.Origin = l.Origin.Add(down)
		}
	}
	h.high = h.size.H
}

// noteAt is the note under a place on the screen.
func (h *sheet) noteAt(p board.Point) (board.Note, bool) { return h.board.NoteAt(h.view.Board(p)) }

// picture paints the slide.
func (h *sheet) picture(s style, scale float64, p *pictures) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(h.size.W*scale)), int(math.Ceil(h.size.H*scale))))
	o := raster.Options{Background: s.palette().Board, Pictures: p.picture, Cache: p.cache}
	o.From, o.Zoom = h.view.At, h.view.Zoom*scale
	raster.Draw(img, h.scene, o)
	if len(h.words) > 0 {
		strip := img.Rect
		strip.Max.Y = min(strip.Max.Y, int(h.high*scale))
		o.From, o.Zoom = board.Point{}, scale
		raster.Draw(img.SubImage(strip).(*image.RGBA), &scene.Scene{Shapes: h.words}, o)
	}
	return img
}

// shown is the board with what the slide shows, where what is wide has this width to height.
func (s slide) shown(alone board.ID, aspect float64) *board.Board {
	if i := slices.IndexFunc(s.notes, func(n board.Note) bool { return n.ID == alone }); i >= 0 {
		return s.only([]board.Note{large(s.board, s.notes[i])})
	}
	if s.kind == wholeBoard {
		return s.board.Used()
	}
	return s.only(spread(s.notes, aspect))
}

// only is a board with only these notes, and what is drawn on them.
func (s slide) only(notes []board.Note) *board.Board {
	out := &board.Board{Step: s.board.Step, Notes: notes}
	on := map[board.ID]bool{}
	for _, n := range notes {
		on[n.ID] = true
	}
	for _, i := range s.board.Inks {
		if on[i.On] {
			out.Inks = append(out.Inks, i)
		}
	}
	return out
}

// noteGap is the room between notes that a slide puts beside each other, in board units.
const noteGap = 24

// spread puts notes upright in rows, so that they are as large as they can be on a slide with this width to height.
func spread(notes []board.Note, aspect float64) []board.Note {
	var best []board.Note
	large := 0.0
	for columns := 1; columns <= len(notes); columns++ {
		rows := inRows(notes, columns)
		var r board.Rect
		for _, n := range rows {
			r = r.Union(scene.NoteSize(n))
		}
		if size := min(aspect/r.W, 1/r.H); size > large {
			best, large = rows, size
		}
	}
	return best
}

// inRows puts notes in rows from the top left corner on, each in the middle of its column.
func inRows(notes []board.Note, columns int) []board.Note {
	out := slices.Clone(notes)
	wide := 0.0
	for _, n := range notes {
		wide = max(wide, n.Rect.W)
	}
	y := 0.0
	for row := range slices.Chunk(out, columns) {
		high := 0.0
		for i := range row {
			n := &row[i]
			n.Turn = 0
			n.Rect.X, n.Rect.Y = float64(i)*(wide+noteGap)+(wide-n.Rect.W)/2, y
			high = max(high, scene.NoteSize(*n).H)
		}
		y += high + noteGap
	}
	return out
}

// manyLetters is from how many letters on a square note is shown wide when it is alone, because its text is then larger.
const manyLetters = 60

// large is a note as it is shown alone: upright, and wide where it holds nothing but many letters.
func large(b *board.Board, n board.Note) board.Note {
	n.Turn = 0
	n.Rect.X, n.Rect.Y = 0, 0
	drawn := n.Hash != "" || slices.ContainsFunc(b.Inks, func(i board.Ink) bool { return i.On == n.ID })
	if wide := 1.7 * n.Rect.H; !drawn && len([]rune(n.Text)) > manyLetters && n.Rect.W < wide {
		n.Rect.W = wide
	}
	return n
}
