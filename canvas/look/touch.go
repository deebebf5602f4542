package look

import (
	"math"

	"fyne.io/fyne/v2"
)

// Touch lets a finger that trembles still tap: Fyne takes a contact that moves by more than 2 units for a drag and tells
// no tap. It is embedded in what can be tapped, which calls Lift in its DragEnd.
type Touch struct {
	Scroll *Scroll // what a finger that goes further moves; nil for none

	from, at fyne.Position
	down     bool
	far      bool
}

// slop is how far a finger may go while it taps something in a list, in screen units.
const slop = 10

// Dragged implements [fyne.Draggable].
func (t *Touch) Dragged(e *fyne.DragEvent) {
	if !t.down {
		t.down, t.far, t.from = true, false, e.Position.Subtract(e.Dragged)
	}
	t.at = e.Position
	d := t.at.Subtract(t.from)
	if math.Hypot(float64(d.X), float64(d.Y)) > slop {
		t.far = true
	}
	if t.far && t.Scroll != nil {
		t.Scroll.Dragged(e)
	}
}

// Lift ends the contact and reports whether it was a tap on something of a size.
func (t *Touch) Lift(size fyne.Size) bool {
	was := t.down
	t.down = false
	in := t.at.X >= 0 && t.at.Y >= 0 && t.at.X < size.Width && t.at.Y < size.Height
	return was && in && !(t.Scroll != nil && t.far)
}
