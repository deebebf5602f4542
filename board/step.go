package board

// Role says what a step is for, so that the plan knows where goals, frictions and first actions stand. A step without
// one is a board like any other.
type Role string

// The roles of the steps of a co-creation workshop.
const (
	RoleGoals     Role = "goals"
	RoleBrand     Role = "brand"
	RoleFriction  Role = "friction" // the bat in the henhouse
	RolePlatform  Role = "platform" // the four building blocks
	RolePlan      Role = "plan"
	RoleSafeguard Role = "safeguard"
)

// Fields of a step, apart from those in value.go.
const (
	FieldRole        Field = "role"
	FieldInstruction Field = "instruction"
	FieldHint        Field = "hint"
	FieldMinutes     Field = "minutes"
	FieldSilent      Field = "silent"
	FieldAnonymous   Field = "anonymous"
	FieldVotes       Field = "votes"
)

// Step is one part of the workshop, with a board of its own. The ID of a step is also the ID of its board.
type Step struct {
	ID          ID
	Order       string // an order key, see [Between]
	Role        Role
	Name        string
	Instruction string  // one line, for everybody
	Hint        string  // for the facilitator only
	Minutes     float64 // planned; 0 is open-ended
	Silent      bool    // people write without talking
	Anonymous   bool    // authors are not shown
	Votes       float64 // dots a person may spend; 0 means no voting
}

func (s Step) id() ID { return s.ID }

func (s Step) fields() Fields {
	f := start(KindStep)
	f.putStr(FieldOrder, s.Order)
	f.putStr(FieldRole, string(s.Role))
	f.putStr(FieldName, s.Name)
	f.putStr(FieldInstruction, s.Instruction)
	f.putStr(FieldHint, s.Hint)
	f.putNum(FieldMinutes, s.Minutes)
	f.putBool(FieldSilent, s.Silent)
	f.putBool(FieldAnonymous, s.Anonymous)
	f.putNum(FieldVotes, s.Votes)
	return f
}

func stepOf(id ID, f Fields) Step {
	return Step{
		id, f.str(FieldOrder), Role(f.str(FieldRole)), f.str(FieldName), f.str(FieldInstruction), f.str(FieldHint),
		f.num(FieldMinutes), f.is(FieldSilent), f.is(FieldAnonymous), f.num(FieldVotes),
	}
}

// Shape of a section.
type Shape string

// The shapes of sections. An ellipse touches the four sides of its rectangle.
const (
	ShapeRect    Shape = "rect"
	ShapeEllipse Shape = "ellipse"
)

// Fields of a section.
const (
	FieldShape Field = "shape"
	FieldKey   Field = "key"
	FieldSide  Field = "side"
)

// Section is a named area of a board: a column, lane, quadrant or ring. It belongs to the template.
// What is drawn later, by Order, lies on top: an inner ring comes after the outer one.
type Section struct {
	ID    ID
	Step  ID
	Order string
	Rect  Rect
	Shape Shape
	Name  string // the heading
	Hint  string // what to write here, shown while it is empty
	Color string // a colour of the palette, "" for plain paper
	Key   string // its meaning for the plan: a building block, a stage of the acquisition path, "answers", "30"; or ""
	Side  string // "words", "images" or "" for both
}

func (s Section) id() ID { return s.ID }

func (s Section) fields() Fields {
	f := start(KindSection)
	f.putID(FieldStep, s.Step)
	f.putStr(FieldOrder, s.Order)
	f.putRect(s.Rect)
	f.putStr(FieldShape, string(s.Shape))
	f.putStr(FieldName, s.Name)
	f.putStr(FieldHint, s.Hint)
	f.putStr(FieldColor, s.Color)
	f.putStr(FieldKey, s.Key)
	f.putStr(FieldSide, s.Side)
	return f
}

func sectionOf(id ID, f Fields) Section {
	return Section{
		id, f.ref(FieldStep), f.str(FieldOrder), f.rect(), Shape(f.str(FieldShape)), f.str(FieldName),
		f.str(FieldHint), f.str(FieldColor), f.str(FieldKey), f.str(FieldSide),
	}
}

// Contains reports whether p lies inside the section.
func (s Section) Contains(p Point) bool {
	if s.Shape != ShapeEllipse || s.Rect.Empty() {
		return s.Rect.Contains(p)
	}
	c := s.Rect.Center()
	dx, dy := (p.X-c.X)/(s.Rect.W/2), (p.Y-c.Y)/(s.Rect.H/2)
	return dx*dx+dy*dy < 1
}
