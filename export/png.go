package export

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/board/scene/raster"
	"samenbord/export/pdf"
)

// longSide is the most pixels that a side of a picture has.
const longSide = 4000

// writePicture draws all boards that hold something as one picture, each below its name.
func (r *Report) writePicture(out io.Writer) error {
	wall := r.wallOfBoards()
	zoom := min(1, (longSide-1)/max(wall.Bounds.W, wall.Bounds.H))
	m := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(wall.Bounds.W*zoom)), int(math.Ceil(wall.Bounds.H*zoom))))
	raster.Draw(m, wall, raster.Options{
		From: wall.Bounds.Min(), Zoom: zoom, Background: ground, Pictures: r.pictures(),
	})
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(out, m); err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	return nil
}

// pictures unpacks the pictures of the boards, each once.
func (r *Report) pictures() func(hash string) image.Image {
	had := map[string]image.Image{}
	return func(hash string) image.Image {
		m, ok := had[hash]
		if !ok && r.blob != nil {
			if b, err := r.blob(hash); err == nil {
				m, _ = pdf.Decode(b) // one that cannot be read is drawn as an empty area
			}
			had[hash] = m
		}
		return m
	}
}

// wallOfBoards puts the boards beside and below each other, all in one scale, in as many columns as make them largest.
func (r *Report) wallOfBoards() *scene.Scene {
	var tiles []*scene.Scene
	for _, on := range r.filled() {
		tiles = append(tiles, r.titled(on))
	}
	if len(tiles) == 0 {
		tiles = append(tiles, headed(r.title(), &scene.Scene{}))
	}
	best := arranged(tiles, 1)
	for columns := 2; columns <= len(tiles); columns++ {
		w := arranged(tiles, columns)
		if max(w.Bounds.W, w.Bounds.H) < max(best.Bounds.W, best.Bounds.H) {
			best = w
		}
	}
	return best
}

// titled is a board with its name above it.
func (r *Report) titled(on *board.Board) *scene.Scene {
	return headed(oneLine(on.Step.Name), r.layout(on))
}

// headed is a scene whose top left corner is at 0, with a name above what it shows.
func headed(name string, below *scene.Scene) *scene.Scene {
	l := letters{font: scene.SansBold, size: 64, leading: 84}
	out := &scene.Scene{}
	width := max(below.Bounds.W, 1200)
	y := 0.0
	for _, line := range l.breaks(name, width) {
		out.Shapes = append(out.Shapes, line)
		y += l.leading
	}
	y += l.leading / 3
	out.Shapes = append(out.Shapes, moved(below.Shapes, 1, board.Point{Y: y}.Sub(below.Bounds.Min()))...)
	out.Bounds = board.Rect{W: width, H: y + below.Bounds.H}
	return out
}

// arranged puts scenes in columns, row by row, with room around them.
func arranged(tiles []*scene.Scene, columns int) *scene.Scene {
	const gap = 120
	widths := make([]float64, columns)
	for i, t := range tiles {
		widths[i%columns] = max(widths[i%columns], t.Bounds.W)
	}
	out := &scene.Scene{}
	x, y, row := 0.0, float64(gap), 0.0
	for i, t := range tiles {
		if i%columns == 0 {
			x, y, row = gap, y+row, 0
		}
		out.Shapes = append(out.Shapes, moved(t.Shapes, 1, board.Point{X: x, Y: y})...)
		x += widths[i%columns] + gap
		row = max(row, t.Bounds.H+gap)
		out.Bounds = out.Bounds.Union(board.Rect{W: x, H: y + row})
	}
	return out
}
