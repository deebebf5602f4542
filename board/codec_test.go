package board_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"samenbord/board"
)

// randomOp is an op of any form that a session could record.
func randomOp(r *rand.Rand) board.Op {
	text := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteRune([]rune("ab \"\\<é€😀\u2028\x00")[r.IntN(11)])
		}
		return b.String()
	}
	stamp := func() board.Stamp {
		return board.Stamp{T: r.Uint64N(1 << 42), N: r.Uint64N(9), Actor: board.Actor{byte(r.IntN(256)), 1}}
	}
	n := 1 + r.Uint64N(1<<40)
	op := board.Op{At: stamp(), Tx: 1 + r.Uint64N(n), Name: text(), Obj: board.ID("o" + text()), Set: board.Fields{}}
	op.ID = board.OpID{Actor: op.At.Actor, N: n}
	undo := r.IntN(2) == 0
	if undo {
		op.Undoes = board.OpID{Actor: stamp().Actor, N: 1 + r.Uint64N(9)}
		op.As = map[board.Field]board.Stamp{}
	}
	for range 1 + r.IntN(5) {
		name := board.In("tag", text())
		op.Set[name] = []board.Value{nil, true, false, text(), r.NormFloat64() * 1e6, 0.0}[r.IntN(6)]
		if undo {
			op.As[name] = []board.Stamp{{}, stamp()}[r.IntN(2)]
		}
	}
	return op
}

func TestAnOpComesBackFromItsCode(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		op := randomOp(r)
		b, err := board.EncodeOp(op)
		if err != nil {
			t.Fatal(err)
		}
		got, err := board.DecodeOp(b)
		if err != nil || !reflect.DeepEqual(got, op) {
			t.Fatalf("%s\ngave %+v, %v\nwant %+v", b, got, err, op)
		}
	}
}

func TestCellsComeBackFromTheirCode(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 1000 {
		op := randomOp(r)
		cells := board.Cells{}
		for name, v := range op.Set {
			as, put := op.As[name]
			if !put {
				as = op.At
			}
			cells[name] = board.Cell{V: v, At: op.At, As: as}
		}
		cells["never"] = board.Cell{}
		b, err := board.EncodeCells(cells)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := board.DecodeCells(b); err != nil || !reflect.DeepEqual(got, cells) {
			t.Fatalf("%s\ngave %v, %v\nwant %v", b, got, err, cells)
		}
	}
}

func TestOpsThatCannotBeAreRefused(t *testing.T) {
	good, err := board.EncodeOp(randomOp(rand.New(rand.NewPCG(5, 5))))
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("x", board.MaxText+1)
	for what, b := range map[string]string{
		"empty":          "",
		"cut off":        string(good[:len(good)-2]),
		"two":            string(good) + string(good),
		"no fields":      `{"id":["00000000000000000000000000000001",1],"t":[1,0],"tx":1,"obj":"a","set":{}}`,
		"unknown member": `{"id":["00000000000000000000000000000001",1],"t":[1,0],"tx":1,"obj":"a","set":{"x":1},"y":1}`,
		"short actor":    `{"id":["01",1],"t":[1,0],"tx":1,"obj":"a","set":{"x":1}}`,
		"nested value":   `{"id":["00000000000000000000000000000001",1],"t":[1,0],"tx":1,"obj":"a","set":{"x":[1]}}`,
		"far away":       `{"id":["00000000000000000000000000000001",1],"t":[1,0],"tx":1,"obj":"a","set":{"x":1e9}}`,
		"long text":      `{"id":["00000000000000000000000000000001",1],"t":[1,0],"tx":1,"obj":"a","set":{"text":"` + long + `"}}`,
		"far future":     `{"id":["00000000000000000000000000000001",1],"t":[9007199254740993,0],"tx":1,"obj":"a","set":{"x":1}}`,
	} {
		if op, err := board.DecodeOp([]byte(b)); err == nil {
			t.Errorf("%s: taken as %+v", what, op)
		}
	}
}

func FuzzDecodeOp(f *testing.F) {
	r := rand.New(rand.NewPCG(6, 6))
	for range 20 {
		b, err := board.EncodeOp(randomOp(r))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		op, err := board.DecodeOp(b)
		if err != nil {
			return
		}
		again, err := board.EncodeOp(op)
		if err != nil {
			t.Fatal(err)
		}
		back, err := board.DecodeOp(again)
		if err != nil || !reflect.DeepEqual(op, back) {
			t.Fatalf("%s came back as %s (%v)", b, again, err)
		}
		w := board.NewWorkshop()
		w.Apply(op)
		w.Item(op.Obj)
		w.Plan()
		w.Steps()
	})
}

func FuzzDecodeCells(f *testing.F) {
	f.Add([]byte(`{"text":["a","00000000000000000000000000000001",1,0]}`))
	f.Add([]byte(`{"x":[null,"00000000000000000000000000000001",1,0,"00000000000000000000000000000002",1,0]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		cells, err := board.DecodeCells(b)
		if err != nil {
			return
		}
		again, err := board.EncodeCells(cells)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := board.DecodeCells(again); err != nil || !reflect.DeepEqual(back, cells) {
			t.Fatalf("%s came back as %s (%v)", b, bytes.TrimSpace(again), err)
		}
	})
}
