package canvas

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/canvas/look"
)

// iconBack is [look.IconArrow] the other way.
const iconBack look.Icon = `<path d="M19 12H5"/><path d="m11 6-6 6 6 6"/>`

// iconPresent is a screen on a stand, with something that begins to play.
const iconPresent look.Icon = `<path d="M3 4h18"/><path d="M4 4v11a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1V4"/><path d="m8 21 4-5 4 5"/><path d="m10.5 7.5 4 2.5-4 2.5z"/>`

// maxDots is how many slides of a step are told by a dot each; more are told by their number alone.
const maxDots = 16

// footTime is how long the row at the bottom stays after it was last needed.
const footTime = 3 * time.Second

// slideFooter is the row at the bottom of a presentation: the step, where in it people are, and the way out. It goes away
// while nobody needs it.
type slideFooter struct {
	p       *presentation
	step    *fcanvas.Text
	count   *fcanvas.Text
	dots    []*fcanvas.Circle
	buttons []*look.Button // back, on and the way out
	objects []fyne.CanvasObject
	n, at   int     // dots that are shown, and which of them is filled
	clear   float32 // how far the row has faded, from 0 to 1
	fade    *fyne.Animation
	timer   *time.Timer
	closed  bool
	size    fyne.Size
}

func newSlideFooter(p *presentation) *slideFooter {
	f := &slideFooter{p: p, step: fcanvas.NewText("", color.Transparent), count: fcanvas.NewText("", color.Transparent)}
	button := func(icon look.Icon, word string, tap func()) {
		f.buttons = append(f.buttons, look.NewButton(icon, word, func() { tap(); p.focus() }))
	}
	button(iconBack, "", p.previous)
	button(look.IconArrow, "", p.next)
	button(look.IconClose, p.d.words.T("button.close"), func() {})
	f.buttons[2].OnTap = p.end
	f.objects = []fyne.CanvasObject{f.step, f.count}
	for range maxDots {
		dot := fcanvas.NewCircle(color.Transparent)
		f.dots = append(f.dots, dot)
		f.objects = append(f.objects, dot)
	}
	for _, b := range f.buttons {
		f.objects = append(f.objects, b)
	}
	return f
}

// close ends what the row waits for.
func (f *slideFooter) close() {
	f.closed = true
	if f.timer != nil {
		f.timer.Stop()
	}
	f.halt()
}

func (f *slideFooter) halt() {
	if f.fade != nil {
		f.fade.Stop()
		f.fade = nil
	}
}

// wake shows the row, for a while.
func (f *slideFooter) wake() {
	if f.closed {
		return
	}
	if f.clear > 0 || f.fade != nil {
		f.halt()
		f.clear = 0
		f.paint()
	}
	if f.timer == nil {
		f.timer = time.AfterFunc(footTime, func() { f.p.d.w.post(f.sleep) })
		return
	}
	f.timer.Reset(footTime)
}

// sleep lets the row go away.
func (f *slideFooter) sleep() {
	if f.closed || f.clear == 1 {
		return
	}
	f.halt()
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		f.clear = 1
		f.paint()
		return
	}
	f.fade = &fyne.Animation{Duration: slideTime, Tick: func(t float32) {
		if f.closed {
			return
		}
		f.clear = t
		f.paint()
	}}
	f.fade.Start()
}

// set tells where in the presentation people are.
func (f *slideFooter) set(d *deck) {
	words := f.p.d.words
	n, of := d.place()
	f.step.Text = d.slide().board.Step.Name
	f.count.Text = words.T("present.of", n, of)
	if d.note >= 0 {
		f.count.Text = words.T("present.note.of", d.note+1, len(d.slide().notes))
	}
	f.n, f.at = of, n-1
	if of > maxDots || of < 2 {
		f.n = 0
	}
	f.layout(f.size)
	f.paint()
}

// Measures of the row, in screen units.
const (
	footHigh = 52
	dotSide  = 9
	dotStep  = 18
)

// layout puts the step at the left, the place in it in the middle and the way out at the right.
func (f *slideFooter) layout(size fyne.Size) {
	f.size = size
	middle := size.Height - footHigh/2 - 2
	upright := func(o fyne.CanvasObject, x float32) float32 {
		m := o.MinSize()
		place(o, look.Whole(x, middle-m.Height/2), m)
		return x + m.Width
	}
	f.step.TextSize, f.count.TextSize = look.Body, look.Body
	room := f.buttons[0].MinSize().Width + float32(f.n)*dotStep + f.count.MinSize().Width + 3*look.Gap + f.buttons[1].MinSize().Width
	x := upright(f.buttons[0], (size.Width-room)/2) + look.Gap
	for i, dot := range f.dots {
		if i < f.n {
			place(dot, fyne.NewPos(x+(dotStep-dotSide)/2, middle-dotSide/2), fyne.NewSquareSize(dotSide))
			x += dotStep
		}
	}
	upright(f.buttons[1], upright(f.count, x+look.Gap)+look.Gap)
	f.buttons[2].Resize(f.buttons[2].MinSize())
	upright(f.buttons[2], size.Width-f.buttons[2].MinSize().Width-look.Margin)
	upright(f.step, 2*look.Margin)
	shorten(f.step, (size.Width-room)/2-3*look.Margin)
}

// shorten cuts a line to a width, for the name of a step beside other things.
func shorten(t *fcanvas.Text, width float32) {
	for runes := []rune(t.Text); len(runes) > 1 && t.MinSize().Width > width; {
		runes = runes[:len(runes)-1]
		t.Text = string(runes) + "…"
	}
}

// paint gives everything its colour, as far as it has faded.
func (f *slideFooter) paint() {
	p := look.Colors()
	dim := func(c color.NRGBA) color.NRGBA { return faint(c, uint8(float32(c.A)*(1-f.clear))) }
	f.step.Color, f.count.Color = dim(p.Muted), dim(p.Muted)
	for i, dot := range f.dots {
		dot.Hidden = i >= f.n || f.clear == 1
		dot.FillColor = dim(faint(p.Muted, 0x60))
		if i == f.at {
			dot.FillColor = dim(p.Accent)
		}
	}
	for _, b := range f.buttons {
		if b.Visible() == (f.clear > 0.5) {
			b.Hidden = f.clear > 0.5
		}
	}
	f.step.Hidden, f.count.Hidden = f.clear == 1, f.clear == 1
	fcanvas.Refresh(f.step)
	fcanvas.Refresh(f.count)
}
