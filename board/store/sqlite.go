package store

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// uri is the name of a database file for SQLite, whatever characters the absolute path has. A name that begins with two
// slashes, a network share, would be taken for a host. A drive letter must not get a slash before it.
func uri(path, query string) string {
	p := (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	if strings.HasPrefix(p, "//") {
		p = "//" + p
	}
	return "file:" + p + "?" + query
}

// Bounds for a file that somebody mailed (https://sqlite.org/security.html).
const (
	distrustMemory = 256 << 20
	distrustTime   = 20 * time.Second
)

// withDistrust opens a file that nobody vouches for, to read only. It creates no other file and cannot run code from
// the schema. use is ended after a while, whatever the file makes SQLite do.
func withDistrust(path string, use func(*sqlite3.Conn) error) error {
	return guard(func() (err error) {
		ctx, cancel := context.WithTimeout(sqlite3.WithMaxMemory(context.Background(), distrustMemory), distrustTime)
		defer cancel()
		c, err := sqlite3.OpenContext(ctx, uri(path, "mode=ro&immutable=1"))
		if err != nil {
			return err
		}
		defer func() { err = joined(err, c.Close()) }()
		c.SetInterrupt(ctx)
		if err := harden(c); err != nil {
			return err
		}
		return use(c)
	})
}

func joined(err, second error) error {
	if err != nil {
		return err
	}
	return second
}

func harden(c *sqlite3.Conn) error {
	for _, set := range []struct {
		what sqlite3.DBConfig
		on   bool
	}{
		{sqlite3.DBCONFIG_DEFENSIVE, true},
		{sqlite3.DBCONFIG_TRUSTED_SCHEMA, false},
		{sqlite3.DBCONFIG_ENABLE_TRIGGER, false},
		{sqlite3.DBCONFIG_ENABLE_VIEW, false},
	} {
		if _, err := c.Config(set.what, set.on); err != nil {
			return err
		}
	}
	for what, most := range map[sqlite3.LimitCategory]int{
		sqlite3.LIMIT_LENGTH: 32 << 20, sqlite3.LIMIT_SQL_LENGTH: 100_000, sqlite3.LIMIT_COLUMN: 100,
		sqlite3.LIMIT_EXPR_DEPTH: 20, sqlite3.LIMIT_COMPOUND_SELECT: 3, sqlite3.LIMIT_VDBE_OP: 25_000,
		sqlite3.LIMIT_FUNCTION_ARG: 8, sqlite3.LIMIT_ATTACHED: 0, sqlite3.LIMIT_LIKE_PATTERN_LENGTH: 50,
		sqlite3.LIMIT_TRIGGER_DEPTH: 1,
	} {
		c.Limit(what, most)
	}
	return c.Exec("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA query_only=ON")
}

// each runs a query and calls f for every row.
func each(c *sqlite3.Conn, sql string, f func(*sqlite3.Stmt) error, args ...any) (err error) {
	s, _, err := c.Prepare(sql)
	if err != nil {
		return fmt.Errorf("ask %.60q: %w", sql, err)
	}
	defer func() { err = joined(err, s.Close()) }()
	if err := bind(s, args); err != nil {
		return err
	}
	for s.Step() {
		if err := f(s); err != nil {
			return err
		}
	}
	return s.Err()
}

// run runs a statement that answers nothing.
func run(c *sqlite3.Conn, sql string, args ...any) error {
	return each(c, sql, func(*sqlite3.Stmt) error { return nil }, args...)
}

// number asks for a single number; 0 where there is none.
func number(c *sqlite3.Conn, sql string, args ...any) (n int64, err error) {
	err = each(c, sql, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil }, args...)
	return n, err
}

// text asks for a single text; "" where there is none.
func text(c *sqlite3.Conn, sql string, args ...any) (t string, err error) {
	err = each(c, sql, func(s *sqlite3.Stmt) error { t = s.ColumnText(0); return nil }, args...)
	return t, err
}

func meta(c *sqlite3.Conn, key string) (string, error) {
	return text(c, `SELECT value FROM meta WHERE key=?`, key)
}

func bind(s *sqlite3.Stmt, args []any) error {
	for i, a := range args {
		var err error
		switch a := a.(type) {
		case string:
			err = s.BindText(i+1, a)
		case []byte:
			err = s.BindBlob(i+1, a)
		case uint64:
			err = s.BindInt64(i+1, int64(a))
		case int64:
			err = s.BindInt64(i+1, a)
		default:
			err = fmt.Errorf("bind a %T", a)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
