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
	{cmdNote, cmdPaste, cmdAll, cmdFind},
	{cmdPresent, cmdBack, cmdFit, cmdFull, cmdScreen, cmdBars},
	{cmdLanguage, cmdLight},
	{cmdSave, cmdLeave},
}

// showMenu opens the menu under its button.
func (d *desk) showMenu(under fyne.CanvasObject) {
	d.endWriting()
	list := container.NewVBox()
	var pop *look.Popover
	for i, group := range menuGroups {
		if i > 0 {
			list.Add(widget.NewSeparator())
		}
		for _, n := range group {
			c := d.commands[n]
			if c.alter && d.o.ReadOnly {
				continue
			}
			item := look.NewItem(c.icon, d.words.T(c.word), keysOf(c), func() { pop.Hide(); d.tapped(n) })
			list.Add(item)
		}
	}
	pop = look.ShowPopover(d.w.win.Canvas(), list, under)
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
