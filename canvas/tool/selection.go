// Package tool turns what a hand does on a board into a preview while it moves and changes when it lets go. It knows no
// toolkit: places are in board units, and whoever draws asks for the preview.
package tool

import (
	"slices"

	"samenbord/board"
)

// Selection is what commands apply to: notes, or one cluster by its heading. It belongs to a screen and is never stored.
type Selection struct {
	notes   []board.ID // in the order in which they were chosen
	cluster board.ID
}

// Notes are the chosen notes in the order in which they were chosen.
func (s *Selection) Notes() []board.ID { return slices.Clone(s.notes) }

// Cluster is the chosen cluster, or "".
func (s *Selection) Cluster() board.ID { return s.cluster }

// Empty reports whether nothing is chosen.
func (s *Selection) Empty() bool { return len(s.notes) == 0 && s.cluster == "" }

// Has reports whether a note is chosen.
func (s *Selection) Has(note board.ID) bool { return slices.Contains(s.notes, note) }

// Set chooses these notes and nothing else.
func (s *Selection) Set(notes ...board.ID) { *s = Selection{notes: slices.Clone(notes)} }

// SetCluster chooses this cluster and nothing else.
func (s *Selection) SetCluster(c board.ID) { *s = Selection{cluster: c} }

// Add chooses more notes.
func (s *Selection) Add(notes ...board.ID) {
	s.cluster = ""
	for _, id := range notes {
		if !s.Has(id) {
			s.notes = append(s.notes, id)
		}
	}
}

// Toggle chooses a note or leaves it out.
func (s *Selection) Toggle(note board.ID) {
	s.cluster = ""
	if i := slices.Index(s.notes, note); i >= 0 {
		s.notes = slices.Delete(s.notes, i, i+1)
		return
	}
	s.notes = append(s.notes, note)
}

// Clear chooses nothing.
func (s *Selection) Clear() { *s = Selection{} }

// keep forgets what is no longer on the board.
func (s *Selection) keep(b *board.Board) {
	there := map[board.ID]bool{}
	for _, n := range b.Notes {
		there[n.ID] = true
	}
	s.notes = slices.DeleteFunc(s.notes, func(id board.ID) bool { return !there[id] })
	if _, ok := clusterOn(b, s.cluster); !ok {
		s.cluster = ""
	}
}

func clusterOn(b *board.Board, id board.ID) (board.Cluster, bool) {
	for _, c := range b.Clusters {
		if c.ID == id {
			return c, true
		}
	}
	return board.Cluster{}, false
}
