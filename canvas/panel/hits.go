package panel

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/canvas/look"
)

// Heights of the lines of a list of what was found, in screen units.
const (
	headHigh = 46
	hitHigh  = 62
)

// row is a line of the list: the name of a step with how much was found there, or one thing that was found.
type row struct {
	y    float32
	head string // for the name of a step
	n    int
	hit  int // for a thing, counting all of them
}

func (r row) high() float32 {
	if r.head != "" {
		return headHigh
	}
	return hitHigh
}

// hits lists what was found, by step. Only the lines that are seen are drawn, so the list may be long.
type hits struct {
	widget.BaseWidget
	look.Touch
	f       *Find
	rows    []row
	at      []int // the row of each hit
	chosen  int   // the hit that was gone to, -1 for none
	hovered int
	last    fyne.Position
	seen    map[int]*drawnRow
	back    *fcanvas.Rectangle
}

func newHits(f *Find) *hits {
	h := &hits{f: f, chosen: -1, hovered: -1, seen: map[int]*drawnRow{}, back: fcanvas.NewRectangle(color.Transparent)}
	h.ExtendBaseWidget(h)
	return h
}

// set lists other things.
func (h *hits) set(found []Hit) {
	h.rows, h.at, h.hovered = nil, make([]int, len(found)), -1
	var y float32
	head := -1
	for i, f := range found {
		if i == 0 || f.Step != found[i-1].Step {
			head = len(h.rows)
			h.rows = append(h.rows, row{y: y, head: f.StepName, hit: -1})
			y += headHigh
		}
		h.rows[head].n++
		h.at[i] = len(h.rows)
		h.rows = append(h.rows, row{y: y, hit: i})
		y += hitHigh
	}
	h.forget()
}

// choose marks one of the things, and brings it into view.
func (h *hits) choose(hit int) {
	h.chosen = hit
	if hit >= 0 && hit < len(h.at) {
		h.reveal(h.rows[h.at[hit]])
	}
	h.forget()
}

// reveal scrolls no further than needed to show a row, and the name of the step above the first one of it.
func (h *hits) reveal(r row) {
	s := h.f.scroll
	top, bottom := r.y, r.y+r.high()
	if i := h.at[r.hit]; h.rows[i-1].head != "" {
		top -= headHigh
	}
	switch {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > s.Offset.Y+s.Size().Height:
		s.ScrollToOffset(fyne.NewPos(0, bottom-s.Size().Height))
	}
}

// forget draws all lines anew.
func (h *hits) forget() {
	h.seen = map[int]*drawnRow{}
	h.draw()
}

// draw draws the lines that are seen.
func (h *hits) draw() {
	top := -h.Position().Y
	bottom := top + h.f.scroll.Size().Height
	next := map[int]*drawnRow{}
	for i := h.rowAt(top); i >= 0 && i < len(h.rows) && h.rows[i].y < bottom; i++ {
		if next[i] = h.seen[i]; next[i] == nil {
			next[i] = h.drawn(i)
		}
	}
	h.seen = next
	fcanvas.Refresh(h.back)
}

