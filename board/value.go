package board

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Field names one property of an object. A set, such as the tags of a note, has a field for each of its elements,
// written "tag:quick win", so that two people can each add one.
type Field string

// Fields that every kind of object shares. The others stand with their type.
const (
	FieldKind  Field = "kind"
	FieldDead  Field = "dead" // a removed object keeps its other fields, so that it can come back whole
	FieldOrder Field = "order"
	FieldStep  Field = "step"
	FieldX     Field = "x"
	FieldY     Field = "y"
	FieldW     Field = "w"
	FieldH     Field = "h"
	FieldTurn  Field = "turn"
	FieldName  Field = "name"
	FieldText  Field = "text"
	FieldColor Field = "color"
)

// In is the field that says whether element belongs to the set.
func In(set Field, element string) Field { return set + ":" + Field(element) }

// Value is what a field holds: nil (never set, or taken back), bool, float64 or string.
type Value any

// Fields are properties set together.
type Fields map[Field]Value

// Limits on what one op may carry. They are far above what a workshop needs and keep a hostile file small.
const (
	MaxText      = 20_000    // bytes of one string value
	MaxInk       = 200_000   // bytes of the points of one pen stroke
	MaxFields    = 10_000    // fields set by one op
	MaxFieldName = 200       // bytes
	MaxPlace     = 1_000_000 // board units from the middle, each way
)

// check returns why fields cannot be recorded.
func (f Fields) check() error {
	if len(f) == 0 {
		return fmt.Errorf("no field set")
	}
	if len(f) > MaxFields {
		return fmt.Errorf("%d fields set at once, at most %d", len(f), MaxFields)
	}
	for name, v := range f {
		if err := checkValue(name, v); err != nil {
			return err
		}
	}
	return nil
}

func checkValue(name Field, v Value) error {
	if name == "" || len(name) > MaxFieldName || !utf8.ValidString(string(name)) {
		return fmt.Errorf("field name of %d bytes", len(name))
	}
	switch v := v.(type) {
	case nil, bool:
	case float64:
		if math.IsNaN(v) || math.Abs(v) > 1e12 {
			return fmt.Errorf("field %s: %v is out of range", name, v)
		}
		if (name == FieldX || name == FieldY || name == FieldW || name == FieldH) && math.Abs(v) > MaxPlace {
			return fmt.Errorf("field %s: %v lies outside the board", name, v)
		}
	case string:
		limit := MaxText
		if name == FieldPoints {
			limit = MaxInk
		}
		if len(v) > limit {
			return fmt.Errorf("field %s: %d bytes, at most %d", name, len(v), limit)
		}
		if !utf8.ValidString(v) {
			return fmt.Errorf("field %s: not UTF-8", name)
		}
	default:
		return fmt.Errorf("field %s: a %T cannot be stored", name, v)
	}
	return nil
}

func (f Fields) str(name Field) string  { s, _ := f[name].(string); return s }
func (f Fields) num(name Field) float64 { n, _ := f[name].(float64); return n }
func (f Fields) is(name Field) bool     { b, _ := f[name].(bool); return b }
func (f Fields) ref(name Field) ID      { return ID(f.str(name)) }
func (f Fields) rect() Rect {
	return Rect{f.num(FieldX), f.num(FieldY), f.num(FieldW), f.num(FieldH)}
}

// set returns the elements of a set, sorted.
func (f Fields) set(name Field) []string {
	var out []string
	prefix := string(name) + ":"
	for field, v := range f {
		if e, ok := strings.CutPrefix(string(field), prefix); ok && v == true {
			out = append(out, e)
		}
	}
	slices.Sort(out)
	return out
}

func ids[T ~string](in []T) []ID {
	if in == nil {
		return nil
	}
	out := make([]ID, len(in))
	for i, s := range in {
		out[i] = ID(s)
	}
	return out
}

// addSet puts the elements of a set into f.
func addSet[T ~string](f Fields, name Field, elements []T) {
	for _, e := range elements {
		f[In(name, string(e))] = true
	}
}

func (f Fields) putRect(r Rect) {
	f[FieldX], f[FieldY], f[FieldW], f[FieldH] = r.X, r.Y, r.W, r.H
}
