package raster_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/board/scene/raster"
)

var update = flag.Bool("update", false, "write the goldens anew")

// photo is a picture with a different colour in each corner.
func photo(hash string) image.Image {
	if hash != "photo" {
		return nil
	}
	img := image.NewNRGBA(image.Rect(0, 0, 120, 90))
	for y := range 90 {
		for x := range 120 {
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(2 * x), G: uint8(255 - 2*y), B: uint8(x*y/50 + y), A: 255})
		}
	}
	return img
}

func note(id, text, paper string, x, y float64) board.Note {
	return board.Note{ID: board.ID(id), Text: text, Color: paper, Rect: board.Rect{X: x, Y: y, W: 200, H: 200}}
}

// boards show one kind of thing each.
var boards = map[string]func() *board.Board{
	"papers": func() *board.Board {
		b := &board.Board{}
		for i, paper := range board.Colors {
			b.Notes = append(b.Notes, note(fmt.Sprint(i), "Papier "+paper, paper, float64(i%4)*230, float64(i/4)*230))
		}
		friction := note("f", "Bonus is individueel, dus waarom zou ik samenwerken", board.Yellow, 690, 230)
		friction.Friction = true
		b.Notes = append(b.Notes, friction)
		return b
	},
	"texts": func() *board.Board {
		b := &board.Board{Notes: []board.Note{
			note("1", "Een medewerkerstevredenheidsonderzoek dat ergens toe leidt", board.Yellow, 0, 0),
			note("2", "Eén 👩‍💻 ❤️ 🇳🇱 👍🏽\n☐ taak → klaar ✓\nΕλλάδα Привет שלום", board.Green, 230, 0),
			note("3", strings.Repeat("Dit is een langer verhaal. ", 18), board.Blue, 460, 0),
			note("4", "Gedraaid geeltje met 🎉", board.Pink, 690, 20),
		}}
		b.Notes[0].Author, b.Notes[0].Tags = "p", []string{"snelle winst", "vraag"}
		b.Notes[3].Turn = -7
		b.Texts = []board.Text{{ID: "t", Rect: board.Rect{X: 0, Y: 320, W: 900}, Text: "Losse kop zonder papier", Size: 48, Color: board.Violet}}
		return b
	},
	"areas": func() *board.Board {
		return &board.Board{Sections: []board.Section{
			{ID: "1", Rect: board.Rect{W: 500, H: 300}, Name: "Doelen", Hint: "Schrijf een doel per geeltje", Side: "words"},
			{ID: "2", Rect: board.Rect{Y: 330, W: 500, H: 270}, Name: "Beelden", Color: board.Blue, Side: "images"},
			{ID: "3", Rect: board.Rect{X: 540, W: 600, H: 600}, Name: "Samenleving", Shape: board.ShapeEllipse, Hint: "Wat merkt de samenleving?"},
			{ID: "4", Rect: board.Rect{X: 660, Y: 170, W: 360, H: 360}, Name: "Sector", Shape: board.ShapeEllipse, Color: board.Green},
		}}
	},
	"groups": func() *board.Board {
		b := &board.Board{
			Notes: []board.Note{
				note("1", "Oude opdrachtgevers bellen", board.Yellow, 0, 100), note("2", "Vaker op de shortlist", board.Orange, 220, 100),
				note("3", "Los geeltje", board.White, 560, 100),
			},
			Clusters: []board.Cluster{
				{ID: "c", Name: "Nieuwe klanten vinden", Subtitle: "Oude opdrachtgevers bellen"},
				{ID: "r", Rest: true, At: board.Point{X: 560, Y: 340}},
			},
			Links: []board.Link{{ID: "l", From: "c", To: "3", Text: "leidt tot"}, {ID: "m", From: "3", To: "r", Color: board.Pink}},
		}
		b.Notes[0].Cluster, b.Notes[1].Cluster = "c", "c"
		return b
	},
	"pictures": func() *board.Board {
		heart := []board.Point{{X: 100, Y: 150}, {X: 50, Y: 95}, {X: 70, Y: 60}, {X: 100, Y: 85}, {X: 130, Y: 60}, {X: 150, Y: 95}, {X: 100, Y: 150}}
		b := &board.Board{
			Notes: []board.Note{
				note("1", "Zo ziet samen eruit bij onze vaste klanten", board.Yellow, 0, 0), note("2", "", board.Blue, 230, 0),
				note("3", "Met hart", board.Green, 460, 0), note("4", "", board.White, 690, 10), note("5", "Zit vast", board.Orange, 0, 230),
				note("6", "Knuppel met een streep", board.Dark, 230, 230),
			},
			Traces: []board.Trace{{ID: "t", Rect: board.Rect{X: 460, Y: 230, W: 200, H: 200}, Name: "Platform van betrokkenheid"}},
			Inks: []board.Ink{
				{ID: "i", On: "3", Points: heart, Width: 6, Color: board.Pink},
				{ID: "j", On: "4", Points: heart, Width: 8},
				{ID: "k", On: "6", At: board.Point{X: 0, Y: 20}, Points: []board.Point{{X: 20, Y: 90}, {X: 90, Y: 110}, {X: 180, Y: 80}}, Width: 5},
				{ID: "l", On: "gone", Points: heart, Width: 5},
			},
		}
		b.Notes[0].Hash, b.Notes[1].Hash, b.Notes[3].Turn, b.Notes[4].Lock = "photo", "photo", 12, board.Fixed
		return b
	},
	"drawings": func() *board.Board {
		var wave []board.Point
		for i := range 60 {
			wave = append(wave, board.Point{X: 10 + 8*float64(i), Y: 80 + 60*math.Sin(float64(i)/6)})
		}
		return &board.Board{
			Inks: []board.Ink{
				{ID: "1", Points: wave, Width: 10, Color: board.Blue},
				{ID: "2", Points: []board.Point{{X: 40, Y: 200}, {X: 120, Y: 300}, {X: 60, Y: 190}, {X: 240, Y: 260}}, Width: 4},
				{ID: "3", Points: []board.Point{{X: 300, Y: 240}}, Width: 24, Color: "#c2356b"},
			},
			Images: []board.Image{
				{ID: "4", Rect: board.Rect{X: 520, Y: 0, W: 200, H: 150}, Hash: "photo"},
				{ID: "5", Rect: board.Rect{X: 520, Y: 180, W: 120, H: 90}, Turn: 20, Hash: "photo"},
				{ID: "6", Rect: board.Rect{X: 380, Y: 190, W: 100, H: 90}, Hash: "gone"},
			},
		}
	},
}

