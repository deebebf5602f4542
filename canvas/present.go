package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// presentation fills the window with one slide after another. It is laid over the desk, which waits unseen below.
type presentation struct {
	widget.BaseWidget
	d         *desk
	deck      *deck
	projector *projector
	full      bool // the window was full screen before
	whole     bool // all of the board was shown before

	ground *fcanvas.Rectangle
	shown  projection // zero before the first
	img    *fcanvas.Image
	gone   *fcanvas.Image // what glides away; nil while nothing does
	way    float32        // from where the next slide comes: 1 from the right, -1 from the left, 0 from nowhere
	glide  *fyne.Animation
	foot   *slideFooter
	touch  swipe
}

// present shows the workshop step by step, from the step or the cluster that is shown now.
func (d *desk) present() {
	if d.showing != nil {
		return
	}
	d.endWriting()
	deck := newDeck(d.boards())
	if len(deck.slides) == 0 {
		return
	}
	deck.goTo(d.step, d.surface.hand.Selection.Cluster())
	p := &presentation{d: d, deck: deck, full: d.w.win.FullScreen(), ground: fcanvas.NewRectangle(d.surface.style.palette().Board)}
	s := d.surface
	p.whole, s.whole = s.whole && s.goal() == s.wholeView(), false // another size of the window is not to move the board
	p.foot = newSlideFooter(p)
	p.projector = newProjector(d.surface.pictures, func(done projection) {
		d.w.post(func() { p.take(done) })
	})
	p.ExtendBaseWidget(p)
	d.showing = p
	c := d.w.win.Canvas()
	c.Overlays().Add(p)
	p.Resize(c.Size())
	c.Content().Hide() // what is covered would be drawn in vain
	d.w.win.SetFullScreen(true)
	p.focus()
	p.foot.wake()
}

// boards are the boards of all steps as they now stand.
func (d *desk) boards() []*board.Board {
	var out []*board.Board
	d.session.Read(func(w *board.Workshop) {
		for _, s := range w.Steps() {
			out = append(out, w.Board(s.ID))
		}
	})
	return out
}

// end goes back to the desk as it was.
func (p *presentation) end() {
	d := p.d
	if d.showing != p {
		return
	}
	d.showing = nil
	p.halt()
	p.foot.close()
	p.projector.close()
	c := d.w.win.Canvas()
	c.Content().Show()
	c.Overlays().Remove(p)
	d.w.win.SetFullScreen(p.full)
	d.surface.whole = p.whole
	d.surface.focus()
}

// update shows the workshop as it now stands.
func (p *presentation) update() {
	if p != nil {
		p.deck.renew(p.d.boards())
		p.way = 0
		p.ask()
	}
}

func (p *presentation) focus() { p.d.w.win.Canvas().Focus(p) }

// view is what is to be seen of a slide.
func (p *presentation) view(d *deck) slideJob {
	s := d.slide()
	v := slideView{board: s.board, kind: s.kind, group: s.group, page: s.page, style: p.d.style(), caption: p.caption(d)}
	v.size, v.scale = tile.Size{W: float64(p.Size().Width), H: float64(p.Size().Height)}, p.d.surface.scale()
	if n, ok := d.alone(); ok {
		v.alone = n.ID
	}
	return slideJob{v, s}
}

// caption are the words over a slide.
func (p *presentation) caption(d *deck) caption {
	s, words := d.slide(), p.d.words
	_, alone := d.alone()
	c := caption{name: s.name}
	switch {
	case s.kind == loose:
		c.name = words.T("present.loose")
	case s.kind == ofCluster && s.name == "":
		c.name = p.d.rest
	}
	switch {
	case alone:
	case s.kind != wholeBoard:
		c.text = words.N("notes", s.all)
		if s.pages > 1 {
			c.text += " · " + words.T("present.of", s.page+1, s.pages)
		}
	case s.board.Step.Instruction != "":
		c.text = s.board.Step.Instruction
	case s.all == 0:
		c.text = words.T("present.empty")
	}
	return c
}

// ask wants the picture of what is to be seen, and those of what may be next.
func (p *presentation) ask() {
	if p.Size().IsZero() {
		return
	}
	tasks := []slideJob{p.view(p.deck)}
	for _, turn := range []func(*deck) bool{(*deck).next, (*deck).previous} {
		if d := *p.deck; turn(&d) {
			tasks = append(tasks, p.view(&d))
		}
	}
	p.projector.ask(tasks...)
	p.foot.set(p.deck)
}

// take shows a painted slide, if it is still the one that is wanted.
func (p *presentation) take(done projection) {
	if p.d.showing != p || done.slideView == p.shown.slideView || done.slideView != p.view(p.deck).slideView {
		return
	}
	p.halt()
	p.gone, p.shown = p.img, done
	scale := float32(done.scale)
	p.img = &fcanvas.Image{Image: done.img, ScaleMode: fcanvas.ImageScaleFastest}
	p.img.Resize(fyne.NewSize(float32(done.img.Rect.Dx())/scale, float32(done.img.Rect.Dy())/scale))
	p.slide()
}

// slideTime is how long a slide takes to come.
const slideTime = 170 * time.Millisecond

