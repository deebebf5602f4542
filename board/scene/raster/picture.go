package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
)

// missing is the grey of a picture that is not here.
var missing = color.NRGBA{R: 0x80, G: 0x80, B: 0x80, A: 0x40}

func (b *brush) picture(p *scene.Picture, m matrix) {
	if m.box(p.Rect).Inset(-1).Intersect(b.window).Empty() {
		return
	}
	src := b.source(p.Hash)
	r := p.Rect
	if src != nil {
		r = p.Fitted(src.levels[0].Rect.Dx(), src.levels[0].Rect.Dy())
	}
	if !m.turned {
		r = aligned(r, b.zoom)
	}
	if src == nil {
		b.rectangle(r, m)
		b.fill(&b.lines, missing)
		return
	}
	b.texture(src, r, m)
}

// aligned is an upright rectangle with its sides on whole pixels, so that they are sharp.
func aligned(r board.Rect, zoom float64) board.Rect {
	at := func(v float64) float64 { return float64(pixel(v*zoom)) / zoom }
	x, y := at(r.X), at(r.Y)
	return board.Rect{X: x, Y: y, W: max(at(r.X+r.W)-x, 1/zoom), H: max(at(r.Y+r.H)-y, 1/zoom)}
}

// rectangle makes r the outline to fill.
func (b *brush) rectangle(r board.Rect, m matrix) {
	b.lines.reset()
	for _, p := range [4]board.Point{r.Min(), {X: r.X + r.W, Y: r.Y}, r.Max(), {X: r.X, Y: r.Y + r.H}} {
		b.lines.add(m.at(p))
	}
	b.lines.end(false)
}

// source is a picture of the workshop, nil where there is none.
func (b *brush) source(hash string) *mips {
	c := b.cache
	c.mu.RLock()
	src, ok := c.pictures[hash]
	c.mu.RUnlock()
	if ok {
		return src
	}
	if b.pictures == nil {
		return nil
	}
	img := b.pictures(hash)
	if img == nil || img.Bounds().Empty() {
		return nil // it may come later
	}
	src = newMips(img)
	c.mu.Lock()
	defer c.mu.Unlock()
	total := src.size()
	for _, p := range c.pictures {
		total += p.size()
	}
	if total > maxPictures {
		clear(c.pictures)
	}
	c.pictures[hash] = src
	return src
}

// mips is a picture in several sizes, each half the one before.
type mips struct{ levels []*image.RGBA }

func newMips(img image.Image) *mips {
	r := img.Bounds()
	first := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(first, first.Rect, img, r.Min, draw.Src)
	m := &mips{[]*image.RGBA{first}}
	for last := first; last.Rect.Dx() > 1 || last.Rect.Dy() > 1; {
		last = halve(last)
		m.levels = append(m.levels, last)
	}
	return m
}

func (m *mips) size() int {
	n := 0
	for _, l := range m.levels {
		n += len(l.Pix)
	}
	return n
}

// halve is a picture half as large; each pixel is the mean of four.
func halve(src *image.RGBA) *image.RGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, max(w/2, 1), max(h/2, 1)))
	for y := range out.Rect.Dy() {
		y0, y1 := min(2*y, h-1), min(2*y+1, h-1)
		for x := range out.Rect.Dx() {
			x0, x1 := 4*min(2*x, w-1), 4*min(2*x+1, w-1)
			p, q := src.Pix[y0*src.Stride:], src.Pix[y1*src.Stride:]
			o := out.Pix[y*out.Stride+4*x:]
			for c := range 4 {
				o[c] = byte((uint(p[x0+c]) + uint(p[x1+c]) + uint(q[x0+c]) + uint(q[x1+c]) + 2) / 4)
			}
		}
	}
	return out
}

// level is the smallest size that still has a pixel for each pixel of the board, for a picture shown w pixels wide.
func (m *mips) level(w float64) *image.RGBA {
	i := 0
	for i+1 < len(m.levels) && float64(m.levels[i+1].Rect.Dx()) >= w {
		i++
	}
	return m.levels[i]
}

// texture draws a picture into a rectangle.
func (b *brush) texture(src *mips, r board.Rect, m matrix) {
	if r.Empty() {
		return
	}
	img := src.level(r.W * math.Hypot(m.a, m.b))
	sx, sy := float64(img.Rect.Dx())/r.W, float64(img.Rect.Dy())/r.H
	b.rectangle(r, m)
	b.squares(b.lines.bounds(), func(image.Rectangle) *outline { return &b.lines }, func(part image.Rectangle) {
		for y := part.Min.Y; y < part.Max.Y; y++ {
			row := b.row(y, part.Min.X, part.Max.X)
			for i, cover := range b.mask.row(y, part.Min.X, part.Max.X) {
				if cover == 0 {
					continue
				}
				p := m.back(board.Point{X: float64(part.Min.X+i) + 0.5, Y: float64(y) + 0.5})
				over(row[4*i:4*i+4:4*i+4], sample(img, (p.X-r.X)*sx-0.5, (p.Y-r.Y)*sy-0.5), uint32(cover))
			}
		}
	})
}

// sample is the colour of a picture between four of its pixels.
func sample(img *image.RGBA, x, y float64) premultiplied {
	x = max(0, min(x, float64(img.Rect.Dx()-1)))
	y = max(0, min(y, float64(img.Rect.Dy()-1)))
	xi, yi := int(x), int(y)
	fx, fy := uint32((x-float64(xi))*256), uint32((y-float64(yi))*256)
	x1, y1 := min(xi+1, img.Rect.Dx()-1), min(yi+1, img.Rect.Dy()-1)
	a, b := img.Pix[yi*img.Stride+4*xi:], img.Pix[yi*img.Stride+4*x1:]
	c, d := img.Pix[y1*img.Stride+4*xi:], img.Pix[y1*img.Stride+4*x1:]
	var out premultiplied
	for i := range out {
		top := uint32(a[i])*(256-fx) + uint32(b[i])*fx
		bottom := uint32(c[i])*(256-fx) + uint32(d[i])*fx
		out[i] = (top*(256-fy) + bottom*fy + 1<<15) >> 16
	}
	return out
}
