package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
)

// startScreen offers to begin a workshop, to open one, or to look at the example.
func (w *window) startScreen() fyne.CanvasObject {
	words := w.words
	failed := container.NewVBox()
	fail := func(err error) {
		say := look.NewProse(w.explain(err), "", look.Warn)
		failed.Objects = []fyne.CanvasObject{say}
		failed.Refresh()
	}
	list := container.NewVBox()
	scroll := look.NewScroll(nil)
	if w.o.Templates != nil && w.o.New != nil {
		list.Add(look.NewWord(words.T("template.choose"), look.Body, look.Whisper))
		list.Add(look.Space(0, 4))
		for _, t := range w.o.Templates(words.Lang) {
			c := newChoice(t.Name, t.About, func() { w.begin(t, fail) })
			c.Scroll = scroll
			list.Add(c)
			list.Add(look.Space(0, 4))
		}
	}
	row := container.New(layout.NewCustomPaddedHBoxLayout(look.Gap + 4))
	if w.o.Open != nil {
		row.Add(look.NewOutlined(look.IconFolder, words.T("start.open"), func() { w.chooseFile(fail) }))
	}
	if w.o.Example != nil {
		row.Add(look.NewOutlined(look.IconStar, words.T("button.example"), func() { w.example(fail) }))
	}
	row.Add(look.NewOutlined(look.IconGlobe, words.T("command.language"), w.switchLanguage))
	row.Add(look.NewOutlined(look.IconMoon, words.T("command.light"), w.switchLight))
	page := container.NewVBox(
		container.NewHBox(newEmblem(), look.Space(look.Margin, 0), container.NewVBox(
			look.NewHeading(words.T("app.name"), look.Wall), look.NewWord(words.T("app.tagline"), look.Section, look.Whisper))),
		look.Space(0, 2*look.Margin), list, failed, look.Space(0, look.Margin), row,
	)
	wide := container.NewStack(look.Space(720, 0), page)
	scroll.Content = container.NewCenter(container.NewPadded(container.NewPadded(wide)))
	return scroll
}

// begin starts a workshop from a template.
func (w *window) begin(t Template, fail func(error)) {
	o, err := w.o.New(t.Key, "")
	if err != nil {
		fail(err)
		return
	}
	w.open(o)
}

func (w *window) example(fail func(error)) {
	o, err := w.o.Example(w.words.Lang)
	if err != nil {
		fail(err)
		return
	}
	w.open(o)
}

func (w *window) chooseFile(fail func(error)) {
	f := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			fail(err)
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		r.Close() //nolint:errcheck // only its name was wanted
		if o, err := w.o.Open(path); err != nil {
			fail(err)
		} else {
			w.open(o)
		}
	}, w.win)
	f.SetFilter(storage.NewExtensionFileFilter([]string{".samenbord"}))
	f.Resize(fyne.NewSize(900, 600))
	f.Show()
}

// openFile opens a file that was dropped on the start screen.
func (w *window) openFile(path string) {
	if w.o.Open == nil {
		return
	}
	if o, err := w.o.Open(path); err == nil {
		w.open(o)
	} else {
		dialog.ShowInformation(w.words.T("app.name"), w.explain(err), w.win)
	}
}

// choice is a large line to choose: a name and what it is.
type choice struct {
	widget.BaseWidget
	look.Touch
	name, about string
	tap         func()
	hovered     bool
	focused     bool
}

func newChoice(name, about string, tap func()) *choice {
	c := &choice{name: name, about: about, tap: tap}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements [fyne.Tappable].
func (c *choice) Tapped(*fyne.PointEvent) { c.tap() }

// DragEnd implements [fyne.Draggable].
func (c *choice) DragEnd() {
	if c.Lift(c.Size()) {
		c.tap()
	}
}

// MouseIn implements [desktop.Hoverable].
func (c *choice) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements [desktop.Hoverable].
func (c *choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements [desktop.Hoverable].
func (c *choice) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained implements [fyne.Focusable].
func (c *choice) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements [fyne.Focusable].
func (c *choice) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements [fyne.Focusable].
func (c *choice) TypedRune(rune) {}

// TypedKey implements [fyne.Focusable].
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace {
		c.tap()
	}
}

// CreateRenderer implements [fyne.Widget].
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	body := container.NewVBox(look.NewHeading(c.name, look.Section), look.NewSentence(c.about, 620))
	arrow := look.NewSign(look.IconArrow, look.Proud)
	inside := container.New(layout.NewCustomPaddedLayout(14, 16, 22, 14), container.NewBorder(nil, nil, nil, arrow, body))
	r := &choiceRenderer{c: c, back: fcanvas.NewRectangle(color.Transparent), over: fcanvas.NewRectangle(color.Transparent), inside: inside}
	r.back.CornerRadius, r.over.CornerRadius = look.Radius, look.Radius
	r.paint()
	return r
}

type choiceRenderer struct {
	c          *choice
	back, over *fcanvas.Rectangle
	inside     *fyne.Container
}

func (r *choiceRenderer) paint() {
	p := look.Colors()
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = p.Panel, p.Line, 1
	r.over.FillColor = color.Transparent
	if r.c.hovered {
		r.over.FillColor = p.Hover
	}
	if r.c.hovered || r.c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = p.Accent, 2
	}
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		place(o, fyne.NewPos(0, 0), size)
	}
}
func (r *choiceRenderer) MinSize() fyne.Size { return r.inside.MinSize() }
func (r *choiceRenderer) Refresh()           { r.paint(); r.back.Refresh(); r.over.Refresh(); r.inside.Refresh() }

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.inside, r.over}
}
func (r *choiceRenderer) Destroy() {}

// newEmblem is the sign of Samenbord: four notes that form one.
func newEmblem() fyne.CanvasObject {
	const side, gap = 40, 5
	var notes []fyne.CanvasObject
	for i, c := range []string{board.Yellow, board.Pink, board.Blue, board.Green} {
		r := fcanvas.NewRectangle(paper(c))
		r.CornerRadius = 6
		place(r, fyne.NewPos(float32(i%2)*(side+gap), float32(i/2)*(side+gap)), fyne.NewSquareSize(side))
		notes = append(notes, r)
	}
	return container.NewStack(look.Space(2*side+gap, 2*side+gap), container.NewWithoutLayout(notes...))
}
