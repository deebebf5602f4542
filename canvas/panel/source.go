package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/look"
)

// source is a note as a line of the panel: a strip of its paper and what it says. A tap goes to it.
type source struct {
	widget.BaseWidget
	look.Touch
	note    board.Note
	tap     func()
	hovered bool
}

func newSource(n board.Note, scroll *look.Scroll, tap func()) *source {
	s := &source{note: n, tap: tap}
	s.Scroll = scroll
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements [fyne.Tappable].
func (s *source) Tapped(*fyne.PointEvent) { s.tap() }

// DragEnd implements [fyne.Draggable].
func (s *source) DragEnd() {
	if s.Lift(s.Size()) {
		s.tap()
	}
}

// MouseIn implements [desktop.Hoverable].
func (s *source) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements [desktop.Hoverable].
func (s *source) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements [desktop.Hoverable].
func (s *source) MouseOut() { s.hovered = false; s.Refresh() }

// Cursor implements [desktop.Cursorable].
func (s *source) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements [fyne.Widget].
func (s *source) CreateRenderer() fyne.WidgetRenderer {
	r := &sourceRenderer{s: s, back: fcanvas.NewRectangle(color.Transparent), strip: fcanvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius, r.strip.CornerRadius = 8, 3
	r.words = look.NewSentence(s.note.Text, width-2*padX-edge-6)
	r.words.Em = look.Small
	r.words.Refresh()
	r.paint()
	return r
}

// edge is the room for the strip of paper left of the words, in screen units.
const edge = 14

type sourceRenderer struct {
	s           *source
	back, strip *fcanvas.Rectangle
	words       *look.Sentence
}

func (r *sourceRenderer) paint() {
	papers := scene.Light()
	r.strip.FillColor = papers.Paper(r.s.note.Color).Fill
	r.back.FillColor = look.Colors().Field
	if r.s.hovered {
		r.back.FillColor = look.Colors().Chosen
	}
}

func (r *sourceRenderer) MinSize() fyne.Size {
	return fyne.NewSize(width, max(r.words.MinSize().Height+14, look.Target))
}

func (r *sourceRenderer) Layout(size fyne.Size) {
	r.back.Move(fyne.NewPos(padX, 0))
	r.back.Resize(size.SubtractWidthHeight(padX, 0))
	r.strip.Move(fyne.NewPos(padX+6, 7))
	r.strip.Resize(fyne.NewSize(6, size.Height-14))
	r.words.Move(fyne.NewPos(padX+edge+6, 0))
	r.words.Resize(fyne.NewSize(size.Width-padX-edge-6, size.Height))
}

func (r *sourceRenderer) Refresh() {
	r.paint()
	r.back.Refresh()
	r.strip.Refresh()
	r.words.Refresh()
}

func (r *sourceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.strip, r.words}
}
func (r *sourceRenderer) Destroy() {}
