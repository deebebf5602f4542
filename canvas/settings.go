package canvas

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"samenbord/assets"
	"samenbord/canvas/look"
)

// dockKey is where it is remembered at which side of the window the dock stands.
const dockKey = "dock"

// Sides at which the dock can stand: where the hands of a person at the wall are.
const (
	dockBottom = iota
	dockLeft
	dockRight
)

func (w *window) dockSide() int { return w.app.Preferences().IntWithFallback(dockKey, dockBottom) }

func (w *window) setDockSide(side int) {
	w.app.Preferences().SetInt(dockKey, side)
	if w.desk != nil {
		w.desk.speak()
		w.win.SetContent(container.New(w.desk, w.desk.objects()...))
		w.desk.update()
		w.desk.surface.fit()
	}
}

// sizeKey is where it is remembered whether letters and buttons are as large as a wall needs.
const sizeKey = "wall"

// wallScale is by how much everything is larger on a wall: a button of 48 units is then 62.
const wallScale = 1.3

// scaleVariable is what Fyne reads its scale from. It looks each time that the settings change, so everything becomes
// larger at once.
const scaleVariable = "FYNE_SCALE"

func (w *window) wall() bool { return w.app.Preferences().Bool(sizeKey) }

func (w *window) setWall(on bool) {
	w.app.Preferences().SetBool(sizeKey, on)
	w.resize()
	w.app.Settings().SetTheme(w.theme)
}

// resize makes everything as large as it is wanted, from what the computer has set.
func (w *window) resize() {
	if !w.wall() {
		if w.scaled {
			os.Setenv(scaleVariable, w.ownScale) //nolint:errcheck // a valid name
		}
		return
	}
	if !w.scaled {
		w.scaled, w.ownScale = true, os.Getenv(scaleVariable)
	}
	own, err := strconv.ParseFloat(w.ownScale, 64)
	if err != nil || own <= 0 {
		own = max(float64(w.app.Settings().Scale()), 1)
	}
	os.Setenv(scaleVariable, strconv.FormatFloat(own*wallScale, 'f', 2, 64)) //nolint:errcheck // a valid name
}

// openSettings shows what can be set. All of it is so at once, and the next time.
func (d *desk) openSettings() {
	pop := new(look.Popover)
	column := func(title string, lines ...fyne.CanvasObject) fyne.CanvasObject {
		box := container.NewVBox(look.NewHeading(title, look.Body))
		for _, l := range lines {
			box.Add(l)
		}
		return box
	}
	line := func(word string, on bool, run func()) fyne.CanvasObject {
		b := look.NewButton("", word, func() { pop.Hide(); run(); d.surface.focus() })
		b.Leading, b.On = true, on
		return b
	}
	mode := func(key string, m look.Mode) fyne.CanvasObject {
		return line(d.words.T(key), d.w.theme.Mode == m, func() { d.w.setMode(m) })
	}
	side := func(key string, s int) fyne.CanvasObject {
		return line(d.words.T(key), d.w.dockSide() == s, func() { d.w.setDockSide(s) })
	}
	size := func(key string, wall bool) fyne.CanvasObject {
		return line(d.words.T(key), d.w.wall() == wall, func() { d.w.setWall(wall) })
	}
	var languages []fyne.CanvasObject
	for _, l := range assets.Langs {
		languages = append(languages, line(assets.Words(l).T("language.name"), l == d.words.Lang, func() { d.w.speak(l) }))
	}
	body := container.NewHBox(
		column(d.words.T("settings.colors"), mode("settings.light", look.AlwaysLight), mode("settings.dark", look.AlwaysDark),
			mode("settings.contrast", look.Contrast), mode("settings.system", look.System)),
		widget.NewSeparator(),
		column(d.words.T("settings.dock"), side("settings.bottom", dockBottom), side("settings.left", dockLeft), side("settings.right", dockRight)),
		widget.NewSeparator(),
		column(d.words.T("settings.size"), size("settings.laptop", false), size("settings.wall", true)),
		widget.NewSeparator(),
		column(d.words.T("settings.language"), languages...),
	)
	*pop = *look.ShowDialog(d.w.win.Canvas(), body)
}
