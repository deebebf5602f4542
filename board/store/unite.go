package store

import (
	"crypto/sha256"
	"errors"
	"os"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// takeInFile looks whether somebody else changed the file, and if so takes their changes in.
func (f *File) takeInFile() error {
	info, err := os.Stat(f.target)
	switch {
	case missing(err):
		f.last.info = nil
		return nil
	case err != nil:
		return err
	case sameFile(info, f.last.info):
		return nil
	}
	theirs, info, err := readFile(f.target, f.machine)
	switch {
	case missing(err):
		return errMoved
	case err == nil && theirs.workshop == f.last.workshop:
		f.last.info = info
		if theirs.generation != f.last.generation {
			err = f.unite()
			f.last.generation = theirs.generation
		}
	case err == nil || errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotWorkshop) || errors.Is(err, ErrNewer):
		return f.putAside()
	}
	return err
}

// putAside keeps the file under a free name.
func (f *File) putAside() error {
	to := freeName(f.target)
	if err := os.Rename(f.target, to); err != nil {
		return err
	}
	f.aside = append(f.aside, to)
	f.last.info = nil
	return nil
}

// unite brings into the working copy what the file has more: pictures, who wrote, and ops, these through the session.
func (f *File) unite() error {
	var seen map[board.Actor]uint64
	f.session.Read(func(w *board.Workshop) { seen = w.Seen() })
	var ops []board.Op
	err := withDistrust(f.target, func(db *sqlite3.Conn) error {
		if err := checkSchema(db); err != nil {
			return err
		}
		r, err := newReader(db)
		if err != nil {
			return err
		}
		if err := f.takeActors(r); err != nil {
			return err
		}
		if err := f.takeBlobs(db); err != nil {
			return err
		}
		ops, err = r.missing(seen)
		return err
	})
	if err != nil {
		return err
	}
	return f.session.Receive(ops)
}

func (f *File) takeActors(r *reader) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return ErrClosed
	}
	return f.work.transact(func() error {
		for _, a := range r.decoder.actors {
			if f.work.keys[a] != 0 {
				continue
			}
			if _, err := f.work.addActor(a, r.machines[a], 0); err != nil {
				return err
			}
		}
		return nil
	})
}

// takeBlobs copies the pictures that are not here. One whose bytes are not what its name says is left behind.
func (f *File) takeBlobs(db *sqlite3.Conn) error {
	return each(db, `SELECT sha256, mime, bytes FROM blobs`, func(s *sqlite3.Stmt) error {
		name, b := s.ColumnBlob(0, nil), s.ColumnBlob(2, nil)
		sum := sha256.Sum256(b)
		if string(name) != string(sum[:]) || len(b) > MaxBlob {
			return nil
		}
		_, err := f.keepBlob(sum, s.ColumnText(1), b)
		return err
	})
}
