package board

import "slices"

// history is what this person can take back: their own gestures. An undo is a gesture too; taking it back is a redo.
// So both stacks hold gestures whose way back is what a press of the button does.
type history struct {
	done   []gesture // undo takes back the last
	undone []gesture // undos; redo takes back the last
	mine   map[Actor]bool
}

// gesture is what one movement of a hand, or one press of a button, did.
type gesture struct {
	name    string // what the person did in the beginning: an undo of "move" is called "move" too
	entries []Entry
}

// first is the name of the gesture in the log: its first op.
func (g gesture) first() OpID { return OpID{g.entries[0].Op.ID.Actor, g.entries[0].Op.Tx} }

// maxGestures bounds the memory of undo.
const maxGestures = 500

// add takes in an entry of this person. Entries must come in the order in which they were made.
func (h *history) add(e Entry) {
	h.mine[e.Op.ID.Actor] = true
	tx := OpID{e.Op.ID.Actor, e.Op.Tx}
	switch {
	case continues(h.done, tx):
		extend(h.done, e)
	case continues(h.undone, tx):
		extend(h.undone, e)
	case e.Op.Undoes == OpID{}:
		h.done = append(h.done, gesture{e.Op.Name, []Entry{e}})
		h.undone = nil
	case continues(h.done, e.Op.Undoes):
		h.done, h.undone = move(h.done, h.undone, e)
	case continues(h.undone, e.Op.Undoes):
		h.undone, h.done = move(h.undone, h.done, e)
	}
	if n := len(h.done) - maxGestures; n > 0 {
		h.done = slices.Delete(h.done, 0, n)
	}
}

func continues(stack []gesture, tx OpID) bool {
	return len(stack) > 0 && stack[len(stack)-1].first() == tx
}

func extend(stack []gesture, e Entry) {
	last := &stack[len(stack)-1]
	last.entries = append(last.entries, e)
}

func move(from, to []gesture, e Entry) (fromNow, toNow []gesture) {
	g := from[len(from)-1]
	return from[:len(from)-1], append(to, gesture{g.name, []Entry{e}})
}

// Undone tells what an undo or redo did.
type Undone struct {
	Name    string // what had been done
	Objects []ID   // what came back
	Skipped []ID   // what somebody else has changed since, and so stays as it is
}

// Undo takes back this person's last gesture. Fields that somebody else set since keep their value.
// It returns [ErrNothing] where there is nothing to take back.
func (s *Session) Undo() (Undone, error) { return s.takeBack(&s.history.done, "undo") }

// Redo takes back this person's last undo, unless they did something new since.
func (s *Session) Redo() (Undone, error) { return s.takeBack(&s.history.undone, "redo") }

// CanUndo and CanRedo say whether there is something to take back, and what.
func (s *Session) CanUndo() (name string, ok bool) { return s.last(&s.history.done) }

// CanRedo says whether there is an undo to take back, and of what.
func (s *Session) CanRedo() (name string, ok bool) { return s.last(&s.history.undone) }

func (s *Session) last(stack *[]gesture) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(*stack) == 0 {
		return "", false
	}
	return (*stack)[len(*stack)-1].name, true
}

func (s *Session) takeBack(stack *[]gesture, as string) (Undone, error) {
	var u Undone
	err := s.commit(as, func() (recording, error) {
		if len(*stack) == 0 {
			return recording{}, ErrNothing
		}
		g := (*stack)[len(*stack)-1]
		drafts, skipped := s.wayBack(g)
		u = Undone{Name: g.name, Skipped: skipped}
		for _, d := range drafts {
			u.Objects = append(u.Objects, d.Obj)
		}
		if len(drafts) == 0 { // nothing of it is ours any more
			*stack = (*stack)[:len(*stack)-1]
		}
		return recording{name: g.name, undoes: g.first(), drafts: drafts}, nil
	})
	return u, err
}

// wayBack works out what takes a gesture back, and which objects it must leave alone. Ops of a gesture may have set the
// same field twice, so they are taken back one by one in thought first.
func (s *Session) wayBack(g gesture) (drafts []draft, skipped []ID) {
	back := map[ID]Cells{}
	var order []ID
	leave := func(id ID) {
		if !slices.Contains(skipped, id) {
			skipped = append(skipped, id)
		}
	}
	for _, e := range slices.Backward(g.entries) {
		id := e.Op.Obj
		if back[id] == nil {
			back[id] = Cells{}
			order = append(order, id)
		}
		if e.creates() {
			if s.touchedByOthers(id) {
				leave(id)
				continue
			}
			back[id][FieldDead] = Cell{V: true, As: e.Op.At}
			continue
		}
		for name, old := range e.Back {
			now, thought := back[id][name]
			if !thought {
				now = s.w.objects[id].Cells[name]
			}
			if now.As != e.Op.stands(name) {
				leave(id)
				continue
			}
			back[id][name] = old
		}
	}
	for _, id := range order {
		if len(back[id]) > 0 {
			drafts = append(drafts, back[id].draft(id))
		}
	}
	return drafts, skipped
}

// stands is the stamp of the value that op gave to a field.
func (op Op) stands(name Field) Stamp {
	if as, put := op.As[name]; put {
		return as
	}
	return op.At
}

// creates reports whether the op brought its object into being. Such an op is taken back by removing the object, so
// that a change made elsewhere meanwhile finds it whole in the bin.
func (e Entry) creates() bool {
	old, won := e.Back[FieldKind]
	return won && old.V == nil && e.Op.Set[FieldKind] != nil && e.Op.Undoes == OpID{}
}

func (s *Session) touchedByOthers(id ID) bool {
	for _, c := range s.w.objects[id].Cells {
		if !c.As.IsZero() && !s.history.mine[c.As.Actor] {
			return true
		}
	}
	return false
}

func (c Cells) draft(id ID) draft {
	d := draft{Change{id, make(Fields, len(c))}, make(map[Field]Stamp, len(c))}
	for name, cell := range c {
		d.Set[name], d.as[name] = cell.V, cell.As
	}
	return d
}
