package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"samenbord/board"
	"samenbord/board/scene"
)

// block is the side of the squares in which outlines are filled. The squares lie fast on the board, so that the rounding
// of a fill does not depend on which part of the board is drawn. It is also the largest size at which the rasterizer
// reckons in whole numbers, which is quicker.
const block = 512

// tolerance is how far a flattened curve may be off, in pixels.
const tolerance = 0.1

// outline is a set of closed polygons in pixels of the board.
type outline struct {
	points []board.Point
	ends   []int  // behind the last point of each polygon
	open   []bool // whether the last point is not joined to the first
}

func (o *outline) reset() { o.points, o.ends, o.open = o.points[:0], o.ends[:0], o.open[:0] }

// add adds a point; places that are no numbers are left out.
func (o *outline) add(p board.Point) {
	if p.X-p.X == 0 && p.Y-p.Y == 0 {
		o.points = append(o.points, p)
	}
}

// end closes the polygon that was being added.
func (o *outline) end(open bool) {
	start := 0
	if n := len(o.ends); n > 0 {
		start = o.ends[n-1]
	}
	if len(o.points) == start {
		return
	}
	o.ends = append(o.ends, len(o.points))
	o.open = append(o.open, open)
}

// each calls f with every polygon.
func (o *outline) each(f func(points []board.Point, open bool)) {
	start := 0
	for i, end := range o.ends {
		f(o.points[start:end], o.open[i])
		start = end
	}
}

// flatten makes straight lines of segs.
func (o *outline) flatten(segs []scene.Seg, m matrix) {
	o.reset()
	var pen board.Point
	for i := range segs {
		switch s := &segs[i]; s.Op {
		case scene.MoveTo:
			o.end(true)
			pen = m.at(s.P[0])
			o.add(pen)
		case scene.LineTo:
			pen = m.at(s.P[0])
			o.add(pen)
		case scene.CurveTo:
			p, q, end := m.at(s.P[0]), m.at(s.P[1]), m.at(s.P[2])
			o.curve(pen, p, q, end)
			pen = end
		case scene.Close:
			o.end(false)
		}
	}
	o.end(true)
}

// curve adds a Bezier curve from a to d in as many pieces as the tolerance asks.
func (o *outline) curve(a, b, c, d board.Point) {
	bend := max(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y), math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y))
	n := int(max(1, min(200, math.Ceil(math.Sqrt(0.75*bend/tolerance)))))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		p, q, r, s := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		o.add(board.Point{X: p*a.X + q*b.X + r*c.X + s*d.X, Y: p*a.Y + q*b.Y + r*c.Y + s*d.Y})
	}
	o.add(d)
}

// bounds is the rectangle of whole pixels around the polygons.
func (o *outline) bounds() image.Rectangle {
	if len(o.points) == 0 {
		return image.Rectangle{}
	}
	lo, hi := o.points[0], o.points[0]
	for _, p := range o.points {
		lo = board.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}
		hi = board.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
	}
	return around(lo, hi)
}

func (b *brush) path(p *scene.Path, m matrix) {
	b.lines.flatten(p.Segs, m)
	box := b.lines.bounds()
	if p.Fill.A > 0 {
		b.fill(&b.lines, p.Fill)
	}
	width := p.Width * b.zoom
	if p.Stroke.A == 0 || !(width > 0) {
		return
	}
	line := pen{out: &b.stroke, r: max(width, thinnest) / 2}
	if width >= 0.5 {
		line.dash, line.scale = p.Dash, b.zoom
	}
	box = box.Inset(-pixel(math.Ceil(line.r)) - 1)
	b.squares(box, func(square image.Rectangle) *outline {
		b.stroke.reset()
		line.near = near(square, width)
		b.lines.each(line.draw)
		return &b.stroke
	}, b.painter(faint(p.Stroke, width)))
}

// faint is the colour of a line that is thinner than a pixel can show.
func faint(c color.NRGBA, width float64) color.NRGBA {
	if width < thinnest {
		c.A = uint8(float64(c.A)*width/thinnest + 0.5)
	}
	return c
}

// fill paints the inside of polygons. Where several overlap the inside is painted once.
func (b *brush) fill(o *outline, c color.NRGBA) {
	b.squares(o.bounds(), func(image.Rectangle) *outline { return o }, b.painter(c))
}

// painter covers with one colour.
func (b *brush) painter(c color.NRGBA) func(image.Rectangle) {
	p := premultiply(c)
	return func(part image.Rectangle) {
		for y := part.Min.Y; y < part.Max.Y; y++ {
			b.cover(b.row(y, part.Min.X, part.Max.X), b.mask.row(y, part.Min.X, part.Max.X), p)
		}
	}
}

