package store

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"

	"github.com/ncruces/go-sqlite3"
)

// What can be wrong with a workshop file. Errors of this package wrap one of these, an error of io/fs such as
// fs.ErrNotExist or fs.ErrExist, or board.ErrReadOnly, so that each can be told in one sentence.
var (
	ErrNotWorkshop = errors.New("this is not a workshop file")
	ErrDamaged     = errors.New("the workshop file is damaged")
	ErrNewer       = errors.New("the workshop was made by a newer version of Samenbord")
	ErrLocked      = errors.New("the workshop is open in another window")
	ErrFull        = errors.New("the disk is full")
	ErrPermission  = errors.New("the folder or file may not be written to")
	ErrTooLarge    = errors.New("too large to be kept in a workshop")
	ErrNoBlob      = errors.New("the picture is not in the workshop")
	ErrClosed      = errors.New("the workshop is closed")
)

// explain gives an error of the system or of SQLite the name that callers decide by.
func explain(err error) error {
	if err == nil || isExplained(err) {
		return err
	}
	var code sqlite3.ErrorCode
	errors.As(err, &code)
	var as error
	switch {
	case code == sqlite3.FULL || isFull(err):
		as = ErrFull
	case errors.Is(err, fs.ErrPermission) || code == sqlite3.PERM || code == sqlite3.READONLY || isReadOnlyDisk(err):
		as = ErrPermission
	case code == sqlite3.BUSY:
		as = ErrLocked
	case code == sqlite3.CORRUPT || code == sqlite3.NOTADB || errors.Is(err, sqlite3.IOERR_DATA) ||
		errors.Is(err, sqlite3.IOERR_SHORT_READ):
		as = ErrDamaged
	default:
		return err
	}
	return fmt.Errorf("%w (%w)", as, err)
}

func isExplained(err error) bool {
	for _, known := range []error{
		ErrNotWorkshop, ErrDamaged, ErrNewer, ErrLocked, ErrFull, ErrPermission, ErrTooLarge, ErrClosed,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// damaged says in which way a file is damaged.
func damaged(format string, a ...any) error {
	return fmt.Errorf("%w (%s)", ErrDamaged, fmt.Sprintf(format, a...))
}

// guard runs f on a file that nobody vouches for. SQLite runs inside bounds-checked memory, so where a hostile file
// finds a mistake in it the outcome is a panic, and that means damage. Running out of its memory panics as well.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = damaged("%v", p)
		}
	}()
	// A fault such as a page that cannot be read panics too, instead of ending the program.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return f()
}

// missing reports whether err says that there is no such file.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
