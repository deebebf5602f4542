package main

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// reduce returns src with at most n colours, chosen by median cut (Heckbert, "Color image quantization for frame
// buffer display", 1982) over colour and opacity.
func reduce(src *image.NRGBA, n int) *image.Paletted {
	var pixels [][4]uint8
	for i := 0; i < len(src.Pix); i += 4 {
		p := [4]uint8(src.Pix[i:])
		if p[3] < 4 {
			p = [4]uint8{}
			copy(src.Pix[i:], p[:])
		}
		pixels = append(pixels, p)
	}
	boxes := cut(pixels, n)
	pal := make(color.Palette, len(boxes))
	for i, b := range boxes {
		pal[i] = mean(b)
	}
	out := image.NewPaletted(src.Rect, pal)
	for i := range out.Pix {
		out.Pix[i] = nearest(pal, [4]uint8(src.Pix[4*i:]))
	}
	return out
}

// cut splits the pixels into at most n boxes of like colours; what is clear has a box of its own.
func cut(pixels [][4]uint8, n int) [][][4]uint8 {
	clear, rest := [][4]uint8{}, [][4]uint8{}
	for _, p := range pixels {
		if p[3] == 0 {
			clear = append(clear, p)
		} else {
			rest = append(rest, p)
		}
	}
	boxes := [][][4]uint8{rest}
	for len(boxes) < n-1 {
		i, axis := widest(boxes)
		if i < 0 {
			break
		}
		b := boxes[i]
		slices.SortFunc(b, func(p, q [4]uint8) int { return cmp.Compare(p[axis], q[axis]) })
		m := len(b) / 2
		for m < len(b)-1 && b[m][axis] == b[m-1][axis] {
			m++
		}
		boxes[i] = b[:m]
		boxes = append(boxes, b[m:])
	}
	return append(boxes, clear)
}

// widest is the box to split next and the channel along which it is widest, weighed by how many pixels it holds.
func widest(boxes [][][4]uint8) (box, axis int) {
	box, best := -1, 0
	for i, b := range boxes {
		for a := range 4 {
			lo, hi := uint8(255), uint8(0)
			for _, p := range b {
				lo, hi = min(lo, p[a]), max(hi, p[a])
			}
			if hi <= lo {
				continue
			}
			if w := int(hi-lo) * int(hi-lo) * len(b); w > best {
				box, axis, best = i, a, w
			}
		}
	}
	return box, axis
}

func mean(b [][4]uint8) color.NRGBA {
	if len(b) == 0 {
		return color.NRGBA{}
	}
	var sum [4]int
	for _, p := range b {
		for a := range 3 {
			sum[a] += int(p[a]) * int(p[3])
		}
		sum[3] += int(p[3])
	}
	if sum[3] == 0 {
		return color.NRGBA{}
	}
	at := func(a int) uint8 { return uint8((sum[a] + sum[3]/2) / sum[3]) }
	return color.NRGBA{R: at(0), G: at(1), B: at(2), A: uint8((sum[3] + len(b)/2) / len(b))}
}

func nearest(pal color.Palette, p [4]uint8) uint8 {
	best, at := 1<<30, 0
	for i, c := range pal {
		q := c.(color.NRGBA)
		// Colour counts by how much of it is seen.
		d := 0
		for a, v := range [3]uint8{q.R, q.G, q.B} {
			diff := int(p[a])*int(p[3])/255 - int(v)*int(q.A)/255
			d += diff * diff
		}
		alpha := int(p[3]) - int(q.A)
		if d += 2 * alpha * alpha; d < best {
			best, at = d, i
		}
	}
	return uint8(at)
}
