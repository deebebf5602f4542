package canvas

import (
	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
)

// desk is an open workshop in the window: the bar along the top, the board and what floats over it. It lays them out as
// a [fyne.Layout].
type desk struct {
	w        *window
	o        Options
	session  *board.Session
	words    *assets.Dictionary
	commands []command
	step     board.ID
	roster   *roster
	rest     string // what the workshop calls the notes that fit nowhere

	surface *surface
	top     *topBar
	dock    *dock
	kit     *kit
	bar     *bar
	zooms   *zoomBox
	minimap *minimap
	strip   *strip
	hint    *hint
	task    *task
	tasks   map[board.ID]bool // the steps whose task was closed
	panel   *panel.Panel      // nil while closed
	finding *finding          // nil while nobody looks for text
	writing *writing
	saver   *saver
	trail   trail
	showing *presentation // nil while none is given

	stop      func()
	news      chan struct{}
	quit      chan struct{}
	ended     chan struct{}
	exporting bool
	warned    bool // closing was refused once because the file could not be written
}

func newDesk(w *window) *desk {
	d := &desk{w: w, o: w.o, session: w.o.Session, words: w.words, commands: commands(), tasks: map[board.ID]bool{}}
	d.surface = newSurface(hooks{
		do: d.change, chosen: d.chosen, text: d.writeText, name: func() string { return d.words.T("cluster.new") }, write: d.write, fresh: d.writeFresh, rename: d.rename, leave: d.endWriting,
		typed: d.typedKey, rune: d.typedRune, short: d.typedShortcut, post: w.post,
		beat: func() {
			if w.watch != nil {
				w.watch()
			}
		},
	}, newPictures(w.o.Blob))
	d.surface.fixed = w.o.ReadOnly
	d.surface.style = d.style()
	d.strip = newStrip(w.post, d.relay)
	d.saver = newSaver(w.o.Publish, quiet, func(saving bool, err error) { w.post(func() { d.saved(saving, err) }) })
	d.build()
	return d
}

// build makes everything that carries words.
func (d *desk) build() {
	d.top = newTopBar(d)
	d.dock = newDock(d)
	d.kit = newKit(d)
	d.bar = newBar(d)
	d.zooms = newZoomBox(d)
	d.minimap = newMinimap(d.mapMoved)
	d.hint = newHint(d)
	d.task = newTask(d, d.tasks)
}

// speak says everything in the language of the window anew.
func (d *desk) speak() {
	d.endWriting()
	d.words = d.w.words
	open := d.panelOpen()
	d.closeFind(false)
	d.panel = nil
	d.surface.restyle(d.style())
	d.build()
	if open {
		d.panel = d.newPanel()
	}
}

// style is how boards are drawn now.
func (d *desk) style() style {
	st := style{rest: d.rest, roster: d.roster}
	switch {
	case d.w.theme.Mode == look.Contrast:
		st.tone = contrast
	case d.w.theme.Dark(d.w.app.Settings().ThemeVariant()):
		st.tone = night
	}
	return st
}

// restyle shows everything in the colours of the theme.
func (d *desk) restyle() {
	d.surface.restyle(d.style())
	d.surface.arrange()
	d.update()
}

// begin shows the first step and starts to listen to changes.
func (d *desk) begin() {
	d.news, d.quit, d.ended = make(chan struct{}, 1), make(chan struct{}), make(chan struct{})
	d.stop = d.session.Watch(func(board.Event) {
		d.saver.changed()
		select {
		case d.news <- struct{}{}:
		default: // the news that is on its way will show this change as well
		}
	})
	go d.hear()
	d.session.Read(func(w *board.Workshop) {
		if steps := w.Steps(); len(steps) > 0 {
			d.step = steps[0].ID
		}
	})
	d.update()
	d.surface.focus()
	if d.o.Notice != "" {
		d.strip.say(d.o.Notice)
	}
}

