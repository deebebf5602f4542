package canvas

import (
	"reflect"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/tile"
)

// laidOut is a scene with what its tiles are told apart by.
type laidOut struct {
	board *board.Board
	style style
	scene *scene.Scene
	sums  []tile.Sum // of its shapes
}

// laidNote is a note as it was last laid out. Breaking the text of a note takes longer than everything else, and most
// changes leave most notes as they are.
type laidNote struct {
	note   board.Note
	inks   []board.Ink // drawn on it
	shapes []scene.Shape
	sums   []tile.Sum
	box    board.Rect
}

// layouts remembers what was laid out last.
type layouts struct {
	last  *laidOut
	notes map[board.ID]map[board.ID]laidNote // by step
	style style
}

// of lays a board out, or returns what was laid out already.
func (l *layouts) of(b *board.Board, st style) *laidOut {
	if l.last != nil && l.last.board == b && l.last.style == st {
		return l.last
	}
	if l.style != st || l.notes == nil {
		l.style, l.notes = st, map[board.ID]map[board.ID]laidNote{}
	}
	l.last = l.whole(b)
	l.last.board, l.last.style = b, st
	return l.last
}

// whole lays out a board with the notes that did not change taken from memory. As in [scene.Layout], loose texts lie on
// the notes and everything else below.
func (l *layouts) whole(b *board.Board) *laidOut {
	o := l.style.options()
	isNote := make(map[board.ID]bool, len(b.Notes))
	for _, n := range b.Notes {
		isNote[n.ID] = true
	}
	o.Hidden = func(id board.ID) bool { return isNote[id] }
	base := scene.Layout(b, o).Shapes
	under := len(base)
	for i, s := range base {
		if isText(b, scene.PlaceOf(s).Obj) {
			under = i
			break
		}
	}
	notes := l.notesOf(b)
	n := len(base)
	for _, note := range notes {
		n += len(note.shapes)
	}
	out := &laidOut{scene: &scene.Scene{Shapes: make([]scene.Shape, 0, n)}, sums: make([]tile.Sum, 0, n)}
	add := func(shapes []scene.Shape, sums []tile.Sum, box board.Rect) {
		out.scene.Shapes, out.sums = append(out.scene.Shapes, shapes...), append(out.sums, sums...)
		out.scene.Bounds = out.scene.Bounds.Union(box)
	}
	sums, box := sumsOf(base[:under])
	add(base[:under], sums, box)
	for _, note := range notes {
		add(note.shapes, note.sums, note.box)
	}
	sums, box = sumsOf(base[under:])
	add(base[under:], sums, box)
	return out
}

func isText(b *board.Board, id board.ID) bool {
	for _, t := range b.Texts {
		if t.ID == id {
			return true
		}
	}
	return false
}

func (l *layouts) notesOf(b *board.Board) []laidNote {
	o := l.style.options()
	if b.Step.Anonymous {
		o.Author = nil
	}
	o.Drawn = scene.DrawnOn(b)
	old := l.notes[b.Step.ID]
	next := make(map[board.ID]laidNote, len(b.Notes))
	out := make([]laidNote, len(b.Notes))
	for i, n := range b.Notes {
		laid, ok := old[n.ID]
		inks := o.Drawn(n.ID)
		if !ok || !looksSame(laid.note, n) || !reflect.DeepEqual(laid.inks, inks) {
			shapes := scene.LayoutNote(n, o)
			sums, box := sumsOf(shapes)
			laid = laidNote{n, inks, shapes, sums, box}
		}
		next[n.ID], out[i] = laid, laid
	}
	l.notes[b.Step.ID] = next
	return out
}

// looksSame reports whether two states of a note are drawn alike, wherever among others.
func looksSame(a, b board.Note) bool {
	a.Order, a.Cluster, a.Section = b.Order, b.Cluster, b.Section
	return reflect.DeepEqual(a, b)
}

// sum tells what a tile looks like from what it looked like before, without some objects.
func (l *laidOut) sum(k tile.Key, hidden map[board.ID]bool) tile.Sum {
	var parts []tile.Sum
	for _, i := range l.scene.In(k.Rect()) {
		if len(hidden) == 0 || !hidden[scene.PlaceOf(l.scene.Shapes[i]).Obj] {
			parts = append(parts, l.sums[i])
		}
	}
	return tile.SumOf(l.style.sum(), parts)
}
