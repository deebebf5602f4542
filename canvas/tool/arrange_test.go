package tool_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

// wall is a board of everything that can lie on one, at random.
func wall(t *testing.T, seed uint64) (*board.Session, board.ID, []board.ID) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, seed))
	s, steps := boardtest.Session(t, "Doelen", "Plan")
	place := func() board.Rect {
		return board.Rect{
			X: math.Round(r.Float64() * 2000), Y: math.Round(r.Float64() * 1500), W: 100 + math.Round(r.Float64()*200), H: 100 + math.Round(r.Float64()*200),
		}
	}
	lock := func() board.Lock {
		return []board.Lock{board.Unlocked, board.Unlocked, board.Unlocked, board.Fixed, board.Background}[r.IntN(5)]
	}
	var ids []board.ID
	var changes []board.Change
	for i, order := range board.Orders("", 4+r.IntN(16)) {
		id := board.ID(fmt.Sprint("p", i))
		ids = append(ids, id)
		switch i % 4 {
		case 0, 1:
			changes = append(changes, board.Create(board.Note{
				ID: id, Step: steps[0], Order: order, Rect: place(), Turn: float64(r.IntN(3)) * 10, Text: "een", Lock: lock(),
			}))
		case 2:
			changes = append(changes, board.Create(board.Image{ID: id, Step: steps[0], Order: order, Rect: place(), Lock: lock()}))
		default:
			p := place()
			changes = append(changes, board.Create(board.Ink{
				ID: id, Step: steps[0], Order: order, Points: []board.Point{p.Min(), p.Max()}, Width: 4, Lock: lock(),
			}))
		}
	}
	boardtest.Do(t, s, changes...)
	return s, steps[0], ids
}

func boundsOf(b *board.Board) map[board.ID]board.Rect {
	out := map[board.ID]board.Rect{}
	for _, n := range b.Notes {
		out[n.ID] = n.Bounds()
	}
	for _, i := range b.Images {
		out[i.ID] = i.Rect.Turned(i.Turn)
	}
	for _, i := range b.Inks {
		out[i.ID] = i.Bounds()
	}
	return out
}

func locked(b *board.Board) map[board.ID]bool {
	out := map[board.ID]bool{}
	for _, n := range b.Notes {
		out[n.ID] = n.Lock != board.Unlocked
	}
	for _, i := range b.Images {
		out[i.ID] = i.Lock != board.Unlocked
	}
	for _, i := range b.Inks {
		out[i.ID] = i.Lock != board.Unlocked
	}
	return out
}

// arrangements are the ways of putting pieces in order that once done have nothing left to do.
var arrangements = map[string]func(*board.Board, []board.ID) []board.Change{
	"left":   func(b *board.Board, ids []board.ID) []board.Change { return tool.Align(b, ids, tool.AtLeft) },
	"center": func(b *board.Board, ids []board.ID) []board.Change { return tool.Align(b, ids, tool.AtCenter) },
	"bottom": func(b *board.Board, ids []board.ID) []board.Change { return tool.Align(b, ids, tool.AtBottom) },
	"across": func(b *board.Board, ids []board.ID) []board.Change { return tool.Distribute(b, ids, true) },
	"down":   func(b *board.Board, ids []board.ID) []board.Change { return tool.Distribute(b, ids, false) },
	"tidy":   tool.Tidy,
	"front":  func(b *board.Board, ids []board.ID) []board.Change { return tool.Stack(b, ids[:2], tool.ToFront) },
	"back":   func(b *board.Board, ids []board.ID) []board.Change { return tool.Stack(b, ids[:2], tool.ToBack) },
}

func near(a, b board.Rect) bool {
	return math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y)+math.Abs(a.W-b.W)+math.Abs(a.H-b.H) < 1e-3
}

func TestArrangingIsDoneOnceLeavesWhatIsLockedAndCanBeUndone(t *testing.T) {
	for name, arrange := range arrangements {
		for seed := range uint64(40) {
			s, step, ids := wall(t, seed)
			before := boardtest.Board(s, step)
			changes := arrange(before, ids)
			if len(changes) == 0 {
				continue
			}
			boardtest.Do(t, s, changes...)
			after := boardtest.Board(s, step)
			for id, is := range locked(before) {
				if is && !near(boundsOf(before)[id], boundsOf(after)[id]) {
					t.Fatalf("%s, %d: a locked piece moved", name, seed)
				}
			}
			boardtest.Do(t, s, append(arrange(after, ids), board.Create(board.Person{ID: "x"}))...)
			for id, r := range boundsOf(after) {
				if again := boundsOf(boardtest.Board(s, step))[id]; !near(r, again) {
					t.Fatalf("%s, %d: done twice %s went from %v to %v", name, seed, id, r, again)
				}
			}
			undo(t, s)
			undo(t, s)
			if got := boardtest.Board(s, step); !reflect.DeepEqual(boundsOf(got), boundsOf(before)) {
				t.Fatalf("%s, %d: undone it is another board", name, seed)
			}
		}
	}
}

func undo(t *testing.T, s *board.Session) {
	t.Helper()
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
}

