package scene

import (
	"samenbord/board"
)

// Options say how a board is shown.
type Options struct {
	Palette Palette                    // the zero palette is Light
	Words   Words                      // the few texts of a board that nobody wrote
	Hints   bool                       // say in empty sections what to write there
	Hand    bool                       // letters on notes as if written by hand
	Hidden  func(board.ID) bool        // what to leave out, such as what is in the hand; nil hides nothing
	Drawn   func(board.ID) []board.Ink // what is drawn on a note; nil is what the board says
	Author  func(board.ID) string      // the name under a note; nil or "" shows none, as does a step without authors
}

// Words are the few texts of a board that nobody wrote, in the language of the workshop.
type Words struct {
	Rest string // over the notes that fit nowhere: "Nog in te delen"
}

// Layout is what a board looks like: sections at the bottom, then frames, traces, links, pictures, ink, notes with what is
// drawn on them, and loose texts.
func Layout(b *board.Board, o Options) *Scene {
	l := newLayouter(o)
	if b.Step.Anonymous {
		l.o.Author = nil
	}
	l.out = make([]Shape, 0, 9*len(b.Notes)+4*len(b.Inks)+64)
	l.sections(b)
	l.clusters(b)
	for _, t := range b.Traces {
		l.trace(t)
	}
	l.links(b)
	for _, i := range b.Images {
		l.image(i)
	}
	for _, i := range b.Inks {
		if i.On == "" {
			l.ink(i)
		}
	}
	if l.o.Drawn == nil {
		l.o.Drawn = DrawnOn(b)
	}
	for _, n := range b.Notes {
		l.note(n)
	}
	for _, t := range b.Texts {
		l.loose(t)
	}
	s := &Scene{Shapes: l.out}
	for i := range l.out {
		s.Bounds = s.Bounds.Union(s.Box(i))
	}
	return s
}

// DrawnOn tells what is drawn on each note of a board.
func DrawnOn(b *board.Board) func(note board.ID) []board.Ink {
	var on map[board.ID][]board.Ink
	for _, i := range b.Inks {
		if i.On != "" {
			if on == nil {
				on = map[board.ID][]board.Ink{}
			}
			on[i.On] = append(on[i.On], i)
		}
	}
	return func(note board.ID) []board.Ink { return on[note] }
}

// LayoutNote is what one note looks like, for a note in the hand.
func LayoutNote(n board.Note, o Options) []Shape {
	l := newLayouter(o)
	l.note(n)
	return l.out
}

// layouter collects the shapes of a board.
type layouter struct {
	o      Options
	text   setter
	fits   map[board.ID]fit
	frames map[board.ID]board.Rect
	out    []Shape
}

func newLayouter(o Options) *layouter {
	if o.Palette == (Palette{}) {
		o.Palette = Light()
	}
	return &layouter{o: o, fits: map[board.ID]fit{}, frames: map[board.ID]board.Rect{}}
}

func (l *layouter) hidden(id board.ID) bool { return l.o.Hidden != nil && l.o.Hidden(id) }

// fill draws an outline in one colour.
func (l *layouter) fill(at Place, segs []Seg, p Path) {
	p.Place, p.Segs = at, segs
	l.out = append(l.out, &p)
}

// write puts lines with their top left at p, and returns the place below them.
func (l *layouter) write(at Place, lines []Line, p board.Point, style Style) board.Point {
	for i := range lines {
		lines[i].Place = at
		lines[i].Origin = lines[i].Origin.Add(p)
		if len(lines[i].Runs) > 0 {
			l.out = append(l.out, &lines[i])
		}
	}
	return board.Point{X: p.X, Y: p.Y + style.Height(len(lines))}
}

// set breaks a text by the memory of the layouter.
func (l *layouter) set(s string, style Style, width float64) []Line {
	l.text.load(s, style.Font)
	l.text.fit(style.Size, width)
	return l.text.lines(style, width)
}