// slide has the new slide push the old one away, or puts it there at once where people want no motion.
func (p *presentation) slide() {
	if p.way == 0 || p.gone == nil || !fyne.CurrentApp().Settings().ShowAnimations() {
		p.halt()
		return
	}
	way, wide := p.way, p.Size().Width
	old, img := p.gone, p.img
	img.Move(fyne.NewPos(way*wide, 0))
	p.glide = &fyne.Animation{Duration: slideTime, Curve: fyne.AnimationEaseOut, Tick: func(t float32) {
		if p.img != img {
			return
		}
		if t >= 1 {
			p.halt()
			return
		}
		x := float32(math.Round(float64(wide * t)))
		old.Move(fyne.NewPos(-way*x, 0))
		img.Move(fyne.NewPos(way*(wide-x), 0))
	}}
	p.glide.Start()
	fcanvas.Refresh(p.ground)
}

// halt ends the coming of a slide where it ought to end.
func (p *presentation) halt() {
	if p.glide != nil {
		p.glide.Stop()
		p.glide = nil
	}
	p.gone = nil
	if p.img != nil {
		p.img.Move(fyne.Position{})
	}
	fcanvas.Refresh(p.ground)
}

// go turns the presentation to another slide, which comes from a side.
func (p *presentation) goBy(turn func(*deck) bool, way float32) {
	p.foot.wake()
	if turn(p.deck) {
		p.way = way
		p.ask()
	}
}

func (p *presentation) next()     { p.goBy((*deck).next, 1) }
func (p *presentation) previous() { p.goBy((*deck).previous, -1) }

// tap does what a tap at a place means: the sides go on and back, a note is shown alone and gives way to the others again.
func (p *presentation) tap(at fyne.Position) {
	edge := max(float32(slideSide*unit(p.shown.size)), p.Size().Width/12)
	switch {
	case at.X < edge:
		p.previous()
	case at.X >= p.Size().Width-edge:
		p.next()
	case p.shown.alone != "":
		p.goBy((*deck).turn, 0)
	default:
		n, ok := p.shown.sheet.noteAt(point(at))
		p.goBy(func(d *deck) bool { return ok && d.open(n.ID) }, 0)
	}
}

// Tapped implements [fyne.Tappable].
func (p *presentation) Tapped(e *fyne.PointEvent) {
	p.focus()
	p.tap(e.Position)
}

// swipe is a finger that goes across a slide.
type swipe struct {
	down     bool
	from, at fyne.Position
}

// How far a finger goes at most to tap, and at least to swipe, in screen units.
const (
	tapSlop  = 12
	farSwipe = 60
)

// Dragged implements [fyne.Draggable].
func (p *presentation) Dragged(e *fyne.DragEvent) {
	if !p.touch.down {
		p.touch.down, p.touch.from = true, e.Position.Subtract(e.Dragged)
	}
	p.touch.at = e.Position
}

// DragEnd implements [fyne.Draggable].
func (p *presentation) DragEnd() {
	p.touch.down = false
	d := p.touch.at.Subtract(p.touch.from)
	across, along := math.Abs(float64(d.X)), math.Abs(float64(d.Y))
	switch {
	case math.Hypot(across, along) < tapSlop:
		p.tap(p.touch.at)
	case across < farSwipe || across < along:
	case d.X < 0:
		p.next()
	default:
		p.previous()
	}
}

// MouseIn implements [desktop.Hoverable].
func (p *presentation) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements [desktop.Hoverable].
func (p *presentation) MouseMoved(*desktop.MouseEvent) { p.foot.wake() }

// MouseOut implements [desktop.Hoverable].
func (p *presentation) MouseOut() {}

// FocusGained implements [fyne.Focusable].
func (p *presentation) FocusGained() {}

// FocusLost implements [fyne.Focusable].
func (p *presentation) FocusLost() {}

// TypedRune implements [fyne.Focusable]: the digits go to the steps.
func (p *presentation) TypedRune(r rune) {
	if r < '1' || r > '9' {
		return
	}
	p.goBy(func(d *deck) bool {
		stops := p.d.top.steps.stops
		if n := int(r - '1'); n < len(stops) {
			d.goTo(stops[n].id, "")
			return true
		}
		return false
	}, 0)
}

// TypedShortcut implements [fyne.Shortcutable]: the keys of the desk do nothing while it is not seen.
func (p *presentation) TypedShortcut(fyne.Shortcut) {}

// TypedKey implements [fyne.Focusable]. Remote controls for presentations send PageUp, PageDown, F5 and Escape.
func (p *presentation) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace:
		p.next()
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		p.previous()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.goBy((*deck).turn, 0)
	case fyne.KeyHome:
		p.goBy(func(d *deck) bool { d.home(); return true }, -1)
	case fyne.KeyEnd:
		p.goBy(func(d *deck) bool { d.end(); return true }, 1)
	case fyne.KeyEscape:
		p.end()
	}
}

// CreateRenderer implements [fyne.Widget].
func (p *presentation) CreateRenderer() fyne.WidgetRenderer { return presentationRenderer{p} }

type presentationRenderer struct{ p *presentation }

func (r presentationRenderer) Layout(size fyne.Size) {
	r.p.ground.Resize(size)
	r.p.foot.layout(size)
	r.p.way = 0
	r.p.ask()
}

func (r presentationRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r presentationRenderer) Refresh()           {}

func (r presentationRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.p.ground}
	for _, img := range []*fcanvas.Image{r.p.gone, r.p.img} {
		if img != nil {
			out = append(out, img)
		}
	}
	return append(out, r.p.foot.objects...)
}

func (r presentationRenderer) Destroy() {}
