package canvas

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/board/scene/raster"
	"samenbord/canvas/look"
)

// stop is one step as the path along the top shows it.
type stop struct {
	id    board.ID
	name  string
	notes int
}

// steps is the path along the top: a numbered stop for each step, joined by a line, the current one filled.
type steps struct {
	widget.BaseWidget
	look.Touch
	stops   []stop
	current board.ID
	choose  func(board.ID)
	hovered int
	last    fyne.Position
	cache   *raster.Cache
}

func newSteps(choose func(board.ID)) *steps {
	s := &steps{choose: choose, hovered: -1, cache: raster.NewCache()}
	s.ExtendBaseWidget(s)
	return s
}

// set shows other stops, or another current one.
func (s *steps) set(stops []stop, current board.ID) {
	if current == s.current && slices.Equal(stops, s.stops) {
		return
	}
	s.stops, s.current = stops, current
	s.Refresh()
}

// CreateRenderer implements [fyne.Widget].
func (s *steps) CreateRenderer() fyne.WidgetRenderer {
	r := &stepsRenderer{s: s, img: &fcanvas.Image{ScaleMode: fcanvas.ImageScaleFastest}}
	r.build()
	return r
}

// Tapped implements [fyne.Tappable].
func (s *steps) Tapped(e *fyne.PointEvent) {
	if i := s.at(e.Position); i >= 0 {
		s.choose(s.stops[i].id)
	}
}

// Dragged implements [fyne.Draggable].
func (s *steps) Dragged(e *fyne.DragEvent) {
	s.Touch.Dragged(e)
	s.last = e.Position
}

// DragEnd implements [fyne.Draggable].
func (s *steps) DragEnd() {
	if s.Lift(s.Size()) {
		s.Tapped(&fyne.PointEvent{Position: s.last})
	}
}

// MouseIn implements [desktop.Hoverable].
func (s *steps) MouseIn(e *desktop.MouseEvent) { s.hover(s.at(e.Position)) }

// MouseMoved implements [desktop.Hoverable].
func (s *steps) MouseMoved(e *desktop.MouseEvent) { s.hover(s.at(e.Position)) }

// MouseOut implements [desktop.Hoverable].
func (s *steps) MouseOut() { s.hover(-1) }

func (s *steps) hover(i int) {
	if i != s.hovered {
		s.hovered = i
		s.Refresh()
	}
}

// at is the stop under a place, -1 for none.
func (s *steps) at(p fyne.Position) int {
	for i, c := range s.cells(s.Size().Width) {
		if p.X >= c.x && p.X < c.x+c.w {
			return i
		}
	}
	return -1
}

// Measures of the path, in screen units.
const (
	knob     = 28 // across the circle of a stop
	knobGap  = 7  // between the circle and the name
	leastRun = 24 // of the line between two stops
	mostRun  = 72
)

// cell is the place of one stop: its circle at the left and its name, broken into lines, beside it.
type cell struct {
	x, w  float32
	em    float32 // size of the letters
	lines []string
}

// cells lays the stops out over a width: names as large and on as few lines as there is room for; where even small ones
// are too wide, only the current step keeps its name.
func (s *steps) cells(width float32) []cell {
	for _, way := range []struct {
		em    float32
		lines int
	}{{look.Body, 1}, {look.Body, 2}, {16, 2}, {look.Small, 2}} {
		out := s.broken(way.em, way.lines, func(stop) bool { return true })
		if s.lay(out, width) {
			return out
		}
	}
	out := s.broken(look.Small, 2, func(st stop) bool { return st.id == s.current })
	s.lay(out, width)
	return out
}

func (s *steps) broken(em float32, lines int, named func(stop) bool) []cell {
	nameWidth := func(s string) float32 { return fyne.MeasureText(s, em, fyne.TextStyle{Bold: true}).Width }
	out := make([]cell, len(s.stops))
	for i, st := range s.stops {
		out[i].w, out[i].em = knob, em
		if !named(st) {
			continue
		}
		out[i].lines = balance(st.name, lines, nameWidth)
		w := countText(st.notes).MinSize().Width
		for _, l := range out[i].lines {
			w = max(w, nameWidth(l))
		}
		out[i].w += knobGap + w
	}
	return out
}

