package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"samenbord/board"
	"samenbord/export/pdf"
)

// ErrFormat says that there is no such format.
var ErrFormat = errors.New("unknown format")

// Formats are the endings of the files that can be written, the usual one first.
func Formats() []string { return []string{"pdf", "png"} }

// Write draws a workshop in one of the [Formats]. For a workshop that people are working on, [Copy] it under the lock
// and draw the report outside.
func Write(out io.Writer, format string, w *board.Workshop, o Options) error {
	return Copy(w, o).Write(out, format)
}

// WriteFile draws a workshop into a file; its ending chooses the format. The file is there whole or not at all: what
// was there before stays until the new one is safe on the disk. The error of an ending without a format is [ErrFormat].
func WriteFile(path string, w *board.Workshop, o Options) error { return Copy(w, o).WriteFile(path) }

// Write draws the report in one of the [Formats].
func (r *Report) Write(out io.Writer, format string) error {
	switch strings.ToLower(format) {
	case "pdf":
		return pdf.Write(out, r.document())
	case "png":
		return r.writePicture(out)
	}
	return unknown(format)
}

func unknown(format string) error {
	return fmt.Errorf("%w %q: choose one of %s", ErrFormat, format, strings.Join(Formats(), ", "))
}

// WriteFile draws the report into a file, like [WriteFile].
func (r *Report) WriteFile(path string) (err error) {
	format := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if !slices.Contains(Formats(), format) {
		return unknown(format)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".samenbord-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	out := bufio.NewWriter(f)
	if err := errors.Join(r.Write(out, format), out.Flush()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return settle(f, path)
}

// settle makes a written file safe and gives it its name.
func settle(f *os.File, path string) error {
	// A temporary file is for its owner alone; what is shared is not.
	if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	// The new name itself must survive a power cut too. Where a folder cannot be synced, the file is still whole.
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync()
		dir.Close()
	}
	return nil
}

// document lays out all pages of the PDF.
func (r *Report) document() *pdf.Document {
	b := newBook(r)
	back := r.references()
	b.cover()
	b.contents()
	b.mark(0, b.words.T("pdf.contents"), contentsSpot)
	for _, on := range b.filled() {
		b.overview(on)
		b.lists(on, back)
	}
	b.planPages()
	b.conditionPages()
	b.unusedPages()
	b.posterPage()
	return b.document()
}
