package scene

import (
	"hash/fnv"
	"image/color"
	"math"

	"samenbord/board"
)

// Measures of a note, in board units.
const (
	notePad    = 16 // around its text
	noteFoot   = 26 // at its bottom, for the author and the mark of the paper
	tagHeight  = 24
	authorSize = 13
	tornDepth  = 16 // of the torn edge of a friction note
)

// sizes are those a note tries, largest first. A long word is broken only from the last of them that is at least
// wholeWords on.
var sizes = []float64{22, 20, 18, 16, 15, 14, 13, 12}

const wholeWords = 18

// noteLeading is the distance of the lines on a note, in ems.
const noteLeading = 1.22

// NoteSize is what is really drawn of a note, before it is turned about the middle of its own rectangle: the same
// rectangle, longer at the bottom where its text needs that even in the smallest letters.
func NoteSize(n board.Note) board.Rect {
	var t setter
	return noteFit(&t, n).rect
}

// fit is the rectangle and the size of letters that suit a note.
type fit struct {
	rect board.Rect
	size float64
}

func noteFit(t *setter, n board.Note) fit {
	if n.Text == "" {
		return fit{n.Rect, sizes[0]}
	}
	t.load(n.Text, Sans)
	w, h := textRoom(n)
	f := fit{n.Rect, t.largest(w, h)}
	if need := noteStyle(f.size).Height(t.fit(f.size, w)); need > h {
		f.rect.H += need - h
	}
	return f
}

// fit reckons once how a note is drawn.
func (l *layouter) fit(n board.Note) fit {
	f, ok := l.fits[n.ID]
	if !ok {
		f = noteFit(&l.text, n)
		l.fits[n.ID] = f
	}
	return f
}

func noteStyle(size float64) Style { return Style{Size: size, Leading: noteLeading} }

// textRoom is the width and height there is for the text of a note.
func textRoom(n board.Note) (w, h float64) {
	return max(n.Rect.W-2*notePad, 1), n.Rect.H - textTop(n) - footHeight(n) - tagRows(n)*tagHeight
}

// textTop is how far below the top of a note its text begins: below its picture, if it has one.
func textTop(n board.Note) float64 {
	if n.Hash == "" {
		return notePad
	}
	return pictureRoom(n, n.Rect).H + 2*picturePad
}

// Measures of a picture on a note: its distance from the edge in board units, and the part of the height that it takes
// where there is a text too.
const (
	picturePad  = 8
	pictureHigh = 0.56
)

// pictureRoom is where the picture of a note is drawn: above its text, or on all of the paper.
func pictureRoom(n board.Note, r board.Rect) board.Rect {
	room := board.Rect{X: r.X + picturePad, Y: r.Y + picturePad, W: max(r.W-2*picturePad, 1), H: r.H - picturePad - footHeight(n)}
	if n.Text != "" {
		room.H = n.Rect.H*pictureHigh - picturePad
	}
	room.H = max(room.H, 1)
	return room
}

// torn reports whether a note is on the paper that is torn off.
func torn(n board.Note) bool { return n.Friction || n.Color == board.Dark }

// footHeight is how much room the foot of a note takes: more where the paper is torn off.
func footHeight(n board.Note) float64 {
	if torn(n) {
		return noteFoot + tornDepth/2
	}
	return noteFoot
}

// largest is the largest size at which the text keeps within w and h; the smallest where it does at none. Broken words
// are put up with only when smaller letters do not help.
func (t *setter) largest(w, h float64) float64 {
	fits := func(size float64) bool {
		return noteStyle(size).Height(t.fit(size, w)) <= h
	}
	broken := 0.0
	for _, s := range sizes {
		switch {
		case !fits(s):
		case !t.torn && (s >= wholeWords || broken == 0):
			return s
		case broken == 0:
			broken = s
		}
	}
	if broken != 0 {
		return broken
	}
	return sizes[len(sizes)-1]
}

