package board

// Fields of links, ink, images, loose texts and traces.
const (
	FieldFrom   Field = "from"
	FieldTo     Field = "to"
	FieldPoints Field = "points"
	FieldWidth  Field = "width"
	FieldHash   Field = "hash"
	FieldAlt    Field = "alt"
	FieldSize   Field = "size"
	FieldOn     Field = "on"
	FieldNote   Field = "note"
)

// Link is a connector from one thing on a board to another, with an arrowhead at its end.
type Link struct {
	ID       ID
	Step     ID
	Order    string
	From, To ID
	Text     string
	Color    string
}

func (l Link) id() ID { return l.ID }

func (l Link) fields() Fields {
	f := start(KindLink)
	f.putID(FieldStep, l.Step)
	f.putStr(FieldOrder, l.Order)
	f.putID(FieldFrom, l.From)
	f.putID(FieldTo, l.To)
	f.putStr(FieldText, l.Text)
	f.putStr(FieldColor, l.Color)
	return f
}

func linkOf(id ID, f Fields) Link {
	return Link{
		id, f.ref(FieldStep), f.str(FieldOrder), f.ref(FieldFrom), f.ref(FieldTo), f.str(FieldText),
		f.str(FieldColor),
	}
}

// Ink is one stroke of the pen.
type Ink struct {
	ID     ID
	Step   ID
	Order  string
	On     ID      // the note it is drawn on, and then At counts from its top left corner, unturned; or ""
	At     Point   // where the points count from, so that carrying a stroke does not write it anew
	Points []Point // the middle of the stroke from At, in board units
	Width  float64 // board units
	Color  string
	Lock   Lock
}

func (i Ink) id() ID { return i.ID }

func (i Ink) fields() Fields {
	f := start(KindInk)
	f.putID(FieldStep, i.Step)
	f.putStr(FieldOrder, i.Order)
	f.putID(FieldOn, i.On)
	f.putNum(FieldX, i.At.X)
	f.putNum(FieldY, i.At.Y)
	f.putStr(FieldPoints, formatPoints(i.Points))
	f.putNum(FieldWidth, i.Width)
	f.putStr(FieldColor, i.Color)
	f.putStr(FieldLock, string(i.Lock))
	return f
}

func inkOf(id ID, f Fields) Ink {
	return Ink{
		id, f.ref(FieldStep), f.str(FieldOrder), f.ref(FieldOn),
		Point{f.num(FieldX), f.num(FieldY)},
		parsePoints(f.str(FieldPoints)), f.num(FieldWidth), f.str(FieldColor), Lock(f.str(FieldLock)),
	}
}

// Line is the middle of the stroke where it lies: on the board, or from the corner of the note that it is drawn on.
func (i Ink) Line() []Point {
	out := make([]Point, len(i.Points))
	for k, p := range i.Points {
		out[k] = p.Add(i.At)
	}
	return out
}

// Bounds is the box around the stroke, counted as [Ink.Line].
func (i Ink) Bounds() Rect {
	var r Rect
	for _, p := range i.Line() {
		r = r.Union(Rect{p.X, p.Y, 0, 0}.Grow(max(i.Width, 1) / 2))
	}
	return r
}

// Image is a picture on the board. Its bytes are stored once by their hash.
type Image struct {
	ID    ID
	Step  ID
	Order string
	Rect  Rect
	Turn  float64 // degrees clockwise about the middle
	Hash  string  // SHA-256 of the picture file, hexadecimal
	Alt   string  // what it shows, for those who cannot see it
	Lock  Lock
}

func (i Image) id() ID { return i.ID }

func (i Image) fields() Fields {
	f := start(KindImage)
	f.putID(FieldStep, i.Step)
	f.putStr(FieldOrder, i.Order)
	f.putRect(i.Rect)
	f.putNum(FieldTurn, i.Turn)
	f.putStr(FieldHash, i.Hash)
	f.putStr(FieldAlt, i.Alt)
	f.putStr(FieldLock, string(i.Lock))
	return f
}

func imageOf(id ID, f Fields) Image {
	return Image{
		id, f.ref(FieldStep), f.str(FieldOrder), f.rect(), f.num(FieldTurn), f.str(FieldHash), f.str(FieldAlt),
		Lock(f.str(FieldLock)),
	}
}

// Text is a loose text or heading, without paper.
type Text struct {
	ID    ID
	Step  ID
	Order string
	Rect  Rect
	Turn  float64
	Text  string
	Size  float64 // height of the letters, board units
	Color string
	Lock  Lock
}

func (t Text) id() ID { return t.ID }

func (t Text) fields() Fields {
	f := start(KindText)
	f.putID(FieldStep, t.Step)
	f.putStr(FieldOrder, t.Order)
	f.putRect(t.Rect)
	f.putNum(FieldTurn, t.Turn)
	f.putStr(FieldText, t.Text)
	f.putNum(FieldSize, t.Size)
	f.putStr(FieldColor, t.Color)
	f.putStr(FieldLock, string(t.Lock))
	return f
}

func textOf(id ID, f Fields) Text {
	return Text{
		id, f.ref(FieldStep), f.str(FieldOrder), f.rect(), f.num(FieldTurn), f.str(FieldText), f.num(FieldSize),
		f.str(FieldColor), Lock(f.str(FieldLock)),
	}
}

// Trace is what stays behind where a note lay that was sent to another step, so that people see where it went.
type Trace struct {
	ID    ID
	Step  ID
	Order string
	Rect  Rect
	Note  ID     // the note that was sent
	Name  string // of the step to which it was sent
}

func (t Trace) id() ID { return t.ID }

func (t Trace) fields() Fields {
	f := start(KindTrace)
	f.putID(FieldStep, t.Step)
	f.putStr(FieldOrder, t.Order)
	f.putRect(t.Rect)
	f.putID(FieldNote, t.Note)
	f.putStr(FieldName, t.Name)
	return f
}

func traceOf(id ID, f Fields) Trace {
	return Trace{id, f.ref(FieldStep), f.str(FieldOrder), f.rect(), f.ref(FieldNote), f.str(FieldName)}
}
