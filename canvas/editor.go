package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// leastLetter is the smallest size at which people write, in screen units: on a board seen from afar the note comes
// nearer while it is being written.
const leastLetter = 16

// paperTheme makes a field look like the note it is written on.
type paperTheme struct {
	fyne.Theme
	back, ink color.Color
	letter    float32
	inset     float32
}

// Color implements [fyne.Theme].
func (t *paperTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameFocus:
		return t.back
	case theme.ColorNameForeground, theme.ColorNamePrimary:
		return t.ink
	}
	return t.Theme.Color(n, v)
}

// Size implements [fyne.Theme].
func (t *paperTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return t.letter
	case theme.SizeNameInnerPadding:
		return t.inset
	case theme.SizeNameInputBorder, theme.SizeNameLineSpacing:
		return 0
	}
	return t.Theme.Size(n)
}

// writing is a note, or the name of a cluster, that is being written on the board.
type writing struct {
	s       *surface
	note    board.Note // the paper; for a heading its rectangle alone
	fresh   bool       // the note is not on the board yet
	heading *board.Cluster
	loose   float64 // size of the letters of a loose text; 0 for what is none
	entry   *look.Entry
	theme   *paperTheme
	over    *container.ThemeOverride
	back    *fcanvas.Rectangle
	box     *fyne.Container
	done    func(text string, again bool)
	ended   bool
}

// write puts a field over a note. done is called once, with what was written; again when the next note is wanted.
func (s *surface) beginNote(n board.Note, fresh bool, done func(text string, again bool)) *writing {
	w := &writing{s: s, note: n, fresh: fresh, done: done, entry: look.NewEntry(n.Text, true)}
	p := s.style.paper(n)
	w.open(p.Fill, p.Text)
	return w
}

// beginText puts a field over a loose text.
func (s *surface) beginText(t board.Text, done func(text string, again bool)) *writing {
	n := board.Note{ID: t.ID, Rect: t.Rect, Text: t.Text}
	w := &writing{s: s, note: n, loose: t.Size, done: done, entry: look.NewEntry(t.Text, true)}
	p := look.Colors()
	w.open(p.Field, p.Ink)
	return w
}

// beginHeading puts a field over the name of a cluster.
func (s *surface) beginHeading(c board.Cluster, done func(text string, again bool)) *writing {
	r := tool.Heading(s.hand.Board(), c)
	r.H = min(r.H, board.FrameHeading)
	w := &writing{s: s, note: board.Note{Rect: r}, heading: &c, done: done, entry: look.NewEntry(c.Name, false)}
	p := look.Colors()
	w.open(p.Field, p.Ink)
	w.entry.SelectAll()
	return w
}

func (w *writing) open(back, ink color.NRGBA) {
	w.theme = &paperTheme{Theme: fyne.CurrentApp().Settings().Theme(), back: back, ink: ink}
	w.back = fcanvas.NewRectangle(back)
	w.back.StrokeColor, w.back.StrokeWidth, w.back.CornerRadius = look.Colors().Accent, 2, 4
	w.over = container.NewThemeOverride(w.entry, w.theme)
	w.box = container.NewWithoutLayout(w.back, w.over)
	w.entry.OnChanged = func(string) { w.place() }
	w.entry.Enter = func() { w.end(w.heading == nil && w.loose == 0) }
	w.entry.Escape = func() { w.end(false) }
	w.place()
	w.s.editor = w.box
	w.s.reveal(w.note.Bounds())
	w.s.put() // only what is in the window can have the keyboard
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.s); c != nil {
		c.Focus(w.entry)
	}
	w.entry.Lost = func() { w.end(false) }
	w.s.hooks.chosen()
}

// place puts the field where the note is seen, with letters of the size that the note will have.
func (w *writing) place() {
	n := w.note
	n.Text = w.entry.Text
	fit := w.s.style.fit(n, w.heading != nil)
	if w.loose > 0 {
		fit = fitting{letter: w.loose, height: max(n.Rect.H, 1.4*w.loose), inset: 6}
	}
	zoom := w.s.view.Zoom
	near := max(zoom, leastLetter/fit.letter)
	n.Rect.H = fit.height
	r := w.s.screen(n.Rect)
	wide, high := float32(n.Rect.W*near), float32(n.Rect.H*near)
	at := r.pos
	if near > zoom { // nearer, about the middle of the note
		at = fyne.NewPos(r.pos.X+(r.size.Width-wide)/2, r.pos.Y+(r.size.Height-high)/2)
		at.X = max(min(at.X, w.s.Size().Width-wide), 0)
		at.Y = max(min(at.Y, w.s.Size().Height-float32(w.s.insets.Bottom)-high), 0)
	}
	letter, inset := float32(fit.letter*near), float32(fit.inset*near)
	if letter != w.theme.letter || inset != w.theme.inset {
		w.theme.letter, w.theme.inset = letter, inset
		w.over.Refresh()
	}
	w.back.Move(at.SubtractXY(2, 2))
	w.back.Resize(fyne.NewSize(wide+4, high+4))
	w.over.Move(at)
	w.over.Resize(fyne.NewSize(wide, max(high, w.entry.MinSize().Height)))
}

// end takes the field away and hands over what was written.
func (w *writing) end(again bool) {
	if w.ended {
		return
	}
	w.ended = true
	w.s.editor = nil
	w.s.arrange()
	w.s.focus()
	w.done(w.entry.Text, again)
	w.s.hooks.chosen()
}
