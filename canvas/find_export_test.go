package canvas

import (
	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// Trail is where people were.
type Trail struct{ t trail }

// Spot is a step and what is seen of it.
type Spot = spot

// NewSpot is a place on the board of a step.
func NewSpot(step board.ID, x float64) Spot {
	return spot{step: step, view: tile.View{At: board.Point{X: x}, Zoom: 1}}
}

// X is how far to the right a spot is.
func (s spot) X() float64 { return s.view.At.X }

// Leave, Back and Forth are those of the trail, on steps that are all there except the step "gone".
func (t *Trail) Leave(s Spot) { t.t.leave(s) }

// Back goes back.
func (t *Trail) Back(now Spot) (Spot, bool) { return t.t.back(now, there) }

// Forth goes forward again.
func (t *Trail) Forth(now Spot) (Spot, bool) { return t.t.forth(now, there) }

func there(step board.ID) bool { return step != "gone" }

// Deck is a presentation without a window.
type Deck struct{ *deck }

// NewDeck is a presentation of boards.
func NewDeck(boards ...*board.Board) *Deck { return &Deck{newDeck(boards)} }

// Slide is what is shown: of which step and group it is, how many notes are on it, and which of them is shown alone.
func (d *Deck) Slide() (step, name string, notes int, alone string) {
	s := d.slide()
	n, _ := d.alone()
	return s.board.Step.Name, s.name, len(s.notes), n.Text
}

// Texts are the texts of the notes on the slide.
func (d *Deck) Texts() []string {
	var out []string
	for _, n := range d.slide().notes {
		out = append(out, n.Text)
	}
	return out
}

// Next goes on.
func (d *Deck) Next() bool { return d.next() }

// Previous goes back.
func (d *Deck) Previous() bool { return d.previous() }

// Turn shows a note alone, or the slide again.
func (d *Deck) Turn() bool { return d.turn() }

// Renew shows the boards as they now stand.
func (d *Deck) Renew(boards ...*board.Board) { d.renew(boards) }

// Place is which of the slides of the step is shown.
func (d *Deck) Place() (n, of int) { return d.place() }

// Spread puts notes beside each other as a slide does.
func Spread(notes []board.Note, aspect float64) []board.Note { return spread(notes, aspect) }

// Presented is what the presentation shows: the words over the slide and the note that is alone; false while there is no
// presentation.
func (b *Bench) Presented() (name, text string, alone board.ID, ok bool) {
	p := b.w.desk.showing
	if p == nil {
		return "", "", "", false
	}
	c := p.shown.caption
	return c.name, c.text, p.shown.alone, true
}

// PresentTap taps on the presentation.
func (b *Bench) PresentTap(x, y float32) {
	b.w.desk.showing.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
}

// PresentSwipe goes over the presentation with a finger.
func (b *Bench) PresentSwipe(from, to float32) {
	p := b.w.desk.showing
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 300)}, Dragged: fyne.NewDelta(to-from, 0)})
	p.DragEnd()
}

// PresentedNote is where a note is seen on the slide.
func (b *Bench) PresentedNote(id board.ID) (x, y float32) {
	s := b.w.desk.showing.shown.sheet
	n, _ := s.board.Note(id)
	at := position(s.view.Screen(n.Rect.Center()))
	return at.X, at.Y
}

// PresentFooter reports whether the row at the bottom of the presentation is seen.
func (b *Bench) PresentFooter() bool { return b.w.desk.showing.foot.clear == 0 }

// PresentSleep lets the row at the bottom go away, as after a while.
func (b *Bench) PresentSleep() { b.w.desk.showing.foot.sleep() }

// View is what is seen of the board.
func (b *Bench) View() tile.View { return b.w.desk.surface.goal() }

// GoBack and GoForth are the commands.
func (b *Bench) GoBack() { b.w.desk.do(cmdBack) }

// GoForth goes forward again.
func (b *Bench) GoForth() { b.w.desk.do(cmdForth) }

// OpenFind opens the panel that looks for text.
func (b *Bench) OpenFind() { b.w.desk.openFind() }

// Finding reports whether that panel is open.
func (b *Bench) Finding() bool { return b.w.desk.finding != nil }

// Cluster is the chosen cluster.
func (b *Bench) Cluster() board.ID { return b.w.desk.surface.hand.Selection.Cluster() }