func TestAlignedPiecesShareASide(t *testing.T) {
	s, step, ids := wall(t, 3)
	boardtest.Do(t, s, tool.Align(boardtest.Board(s, step), ids, tool.AtRight)...)
	b := boardtest.Board(s, step)
	var right []float64
	for id, r := range boundsOf(b) {
		if !locked(b)[id] {
			right = append(right, math.Round(r.X+r.W))
		}
	}
	if slices.Min(right) != slices.Max(right) {
		t.Errorf("right sides at %v", right)
	}
}

func TestDistributedPiecesLeaveEqualRoom(t *testing.T) {
	s, notes := newHand(t, "een", "twee", "drie", "vier")
	s.do("move", tool.Nudge(s.look(), notes[1:2], at(70, 0)))
	s.do("move", tool.Nudge(s.look(), notes[2:3], at(-20, 33)))
	s.do("spread", tool.Distribute(s.look(), notes, true))
	for i, want := range []float64{0, 220, 440, 660} {
		if got := s.note(notes[i]).Rect.X; math.Abs(got-want) > 1e-6 {
			t.Errorf("note %d at %v, want %v", i, got, want)
		}
	}
	if s.note(notes[2]).Rect.Y != 33 {
		t.Error("spreading across moved a note down")
	}
}

func TestTidyLeavesNoOverlap(t *testing.T) {
	for seed := range uint64(60) {
		s, step, ids := wall(t, seed)
		boardtest.Do(t, s, append(tool.Tidy(boardtest.Board(s, step), ids), board.Create(board.Person{ID: "x"}))...)
		b := boardtest.Board(s, step)
		all := boundsOf(b)
		for a, r := range all {
			for c, q := range all {
				if a < c && !locked(b)[a] && !locked(b)[c] && r.Grow(-1e-3).Overlaps(q) {
					t.Fatalf("%d: %s at %v and %s at %v overlap", seed, a, r, c, q)
				}
			}
		}
	}
}

func TestTidyKeepsTheReadingOrder(t *testing.T) {
	h, notes := newHand(t, "een", "twee", "drie", "vier", "vijf", "zes")
	for i, n := range notes {
		h.do("move", tool.Nudge(h.look(), []board.ID{n}, at(float64(i*7), float64(13*(i%2)))))
	}
	h.do("tidy", tool.Tidy(h.look(), notes))
	var got []board.ID
	for id, ok := tool.Next(h.look(), "", 1); ok && len(got) < len(notes); id, ok = tool.Next(h.look(), id, 1) {
		got = append(got, id)
	}
	if !slices.Equal(got, notes) {
		t.Errorf("read as %v, want %v", got, notes)
	}
}

func orderOf(b *board.Board) []board.ID {
	var out []board.ID
	for _, n := range b.Notes {
		out = append(out, n.ID)
	}
	return out
}

func TestStackingKeepsTheOrderOfTheRest(t *testing.T) {
	h, n := newHand(t, "een", "twee", "drie", "vier", "vijf")
	for _, c := range []struct {
		to   tool.Level
		ids  []board.ID
		want []board.ID
	}{
		{tool.ToFront, []board.ID{n[1], n[0]}, []board.ID{n[2], n[3], n[4], n[0], n[1]}},
		{tool.ToBack, []board.ID{n[3]}, []board.ID{n[3], n[2], n[4], n[0], n[1]}},
		{tool.Forward, []board.ID{n[3]}, []board.ID{n[2], n[3], n[4], n[0], n[1]}},
		{tool.Backward, []board.ID{n[1]}, []board.ID{n[2], n[3], n[4], n[1], n[0]}},
	} {
		h.do("stack", tool.Stack(h.look(), c.ids, c.to))
		if got := orderOf(h.look()); !slices.Equal(got, c.want) {
			t.Fatalf("to %v: %v, want %v", c.to, got, c.want)
		}
	}
	if tool.Stack(h.look(), []board.ID{n[0]}, tool.ToFront) != nil {
		t.Error("what lies in front already is brought there")
	}
}

func TestTurningFourTimesAQuarterIsNoTurn(t *testing.T) {
	s, step, ids := wall(t, 5)
	before := boundsOf(boardtest.Board(s, step))
	for range 4 {
		boardtest.Do(t, s, tool.Turn(boardtest.Board(s, step), ids, 90)...)
	}
	for id, r := range boundsOf(boardtest.Board(s, step)) {
		if q := before[id]; r.Center().Distance(q.Center()) > 1e-3 {
			t.Errorf("%s went from %v to %v", id, q, r)
		}
	}
}

func TestResizingKeepsTheMiddleAndStopsWhereFingersCannotFollow(t *testing.T) {
	h, notes := newHand(t, "een", "twee")
	mid := board.Point{X: 210, Y: 100}
	h.do("size", tool.Resize(h.look(), notes, 2))
	a, b := h.note(notes[0]).Rect, h.note(notes[1]).Rect
	if a.W != 400 || a.Union(b).Center() != mid {
		t.Errorf("%v and %v", a, b)
	}
	for range 20 {
		if changes := tool.Resize(h.look(), notes, 0.5); len(changes) > 0 {
			h.do("size", changes)
		}
	}
	if w := h.note(notes[0]).Rect.W; w < 59.999 || w > 60.001 {
		t.Errorf("the smallest note is %v wide", w)
	}
}
