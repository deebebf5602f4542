package template

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"samenbord/board"
)

// Ext is how the name of a template file ends.
const Ext = ".samenbord-template"

// Format is the number of the file format. It goes up when older versions of the program could not read a file rightly.
const Format = 1

// maxFile is the size of a template file above which it is refused, in bytes.
const maxFile = 4 << 20

var (
	// ErrDamaged says that a file is not a template, or a broken one.
	ErrDamaged = errors.New("not a usable template")
	// ErrNewer says that a template was made by a newer version of the program.
	ErrNewer = errors.New("template of a newer version")
)

// The JSON of a template file. It is apart from [Template], so that the file stays as it is when the types change.
type (
	file struct {
		Format      int        `json:"format"`
		Key         string     `json:"key"`
		Name        string     `json:"name"`
		Description string     `json:"description,omitempty"`
		Language    string     `json:"language,omitempty"`
		Steps       []fileStep `json:"steps"`
	}
	fileStep struct {
		Name        string        `json:"name"`
		Role        board.Role    `json:"role,omitempty"`
		Instruction string        `json:"instruction,omitempty"`
		Hint        string        `json:"hint,omitempty"`
		Minutes     float64       `json:"minutes,omitempty"`
		Silent      bool          `json:"silent,omitempty"`
		Anonymous   bool          `json:"anonymous,omitempty"`
		Votes       float64       `json:"votes,omitempty"`
		Sections    []fileSection `json:"sections,omitempty"`
	}
	fileSection struct {
		Key     string      `json:"key,omitempty"`
		Heading string      `json:"heading"`
		Hint    string      `json:"hint,omitempty"`
		Side    string      `json:"side,omitempty"`
		Color   string      `json:"color,omitempty"`
		Shape   board.Shape `json:"shape"`
		X       float64     `json:"x"`
		Y       float64     `json:"y"`
		W       float64     `json:"w"`
		H       float64     `json:"h"`
	}
)

// Read reads a template file. It is strict: what it does not know it refuses, with an error that is [ErrDamaged] or, for
// a file with a higher format number, [ErrNewer].
func Read(r io.Reader) (Template, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return Template{}, fmt.Errorf("read template: %w", err)
	case len(b) > maxFile:
		return Template{}, fmt.Errorf("read template: %w: larger than %d bytes", ErrDamaged, maxFile)
	}
	var number struct{ Format int }
	if err := json.Unmarshal(b, &number); err != nil {
		return Template{}, fmt.Errorf("read template: %w: %w", ErrDamaged, err)
	}
	if number.Format > Format {
		return Template{}, fmt.Errorf("read template: %w: format %d, known up to %d", ErrNewer, number.Format, Format)
	}
	t, err := decode(b)
	if err != nil {
		return Template{}, fmt.Errorf("read template: %w: %w", ErrDamaged, err)
	}
	return t, nil
}

func decode(b []byte) (Template, error) {
	var f file
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return Template{}, err
	}
	if f.Format != Format {
		return Template{}, fmt.Errorf("format %d", f.Format)
	}
	t := f.template()
	return t, t.check()
}

// Write writes a template file. A template that [Read] would refuse is not written.
func (t Template) Write(w io.Writer) error {
	if err := t.check(); err != nil {
		return fmt.Errorf("write template: %w", err)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(fileOf(t)); err != nil {
		return fmt.Errorf("write template: %w", err)
	}
	if b.Len() > maxFile {
		return fmt.Errorf("write template: %d bytes, at most %d", b.Len(), maxFile)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write template: %w", err)
	}
	return nil
}

func (f file) template() Template {
	t := Template{f.Key, f.Name, f.Description, f.Language, nil}
	for _, s := range f.Steps {
		step := Step{s.Name, s.Role, s.Instruction, s.Hint, s.Minutes, s.Silent, s.Anonymous, s.Votes, nil}
		for _, x := range s.Sections {
			step.Sections = append(step.Sections, Section{
				x.Key, x.Heading, x.Hint, x.Side, x.Color, x.Shape, board.Rect{X: x.X, Y: x.Y, W: x.W, H: x.H},
			})
		}
		t.Steps = append(t.Steps, step)
	}
	return t
}

func fileOf(t Template) file {
	f := file{Format, t.Key, t.Name, t.Description, t.Lang, []fileStep{}}
	for _, s := range t.Steps {
		step := fileStep{s.Name, s.Role, s.Instruction, s.Hint, s.Minutes, s.Silent, s.Anonymous, s.Votes, nil}
		for _, x := range s.Sections {
			step.Sections = append(step.Sections, fileSection{
				x.Key, x.Heading, x.Hint, x.Side, x.Color, x.Shape, x.Rect.X, x.Rect.Y, x.Rect.W, x.Rect.H,
			})
		}
		f.Steps = append(f.Steps, step)
	}
	return f
}