var options = scene.Options{
	Hints: true, Words: scene.Words{Rest: "Nog in te delen"}, Author: func(board.ID) string { return "deelnemer 07" },
}

func layout(name string, p scene.Palette) *scene.Scene {
	o := options
	o.Palette = p
	return scene.Layout(boards[name](), o)
}

func TestPicturesOfBoards(t *testing.T) {
	for name := range boards {
		for tone, p := range map[string]scene.Palette{"light": scene.Light(), "night": scene.Night(), "contrast": scene.HighContrast()} {
			if tone == "contrast" && name != "papers" {
				continue
			}
			t.Run(name+" "+tone, func(t *testing.T) {
				got, err := raster.Picture(layout(name, p), 640, raster.Options{Background: p.Board, Pictures: photo})
				if err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", name+"-"+tone+".png"), got)
			})
		}
	}
}

// golden compares with a picture in a file. Processors round a little differently, so a few steps of colour are let pass.
func golden(t *testing.T, path string, got *image.RGBA) {
	t.Helper()
	if *update {
		var buf bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&buf, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Rect {
		t.Fatalf("the picture is %v, not %v", got.Rect, want.Bounds())
	}
	off := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			a, b := got.RGBAAt(x, y), color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			if apart(a.R, b.R) > 6 || apart(a.G, b.G) > 6 || apart(a.B, b.B) > 6 || apart(a.A, b.A) > 6 {
				off++
			}
		}
	}
	if off > got.Rect.Dx()*got.Rect.Dy()/2000 {
		t.Errorf("%d pixels differ", off)
	}
}

