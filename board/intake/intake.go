// Package intake takes in notes that were written elsewhere: lists from a spreadsheet, and text that is pasted. It reads
// what it can, says line by line what it could not, and returns changes that lay the notes out tidily.
package intake

import (
	"errors"
	"fmt"
	"io"

	"samenbord/assets"
)

// Limits on a list. They are far above what a group writes and keep a hostile file small.
const (
	MaxFile = 20 << 20 // bytes
	MaxRows = 20_000
	MaxText = 5_000 // characters of a note; at four bytes each they fit in one op
	MaxName = 150   // characters of the name of a person, a cluster or a step
	MaxTag  = 45    // characters of a tag
)

var (
	// ErrEmpty says that there is nothing in a list.
	ErrEmpty = errors.New("nothing in it")
	// ErrBinary says that a list is not text but, say, a workbook.
	ErrBinary = errors.New("not text")
	// ErrLarge says that a list is larger than [MaxFile] or has more than [MaxRows] rows.
	ErrLarge = errors.New("too large")
	// ErrColumns says that a list has several columns, and none is known to hold the text of the notes.
	ErrColumns = errors.New("no column with text")
)

// Rows are what was read from a list.
type Rows struct {
	Good []Row
	Bad  []Bad
}

// Row is one note of a list. Only the text is always there.
type Row struct {
	Line    int // where it begins in the list, from 1
	Text    string
	Step    string // the name of a step
	Kind    Kind
	Author  string
	Cluster string
	Color   string // one of [board.Colors]
	Tags    []string
}

// Kind says what a row says of itself.
type Kind string

// The kinds of rows. A row that says nothing is what the others of its step are.
const (
	KindAny      Kind = ""
	KindNote     Kind = "note"
	KindFriction Kind = "friction"
)

// Bad is a row that stayed behind.
type Bad struct {
	Line   int // where it begins in the list, from 1
	Reason Reason
}

// Reason says why a row stayed behind. It can be said in any language.
type Reason struct {
	key string
	arg any
}

// In is the reason in words, to stand behind the number of the line.
func (r Reason) In(words *assets.Dictionary) string {
	if r.arg == nil {
		return words.T(r.key)
	}
	return words.T(r.key, r.arg)
}

// String is the reason in the default language.
func (r Reason) String() string { return r.In(assets.Words(assets.DefaultLang)) }

var (
	reasonEmpty  = Reason{key: "import.reason.empty"}
	reasonQuote  = Reason{key: "import.reason.quote"}
	reasonCells  = Reason{key: "import.reason.cells"}
	reasonLong   = Reason{key: "import.reason.long", arg: MaxText}
	reasonNoStep = Reason{key: "import.reason.nostep"}
)

func reasonName(limit int) Reason   { return Reason{"import.reason.name", limit} }
func reasonKind(kind string) Reason { return Reason{"import.reason.kind", kind} }
func reasonStep(name string) Reason { return Reason{"import.reason.step", name} }

// Read reads a list of notes: a CSV file with the names of its columns on top, in Dutch or English, or plain lines of
// text. It finds out by itself what parts the columns (";", "," or tab) and how letters are written (UTF-8, UTF-16 with
// a byte order mark, else Windows-1252). The errors are [ErrEmpty], [ErrBinary], [ErrLarge], [ErrColumns] and those of
// r. A row that cannot be used is no error but one of Rows.Bad.
func Read(r io.Reader) (Rows, error) {
	rows, err := read(r)
	if err != nil {
		return Rows{}, fmt.Errorf("read list: %w", err)
	}
	return rows, nil
}

func read(r io.Reader) (Rows, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return Rows{}, err
	}
	if len(b) > MaxFile {
		return Rows{}, ErrLarge
	}
	text, err := decode(b)
	if err != nil {
		return Rows{}, err
	}
	t, err := sniff(text)
	if err != nil {
		return Rows{}, err
	}
	return t.rows()
}
