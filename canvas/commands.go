package canvas

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"samenbord/board"
	"samenbord/canvas/look"
)

// command is something that people can do by a button, a menu or a key. All of these come from the one table below.
type command struct {
	word  string // key of its name
	icon  look.Icon
	keys  []key
	ready func(d *desk) bool // whether it can be done now; nil is always
	run   func(d *desk)
	alter bool // it changes the workshop, so not where that is open for reading only
}

// key is a key with what is held beside it.
type key struct {
	name fyne.KeyName // for keys that type nothing, and with Ctrl or Alt
	rune rune         // for keys that type a letter
	mod  fyne.KeyModifier
}

func ctrl(name fyne.KeyName) key { return key{name: name, mod: fyne.KeyModifierShortcutDefault} }
func ctrlShift(name fyne.KeyName) key {
	return key{name: name, mod: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}
func alt(name fyne.KeyName) key   { return key{name: name, mod: fyne.KeyModifierAlt} }
func alone(name fyne.KeyName) key { return key{name: name} }
func letter(r rune) key           { return key{rune: r} }

// name is how a key is written in a menu.
func (k key) label() string {
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShortcutDefault, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if k.mod&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	if k.rune != 0 {
		return strings.Join(append(parts, strings.ToUpper(string(k.rune))), "+")
	}
	return strings.Join(append(parts, string(k.name)), "+")
}

// commandName names a command in the code.
type commandName int

const (
	cmdNote commandName = iota
	cmdWrite
	cmdDelete
	cmdUndo
	cmdRedo
	cmdCluster
	cmdGroup
	cmdUngroup
	cmdRename
	cmdDissolve
	cmdPlan
	cmdDraft
	cmdPDF
	cmdLasso
	cmdAll
	cmdNone
	cmdPaste
	cmdCopy
	cmdFit
	cmdZoomIn
	cmdZoomOut
	cmdFull
	cmdNextStep
	cmdPreviousStep
	cmdLanguage
	cmdLight
	cmdScreen
	cmdSave
	cmdLeave
	cmdBars
	cmdBack
	cmdForth
	cmdPresent
	cmdFind
)

// commands is the one table of everything that can be done.
func commands() map[commandName]command {
	chosen := func(d *desk) bool { return len(d.surface.hand.Selection.Notes()) > 0 }
	cluster := func(d *desk) bool { return d.surface.hand.Selection.Cluster() != "" }
	either := func(d *desk) bool { return chosen(d) || cluster(d) }
	return map[commandName]command{
		cmdNote:  {word: "command.note", icon: look.IconNote, keys: []key{letter('n')}, run: (*desk).newNote, alter: true},
		cmdWrite: {word: "button.edit", icon: look.IconPen, keys: []key{alone(fyne.KeyReturn), alone(fyne.KeyEnter), alone(fyne.KeyF2)}, ready: either, run: (*desk).writeChosen, alter: true},
		cmdDelete: {
			word: "button.delete", icon: look.IconBin, keys: []key{alone(fyne.KeyDelete), alone(fyne.KeyBackspace)},
			ready: either, run: (*desk).deleteChosen, alter: true,
		},
		cmdUndo: {
			word: "button.undo", icon: look.IconUndo, keys: []key{ctrl(fyne.KeyZ)}, run: (*desk).undo, alter: true,
			ready: func(d *desk) bool { _, ok := d.session.CanUndo(); return ok },
		},
		cmdRedo: {
			word: "button.redo", icon: look.IconRedo, keys: []key{ctrl(fyne.KeyY), ctrlShift(fyne.KeyZ)}, run: (*desk).redo, alter: true,
			ready: func(d *desk) bool { _, ok := d.session.CanRedo(); return ok },
		},
		cmdCluster: {
			word: "button.cluster", icon: look.IconCluster, keys: []key{letter('g')}, run: (*desk).cluster, alter: true,
			ready: func(d *desk) bool { return len(d.surface.hand.Board().Notes) > 0 },
		},
		cmdGroup: {
			word: "command.group", icon: look.IconCluster, keys: []key{ctrl(fyne.KeyG)}, run: (*desk).group, alter: true,
			ready: func(d *desk) bool { return len(d.surface.hand.Selection.Notes()) > 1 },
		},
		cmdUngroup:  {word: "command.ungroup", icon: look.IconUnpack, keys: []key{ctrlShift(fyne.KeyG)}, ready: (*desk).anyClustered, run: (*desk).ungroup, alter: true},
		cmdRename:   {word: "cluster.rename", icon: look.IconPen, ready: cluster, run: (*desk).writeChosen, alter: true},
		cmdDissolve: {word: "command.dissolve", icon: look.IconUnpack, ready: cluster, run: (*desk).deleteChosen, alter: true},
		cmdPlan:     {word: "button.plan", icon: look.IconPlan, keys: []key{letter('p')}, run: (*desk).togglePlan},
		cmdDraft:    {word: "button.plan.draft", icon: look.IconPlan, run: (*desk).draft, alter: true},
		cmdPDF: {
			word: "button.pdf", icon: look.IconPDF, keys: []key{ctrl(fyne.KeyP)}, run: (*desk).pdf,
			ready: func(d *desk) bool { return d.o.Export != nil && !d.exporting },
		},
		cmdLasso:        {word: "command.lasso", icon: look.IconLasso, keys: []key{letter('l')}, run: (*desk).toggleLasso},
		cmdAll:          {word: "command.all", icon: look.IconAll, keys: []key{ctrl(fyne.KeyA)}, run: (*desk).chooseAll},
		cmdNone:         {word: "command.none", keys: []key{alone(fyne.KeyEscape)}, run: (*desk).escape},
		cmdPaste:        {word: "button.paste", icon: look.IconPaste, keys: []key{ctrl(fyne.KeyV)}, run: (*desk).paste, alter: true},
		cmdCopy:         {word: "button.copy", icon: look.IconPaste, keys: []key{ctrl(fyne.KeyC)}, ready: chosen, run: (*desk).copyText},
		cmdFit:          {word: "button.fit", icon: look.IconFit, keys: []key{letter('f')}, run: func(d *desk) { d.jump(); d.surface.fit() }},
		cmdZoomIn:       {word: "button.zoomin", icon: look.IconPlus, keys: []key{letter('+'), letter('='), ctrl(fyne.KeyEqual), ctrl(fyne.KeyPlus)}, run: func(d *desk) { d.surface.zoom(zoomStep) }},
		cmdZoomOut:      {word: "button.zoomout", icon: look.IconMinus, keys: []key{letter('-'), ctrl(fyne.KeyMinus)}, run: func(d *desk) { d.surface.zoom(1 / zoomStep) }},
		cmdFull:         {word: "command.full", icon: look.IconOne, keys: []key{ctrl(fyne.Key0)}, run: func(d *desk) { d.surface.zoom(1 / d.surface.view.Zoom) }},
		cmdNextStep:     {word: "button.next", icon: look.IconArrow, keys: []key{alone(fyne.KeyPageDown)}, run: func(d *desk) { d.stepBy(1) }},
		cmdPreviousStep: {word: "button.previous", keys: []key{alone(fyne.KeyPageUp)}, run: func(d *desk) { d.stepBy(-1) }},
		cmdLanguage:     {word: "command.language", icon: look.IconGlobe, run: func(d *desk) { d.w.switchLanguage() }},
		cmdLight:        {word: "command.light", icon: look.IconMoon, run: func(d *desk) { d.w.switchLight() }},
		cmdScreen:       {word: "command.screen", icon: look.IconScreen, keys: []key{alone(fyne.KeyF11)}, run: func(d *desk) { d.w.win.SetFullScreen(!d.w.win.FullScreen()) }},
		cmdSave:         {word: "button.save", icon: look.IconSave, keys: []key{ctrl(fyne.KeyS)}, run: (*desk).saveNow},
		cmdBars:         {word: "command.bars", icon: look.IconKeys, keys: []key{alone(fyne.KeyF6)}, run: func(d *desk) { d.w.win.Canvas().FocusNext() }},
		cmdBack:         {word: "command.back", icon: iconBack, keys: []key{alt(fyne.KeyLeft)}, ready: func(d *desk) bool { return len(d.trail.behind) > 0 }, run: (*desk).goBack},
		cmdForth:        {word: "command.forth", icon: look.IconArrow, keys: []key{alt(fyne.KeyRight)}, ready: func(d *desk) bool { return len(d.trail.ahead) > 0 }, run: (*desk).goForth},
		cmdPresent:      {word: "command.present", icon: iconPresent, keys: []key{alone(fyne.KeyF5)}, run: (*desk).present},
		cmdFind:         {word: "command.find", icon: iconFind, keys: []key{ctrl(fyne.KeyF)}, run: (*desk).openFind},
		cmdLeave:        {word: "command.leave", icon: look.IconFolder, run: func(d *desk) { d.w.leave() }},
	}
}

// able reports whether a command can be done now.
func (d *desk) able(n commandName) bool {
	c := d.commands[n]
	return !(c.alter && d.o.ReadOnly) && (c.ready == nil || c.ready(d))
}

// do does a command, if it can be done now.
func (d *desk) do(n commandName) {
	if d.able(n) {
		d.commands[n].run(d)
	}
}

// pressed does the command of a key and reports whether there is one.
func (d *desk) pressed(k key) bool {
	for n, c := range d.commands {
		for _, own := range c.keys {
			if own == k {
				d.do(n)
				return true
			}
		}
	}
	return false
}

// typedRune does what a letter stands for; the digits go to the steps.
func (d *desk) typedRune(r rune) {
	if r >= '1' && r <= '9' {
		d.goToStep(int(r - '1'))
		return
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	d.pressed(letter(r))
}

// typedKey does what a key without a letter stands for.
func (d *desk) typedKey(e *fyne.KeyEvent) bool {
	for name, dir := range map[fyne.KeyName]board.Point{
		fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1},
	} {
		if e.Name == name {
			d.travel(dir)
			return true
		}
	}
	if e.Name == fyne.KeyTab {
		d.travelReading()
		return true
	}
	return d.pressed(alone(e.Name))
}

// typedShortcut does what a key with Ctrl or Alt stands for. Fyne gives the best known of them types of their own.
func (d *desk) typedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		d.do(cmdUndo)
	case *fyne.ShortcutRedo:
		d.do(cmdRedo)
	case *fyne.ShortcutSelectAll:
		d.do(cmdAll)
	case *fyne.ShortcutPaste:
		d.do(cmdPaste)
	case *fyne.ShortcutCopy:
		d.do(cmdCopy)
	case *fyne.ShortcutCut:
		d.do(cmdCopy)
		d.do(cmdDelete)
	case *desktop.CustomShortcut:
		d.pressed(key{name: s.KeyName, mod: s.Modifier})
	}
}

// shortcuts are what a window must be told to listen for while nothing has the keyboard.
func shortcuts() []fyne.Shortcut {
	out := []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutSelectAll{}, &fyne.ShortcutPaste{}, &fyne.ShortcutCopy{},
		&fyne.ShortcutCut{},
	}
	for _, c := range commands() {
		for _, k := range c.keys {
			if k.mod != 0 {
				out = append(out, &desktop.CustomShortcut{KeyName: k.name, Modifier: k.mod})
			}
		}
	}
	return out
}
