package board

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Log records ops before they count. Append returns once the entries can no longer be lost, and records all of them or
// none. touched are the objects as they stand after the entries, for a log that keeps the present state beside the ops.
type Log interface {
	Append(entries []Entry, touched []Object) error
}

// Snapshot is a workshop as a log stored it. A session that is made from it takes it over.
type Snapshot struct {
	Objects []Object
	Seen    map[Actor]uint64 // for each actor the number of its last op; there are no gaps below
	Mine    []Entry          // the ops of this person, oldest first, so that undo survives a restart
}

// ErrReadOnly says that this workshop can be looked at but not changed here.
var ErrReadOnly = errors.New("the workshop is open for reading only")

// ErrNothing says that there is nothing to undo or redo.
var ErrNothing = errors.New("nothing to undo")

// Session is an open workshop. Every change goes through it: it is applied, recorded, remembered for undo and told to
// the watchers, or it does not happen at all. Any goroutine may call it.
type Session struct {
	mu       sync.Mutex
	w        *Workshop
	log      Log
	actor    Actor
	wall     func() time.Time
	history  history
	watchers map[int]func(Event)
	nextID   int
}

// Event tells a watcher what changed. Objects are the IDs touched, each once.
type Event struct {
	Name    string // what the person did; "undo", "redo" or "receive" for those
	Objects []ID
}

// Options of a session. The zero value is good for a new workshop.
type Options struct {
	Log   Log              // nil keeps nothing, for workshops that live in memory only
	Actor Actor            // zero makes a new one
	Wall  func() time.Time // nil is time.Now
}

// NewSession opens a workshop from what its log stored. The zero Snapshot is a new workshop.
func NewSession(from Snapshot, o Options) *Session {
	if o.Actor == (Actor{}) {
		o.Actor = NewActor()
	}
	if o.Wall == nil {
		o.Wall = time.Now
	}
	s := &Session{w: NewWorkshop(), log: o.Log, actor: o.Actor, wall: o.Wall, watchers: map[int]func(Event){}}
	for _, obj := range from.Objects {
		s.w.load(obj)
	}
	for a, n := range from.Seen {
		s.w.seen[a] = &seen{n: n, ahead: map[uint64]bool{}}
	}
	s.history.mine = map[Actor]bool{o.Actor: true}
	for _, e := range from.Mine {
		s.history.add(e)
	}
	return s
}

// Read calls f with the workshop while nobody changes it. f must not keep w; the items, boards and plans that w
// returns may be kept.
func (s *Session) Read(f func(w *Workshop)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(s.w)
}

// Do makes changes happen as one gesture: all of them or none, recorded, and undone together. name is the key of the
// text that says what the person did. No changes is no gesture.
func (s *Session) Do(name string, changes ...Change) error {
	if len(changes) == 0 {
		return nil
	}
	drafts := make([]draft, len(changes))
	for i, c := range changes {
		drafts[i] = draft{Change: c}
	}
	return s.commit(name, func() (recording, error) { return recording{name: name, drafts: drafts}, nil })
}

// draft is a change on its way to become an op.
type draft struct {
	Change
	as map[Field]Stamp
}

// recording is one gesture on its way into the log.
type recording struct {
	name   string
	undoes OpID
	drafts []draft
}

// commit records what prepare returns and tells the watchers, who hear it under the given name. prepare runs under the
// lock.
func (s *Session) commit(name string, prepare func() (recording, error)) error {
	s.mu.Lock()
	r, err := prepare()
	var entries []Entry
	if err == nil {
		entries, err = s.record(r)
	}
	s.mu.Unlock()
	if err != nil {
		return err
	}
	s.tell(name, entries)
	return nil
}

// record stamps, applies and logs a gesture, or leaves everything as it was. The caller holds the lock.
func (s *Session) record(r recording) ([]Entry, error) {
	first := s.w.nextN(s.actor)
	ops := make([]Op, len(r.drafts))
	for i, d := range r.drafts {
		ops[i] = Op{
			ID: OpID{s.actor, first + uint64(i)}, At: s.w.clock.now(s.wall(), s.actor), Tx: first, Undoes: r.undoes,
			Name: r.name, Obj: d.Obj, Set: d.Set, As: d.as,
		}
		if err := ops[i].Check(); err != nil {
			return nil, err
		}
	}
	return s.take(ops, true)
}

// take applies ops and logs them. Where the log fails, the way back is applied.
func (s *Session) take(ops []Op, mine bool) ([]Entry, error) {
	var entries []Entry
	for _, op := range ops {
		if back, news := s.w.Apply(op); news {
			entries = append(entries, Entry{op, back})
		}
	}
	if err := s.append(entries); err != nil {
		for _, e := range slices.Backward(entries) {
			s.w.revert(e.Op, e.Back)
		}
		return nil, err
	}
	if mine {
		for _, e := range entries {
			s.history.add(e)
		}
	}
	return entries, nil
}

func (s *Session) append(entries []Entry) error {
	if s.log == nil || len(entries) == 0 {
		return nil
	}
	var touched []Object
	for _, id := range touchedBy(entries) {
		o, _ := s.w.Object(id)
		touched = append(touched, o)
	}
	return s.log.Append(entries, touched)
}

func touchedBy(entries []Entry) []ID {
	var out []ID
	had := map[ID]bool{}
	for _, e := range entries {
		if !had[e.Op.Obj] {
			had[e.Op.Obj] = true
			out = append(out, e.Op.Obj)
		}
	}
	return out
}

// Receive takes in ops of others. Ops that are here already change nothing; an op that cannot be right is refused with
// all that came with it. Ops may come in any order, but the log keeps only runs without gaps, so ops behind a gap must
// come again with what was missing.
func (s *Session) Receive(ops []Op) error {
	for _, op := range ops {
		if err := op.Check(); err != nil {
			return fmt.Errorf("receive: %w", err)
		}
	}
	s.mu.Lock()
	entries, err := s.take(s.w.inOrder(ops), false)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	s.tell("receive", entries)
	return nil
}

// inOrder returns the ops that continue what has been seen of their actors, each actor's in ascending order.
func (w *Workshop) inOrder(ops []Op) []Op {
	ops = slices.Clone(ops)
	slices.SortStableFunc(ops, func(a, b Op) int { return int(int64(a.ID.N) - int64(b.ID.N)) })
	next := map[Actor]uint64{}
	var out []Op
	for _, op := range ops {
		a := op.ID.Actor
		if next[a] == 0 {
			next[a] = w.nextN(a)
		}
		if op.ID.N == next[a] {
			next[a]++
			out = append(out, op)
		}
	}
	return out
}

func (w *Workshop) nextN(a Actor) uint64 {
	if s := w.seen[a]; s != nil {
		return s.n + 1
	}
	return 1
}

// Watch calls f after every change, outside the lock, on the goroutine that made the change. stop ends it.
func (s *Session) Watch(f func(Event)) (stop func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.nextID
	s.nextID++
	s.watchers[id] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.watchers, id)
	}
}

func (s *Session) tell(name string, entries []Entry) {
	if len(entries) == 0 {
		return
	}
	s.mu.Lock()
	watchers := make([]func(Event), 0, len(s.watchers))
	for id := range s.nextID {
		if f := s.watchers[id]; f != nil {
			watchers = append(watchers, f)
		}
	}
	s.mu.Unlock()
	e := Event{name, touchedBy(entries)}
	for _, f := range watchers {
		f(e)
	}
}
