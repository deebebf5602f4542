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
	info, suspect, err := verifyPages(path, io.Discard)
	if err != nil {
		return c, info, err
	}
	c, err = readDatabase(path, machine, suspect)
	return c, info, explain(err)
}

// verifyPages checks the pages of a file and copies them to w, see [copyPages].
func verifyPages(path string, w io.Writer) (info os.FileInfo, suspect bool, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer file.Close()
	if info, err = file.Stat(); err != nil {
		return nil, false, err
	}
	if !info.Mode().IsRegular() {
		return info, false, ErrNotWorkshop
	}
	suspect, err = copyPages(w, file, info.Size())
	return info, suspect, err
}

// readDatabase reads a file whose pages were verified. While one connection reads, another lets SQLite verify, which
// takes about as long.
func readDatabase(path, machine string, suspect bool) (c content, err error) {
	verified := make(chan error, 1)
	go func() { verified <- verifyDatabase(path, suspect) }()
	err = withDistrust(path, func(db *sqlite3.Conn) error { return c.load(db, machine) })
	return c, joined(<-verified, err)
}

// verifyDatabase lets SQLite verify a file, and looks at every op and picture of one that is suspect.
func verifyDatabase(path string, suspect bool) error {
	if err := withDistrust(path, verifyStructure); err != nil || !suspect {
		return err
	}
	var r Report
	if err := withDistrust(path, r.look); err != nil {
		return err
	}
	if !r.Whole() {
		return damaged("%s", r.Damage[0])
	}
	return nil
}

// verifyStructure lets SQLite verify a database, which evaluates what stands in the schema.
func verifyStructure(db *sqlite3.Conn) error {
	if err := checkSchema(db); err != nil {
		return err
	}
	return checkStructure(db, "quick_check(1)")
}

// load reads all.
func (c *content) load(db *sqlite3.Conn, machine string) error {
	if err := c.identify(db); err != nil {
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
