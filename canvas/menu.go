package canvas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"samenbord/canvas/look"
)

// menu is what the menu of the bar along the top offers, in groups.
var menuGroups = [][]commandName{
	{cmdNote, cmdPaste, cmdAll, cmdFind, cmdPalette},
	{cmdPresent, cmdBack, cmdFit, cmdFull, cmdScreen},
	{cmdLanguage, cmdLight, cmdSettings, cmdSheet},
	{cmdSave, cmdLeave},
}

// moreGroups is what can be done with what is chosen, beyond the bar near it.
var moreGroups = [][]commandName{
	{cmdTidy, cmdAlignLeft, cmdAlignCenter, cmdAlignRight, cmdAlignTop, cmdAlignMiddle, cmdAlignBottom, cmdSpreadAcross, cmdSpreadDown},
	{cmdTag, cmdAuthor, cmdChain, cmdSplit, cmdMerge, cmdFix, cmdBackground, cmdUnlock},
	{cmdFront, cmdForward, cmdBackward, cmdBehind, cmdTurnLeft, cmdTurnRight, cmdLarger, cmdSmaller, cmdFitChosen},
}

// showMenu opens the menu under its button.
func (d *desk) showMenu(under fyne.CanvasObject) {
	d.endWriting()
	list := container.NewVBox()
	pop := new(look.Popover)
	for i, group := range menuGroups {
		if i > 0 {
			list.Add(widget.NewSeparator())
		}
		d.addItems(list, group, pop)
	}
	*pop = *look.ShowPopover(d.w.win.Canvas(), list, under)
}

// showMore opens what else can be done with what is chosen, in columns.
func (d *desk) showMore() {
	columns := container.NewHBox()
	pop := new(look.Popover)
	for i, group := range moreGroups {
		if i > 0 {
			columns.Add(look.Rule())
		}
		list := container.NewVBox()
		d.addItems(list, group, pop)
		columns.Add(list)
	}
	*pop = *look.ShowPopover(d.w.win.Canvas(), columns, d.bar.buttons[cmdMore])
}

// addItems adds the commands of a group that can be done now to a list that goes away when one is done.
func (d *desk) addItems(list *fyne.Container, group []commandName, pop *look.Popover) {
	for _, n := range group {
		if c := d.commands[n]; d.able(n) {
			list.Add(look.NewItem(c.icon, d.words.T(c.word), keysOf(c), func() { pop.Hide(); d.tapped(n) }))
		}
	}
}

// keysOf is how the first key of a command is written.
func keysOf(c command) string {
	if len(c.keys) == 0 {
		return ""
	}
	return c.keys[0].label()
}

// zoomBox says how near the board is, and changes it.
type zoomBox struct {
	card *look.Card
	word *look.Word
}

func newZoomBox(d *desk) *zoomBox {
	z := &zoomBox{word: look.NewWord("100 %", look.Body, look.Speak)}
	button := func(n commandName) fyne.CanvasObject {
		return look.NewButton(d.commands[n].icon, "", func() { d.tapped(n) })
	}
	figure := container.NewCenter(z.word)
	row := container.NewHBox(button(cmdZoomOut), container.NewStack(look.Space(64, 0), figure), button(cmdZoomIn), button(cmdFit))
	z.card = look.NewCard(row, look.Radius, 4)
	return z
}

func (z *zoomBox) update(d *desk) {
	if t := fmt.Sprintf("%.0f %%", d.surface.view.Zoom*100); z.word.Text != t {
		z.word.Text = t
		z.word.Refresh()
	}
}
