package cluster

import (
	"cmp"
	"slices"

	"samenbord/board"
)

// Note is what counts for grouping.
type Note struct {
	ID   board.ID
	Text string
}

// Options of grouping. The zero value is good.
type Options struct {
	Resolution float64 // more groups above 1, fewer below; 0 is 1
	Smallest   int     // notes that make a group; 0 is 3
}

// Group is notes that belong together.
type Group struct {
	Name     string     // a phrase of one to three words as people wrote it, distinct over the result
	Subtitle string     // the most central note, on one line
	Notes    []board.ID // the most central first
}

// Result of grouping: every note once.
type Result struct {
	Groups []Group    // the largest first
	Rest   []board.ID // notes that fit nowhere, by ID
}

// crowding makes groups on a small board finer: there each note has a good part of all others for neighbours.
const crowding = 12

// Suggest groups notes and names the groups. The same notes give the same result in whatever order they come.
func Suggest(notes []Note, o Options) Result { return suggest(notes, o, nil) }

// suggest is [Suggest] that leaves the names in taken to others.
func suggest(notes []Note, o Options, taken []string) Result {
	if o.Resolution <= 0 {
		o.Resolution = 1
	}
	if o.Smallest <= 0 {
		o.Smallest = 3
	}
	notes = slices.Clone(notes)
	slices.SortFunc(notes, func(a, b Note) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text)) })
	all := make([]string, len(notes))
	for i, n := range notes {
		all[i] = n.Text
	}
	texts := read(all)
	m := compare(newLikeness(texts))
	groups, rest := gather(m, communities(neighbours(m), o.Resolution*(1+crowding/float64(max(1, len(notes))))), o.Smallest)
	names := nameAll(texts, groups, taken)
	var r Result
	for i, g := range groups {
		group := Group{Name: names[i], Subtitle: oneLine(notes[g[0]].Text)}
		for _, n := range g {
			group.Notes = append(group.Notes, notes[n].ID)
		}
		r.Groups = append(r.Groups, group)
	}
	for _, n := range rest {
		r.Rest = append(r.Rest, notes[n].ID)
	}
	return r
}