func apart(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }

// whole is everything at once.
func whole() *scene.Scene {
	out := &scene.Scene{}
	for _, name := range []string{"areas", "groups", "texts", "papers", "drawings"} {
		s := layout(name, scene.Light())
		out.Shapes = append(out.Shapes, s.Shapes...)
		out.Bounds = out.Bounds.Union(s.Bounds)
	}
	return out
}

func TestAPictureInPiecesIsThePictureAtOnce(t *testing.T) {
	s := whole()
	r := rand.New(rand.NewPCG(7, 8))
	cache := raster.NewCache()
	for _, zoom := range []float64{0.05, 0.17, 0.31, 0.5, 0.83, 1, 1.7, 2, 3.3, 8} {
		w, h := 700, 600
		o := raster.Options{Zoom: zoom, Background: scene.Light().Board, Pictures: photo}
		o.From = board.Point{X: r.Float64()*900 - 100 - 200/zoom, Y: r.Float64()*500 - 100 - 200/zoom}
		want := image.NewRGBA(image.Rect(0, 0, w, h))
		raster.Draw(want, s, o)
		// The corner of the whole picture as Draw moves it to a pixel of the board.
		x0, y0 := math.Floor(o.From.X*zoom+0.5), math.Floor(o.From.Y*zoom+0.5)
		o.Cache = cache
		for range 12 {
			at := image.Pt(r.IntN(w-40), r.IntN(h-40))
			tile := image.NewRGBA(image.Rect(0, 0, min(20+r.IntN(600), w-at.X), min(20+r.IntN(600), h-at.Y)))
			o.From = board.Point{X: (x0 + float64(at.X)) / zoom, Y: (y0 + float64(at.Y)) / zoom}
			raster.Draw(tile, s, o)
			if p, ok := differs(tile, want, at); ok {
				t.Errorf("at zoom %v the tile at %v differs at %v: %v and %v", zoom, at, p, tile.RGBAAt(p.X, p.Y), want.RGBAAt(p.X+at.X, p.Y+at.Y))
			}
		}
	}
}

// differs returns the first pixel in which a tile differs from the picture around it.
func differs(tile, whole *image.RGBA, at image.Point) (image.Point, bool) {
	for y := range tile.Rect.Dy() {
		for x := range tile.Rect.Dx() {
			if tile.RGBAAt(x, y) != whole.RGBAAt(x+at.X, y+at.Y) {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

func TestGoroutinesDrawTheSamePixels(t *testing.T) {
	s := whole()
	o := raster.Options{Zoom: 0.6, Pictures: photo, Cache: raster.NewCache()}
	want := image.NewRGBA(image.Rect(0, 0, 500, 400))
	raster.Draw(want, s, raster.Options{Zoom: 0.6, Pictures: photo})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 3 {
				got := image.NewRGBA(want.Rect)
				raster.Draw(got, s, o)
				if p, ok := differs(got, want, image.Point{}); ok {
					t.Errorf("pixel %v differs", p)
				}
			}
		})
	}
	all.Wait()
}

func TestDrawStaysWithinItsPartOfAnImage(t *testing.T) {
	big := image.NewRGBA(image.Rect(0, 0, 300, 300))
	part := big.SubImage(image.Rect(100, 120, 200, 180)).(*image.RGBA)
	raster.Draw(part, whole(), raster.Options{Zoom: 1, Background: color.NRGBA{R: 9, A: 255}})
	for y := range 300 {
		for x := range 300 {
			inside := image.Pt(x, y).In(part.Rect)
			if drawn := big.RGBAAt(x, y).A != 0; drawn != inside {
				t.Fatalf("pixel %d,%d: drawn is %v", x, y, drawn)
			}
		}
	}
}

func TestNothingIsDrawnAtAZoomThatIsNone(t *testing.T) {
	for _, zoom := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		img := image.NewRGBA(image.Rect(0, 0, 4, 4))
		raster.Draw(img, whole(), raster.Options{Zoom: zoom, Background: color.NRGBA{R: 255, A: 255}})
		if got := img.RGBAAt(3, 3); got != (color.RGBA{R: 255, A: 255}) {
			t.Errorf("at zoom %v the background is %v", zoom, got)
		}
	}
}

