package store

import (
	"io"
	"os"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// content is what a workshop file holds.
type content struct {
	workshop   string
	generation string
	snapshot   board.Snapshot
}

// readFile reads a published file without changing anything. info is the file it read.
func readFile(path, machine string) (c content, info os.FileInfo, err error) {
	info, err = verifyPages(path, io.Discard)
	if err != nil {
		return c, info, err
	}
	err = withDistrust(path, func(db *sqlite3.Conn) error { return c.read(db, machine) })
	return c, info, explain(err)
}

// verifyPages checks the pages of a file and copies them to w.
func verifyPages(path string, w io.Writer) (os.FileInfo, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return info, ErrNotWorkshop
	}
	return info, copyPages(w, file, info.Size())
}

// read reads all, after SQLite has verified it.
func (c *content) read(db *sqlite3.Conn, machine string) error {
	if err := c.identify(db); err != nil {
		return err
	}
	if err := checkStructure(db, "quick_check(1)"); err != nil {
		return err
	}
	r, err := newReader(db)
	if err != nil {
		return err
	}
	c.snapshot, err = r.snapshot(machine)
	return err
}

// identify reads which workshop this is, after making sure that it is one.
func (c *content) identify(db *sqlite3.Conn) (err error) {
	if err := checkSchema(db); err != nil {
		return err
	}
	if err := checkCounts(db); err != nil {
		return err
	}
	if c.workshop, err = meta(db, metaWorkshop); err != nil {
		return err
	}
	if c.workshop == "" {
		return damaged("it does not say which workshop it is")
	}
	c.generation, err = meta(db, metaGeneration)
	return err
}
