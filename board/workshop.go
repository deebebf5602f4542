package board

import (
	"cmp"
	"maps"
	"slices"
)

// Workshop is what one file holds: the steps with their boards, the people and the plan. It is made of objects whose
// fields are set by ops; everything below reads it. A Workshop is not safe for several goroutines: [Session] guards it.
type Workshop struct {
	objects map[ID]*object
	byKind  map[Kind]map[ID]*object
	seen    map[Actor]*seen
	clock   clock
	boards  map[ID]*Board      // as they were when last asked for
	stale   map[ID]map[ID]bool // for each of those, the objects that changed since
}

// object is one object with the typed item it makes up, decoded when first asked for.
type object struct {
	Object
	kind Kind
	item Item // nil until asked for; nil for dead objects too
}

// seen is which ops of one actor have been taken in: all up to n, and some beyond a gap.
type seen struct {
	n     uint64
	ahead map[uint64]bool
}

// NewWorkshop returns a workshop with nothing in it.
func NewWorkshop() *Workshop {
	return &Workshop{
		objects: map[ID]*object{}, byKind: map[Kind]map[ID]*object{}, seen: map[Actor]*seen{},
		boards: map[ID]*Board{}, stale: map[ID]map[ID]bool{},
	}
}

// Apply takes op in and returns its way back. news is false where the op was here already. The outcome does not depend
// on the order in which ops come, nor on how often.
func (w *Workshop) Apply(op Op) (back Cells, news bool) {
	if !w.note(op.ID) {
		return nil, false
	}
	w.clock.see(op.At)
	o := w.objects[op.Obj]
	if o == nil {
		o = &object{Object: Object{op.Obj, Cells{}}}
		w.objects[op.Obj] = o
	}
	w.forget(o)
	back = o.Cells.apply(op)
	w.refresh(o)
	return back, true
}

// revert undoes an Apply whose op could not be recorded.
func (w *Workshop) revert(op Op, back Cells) {
	o := w.objects[op.Obj]
	w.forget(o)
	o.Cells.revert(back)
	if len(o.Cells) == 0 {
		delete(w.objects, op.Obj)
		w.setKind(o, "")
	} else {
		w.refresh(o)
	}
	if s := w.seen[op.ID.Actor]; s != nil && s.n == op.ID.N {
		s.n--
	}
}

// note remembers that an op was taken in. It reports whether that is news.
func (w *Workshop) note(id OpID) bool {
	s := w.seen[id.Actor]
	if s == nil {
		s = &seen{ahead: map[uint64]bool{}}
		w.seen[id.Actor] = s
	}
	if id.N <= s.n || s.ahead[id.N] {
		return false
	}
	s.ahead[id.N] = true
	for s.ahead[s.n+1] {
		s.n++
		delete(s.ahead, s.n)
	}
	return true
}

// Seen says for each actor up to which number all ops are here.
func (w *Workshop) Seen() map[Actor]uint64 {
	v := make(map[Actor]uint64, len(w.seen))
	for a, s := range w.seen {
		if s.n > 0 {
			v[a] = s.n
		}
	}
	return v
}

// Object returns a copy of the cells of one object.
func (w *Workshop) Object(id ID) (Object, bool) {
	o := w.objects[id]
	if o == nil {
		return Object{}, false
	}
	return o.clone(), true
}

