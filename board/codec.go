package board

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// The JSON form of an op, as it stands in the file:
//
//	{"id":["<actor>",7],"t":[1764000000000,0],"tx":7,"name":"move","obj":"…","set":{"x":40,"y":80}}
//
// Ops put back by undo have "undoes":["<actor>",5] and "as":{"x":["<actor>",1764000000000,0]} too. Unknown members are
// refused: they would be lost.
type opJSON struct {
	ID     opIDJSON             `json:"id"`
	At     [2]uint64            `json:"t"`
	Tx     uint64               `json:"tx"`
	Undoes *opIDJSON            `json:"undoes,omitempty"`
	Name   string               `json:"name,omitempty"`
	Obj    ID                   `json:"obj"`
	Set    Fields               `json:"set"`
	As     map[Field]*stampJSON `json:"as,omitempty"`
}

type opIDJSON OpID

func (id opIDJSON) MarshalJSON() ([]byte, error) { return json.Marshal([]any{id.Actor.String(), id.N}) }

func (id *opIDJSON) UnmarshalJSON(b []byte) error {
	var actor string
	if err := decodeTuple(b, &actor, &id.N); err != nil {
		return err
	}
	var err error
	id.Actor, err = ParseActor(actor)
	return err
}

type stampJSON Stamp

func (s stampJSON) MarshalJSON() ([]byte, error) {
	if Stamp(s).IsZero() {
		return []byte("[]"), nil
	}
	return json.Marshal([]any{s.Actor.String(), s.T, s.N})
}

func (s *stampJSON) UnmarshalJSON(b []byte) error {
	if string(b) == "[]" {
		return nil
	}
	var actor string
	if err := decodeTuple(b, &actor, &s.T, &s.N); err != nil {
		return err
	}
	var err error
	s.Actor, err = ParseActor(actor)
	return err
}

// decodeTuple reads a JSON array of exactly these members.
func decodeTuple(b []byte, members ...any) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	if len(raw) != len(members) {
		return fmt.Errorf("%d members instead of %d", len(raw), len(members))
	}
	for i := range raw {
		if err := json.Unmarshal(raw[i], members[i]); err != nil {
			return err
		}
	}
	return nil
}

// EncodeOp writes op as JSON.
func EncodeOp(op Op) ([]byte, error) {
	j := opJSON{
		ID: opIDJSON(op.ID), At: [2]uint64{op.At.T, op.At.N}, Tx: op.Tx, Name: op.Name, Obj: op.Obj, Set: op.Set,
		As: toJSON(op.As),
	}
	if (op.Undoes != OpID{}) {
		j.Undoes = (*opIDJSON)(&op.Undoes)
	}
	return json.Marshal(j)
}

// DecodeOp reads what [EncodeOp] wrote, and refuses what could not have been written.
func DecodeOp(b []byte) (Op, error) {
	var j opJSON
	if err := decodeStrict(b, &j); err != nil {
		return Op{}, fmt.Errorf("read op: %w", err)
	}
	op := Op{
		ID: OpID(j.ID), At: Stamp{j.At[0], j.At[1], j.ID.Actor}, Tx: j.Tx, Name: j.Name, Obj: j.Obj, Set: j.Set,
	}
	if j.Undoes != nil {
		op.Undoes = OpID(*j.Undoes)
	}
	var err error
	if op.As, err = fromJSON(j.As); err != nil {
		return Op{}, fmt.Errorf("read op: %w", err)
	}
	if err := op.Check(); err != nil {
		return Op{}, fmt.Errorf("read op: %w", err)
	}
	return op, nil
}

func toJSON(as map[Field]Stamp) map[Field]*stampJSON {
	if len(as) == 0 {
		return nil
	}
	out := make(map[Field]*stampJSON, len(as))
	for name, s := range as {
		out[name] = (*stampJSON)(&s)
	}
	return out
}

func fromJSON(as map[Field]*stampJSON) (map[Field]Stamp, error) {
	if len(as) == 0 {
		return nil, nil
	}
	out := make(map[Field]Stamp, len(as))
	for name, s := range as {
		if s == nil {
			return nil, fmt.Errorf("field %s: no stamp", name)
		}
		out[name] = Stamp(*s)
	}
	return out, nil
}

func decodeStrict(b []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return fmt.Errorf("more than one value")
	}
	return nil
}

// cellJSON is a cell as [value, actor, t, n] and, where the value was put back by undo, the three parts of As behind.
type cellJSON Cell

func (c cellJSON) MarshalJSON() ([]byte, error) {
	t := []any{c.V, c.At.Actor.String(), c.At.T, c.At.N}
	if c.As != c.At {
		t = append(t, c.As.Actor.String(), c.As.T, c.As.N)
	}
	return json.Marshal(t)
}

func (c *cellJSON) UnmarshalJSON(b []byte) error {
	var at, as string
	err := decodeTuple(b, &c.V, &at, &c.At.T, &c.At.N)
	long := false
	if err != nil {
		err = decodeTuple(b, &c.V, &at, &c.At.T, &c.At.N, &as, &c.As.T, &c.As.N)
		long = true
	}
	if err != nil {
		return err
	}
	if c.At.Actor, err = ParseActor(at); err != nil {
		return err
	}
	if !long {
		c.As = c.At
		return nil
	}
	c.As.Actor, err = ParseActor(as)
	return err
}

// EncodeCells writes the cells of an object, or the way back of an op, as JSON.
func EncodeCells(c Cells) ([]byte, error) {
	j := make(map[Field]cellJSON, len(c))
	for name, cell := range c {
		j[name] = cellJSON(cell)
	}
	return json.Marshal(j)
}

// DecodeCells reads what [EncodeCells] wrote, and refuses values that no op could have set.
func DecodeCells(b []byte) (Cells, error) {
	var j map[Field]cellJSON
	if err := decodeStrict(b, &j); err != nil {
		return nil, fmt.Errorf("read object: %w", err)
	}
	c := make(Cells, len(j))
	for name, cell := range j {
		if err := checkValue(name, cell.V); err != nil {
			return nil, fmt.Errorf("read object: %w", err)
		}
		c[name] = Cell(cell)
	}
	return c, nil
}