func TestPixelsArePremultiplied(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 400, 400))
	raster.Draw(img, layout("papers", scene.Light()), raster.Options{From: board.Point{X: -20, Y: -20}, Zoom: 1.3})
	for i := 0; i < len(img.Pix); i += 4 {
		if p := img.Pix[i : i+4]; p[0] > p[3] || p[1] > p[3] || p[2] > p[3] {
			t.Fatalf("pixel %d is %v", i/4, p)
		}
	}
}

func TestOverlappingPiecesOfALineCoverOnce(t *testing.T) {
	line := &scene.Path{Stroke: color.NRGBA{A: 128}, Width: 9}
	for _, p := range []board.Point{{X: 10, Y: 10}, {X: 50, Y: 12}, {X: 12, Y: 14}, {X: 50, Y: 50}, {X: 20, Y: 10}} {
		op := scene.LineTo
		if len(line.Segs) == 0 {
			op = scene.MoveTo
		}
		line.Segs = append(line.Segs, scene.Seg{Op: op, P: [3]board.Point{p}})
	}
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	raster.Draw(img, &scene.Scene{Shapes: []scene.Shape{line}}, raster.Options{Zoom: 1})
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] > 128 {
			t.Fatalf("a pixel has the opacity %d", img.Pix[i])
		}
	}
	if a := img.RGBAAt(30, 12).A; a != 128 {
		t.Errorf("the middle of the line has the opacity %d", a)
	}
}

func TestALongSlantedEdgeIsStraight(t *testing.T) {
	at := func(op scene.SegOp, x, y float64) scene.Seg {
		return scene.Seg{Op: op, P: [3]board.Point{{X: x, Y: y}}}
	}
	p := &scene.Path{Fill: color.NRGBA{A: 255}, Segs: []scene.Seg{
		at(scene.MoveTo, -9000, -5000), at(scene.LineTo, 100, -5000), at(scene.LineTo, 400, 5500), at(scene.LineTo, -9000, 5500),
		{Op: scene.Close},
	}}
	img := image.NewRGBA(image.Rect(0, 0, 500, 500))
	raster.Draw(img, &scene.Scene{Shapes: []scene.Shape{p}}, raster.Options{Zoom: 1})
	for y := range 500 {
		covered := 0.0
		for x := range 500 {
			covered += float64(img.RGBAAt(x, y).A) / 255
		}
		if want := 100 + 300*(float64(y)+5000.5)/10500; math.Abs(covered-want) > 0.15 {
			t.Fatalf("in row %d the edge lies at %.2f, not at %.2f", y, covered, want)
		}
	}
}

func TestSmallTextBecomesBarsAndThenNothing(t *testing.T) {
	line := scene.Break("Nieuwe klanten vinden", scene.Style{Size: 20, Color: color.NRGBA{A: 255}}, 500)
	line[0].Origin = board.Point{X: 10, Y: 100}
	s := &scene.Scene{Shapes: []scene.Shape{&line[0]}}
	darkest := func(zoom float64) (dark uint8) {
		img := image.NewRGBA(image.Rect(0, 0, 300, 200))
		raster.Draw(img, s, raster.Options{Zoom: zoom})
		for i := 3; i < len(img.Pix); i += 4 {
			dark = max(dark, img.Pix[i])
		}
		return dark
	}
	letters, bars, nothing := darkest(1), darkest(0.2), darkest(0.08)
	if letters < 200 || bars == 0 || bars > 128 || nothing != 0 {
		t.Errorf("the darkest pixels of letters, bars and nothing are %d, %d and %d", letters, bars, nothing)
	}
}

