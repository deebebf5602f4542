package export

import (
	"time"

	"samenbord/assets"
	"samenbord/board"
)

// Options of an export. The zero value speaks the language of the workshop.
type Options struct {
	// Lang is "nl" or "en"; "" is the language of the workshop.
	Lang string
	// Date is printed and stands in the metadata. Zero is the date of the workshop, or else of its last change.
	Date time.Time
	// Blob returns the bytes of a picture on a board by its hash. A picture that cannot be had is shown as an empty
	// frame with its description.
	Blob func(hash string) ([]byte, error)
}

// Report is all of a workshop that an export shows, copied at one moment.
type Report struct {
	words  *assets.Dictionary
	info   board.Info
	date   time.Time
	people map[board.ID]string // names
	boards []*board.Board      // of all steps, in their order
	plan   board.Plan
	byID   map[board.ID]placed // the notes
	blob   func(hash string) ([]byte, error)
}

// Copy makes a report of a workshop as it stands. It is quick, and the report does not need the workshop any more, so
// that people can go on working while it is drawn.
func Copy(w *board.Workshop, o Options) *Report {
	r := &Report{info: w.Info(), date: o.Date, plan: w.Plan(), blob: o.Blob}
	r.people, r.byID = map[board.ID]string{}, map[board.ID]placed{}
	lang := o.Lang
	if lang == "" {
		lang = r.info.Lang
	}
	r.words = assets.Words(lang)
	for _, p := range w.People() {
		r.people[p.ID] = p.Name
	}
	for _, s := range w.Steps() {
		on := w.Board(s.ID).Used()
		r.boards = append(r.boards, on)
		for _, n := range on.Notes {
			r.byID[n.ID] = placed{n, on}
		}
	}
	if r.date.IsZero() {
		r.date = dateOf(w)
	}
	return r
}

// placed is a note with the board it stands on.
type placed struct {
	board.Note
	on *board.Board
}

// dateOf is the date of the workshop, or else of its last change.
func dateOf(w *board.Workshop) time.Time {
	if day, ok := parseDay(w.Info().Date); ok {
		return day
	}
	var last board.Stamp
	for _, o := range w.Objects() {
		for _, c := range o.Cells {
			if c.At.Compare(last) > 0 {
				last = c.At
			}
		}
	}
	return last.Time().UTC()
}

func parseDay(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// title is the name of the workshop.
func (r *Report) title() string {
	if t := oneLine(r.info.Title); t != "" {
		return t
	}
	return r.words.T("file.untitled")
}

// author is who the PDF says it is from: the client, or else the program. Nobody in the room is named as an author.
func (r *Report) author() string {
	if c := oneLine(r.info.Client); c != "" {
		return c
	}
	return r.words.T("app.name")
}

// day is a date in words.
func (r *Report) day(t time.Time) string {
	return r.words.T("pdf.day", t.Day(), r.words.T("month."+t.Format("01")), t.Year())
}

// due is the day by which an action is to be done, "" while open. What is no date stands as it was written.
func (r *Report) due(a board.Action) string {
	if t, ok := parseDay(a.Due); ok {
		return r.day(t)
	}
	return oneLine(a.Due)
}

// owners are the names of the people who carry an action.
func (r *Report) owners(a board.Action) []string {
	var names []string
	for _, id := range a.Owners {
		if n := oneLine(r.people[id]); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// notes is how many notes there are on all boards.
func (r *Report) notes() int {
	n := 0
	for _, b := range r.boards {
		n += len(b.Notes)
	}
	return n
}

// clustersWithNotes are the clusters of a board that hold notes, in their order, those for what fits nowhere last.
func clustersWithNotes(b *board.Board) []group {
	var named, rest []group
	loose := group{notes: b.Members("")}
	for _, c := range b.Clusters {
		g := group{c, b.Members(c.ID)}
		switch {
		case len(g.notes) == 0:
		case c.Rest:
			rest = append(rest, g)
		default:
			named = append(named, g)
		}
	}
	known := map[board.ID]bool{"": true}
	for _, c := range b.Clusters {
		known[c.ID] = true
	}
	for _, n := range b.Notes {
		if !known[n.Cluster] { // its cluster was removed, or stands on another board
			loose.notes = append(loose.notes, n)
		}
	}
	named = append(named, rest...)
	if len(loose.notes) > 0 {
		named = append(named, loose)
	}
	return named
}

// group is a cluster with its notes; without an ID it holds the notes of no cluster.
type group struct {
	board.Cluster
	notes []board.Note
}
