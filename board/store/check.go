package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// Report is what a thorough look at a file found.
type Report struct {
	Damage  []string // one sentence each; none when the file is whole
	Ops     int
	Objects int
	Blobs   int
}

// Whole reports whether nothing was found.
func (r Report) Whole() bool { return len(r.Damage) == 0 }

// Check looks at every byte of a file without changing anything: it decodes every op, replays them all, and compares the
// outcome with the objects in the file. The error says that the file could not be looked at, [ErrNotWorkshop] and
// [ErrNewer] among others; damage stands in the report.
func Check(path string) (Report, error) {
	var r Report
	_, _, err := readFile(path, "")
	if err == nil {
		err = withDistrust(path, r.look)
	}
	err = explain(err)
	if errors.Is(err, ErrDamaged) {
		r.Damage = append(r.Damage, err.Error())
		return r, nil
	}
	if err != nil {
		return r, fmt.Errorf("check workshop %s: %w", path, err)
	}
	return r, nil
}

func (r *Report) look(db *sqlite3.Conn) error {
	if err := checkStructure(db, "integrity_check"); err != nil {
		return err
	}
	in, err := newReader(db)
	if err != nil {
		return err
	}
	objects, err := in.objects()
	if err != nil {
		return err
	}
	r.Objects = len(objects)
	w, err := r.replay(in)
	if err != nil {
		return err
	}
	r.compare(objects, w)
	return r.lookAtBlobs(db)
}

// replay takes in every op, and decodes every way back.
func (r *Report) replay(in *reader) (*board.Workshop, error) {
	w := board.NewWorkshop()
	err := each(in.c, `SELECT `+opColumns+` FROM ops ORDER BY actor, n`, func(s *sqlite3.Stmt) error {
		e, err := in.scan(s, true)
		if err == nil {
			w.Apply(e.Op)
			r.Ops++
		}
		return err
	})
	return w, err
}

func (r *Report) compare(objects []board.Object, w *board.Workshop) {
	wrong := 0
	for _, stored := range objects {
		if made, ok := w.Object(stored.ID); !ok || !reflect.DeepEqual(made, stored) {
			wrong++
		}
	}
	if wrong > 0 {
		r.Damage = append(r.Damage, fmt.Sprintf("%d objects are not what their changes make of them", wrong))
	}
	if made := len(w.Objects()); made > len(objects) {
		r.Damage = append(r.Damage, fmt.Sprintf("%d objects are missing", made-len(objects)))
	}
}

func (r *Report) lookAtBlobs(db *sqlite3.Conn) error {
	return each(db, `SELECT sha256, bytes FROM blobs`, func(s *sqlite3.Stmt) error {
		r.Blobs++
		if sum := sha256.Sum256(s.ColumnRawBlob(1)); string(s.ColumnRawBlob(0)) != string(sum[:]) {
			r.Damage = append(r.Damage, fmt.Sprintf("picture %x is not what it was", s.ColumnRawBlob(0)))
		}
		return nil
	})
}
