package look

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
)

// blur is how far a shadow fades out, and drop how far it lies below what casts it.
const (
	blur = 18
	drop = 5
)

// shadow is the one soft shadow that floating things cast. It is painted once for a size, at half the resolution, as
// nobody sees an edge in it.
type shadow struct {
	img    *fcanvas.Image
	size   fyne.Size
	color  color.NRGBA
	radius float32
}

func newShadow(radius float32) *shadow {
	return &shadow{img: &fcanvas.Image{ScaleMode: fcanvas.ImageScaleFastest, FillMode: fcanvas.ImageFillStretch}, radius: radius}
}

// place puts the shadow under a box of a size at the origin.
func (s *shadow) place(size fyne.Size, c color.NRGBA) {
	s.img.Move(fyne.NewPos(-blur, -blur+drop))
	if size == s.size && c == s.color {
		return
	}
	s.size, s.color = size, c
	s.img.Image = softBox(int(size.Width/2), int(size.Height/2), s.radius/2, blur/2, c)
	s.img.Resize(size.AddWidthHeight(2*blur, 2*blur))
	s.img.Refresh()
}

// softBox paints a rounded box of w by h pixels that fades out over edge pixels on each side.
func softBox(w, h int, radius, edge float32, c color.NRGBA) *image.RGBA {
	e := int(edge)
	img := image.NewRGBA(image.Rect(0, 0, max(w+2*e, 1), max(h+2*e, 1)))
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			d := boxDistance(float64(x-e)+.5-float64(w)/2, float64(y-e)+.5-float64(h)/2, float64(w)/2, float64(h)/2, float64(radius))
			t := min(max(.5-d/float64(2*edge), 0), 1)
			a := float64(c.A) * t * t * (3 - 2*t)
			img.SetRGBA(x, y, color.RGBA{
				R: uint8(float64(c.R) * a / 255), G: uint8(float64(c.G) * a / 255), B: uint8(float64(c.B) * a / 255), A: uint8(a),
			})
		}
	}
	return img
}

// boxDistance is how far a point lies outside a rounded box around the origin, negative within
// (https://iquilezles.org/articles/distfunctions2d/).
func boxDistance(x, y, w, h, r float64) float64 {
	x, y = math.Abs(x)-w+r, math.Abs(y)-h+r
	return math.Hypot(max(x, 0), max(y, 0)) + min(max(x, y), 0) - r
}
