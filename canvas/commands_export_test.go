package canvas

import (
	"strings"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"samenbord/board"
	"samenbord/canvas/look"
)

// CommandLine is a command as tests see it.
type CommandLine struct {
	Word string
	Keys []string
}

// CommandTable is the table of commands.
func CommandTable() []CommandLine {
	var out []CommandLine
	for _, c := range commands() {
		line := CommandLine{Word: c.word}
		for _, k := range c.keys {
			line.Keys = append(line.Keys, k.label())
		}
		out = append(out, line)
	}
	return out
}

// Offers is what the palette offers for typed words.
func (b *Bench) Offers(query string) []string {
	var out []string
	for _, o := range b.w.desk.offers(query) {
		out = append(out, o.word)
	}
	return out
}

// Run does the command whose word ends so.
func (b *Bench) Run(name string) {
	b.t.Helper()
	for n, c := range b.w.desk.commands {
		if strings.HasSuffix(c.word, "."+name) {
			b.w.desk.tapped(commandName(n))
			return
		}
	}
	b.t.Fatalf("there is no command %q", name)
}

// Choose taps a line of the panel that lies over the window.
func (b *Bench) Choose(word string) {
	b.t.Helper()
	top := b.w.win.Canvas().Overlays().Top()
	var found *look.Button
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Button:
			if o.Word == word {
				found = o
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	if top != nil {
		walk(top)
	}
	if found == nil {
		b.t.Fatalf("nothing says %q", word)
	}
	test.Tap(found)
}

// Drop lets files go over a place on the board.
func (b *Bench) Drop(at board.Point, paths ...string) {
	s := b.w.desk.surface
	b.w.desk.dropped(position(s.view.Screen(at)).Add(s.Position()), paths)
}

// Map is whether the minimap is shown.
func (b *Bench) Map() bool { return b.w.desk.minimap.Visible() }

// TapMap taps the minimap where a place on the board is.
func (b *Bench) TapMap(p board.Point) {
	m := b.w.desk.minimap
	d := p.Sub(m.bounds.Min()).Scale(m.scale)
	m.Tapped(&fyne.PointEvent{Position: position(d)})
}

// Middle is the place on the board in the middle of what is free to see.
func (b *Bench) Middle() board.Point { return b.w.desk.surface.middle() }

// PutDock puts the dock at a side of the window.
func (b *Bench) PutDock(side int) { b.w.setDockSide(side) }

// Free is the part of the surface that nothing covers.
func (b *Bench) Free() board.Rect {
	s := b.w.desk.surface
	in, size := s.insets, s.size()
	return board.Rect{X: in.Left, Y: in.Top, W: size.W - in.Left - in.Right, H: size.H - in.Top - in.Bottom}
}

// Put moves and resizes an image as tiles are.
func Put(img *fcanvas.Image, at fyne.Position, size fyne.Size) { put(img, at, size) }

// Aside is where tiles are drawn that nobody is to see yet.
var Aside = aside

// KeepAlive tells Fyne that an image is in use, as is done for tiles.
func KeepAlive(img *fcanvas.Image) {
	m := mosaic{slots: []*slot{{img: img}}}
	m.keepAlive()
}