// Objects returns copies of all objects, removed ones too, in a fixed order.
func (w *Workshop) Objects() []Object {
	all := make([]Object, 0, len(w.objects))
	for _, o := range w.objects {
		all = append(all, o.clone())
	}
	slices.SortFunc(all, func(a, b Object) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// forget marks the board that an object stands on as out of date. It is called before and after a change, since the
// change may send the object to another board.
func (w *Workshop) forget(o *object) {
	step, _ := o.Cells[FieldStep].V.(string)
	for _, id := range []ID{ID(step), o.ID} {
		if w.boards[id] == nil {
			continue
		}
		if w.stale[id] == nil {
			w.stale[id] = map[ID]bool{}
		}
		w.stale[id][o.ID] = true
	}
}

func (w *Workshop) refresh(o *object) {
	o.item = nil
	kind, _ := o.Cells[FieldKind].V.(string)
	w.setKind(o, Kind(kind))
	w.forget(o)
}

func (w *Workshop) setKind(o *object, k Kind) {
	if o.kind == k {
		return
	}
	delete(w.byKind[o.kind], o.ID)
	o.kind = k
	if k == "" {
		return
	}
	if w.byKind[k] == nil {
		w.byKind[k] = map[ID]*object{}
	}
	w.byKind[k][o.ID] = o
}

// load takes over the stored state of an object.
func (w *Workshop) load(stored Object) {
	o := &object{Object: stored}
	w.objects[o.ID] = o
	w.refresh(o)
	for _, c := range o.Cells {
		w.clock.see(c.At)
	}
}

// dead reports whether an object was removed.
func (o *object) dead() bool { return o.Cells[FieldDead].V == true }

// Alive reports whether an object exists and is not removed.
func (w *Workshop) Alive(id ID) bool {
	o := w.objects[id]
	return o != nil && o.kind != "" && !o.dead()
}

// Kind says what an object is, "" where there is none.
func (w *Workshop) Kind(id ID) Kind {
	if o := w.objects[id]; o != nil {
		return o.kind
	}
	return ""
}

// decoders turn fields into the item of a kind.
var decoders = map[Kind]func(ID, Fields) Item{
	KindWorkshop:  func(_ ID, f Fields) Item { return infoOf(f) },
	KindStep:      func(id ID, f Fields) Item { return stepOf(id, f) },
	KindSection:   func(id ID, f Fields) Item { return sectionOf(id, f) },
	KindNote:      func(id ID, f Fields) Item { return noteOf(id, f) },
	KindCluster:   func(id ID, f Fields) Item { return clusterOf(id, f) },
	KindLink:      func(id ID, f Fields) Item { return linkOf(id, f) },
	KindInk:       func(id ID, f Fields) Item { return inkOf(id, f) },
	KindImage:     func(id ID, f Fields) Item { return imageOf(id, f) },
	KindText:      func(id ID, f Fields) Item { return textOf(id, f) },
	KindTrace:     func(id ID, f Fields) Item { return traceOf(id, f) },
	KindPerson:    func(id ID, f Fields) Item { return personOf(id, f) },
	KindTheme:     func(id ID, f Fields) Item { return themeOf(id, f) },
	KindAction:    func(id ID, f Fields) Item { return actionOf(id, f) },
	KindCondition: func(id ID, f Fields) Item { return conditionOf(id, f) },
}

// Item returns an object as its type, unless it is removed or of a kind that this version does not know.
func (w *Workshop) Item(id ID) (Item, bool) {
	o := w.objects[id]
	if o == nil || o.dead() {
		return nil, false
	}
	if o.item == nil {
		decode := decoders[o.kind]
		if decode == nil {
			return nil, false
		}
		o.item = decode(id, o.Cells.fields())
	}
	return o.item, true
}

// find returns one object as a T.
func find[T Item](w *Workshop, id ID) (T, bool) {
	item, _ := w.Item(id)
	t, ok := item.(T)
	return t, ok
}

// all returns the living objects of a kind, sorted by their order key, then by ID.
func all[T Item](w *Workshop, k Kind, order func(T) string) []T {
	var out []T
	for _, id := range slices.Sorted(maps.Keys(w.byKind[k])) {
		if t, ok := find[T](w, id); ok {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(order(a), order(b)) })
	return out
}

// Info is what is known of the workshop as a whole.
func (w *Workshop) Info() Info { i, _ := find[Info](w, WorkshopID); return i }

// Steps are the steps in their order.
func (w *Workshop) Steps() []Step { return all(w, KindStep, func(s Step) string { return s.Order }) }

// People are the people in the room, in their order.
func (w *Workshop) People() []Person {
	return all(w, KindPerson, func(p Person) string { return p.Order })
}

// StepNamed returns the step with a name, whatever the capitals.
func (w *Workshop) StepNamed(name string) (Step, bool) {
	for _, s := range w.Steps() {
		if sameName(s.Name, name) {
			return s, true
		}
	}
	return Step{}, false
}

// StepFor returns the first step with a role.
func (w *Workshop) StepFor(r Role) (Step, bool) {
	for _, s := range w.Steps() {
		if s.Role == r {
			return s, true
		}
	}
	return Step{}, false
}

// Step, Section, Note, Cluster and so on return one living object.
func (w *Workshop) Step(id ID) (Step, bool) { return find[Step](w, id) }

// Section returns a living section.
func (w *Workshop) Section(id ID) (Section, bool) { return find[Section](w, id) }

// Note returns a living note.
func (w *Workshop) Note(id ID) (Note, bool) { return find[Note](w, id) }

// Cluster returns a living cluster.
func (w *Workshop) Cluster(id ID) (Cluster, bool) { return find[Cluster](w, id) }

// Person returns a living person.
func (w *Workshop) Person(id ID) (Person, bool) { return find[Person](w, id) }

// Theme returns a living theme of the plan.
func (w *Workshop) Theme(id ID) (Theme, bool) { return find[Theme](w, id) }

// Action returns a living action item.
func (w *Workshop) Action(id ID) (Action, bool) { return find[Action](w, id) }

// Plan is the plan as it stands. Sources, owners and answers that are removed are left out; they return with what they
// name.
func (w *Workshop) Plan() Plan {
	info := w.Info()
	p := Plan{Goal: info.Goal, Sources: w.living(info.Sources)}
	at := map[ID]int{}
	var homeless []Action
	for _, t := range all(w, KindTheme, func(t Theme) string { return t.Order }) {
		at[t.ID] = len(p.Themes)
		t.Sources = w.living(t.Sources)
		p.Themes = append(p.Themes, ThemePlan{Theme: t})
	}
	for _, a := range all(w, KindAction, func(a Action) string { return a.Order }) {
		a.Sources, a.Owners = w.living(a.Sources), w.living(a.Owners)
		i, ok := at[a.Theme]
		if !ok {
			homeless = append(homeless, a)
			continue
		}
		p.Themes[i].Actions = append(p.Themes[i].Actions, a)
	}
	if homeless != nil { // their theme was removed
		p.Themes = append(p.Themes, ThemePlan{Actions: homeless})
	}
	for _, c := range all(w, KindCondition, func(c Condition) string { return c.Order }) {
		c.Sources, c.Answers = w.living(c.Sources), w.living(c.Answers)
		p.Conditions = append(p.Conditions, c)
	}
	return p
}

func (w *Workshop) living(in []ID) []ID {
	var out []ID
	for _, id := range in {
		if w.Alive(id) {
			out = append(out, id)
		}
	}
	return out
}
