package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// premultiplied is a colour as pixels hold it.
type premultiplied [4]uint32

func premultiply(c color.NRGBA) premultiplied {
	a := uint32(c.A)
	of := func(v uint8) uint32 { return div255(uint32(v) * a) }
	return premultiplied{of(c.R), of(c.G), of(c.B), a}
}

// div255 is v/255, rounded, for v up to 255*255.
func div255(v uint32) uint32 {
	v += 128
	return (v + v>>8) >> 8
}

func clearTo(dst *image.RGBA, c color.NRGBA) {
	if dst.Rect.Empty() {
		return
	}
	p := premultiply(c)
	w := 4 * dst.Rect.Dx()
	row := dst.Pix[:w]
	fillRow(row, p)
	for y := 1; y < dst.Rect.Dy(); y++ {
		copy(dst.Pix[y*dst.Stride:][:w], row)
	}
}

// fillRow sets every pixel of row.
func fillRow(row []byte, p premultiplied) {
	if len(row) < 4 {
		return
	}
	row[0], row[1], row[2], row[3] = byte(p[0]), byte(p[1]), byte(p[2]), byte(p[3])
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
}

// row is the part of a row of dst that shows the pixels from x0 to x1 of the board.
func (b *brush) row(y, x0, x1 int) []byte {
	i := (y-b.window.Min.Y)*b.dst.Stride + 4*(x0-b.window.Min.X)
	return b.dst.Pix[i : i+4*(x1-x0)]
}

// even picks red and blue, or green and alpha, out of a pixel, with room above each for a product.
const even = 0x00FF00FF

// times is both halves of an even pair times v/255, rounded.
func times(pair, v uint32) uint32 {
	t := pair*v + 0x00800080
	return (t + t>>8&even) >> 8 & even
}

// over lays p, covering a part of 255, over one pixel.
func over(pix []byte, p premultiplied, cover uint32) {
	rb, ga := times(p[0]|p[2]<<16, cover), times(p[1]|p[3]<<16, cover)
	d := binary.LittleEndian.Uint32(pix)
	rest := 255 - ga>>16
	rb += times(d&even, rest)
	ga += times(d>>8&even, rest)
	binary.LittleEndian.PutUint32(pix, rb|ga<<8)
}

// cover lays a colour over a row of pixels through a mask.
func (b *brush) cover(row, mask []byte, p premultiplied) {
	for i := 0; i < len(mask); i++ {
		m := mask[i]
		switch {
		case m == 0:
		case m == 255 && p[3] == 255:
			end := i + 1
			for end < len(mask) && mask[end] == 255 {
				end++
			}
			b.run(row[4*i:4*end], p)
			i = end - 1
		default:
			over(row[4*i:4*i+4:4*i+4], p, uint32(m))
		}
	}
}

// run sets pixels to an opaque colour.
func (b *brush) run(row []byte, p premultiplied) {
	if len(row) <= 64 {
		fillRow(row, p)
		return
	}
	if len(b.solid) < len(row) || b.solidOf != p {
		b.solid, b.solidOf = slices.Grow(b.solid[:0], max(len(row), 4*block)), p
		b.solid = b.solid[:cap(b.solid)&^3]
		fillRow(b.solid, p)
	}
	copy(row, b.solid)
}