// squares reckons square by square how far each pixel in box is covered by the polygons that of returns for a square, and
// has each part that is in the window painted. What of returns may depend on the square, never on the window: leaving out
// a polygon that is not seen changes how its neighbours are rounded.
func (b *brush) squares(box image.Rectangle, of func(square image.Rectangle) *outline, paint func(part image.Rectangle)) {
	seen := box.Intersect(b.window)
	if seen.Empty() {
		return
	}
	for y := floorTo(seen.Min.Y); y < seen.Max.Y; y += block {
		for x := floorTo(seen.Min.X); x < seen.Max.X; x += block {
			square := image.Rect(x, y, x+block, y+block).Intersect(box)
			b.mask.draw(of(square), square)
			paint(square.Intersect(b.window))
		}
	}
}

func floorTo(v int) int {
	r := v % block
	if r < 0 {
		r += block
	}
	return v - r
}

// mask is the coverage of the pixels in one square.
type mask struct {
	raster vector.Rasterizer
	alpha  image.Alpha
	box    image.Rectangle
}

// row is the coverage of the pixels from x0 to x1.
func (m *mask) row(y, x0, x1 int) []byte {
	i := (y-m.box.Min.Y)*m.alpha.Stride - m.box.Min.X
	return m.alpha.Pix[i+x0 : i+x1]
}

// draw reckons the coverage of the pixels in box.
func (m *mask) draw(o *outline, box image.Rectangle) {
	m.box = box
	w, h := box.Dx(), box.Dy()
	m.raster.Reset(w, h)
	m.raster.DrawOp = draw.Src
	c := clip{&m.raster, float64(w), float64(h)}
	corner := board.Point{X: float64(box.Min.X), Y: float64(box.Min.Y)}
	o.each(func(points []board.Point, _ bool) {
		last := points[len(points)-1].Sub(corner)
		for _, p := range points {
			p = p.Sub(corner)
			c.line(last, p)
			last = p
		}
	})
	if cap(m.alpha.Pix) < w*h {
		m.alpha.Pix = make([]byte, w*h)
	}
	m.alpha.Pix, m.alpha.Stride, m.alpha.Rect = m.alpha.Pix[:w*h], w, image.Rect(0, 0, w, h)
	m.raster.Draw(&m.alpha, m.alpha.Rect, image.Opaque, image.Point{})
}

// clip hands lines to a rasterizer, cut to its size. What is above or below is left out; what is beside moves to the
// side, because a line on the left covers all that is right of it.
type clip struct {
	raster *vector.Rasterizer
	w, h   float64
}

// steep is how many rows a line may cross at once: the rasterizer rounds at every row, and drifts.
const steep = 24

func (c *clip) line(p, q board.Point) {
	if p.Y == q.Y || p.Y < 0 && q.Y < 0 || p.Y > c.h && q.Y > c.h {
		return
	}
	p, q = cutY(p, q, 0, c.h)
	if (p.X < 0) != (q.X < 0) {
		mid := crossing(p, q, 0)
		c.right(p, mid)
		c.right(mid, q)
		return
	}
	c.right(p, q)
}

// right cuts a line at the right side.
func (c *clip) right(p, q board.Point) {
	if (p.X < c.w) != (q.X < c.w) {
		mid := crossing(p, q, c.w)
		c.piece(p, mid)
		c.piece(mid, q)
		return
	}
	c.piece(p, q)
}

func crossing(p, q board.Point, x float64) board.Point {
	return board.Point{X: x, Y: p.Y + (x-p.X)/(q.X-p.X)*(q.Y-p.Y)}
}

// cutY shortens a line to what lies between two heights.
func cutY(p, q board.Point, lo, hi float64) (board.Point, board.Point) {
	at := func(y float64) board.Point { return board.Point{X: p.X + (y-p.Y)/(q.Y-p.Y)*(q.X-p.X), Y: y} }
	a, b := p, q
	for _, y := range [2]float64{lo, hi} {
		outside := func(v float64) bool { return y == lo && v < lo || y == hi && v > hi }
		if outside(p.Y) {
			a = at(y)
		}
		if outside(q.Y) {
			b = at(y)
		}
	}
	return a, b
}

func (c *clip) piece(p, q board.Point) {
	p.X, q.X = max(0, min(c.w, p.X)), max(0, min(c.w, q.X))
	n := 1
	if p.X != q.X {
		n = int(math.Abs(q.Y-p.Y)/steep) + 1
	}
	c.raster.MoveTo(float32(p.X), float32(p.Y))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		c.raster.LineTo(float32(p.X+t*(q.X-p.X)), float32(p.Y+t*(q.Y-p.Y)))
	}
	c.raster.LineTo(float32(q.X), float32(q.Y))
}
