package store

import (
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// schema is every table of format 1, by name. SQLite keeps the text of a statement as it was written, so a file whose
// texts differ in one letter was not made here and is not read.
var schema = [...]struct{ name, sql string }{
	{"meta", `CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`},
	{"actors", `CREATE TABLE actors(key INTEGER PRIMARY KEY, actor BLOB NOT NULL UNIQUE, machine TEXT NOT NULL, ` +
		`made INTEGER NOT NULL) STRICT`},
	{"ops", `CREATE TABLE ops(actor INTEGER NOT NULL, n INTEGER NOT NULL, t_ms INTEGER NOT NULL, ` +
		`t_n INTEGER NOT NULL, tx INTEGER NOT NULL, obj TEXT NOT NULL, body BLOB NOT NULL, back BLOB NOT NULL, ` +
		`PRIMARY KEY(actor, n)) STRICT, WITHOUT ROWID`},
	{"objects", `CREATE TABLE objects(id TEXT NOT NULL PRIMARY KEY, cells BLOB NOT NULL) STRICT, WITHOUT ROWID`},
	{"blobs", `CREATE TABLE blobs(sha256 BLOB NOT NULL UNIQUE, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT`},
}

// Keys of the table meta.
const (
	metaWorkshop   = "workshop"
	metaGeneration = "generation"
)

// Bounds on the number of rows, far above what a workshop comes to.
const (
	maxObjects = 200_000
	maxOps     = 5_000_000
	maxActors  = 20_000
	maxBlobs   = 20_000
)

// createSchema makes the tables of a new workshop.
func createSchema(c *sqlite3.Conn, workshop string) error {
	if err := c.Exec(fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d; BEGIN", applicationID, format)); err != nil {
		return err
	}
	for _, t := range schema {
		if err := c.Exec(t.sql); err != nil {
			return err
		}
	}
	err := run(c, `INSERT INTO meta VALUES(?, ?), (?, ?)`, metaWorkshop, workshop, metaGeneration, "")
	if err != nil {
		return err
	}
	return c.Exec("COMMIT")
}

// checkSchema refuses a file with any other table, index, view or trigger.
func checkSchema(c *sqlite3.Conn) error {
	want := map[string]string{}
	for _, t := range schema {
		want[t.name] = t.sql
	}
	err := each(c, `SELECT type, name, coalesce(sql, '') FROM sqlite_schema`, func(s *sqlite3.Stmt) error {
		kind, name, sql := s.ColumnText(0), s.ColumnText(1), s.ColumnText(2)
		switch {
		case kind == "table" && want[name] == sql && sql != "":
			delete(want, name)
		case kind == "index" && sql == "" && (name == "sqlite_autoindex_actors_1" || name == "sqlite_autoindex_blobs_1"):
		default:
			return damaged("%s %.40q does not belong in it", kind, name)
		}
		return nil
	})
	if err == nil && len(want) > 0 {
		err = damaged("%d tables are missing", len(want))
	}
	return err
}

// checkCounts holds the tables to their bounds. The ops are counted where they are read.
func checkCounts(c *sqlite3.Conn) error {
	for _, t := range []struct {
		name string
		most int64
	}{{"objects", maxObjects}, {"actors", maxActors}, {"blobs", maxBlobs}, {"meta", 100}} {
		n, err := number(c, `SELECT count(*) FROM `+t.name)
		if err != nil {
			return err
		}
		if n > t.most {
			return damaged("%d %s", n, t.name)
		}
	}
	return nil
}

// checkStructure lets SQLite verify that every table can be walked and holds the types it should.
func checkStructure(c *sqlite3.Conn, pragma string) error {
	return each(c, "PRAGMA "+pragma, func(s *sqlite3.Stmt) error {
		if said := s.ColumnText(0); said != "ok" {
			return damaged("%s", strings.Join(strings.Fields(strings.TrimPrefix(said, "*** in database main ***")), " "))
		}
		return nil
	})
}
