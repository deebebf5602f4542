// Package tool turns what a hand does on a board into a preview while it moves and changes when it lets go. It knows no
// toolkit: places are in board units, and whoever draws asks for the preview.
package tool

import (
	"slices"

	"samenbord/board"
)

// Selection is what commands apply to: notes, pictures, texts, strokes and links, or one cluster by its heading. It belongs
// to a screen and is never stored.
type Selection struct {
	all     []board.ID // in the order in which they were chosen
	cluster board.ID
}

// All is what is chosen, in the order in which it was.
func (s *Selection) All() []board.ID { return slices.Clone(s.all) }

// Cluster is the chosen cluster, or "".
func (s *Selection) Cluster() board.ID { return s.cluster }

// Empty reports whether nothing is chosen.
func (s *Selection) Empty() bool { return len(s.all) == 0 && s.cluster == "" }

// Has reports whether something is chosen.
func (s *Selection) Has(id board.ID) bool { return slices.Contains(s.all, id) }

// Set chooses these and nothing else.
func (s *Selection) Set(ids ...board.ID) { *s = Selection{all: slices.Clone(ids)} }

// SetCluster chooses this cluster and nothing else.
func (s *Selection) SetCluster(c board.ID) { *s = Selection{cluster: c} }

// Add chooses more.
func (s *Selection) Add(ids ...board.ID) {
	s.cluster = ""
	for _, id := range ids {
		if !s.Has(id) {
			s.all = append(s.all, id)
		}
	}
}

// Toggle chooses something or leaves it out.
func (s *Selection) Toggle(id board.ID) {
	s.cluster = ""
	if i := slices.Index(s.all, id); i >= 0 {
		s.all = slices.Delete(s.all, i, i+1)
		return
	}
	s.all = append(s.all, id)
}

// Clear chooses nothing.
func (s *Selection) Clear() { *s = Selection{} }

// keep forgets what is no longer on the board, and what lies in its background.
func (s *Selection) keep(b *board.Board) {
	if len(s.all) > 0 {
		there := map[board.ID]bool{}
		for _, p := range pieces(b, s.all) {
			there[p.id] = p.lock != board.Background
		}
		for _, l := range b.Links {
			there[l.ID] = true
		}
		s.all = slices.DeleteFunc(s.all, func(id board.ID) bool { return !there[id] })
	}
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
