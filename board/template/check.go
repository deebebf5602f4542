package template

import (
	"fmt"
	"math"
	"slices"

	"samenbord/board"
)

// Limits on what a template may hold, far above what a workshop needs.
const (
	maxSteps    = 100
	maxSections = 200 // of one step
	maxMinutes  = 10_000
	maxVotes    = 1_000
)

var (
	roles = []board.Role{
		"", board.RoleGoals, board.RoleBrand, board.RoleFriction, board.RolePlatform, board.RolePlan, board.RoleSafeguard,
	}
	shapes = []board.Shape{board.ShapeRect, board.ShapeEllipse}
	sides  = []string{"", "words", "images"}
	colors = append([]string{"", board.Dark}, board.Colors...)
)

// check returns why a template cannot be used.
func (t Template) check() error {
	switch {
	case t.Key == "" || slug(t.Key) != t.Key:
		return fmt.Errorf("the key %q is not made of lower case letters, digits and dashes", t.Key)
	case t.Name == "":
		return fmt.Errorf("no name")
	case len(t.Steps) > maxSteps:
		return fmt.Errorf("%d steps, at most %d", len(t.Steps), maxSteps)
	}
	if err := checkTexts(t.Name, t.Description, t.Lang); err != nil {
		return err
	}
	for i, s := range t.Steps {
		if err := s.check(); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	return nil
}

func (s Step) check() error {
	switch {
	case !slices.Contains(roles, s.Role):
		return fmt.Errorf("unknown role %q", s.Role)
	case !within(s.Minutes, 0, maxMinutes):
		return fmt.Errorf("%v minutes", s.Minutes)
	case !within(s.Votes, 0, maxVotes):
		return fmt.Errorf("%v votes", s.Votes)
	case len(s.Sections) > maxSections:
		return fmt.Errorf("%d sections, at most %d", len(s.Sections), maxSections)
	}
	for i, x := range s.Sections {
		if err := x.check(); err != nil {
			return fmt.Errorf("section %d: %w", i+1, err)
		}
	}
	return checkTexts(s.Name, s.Instruction, s.Hint)
}

func (x Section) check() error {
	switch {
	case !slices.Contains(shapes, x.Shape):
		return fmt.Errorf("unknown shape %q", x.Shape)
	case !slices.Contains(sides, x.Side):
		return fmt.Errorf("unknown side %q", x.Side)
	case !slices.Contains(colors, x.Color):
		return fmt.Errorf("unknown colour %q", x.Color)
	case !onBoard(x.Rect):
		return fmt.Errorf("place %v", x.Rect)
	}
	return checkTexts(x.Key, x.Heading, x.Hint)
}

func checkTexts(texts ...string) error {
	for _, s := range texts {
		if len(s) > board.MaxText {
			return fmt.Errorf("a text of %d bytes, at most %d", len(s), board.MaxText)
		}
	}
	return nil
}

// onBoard reports whether r has some surface and all of it lies on the board.
func onBoard(r board.Rect) bool {
	return within(r.X, -board.MaxPlace, board.MaxPlace) && within(r.Y, -board.MaxPlace, board.MaxPlace) &&
		within(r.W, 1, board.MaxPlace) && within(r.H, 1, board.MaxPlace)
}

// within is false for NaN too.
func within(v, low, high float64) bool { return v >= low && v <= high }

// mended is t without what no template may hold. A workshop can hold such things where a newer version of the program
// worked on it, and keeping it as a template should still succeed.
func (t Template) mended() Template {
	if t.Name == "" {
		t.Name = t.Key
	}
	t.Steps = t.Steps[:min(len(t.Steps), maxSteps)]
	for i := range t.Steps {
		s := &t.Steps[i]
		s.Role = known(roles, s.Role)
		s.Minutes = clamped(s.Minutes, maxMinutes)
		s.Votes = clamped(s.Votes, maxVotes)
		s.Sections = slices.DeleteFunc(s.Sections, func(x Section) bool { return !onBoard(x.Rect) })
		s.Sections = s.Sections[:min(len(s.Sections), maxSections)]
		for j := range s.Sections {
			x := &s.Sections[j]
			x.Shape, x.Side, x.Color = known(shapes, x.Shape), known(sides, x.Side), known(colors, x.Color)
		}
	}
	return t
}

// known is v, or the first of those known.
func known[T comparable](all []T, v T) T {
	if slices.Contains(all, v) {
		return v
	}
	return all[0]
}

func clamped(v, high float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return min(max(v, 0), high)
}
