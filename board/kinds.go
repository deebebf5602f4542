package board

// Kind says what an object is.
type Kind string

// The kinds of objects. The strings stand in the file and never change.
const (
	KindWorkshop  Kind = "workshop"
	KindStep      Kind = "step"
	KindSection   Kind = "section"
	KindNote      Kind = "note"
	KindCluster   Kind = "cluster"
	KindLink      Kind = "link"
	KindInk       Kind = "ink"
	KindImage     Kind = "image"
	KindText      Kind = "text"
	KindTrace     Kind = "trace"
	KindPerson    Kind = "person"
	KindTheme     Kind = "theme"
	KindAction    Kind = "action"
	KindCondition Kind = "condition"
)

// start begins the fields of an item; put adds a property unless it has its zero value, which is the same as not set.
func start(k Kind) Fields { return Fields{FieldKind: string(k)} }

func put[T comparable](f Fields, name Field, v T, as Value) {
	var zero T
	if v != zero {
		f[name] = as
	}
}

func (f Fields) putStr(name Field, s string)  { put(f, name, s, s) }
func (f Fields) putID(name Field, id ID)      { put(f, name, id, string(id)) }
func (f Fields) putNum(name Field, n float64) { put(f, name, n, n) }
func (f Fields) putBool(name Field, b bool)   { put(f, name, b, b) }
