package board

// Fields of the workshop itself and of a person.
const (
	FieldTitle    Field = "title"
	FieldLang     Field = "lang"
	FieldClient   Field = "client"
	FieldDate     Field = "date"
	FieldTemplate Field = "template"
	FieldGoal     Field = "goal"
	FieldStrength Field = "strength" // a set
	FieldSource   Field = "source"   // a set of note or cluster IDs
)

// Info is what is known of a workshop as a whole.
type Info struct {
	Title    string
	Lang     string // language of the workshop, "nl" or "en"
	Client   string
	Date     string // ISO 8601 day, "2027-01-15", or ""
	Template string // key of the template it began with, or ""
	Goal     string // the goal on top of the plan
	Sources  []ID   // the notes the goal came from
}

func (i Info) id() ID { return WorkshopID }

func (i Info) fields() Fields {
	f := start(KindWorkshop)
	f.putStr(FieldTitle, i.Title)
	f.putStr(FieldLang, i.Lang)
	f.putStr(FieldClient, i.Client)
	f.putStr(FieldDate, i.Date)
	f.putStr(FieldTemplate, i.Template)
	f.putStr(FieldGoal, i.Goal)
	addSet(f, FieldSource, i.Sources)
	return f
}

func infoOf(f Fields) Info {
	return Info{
		f.str(FieldTitle), f.str(FieldLang), f.str(FieldClient), f.str(FieldDate), f.str(FieldTemplate),
		f.str(FieldGoal), ids(f.set(FieldSource)),
	}
}

// Person is someone in the room.
type Person struct {
	ID        ID
	Order     string
	Name      string
	Role      string
	Color     string
	Strengths []string
}

func (p Person) id() ID { return p.ID }

func (p Person) fields() Fields {
	f := start(KindPerson)
	f.putStr(FieldOrder, p.Order)
	f.putStr(FieldName, p.Name)
	f.putStr(FieldRole, p.Role)
	f.putStr(FieldColor, p.Color)
	addSet(f, FieldStrength, p.Strengths)
	return f
}

func personOf(id ID, f Fields) Person {
	return Person{
		id, f.str(FieldOrder), f.str(FieldName), f.str(FieldRole), f.str(FieldColor), f.set(FieldStrength),
	}
}
