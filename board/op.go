package board

import (
	"fmt"
	"maps"
)

// Change is something that is to happen to one object: the fields to set. [Session.Do] turns it into an [Op].
type Change struct {
	Obj ID
	Set Fields
}

// Item is one object of a workshop: a note, a step, a cluster, an action item and so on.
type Item interface {
	id() ID
	fields() Fields // the kind and every property that is set
}

// Create is the change that puts a new item into the workshop. The item carries an ID of its own, from [NewID].
func Create(item Item) Change { return Change{item.id(), item.fields()} }

// Edit is the change that turns before into after. Only the properties that differ are set, so an edit of a note's
// text does not undo a move by somebody else. ok is false where nothing differs.
func Edit(before, after Item) (c Change, ok bool) {
	if before.id() != after.id() {
		panic("board.Edit: two different items")
	}
	old, set := before.fields(), after.fields()
	for name, v := range old {
		now, has := set[name]
		switch {
		case has && now == v:
			delete(set, name)
		case !has && v == true:
			set[name] = false
		case !has:
			set[name] = nil
		}
	}
	return Change{before.id(), set}, len(set) > 0
}

// Remove is the change that takes an object off the board. Its properties stay, so [Restore] brings it back whole.
func Remove(id ID) Change { return Change{id, Fields{FieldDead: true}} }

// Restore is the change that brings a removed object back.
func Restore(id ID) Change { return Change{id, Fields{FieldDead: false}} }

// OpID numbers the ops of one actor from 1 without gaps, so that one number an actor says what somebody has and what
// they lack.
type OpID struct {
	Actor Actor
	N     uint64
}

// Op is one recorded change. Creating, editing, removing and undoing are all ops of this one form.
//
// Ops converge: whoever has the same ops has the same workshop, in whatever order, late or twice they came. Each field
// keeps the value with the newest stamp.
type Op struct {
	ID     OpID
	At     Stamp
	Tx     uint64 // the gesture: the number of its first op
	Undoes OpID   // the first op of the gesture that this one takes back; zero for an ordinary op
	Name   string // what the person did, as the key of a text: "move", "cluster"
	Obj    ID
	Set    Fields
	// As says for fields put back by undo whose value they carry again. It lets a second undo see that the field is
	// back in the state that its own op left. Empty for an ordinary op.
	As map[Field]Stamp
}

// maxTime is the year 10000, in milliseconds. Behind it a stamp is not a clock that runs ahead but an attack on it.
const maxTime = 253_402_300_800_000

// Check returns why op cannot be taken in.
func (op Op) Check() error {
	switch {
	case op.ID.N == 0 || op.Tx == 0 || op.Tx > op.ID.N:
		return fmt.Errorf("op without a number")
	case op.At.Actor != op.ID.Actor:
		return fmt.Errorf("op %d stamped by somebody else", op.ID.N)
	case op.At.T > maxTime:
		return fmt.Errorf("op %d stamped in the far future", op.ID.N)
	case op.Obj == "" || len(op.Obj) > MaxFieldName || len(op.Name) > MaxFieldName:
		return fmt.Errorf("op %d: object or name of %d bytes", op.ID.N, len(op.Obj)+len(op.Name))
	case len(op.As) > len(op.Set):
		return fmt.Errorf("op %d: more fields put back than set", op.ID.N)
	}
	if err := op.Set.check(); err != nil {
		return fmt.Errorf("op %d: %w", op.ID.N, err)
	}
	return nil
}

// Cell is the present value of one field.
type Cell struct {
	V  Value
	At Stamp // who set it: decides which of two writers wins
	As Stamp // whose value it is: At, or for a value put back by undo the stamp it had before
}

// Cells are the present values of one object.
type Cells map[Field]Cell

// Entry is an op with its way back: the cells that it replaced, as they were. A field that is missing in Back was not
// changed, because somebody had set it later.
type Entry struct {
	Op   Op
	Back Cells
}

// apply sets the fields of op that nobody set later, and returns the cells they had: the way back.
// It is commutative, associative and idempotent.
func (c Cells) apply(op Op) (back Cells) {
	back = Cells{}
	for name, v := range op.Set {
		old := c[name]
		if old.At.Compare(op.At) >= 0 {
			continue
		}
		as, put := op.As[name]
		if !put {
			as = op.At
		}
		back[name] = old
		c[name] = Cell{v, op.At, as}
	}
	return back
}

// revert puts back the cells of a change that could not be recorded.
func (c Cells) revert(back Cells) {
	for name, old := range back {
		if old.At.IsZero() {
			delete(c, name)
		} else {
			c[name] = old
		}
	}
}

func (c Cells) fields() Fields {
	f := make(Fields, len(c))
	for name, cell := range c {
		if cell.V != nil {
			f[name] = cell.V
		}
	}
	return f
}

// Object is one object as it stands, for a store that keeps the present state beside the ops.
type Object struct {
	ID    ID
	Cells Cells
}

func (o Object) clone() Object { return Object{o.ID, maps.Clone(o.Cells)} }
