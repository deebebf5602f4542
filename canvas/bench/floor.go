package bench

import (
	"image"
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"samenbord/canvas/tile"
)

// Floor measures a window of nothing but one layer of tiles that moves: what the toolkit needs for any board at all.
func Floor(o Options) error {
	r := &run{Options: o}
	w, h := sizeOf(r.Size)
	a := app.NewWithID("nl.samenbord.bench")
	win := a.NewWindow("floor")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	var tiles []fyne.CanvasObject
	across, down := int(math.Ceil(float64(w)/tile.Side))+1, int(math.Ceil(float64(h)/tile.Side))+1
	for i := range across * down {
		img := image.NewRGBA(image.Rect(0, 0, tile.Side, tile.Side))
		for y := range tile.Side {
			for x := range tile.Side {
				img.SetRGBA(x, y, color.RGBA{uint8(x), uint8(y), uint8(40 * i), 255})
			}
		}
		t := &fcanvas.Image{Image: img, ScaleMode: fcanvas.ImageScaleFastest}
		t.Resize(fyne.NewSquareSize(tile.Side))
		tiles = append(tiles, t)
	}
	place := func(by float32) {
		for i, t := range tiles {
			t.Move(fyne.NewPos(float32(i%across)*tile.Side-by, float32(i/across)*tile.Side-by))
		}
	}
	place(0)
	win.SetContent(container.NewWithoutLayout(tiles...))
	var cpu, frame []float64
	last, worked, n := time.Now(), time.Duration(0), 0
	beat := &fyne.Animation{Duration: time.Hour, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear}
	beat.Tick = func(float32) {
		now, c := time.Now(), threadTime()
		if n > 20 {
			cpu, frame = append(cpu, ms(c-worked)), append(frame, ms(now.Sub(last)))
		}
		last, worked, n = now, c, n+1
		place(float32(n % 100))
		if n == 200 {
			r.print(Motion{Size: r.Size, Motion: "floor", CPU: spread(cpu), Frame: spread(frame), Objects: len(tiles)})
			win.Close()
		}
	}
	beat.Start()
	win.ShowAndRun()
	return nil
}
