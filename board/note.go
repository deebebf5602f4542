package board

// The size of a new note, in board units.
const (
	NoteWidth  = 200
	NoteHeight = 200
)

// The paper colours of notes, by name; what they look like is up to the scene.
const (
	Yellow = "yellow"
	Orange = "orange"
	Pink   = "pink"
	Violet = "violet"
	Blue   = "blue"
	Green  = "green"
	White  = "white"
	Dark   = "dark" // a friction note
)

// Colors are the papers a person can choose, in the order of the pads.
var Colors = []string{Yellow, Orange, Pink, Violet, Blue, Green, White}

// Fields of a note.
const (
	FieldAuthor   Field = "author"
	FieldCluster  Field = "cluster"
	FieldSection  Field = "section"
	FieldFriction Field = "friction"
	FieldLock     Field = "lock"
	FieldTag      Field = "tag" // a set
)

// Lock says what people can no longer do with something on a board.
type Lock string

// The locks. What lies in the background can be chosen by its lock alone, so that hands work on what lies upon it.
const (
	Unlocked   Lock = ""
	Fixed      Lock = "fixed"      // stays in its place, and can be written on
	Background Lock = "background" // cannot even be chosen
)

// Note is a sticky note.
type Note struct {
	ID       ID
	Step     ID
	Order    string  // what lies above what
	Rect     Rect    // before turning
	Turn     float64 // degrees clockwise about the middle
	Text     string
	Color    string
	Author   ID   // a person, or ""
	Cluster  ID   // the cluster it belongs to, or ""
	Section  ID   // the section somebody put it in by hand, or ""; tidying it away later does not unsay that
	Friction bool // throws the bat in the henhouse
	Lock     Lock
	Hash     string   // of a picture on the note, as in [Image]; or ""
	Alt      string   // what the picture shows
	Tags     []string // sorted
}

func (n Note) id() ID { return n.ID }

func (n Note) fields() Fields {
	f := start(KindNote)
	f.putID(FieldStep, n.Step)
	f.putStr(FieldOrder, n.Order)
	f.putRect(n.Rect)
	f.putNum(FieldTurn, n.Turn)
	f.putStr(FieldText, n.Text)
	f.putStr(FieldColor, n.Color)
	f.putID(FieldAuthor, n.Author)
	f.putID(FieldCluster, n.Cluster)
	f.putID(FieldSection, n.Section)
	f.putBool(FieldFriction, n.Friction)
	f.putStr(FieldLock, string(n.Lock))
	f.putStr(FieldHash, n.Hash)
	f.putStr(FieldAlt, n.Alt)
	addSet(f, FieldTag, n.Tags)
	return f
}

func noteOf(id ID, f Fields) Note {
	return Note{
		id, f.ref(FieldStep), f.str(FieldOrder), f.rect(), f.num(FieldTurn), f.str(FieldText), f.str(FieldColor),
		f.ref(FieldAuthor), f.ref(FieldCluster), f.ref(FieldSection), f.is(FieldFriction), Lock(f.str(FieldLock)),
		f.str(FieldHash), f.str(FieldAlt), f.set(FieldTag),
	}
}

// Bounds is the upright box that the turned note takes on the board.
func (n Note) Bounds() Rect { return n.Rect.Turned(n.Turn) }

// Fields of a cluster.
const (
	FieldSubtitle Field = "subtitle"
	FieldRest     Field = "rest"
)

// Cluster is a named group of notes. The notes say to which cluster they belong; the frame drawn around them follows
// from where they lie.
type Cluster struct {
	ID       ID
	Step     ID
	Order    string
	Name     string
	Subtitle string // the most telling note
	At       Point  // where its heading stands while it holds no notes
	Rest     bool   // "still to be placed": notes that fit nowhere
}

func (c Cluster) id() ID { return c.ID }

func (c Cluster) fields() Fields {
	f := start(KindCluster)
	f.putID(FieldStep, c.Step)
	f.putStr(FieldOrder, c.Order)
	f.putStr(FieldName, c.Name)
	f.putStr(FieldSubtitle, c.Subtitle)
	f[FieldX], f[FieldY] = c.At.X, c.At.Y
	f.putBool(FieldRest, c.Rest)
	return f
}

func clusterOf(id ID, f Fields) Cluster {
	return Cluster{
		id, f.ref(FieldStep), f.str(FieldOrder), f.str(FieldName), f.str(FieldSubtitle),
		Point{f.num(FieldX), f.num(FieldY)},
		f.is(FieldRest),
	}
}
