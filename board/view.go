package board

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Board is the surface of one step as it stands at one moment. It never changes, so any goroutine may keep it; a
// change to the workshop makes a new one. Everything is in drawing order: what comes later lies on top.
type Board struct {
	Step     Step
	Sections []Section
	Clusters []Cluster
	Notes    []Note
	Links    []Link
	Inks     []Ink
	Images   []Image
	Texts    []Text
	Traces   []Trace

	once   sync.Once
	index  *index
	lookup lookup
}

// Board returns the board of a step; empty where there is no such step.
func (w *Workshop) Board(step ID) *Board {
	was, stale := w.boards[step], w.stale[step]
	if was != nil && len(stale) == 0 {
		return was
	}
	if was == nil {
		was, stale = &Board{}, w.standing(step)
	}
	b := &Board{}
	b.Step, _ = w.Step(step)
	b.Sections = renew(w, step, was.Sections, stale, func(s Section) (ID, string) { return s.Step, s.Order })
	b.Clusters = renew(w, step, was.Clusters, stale, func(c Cluster) (ID, string) { return c.Step, c.Order })
	b.Notes = renew(w, step, was.Notes, stale, func(n Note) (ID, string) { return n.Step, n.Order })
	b.Links = renew(w, step, was.Links, stale, func(l Link) (ID, string) { return l.Step, l.Order })
	b.Inks = renew(w, step, was.Inks, stale, func(i Ink) (ID, string) { return i.Step, i.Order })
	b.Images = renew(w, step, was.Images, stale, func(i Image) (ID, string) { return i.Step, i.Order })
	b.Texts = renew(w, step, was.Texts, stale, func(t Text) (ID, string) { return t.Step, t.Order })
	b.Traces = renew(w, step, was.Traces, stale, func(t Trace) (ID, string) { return t.Step, t.Order })
	w.boards[step] = b
	delete(w.stale, step)
	return b
}

// standing are the objects that stand on the board of a step, removed ones too.
func (w *Workshop) standing(step ID) map[ID]bool {
	on := map[ID]bool{}
	for id, o := range w.objects {
		if o.Cells[FieldStep].V == string(step) {
			on[id] = true
		}
	}
	return on
}

// renew returns the items of one kind on the board of a step, in drawing order: those that were there, with the stale
// ones as they are today. Nothing stale means the same items, so nothing is copied.
func renew[T Item](w *Workshop, step ID, was []T, stale map[ID]bool, place func(T) (ID, string)) []T {
	var fresh []T
	for id := range stale {
		if t, ok := find[T](w, id); ok {
			if s, _ := place(t); s == step {
				fresh = append(fresh, t)
			}
		}
	}
	if len(fresh) == 0 && !slices.ContainsFunc(was, func(t T) bool { return stale[t.id()] }) {
		return was
	}
	compare := func(a, b T) int {
		_, x := place(a)
		_, y := place(b)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a.id(), b.id()))
	}
	slices.SortFunc(fresh, compare)
	return merge(was, fresh, stale, compare)
}

// merge returns was without what is stale and with what is fresh, both sorted.
func merge[T Item](was, fresh []T, stale map[ID]bool, compare func(a, b T) int) []T {
	out := make([]T, 0, len(was)+len(fresh))
	for _, t := range was {
		if stale[t.id()] {
			continue
		}
		for len(fresh) > 0 && compare(fresh[0], t) < 0 {
			out, fresh = append(out, fresh[0]), fresh[1:]
		}
		out = append(out, t)
	}
	if out = append(out, fresh...); len(out) == 0 {
		return nil
	}
	return out
}

// NoteAt returns the topmost note under p.
func (b *Board) NoteAt(p Point) (Note, bool) {
	for _, i := range slices.Backward(b.notes().at(p)) {
		if b.Notes[i].covers(p) {
			return b.Notes[i], true
		}
	}
	return Note{}, false
}

// NotesIn returns the notes that r touches, in drawing order.
func (b *Board) NotesIn(r Rect) []Note {
	var out []Note
	for _, i := range b.notes().in(r) {
		if b.Notes[i].Bounds().Overlaps(r) {
			out = append(out, b.Notes[i])
		}
	}
	return out
}

// SectionAt returns the topmost section under p.
func (b *Board) SectionAt(p Point) (Section, bool) {
	for _, s := range slices.Backward(b.Sections) {
		if s.Contains(p) {
			return s, true
		}
	}
	return Section{}, false
}

// ClusterAt returns the topmost cluster whose frame holds p.
func (b *Board) ClusterAt(p Point) (Cluster, bool) {
	for _, c := range slices.Backward(b.Clusters) {
		if b.Frame(c).Contains(p) {
			return c, true
		}
	}
	return Cluster{}, false
}

// Members are the notes of a cluster in reading order; with the ID "" the notes of no cluster.
func (b *Board) Members(cluster ID) []Note {
	var out []Note
	for _, n := range b.Notes {
		if n.Cluster == cluster {
			out = append(out, n)
		}
	}
	SortReading(out)
	return out
}

// The frame of a cluster, in board units.
const (
	FramePadding = 24 // between the notes and the frame
	FrameHeading = 64 // room above the notes for the name
)

// Bounds is the box around everything on the board; empty when there is nothing.
func (b *Board) Bounds() Rect {
	var r Rect
	for _, s := range b.Sections {
		r = r.Union(s.Rect)
	}
	for _, c := range b.Clusters {
		r = r.Union(b.Frame(c))
	}
	for _, n := range b.Notes {
		r = r.Union(n.Bounds())
	}
	for _, i := range b.Inks {
		if i.On == "" {
			r = r.Union(i.Bounds())
		}
	}
	for _, i := range b.Images {
		r = r.Union(i.Rect.Turned(i.Turn))
	}
	for _, t := range b.Texts {
		r = r.Union(t.Rect.Turned(t.Turn))
	}
	for _, t := range b.Traces {
		r = r.Union(t.Rect)
	}
	return r
}

// Used is the board as people look at it when the work is done: without the sections that no note lies in. While there
// are no notes at all it is the board as it is.
func (b *Board) Used() *Board {
	if len(b.Notes) == 0 {
		return b
	}
	u := &Board{
		Step: b.Step, Clusters: b.Clusters, Notes: b.Notes, Links: b.Links, Inks: b.Inks, Images: b.Images,
		Texts: b.Texts, Traces: b.Traces,
	}
	for _, s := range b.Sections {
		if b.Filled(s) {
			u.Sections = append(u.Sections, s)
		}
	}
	return u
}

// Filled reports whether a note lies in a section.
func (b *Board) Filled(s Section) bool {
	return slices.ContainsFunc(b.Notes, func(n Note) bool { return s.Contains(n.Rect.Center()) })
}

// SortReading puts notes in the order in which people read a wall: rows from top to bottom, each from left to right.
// Notes are in one row when they overlap by half of the smaller height.
func SortReading(notes []Note) {
	slices.SortFunc(notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.Rect.Y, b.Rect.Y), cmp.Compare(a.Rect.X, b.Rect.X), cmp.Compare(a.ID, b.ID))
	})
	for i := 0; i < len(notes); {
		first, j := notes[i].Rect, i+1
		for j < len(notes) && notes[j].Rect.Y < first.Y+min(first.H, notes[j].Rect.H)/2 {
			j++
		}
		slices.SortFunc(notes[i:j], func(a, b Note) int {
			return cmp.Or(cmp.Compare(a.Rect.X, b.Rect.X), cmp.Compare(a.Rect.Y, b.Rect.Y), cmp.Compare(a.ID, b.ID))
		})
		i = j
	}
}

func sameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
