package gesture_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/canvas/gesture"
)

// hand is a contact with a clock that moves only when told to.
type hand struct {
	*gesture.Recognizer
	at time.Time
}

func newHand() *hand {
	h := &hand{at: time.Date(2027, 1, 15, 9, 0, 0, 0, time.UTC)}
	h.Recognizer = gesture.New(func() time.Time { return h.at })
	return h
}

func (h *hand) wait(ms int) { h.at = h.at.Add(time.Duration(ms) * time.Millisecond) }

func at(x, y float64) board.Point { return board.Point{X: x, Y: y} }

func want(t *testing.T, got gesture.Event, kind gesture.Kind) {
	t.Helper()
	if got.Kind != kind {
		t.Fatalf("got %+v, want kind %d", got, kind)
	}
}

func TestTapIsToldAtOnce(t *testing.T) {
	h := newHand()
	want(t, h.Down(at(5, 5)), gesture.None)
	want(t, h.Move(at(9, 8)), gesture.None)
	e := h.Up(at(9, 8))
	want(t, e, gesture.Tap)
	if e.From != at(5, 5) || e.At != at(9, 8) {
		t.Errorf("tap at %v from %v", e.At, e.From)
	}
}

func TestSecondTapSoonAfterIsADoubleTap(t *testing.T) {
	h := newHand()
	for i, kind := range []gesture.Kind{gesture.Tap, gesture.DoubleTap, gesture.Tap, gesture.DoubleTap} {
		h.Down(at(5, 5))
		h.wait(80)
		if got := h.Up(at(6, 6)); got.Kind != kind {
			t.Fatalf("tap %d is %d, want %d", i, got.Kind, kind)
		}
		h.wait(100)
	}
}

func TestTapsFarApartAreTwoTaps(t *testing.T) {
	for name, next := range map[string]func(*hand){
		"in time":  func(h *hand) { h.wait(500); h.Down(at(5, 5)) },
		"in place": func(h *hand) { h.wait(50); h.Down(at(80, 5)) },
	} {
		h := newHand()
		h.Down(at(5, 5))
		h.Up(at(5, 5))
		next(h)
		to := at(5, 5)
		if name == "in place" {
			to = at(80, 5)
		}
		if got := h.Up(to); got.Kind != gesture.Tap {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestDragBeginsBeyondTheSlop(t *testing.T) {
	h := newHand()
	h.Down(at(0, 0))
	want(t, h.Move(at(gesture.Slop-1, 0)), gesture.None)
	e := h.Move(at(gesture.Slop, 0))
	want(t, e, gesture.DragStart)
	if e.From != at(0, 0) {
		t.Errorf("the drag starts at %v", e.From)
	}
	want(t, h.Move(at(1, 0)), gesture.Drag)
	want(t, h.Up(at(2, 0)), gesture.DragEnd)
	want(t, h.Move(at(90, 0)), gesture.None)
}

func TestDragBetweenTapsMakesNoDoubleTap(t *testing.T) {
	h := newHand()
	h.Down(at(0, 0))
	h.Up(at(0, 0))
	h.Down(at(0, 0))
	h.Move(at(40, 0))
	h.Up(at(0, 0))
	h.Down(at(0, 0))
	want(t, h.Up(at(0, 0)), gesture.Tap)
}

func TestLongPressEndsTheContact(t *testing.T) {
	h := newHand()
	h.Down(at(5, 5))
	want(t, h.Hold(), gesture.LongPress)
	want(t, h.Move(at(90, 5)), gesture.None)
	want(t, h.Up(at(90, 5)), gesture.None)
	h.Down(at(5, 5))
	h.Move(at(90, 5))
	want(t, h.Hold(), gesture.None)
}

func TestCancelledDragIsToldOnce(t *testing.T) {
	h := newHand()
	h.Down(at(0, 0))
	h.Move(at(50, 0))
	want(t, h.Cancel(), gesture.DragCancel)
	want(t, h.Cancel(), gesture.None)
	want(t, h.Up(at(50, 0)), gesture.None)
}

// Whatever a contact does, a drag that begins also ends, once, and nothing else is told in between.
func TestEveryDragEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	h := newHand()
	open := false
	for range 20_000 {
		h.wait(r.IntN(200))
		p := at(r.Float64()*30, r.Float64()*30)
		var e gesture.Event
		switch r.IntN(5) {
		case 0:
			e = h.Down(p)
		case 1, 2:
			e = h.Move(p)
		case 3:
			e = h.Up(p)
		default:
			e = h.Hold()
		}
		switch e.Kind {
		case gesture.DragStart:
			if open {
				t.Fatal("a drag began within a drag")
			}
			open = true
		case gesture.DragEnd, gesture.DragCancel:
			if !open {
				t.Fatal("a drag ended that never began")
			}
			open = false
		case gesture.Tap, gesture.DoubleTap, gesture.LongPress:
			if open {
				t.Fatalf("%d within a drag", e.Kind)
			}
		}
		if open != h.Dragging() {
			t.Fatal("Dragging does not say what was told")
		}
	}
}
