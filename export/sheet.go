package export

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/export/pdf"
)

// Key is a line of a sheet of shortcuts: what happens, and the keys that make it happen.
type Key struct{ Word, Keys string }

// WriteKeys makes a page of shortcuts to pin up beside a keyboard. Like [WriteFile] it leaves the whole file or none.
func WriteKeys(path, lang, title string, keys []Key, date time.Time) (err error) {
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
	if err := errors.Join(pdf.Write(out, keyPage(lang, title, keys, date)), out.Flush()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return settle(f, path)
}

// keyPage is one page with the keys in two columns, in the largest letters that fit.
func keyPage(lang, title string, keys []Key, date time.Time) *pdf.Document {
	b := newBook(&Report{words: assets.Words(lang), info: board.Info{Title: title, Lang: lang}, date: date})
	s := b.add(pdf.A4Short, pdf.A4Long, title)
	width := s.wide - 2*margin
	s.put(margin, margin, wall.as(pdf.Heading1, title, width))
	s.decorate(rule(margin, s.height+10, s.wide-margin, s.height+10, quiet, 0.6))
	top := s.height + 24
	for size := 14.0; ; size -= 0.5 {
		columns := keyColumns(keys, size, width)
		if columns.height <= s.high-margin-20-top || size < 7 {
			s.put(margin, top, columns)
			return b.document()
		}
	}
}

func keyColumns(keys []Key, size, width float64) block {
	const gap = 24
	wide := (width - gap) / 2
	half := (len(keys) + 1) / 2
	var out block
	for i, part := range [][]Key{keys[:half], keys[half:]} {
		var column block
		for _, k := range part {
			column.below(0, 0.35*size, keyLine(k, size, wide))
		}
		high := out.height
		out.put(float64(i)*(wide+gap), 0, column)
		out.height = max(out.height, high)
	}
	return out
}

func keyLine(k Key, size, width float64) block {
	l := letters{size: size}
	left := 0.36 * width
	var out block
	out.put(0, 0, l.bold().in(accent).as(pdf.Paragraph, k.Keys, left-size/2))
	high := out.height
	out.put(left, 0, l.as(pdf.Paragraph, k.Word, width-left))
	out.height = max(out.height, high)
	return out
}
