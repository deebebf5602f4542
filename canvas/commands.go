package canvas

import (
	"fyne.io/fyne/v2"

	"samenbord/canvas/look"
	"samenbord/canvas/tool"
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
	cmdPalette
	cmdSheet
	cmdFitChosen
	cmdDuplicate
	cmdSend
	cmdTag
	cmdAuthor
	cmdMore
	cmdTidy
	cmdAlignLeft
	cmdAlignCenter
	cmdAlignRight
	cmdAlignTop
	cmdAlignMiddle
	cmdAlignBottom
	cmdSpreadAcross
	cmdSpreadDown
	cmdFront
	cmdBehind
	cmdForward
	cmdBackward
	cmdFix
	cmdBackground
	cmdUnlock
	cmdTurnLeft
	cmdTurnRight
	cmdLarger
	cmdSmaller
	cmdChain
	cmdSplit
	cmdMerge
	cmdRing
	cmdPen
	cmdEraser
	cmdText
	cmdLink
	cmdPicture
	cmdSettings
	cmdCount // how many there are
)

// commands is the one table of everything that can be done, by name and in the order in which it is listed.
func commands() []command {
	chosen := func(d *desk) bool { return len(d.surface.hand.Selection.All()) > 0 }
	cluster := func(d *desk) bool { return d.surface.hand.Selection.Cluster() != "" }
	either := func(d *desk) bool { return chosen(d) || cluster(d) }
	table := []command{
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
			ready: func(d *desk) bool { return len(d.chosenNotes()) > 1 },
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
		cmdLasso:        {word: "command.lasso", icon: look.IconLasso, keys: []key{letter('l')}, run: func(d *desk) { d.toggle(tool.Lasso) }},
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
		cmdPalette:      {word: "command.palette", icon: iconFind, keys: []key{ctrl(fyne.KeyK)}, run: (*desk).openPalette},
		cmdSheet:        {word: "command.sheet", icon: look.IconKeys, keys: []key{alone(fyne.KeyF1), letter('?')}, run: (*desk).openSheet},
		cmdFitChosen:    {word: "command.fit.chosen", icon: look.IconFit, keys: []key{letter('z')}, ready: either, run: (*desk).fitChosen},
		cmdRing:         {word: "command.ring", icon: look.IconRing, keys: []key{letter('o')}, run: func(d *desk) { d.toggle(tool.Ring) }, alter: true},
		cmdPen:          {word: "command.pen", icon: look.IconPen, keys: []key{letter('d')}, run: func(d *desk) { d.toggle(tool.Draw) }, alter: true},
		cmdEraser:       {word: "command.eraser", icon: look.IconEraser, keys: []key{letter('e')}, run: func(d *desk) { d.toggle(tool.Erase) }, alter: true},
		cmdText:         {word: "command.text", icon: look.IconText, keys: []key{letter('x')}, run: func(d *desk) { d.toggle(tool.Text) }, alter: true},
		cmdLink:         {word: "command.link", icon: look.IconLink, keys: []key{letter('c')}, run: func(d *desk) { d.toggle(tool.Join) }, alter: true},
		cmdPicture:      {word: "command.picture", icon: look.IconPicture, keys: []key{letter('i')}, ready: func(d *desk) bool { return d.o.Keep != nil }, run: (*desk).choosePicture, alter: true},
		cmdSettings:     {word: "command.settings", icon: look.IconSettings, run: (*desk).openSettings},
		cmdLeave:        {word: "command.leave", icon: look.IconFolder, run: func(d *desk) { d.w.leave() }},
	}
	for n, c := range arrangeCommands() {
		table[n] = c
	}
	return table
}
