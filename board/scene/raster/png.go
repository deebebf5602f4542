package raster

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"runtime"
	"sync"

	"samenbord/board"
	"samenbord/board/scene"
)

// margin is left around a whole scene, in board units.
const margin = 40

// maxSide is the longest side of a picture in pixels: 16,384 by 16,384 take a gigabyte.
const maxSide = 16384

// Picture draws a whole scene with a small margin. long is the longer side in pixels; From and Zoom of o do not count.
func Picture(s *scene.Scene, long int, o Options) (*image.RGBA, error) {
	if long < 1 || long > maxSide {
		return nil, fmt.Errorf("draw a picture %d pixels long: 1 to %d are possible", long, maxSide)
	}
	r := s.Bounds.Grow(margin)
	if s.Bounds.Empty() {
		r = board.Rect{W: 1600, H: 900}
	}
	o.From, o.Zoom = r.Min(), float64(long)/max(r.W, r.H)
	img := image.NewRGBA(image.Rect(0, 0, side(r.W*o.Zoom), side(r.H*o.Zoom)))
	if o.Cache == nil {
		o.Cache = NewCache()
	}
	bands(img, s, o)
	return img, nil
}

func side(v float64) int { return max(int(math.Round(v)), 1) }

// bands draws a picture in pieces, one on each processor at a time.
func bands(img *image.RGBA, s *scene.Scene, o Options) {
	at := make(chan int)
	var all sync.WaitGroup
	for range runtime.NumCPU() {
		all.Go(func() {
			for y := range at {
				r := image.Rect(0, y, img.Rect.Dx(), min(y+block, img.Rect.Dy()))
				part := o
				part.From.Y = (float64(pixel(o.From.Y*o.Zoom)) + float64(y)) / o.Zoom
				Draw(img.SubImage(r).(*image.RGBA), s, part)
			}
		})
	}
	for y := 0; y < img.Rect.Dy(); y += block {
		at <- y
	}
	close(at)
	all.Wait()
}

// PNG writes a picture of a whole scene, see [Picture].
func PNG(w io.Writer, s *scene.Scene, long int, o Options) error {
	img, err := Picture(s, long, o)
	if err != nil {
		return err
	}
	if err := png.Encode(w, img); err != nil {
		return fmt.Errorf("write a picture: %w", err)
	}
	return nil
}