// note draws a note: shadow, paper, text, and at its foot who wrote it and the mark of the paper.
func (l *layouter) note(n board.Note) {
	if l.hidden(n.ID) {
		return
	}
	f := l.fit(n)
	r := f.rect
	at := Place{Obj: n.ID, Turn: n.Turn, About: n.Rect.Center()}
	color := n.Color
	if torn(n) {
		color = board.Dark
	}
	paper := l.o.Palette.Paper(color)
	l.paper(at, r, paper, torn(n))
	if n.Hash != "" {
		l.out = append(l.out, &Picture{Place: at, Rect: pictureRoom(n, r), Hash: n.Hash, Alt: n.Alt, Contain: true})
	}
	l.noteText(at, n, f, paper)
	l.drawn(at, n)
	l.foot(at, r, n, paper)
	c := board.Point{X: r.X + r.W - notePad - 5, Y: r.Y + r.H - footHeight(n) + noteFoot/2 - 3}
	paperMark(l, at, c, color, paper)
	if n.Lock == board.Fixed {
		l.pin(at, board.Point{X: r.X + r.W - 14, Y: r.Y + 13}, paper)
	}
}

// drawn draws the strokes on a note, which lie and turn with it.
func (l *layouter) drawn(at Place, n board.Note) {
	if l.o.Drawn == nil {
		return
	}
	for _, i := range l.o.Drawn(n.ID) {
		points := i.Line()
		if len(points) == 0 || l.hidden(i.ID) {
			continue
		}
		for k := range points {
			points[k] = points[k].Add(n.Rect.Min())
		}
		l.fill(at, Smooth(points), Path{Stroke: inkOn(n, i.Color), Width: max(i.Width, 0.5)})
	}
}

// inkOn is the colour of a pen on a note: papers are light in any palette, but that of friction is dark.
func inkOn(n board.Note, name string) color.NRGBA {
	p := Light()
	if torn(n) {
		p = Night()
	}
	return p.Pen(name)
}

// pin is the head of a pin: the note stays where it is.
func (l *layouter) pin(at Place, c board.Point, p Paper) {
	l.fill(at, disc(c.X, c.Y, 5), Path{Fill: p.Mark})
	l.fill(at, disc(c.X-1.5, c.Y-1.5, 1.6), Path{Fill: p.Fill})
}

// paper draws the paper and its shadow.
func (l *layouter) paper(at Place, r board.Rect, p Paper, torn bool) {
	solid := r
	if torn {
		solid.H -= tornDepth / 2
	}
	if c := l.o.Palette.Shadow; c.A > 0 {
		cast := board.Rect{X: solid.X + 1, Y: solid.Y + 4, W: solid.W - 2, H: solid.H - 2}
		under := board.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H - tornDepth}.Grow(-4)
		l.out = append(l.out, &Shadow{Place: at, Rect: cast, Radius: 3, Blur: 7, Color: c, Under: under})
	}
	edge := Path{Fill: p.Fill}
	if p.Edge.A > 0 {
		edge.Stroke, edge.Width = p.Edge, 1.5
	}
	if !torn {
		l.fill(at, rounded(r, 3), edge)
		return
	}
	l.fill(at, tornSheet(r, at.Obj, 0), Path{Fill: mix(p.Fill, p.Text, 0xB0)})
	l.fill(at, tornSheet(r, at.Obj, 5), edge)
}

// tornSheet is a sheet torn off along its bottom, raised by some units: long slopes with short ragged steps. The same note
// is always torn in the same way.
func tornSheet(r board.Rect, id board.ID, raised float64) []Seg {
	h := fnv.New32a()
	h.Write([]byte(id))
	seed := h.Sum32()
	random := func() float64 {
		seed = seed*1664525 + 1013904223
		return float64(seed>>8) / (1 << 24)
	}
	points := []board.Point{r.Min(), {X: r.X + r.W, Y: r.Y}}
	deep := (tornDepth - raised) * 0.5
	for x, i := r.W, 0; x > 0; i++ {
		y := r.Y + r.H - raised*(0.7+0.5*random()) - deep
		y += deep * math.Sin(x/r.W*9+float64(seed>>28)) * 0.55
		y += (random() - 0.5) * deep * 0.9
		points = append(points, board.Point{X: r.X + x, Y: y})
		x -= max(5+13*random(), r.W/300)
	}
	points = append(points, board.Point{X: r.X, Y: r.Y + r.H - raised - deep*random()})
	return polygon(points...)
}

// noteText writes the text of a note into the paper.
func (l *layouter) noteText(at Place, n board.Note, f fit, p Paper) {
	if n.Text == "" {
		return
	}
	r := f.rect
	style := noteStyle(f.size)
	style.Color = p.Text
	w, _ := textRoom(n)
	room := r.H - textTop(n) - footHeight(n) - tagRows(n)*tagHeight
	if l.o.Hand {
		style.Font = Hand
	}
	l.text.load(n.Text, style.Font)
	lines := l.text.fit(style.Size, w)
	for style.Height(lines) > room+0.01 && style.Size > 8 {
		style.Size--
		lines = l.text.fit(style.Size, w)
	}
	l.write(at, l.text.lines(style, w), board.Point{X: r.X + notePad, Y: r.Y + textTop(n) - 2}, style)
}

