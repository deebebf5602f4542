package canvas

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"samenbord/board"
)

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
	name := string(k.name)
	if printed := printedKeys[k.name]; printed != "" {
		name = printed
	}
	return strings.Join(append(parts, name), "+")
}

// printedKeys are the keys that have something else printed on them than Fyne calls them.
var printedKeys = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyEscape: "Esc", fyne.KeyPageUp: "PageUp", fyne.KeyPageDown: "PageDown",
	fyne.KeyBackspace: "Backspace", fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyUp: "↑", fyne.KeyDown: "↓",
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
		if slices.Contains(c.keys, k) {
			d.do(commandName(n))
			return true
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
	if dir, ok := directions[e.Name]; ok {
		d.travel(dir)
		return true
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
		d.pressedWith(s.KeyName, s.Modifier)
	}
}

// directions are where the arrow keys point.
var directions = map[fyne.KeyName]board.Point{
	fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1},
}

// pressedWith does what a key stands for with others held: Ctrl with an arrow moves what is chosen, with Shift far.
func (d *desk) pressedWith(name fyne.KeyName, mod fyne.KeyModifier) {
	if dir, ok := directions[name]; ok && mod&fyne.KeyModifierShortcutDefault != 0 {
		if !d.o.ReadOnly {
			d.nudge(dir, mod&fyne.KeyModifierShift != 0)
		}
		return
	}
	d.pressed(key{name: name, mod: mod})
}

// shortcuts are what a window must be told to listen for while nothing has the keyboard.
func shortcuts() []fyne.Shortcut {
	out := []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutSelectAll{}, &fyne.ShortcutPaste{}, &fyne.ShortcutCopy{},
		&fyne.ShortcutCut{},
	}
	for name := range directions {
		for _, mod := range []fyne.KeyModifier{0, fyne.KeyModifierShift} {
			out = append(out, &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | mod})
		}
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
