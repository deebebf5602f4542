package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/draw"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/scene"
)

// Sizes of an em in pixels at which text is drawn in another way.
const (
	unseen = 2   // below it a text is left out
	unread = 5   // below it a line is a grey bar
	drawn  = 160 // above it letters are filled as outlines, because masks would take too much memory
)

// bar is how dark the bar is that stands for a line of small text, of 255: about as dark as its letters.
const bar = 0x4C

// subpixels is how many places within a pixel a letter can begin at.
const subpixels = 4

// steps is how many sizes of letters there are between two whole pixels.
const steps = 8

func (b *brush) line(l *scene.Line, m matrix) {
	em := l.Size * b.zoom
	switch {
	case !(em >= unseen) || l.Color.A == 0:
	case em < unread:
		b.bar(l, m)
	case m.turned || em > drawn:
		b.freeLine(l, m)
	default:
		b.sharpLine(l, m, em)
	}
}

// bar draws a line too small to read.
func (b *brush) bar(l *scene.Line, m matrix) {
	c := l.Color
	c.A = uint8(int(c.A) * bar / 255)
	x, y, h := l.Origin.X, l.Origin.Y, 0.5*l.Size
	b.lines.reset()
	for _, p := range [4]board.Point{{X: x, Y: y - h}, {X: x + l.Width, Y: y - h}, {X: x + l.Width, Y: y}, {X: x, Y: y}} {
		b.lines.add(m.at(p))
	}
	b.lines.end(false)
	b.fill(&b.lines, c)
}

// freeLine fills the outlines of letters that are turned or very large.
func (b *brush) freeLine(l *scene.Line, m matrix) {
	for i := range l.Runs {
		r := &l.Runs[i]
		start := board.Point{X: l.Origin.X + r.X, Y: l.Origin.Y}
		if r.Emoji {
			b.freeEmoji(r, board.Rect{X: start.X, Y: start.Y - 0.8*l.Size, W: l.Size, H: l.Size}, m)
			continue
		}
		b.glyphs = r.AppendGlyphs(b.glyphs[:0])
		for _, g := range b.glyphs {
			p := m.at(start.Add(board.Point{X: g.X * l.Size, Y: g.Y * l.Size}))
			at := matrix{a: m.a * l.Size, b: m.b * l.Size, c: m.c * l.Size, d: m.d * l.Size, x: p.X, y: p.Y}
			b.lines.flatten(b.cache.outline(r.Font, g.ID), at)
			b.fill(&b.lines, l.Color)
		}
	}
}

// sharpLine sets upright letters from masks, with their baseline on a whole pixel.
func (b *brush) sharpLine(l *scene.Line, m matrix, em float64) {
	at := m.at(l.Origin)
	base := pixel(at.Y)
	p, weight := premultiply(l.Color), weigh(l.Color)
	size := max(uint16(em*steps+0.5), 1)
	for i := range l.Runs {
		r := &l.Runs[i]
		x := at.X + r.X*b.zoom
		if r.Emoji {
			b.sharpEmoji(r, x, base, em)
			continue
		}
		if x > float64(b.window.Max.X)+em || x+r.Width*b.zoom < float64(b.window.Min.X)-em {
			continue
		}
		b.glyphs = r.AppendGlyphs(b.glyphs[:0])
		for _, g := range b.glyphs {
			gx := math.Floor((x+g.X*em)*subpixels + 0.5)
			whole := math.Floor(gx / subpixels)
			key := glyphKey{glyph: g.ID, size: size, font: uint8(r.Font), sub: uint8(gx - whole*subpixels)}
			b.stamp(b.cache.glyph(key), image.Pt(int(whole), base+pixel(g.Y*em)), p, weight)
		}
	}
}

