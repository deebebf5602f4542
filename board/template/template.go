// Package template knows the structure of a workshop without what people wrote: steps and sections, with their hints. A
// new workshop begins with one, and any workshop can be kept as one for the next client.
//
// A template is a small JSON file, so that it can be sent to a colleague.
package template

import (
	"strings"

	"samenbord/board"
)

// Template is the structure of a workshop.
type Template struct {
	Key         string // names it for good, as in [board.Info]: lower case letters, digits and dashes
	Name        string
	Description string // one or two sentences, or ""
	Lang        string // language of its words, "nl" or "en"
	Steps       []Step
}

// Step is one step of a template; see [board.Step].
type Step struct {
	Name        string
	Role        board.Role
	Instruction string // one line, for everybody
	Hint        string // for the facilitator only
	Minutes     float64
	Silent      bool
	Anonymous   bool
	Votes       float64
	Sections    []Section // what comes later lies on top
}

// Section is a named area on the board of a step; see [board.Section].
type Section struct {
	Key     string
	Heading string
	Hint    string
	Side    string // "words", "images" or ""
	Color   string
	Shape   board.Shape
	Rect    board.Rect
}

// Changes are the changes that make a new workshop of the template. Of info, what is empty is filled in: the title with
// the name of the template, the language with its language, and where it came from.
func (t Template) Changes(info board.Info) []board.Change {
	if info.Title == "" {
		info.Title = t.Name
	}
	if info.Lang == "" {
		info.Lang = t.Lang
	}
	if info.Template == "" {
		info.Template = t.Key
	}
	changes := []board.Change{board.Create(info)}
	for i, order := range board.Orders("", len(t.Steps)) {
		changes = append(changes, t.Steps[i].changes(order)...)
	}
	return changes
}

func (s Step) changes(order string) []board.Change {
	step := board.Step{
		ID: board.NewID(), Order: order, Role: s.Role, Name: s.Name, Instruction: s.Instruction, Hint: s.Hint,
		Minutes: s.Minutes, Silent: s.Silent, Anonymous: s.Anonymous, Votes: s.Votes,
	}
	changes := []board.Change{board.Create(step)}
	for i, order := range board.Orders("", len(s.Sections)) {
		x := s.Sections[i]
		changes = append(changes, board.Create(board.Section{
			ID: board.NewID(), Step: step.ID, Order: order, Rect: x.Rect, Shape: x.Shape, Name: x.Heading, Hint: x.Hint,
			Color: x.Color, Key: x.Key, Side: x.Side,
		}))
	}
	return changes
}

// Of is the template that a workshop makes: its steps and sections with their hints, without notes, people and plan.
// name is what the template will be called, "" for the title of the workshop.
func Of(w *board.Workshop, name string) Template {
	info := w.Info()
	if name = strings.TrimSpace(name); name == "" {
		name = info.Title
	}
	t := Template{Key: slug(name), Name: name, Lang: info.Lang}
	for _, s := range w.Steps() {
		step := Step{
			Name: s.Name, Role: s.Role, Instruction: s.Instruction, Hint: s.Hint, Minutes: s.Minutes, Silent: s.Silent,
			Anonymous: s.Anonymous, Votes: s.Votes,
		}
		for _, x := range w.Board(s.ID).Sections {
			step.Sections = append(step.Sections, Section{
				Key: x.Key, Heading: x.Name, Hint: x.Hint, Side: x.Side, Color: x.Color, Shape: x.Shape, Rect: x.Rect,
			})
		}
		t.Steps = append(t.Steps, step)
	}
	return t.mended()
}