// rowAt is the row at a height, the first one above all and -1 below all.
func (h *hits) rowAt(y float32) int {
	lo, hi := 0, len(h.rows)
	for lo < hi {
		if m := (lo + hi) / 2; h.rows[m].y+h.rows[m].high() <= y {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(h.rows) {
		return -1
	}
	return lo
}

// Move is called when the list is scrolled: other lines are seen then.
func (h *hits) Move(p fyne.Position) {
	h.BaseWidget.Move(p)
	h.draw()
}

// Tapped implements [fyne.Tappable].
func (h *hits) Tapped(e *fyne.PointEvent) {
	if i := h.rowAt(e.Position.Y); i >= 0 && h.rows[i].hit >= 0 {
		h.f.visit(h.rows[i].hit)
	}
}

// Dragged implements [fyne.Draggable].
func (h *hits) Dragged(e *fyne.DragEvent) {
	h.Touch.Dragged(e)
	h.last = e.Position
}

// DragEnd implements [fyne.Draggable].
func (h *hits) DragEnd() {
	if h.Lift(h.Size()) {
		h.Tapped(&fyne.PointEvent{Position: h.last})
	}
}

// MouseIn implements [desktop.Hoverable].
func (h *hits) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved implements [desktop.Hoverable].
func (h *hits) MouseMoved(e *desktop.MouseEvent) { h.hover(h.rowAt(e.Position.Y)) }

// MouseOut implements [desktop.Hoverable].
func (h *hits) MouseOut() { h.hover(-1) }

func (h *hits) hover(i int) {
	if i != h.hovered {
		h.hovered = i
		h.forget()
	}
}

// CreateRenderer implements [fyne.Widget].
func (h *hits) CreateRenderer() fyne.WidgetRenderer { return hitsRenderer{h} }

type hitsRenderer struct{ h *hits }

func (r hitsRenderer) Layout(size fyne.Size) { r.h.back.Resize(size) }

func (r hitsRenderer) MinSize() fyne.Size {
	if n := len(r.h.rows); n > 0 {
		last := r.h.rows[n-1]
		return fyne.NewSize(width, last.y+last.high())
	}
	return fyne.NewSize(width, 0)
}

func (r hitsRenderer) Refresh() { r.h.forget() }

func (r hitsRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.h.back}
	for i := max(r.h.rowAt(-r.h.Position().Y), 0); r.h.seen[i] != nil; i++ {
		out = append(out, r.h.seen[i].objects...)
	}
	return out
}

func (r hitsRenderer) Destroy() {}

// drawnRow is a line as the window draws it.
type drawnRow struct{ objects []fyne.CanvasObject }

func (h *hits) drawn(i int) *drawnRow {
	r := h.rows[i]
	if r.head != "" {
		return h.drawnHead(r)
	}
	return h.drawnHit(i, r)
}

func (h *hits) drawnHead(r row) *drawnRow {
	p := look.Colors()
	n := line(fmt.Sprint(r.n), look.Small, p.Muted, false)
	n.Move(look.Whole(width-padX-n.MinSize().Width, r.y+headHigh-27))
	set := lines([]piece{{r.head, true}}, 1, width-3*padX-n.MinSize().Width, look.Body)
	t := line(set[0][0].text, look.Body, p.Ink, true)
	t.Move(look.Whole(padX, r.y+headHigh-30))
	return &drawnRow{[]fyne.CanvasObject{t, n}}
}

func (h *hits) drawnHit(i int, r row) *drawnRow {
	p, hit := look.Colors(), h.f.found[r.hit]
	back := fcanvas.NewRectangle(color.Transparent)
	back.CornerRadius = look.Corner
	back.Move(fyne.NewPos(0, r.y+1))
	back.Resize(fyne.NewSize(width, hitHigh-2))
	switch {
	case r.hit == h.chosen:
		back.FillColor = p.Chosen
	case i == h.hovered:
		back.FillColor = p.Hover
	}
	out := []fyne.CanvasObject{back, h.sign(hit, r.y)}
	set := lines(excerpt(hit.Text, hit.From, hit.To), 2, width-markRoom-2*padX, foundEm)
	const leading = 23
	y := r.y + (hitHigh-float32(len(set))*leading)/2
	for _, l := range set {
		x := float32(padX + markRoom)
		for _, s := range l {
			c := p.Ink
			if s.found {
				c = p.Accent
			}
			t := line(s.text, foundEm, c, s.found)
			t.Move(look.Whole(x, y+(leading-t.MinSize().Height)/2))
			x += t.MinSize().Width
			out = append(out, t)
		}
		y += leading
	}
	return &drawnRow{out}
}

// markRoom is the room left of what was found for a sign of what it is.
const markRoom = 34

// sign is the paper of a note, or the icon of something else.
func (h *hits) sign(hit Hit, y float32) fyne.CanvasObject {
	const side = 20
	at := fyne.NewPos(padX+2, y+(hitHigh-side)/2)
	paper, icon := h.f.o.About(hit.ID)
	if icon != "" {
		img := fcanvas.NewImageFromResource(icon.Resource(look.Colors().Muted))
		img.Move(at.SubtractXY(1, 1))
		img.Resize(fyne.NewSquareSize(side + 2))
		return img
	}
	r := fcanvas.NewRectangle(paper)
	r.CornerRadius = 4
	if paper == (color.NRGBA{R: 255, G: 255, B: 255, A: 255}) {
		r.StrokeColor, r.StrokeWidth = look.Colors().Line, 1
	}
	r.Move(at)
	r.Resize(fyne.NewSquareSize(side))
	return r
}

func line(text string, em float32, c color.Color, bold bool) *fcanvas.Text {
	t := fcanvas.NewText(text, c)
	t.TextSize, t.TextStyle.Bold = em, bold
	t.Resize(t.MinSize())
	return t
}
