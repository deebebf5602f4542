package canvas

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tile"
)

// Bench is a window without a screen, with a hand and a keyboard.
type Bench struct {
	t     *testing.T
	w     *window
	posts chan func()
}

// NewBench opens a workshop in a window of a size.
func NewBench(t *testing.T, o Options, size fyne.Size) *Bench {
	t.Helper()
	a := test.NewTempApp(t)
	b := &Bench{t: t, posts: make(chan func(), 1000)}
	b.w = newWindow(a, o, func(f func()) { b.posts <- f })
	b.w.win.Resize(size)
	t.Cleanup(func() {
		if err := b.w.close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// Settle runs what the background hands over, and draws frames, until the board is shown as it stands.
func (b *Bench) Settle() {
	b.t.Helper()
	b.Until("the board is painted", func() bool { return b.w.desk.surface.calm() && len(b.posts) == 0 })
}

// Until runs what the background hands over until something is so.
func (b *Bench) Until(what string, so func() bool) {
	b.t.Helper()
	late := time.After(30 * time.Second)
	for !so() {
		select {
		case f := <-b.posts:
			f()
		case <-late:
			b.t.Fatalf("%s: did not happen", what)
		case <-time.After(time.Millisecond):
			b.w.desk.surface.frame()
		}
	}
}

// Screen is where a place on the board is seen on the surface.
func (b *Bench) Screen(p board.Point) board.Point { return b.w.desk.surface.view.Screen(p) }

func at(p board.Point) fyne.PointEvent { return fyne.PointEvent{Position: position(p)} }

// Down presses the left button at a place on the surface.
func (b *Bench) Down(p board.Point, mods fyne.KeyModifier) {
	b.w.desk.surface.MouseDown(&desktop.MouseEvent{PointEvent: at(p), Button: desktop.MouseButtonPrimary, Modifier: mods})
}

// Move drags to a place on the surface.
func (b *Bench) Move(p board.Point) { b.w.desk.surface.Dragged(&fyne.DragEvent{PointEvent: at(p)}) }

// Up lets the button go.
func (b *Bench) Up(p board.Point) {
	b.w.desk.surface.MouseUp(&desktop.MouseEvent{PointEvent: at(p), Button: desktop.MouseButtonPrimary})
	b.w.desk.surface.DragEnd()
}

// Tap presses and lets go.
func (b *Bench) Tap(p board.Point, mods fyne.KeyModifier) {
	b.Down(p, mods)
	b.Up(p)
}

// Wheel turns the wheel at a place on the surface.
func (b *Bench) Wheel(p board.Point, dy float32) {
	b.w.desk.surface.Scrolled(&fyne.ScrollEvent{PointEvent: at(p), Scrolled: fyne.NewDelta(0, dy)})
}

// Type types on whatever has the keyboard.
func (b *Bench) Type(text string) {
	if f := b.w.win.Canvas().Focused(); f != nil {
		for _, r := range text {
			f.TypedRune(r)
		}
		return
	}
	for _, r := range text {
		b.w.desk.typedRune(r)
	}
}

// Key presses a key on whatever has the keyboard.
func (b *Bench) Key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := b.w.win.Canvas().Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	b.w.desk.typedKey(e)
}

// Shortcut presses a key with Ctrl.
func (b *Bench) Shortcut(s fyne.Shortcut) {
	if f, ok := b.w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	b.w.desk.typedShortcut(s)
}

// Button taps the button of the dock or of the bar near the selection that has a name.
func (b *Bench) Button(word string) {
	b.t.Helper()
	d := b.w.desk
	for _, set := range []map[commandName]*look.Button{d.dock.buttons, d.bar.buttons} {
		for _, k := range set {
			if k.Word == word {
				test.Tap(k)
				return
			}
		}
	}
	b.t.Fatalf("there is no button %q", word)
}

// Pad taps the pad of a colour, or drags a note off it to a place on the surface.
func (b *Bench) Pad(color string, to *board.Point) {
	p := b.w.desk.dock.pads[color]
	if to == nil {
		test.Tap(p)
		return
	}
	s := b.w.desk.surface
	end := position(*to).Add(s.Position())
	for _, q := range []fyne.Position{end.AddXY(0, 40), end} {
		p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: q}})
	}
	p.DragEnd()
}