// foot writes who wrote the note, and its tags above that.
func (l *layouter) foot(at Place, r board.Rect, n board.Note, p Paper) {
	quiet := mix(p.Text, p.Fill, 0x40)
	bottom := r.Y + r.H - footHeight(n)
	for i, tag := range tagPlaces(n) {
		y := bottom - (tagRows(n)-float64(tag.row))*tagHeight
		box := board.Rect{X: r.X + notePad + tag.x, Y: y, W: tag.w, H: tagHeight - 5}
		l.fill(at, rounded(box, box.H/2), Path{Fill: mix(p.Fill, p.Mark, 0x30)})
		style := Style{Size: authorSize, Color: p.Text, Leading: 1.4}
		l.write(at, l.set(n.Tags[i], style, 1e6), board.Point{X: box.X + 8, Y: y}, style)
	}
	if l.o.Author == nil || n.Author == "" {
		return
	}
	if name := l.o.Author(n.Author); name != "" {
		style := Style{Size: authorSize, Color: quiet, Leading: 1.4}
		lines := l.set(name, style, r.W-2*notePad-40)
		l.write(at, lines[:1], board.Point{X: r.X + notePad, Y: bottom + 1}, style)
	}
}

// tagPlace is where a tag stands: its row, and from where to where.
type tagPlace struct {
	row  int
	x, w float64
}

// tagPlaces puts tags in rows.
func tagPlaces(n board.Note) []tagPlace {
	out := make([]tagPlace, len(n.Tags))
	row, x := 0, 0.0
	for i, t := range n.Tags {
		room := n.Rect.W - 2*notePad
		w := min(Measure(Sans, authorSize, t)+16, room)
		if x > 0 && x+w > room {
			row, x = row+1, 0
		}
		out[i] = tagPlace{row, x, w}
		x += w + 6
	}
	return out
}

func tagRows(n board.Note) float64 {
	if len(n.Tags) == 0 {
		return 0
	}
	return float64(tagPlaces(n)[len(n.Tags)-1].row + 1)
}

// paperMark draws the sign of a paper, so that colour is never alone, around its middle.
func paperMark(l *layouter, at Place, c board.Point, name string, p Paper) {
	draw := func(segs []Seg) { l.fill(at, segs, Path{Fill: p.Mark}) }
	line := func(segs []Seg, c color.NRGBA) { l.fill(at, segs, Path{Stroke: c, Width: 2}) }
	switch name {
	case board.Orange:
		draw(disc(c.X, c.Y, 4.5))
	case board.Pink:
		draw(rounded(board.Rect{X: c.X - 7, Y: c.Y - 1.5, W: 14, H: 3}, 1.5))
	case board.Violet:
		line(polygon(board.Point{X: c.X, Y: c.Y - 6}, board.Point{X: c.X + 6, Y: c.Y}, board.Point{X: c.X, Y: c.Y + 6}, board.Point{X: c.X - 6, Y: c.Y}), p.Mark)
	case board.Blue:
		line(disc(c.X, c.Y, 5), p.Mark)
	case board.Green:
		draw(polygon(board.Point{X: c.X, Y: c.Y - 5.5}, board.Point{X: c.X + 6, Y: c.Y + 5}, board.Point{X: c.X - 6, Y: c.Y + 5}))
	case board.White:
		line(rectangle(board.Rect{X: c.X - 4.5, Y: c.Y - 4.5, W: 9, H: 9}), p.Mark)
	case board.Dark:
		bat := polygon(
			board.Point{X: c.X - 7, Y: c.Y + 5.5}, board.Point{X: c.X + 3, Y: c.Y - 8}, board.Point{X: c.X + 7, Y: c.Y - 5},
			board.Point{X: c.X - 5, Y: c.Y + 7},
		)
		draw(bat)
		draw(disc(c.X+5.5, c.Y+5, 2.8))
	default:
		draw(polygon(board.Point{X: c.X + 6, Y: c.Y - 6}, board.Point{X: c.X + 6, Y: c.Y + 6}, board.Point{X: c.X - 6, Y: c.Y + 6}))
	}
}
