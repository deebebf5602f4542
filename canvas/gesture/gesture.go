// Package gesture tells taps, double taps, long presses and drags of one contact apart. It knows no toolkit and no
// timer: the clock is given, and whoever owns a timer calls Hold when a contact has rested long enough.
//
// Nothing waits: a tap is told at once, and a second tap soon after it is told as a double tap instead of a tap.
package gesture

import (
	"time"

	"samenbord/board"
)

// What a hand can do without meaning to, in screen units, and how long it takes.
const (
	Slop       = 10                     // a contact that moves less than this is still standing
	TapSlop    = 3 * Slop               // two taps within this are at one place
	DoubleTime = 400 * time.Millisecond // between the ends of the two taps
	LongTime   = 500 * time.Millisecond // a still contact that is down this long
)

// Kind says what the contact did.
type Kind int

// What a contact can do. A drag is DragStart, any number of Drag, then DragEnd or DragCancel.
const (
	None Kind = iota
	Tap
	DoubleTap
	LongPress
	DragStart
	Drag
	DragEnd
	DragCancel
)

// Event is something that a contact did. At is where it is now and From where it came down, both in screen units.
type Event struct {
	Kind     Kind
	At, From board.Point
}

// Recognizer follows one contact. It is used from one goroutine.
type Recognizer struct {
	now   func() time.Time
	state state
	from  board.Point
	last  board.Point // end of the latest single tap
	ended time.Time   // when that was; zero when the next tap cannot be a second one
}

type state int

const (
	idle state = iota
	pressed
	dragging
	spent // told as a long press; what follows means nothing until the next contact
)

// New returns a recogniser that reads the time from now.
func New(now func() time.Time) *Recognizer { return &Recognizer{now: now} }

// Down begins a contact. A contact that is still open is given up first.
func (r *Recognizer) Down(p board.Point) Event {
	e := r.Cancel()
	r.state, r.from = pressed, p
	return e
}

// Move tells that the contact went to p.
func (r *Recognizer) Move(p board.Point) Event {
	switch {
	case r.state == dragging:
		return Event{Drag, p, r.from}
	case r.state == pressed && p.Distance(r.from) >= Slop:
		r.state, r.ended = dragging, time.Time{}
		return Event{DragStart, p, r.from}
	}
	return Event{}
}

// Up ends the contact at p.
func (r *Recognizer) Up(p board.Point) Event {
	was := r.state
	r.state = idle
	switch was {
	case dragging:
		return Event{DragEnd, p, r.from}
	case pressed:
		return r.tap(p)
	}
	return Event{}
}

func (r *Recognizer) tap(p board.Point) Event {
	now := r.now()
	second := !r.ended.IsZero() && now.Sub(r.ended) <= DoubleTime && p.Distance(r.last) <= TapSlop
	if second {
		r.ended = time.Time{}
		return Event{DoubleTap, p, r.from}
	}
	r.last, r.ended = p, now
	return Event{Tap, p, r.from}
}

// Hold tells that the contact has been down for LongTime. It means something only while the contact stands still.
func (r *Recognizer) Hold() Event {
	if r.state != pressed {
		return Event{}
	}
	r.state, r.ended = spent, time.Time{}
	return Event{LongPress, r.from, r.from}
}

// Cancel gives the contact up, as when the window loses it.
func (r *Recognizer) Cancel() Event {
	was := r.state
	r.state = idle
	if was == dragging {
		return Event{DragCancel, r.from, r.from}
	}
	return Event{}
}

// Dragging reports whether a drag is under way.
func (r *Recognizer) Dragging() bool { return r.state == dragging }