// Selected are the chosen notes.
func (b *Bench) Selected() []board.ID { return b.w.desk.surface.hand.Selection.All() }

// Writing reports whether something is being written on the board.
func (b *Bench) Writing() bool { return b.w.desk.surface.editor != nil }

// Step is the step that is shown.
func (b *Bench) Step() board.ID { return b.w.desk.step }

// Zoom is how near the board is.
func (b *Bench) Zoom() float64 { return b.w.desk.surface.view.Zoom }

// Message is the text of the strip, "" where none is shown.
func (b *Bench) Message() string {
	if !b.w.desk.strip.shown() {
		return ""
	}
	return b.w.desk.strip.text
}

// Objects is how many things the surface has the window paint.
func (b *Bench) Objects() int { return len(b.w.desk.surface.objects) }

// SwitchLanguage speaks the other language.
func (b *Bench) SwitchLanguage() { b.w.switchLanguage() }

// SwitchLight goes from light to dark or back.
func (b *Bench) SwitchLight() { b.w.switchLight() }

// Close ends the window as its cross does.
func (b *Bench) Close() { b.w.closing() }

// Copy puts text on the clipboard.
func (b *Bench) Copy(text string) { b.w.app.Clipboard().SetContent(text) }

// Capture is what the whole window looks like.
func (b *Bench) Capture() image.Image { return b.w.win.Canvas().Capture() }

// Top and Dock are what the bar along the top and the dock look like.
func (b *Bench) Top() image.Image {
	top := b.w.desk.top.object
	return crop(b.Capture(), top.Position(), top.Size())
}

// Dock is what the dock looks like.
func (b *Bench) Dock() image.Image {
	c := b.w.desk.dock.card
	return crop(b.Capture(), c.Position(), c.Size())
}

// Panel is what the side panel looks like.
func (b *Bench) Panel() image.Image {
	p := b.w.desk.panel
	return crop(b.Capture(), p.Position(), p.Size())
}

func crop(img image.Image, at fyne.Position, size fyne.Size) image.Image {
	r := image.Rect(int(at.X), int(at.Y), int(at.X+size.Width), int(at.Y+size.Height))
	return img.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(r)
}

// StepCells lays step names out over a width and returns for each how wide its place and its widest line are, and how
// many lines it has.
func StepCells(t *testing.T, names []string, width float32) (places, lines []float32, counts []int, fits bool) {
	test.NewTempApp(t).Settings().SetTheme(&look.Theme{})
	s := newSteps(func(board.ID) {})
	for _, n := range names {
		s.stops = append(s.stops, stop{id: board.ID(n), name: n, notes: 25})
	}
	cells := s.cells(width)
	for _, c := range cells {
		w := float32(0)
		for _, l := range c.lines {
			w = max(w, fyne.MeasureText(l, c.em, fyne.TextStyle{Bold: true}).Width)
		}
		places, lines, counts = append(places, c.w-knob-knobGap), append(lines, w), append(counts, len(c.lines))
	}
	last := cells[len(cells)-1]
	return places, lines, counts, last.x+last.w <= width
}

// Painter paints boards on the goroutine that asks.
type Painter struct{ painter }

// NewPainter is a painter that remembers nothing yet.
func NewPainter() *Painter {
	return &Painter{painter{pictures: newPictures(nil), tiles: map[tile.Key]*keptTile{}}}
}

// Paint paints what is shown of a board, and returns its tiles by their place.
func (p *Painter) Paint(b *board.Board, shown board.Rect, scale float64, hidden ...board.ID) map[tile.Key]*image.RGBA {
	r := request{seq: 1, board: b, scale: scale, seen: shown, near: shown, hidden: map[board.ID]bool{}, keep: 200}
	for _, id := range hidden {
		r.hidden[id] = true
	}
	p.paint(r)
	out := map[tile.Key]*image.RGBA{}
	for _, t := range p.take().tiles {
		if t.key.Scale == scale {
			out[t.key] = t.img
		}
	}
	return out
}

// NewSaver is the saver with a wait of its own.
func NewSaver(publish func() error, wait time.Duration, tell func(bool, error)) (changed func(), end func() error) {
	s := newSaver(publish, wait, tell)
	return s.changed, s.close
}
