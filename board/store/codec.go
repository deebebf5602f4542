package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/google/uuid"

	"samenbord/board"
)

// The compact form of cells and ops. Numbers are the varints of encoding/binary, a text is its length and its bytes.
//
//	cells  = stamps, count, { field, value, at, as }          sorted by field
//	op     = stamps, name, undoes, count, { field, value, as } sorted by field
//	stamps = count, { actor, t, n }                           actor is its key in the table actors
//	undoes = 0, or the actor and the number of an op
//	at, as = 0 for the zero stamp, else 1 + its place among the stamps; in an op 0 says that the field was not put back
//	         and the others are one higher
//	value  = a tag and what it says
const (
	tagNil = iota
	tagFalse
	tagTrue
	tagWhole // a whole number, as a signed varint
	tagFloat // 8 bytes, IEEE 754, big endian
	tagText
	tagID // the 16 bytes of a UUID in its usual lower-case form
)

// maxRow bounds what one row carries, in bytes, so that the reader's own bound is never met.
const maxRow = 24 << 20

// errCode is what every mistake in the compact form comes to.
var errCode = errors.New("not the compact form of an op or object")

// encoder writes the compact form. key finds the number of an actor.
type encoder struct {
	out    []byte
	key    func(board.Actor) (uint64, error)
	stamps []board.Stamp
	err    error
}

func (e *encoder) cells(c board.Cells) ([]byte, error) {
	fields := slices.Sorted(maps.Keys(c))
	for _, f := range fields {
		e.place(c[f].At)
		e.place(c[f].As)
	}
	e.start()
	e.uint(uint64(len(c)))
	for _, f := range fields {
		e.text(string(f))
		e.value(c[f].V)
		e.uint(e.place(c[f].At))
		e.uint(e.place(c[f].As))
	}
	return e.done()
}

func (e *encoder) op(op board.Op) ([]byte, error) {
	fields := slices.Sorted(maps.Keys(op.Set))
	for _, f := range fields {
		e.place(op.As[f])
	}
	e.start()
	e.text(op.Name)
	if (op.Undoes == board.OpID{}) {
		e.uint(0)
	} else {
		e.actor(op.Undoes.Actor)
		e.uint(op.Undoes.N)
	}
	e.uint(uint64(len(op.Set)))
	for _, f := range fields {
		e.text(string(f))
		e.value(op.Set[f])
		if as, put := op.As[f]; put {
			e.uint(1 + e.place(as))
		} else {
			e.uint(0)
		}
	}
	return e.done()
}

// place returns the place of a stamp, and gives it one where it is new. Most objects hold only a few stamps.
func (e *encoder) place(s board.Stamp) uint64 {
	if s.IsZero() {
		return 0
	}
	for i := len(e.stamps) - 1; i >= 0; i-- {
		if e.stamps[i] == s {
			return uint64(i) + 1
		}
	}
	e.stamps = append(e.stamps, s)
	return uint64(len(e.stamps))
}

func (e *encoder) start() {
	e.uint(uint64(len(e.stamps)))
	for _, s := range e.stamps {
		e.actor(s.Actor)
		e.uint(s.T)
		e.uint(s.N)
	}
}

func (e *encoder) actor(a board.Actor) {
	k, err := e.key(a)
	e.err = errors.Join(e.err, err)
	e.uint(k)
}

func (e *encoder) value(v board.Value) {
	switch v := v.(type) {
	case nil:
		e.out = append(e.out, tagNil)
	case bool:
		if v {
			e.out = append(e.out, tagTrue)
		} else {
			e.out = append(e.out, tagFalse)
		}
	case float64:
		e.number(v)
	case string:
		if id, ok := canonical(v); ok {
			e.out = append(append(e.out, tagID), id[:]...)
		} else {
			e.out = append(e.out, tagText)
			e.text(v)
		}
	default:
		e.err = errors.Join(e.err, fmt.Errorf("a %T cannot be stored", v))
	}
}

func (e *encoder) number(v float64) {
	if whole := int64(v); float64(whole) == v && whole > -1<<48 && whole < 1<<48 && !(v == 0 && math.Signbit(v)) {
		e.out = binary.AppendVarint(append(e.out, tagWhole), whole)
		return
	}
	e.out = binary.BigEndian.AppendUint64(append(e.out, tagFloat), math.Float64bits(v))
}

func (e *encoder) text(s string) {
	e.uint(uint64(len(s)))
	e.out = append(e.out, s...)
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func (e *encoder) done() ([]byte, error) {
	if e.err != nil {
		return nil, e.err
	}
	if len(e.out) > maxRow/2 {
		return nil, fmt.Errorf("%w: %d bytes at once", ErrTooLarge, len(e.out))
	}
	return e.out, nil
}

// canonical reports whether s is a UUID written as uuid.UUID.String writes it.
func canonical(s string) (uuid.UUID, bool) {
	if len(s) != 36 || s[8] != '-' {
		return uuid.UUID{}, false
	}
	id, err := uuid.Parse(s)
	return id, err == nil && id.String() == s
}
