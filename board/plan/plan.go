// Package plan drafts the acquisition plan from what a group wrote: the goal, a theme for each cluster of the plan
// step, its notes as action items, and the frictions as conditions that the organisation must meet.
//
// A draft only adds. What people wrote, moved, renamed or removed stays as they left it, however often a plan is
// drafted.
package plan

import (
	"strings"

	"samenbord/board"
)

// Nearness compares texts by meaning: it returns how near text i is to text j, 0 for nothing in common, 1 for the same.
type Nearness func(texts []string) func(i, j int) float64

// Words are the few texts that a draft writes itself, in the language of the workshop.
type Words struct {
	Actions        string // theme of the actions where nothing was clustered
	OtherActions   string // theme of the actions of no cluster
	Frictions      string // condition that gathers the frictions where nothing was clustered
	OtherFrictions string // condition that gathers the frictions of no cluster
}

// WordsFor returns the words in a language, "nl" or "en"; in Dutch where the language is another.
func WordsFor(lang string) Words {
	if lang == "en" {
		return Words{"Actions", "Other actions", "Frictions", "Other frictions"}
	}
	return Words{"Acties", "Overige acties", "Knuppels", "Overige knuppels"}
}

// ownWords reports whether a name is one that a draft gives by itself, or empty.
func ownWords(name string) bool {
	for _, lang := range []string{"nl", "en"} {
		w := WordsFor(lang)
		if name == w.Actions || name == w.OtherActions || name == w.Frictions || name == w.OtherFrictions {
			return true
		}
	}
	return name == ""
}

// Counts says how far the plan is.
type Counts struct {
	Themes, Actions, ActionsWithSources, UnusedNotes int
}

// Count counts what is in the plan, and the notes that are not.
func Count(w *board.Workshop) Counts {
	p := w.Plan()
	c := Counts{UnusedNotes: len(Unused(w))}
	for _, t := range p.Themes {
		if t.ID != "" {
			c.Themes++
		}
	}
	for _, a := range p.Actions() {
		c.Actions++
		if len(a.Sources) > 0 {
			c.ActionsWithSources++
		}
	}
	return c
}

// Unused returns the notes that neither the goal, nor an action, nor a condition of the plan came from, step by step in
// reading order. Empty notes say nothing and are left out.
func Unused(w *board.Workshop) []board.Note {
	used := w.Plan().Used()
	var out []board.Note
	for _, s := range w.Steps() {
		for _, n := range written(w, s) {
			if !used[n.ID] {
				out = append(out, n)
			}
		}
	}
	return out
}

// written returns the notes of a step that say something, in reading order.
func written(w *board.Workshop, s board.Step) []board.Note {
	var out []board.Note
	for _, n := range w.Board(s.ID).Notes {
		if strings.TrimSpace(n.Text) != "" {
			out = append(out, n)
		}
	}
	board.SortReading(out)
	return out
}
