package canvas

import (
	"image"
	"image/color"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/board/scene/raster"
)

// sketch is a drawing in screen units that becomes one image. Fyne draws each line and each word of a window by itself in
// every frame; what seldom changes is cheaper as a picture.
type sketch struct{ scene scene.Scene }

// kappa places the controls of four curves that make a circle
// (https://pomax.github.io/bezierinfo/#circles_cubic).
const kappa = 0.5522847498

// disc draws a circle of a radius.
func (k *sketch) disc(c board.Point, r float64, fill, edge color.NRGBA, width float64) {
	at := func(x, y float64) board.Point { return board.Point{X: c.X + x*r, Y: c.Y + y*r} }
	segs := []scene.Seg{{Op: scene.MoveTo, P: [3]board.Point{at(1, 0)}}}
	for _, q := range [][6]float64{
		{1, kappa, kappa, 1, 0, 1}, {-kappa, 1, -1, kappa, -1, 0}, {-1, -kappa, -kappa, -1, 0, -1}, {kappa, -1, 1, -kappa, 1, 0},
	} {
		segs = append(segs, scene.Seg{Op: scene.CurveTo, P: [3]board.Point{at(q[0], q[1]), at(q[2], q[3]), at(q[4], q[5])}})
	}
	segs = append(segs, scene.Seg{Op: scene.Close})
	k.add(&scene.Path{Segs: segs, Fill: fill, Stroke: edge, Width: width})
}

// stroke draws a straight line.
func (k *sketch) stroke(a, b board.Point, c color.NRGBA, width float64) {
	segs := []scene.Seg{{Op: scene.MoveTo, P: [3]board.Point{a}}, {Op: scene.LineTo, P: [3]board.Point{b}}}
	k.add(&scene.Path{Segs: segs, Stroke: c, Width: width})
}

// word writes one line with its left end at p, which is the middle of its height; with middle its middle stands there.
func (k *sketch) word(s string, p board.Point, em float64, bold, middle bool, c color.NRGBA) {
	style := scene.Style{Size: em, Color: c, Leading: 1}
	if bold {
		style.Font = scene.SansBold
	}
	for _, l := range scene.Break(s, style, math.Inf(1)) {
		if middle {
			p.X -= l.Width / 2
		}
		l.Origin = board.Point{X: p.X, Y: p.Y + 0.33*em}
		k.add(&l)
	}
}

func (k *sketch) add(s scene.Shape) { k.scene.Shapes = append(k.scene.Shapes, s) }

// image is the drawing in device pixels, of which scale make a screen unit.
func (k *sketch) image(w, h, scale float64, cache *raster.Cache) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(int(math.Ceil(w*scale)), 1), max(int(math.Ceil(h*scale)), 1)))
	raster.Draw(img, &k.scene, raster.Options{Zoom: scale, Cache: cache})
	return img
}
