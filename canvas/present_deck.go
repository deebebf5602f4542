package canvas

import (
	"slices"

	"samenbord/board"
)

// slideKind says what a slide of a presentation shows.
type slideKind int

const (
	wholeBoard slideKind = iota // a step as a whole, with what it asks of everybody
	ofCluster                   // the notes of a cluster
	ofSection                   // the notes of a section that are in no cluster
	loose                       // the notes that are in neither
)

// perSlide is how many notes a slide shows at most, so that they can be read from the last row of chairs.
const perSlide = 15

// slide is what a presentation shows at one moment, before one of its notes is shown alone.
type slide struct {
	kind  slideKind
	board *board.Board
	group board.ID     // the cluster or the section
	name  string       // of the step, the cluster or the section; "" for notes without
	all   int          // notes in the group
	notes []board.Note // those on this slide, in reading order
	page  int          // of a group that takes several slides, counting from 0
	pages int
}

// same reports whether two slides show the same part of a workshop, whatever has changed in it.
func (s slide) same(t slide) bool {
	return s.kind == t.kind && s.board.Step.ID == t.board.Step.ID && s.group == t.group && s.page == t.page
}

// slidesOf is how a step is told: all of it, each of its clusters, the notes of each section, and the notes in neither.
func slidesOf(b *board.Board) []slide {
	out := []slide{{kind: wholeBoard, board: b, name: b.Step.Name, all: len(b.Notes), notes: reading(b.Notes), pages: 1}}
	for _, c := range readingClusters(b) {
		out = append(out, pagesOf(slide{kind: ofCluster, board: b, group: c.ID, name: c.Name}, b.Members(c.ID))...)
	}
	in, free := looseNotes(b)
	for _, s := range readingSections(b) {
		out = append(out, pagesOf(slide{kind: ofSection, board: b, group: s.ID, name: s.Name}, in[s.ID])...)
	}
	return append(out, pagesOf(slide{kind: loose, board: b}, free)...)
}

// pagesOf spreads the notes of a group evenly over as few slides as they need; no notes need none.
func pagesOf(s slide, notes []board.Note) []slide {
	var out []slide
	s.all, s.pages = len(notes), (len(notes)+perSlide-1)/perSlide
	for s.page = range s.pages {
		s.notes = notes[s.page*len(notes)/s.pages : (s.page+1)*len(notes)/s.pages]
		out = append(out, s)
	}
	return out
}

func reading(notes []board.Note) []board.Note {
	out := slices.Clone(notes)
	board.SortReading(out)
	return out
}

// inReading sorts things on a board as people read their rectangles.
func inReading[T any](things []T, place func(T) (board.ID, board.Rect)) []T {
	at := map[board.ID]T{}
	var stand []board.Note
	for _, t := range things {
		id, r := place(t)
		at[id] = t
		stand = append(stand, board.Note{ID: id, Rect: r})
	}
	board.SortReading(stand)
	var out []T
	for _, s := range stand {
		out = append(out, at[s.ID])
	}
	return out
}

// readingClusters are the clusters as people read them, those of the notes that fit nowhere last.
func readingClusters(b *board.Board) []board.Cluster {
	out := inReading(b.Clusters, func(c board.Cluster) (board.ID, board.Rect) { return c.ID, b.Frame(c) })
	slices.SortStableFunc(out, func(x, y board.Cluster) int {
		switch {
		case x.Rest == y.Rest:
			return 0
		case x.Rest:
			return 1
		}
		return -1
	})
	return out
}

func readingSections(b *board.Board) []board.Section {
	return inReading(b.Sections, func(s board.Section) (board.ID, board.Rect) { return s.ID, s.Rect })
}

