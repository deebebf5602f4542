package canvas

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
)

// topBar is the bar along the top: the name of the workshop, the steps, the people and the one filled button.
type topBar struct {
	d      *desk
	object fyne.CanvasObject
	title  *title
	steps  *steps
	people *look.Word
	pdf    *look.Button
}

func newTopBar(d *desk) *topBar {
	t := &topBar{d: d, people: look.NewWord("", look.Body, look.Speak)}
	t.steps = newSteps(func(id board.ID) { d.goTo(id) })
	t.title = newTitle(d)
	t.pdf = look.NewButton(look.IconPDF, d.words.T("button.pdf"), func() { d.tapped(cmdPDF) })
	t.pdf.Kind = look.Filled
	menu := look.NewButton(look.IconMenu, "", nil)
	menu.OnTap = func() { d.showMenu(menu) }
	right := container.NewHBox(look.NewSign(look.IconPeople, look.Speak), t.people, look.Space(look.Gap, 0), container.NewCenter(t.pdf), container.NewCenter(menu), look.Space(look.Gap, 0))
	t.object = container.New(topLayout{}, look.NewGround(), t.title, t.steps, right)
	return t
}

// read takes from a workshop what the bar shows.
func (t *topBar) read(w *board.Workshop) {
	n := len(w.People())
	if text := strconv.Itoa(n); t.people.Text != text {
		t.people.Text = text
		t.people.Refresh()
	}
	name := w.Info().Title
	if name == "" {
		name = t.d.o.Title
	}
	if name == "" {
		name = t.d.words.T("file.untitled")
	}
	t.title.set(name)
	t.update(t.d)
}

// update shows what can be done now.
func (t *topBar) update(d *desk) { t.pdf.Set(false, !d.able(cmdPDF)) }

func (t *topBar) saved(saving bool, err error) {
	switch {
	case saving:
		t.title.note(t.d.words.T("file.saving"), look.Whisper)
	case err != nil:
		t.title.note(t.d.words.T("file.unsaved"), look.Warn)
	default:
		t.title.note(t.d.words.T("file.saved"), look.Whisper)
	}
}

// topLayout gives the title and the buttons what they need and the steps what is left.
type topLayout struct{}

// MinSize implements [fyne.Layout].
func (topLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, look.TopBar) }

// Layout implements [fyne.Layout].
func (topLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	ground, title, steps, right := o[0], o[1], o[2], o[3]
	place(ground, fyne.NewPos(0, 0), size)
	w := min(max(size.Width*0.14, 150), 320)
	place(title, fyne.NewPos(look.Margin, 0), fyne.NewSize(w, size.Height))
	rw := right.MinSize().Width
	place(right, fyne.NewPos(size.Width-rw, 0), fyne.NewSize(rw, size.Height))
	x := look.Margin + w + look.Gap
	place(steps, fyne.NewPos(x, 0), fyne.NewSize(size.Width-rw-x-look.Margin, size.Height))
}

// title is the name of the workshop, with how safe it is below. A tap lets people rename it.
type title struct {
	widget.BaseWidget
	look.Touch
	d     *desk
	name  string
	state string
	voice look.Voice
	entry *look.Entry
}

func newTitle(d *desk) *title {
	t := &title{d: d, voice: look.Whisper}
	if d.o.ReadOnly {
		t.state = d.words.T("file.readonly")
	}
	t.ExtendBaseWidget(t)
	return t
}

func (t *title) set(name string) {
	if t.name != name {
		t.name = name
		t.d.w.win.SetTitle(name + " – " + t.d.words.T("app.name"))
		t.Refresh()
	}
}

func (t *title) note(state string, v look.Voice) {
	t.state, t.voice = state, v
	t.Refresh()
}

// Tapped implements [fyne.Tappable].
func (t *title) Tapped(*fyne.PointEvent) {
	if t.d.o.ReadOnly || t.entry != nil {
		return
	}
	t.d.endWriting()
	e := look.NewEntry(t.name, false)
	t.entry = e
	end := func(keep bool) {
		if t.entry == nil {
			return
		}
		text := strings.TrimSpace(e.Text)
		t.entry = nil
		t.Refresh()
		t.d.surface.focus()
		if keep && text != "" {
			t.d.retitle(text)
		}
	}
	e.Enter, e.Escape, e.Lost = func() { end(true) }, func() { end(false) }, func() { end(true) }
	t.Refresh()
	t.d.w.win.Canvas().Focus(e)
	e.SelectAll()
}

// DragEnd implements [fyne.Draggable].
func (t *title) DragEnd() {
	if t.Lift(t.Size()) {
		t.Tapped(nil)
	}
}

// retitle gives the workshop another name.
func (d *desk) retitle(name string) {
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) {
		before := w.Info()
		after := before
		after.Title = name
		if c, ok := board.Edit(before, after); ok {
			changes = append(changes, c)
		}
	})
	d.change("workshop", changes)
}

// CreateRenderer implements [fyne.Widget].
func (t *title) CreateRenderer() fyne.WidgetRenderer {
	r := &titleRenderer{t: t}
	r.build()
	return r
}

type titleRenderer struct {
	t       *title
	objects []fyne.CanvasObject
}

// build breaks the name over two lines at most, in smaller letters where it is long.
func (r *titleRenderer) build() {
	t, size := r.t, r.t.Size()
	r.objects = nil
	if t.entry != nil {
		place(t.entry, fyne.NewPos(0, 8), fyne.NewSize(size.Width, size.Height-16))
		r.objects = append(r.objects, t.entry)
		return
	}
	p := look.Colors()
	lines, em := titleLines(t.name, size.Width)
	var all []*fcanvas.Text
	for _, l := range lines {
		all = append(all, text(l, em, p.Ink, true))
	}
	if t.state != "" {
		c := p.Muted
		if t.voice == look.Warn {
			c = p.Danger
		}
		all = append(all, text(t.state, look.Small, c, false))
	}
	var high float32
	for _, l := range all {
		high += l.TextSize * 1.25
	}
	y := (size.Height - high) / 2
	for _, l := range all {
		m := l.MinSize()
		place(l, look.Whole(0, y+(l.TextSize*1.25-m.Height)/2), m)
		y += l.TextSize * 1.25
		r.objects = append(r.objects, l)
	}
}

// titleLines breaks a name so that it fits; only a name of more than two lines in the smallest letters is cut.
func titleLines(name string, width float32) ([]string, float32) {
	bold := fyne.TextStyle{Bold: true}
	if fyne.MeasureText(name, look.Body, bold).Width <= width {
		return []string{name}, look.Body
	}
	for em := float32(16); em > look.Small; em-- {
		if lines := look.Break(name, width, em, bold); len(lines) <= 2 {
			return lines, em
		}
	}
	lines := look.Break(name, width, look.Small, bold)
	if len(lines) > 2 {
		lines = append(lines[:1], strings.TrimSpace(string([]rune(lines[1])[:max(len([]rune(lines[1]))-2, 0)]))+" …")
	}
	return lines, look.Small
}

func (r *titleRenderer) Layout(fyne.Size)             { r.build() }
func (r *titleRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, look.TopBar) }
func (r *titleRenderer) Refresh()                     { r.build(); fcanvas.Refresh(r.t) }
func (r *titleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *titleRenderer) Destroy()                     {}

func text(s string, size float32, c color.Color, bold bool) *fcanvas.Text {
	t := fcanvas.NewText(s, c)
	t.TextSize, t.TextStyle = size, fyne.TextStyle{Bold: bold}
	return t
}
