package board

// Block is one of the four building blocks of a platform of involvement.
type Block string

// The building blocks, in their fixed order.
const (
	Transparency  Block = "transparency"
	Accessibility Block = "accessibility"
	Dialogue      Block = "dialogue"
	Reflection    Block = "reflection"
)

// Blocks are all building blocks in their fixed order.
var Blocks = []Block{Transparency, Accessibility, Dialogue, Reflection}

// Stage is a place on the acquisition path.
type Stage string

// The acquisition path, from stranger to ambassador.
const (
	StageUnknown      Stage = "unknown"
	StageInterested   Stage = "interested"
	StageConversation Stage = "conversation"
	StageProposal     Stage = "proposal"
	StageClient       Stage = "client"
	StageAmbassador   Stage = "ambassador"
)

// Stages are all places of the acquisition path, in order.
var Stages = []Stage{
	StageUnknown, StageInterested, StageConversation, StageProposal, StageClient, StageAmbassador,
}

// Status of an action item.
type Status string

// The states of an action item. "" is the same as open.
const (
	StatusOpen    Status = "open"
	StatusDoing   Status = "doing"
	StatusDone    Status = "done"
	StatusDropped Status = "dropped"
)

// Fields of the plan.
const (
	FieldTheme     Field = "theme"
	FieldWhat      Field = "what"
	FieldSoft      Field = "soft"
	FieldDue       Field = "due"
	FieldStage     Field = "stage"
	FieldFirstStep Field = "first"
	FieldStatus    Field = "status"
	FieldOwner     Field = "owner"  // a set
	FieldBlock     Field = "block"  // a set
	FieldAnswer    Field = "answer" // a set
	FieldParked    Field = "parked"
)

// Theme is a chapter of the plan.
type Theme struct {
	ID      ID
	Order   string
	Name    string
	Cluster ID   // the cluster of the plan step it came from, or ""
	Sources []ID // clusters and notes of earlier steps that it answers to
}

func (t Theme) id() ID { return t.ID }

func (t Theme) fields() Fields {
	f := start(KindTheme)
	f.putStr(FieldOrder, t.Order)
	f.putStr(FieldName, t.Name)
	f.putID(FieldCluster, t.Cluster)
	addSet(f, FieldSource, t.Sources)
	return f
}

func themeOf(id ID, f Fields) Theme {
	return Theme{id, f.str(FieldOrder), f.str(FieldName), f.ref(FieldCluster), ids(f.set(FieldSource))}
}

// Action is an action item: something the group will do. It always knows the notes it came from.
type Action struct {
	ID        ID
	Theme     ID
	Order     string
	What      string // the hard side: what we do
	Soft      string // the soft side: what changes between us
	Due       string // ISO 8601 day, or "" while open
	Stage     Stage  // place on the acquisition path, or ""
	FirstStep string // what happens within a week
	Status    Status
	Owners    []ID    // people, or none while open
	Blocks    []Block // sorted by name
	Sources   []ID    // notes
}

func (a Action) id() ID { return a.ID }

func (a Action) fields() Fields {
	f := start(KindAction)
	f.putID(FieldTheme, a.Theme)
	f.putStr(FieldOrder, a.Order)
	f.putStr(FieldWhat, a.What)
	f.putStr(FieldSoft, a.Soft)
	f.putStr(FieldDue, a.Due)
	f.putStr(FieldStage, string(a.Stage))
	f.putStr(FieldFirstStep, a.FirstStep)
	f.putStr(FieldStatus, string(a.Status))
	addSet(f, FieldOwner, a.Owners)
	addSet(f, FieldBlock, a.Blocks)
	addSet(f, FieldSource, a.Sources)
	return f
}

func actionOf(id ID, f Fields) Action {
	a := Action{
		ID: id, Theme: f.ref(FieldTheme), Order: f.str(FieldOrder), What: f.str(FieldWhat), Soft: f.str(FieldSoft),
		Due: f.str(FieldDue), Stage: Stage(f.str(FieldStage)), FirstStep: f.str(FieldFirstStep),
		Status: Status(f.str(FieldStatus)), Owners: ids(f.set(FieldOwner)), Sources: ids(f.set(FieldSource)),
	}
	for _, b := range f.set(FieldBlock) {
		a.Blocks = append(a.Blocks, Block(b))
	}
	return a
}

// Condition is what the organisation must meet before the plan can work: a friction that was put on the table.
// It is answered by actions, or stands unanswered for everybody to see.
type Condition struct {
	ID      ID
	Order   string
	Name    string
	Cluster ID   // the cluster of friction notes it came from, or ""
	Sources []ID // the friction notes
	Answers []ID // the actions that answer it
	Parked  bool // put aside on purpose
}

func (c Condition) id() ID { return c.ID }

func (c Condition) fields() Fields {
	f := start(KindCondition)
	f.putStr(FieldOrder, c.Order)
	f.putStr(FieldName, c.Name)
	f.putID(FieldCluster, c.Cluster)
	addSet(f, FieldSource, c.Sources)
	addSet(f, FieldAnswer, c.Answers)
	f.putBool(FieldParked, c.Parked)
	return f
}

func conditionOf(id ID, f Fields) Condition {
	return Condition{
		id, f.str(FieldOrder), f.str(FieldName), f.ref(FieldCluster), ids(f.set(FieldSource)),
		ids(f.set(FieldAnswer)), f.is(FieldParked),
	}
}

// Plan is the acquisition plan: the goal, what we will do by theme, and what the organisation must meet.
type Plan struct {
	Goal       string
	Sources    []ID // the notes the goal came from
	Themes     []ThemePlan
	Conditions []Condition
}

// ThemePlan is a theme with its action items. The last one may be a theme without an ID: the actions of none.
type ThemePlan struct {
	Theme
	Actions []Action
}

// Actions are all action items in the order of the plan.
func (p Plan) Actions() []Action {
	var all []Action
	for _, t := range p.Themes {
		all = append(all, t.Actions...)
	}
	return all
}

// Used returns the notes that an action or condition of the plan came from, and those of the goal.
// The notes of clusters that themes lean on are not among them: leaning is not yet doing.
func (p Plan) Used() map[ID]bool {
	used := map[ID]bool{}
	add := func(ids []ID) {
		for _, id := range ids {
			used[id] = true
		}
	}
	add(p.Sources)
	for _, a := range p.Actions() {
		add(a.Sources)
	}
	for _, c := range p.Conditions {
		add(c.Sources)
	}
	return used
}
