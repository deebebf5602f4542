package store

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// work is an open working copy.
type work struct {
	c       *sqlite3.Conn
	actor   board.Actor // who writes here
	machine string
	wall    func() time.Time
	keys    map[board.Actor]uint64 // the keys of the actors in this database
	insert  *sqlite3.Stmt
	upsert  *sqlite3.Stmt
}

// openWork opens the working copy of p for itself alone.
func openWork(p place, actor board.Actor, machine string, wall func() time.Time) (w *work, err error) {
	c, err := sqlite3.Open(uri(p.db(), ""))
	if err != nil {
		return nil, err
	}
	w = &work{c: c, actor: actor, machine: machine, wall: wall}
	if err := w.prepare(); err != nil {
		return nil, joined(err, w.close())
	}
	return w, nil
}

// prepare sets the modes that survive a power cut. FULL makes every commit durable; macOS needs more to be asked.
func (w *work) prepare() (err error) {
	err = w.c.Exec(`PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ` +
		`PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON`)
	if err != nil {
		return err
	}
	if err := w.learnKeys(); err != nil {
		return err
	}
	if w.insert, _, err = w.c.Prepare(`INSERT INTO ops VALUES(?, ?, ?, ?, ?, ?, ?, ?)`); err != nil {
		return err
	}
	w.upsert, _, err = w.c.Prepare(`INSERT INTO objects VALUES(?, ?) ON CONFLICT DO UPDATE SET cells=excluded.cells`)
	return err
}

func (w *work) learnKeys() error {
	r, err := newReader(w.c)
	if err != nil {
		return err
	}
	w.keys = make(map[board.Actor]uint64, len(r.decoder.actors))
	for key, a := range r.decoder.actors {
		w.keys[a] = key
	}
	return nil
}

// key returns the key of an actor, and gives it one where it is new.
func (w *work) key(a board.Actor) (uint64, error) {
	switch {
	case w.keys[a] != 0:
		return w.keys[a], nil
	case a == w.actor:
		return w.addActor(a, w.machine, w.wall().UnixMilli())
	}
	return w.addActor(a, "", 0)
}

func (w *work) addActor(a board.Actor, machine string, made int64) (uint64, error) {
	if err := run(w.c, `INSERT INTO actors(actor, machine, made) VALUES(?, ?, ?)`, a[:], machine, made); err != nil {
		return 0, err
	}
	w.keys[a] = uint64(w.c.LastInsertRowID())
	return w.keys[a], nil
}

// transact runs f in one transaction: all of it is durable when transact returns nil, else nothing of it happened.
func (w *work) transact(f func() error) error {
	if err := w.c.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := f()
	if err == nil {
		err = w.c.Exec("COMMIT")
	}
	if err == nil {
		return nil
	}
	if !w.c.GetAutocommit() { // a full disk rolls back by itself
		err = joined(err, w.c.Exec("ROLLBACK"))
	}
	return joined(err, w.learnKeys())
}

// append records entries and the objects they touched.
func (w *work) append(entries []board.Entry, touched []board.Object) error {
	return w.transact(func() error {
		for _, e := range entries {
			if err := w.appendOp(e); err != nil {
				return fmt.Errorf("record change %d: %w", e.Op.ID.N, err)
			}
		}
		for _, o := range touched {
			if err := w.putObject(o); err != nil {
				return fmt.Errorf("record object %s: %w", o.ID, err)
			}
		}
		return nil
	})
}

func (w *work) appendOp(e board.Entry) error {
	body, err := (&encoder{key: w.key}).op(e.Op)
	if err != nil {
		return err
	}
	back, err := (&encoder{key: w.key}).cells(e.Back)
	if err != nil {
		return err
	}
	key, err := w.key(e.Op.ID.Actor)
	if err != nil {
		return err
	}
	err = bind(w.insert, []any{key, e.Op.ID.N, e.Op.At.T, e.Op.At.N, e.Op.Tx, string(e.Op.Obj), body, back})
	if err != nil {
		return err
	}
	return w.insert.Exec()
}

func (w *work) putObject(o board.Object) error {
	cells, err := (&encoder{key: w.key}).cells(o.Cells)
	if err != nil {
		return err
	}
	if err := bind(w.upsert, []any{string(o.ID), cells}); err != nil {
		return err
	}
	return w.upsert.Exec()
}

// putBlob keeps an image, once.
func (w *work) putBlob(sum [sha256.Size]byte, mime string, b []byte) error {
	return w.transact(func() error {
		return run(w.c, `INSERT INTO blobs VALUES(?, ?, ?) ON CONFLICT DO NOTHING`, sum[:], mime, b)
	})
}

// close writes the WAL back into the database and lets go of it.
func (w *work) close() error {
	return joined(joined(w.insert.Close(), w.upsert.Close()), w.c.Close())
}

// newWork makes the working copy of a workshop that is not yet anywhere.
func newWork(draft string) error {
	c, err := sqlite3.Open(uri(draft, ""))
	if err != nil {
		return err
	}
	err = c.EnableChecksums("main") // on the empty database: a filled one would not match its checksums
	if err == nil {
		err = createSchema(c, uuid.NewString())
	}
	return joined(err, c.Close())
}