func TestPNGIsAsLongAsAsked(t *testing.T) {
	var buf bytes.Buffer
	if err := raster.PNG(&buf, layout("papers", scene.Light()), 321, raster.Options{}); err != nil {
		t.Fatal(err)
	}
	c, err := png.DecodeConfig(&buf)
	if err != nil || c.Width != 321 || c.Height >= 321 {
		t.Errorf("the picture is %d by %d: %v", c.Width, c.Height, err)
	}
	for _, long := range []int{0, -5, 1 << 20} {
		if err := raster.PNG(&buf, whole(), long, raster.Options{}); err == nil {
			t.Errorf("a picture %d pixels long was made", long)
		}
	}
	if err := raster.PNG(&buf, &scene.Scene{}, 100, raster.Options{}); err != nil {
		t.Errorf("a picture of nothing: %v", err)
	}
}

func FuzzDraw(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, 10.0, 5.0, 3.0, 30.0)
	f.Add(-1e9, 1e300, 1e-9, 1e9, -5.0, 1e7, 1e18)
	f.Add(math.NaN(), math.Inf(1), 3.0, math.NaN(), math.Inf(-1), math.NaN(), math.NaN())
	f.Fuzz(func(t *testing.T, x, y, zoom, w, h, width, turn float64) {
		b := boards["texts"]()
		b.Notes[0].Rect, b.Notes[0].Turn = board.Rect{X: x, Y: y, W: w, H: h}, turn
		b.Inks = []board.Ink{{ID: "i", Points: []board.Point{{X: x, Y: y}, {X: w, Y: h}, {X: h, Y: x}}, Width: width}}
		b.Images = []board.Image{{ID: "m", Rect: board.Rect{X: y, Y: x, W: h, H: w}, Turn: turn, Hash: "photo"}}
		b.Sections = []board.Section{{ID: "s", Rect: board.Rect{X: x, Y: y, W: w, H: h}, Shape: board.ShapeEllipse, Name: "naam"}}
		b.Clusters = []board.Cluster{{ID: "c", Rest: true, At: board.Point{X: w, Y: x}}}
		b.Links = []board.Link{{ID: "l", From: b.Notes[0].ID, To: "s"}, {ID: "k", From: "c", To: "m"}}
		img := image.NewRGBA(image.Rect(0, 0, 40, 30))
		raster.Draw(img, scene.Layout(b, options), raster.Options{From: board.Point{X: x, Y: y}, Zoom: zoom, Pictures: photo})
	})
}

func BenchmarkTile512(b *testing.B) {
	crowd := &board.Board{}
	for i := range 10000 {
		n := note(fmt.Sprint(i), "Een derde van de omzet komt van klanten die we nu nog niet kennen", board.Colors[i%7], float64(i%100)*220, float64(i/100)*220)
		n.Author = "p"
		crowd.Notes = append(crowd.Notes, n)
	}
	s := scene.Layout(crowd, options)
	for _, zoom := range []float64{2, 1, 0.3, 0.06} {
		b.Run(fmt.Sprint(zoom), func(b *testing.B) {
			img := image.NewRGBA(image.Rect(0, 0, 512, 512))
			o := raster.Options{Zoom: zoom, Background: scene.Light().Board, Cache: raster.NewCache()}
			o.From = board.Point{X: 512 * math.Floor(4000*zoom/512) / zoom, Y: 512 * math.Floor(4000*zoom/512) / zoom}
			b.ReportAllocs()
			for b.Loop() {
				raster.Draw(img, s, o)
			}
		})
	}
}
