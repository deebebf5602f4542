package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the formats that pictures on boards may have
	_ "image/jpeg"
	_ "image/png"
	"math"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"samenbord/board"
	"samenbord/board/scene"
)

// maxPixels is the largest picture that is unpacked, 100 megapixels: more is no photo but a trap.
const maxPixels = 100_000_000

// errNoPicture says that the bytes of a picture are not here.
var errNoPicture = errors.New("picture is missing")

// picture draws a picture of the board, or an empty frame where it cannot be had: an export never fails on a photo.
func (p *painter) picture(s *scene.Picture) error {
	rect := s.Rect
	if c, err := p.config(s.Hash); err == nil {
		rect = s.Fitted(c.Width, c.Height)
	}
	w := max(int(math.Round(rect.W/72*200)), 1) // 200 dots an inch are enough for paper
	name := fmt.Sprintf("photo %s %d", s.Hash, w)
	if p.Image(name, rect, func() (image.Image, error) { return p.photo(s.Hash, w) }) == nil {
		return nil
	}
	frame := color.NRGBA{0xD9, 0xD5, 0xCC, 0xFF}
	r := s.Rect
	corners := []board.Point{r.Min(), {X: r.X + r.W, Y: r.Y}, r.Max(), {X: r.X, Y: r.Y + r.H}}
	out := &scene.Path{Fill: frame}
	for i, c := range corners {
		op := scene.LineTo
		if i == 0 {
			op = scene.MoveTo
		}
		out.Segs = append(out.Segs, scene.Seg{Op: op, P: [3]board.Point{c}})
	}
	p.Path(out)
	return nil
}

// config is how large a picture is, in pixels.
func (p *painter) config(hash string) (image.Config, error) {
	if p.blob == nil {
		return image.Config{}, errNoPicture
	}
	b, err := p.blob(hash)
	if err != nil {
		return image.Config{}, err
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	return c, err
}

// photo unpacks a picture and makes it no wider than it is printed.
func (p *painter) photo(hash string, width int) (image.Image, error) {
	if p.blob == nil {
		return nil, errNoPicture
	}
	b, err := p.blob(hash)
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", hash, err)
	}
	m, err := Decode(b)
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", hash, err)
	}
	r := m.Bounds()
	w, h := r.Dx(), r.Dy()
	if w > width {
		w, h = width, max(h*width/w, 1)
	}
	// gofpdf takes eight bits a colour only, so every picture is drawn anew.
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(out, out.Bounds(), m, r, draw.Src, nil)
	return out, nil
}

// Decode unpacks a picture: PNG, JPEG, GIF or WebP. It refuses one that would not fit into memory.
func Decode(b []byte) (image.Image, error) {
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height {
		return nil, fmt.Errorf("%d by %d pixels", c.Width, c.Height)
	}
	m, _, err := image.Decode(bytes.NewReader(b))
	return m, err
}

// shadow draws a soft shadow as a picture that is stretched over its place. Shadows of about the same shape share one.
func (p *painter) shadow(s *scene.Shadow) error {
	r := s.Rect.Grow(s.Blur)
	long := max(r.W, r.H)
	if s.Rect.Empty() || long <= 0 || s.Color.A == 0 {
		return nil
	}
	const dots, steps = 96, 24
	round := func(v float64) float64 { return math.Ceil(v*steps) / steps }
	w, h := round(r.W/long), round(r.H/long)
	blur := max(math.Round(s.Blur/long*200)/200, 0.005)
	name := fmt.Sprintf("shadow %.3f %.3f %.3f %v", w, h, blur, s.Color)
	return p.Image(name, r, func() (image.Image, error) {
		return blurred(int(w*dots), int(h*dots), blur*dots, s.Color), nil
	})
}

// blurred is a box whose edges fade out over 2*blur on each side of its outline, which lies blur inside the picture. It
// is the box convolved with a Gauss curve, for which the two directions can be done apart.
func blurred(w, h int, blur float64, c color.NRGBA) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	sigma := blur / 2
	edge := func(v, size float64) float64 {
		part := func(d float64) float64 { return 0.5 * (1 + math.Erf(d/(sigma*math.Sqrt2))) }
		return part(v-blur) - part(v-(size-blur))
	}
	for y := range h {
		across := edge(float64(y)+0.5, float64(h))
		for x := range w {
			a := float64(c.A) * across * edge(float64(x)+0.5, float64(w))
			out.SetNRGBA(x, y, color.NRGBA{c.R, c.G, c.B, uint8(math.Round(min(max(a, 0), 255)))})
		}
	}
	return out
}
