package raster

import (
	"image"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
)

// leastBlur is the width of the fading edge in pixels below which a shadow is left out.
const leastBlur = 0.75

// shadow darkens what lies under a thing, fading out at its edges. Both directions fade by themselves, so that a row and
// a column of numbers are all that is reckoned.
func (b *brush) shadow(s *scene.Shadow, m matrix) {
	blur := s.Blur * b.zoom
	if blur < leastBlur || s.Color.A == 0 {
		return
	}
	if m.turned {
		b.turnedShadow(s, m)
		return
	}
	part := m.box(s.Rect.Grow(s.Blur)).Intersect(b.window)
	if part.Empty() {
		return
	}
	under := b.hidden(s, m).Intersect(part)
	p := premultiply(s.Color)
	z := b.zoom
	across := make([]uint32, part.Dx())
	for i := range across {
		x := float64(part.Min.X+i) + 0.5
		across[i] = fade(x-s.Rect.X*z, (s.Rect.X+s.Rect.W)*z-x, blur)
	}
	for y := part.Min.Y; y < part.Max.Y; y++ {
		mid := float64(y) + 0.5
		down := fade(mid-s.Rect.Y*z, (s.Rect.Y+s.Rect.H)*z-mid, blur)
		if down == 0 {
			continue
		}
		row := b.row(y, part.Min.X, part.Max.X)
		if y < under.Min.Y || y >= under.Max.Y {
			darken(row, across, p, down)
			continue
		}
		from, to := under.Min.X-part.Min.X, under.Max.X-part.Min.X
		darken(row, across[:from], p, down)
		darken(row[4*to:], across[to:], p, down)
	}
}

// darken lays a shadow over pixels, as dark as across says times down.
func darken(row []byte, across []uint32, p premultiplied, down uint32) {
	for i, a := range across {
		if a = div255(a * down); a != 0 {
			over(row[4*i:4*i+4:4*i+4], p, a)
		}
	}
}

// hidden are the pixels of a shadow that will be painted over.
func (b *brush) hidden(s *scene.Shadow, m matrix) image.Rectangle {
	if s.Under.Empty() {
		return image.Rectangle{}
	}
	return m.box(s.Under).Inset(1)
}

// fade is how dark a shadow is, of 255, so far inside its left and right side.
func fade(left, right, blur float64) uint32 {
	return uint32(255*soft(left/blur)*soft(right/blur) + 0.5)
}

// soft goes from 0 at -1 to 1 at 1 without a kink.
func soft(v float64) float64 {
	t := max(0, min(1, (v+1)/2))
	return t * t * (3 - 2*t)
}

// turnedShadow does the same for a thing that is turned, pixel by pixel.
func (b *brush) turnedShadow(s *scene.Shadow, m matrix) {
	part := m.box(s.Rect.Grow(s.Blur)).Intersect(b.window)
	p := premultiply(s.Color)
	r, u := s.Rect, s.Under.Grow(-1.5/b.zoom)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := b.row(y, part.Min.X, part.Max.X)
		for x := part.Min.X; x < part.Max.X; x++ {
			q := m.back(board.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5})
			if !u.Empty() && u.Contains(q) || math.Abs(q.X-r.X-r.W/2) > r.W/2+s.Blur {
				continue
			}
			a := div255(fade(q.X-r.X, r.X+r.W-q.X, s.Blur) * fade(q.Y-r.Y, r.Y+r.H-q.Y, s.Blur))
			if a != 0 {
				i := 4 * (x - part.Min.X)
				over(row[i:i+4:i+4], p, a)
			}
		}
	}
}
