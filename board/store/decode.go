package store

import (
	"encoding/binary"
	"math"

	"github.com/google/uuid"

	"samenbord/board"
)

// decoder reads the compact form. The first mistake sticks; after it everything reads as zero.
type decoder struct {
	in     []byte
	actors map[uint64]board.Actor
	names  map[string]board.Field // field names met before, so that each is kept once
	stamps []board.Stamp
	set    board.Fields // the values of the cells being read, for their check
	failed bool
}

// maxTime is the year 10000 in milliseconds, as in [board.Op.Check].
const maxTime = 253_402_300_800_000

// maxSteps is how often a clock may tick within one millisecond. A stamp near the end of its range would stop the clock.
const maxSteps = 1 << 48

func (d *decoder) cells(b []byte) (board.Cells, error) {
	d.begin(b)
	n := d.count(4)
	cells := make(board.Cells, n)
	if d.set == nil {
		d.set = board.Fields{}
	}
	clear(d.set)
	for range n {
		f, v := d.field(), d.value()
		cells[f] = board.Cell{V: v, At: d.stamp(d.uint()), As: d.stamp(d.uint())}
		d.set[f] = v
	}
	if d.failed || len(d.in) > 0 || len(cells) != n {
		return nil, errCode
	}
	return cells, checkFields(d.set)
}

// checkFields holds values to the limits of ops, which are what set them.
func checkFields(set board.Fields) error {
	if len(set) == 0 {
		return nil
	}
	probe := board.Op{ID: board.OpID{N: 1}, Tx: 1, Obj: board.WorkshopID, Set: set}
	if len(set) <= board.MaxFields {
		return probe.Check()
	}
	for f, v := range set { // an object may gather more fields than one op sets
		probe.Set = board.Fields{f: v}
		if err := probe.Check(); err != nil {
			return err
		}
	}
	return nil
}

// op reads what stands in the body of op; the rest of it stands in columns.
func (d *decoder) op(b []byte, op board.Op) (board.Op, error) {
	d.begin(b)
	op.Name = d.text()
	if k := d.uint(); k != 0 {
		op.Undoes = board.OpID{Actor: d.actor(k), N: d.uint()}
	}
	n := d.count(3)
	op.Set = make(board.Fields, n)
	for range n {
		f := d.field()
		op.Set[f] = d.value()
		if as := d.uint(); as > 0 {
			if op.As == nil {
				op.As = map[board.Field]board.Stamp{}
			}
			op.As[f] = d.stamp(as - 1)
		}
	}
	if d.failed || len(d.in) > 0 || len(op.Set) != n {
		return board.Op{}, errCode
	}
	return op, op.Check()
}

func (d *decoder) begin(b []byte) {
	d.in, d.failed, d.stamps = b, false, d.stamps[:0]
	for range d.count(3) {
		s := board.Stamp{Actor: d.actor(d.uint()), T: d.uint(), N: d.uint()}
		d.failed = d.failed || s.T > maxTime || s.N > maxSteps
		d.stamps = append(d.stamps, s)
	}
}

func (d *decoder) actor(key uint64) board.Actor {
	a, ok := d.actors[key]
	d.failed = d.failed || !ok
	return a
}

func (d *decoder) stamp(place uint64) board.Stamp {
	switch {
	case place == 0:
		return board.Stamp{}
	case place > uint64(len(d.stamps)):
		d.failed = true
		return board.Stamp{}
	}
	return d.stamps[place-1]
}

func (d *decoder) field() board.Field {
	b := d.bytes(d.uint())
	if f, ok := d.names[string(b)]; ok {
		return f
	}
	f := board.Field(b)
	if d.names == nil {
		d.names = map[string]board.Field{}
	}
	if len(d.names) < 1000 {
		d.names[string(f)] = f
	}
	return f
}

func (d *decoder) value() board.Value {
	tag := d.bytes(1)
	if tag == nil {
		return nil
	}
	switch tag[0] {
	case tagNil:
		return nil
	case tagFalse, tagTrue:
		return tag[0] == tagTrue
	case tagWhole:
		return float64(d.int())
	case tagFloat:
		if b := d.bytes(8); b != nil {
			return math.Float64frombits(binary.BigEndian.Uint64(b))
		}
	case tagText:
		return d.text()
	case tagID:
		if b := d.bytes(16); b != nil {
			return uuid.UUID(b).String()
		}
	}
	d.failed = true
	return nil
}

func (d *decoder) text() string { return string(d.bytes(d.uint())) }

func (d *decoder) bytes(n uint64) []byte {
	if d.failed || n > uint64(len(d.in)) {
		d.failed = true
		return nil
	}
	b := d.in[:n]
	d.in = d.in[n:]
	return b
}

// count reads a number of things that take at least size bytes each, so that a lie about it costs no memory.
func (d *decoder) count(size int) int {
	n := d.uint()
	if n > uint64(len(d.in)/size) {
		d.failed = true
		return 0
	}
	return int(n)
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.in)
	if d.failed || n <= 0 {
		d.failed = true
		return 0
	}
	d.in = d.in[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.in)
	if d.failed || n <= 0 {
		d.failed = true
		return 0
	}
	d.in = d.in[n:]
	return v
}
