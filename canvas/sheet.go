package canvas

import (
	"fyne.io/fyne/v2/container"

	"samenbord/canvas/look"
)

// SheetLine is one command of the sheet of shortcuts: what it does and the keys that do it.
type SheetLine struct{ Word, Keys string }

// sheet are the commands that have keys, in the order of the table.
func (d *desk) sheet() []SheetLine {
	lines := []SheetLine{
		{d.words.T("sheet.steps"), "1 … 9"},
		{d.words.T("sheet.travel"), d.words.T("sheet.travel.keys")},
		{d.words.T("sheet.nudge"), d.words.T("sheet.nudge.keys")},
		{d.words.T("sheet.pan"), d.words.T("sheet.pan.keys")},
	}
	for _, c := range d.commands {
		if len(c.keys) > 0 {
			lines = append(lines, SheetLine{d.words.T(c.word), keysOf(c)})
		}
	}
	return lines
}

// openSheet shows all keys in columns.
func (d *desk) openSheet() {
	const columns = 3
	lines := d.sheet()
	per := (len(lines) + columns - 1) / columns
	row := container.NewHBox()
	for from := 0; from < len(lines); from += per {
		if from > 0 {
			row.Add(look.Rule())
		}
		words, keys := container.NewVBox(), container.NewVBox()
		for _, l := range lines[from:min(from+per, len(lines))] {
			words.Add(look.NewWord(l.Word, sheetEm, look.Speak))
			keys.Add(look.NewWord(l.Keys, sheetEm, look.Proud))
		}
		row.Add(container.NewHBox(keys, look.Space(look.Gap, 0), words, look.Space(look.Gap, 0)))
	}
	head := container.NewHBox(look.NewHeading(d.words.T("sheet.title"), look.Section))
	pop := new(look.Popover)
	if d.o.Sheet != nil {
		head.Add(look.Space(look.Margin, 0))
		head.Add(look.NewOutlined(look.IconPDF, d.words.T("sheet.print"), func() { pop.Hide(); d.printSheet() }))
	}
	*pop = *look.ShowDialog(d.w.win.Canvas(), container.NewVBox(head, look.Space(0, look.Gap), row))
}

// sheetEm is the size of letters on the sheet, in screen units.
const sheetEm = 16

// printSheet makes a page of the sheet beside the workshop.
func (d *desk) printSheet() {
	path, lines, title := d.besidePath("-"+d.words.T("sheet.file")+".pdf"), d.sheet(), d.words.T("sheet.title")
	lang := d.words.Lang
	go func() {
		err := d.o.Sheet(path, lang, title, lines)
		d.w.post(func() { d.pdfDone(path, err) })
	}()
}
