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
	parts []tile.Part
}

// laidNote is a note as it was last laid out. Breaking the text of a note takes longer than everything else, and most
// changes leave most notes as they are.
type laidNote struct {
	note   board.Note
	shapes []scene.Shape
	parts  []tile.Part
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
	shapes, parts := l.rest(b)
	l.last = &laidOut{b, st, &scene.Scene{Shapes: shapes}, parts}
	return l.last
}

// rest lays out a board with the notes that did not change taken from memory. As in [scene.Layout], loose texts lie on
// the notes and everything else below.
func (l *layouts) rest(b *board.Board) ([]scene.Shape, []tile.Part) {
	o := l.style.options()
	isNote := make(map[board.ID]bool, len(b.Notes))
	for _, n := range b.Notes {
		isNote[n.ID] = true
	}
	o.Hidden = func(id board.ID) bool { return isNote[id] }
	base := scene.Layout(b, o)
	under := len(base.Shapes)
	for i, s := range base.Shapes {
		if isText(b, scene.PlaceOf(s).Obj) {
			under = i
			break
		}
	}
	shapes, parts := base.Shapes[:under:under], partsOf(base.Shapes[:under])
	above := base.Shapes[under:]
	for _, n := range l.notesOf(b) {
		shapes, parts = append(shapes, n.shapes...), append(parts, n.parts...)
	}
	return append(shapes, above...), append(parts, partsOf(above)...)
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
	old := l.notes[b.Step.ID]
	next := make(map[board.ID]laidNote, len(b.Notes))
	out := make([]laidNote, len(b.Notes))
	for i, n := range b.Notes {
		laid, ok := old[n.ID]
		if !ok || !looksSame(laid.note, n) {
			shapes := scene.LayoutNote(n, o)
			laid = laidNote{n, shapes, partsOf(shapes)}
		}
		next[n.ID], out[i] = laid, laid
	}
	l.notes[b.Step.ID] = next
	return out
}

// looksSame reports whether two states of a note are drawn alike, wherever among others.
func looksSame(a, b board.Note) bool {
	a.Order, a.Cluster, a.Section, a.Lock = b.Order, b.Cluster, b.Section, b.Lock
	return reflect.DeepEqual(a, b)
}

// without is the scene less some objects.
func (l *laidOut) without(hidden map[board.ID]bool) *laidOut {
	if len(hidden) == 0 {
		return l
	}
	out := &laidOut{board: l.board, style: l.style, scene: &scene.Scene{}}
	for i, s := range l.scene.Shapes {
		if !hidden[scene.PlaceOf(s).Obj] {
			out.scene.Shapes = append(out.scene.Shapes, s)
			out.parts = append(out.parts, l.parts[i])
		}
	}
	return out
}