// hear shows changes that come from elsewhere, until the desk is closed.
func (d *desk) hear() {
	defer close(d.ended)
	for {
		select {
		case <-d.news:
			d.w.post(func() {
				if d.w.desk == d {
					d.update()
				}
			})
		case <-d.quit:
			return
		}
	}
}

// close writes the file and ends what runs in the background.
func (d *desk) close() error {
	if d.showing != nil {
		d.showing.end()
	}
	if d.finding != nil {
		d.finding.panel.Stop()
	}
	d.endWriting()
	err := d.saver.close()
	d.stop()
	close(d.quit)
	<-d.ended
	d.surface.close()
	return err
}

// update shows the workshop as it now stands.
func (d *desk) update() {
	var b *board.Board
	var stops []stop
	d.session.Read(func(w *board.Workshop) {
		for _, s := range w.Steps() {
			stops = append(stops, stop{s.ID, s.Name, len(w.Board(s.ID).Notes)})
		}
		if _, ok := w.Step(d.step); !ok && len(stops) > 0 {
			d.step = stops[0].id
		}
		b = w.Board(d.step)
		d.roster = rosterOf(w.People(), d.roster)
		d.rest = assets.Words(w.Info().Lang).T("board.rest")
		d.top.read(w)
	})
	if d.task.show(b.Step) {
		d.relay()
	}
	d.surface.restyle(d.style())
	d.surface.show(b)
	d.top.steps.set(stops, d.step)
	d.hint.show(d, b)
	if d.panel != nil {
		d.panel.Update()
	}
	if d.finding != nil {
		d.finding.panel.Update()
	}
	d.showing.update()
	d.chosen()
}

// chosen shows what can be done with what is now chosen.
func (d *desk) chosen() {
	if d.dock == nil {
		return
	}
	d.dock.update(d)
	kit := d.kit.update(d)
	s := d.surface
	if d.minimap.update(s.hand.Board(), s.style, s.view.Shown(s.size())) || kit {
		d.relay()
	}
	d.bar.update(d)
	if d.surface.pace.zoomed.IsZero() { // a word that changes is drawn anew in each frame
		d.zooms.update(d)
	}
	if d.writing != nil && !d.writing.ended {
		d.writing.place()
	}
}

func (d *desk) saved(saving bool, err error) {
	d.top.saved(saving, err)
	if err != nil {
		d.strip.warn(d.w.explain(err))
	}
}

// change makes a gesture happen. Where it cannot, the board shows what is true and people are told why.
func (d *desk) change(name string, changes []board.Change) bool {
	if len(changes) == 0 {
		return false
	}
	err := d.session.Do(name, changes...)
	d.update()
	if err != nil {
		d.surface.ask()
		d.strip.warn(d.w.explain(err))
		return false
	}
	return true
}

// objects are the parts of the desk from the bottom up.
func (d *desk) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{d.surface, d.hint.card, d.task.card, d.bar.notes, d.bar.cluster, d.kit.pens, d.kit.loops, d.dock.card, d.zooms.card, d.minimap}
	if side := d.side(); side != nil {
		out = append(out, side)
	}
	return append(out, d.strip.box, d.top.object)
}

// side is the one panel at the side, nil for none.
func (d *desk) side() fyne.CanvasObject {
	switch {
	case d.panel != nil:
		return d.panel
	case d.finding != nil:
		return d.finding.panel
	}
	return nil
}

// relay puts everything in its place again, as when a message came or went.
func (d *desk) relay() {
	if c, ok := d.w.win.Content().(*fyne.Container); ok && d.w.desk == d {
		d.Layout(c.Objects, c.Size())
		fcanvas.Refresh(d.surface.live.sentinel)
	}
}

// restack shows other parts, as when the panel opens.
func (d *desk) restack() {
	if c, ok := d.w.win.Content().(*fyne.Container); ok {
		c.Objects = d.objects()
		d.Layout(c.Objects, c.Size())
		c.Refresh()
	}
}
