package scene

import (
	"math"

	"samenbord/board"
)

// Measures of links, in board units.
const (
	linkWidth = 2.5
	arrowLong = 15
	arrowWide = 6.5
	linkGap   = 5
	linkSize  = 16
)

// links draws the connectors between things that are on the board.
func (l *layouter) links(b *board.Board) {
	if len(b.Links) == 0 {
		return
	}
	ends := l.ends(b)
	for _, k := range b.Links {
		from, ok := ends[k.From]
		to, too := ends[k.To]
		if ok && too && !l.hidden(k.ID) && !l.hidden(k.From) && !l.hidden(k.To) {
			l.link(k, from, to)
		}
	}
}

// end is a thing that a link can join: a rectangle, or the ellipse in it, turned about a point.
type end struct {
	rect  board.Rect
	round bool
	turn  float64
	about board.Point
}

func (l *layouter) ends(b *board.Board) map[board.ID]end {
	out := map[board.ID]end{}
	for _, s := range b.Sections {
		out[s.ID] = end{rect: s.Rect, round: s.Shape == board.ShapeEllipse}
	}
	for _, n := range b.Notes {
		out[n.ID] = end{l.fit(n).rect, false, n.Turn, n.Rect.Center()}
	}
	for _, c := range b.Clusters {
		out[c.ID] = end{rect: l.frames[c.ID]}
	}
	for _, i := range b.Images {
		out[i.ID] = end{i.Rect, false, i.Turn, i.Rect.Center()}
	}
	for _, t := range b.Texts {
		out[t.ID] = end{t.Rect, false, t.Turn, t.Rect.Center()}
	}
	return out
}

func (e end) center() board.Point { return turn(e.rect.Center(), e.turn, e.about) }

// edge is where the straight way from the middle to p leaves the thing.
func (e end) edge(p board.Point) board.Point {
	c := e.rect.Center()
	d := turn(p, -e.turn, e.about).Sub(c)
	w, h := e.rect.W/2+linkGap, e.rect.H/2+linkGap
	f := math.Inf(1)
	if e.round {
		f = 1 / math.Hypot(d.X/w, d.Y/h)
	} else {
		if d.X != 0 {
			f = w / math.Abs(d.X)
		}
		if d.Y != 0 {
			f = min(f, h/math.Abs(d.Y))
		}
	}
	if math.IsInf(f, 0) {
		return p
	}
	return turn(c.Add(d.Scale(f)), e.turn, e.about)
}

// link draws a connector with its arrowhead, and its text in the middle.
func (l *layouter) link(k board.Link, from, to end) {
	a, b := from.edge(to.center()), to.edge(from.center())
	way := b.Sub(a)
	long := math.Hypot(way.X, way.Y)
	// Where the things overlap, the way from edge to edge turns round.
	if center := to.center().Sub(from.center()); long < 2 || way.X*center.X+way.Y*center.Y <= 0 {
		return
	}
	c := l.o.Palette.Muted
	if k.Color != "" {
		c = l.o.Palette.Pen(k.Color)
	}
	at := Place{Obj: k.ID}
	u := way.Scale(1 / long)
	n := board.Point{X: -u.Y, Y: u.X}
	head := min(arrowLong, long)
	neck := b.Sub(u.Scale(head))
	l.fill(at, polyline(a, b.Sub(u.Scale(head*0.8))), Path{Stroke: c, Width: linkWidth})
	side := n.Scale(arrowWide * head / arrowLong)
	l.fill(at, polygon(b, neck.Add(side), neck.Add(u.Scale(head*0.2)), neck.Sub(side)), Path{Fill: c})
	if k.Text != "" {
		l.label(at, k.Text, a.Add(b).Scale(0.5))
	}
}

// label writes a text on a piece of the board around its middle.
func (l *layouter) label(at Place, text string, c board.Point) {
	style := Style{Size: linkSize, Color: l.o.Palette.Ink, Leading: 1.2, Align: Middle}
	lines := l.set(text, style, 220)
	w := 0.0
	for _, line := range lines {
		w = max(w, line.Width)
	}
	h := style.Height(len(lines))
	box := board.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h}.Grow(5)
	l.fill(at, rounded(box, 8), Path{Fill: l.o.Palette.Board})
	l.write(at, lines, board.Point{X: c.X - 110, Y: c.Y - h/2}, style)
}

// ink draws a stroke of the pen as a smooth line through its points.
func (l *layouter) ink(i board.Ink) {
	if l.hidden(i.ID) || len(i.Points) == 0 {
		return
	}
	p := Path{Stroke: l.o.Palette.Pen(i.Color), Width: max(i.Width, 0.5)}
	l.fill(Place{Obj: i.ID}, Smooth(i.Line()), p)
}

// Smooth is the line through points without corners: a Catmull-Rom spline as Bezier curves (Catmull and Rom, "A class of
// local interpolating splines", 1974). A single point is a line to itself.
func Smooth(points []board.Point) []Seg {
	if len(points) < 3 {
		return polyline(append(points[:len(points):len(points)], points[len(points)-1])...)
	}
	at := func(i int) board.Point { return points[max(0, min(i, len(points)-1))] }
	segs := make([]Seg, 1, len(points))
	segs[0] = Seg{Op: MoveTo, P: [3]board.Point{points[0]}}
	for i := range len(points) - 1 {
		a, b := at(i), at(i+1)
		segs = append(segs, Seg{Op: CurveTo, P: [3]board.Point{
			a.Add(b.Sub(at(i - 1)).Scale(1.0 / 6)), b.Sub(at(i + 2).Sub(a).Scale(1.0 / 6)), b,
		}})
	}
	return segs
}

// image draws a picture with a thin line around it, so that a white one has an edge.
func (l *layouter) image(i board.Image) {
	if l.hidden(i.ID) {
		return
	}
	at := Place{Obj: i.ID, Turn: i.Turn, About: i.Rect.Center()}
	l.out = append(l.out, &Picture{Place: at, Rect: i.Rect, Hash: i.Hash, Alt: i.Alt})
	edge := l.o.Palette.Edge
	l.fill(at, rectangle(i.Rect), Path{Stroke: edge, Width: 1})
}

// loose writes a text without paper.
func (l *layouter) loose(t board.Text) {
	if l.hidden(t.ID) || t.Text == "" {
		return
	}
	style := Style{Size: t.Size, Color: l.o.Palette.Pen(t.Color), Leading: 1.2}
	if style.Size <= 0 {
		style.Size = headingSize
	}
	if style.Size >= headingSize {
		style.Font = SansBold
	}
	w := t.Rect.W
	if w <= 0 {
		w = 1e6
	}
	at := Place{Obj: t.ID, Turn: t.Turn, About: t.Rect.Center()}
	l.write(at, l.set(t.Text, style, w), t.Rect.Min(), style)
}

// Measures of a trace, in board units.
const (
	traceInset = 14
	traceSize  = 18
)

// trace shows where a note lay that was sent to another step, and where it went.
func (l *layouter) trace(t board.Trace) {
	if l.hidden(t.ID) {
		return
	}
	at := Place{Obj: t.ID}
	r := t.Rect.Grow(-3)
	l.fill(at, rounded(r, 6), Path{Stroke: l.o.Palette.Edge, Width: 2, Dash: []float64{8, 7}})
	style := Style{Size: traceSize, Color: l.o.Palette.Muted, Align: Middle}
	lines := l.set("→ "+t.Name, style, max(r.W-2*traceInset, 1))
	y := r.Y + max((r.H-style.Height(len(lines)))/2, 0)
	l.write(at, lines, board.Point{X: r.X + traceInset, Y: y}, style)
}
