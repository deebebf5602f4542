package board

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// ID names one object of a workshop for ever. It is the text of a version 7 UUID (RFC 9562), so newer objects sort
// behind older ones, or one of the fixed names such as [WorkshopID].
type ID string

// WorkshopID is the one object that carries the title, language and goal of the workshop itself.
const WorkshopID ID = "workshop"

// NewID returns an ID that nobody else has.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

// Actor is one writer of ops: one working copy of a workshop on one computer.
type Actor [16]byte

// NewActor returns an actor that nobody else is.
func NewActor() Actor { return Actor(uuid.New()) }

// ParseActor reads what [Actor.String] wrote.
func ParseActor(s string) (Actor, error) {
	var a Actor
	if len(s) != 2*len(a) {
		return a, fmt.Errorf("read actor: %d characters instead of %d", len(s), 2*len(a))
	}
	if _, err := hex.Decode(a[:], []byte(s)); err != nil {
		return Actor{}, fmt.Errorf("read actor: %w", err)
	}
	return a, nil
}

// String is the actor as 32 hexadecimal digits.
func (a Actor) String() string { return hex.EncodeToString(a[:]) }

// Stamp says when and by whom a field was set. Stamps are unique and totally ordered: by hybrid time first
// (Kulkarni et al., "Logical Physical Clocks", 2014), by actor where two people were equally late.
type Stamp struct {
	T     uint64 // wall clock in milliseconds since 1970, never stepping back
	N     uint64 // tells apart what happened in one millisecond
	Actor Actor
}

// Compare is negative when a is older than b, positive when it is newer, 0 when they are the same stamp.
func (a Stamp) Compare(b Stamp) int {
	return cmp.Or(cmp.Compare(a.T, b.T), cmp.Compare(a.N, b.N), compareActors(a.Actor, b.Actor))
}

// IsZero reports whether nobody ever set the field.
func (a Stamp) IsZero() bool { return a == Stamp{} }

// Time is the wall clock time of the stamp.
func (a Stamp) Time() time.Time { return time.UnixMilli(int64(a.T)) }

func compareActors(a, b Actor) int { return cmp.Compare(string(a[:]), string(b[:])) }

// clock is a hybrid logical clock: it follows the wall clock, never steps back, and is never behind what it has seen.
type clock struct{ t, n uint64 }

func (c *clock) now(wall time.Time, a Actor) Stamp {
	if ms := uint64(max(wall.UnixMilli(), 0)); ms > c.t {
		c.t, c.n = ms, 0
	} else {
		c.n++
	}
	return Stamp{c.t, c.n, a}
}

func (c *clock) see(s Stamp) {
	if s.T > c.t || s.T == c.t && s.N > c.n {
		c.t, c.n = s.T, s.N
	}
}
