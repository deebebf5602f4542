package store

import (
	"cmp"
	"maps"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// reader reads what a database holds, a published file or a working copy.
type reader struct {
	c        *sqlite3.Conn
	decoder  decoder
	machines map[board.Actor]string
}

func newReader(c *sqlite3.Conn) (*reader, error) {
	r := &reader{c: c, machines: map[board.Actor]string{}}
	r.decoder.actors = map[uint64]board.Actor{}
	err := each(c, `SELECT key, actor, machine FROM actors`, func(s *sqlite3.Stmt) error {
		b, key := s.ColumnRawBlob(1), s.ColumnInt64(0)
		if len(b) != len(board.Actor{}) || key <= 0 {
			return damaged("actor %d has no name", key)
		}
		a := board.Actor(b)
		r.decoder.actors[uint64(key)], r.machines[a] = a, s.ColumnText(2)
		return nil
	})
	return r, err
}

// objects reads the objects as they stand.
func (r *reader) objects() ([]board.Object, error) {
	n, err := number(r.c, `SELECT count(*) FROM objects`)
	if err != nil {
		return nil, err
	}
	out := make([]board.Object, 0, min(n, maxObjects))
	err = each(r.c, `SELECT id, cells FROM objects`, func(s *sqlite3.Stmt) error {
		id := board.ID(s.ColumnText(0))
		if id == "" || len(id) > board.MaxFieldName {
			return damaged("an object named %.60q", id)
		}
		cells, err := r.decoder.cells(s.ColumnRawBlob(1))
		if err != nil {
			return damaged("object %.60q: %v", id, err)
		}
		out = append(out, board.Object{ID: id, Cells: cells})
		return nil
	})
	return out, err
}

// seen reads for each actor the number of its last op. Numbers are unique and begin at 1, so there are no gaps where
// there are as many ops as the last numbers together say.
func (r *reader) seen() (map[board.Actor]uint64, error) {
	seen := map[board.Actor]uint64{}
	var sum int64
	for key, a := range r.decoder.actors {
		var first, last int64
		err := each(r.c, `SELECT (SELECT min(n) FROM ops WHERE actor=?1), (SELECT max(n) FROM ops WHERE actor=?1)`,
			func(s *sqlite3.Stmt) error { first, last = s.ColumnInt64(0), s.ColumnInt64(1); return nil }, key)
		if err != nil {
			return nil, err
		}
		if last == 0 {
			continue
		}
		if first != 1 || last > maxOps {
			return nil, damaged("the changes of %v are numbered %d to %d", a, first, last)
		}
		seen[a] = uint64(last)
		sum += last
	}
	count, err := number(r.c, `SELECT count(*) FROM ops`)
	if err == nil && (count != sum || count > maxOps) {
		err = damaged("%d changes instead of %d", count, sum)
	}
	return seen, err
}

// opColumns are the columns that scan reads.
const opColumns = `actor, n, t_ms, t_n, tx, obj, body, back`

func (r *reader) scan(s *sqlite3.Stmt, back bool) (e board.Entry, err error) {
	a := r.decoder.actors[uint64(s.ColumnInt64(0))]
	n := uint64(s.ColumnInt64(1))
	e.Op, err = r.decoder.op(s.ColumnRawBlob(6), board.Op{
		ID:  board.OpID{Actor: a, N: n},
		At:  board.Stamp{T: uint64(s.ColumnInt64(2)), N: uint64(s.ColumnInt64(3)), Actor: a},
		Tx:  uint64(s.ColumnInt64(4)),
		Obj: board.ID(s.ColumnText(5)),
	})
	if err == nil && back {
		e.Back, err = r.decoder.cells(s.ColumnRawBlob(7))
	}
	if err != nil {
		err = damaged("change %d of %v: %v", n, a, err)
	}
	return e, err
}

// missing reads the ops that somebody who has seen so much lacks.
func (r *reader) missing(seen map[board.Actor]uint64) ([]board.Op, error) {
	var ops []board.Op
	for _, key := range slices.Sorted(maps.Keys(r.decoder.actors)) {
		err := each(r.c, `SELECT `+opColumns+` FROM ops WHERE actor=? AND n>? ORDER BY n`,
			func(s *sqlite3.Stmt) error {
				e, err := r.scan(s, false)
				ops = append(ops, e.Op)
				return err
			}, key, seen[r.decoder.actors[key]])
		if err != nil {
			return nil, err
		}
	}
	return ops, nil
}

// undoDepth is how many gestures can be taken back after a restart, as many as a session remembers.
const undoDepth = 500

// mine reads the last gestures made on a machine, oldest first.
func (r *reader) mine(machine string) ([]board.Entry, error) {
	keys, err := r.keysOf(machine)
	if err != nil {
		return nil, err
	}
	var gestures [][]board.Entry
	for _, key := range keys {
		if len(gestures) >= undoDepth {
			break
		}
		g, err := r.gestures(key)
		if err != nil {
			return nil, err
		}
		gestures = append(gestures, g...)
	}
	// The entries of a gesture stay together, whatever a second window did between them.
	slices.SortStableFunc(gestures, func(a, b []board.Entry) int { return a[0].Op.At.Compare(b[0].Op.At) })
	return slices.Concat(gestures[max(0, len(gestures)-undoDepth):]...), nil
}

// keysOf lists the actors of a machine, the one that wrote last first.
func (r *reader) keysOf(machine string) ([]uint64, error) {
	last := map[uint64]int64{}
	for key, a := range r.decoder.actors {
		if r.machines[a] != machine {
			continue
		}
		t, err := number(r.c, `SELECT t_ms FROM ops WHERE actor=? ORDER BY n DESC LIMIT 1`, key)
		if err != nil {
			return nil, err
		}
		last[key] = t
	}
	return slices.SortedFunc(maps.Keys(last), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(last[b], last[a]), cmp.Compare(b, a))
	}), nil
}

// gestures reads the last gestures of one actor, in any order.
func (r *reader) gestures(key uint64) (out [][]board.Entry, err error) {
	from, err := number(r.c, `SELECT min(n) FROM (SELECT n FROM ops WHERE actor=? AND n=tx ORDER BY n DESC LIMIT ?)`,
		key, int64(undoDepth))
	if err != nil {
		return nil, err
	}
	err = each(r.c, `SELECT `+opColumns+` FROM ops WHERE actor=? AND n>=? ORDER BY n`, func(s *sqlite3.Stmt) error {
		e, err := r.scan(s, true)
		if last := len(out) - 1; last >= 0 && out[last][0].Op.Tx == e.Op.Tx {
			out[last] = append(out[last], e)
		} else {
			out = append(out, []board.Entry{e})
		}
		return err
	}, key, from)
	return out, err
}

// snapshot reads all that a session begins with.
func (r *reader) snapshot(machine string) (s board.Snapshot, err error) {
	if s.Objects, err = r.objects(); err != nil {
		return s, err
	}
	if s.Seen, err = r.seen(); err != nil {
		return s, err
	}
	s.Mine, err = r.mine(machine)
	return s, err
}
