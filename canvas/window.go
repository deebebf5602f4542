package canvas

import (
	"fmt"
	"os/exec"
	"runtime"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"samenbord/assets"
	"samenbord/canvas/look"
)

// ID names the program to the desktop.
const ID = "nl.samenbord.app"

// window is the one window: the start screen, or an open workshop.
type window struct {
	app      fyne.App
	win      fyne.Window
	theme    *look.Theme
	o        Options
	words    *assets.Dictionary
	desk     *desk // nil on the start screen
	post     func(func())
	ownScale string // of the computer, while ours takes its place
	scaled   bool
	watch    func() // told of each frame, by a [Probe]
}

// garbage is how much the memory of the program may grow before it is cleared up, in hundredths. Tiles are large and few
// things point to anything, so clearing up often costs little.
const garbage = 20

// Run shows a window until people close it. It must be called from the main goroutine.
func Run(o Options) error {
	debug.SetGCPercent(garbage)
	a := app.NewWithID(ID)
	if o.Lang == "" {
		o.Lang = assets.System()
	}
	if err := TeachFyne(o.Lang); err != nil {
		return err
	}
	w := newWindow(a, o, fyne.Do)
	w.win.Resize(fyne.NewSize(1280, 800))
	w.win.CenterOnScreen()
	if o.Probe != nil {
		o.Probe(&Probe{w})
	}
	w.win.ShowAndRun()
	return w.close()
}

// TeachFyne gives the buttons of Fyne itself the words of a language that it does not ship. Fyne looks its words up by
// the language of the computer, so they are put under that, whichever language Samenbord speaks.
func TeachFyne(language string) error {
	words := assets.Fyne(language)
	if words == nil {
		return nil
	}
	if err := lang.AddTranslationsForLocale(words, lang.SystemLocale()); err != nil {
		return fmt.Errorf("read words for fyne: %w", err)
	}
	return nil
}

func newWindow(a fyne.App, o Options, post func(func())) *window {
	w := &window{app: a, theme: newTheme(a), o: o, words: assets.Words(o.Lang), post: post}
	a.Settings().SetTheme(w.theme)
	w.resize()
	w.win = a.NewWindow(w.words.T("app.name"))
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.win.SetCloseIntercept(func() { w.closing() })
	w.show()
	w.listen()
	return w
}

// modeKey is where it is remembered whether people want it light or dark.
const modeKey = "mode"

func newTheme(a fyne.App) *look.Theme {
	return &look.Theme{
		Mode:    look.Mode(a.Preferences().IntWithFallback(modeKey, int(look.AlwaysLight))),
		Regular: fyne.NewStaticResource("sans.ttf", assets.Font("sans")),
		Bold:    fyne.NewStaticResource("sans-bold.ttf", assets.Font("sans-bold")),
	}
}

// show fills the window for the present options and language.
func (w *window) show() {
	if w.o.Session == nil {
		w.win.SetTitle(w.words.T("app.name"))
		w.win.SetContent(w.startScreen())
		return
	}
	w.desk = newDesk(w)
	w.win.SetContent(container.New(w.desk, w.desk.objects()...))
	w.desk.begin()
}

// listen hands the keys that nothing else wants to the open workshop.
func (w *window) listen() {
	c := w.win.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch top := c.Overlays().Top(); {
		case top != nil && e.Name == fyne.KeyEscape:
			c.Overlays().Remove(top)
		case top == nil && w.desk != nil:
			w.desk.typedKey(e)
		}
	})
	c.SetOnTypedRune(func(r rune) {
		if c.Overlays().Top() == nil && w.desk != nil {
			w.desk.typedRune(r)
		}
	})
	for _, s := range shortcuts() {
		c.AddShortcut(s, func(s fyne.Shortcut) {
			if c.Overlays().Top() == nil && w.desk != nil {
				w.desk.typedShortcut(s)
			}
		})
	}
	w.win.SetOnDropped(func(at fyne.Position, uris []fyne.URI) {
		var paths []string
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		switch {
		case w.desk != nil:
			w.desk.dropped(at, paths)
		case len(paths) > 0:
			w.openFile(paths[0])
		}
	})
}

// open shows another workshop in place of what is shown.
func (w *window) open(o Options) {
	if err := w.close(); err != nil {
		w.tell(err)
	}
	// What main can do for any window stays; what belongs to the workshop is new.
	if o.Templates == nil {
		o.Templates, o.New, o.Open, o.Example, o.Explain = w.o.Templates, w.o.New, w.o.Open, w.o.Example, w.o.Explain
	}
	o.Lang = w.words.Lang
	w.o = o
	w.show()
}

// leave goes back to the start screen.
func (w *window) leave() {
	o := w.o
	o.Session, o.Path, o.Publish, o.Export, o.Close, o.Notice, o.Blob, o.Keep, o.ReadOnly = nil, "", nil, nil, nil, "", nil, nil, false
	w.open(o)
}

// close writes the file, if there is one, and lets go of the workshop.
func (w *window) close() error {
	d := w.desk
	if d == nil {
		return nil
	}
	w.desk = nil
	err := d.close()
	if w.o.Close != nil {
		if e := w.o.Close(); err == nil {
			err = e
		}
	}
	return err
}

// closing ends the program, or says why the file could not be written and lets people try again.
func (w *window) closing() {
	if d := w.desk; d != nil && !d.warned {
		d.endWriting()
		if err := d.saver.close(); err != nil {
			d.warned = true
			d.strip.warn(w.explain(err))
			return
		}
	}
	w.win.Close()
}

// explain is what went wrong in one sentence for people.
func (w *window) explain(err error) string {
	if w.o.Explain != nil {
		return w.o.Explain(err, w.o.Path, w.words.Lang)
	}
	return w.words.T("error.unknown", err)
}

// tell says that something went wrong where people now look.
func (w *window) tell(err error) {
	if w.desk != nil {
		w.desk.strip.warn(w.explain(err))
	}
}

// switchLanguage speaks the other language.
func (w *window) switchLanguage() {
	next := assets.Langs[0]
	for i, l := range assets.Langs {
		if l == w.words.Lang {
			next = assets.Langs[(i+1)%len(assets.Langs)]
		}
	}
	w.speak(next)
}

// speak says everything in a language.
func (w *window) speak(lang string) {
	w.words = assets.Words(lang)
	w.o.Lang = lang
	if d := w.desk; d != nil {
		d.speak()
		w.win.SetContent(container.New(d, d.objects()...))
		d.update()
		return
	}
	w.show()
}

// switchLight goes from light to dark or back.
func (w *window) switchLight() {
	if w.theme.Dark(w.app.Settings().ThemeVariant()) {
		w.setMode(look.AlwaysLight)
	} else {
		w.setMode(look.AlwaysDark)
	}
}

// setMode shows everything in other colours, now and the next time.
func (w *window) setMode(m look.Mode) {
	w.theme.Mode = m
	w.app.Preferences().SetInt(modeKey, int(m))
	w.app.Settings().SetTheme(w.theme)
	if w.desk != nil {
		w.desk.restyle()
	} else {
		w.show()
	}
}

// openOutside opens a file with the program that the computer has for it.
func openOutside(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	case "darwin":
		name = "open"
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	go c.Wait() //nolint:errcheck // a viewer that ends is no concern of ours
	return nil
}