// looseNotes are the notes without a cluster by the section in which they lie, and those that lie in none.
func looseNotes(b *board.Board) (in map[board.ID][]board.Note, free []board.Note) {
	in = map[board.ID][]board.Note{}
	clusters := map[board.ID]bool{}
	for _, c := range b.Clusters {
		clusters[c.ID] = true
	}
	for _, n := range reading(b.Notes) {
		if clusters[n.Cluster] {
			continue
		}
		if s, ok := b.SectionAt(n.Rect.Center()); ok {
			in[s.ID] = append(in[s.ID], n)
		} else {
			free = append(free, n)
		}
	}
	return in, free
}

// deck is a presentation as far as it has come: all of its slides, and which of them is shown.
type deck struct {
	slides []slide
	at     int
	note   int // the note of the slide that is shown alone, counting from 0; -1 for none
}

func newDeck(boards []*board.Board) *deck {
	d := &deck{note: -1}
	for _, b := range boards {
		d.slides = append(d.slides, slidesOf(b)...)
	}
	return d
}

func (d *deck) slide() slide { return d.slides[d.at] }

// alone is the note that is shown alone.
func (d *deck) alone() (board.Note, bool) {
	if d.note < 0 {
		return board.Note{}, false
	}
	return d.slide().notes[d.note], true
}

// next goes on to the next note where one is shown alone, else to the next slide, of the next step behind the last one of
// a step. It reports whether there was one.
func (d *deck) next() bool {
	switch {
	case d.note >= 0 && d.note+1 < len(d.slide().notes):
		d.note++
	case d.at+1 < len(d.slides):
		d.at, d.note = d.at+1, -1
	default:
		return false
	}
	return true
}

// previous goes back as next goes on; from the first note of a slide to the slide itself.
func (d *deck) previous() bool {
	switch {
	case d.note >= 0:
		d.note--
	case d.at > 0:
		d.at--
	default:
		return false
	}
	return true
}

// open shows a note of the slide alone.
func (d *deck) open(id board.ID) bool {
	i := slices.IndexFunc(d.slide().notes, func(n board.Note) bool { return n.ID == id })
	if i < 0 {
		return false
	}
	d.note = i
	return true
}

// turn shows the first note of the slide alone, or the slide again.
func (d *deck) turn() bool {
	switch {
	case d.note >= 0:
		d.note = -1
	case len(d.slide().notes) > 0:
		d.note = 0
	default:
		return false
	}
	return true
}

// span is the first and the last slide of the shown step.
func (d *deck) span() (first, last int) {
	step := d.slide().board.Step.ID
	first, last = d.at, d.at
	for first > 0 && d.slides[first-1].board.Step.ID == step {
		first--
	}
	for last+1 < len(d.slides) && d.slides[last+1].board.Step.ID == step {
		last++
	}
	return first, last
}

// place is which of the slides of its step is shown, counting from 1, and how many there are.
func (d *deck) place() (n, of int) {
	first, last := d.span()
	return d.at - first + 1, last - first + 1
}

// home and end go to the first and the last slide of the step.
func (d *deck) home() { d.at, _ = d.span(); d.note = -1 }
func (d *deck) end()  { _, d.at = d.span(); d.note = -1 }

// goTo shows a step, or a cluster of it where group is one.
func (d *deck) goTo(step, group board.ID) {
	for i, s := range d.slides {
		if s.board.Step.ID == step && (s.kind == wholeBoard || group != "" && s.group == group && s.page == 0) {
			d.at, d.note = i, -1
			if s.group == group {
				return
			}
		}
	}
}

// renew shows the workshop as it now stands, and stays where people are as far as that is still there.
func (d *deck) renew(boards []*board.Board) {
	was := *d
	*d = *newDeck(boards)
	if len(d.slides) == 0 {
		*d = was
		return
	}
	now := was.slide()
	d.goTo(now.board.Step.ID, "")
	if i := slices.IndexFunc(d.slides, now.same); i >= 0 {
		d.at = i
	}
	if n, ok := was.alone(); ok {
		d.open(n.ID)
	}
}
