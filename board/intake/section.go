package intake

import (
	"math"
	"slices"
	"unicode/utf8"

	"samenbord/board"
)

// Room that the heading of a section takes above its notes, in board units. A large section has a larger heading, and an
// ellipse is narrow at its top.
const (
	headingRoom  = 76
	largeRoom    = 92
	ellipseRoom  = 20 // more than a rectangle
	largeSection = 900
	headingLine  = 34 // every further line of a heading
	headingEm    = 16 // about the width of a letter
	inset        = 20 // from the sides
)

// Keys of sections where the group writes what it decides. A list is what people wrote before that.
var decisions = []string{"goal", "answers", "parking"}

// answersKey is the section beside the frictions in which notes that are no frictions stand.
const answersKey = "answers"

// sections are the sections of a board that n notes of a list go to.
//
// A list does not say where in its step a note belongs, and laying it somewhere is not an opinion: Note.Section stays
// empty. So notes go where people would write them down before they are sorted. Where a board has a side for words, that
// is where they stand, and the rings or whatever else there is are for sorting them by hand. Elsewhere all sections that
// are not for pictures or for what the group decides get about the same number, in the order of the board and of the
// list: three bands of friction, rows of a personal brand, columns of a path.
func sectionsFor(b *board.Board, k Kind) []board.Section {
	choose := func(keep func(board.Section) bool) []board.Section {
		var out []board.Section
		for _, s := range b.Sections {
			if keep(s) {
				out = append(out, s)
			}
		}
		return out
	}
	if k == KindNote && b.Step.Role == board.RoleFriction {
		if answers := choose(func(s board.Section) bool { return s.Key == answersKey }); len(answers) > 0 {
			return answers
		}
	}
	if words := choose(func(s board.Section) bool { return s.Side == "words" }); len(words) > 0 {
		return words
	}
	return choose(func(s board.Section) bool { return s.Side != "images" && !slices.Contains(decisions, s.Key) })
}

// spread gives n notes places in sections, evenly and in their order, and what has no room there places elsewhere.
func (g *ground) spread(b *board.Board, sections []board.Section, n int) []board.Rect {
	free := make([][]board.Rect, len(sections))
	for i, s := range sections {
		free[i] = g.places(b, s, n)
	}
	var all []board.Rect
	for i, share := range shares(free, n) {
		all = append(all, free[i][:share]...)
	}
	g.takeAll(all)
	return append(all, g.somewhere(n-len(all))...)
}

// shares says how many of n notes each section gets: the same number as far as it has room, the earlier ones one more.
func shares(free [][]board.Rect, n int) []int {
	out := make([]int, len(free))
	for n > 0 {
		var open []int
		for i := range free {
			if out[i] < len(free[i]) {
				open = append(open, i)
			}
		}
		if len(open) == 0 {
			break
		}
		each, more := n/len(open), n%len(open)
		for j, i := range open {
			want := each
			if j < more {
				want++
			}
			want = min(want, len(free[i])-out[i])
			out[i] += want
			n -= want
		}
	}
	return out
}

// places are at most n free places for notes in a section, clear of its heading and of the sections that lie on it.
func (g *ground) places(b *board.Board, s board.Section, n int) []board.Rect {
	above := b.Sections[slices.IndexFunc(b.Sections, func(o board.Section) bool { return o.ID == s.ID })+1:]
	fits := func(r board.Rect) bool {
		return holds(s, r) && !slices.ContainsFunc(above, func(o board.Section) bool { return touches(o, r) })
	}
	head := heading(s)
	area := board.Rect{X: s.Rect.X + inset, Y: s.Rect.Y + head, W: s.Rect.W - 2*inset, H: s.Rect.H - head}
	rows := g.rows(area, n, fits)
	if s.Shape == board.ShapeEllipse {
		for _, row := range rows {
			g.center(row, fits)
		}
	}
	return flat(rows, n)
}

// heading is the room above the notes of a section.
func heading(s board.Section) float64 {
	h := headingRoom
	if min(s.Rect.W, s.Rect.H) >= largeSection {
		h = largeRoom
	}
	if s.Shape == board.ShapeEllipse {
		return float64(h + ellipseRoom)
	}
	perLine := max(s.Rect.W-2*inset, headingEm) / headingEm
	lines := math.Ceil(float64(utf8.RuneCountInString(s.Name)) / perLine)
	return float64(h) + headingLine*max(lines-1, 0)
}

// center shifts each run of notes in a row as far to the right as it has room on its left.
func (g *ground) center(row []board.Rect, fits func(board.Rect) bool) {
	for from := 0; from < len(row); {
		to := from + 1
		for to < len(row) && row[to].X == row[to-1].X+pitch {
			to++
		}
		last, room := row[to-1], 0.0
		for step := float64(nudge); ; step += nudge {
			moved := last.Move(board.Point{X: step})
			if _, taken := g.hit(moved); taken || !fits(moved) || to < len(row) && moved.X+pitch > row[to].X {
				break
			}
			room = step
		}
		for i := from; i < to; i++ {
			row[i].X += room / 2
		}
		from = to
	}
}

// holds reports whether all of r lies in a section.
func holds(s board.Section, r board.Rect) bool {
	if s.Shape != board.ShapeEllipse {
		return s.Rect.Holds(r)
	}
	m := r.Max()
	for _, p := range []board.Point{r.Min(), m, {X: r.X, Y: m.Y}, {X: m.X, Y: r.Y}} {
		if !s.Contains(p) {
			return false
		}
	}
	return true
}

// touches reports whether r lies over a section.
func touches(s board.Section, r board.Rect) bool {
	if s.Shape != board.ShapeEllipse {
		return s.Rect.Overlaps(r)
	}
	c := s.Rect.Center()
	m := r.Max()
	return s.Contains(board.Point{X: min(max(c.X, r.X), m.X), Y: min(max(c.Y, r.Y), m.Y)})
}
