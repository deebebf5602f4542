package pdf

import (
	"fmt"
	"io"
	"sync"
)

// drawing lets one document at a time use gofpdf, which keeps defaults for all documents in one place.
var drawing sync.Mutex

// Write writes a document as a PDF file. The same document gives the same bytes.
func Write(out io.Writer, d *Document) error {
	b, err := write(d)
	if err != nil {
		return err
	}
	if _, err := out.Write(b); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

func write(d *Document) (b []byte, err error) {
	drawing.Lock()
	defer drawing.Unlock()
	// gofpdf panics on characters, fonts and pictures that it cannot take. None of them gets this far, but a
	// workshop must not be lost to one that does.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("write pdf: gofpdf gave up: %v", p)
		}
	}()
	s := newFpdf(d.Date)
	if err := Draw(s, d); err != nil {
		return nil, err
	}
	written, err := s.output()
	if err != nil {
		return nil, err
	}
	return finish(written, d)
}
