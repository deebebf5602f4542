package canvas

import (
	"os"
	"path/filepath"
	"strings"
)

// pdf makes the PDF beside the file of the workshop and tells where it is.
func (d *desk) pdf() {
	path := d.pdfPath()
	d.exporting = true
	d.top.update(d)
	d.strip.busy(d.words.T("pdf.busy"))
	go func() {
		err := d.saver.save()
		if err == nil {
			err = d.o.Export(path)
		}
		d.w.post(func() { d.pdfDone(path, err) })
	}()
}

// pdfPath is where the PDF goes.
func (d *desk) pdfPath() string { return d.besidePath(".pdf") }

// besidePath is a path with another ending beside the file, or in the folder of the person while there is no file.
func (d *desk) besidePath(ending string) string {
	if d.o.Path != "" {
		return strings.TrimSuffix(d.o.Path, filepath.Ext(d.o.Path)) + ending
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	return filepath.Join(home, strings.NewReplacer("/", " ", "\\", " ", ":", " ").Replace(d.top.title.name)+ending)
}

func (d *desk) pdfDone(path string, err error) {
	d.exporting = false
	d.top.update(d)
	if err != nil {
		d.strip.warn(d.w.explain(err))
		return
	}
	d.strip.say(d.words.T("pdf.done", path), offer{d.words.T("button.open"), func() {
		if err := openOutside(path); err != nil {
			d.strip.warn(d.w.explain(err))
		}
	}})
}

func (d *desk) saveNow() {
	go func() {
		d.saver.save() //nolint:errcheck // the saver tells by itself what went wrong
	}()
}

// copyText copies what the chosen notes say, a line each.
func (d *desk) copyText() {
	var lines []string
	b := d.surface.hand.Board()
	for _, id := range d.surface.hand.Selection.All() {
		if n, ok := b.Note(id); ok {
			lines = append(lines, strings.ReplaceAll(n.Text, "\n", " "))
		}
	}
	d.w.app.Clipboard().SetContent(strings.Join(lines, "\n"))
}
