// Package raster turns a scene into pixels: tiles of a screen, thumbnails and pictures in files. It is pure arithmetic on
// image.RGBA, so it needs no display, and a picture drawn in pieces is the same, pixel by pixel, as one drawn at once.
package raster

import (
	"image"
	"image/color"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
)

// Options say which part of a scene is drawn, and how.
type Options struct {
	From       board.Point                   // the place on the board of the top left pixel, moved to the nearest whole pixel of the board
	Zoom       float64                       // device pixels per board unit
	Background color.NRGBA                   // clear where its alpha is 0
	Pictures   func(hash string) image.Image // nil, or nil for a picture that is not here, draws a grey area
	Hidden     func(board.ID) bool           // objects that are left out; nil leaves out none
	Cache      *Cache                        // what drawings can share; nil shares nothing
}

// speck is the size in pixels below which a shape is left out.
const speck = 0.9

// Draw fills dst with what lies under it. The pixels of dst are the caller's; several goroutines may draw one scene into
// different images at once. A zoom that is not above 0 draws the background alone.
func Draw(dst *image.RGBA, s *scene.Scene, o Options) {
	clearTo(dst, o.Background)
	if !(o.Zoom > 0) || math.IsInf(o.Zoom, 0) || dst.Rect.Empty() {
		return
	}
	if o.Cache == nil {
		o.Cache = NewCache()
	}
	b := o.Cache.brush()
	defer o.Cache.putBack(b)
	b.dst, b.zoom, b.cache, b.pictures = dst, o.Zoom, o.Cache, o.Pictures
	at := image.Pt(pixel(o.From.X*o.Zoom), pixel(o.From.Y*o.Zoom))
	b.window = dst.Rect.Sub(dst.Rect.Min).Add(at)
	for _, i := range s.In(b.seen()) {
		if o.Hidden != nil && o.Hidden(scene.PlaceOf(s.Shapes[i]).Obj) {
			continue
		}
		if r := s.Box(int(i)); max(r.W, r.H)*b.zoom >= speck {
			b.shape(s.Shapes[i])
		}
	}
}

// brush draws shapes into one image. Its pixels are those of the whole board at its zoom: pixel 0,0 lies at the origin of
// the board, whatever part of it the image shows, so that every part is reckoned in the same way.
type brush struct {
	dst      *image.RGBA
	window   image.Rectangle // the part of the board that dst shows, in pixels of the board
	zoom     float64
	cache    *Cache
	pictures func(string) image.Image

	lines  outline
	mask   mask
	stroke outline
	glyphs []scene.Glyph

	solid   []byte // pixels of the colour solidOf
	solidOf premultiplied
}

// seen is the part of the board that is drawn, with a pixel to spare for edges.
func (b *brush) seen() board.Rect {
	z := b.zoom
	return board.Rect{
		X: float64(b.window.Min.X) / z, Y: float64(b.window.Min.Y) / z,
		W: float64(b.window.Dx()) / z, H: float64(b.window.Dy()) / z,
	}.Grow(1.5 / z)
}

func (b *brush) shape(s scene.Shape) {
	m := b.matrix(scene.PlaceOf(s))
	switch s := s.(type) {
	case *scene.Path:
		b.path(s, m)
	case *scene.Line:
		b.line(s, m)
	case *scene.Shadow:
		b.shadow(s, m)
	case *scene.Picture:
		b.picture(s, m)
	}
}

// matrix takes board units to pixels of the board.
type matrix struct {
	a, b, c, d, x, y float64
	turned           bool
}

func (b *brush) matrix(p scene.Place) matrix {
	z := b.zoom
	if p.Turn == 0 {
		return matrix{a: z, d: z}
	}
	sin, cos := math.Sincos(p.Turn * math.Pi / 180)
	c := p.About
	return matrix{
		a: z * cos, b: z * sin, c: -z * sin, d: z * cos,
		x: z * (c.X - c.X*cos + c.Y*sin), y: z * (c.Y - c.X*sin - c.Y*cos), turned: true,
	}
}

func (m matrix) at(p board.Point) board.Point {
	return board.Point{X: p.X*m.a + p.Y*m.c + m.x, Y: p.X*m.b + p.Y*m.d + m.y}
}

// back takes a pixel to board units.
func (m matrix) back(p board.Point) board.Point {
	det := m.a*m.d - m.b*m.c
	x, y := p.X-m.x, p.Y-m.y
	return board.Point{X: (x*m.d - y*m.c) / det, Y: (y*m.a - x*m.b) / det}
}

// box is the rectangle of whole pixels around r.
func (m matrix) box(r board.Rect) image.Rectangle {
	lo := board.Point{X: math.Inf(1), Y: math.Inf(1)}
	hi := board.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, p := range [4]board.Point{r.Min(), r.Max(), {X: r.X + r.W, Y: r.Y}, {X: r.X, Y: r.Y + r.H}} {
		q := m.at(p)
		lo = board.Point{X: min(lo.X, q.X), Y: min(lo.Y, q.Y)}
		hi = board.Point{X: max(hi.X, q.X), Y: max(hi.Y, q.Y)}
	}
	return around(lo, hi)
}

// around is the rectangle of whole pixels around two corners.
func around(lo, hi board.Point) image.Rectangle {
	return image.Rectangle{
		image.Pt(pixel(math.Floor(lo.X)), pixel(math.Floor(lo.Y))), image.Pt(pixel(math.Ceil(hi.X)), pixel(math.Ceil(hi.Y))),
	}
}

// pixel is the nearest whole pixel, kept where arithmetic on it cannot overflow.
func pixel(v float64) int {
	const far = 1 << 40
	if math.IsNaN(v) {
		return 0
	}
	return int(math.Floor(max(-far, min(far, v)) + 0.5))
}
