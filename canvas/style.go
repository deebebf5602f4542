package canvas

import (
	"image"
	"image/color"
	"maps"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/board/scene/raster"
	"samenbord/canvas/tile"
)

// style is how a board is drawn: the same board in two styles looks different.
type style struct {
	tone   tone
	rest   string  // over the notes that fit nowhere
	roster *roster // who may be named under notes
}

// tone is the palette that a board is drawn in.
type tone int

const (
	day tone = iota
	night
	contrast
)

// roster are the names of the people in the room. It never changes: other names are another roster.
type roster struct{ names map[board.ID]string }

// rosterOf are the people of a workshop, the old roster where nobody came, went or changed name.
func rosterOf(people []board.Person, old *roster) *roster {
	names := make(map[board.ID]string, len(people))
	for _, p := range people {
		names[p.ID] = p.Name
	}
	if old != nil && maps.Equal(names, old.names) {
		return old
	}
	return &roster{names}
}

func (s style) palette() scene.Palette {
	switch s.tone {
	case night:
		return scene.Night()
	case contrast:
		return scene.HighContrast()
	}
	return scene.Light()
}

func (s style) options() scene.Options {
	o := scene.Options{Palette: s.palette(), Words: scene.Words{Rest: s.rest}, Hints: true}
	if s.roster != nil {
		o.Author = func(id board.ID) string { return s.roster.names[id] }
	}
	return o
}

// sum tells the grounds of styles apart.
func (s style) sum() tile.Sum {
	return tile.Sum(s.tone) + 1
}

// tile paints one tile, without some objects.
func (s style) tile(sc *scene.Scene, k tile.Key, p *pictures, hidden map[board.ID]bool) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, tile.Side, tile.Side))
	r := k.Rect()
	ground := s.palette().Board
	o := raster.Options{From: r.Min(), Zoom: k.Scale, Background: ground, Pictures: p.picture, Cache: p.cache}
	if len(hidden) > 0 {
		o.Hidden = func(id board.ID) bool { return hidden[id] }
	}
	raster.Draw(img, sc, o)
	s.dots(img, k, ground)
	return img
}

// The dots of the bare board: their distance in board units, and the scales, in device pixels per board unit, between
// which they fade.
const (
	dotGap   = 40
	dotFaint = 0.3
	dotFull  = 0.7
)

// dots draws a faint grid on what is still bare of a tile.
func (s style) dots(img *image.RGBA, k tile.Key, ground color.NRGBA) {
	strength := min((k.Scale-dotFaint)/(dotFull-dotFaint), 1) * 0.16
	if strength <= 0 {
		return
	}
	ink, bare := s.palette().Ink, color.RGBA(ground) // a ground is never clear
	dot := color.RGBA{A: 255}
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*(1-strength) + float64(b)*strength + .5) }
	dot.R, dot.G, dot.B = mix(bare.R, ink.R), mix(bare.G, ink.G), mix(bare.B, ink.B)
	side := max(int(2*k.Scale+.5), 2)
	step := dotGap * k.Scale
	first := func(n int) float64 { return math.Ceil(float64(n*tile.Side)/step) * step }
	for y := first(k.Row); y < float64((k.Row+1)*tile.Side); y += step {
		for x := first(k.Col); x < float64((k.Col+1)*tile.Side); x += step {
			fillBare(img, int(x)-k.Col*tile.Side, int(y)-k.Row*tile.Side, side, bare, dot)
		}
	}
}

// fillBare fills a square from a pixel on, where the board shows.
func fillBare(img *image.RGBA, x0, y0, side int, bare, dot color.RGBA) {
	for y := y0; y < min(y0+side, img.Rect.Max.Y); y++ {
		for x := x0; x < min(x0+side, img.Rect.Max.X); x++ {
			if img.RGBAAt(x, y) == bare {
				img.SetRGBA(x, y, dot)
			}
		}
	}
}

// maxHeld is the most pixels that the picture of held notes has, about as many as a screen; a larger handful is painted
// less sharp, and reaches the graphics card without a hitch.
const maxHeld = 2_500_000

// held paints a part of a board as it looks in the hand: alone, notes with the longer shadow of something lifted.
func (s style) held(part *board.Board, scale float64, p *pictures) (*image.RGBA, board.Rect) {
	const room = 40 // for the shadow, board units
	o := s.options()
	rest := scene.Layout(part, o)
	lifted := &scene.Scene{}
	for _, n := range part.Notes {
		lifted.Shapes = append(lifted.Shapes, &scene.Shadow{
			Place: scene.Place{Obj: n.ID, Turn: n.Turn, About: n.Rect.Center()},
			Rect:  scene.NoteSize(n).Move(board.Point{X: 4, Y: 14}), Radius: 6, Blur: 20, Color: o.Palette.Shadow,
		})
	}
	lifted.Shapes = append(lifted.Shapes, rest.Shapes...)
	box := rest.Bounds.Grow(room)
	if px := box.W * box.H * scale * scale; px > maxHeld {
		scale *= math.Sqrt(maxHeld / px)
	}
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(box.W*scale)), int(math.Ceil(box.H*scale))))
	box.W, box.H = float64(img.Rect.Dx())/scale, float64(img.Rect.Dy())/scale
	lifted.Bounds = box
	raster.Draw(img, lifted, raster.Options{From: box.Min(), Zoom: scale, Pictures: p.picture, Cache: p.cache})
	return img, box
}

// fitting is how the text of a note stands on its paper, in board units.
type fitting struct {
	letter float64 // size of the letters
	height float64 // of the paper, which grows with long texts
	inset  float64 // from the edge of the paper to the text
}

// fit says how the text of a note will stand.
func (s style) fit(n board.Note, heading bool) fitting {
	if heading {
		return fitting{letter: 28, height: n.Rect.H, inset: 14}
	}
	f := fitting{letter: 22, height: scene.NoteSize(n).H, inset: 16}
	for _, shape := range scene.LayoutNote(n, scene.Options{}) {
		if l, ok := shape.(*scene.Line); ok {
			f.letter = l.Size
			break
		}
	}
	return f
}

// paper is what a note is written on.
func (s style) paper(n board.Note) scene.Paper {
	p := s.palette()
	if n.Friction {
		return p.Paper(board.Dark)
	}
	return p.Paper(n.Color)
}

// paper is the colour of a paper by its name, as pads and buttons show it.
func paper(name string) color.NRGBA {
	p := scene.Light()
	return p.Paper(name).Fill
}