// lay puts the stops evenly in the middle of a width and reports whether they fit.
func (s *steps) lay(cells []cell, width float32) bool {
	var full float32
	for _, c := range cells {
		full += c.w
	}
	n := max(len(cells)-1, 1)
	run := min((width-full)/float32(n), mostRun)
	x := max((width-full-run*float32(n))/2, 0)
	if len(cells) == 1 {
		x = (width - full) / 2
	}
	for i := range cells {
		cells[i].x = x
		x += cells[i].w + max(run, 4)
	}
	return run >= leastRun
}

// balance breaks words over at most n lines so that the widest line is as narrow as it can be.
func balance(text string, n int, width func(string) float32) []string {
	words := strings.Fields(text)
	best := []string{strings.Join(words, " ")}
	if n <= 1 || len(words) < 2 {
		return best
	}
	for cut := 1; cut < len(words); cut++ {
		lines := append([]string{strings.Join(words[:cut], " ")}, balance(strings.Join(words[cut:], " "), n-1, width)...)
		if widest(lines, width) < widest(best, width) {
			best = lines
		}
	}
	return best
}

func widest(lines []string, width func(string) float32) float32 {
	var w float32
	for _, l := range lines {
		w = max(w, width(l))
	}
	return w
}

func countText(n int) *fcanvas.Text {
	t := fcanvas.NewText(strconv.Itoa(n), color.Black)
	t.TextSize = look.Small
	return t
}

// stepsRenderer shows the path as one picture.
type stepsRenderer struct {
	s   *steps
	img *fcanvas.Image
}

func (r *stepsRenderer) build() {
	size, scale := r.s.Size(), float32(1)
	if size.IsZero() {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.s); c != nil {
		scale = c.Scale()
	}
	var k sketch
	p := look.Colors()
	cells := r.s.cells(size.Width)
	mid := float64(size.Height / 2)
	for i := 1; i < len(cells); i++ {
		from := board.Point{X: float64(cells[i-1].x + cells[i-1].w + 6), Y: mid}
		k.stroke(from, board.Point{X: float64(cells[i].x - 6), Y: mid}, p.Line, 2)
	}
	for i, c := range cells {
		r.stop(&k, i, c, mid, p)
	}
	r.img.Image = k.image(float64(size.Width), float64(size.Height), float64(scale), r.s.cache)
	r.img.Resize(size)
	r.img.Refresh()
}

func (r *stepsRenderer) stop(k *sketch, i int, c cell, mid float64, p look.Palette) {
	st := r.s.stops[i]
	current := st.id == r.s.current
	back, edge, ink := p.Panel, p.Muted, p.Ink
	if current {
		back, edge, ink = p.Accent, p.Accent, p.OnAccent
	} else if i == r.s.hovered {
		back, edge = p.Chosen, p.Accent
	}
	center := board.Point{X: float64(c.x) + knob/2, Y: mid}
	k.disc(center, knob/2-1, back, edge, 2)
	k.word(strconv.Itoa(i+1), center, look.Small+1, true, true, ink)
	if len(c.lines) == 0 {
		return
	}
	name := p.Ink
	if current {
		name = p.Accent
	}
	at := board.Point{X: float64(c.x) + knob + knobGap}
	lead := float64(c.em) * 1.17
	y := mid - (lead*float64(len(c.lines))+countLead)/2
	for _, l := range c.lines {
		at.Y = y + lead/2
		k.word(l, at, float64(c.em), true, false, name)
		y += lead
	}
	at.Y = y + countLead/2
	k.word(strconv.Itoa(st.notes), at, look.Small, false, false, p.Muted)
}

// countLead is the height of the line that counts the notes, in screen units.
const countLead = 16

func (r *stepsRenderer) Layout(fyne.Size)             { r.build() }
func (r *stepsRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, look.TopBar) }
func (r *stepsRenderer) Refresh()                     { r.build() }
func (r *stepsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.img} }
func (r *stepsRenderer) Destroy()                     {}
