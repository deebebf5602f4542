package canvas

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"samenbord/board"
	"samenbord/board/intake"
	"samenbord/canvas/tool"
)

// pictureEndings are the endings of files that are brought in as pictures.
var pictureEndings = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"}

// Sizes of pictures on a board: how long one is at first, and how far apart several are put down, in board units.
const (
	pictureLong = 400
	pictureGap  = 24
)

// fault is what went wrong with a file that is not the workshop.
type fault struct {
	name string
	err  error
}

// Error implements error.
func (f fault) Error() string { return fmt.Sprintf("bring in %s: %v", f.name, f.err) }

// Unwrap is what went wrong.
func (f fault) Unwrap() error { return f.err }

// About is the name of the file, for a sentence about it.
func (f fault) About() string { return f.name }

// kept is a picture that is in the workshop by now.
type kept struct {
	hash string
	w, h int
	name string // what it shows, as far as the name of its file says
}

func isPicture(path string) bool {
	return slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(path)))
}

// insert brings picture files in at a place on the board, in the background: on the note that lies there, or beside each
// other on the board. It is one gesture.
func (d *desk) insert(paths []string, at board.Point) {
	if d.o.ReadOnly || d.o.Keep == nil || len(paths) == 0 {
		return
	}
	step := d.step
	d.strip.busy(d.words.N("picture.busy", len(paths)))
	go func() {
		var all []kept
		var failed error
		for _, path := range paths {
			k, err := d.keep(path)
			if err != nil {
				failed = fault{filepath.Base(path), err}
				continue
			}
			all = append(all, k)
		}
		d.w.post(func() { d.inserted(step, at, all, failed) })
	}()
}

// keep reads a picture file and keeps it in the workshop.
func (d *desk) keep(path string) (kept, error) {
	file, err := os.Open(path)
	if err != nil {
		return kept{}, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, intake.MaxPictureFile+1))
	if err != nil {
		return kept{}, err
	}
	p, err := intake.ReadPicture(data)
	if err != nil {
		return kept{}, err
	}
	hash, err := d.o.Keep(p.Data, p.MIME)
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return kept{hash, p.W, p.H, name}, err
}

func (d *desk) inserted(step board.ID, at board.Point, all []kept, failed error) {
	if d.w.desk != d {
		return // another workshop is shown by now
	}
	d.strip.close()
	if len(all) > 0 && step == d.step {
		d.put(all, at)
	}
	if failed != nil {
		d.strip.warn(d.w.explain(failed))
	}
}

// put puts pictures on the board.
func (d *desk) put(all []kept, at board.Point) {
	b := d.surface.hand.Board()
	if n, ok := b.NoteAt(at); ok && len(all) == 1 && n.Lock != board.Background {
		after := n
		after.Hash, after.Alt = all[0].hash, all[0].name
		if c, differs := board.Edit(n, after); differs && d.change("picture", []board.Change{c}) {
			d.surface.hand.Selection.Set(n.ID)
			d.surface.selected()
		}
		return
	}
	images := tool.NewImages(b, at, pictureLong, pictureGap, shapes(all))
	var changes []board.Change
	d.surface.hand.Selection.Clear()
	for i := range images {
		images[i].Hash, images[i].Alt = all[i].hash, all[i].name
		changes = append(changes, board.Create(images[i]))
	}
	if d.change("picture", changes) {
		for _, i := range images {
			d.surface.hand.Selection.Add(i.ID)
		}
		d.surface.selected()
	}
}

func shapes(all []kept) []board.Rect {
	out := make([]board.Rect, len(all))
	for i, k := range all {
		out[i] = board.Rect{W: float64(k.w), H: float64(k.h)}
	}
	return out
}

// dropped takes in files that were let go over the window: pictures where they fell, a list as notes, a workshop in place
// of this one.
func (d *desk) dropped(at fyne.Position, paths []string) {
	place := d.surface.view.Board(point(at.Subtract(d.surface.Position())))
	pictures := slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return !isPicture(p) })
	if len(pictures) > 0 {
		d.insert(pictures, place)
		return
	}
	for _, p := range paths {
		switch strings.ToLower(filepath.Ext(p)) {
		case ".samenbord":
			d.w.openFile(p)
			return
		case ".csv", ".txt", ".tsv":
			d.takeList(p)
			return
		}
	}
	if len(paths) > 0 {
		d.strip.warn(d.words.T("drop.unknown", filepath.Base(paths[0])))
	}
}

// takeList brings a list of notes in: to the steps that it names, or to the step that is shown.
func (d *desk) takeList(path string) {
	if d.o.ReadOnly {
		return
	}
	data, err := os.ReadFile(path)
	if err == nil {
		err = d.takeRows(data)
	}
	if err != nil {
		d.strip.warn(d.w.explain(fault{filepath.Base(path), err}))
	}
}

func (d *desk) takeRows(data []byte) error {
	rows, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		return err
	}
	var changes []board.Change
	var report intake.Report
	d.session.Read(func(w *board.Workshop) { changes, report = intake.Changes(w, rows, intake.Options{Step: d.step}) })
	if d.change("import", changes) {
		d.strip.say(d.words.N("import.done", report.Notes))
	}
	return nil
}

// pastedPictures are the picture files that a copied text names, one a line; none where it says anything else.
func pastedPictures(text string) []string {
	var out []string
	for line := range strings.Lines(strings.TrimSpace(text)) {
		path := strings.TrimSpace(line)
		if u, err := url.Parse(path); err == nil && u.Scheme == "file" {
			path = u.Path
		}
		if !filepath.IsAbs(path) || !isPicture(path) {
			return nil
		}
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		out = append(out, path)
	}
	return out
}

// choosePicture lets people look for a picture file.
func (d *desk) choosePicture() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			d.strip.warn(d.w.explain(err))
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		file.Close()
		d.insert([]string{path}, d.surface.middle())
	}, d.w.win)
	open.SetOnClosed(d.surface.focus)
	open.SetFilter(storage.NewExtensionFileFilter(pictureEndings))
	open.Resize(d.w.win.Canvas().Size().SubtractWidthHeight(80, 80))
	open.Show()
}