// stamp lays a letter over the picture.
func (b *brush) stamp(g *glyph, at image.Point, p premultiplied, weight *[256]byte) {
	box := g.box.Add(at)
	part := box.Intersect(b.window)
	if part.Empty() {
		return
	}
	w := box.Dx()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		mask := g.alpha[(y-box.Min.Y)*w+part.Min.X-box.Min.X:][:part.Dx()]
		row := b.row(y, part.Min.X, part.Max.X)
		for i, m := range mask {
			if m != 0 {
				over(row[4*i:4*i+4:4*i+4], p, uint32(weight[m]))
			}
		}
	}
}

// glyphKey tells letters apart: which, in eighths of a pixel how large, and at which part of a pixel they begin.
type glyphKey struct {
	glyph uint32
	size  uint16
	font  uint8
	sub   uint8
}

// glyph is the coverage of a letter. box is around its pixels, seen from the pixel of its origin.
type glyph struct {
	box   image.Rectangle
	alpha []byte
}

func (c *Cache) glyph(key glyphKey) *glyph {
	return kept(c, &c.glyphs, key, func() (*glyph, int) {
		em := float64(key.size) / steps
		var o outline
		o.flatten(c.outline(scene.Font(key.font), key.glyph), matrix{a: em, d: em, x: float64(key.sub) / subpixels})
		g := &glyph{box: o.bounds()}
		if !g.box.Empty() {
			var m mask
			m.draw(&o, g.box)
			g.alpha = m.alpha.Pix
		}
		return g, len(g.alpha) + 64
	})
}

// Letters are blended in the space of the screen, which makes dark ones on light paper a little too thin at small sizes
// and light ones on dark paper much too thin. These curves give them their weight back.
var (
	darkWeight  = curve(0.86)
	lightWeight = curve(0.72)
)

func curve(gamma float64) (out [256]byte) {
	for i := range out {
		out[i] = byte(math.Pow(float64(i)/255, gamma)*255 + 0.5)
	}
	return out
}

// weigh chooses the curve by how light a colour is.
func weigh(c color.NRGBA) *[256]byte {
	if 3*int(c.R)+6*int(c.G)+int(c.B) > 10*140 {
		return &lightWeight
	}
	return &darkWeight
}

type emojiKey struct {
	text string
	side int
}

// emoji is the picture of an emoji, side pixels wide and high; nil where there is none.
func (c *Cache) emoji(text string, side int) *image.RGBA {
	return kept(c, &c.emojis, emojiKey{text, side}, func() (*image.RGBA, int) {
		data, ok := assets.EmojiPNG(text)
		if !ok {
			return nil, 64
		}
		src, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, 64
		}
		out := image.NewRGBA(image.Rect(0, 0, side, side))
		draw.CatmullRom.Scale(out, out.Rect, src, src.Bounds(), draw.Src, nil)
		return out, len(out.Pix)
	})
}

// sharpEmoji copies an emoji to whole pixels.
func (b *brush) sharpEmoji(r *scene.Run, x float64, base int, em float64) {
	side := max(pixel(em), 1)
	img := b.cache.emoji(r.Text, side)
	if img == nil {
		return
	}
	corner := image.Pt(pixel(x), base-pixel(0.8*em))
	part := img.Rect.Add(corner).Intersect(b.window)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		src := img.Pix[img.PixOffset(part.Min.X-corner.X, y-corner.Y):]
		row := b.row(y, part.Min.X, part.Max.X)
		for i := 0; i < len(row); i += 4 {
			if src[i+3] != 0 {
				p := premultiplied{uint32(src[i]), uint32(src[i+1]), uint32(src[i+2]), uint32(src[i+3])}
				over(row[i:i+4:i+4], p, 255)
			}
		}
	}
}

// freeEmoji draws an emoji that is turned or very large.
func (b *brush) freeEmoji(r *scene.Run, at board.Rect, m matrix) {
	if img := b.cache.emoji(r.Text, 72); img != nil {
		b.texture(&mips{levels: []*image.RGBA{img}}, at, m)
	}
}
