package panel

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"samenbord/board"
	"samenbord/canvas/look"
)

func (p *Panel) goal() {
	words := p.o.Words
	p.list.Add(p.small(words.T("goal.name")))
	p.list.Add(p.field(&field{
		text: p.seen.plan.Goal, empty: words.T("goal.open"), em: look.Section, bold: true, lines: true,
		set: func(text string) {
			var before board.Info
			p.o.Session.Read(func(w *board.Workshop) { before = w.Info() })
			after := before
			after.Goal = strings.TrimSpace(text)
			p.edit("goal", before, after)
		},
	}))
	p.sources(p.seen.plan.Sources, p.seen.plan.Goal)
}

func (p *Panel) theme(t board.ThemePlan) {
	words := p.o.Words
	p.list.Add(look.Space(0, look.Gap))
	p.list.Add(widget.NewSeparator())
	if t.ID == "" {
		p.list.Add(inset(look.NewHeading(words.T("plan.loose"), look.Section)))
	} else {
		p.list.Add(p.field(&field{
			text: t.Name, empty: words.T("theme.new"), em: look.Section, bold: true, voice: look.Proud,
			set: func(text string) {
				if name := strings.TrimSpace(text); name != "" {
					after := t.Theme
					after.Name = name
					p.edit("theme", t.Theme, after)
				}
			},
		}))
	}
	for _, a := range t.Actions {
		p.action(a)
	}
	if !p.o.ReadOnly {
		add := look.NewButton(look.IconPlus, words.T("action.new"), func() { p.newAction(t) })
		add.Leading, add.Scroll = true, p.scroll
		p.list.Add(add)
	}
}

func (p *Panel) newAction(t board.ThemePlan) {
	last := ""
	for _, a := range t.Actions {
		last = max(last, a.Order)
	}
	a := board.Action{ID: board.NewID(), Theme: t.ID, Order: board.Between(last, ""), What: p.o.Words.T("action.new")}
	p.o.Do("action", board.Create(a))
}

func (p *Panel) action(a board.Action) {
	words := p.o.Words
	p.list.Add(p.field(&field{
		text: a.What, empty: words.T("action.hard"), lines: true,
		set: func(text string) {
			p.setAction("action", a, func(a *board.Action) { a.What = strings.TrimSpace(text) })
		},
	}))
	status := p.status(a)
	each := (width - status.MinSize().Width) / 2
	owner := p.field(&field{
		text: p.names(a.Owners), empty: words.T("action.owner.open"), width: each, em: look.Small,
		set: func(text string) { p.assign(a, text) },
	})
	due := p.field(&field{
		text: sayDay(words, a.Due), empty: words.T("action.due.open"), width: each, em: look.Small,
		set: func(text string) { p.due(a, text) },
	})
	p.list.Add(container.New(layout.NewCustomPaddedHBoxLayout(0), owner, due, status))
	if about := p.about(a); about != "" {
		p.list.Add(p.small(about))
	}
	p.sources(a.Sources, a.What)
	p.list.Add(look.Space(0, look.Margin))
}

// about says where an action stands on the acquisition path and which building blocks it is made of.
func (p *Panel) about(a board.Action) string {
	var parts []string
	if a.Stage != "" {
		parts = append(parts, p.o.Words.T("stage."+string(a.Stage)))
	}
	for _, b := range a.Blocks {
		parts = append(parts, p.o.Words.T("block."+string(b)))
	}
	return strings.Join(parts, " · ")
}

func (p *Panel) setAction(name string, before board.Action, change func(*board.Action)) {
	after := before
	after.Owners, after.Blocks, after.Sources = slices.Clone(before.Owners), slices.Clone(before.Blocks), slices.Clone(before.Sources)
	change(&after)
	p.edit(name, before, after)
}

func (p *Panel) names(owners []board.ID) string {
	var out []string
	for _, id := range owners {
		for _, person := range p.seen.people {
			if person.ID == id {
				out = append(out, person.Name)
			}
		}
	}
	return strings.Join(out, ", ")
}

// assign makes the people whose names are typed, between commas, the owners of an action. Names that nobody in the room
// has yet are new people.
func (p *Panel) assign(a board.Action, text string) {
	var changes []board.Change
	after := a
	after.Owners = nil
	last := ""
	for _, person := range p.seen.people {
		last = max(last, person.Order)
	}
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		name = strings.Join(strings.Fields(name), " ")
		if name == "" {
			continue
		}
		id, known := p.person(name)
		if !known {
			last = board.Between(last, "")
			person := board.Person{ID: board.NewID(), Order: last, Name: name}
			changes = append(changes, board.Create(person))
			id = person.ID
		}
		if !slices.Contains(after.Owners, id) {
			after.Owners = append(after.Owners, id)
		}
	}
	if c, ok := board.Edit(a, after); ok {
		changes = append(changes, c)
	}
	p.o.Do("assign", changes...)
}

func (p *Panel) person(name string) (board.ID, bool) {
	for _, person := range p.seen.people {
		if strings.EqualFold(person.Name, name) {
			return person.ID, true
		}
	}
	return "", false
}

func (p *Panel) due(a board.Action, text string) {
	day, ok := readDay(p.o.Words, text, p.o.Now())
	if !ok {
		p.o.Tell(p.o.Words.T("error.day", strings.TrimSpace(text)))
		return
	}
	p.setAction("due", a, func(a *board.Action) { a.Due = day })
}

// statuses are all states of an action in the order of the menu.
var statuses = []board.Status{board.StatusOpen, board.StatusDoing, board.StatusDone, board.StatusDropped}

func (p *Panel) status(a board.Action) fyne.CanvasObject {
	words := p.o.Words
	now := a.Status
	if now == "" {
		now = board.StatusOpen
	}
	b := look.NewOutlined("", words.T("status."+string(now)), nil)
	b.On = now == board.StatusDoing || now == board.StatusDone
	b.Off = p.o.ReadOnly
	b.Tight, b.Scroll = true, p.scroll
	b.OnTap = func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		list := container.NewVBox()
		var pop *look.Popover
		for _, s := range statuses {
			icon := look.Icon("")
			if s == now {
				icon = look.IconCheck
			}
			list.Add(look.NewItem(icon, words.T("status."+string(s)), "", func() {
				pop.Hide()
				p.setAction("action", a, func(a *board.Action) { a.Status = s })
			}))
		}
		if !p.o.ReadOnly {
			list.Add(widget.NewSeparator())
			list.Add(look.NewItem(look.IconBin, words.T("button.delete"), "", func() {
				pop.Hide()
				p.o.Do("delete", board.Remove(a.ID))
			}))
		}
		pop = look.ShowPopover(c, list, b)
	}
	return b
}

// sources are the notes that something came from. A tap goes to the note on its board. A note that says the same as what
// came from it is not said twice.
func (p *Panel) sources(ids []board.ID, said string) {
	for _, id := range ids {
		if n, ok := p.seen.notes[id]; ok {
			if n.Text == said {
				n.Text = p.o.Words.T("pdf.source")
			}
			p.list.Add(newSource(n, p.scroll, func() { p.o.Travel(id) }))
		}
	}
}

func (p *Panel) conditions() {
	if len(p.seen.plan.Conditions) == 0 {
		return
	}
	words := p.o.Words
	p.list.Add(look.Space(0, look.Gap))
	p.list.Add(widget.NewSeparator())
	p.list.Add(p.heading(words.T("conditions.title")))
	for _, c := range p.seen.plan.Conditions {
		p.list.Add(p.field(&field{text: c.Name, empty: words.T("condition.name"), bold: true, set: func(text string) {
			after := c
			after.Name = strings.TrimSpace(text)
			p.edit("condition", c, after)
		}}))
		p.answers(c)
		p.sources(c.Sources, c.Name)
	}
}

func (p *Panel) heading(text string) fyne.CanvasObject {
	s := look.NewSentence(text, width-2*padX)
	s.Em, s.Bold = look.Section, true
	return inset(s)
}

// answers say which actions meet a condition, or that none does.
func (p *Panel) answers(c board.Condition) {
	words := p.o.Words
	var what []string
	for _, a := range p.seen.plan.Actions() {
		if slices.Contains(c.Answers, a.ID) {
			what = append(what, a.What)
		}
	}
	switch {
	case c.Parked:
		p.list.Add(p.small(words.T("condition.parked")))
	case len(what) == 0:
		s := look.NewSentence(words.T("condition.unanswered"), width-2*padX)
		s.Em, s.Voice = look.Small, look.Warn
		p.list.Add(inset(s))
	default:
		p.list.Add(p.small(words.T("condition.answered") + ": " + strings.Join(what, "; ")))
	}
}

func (p *Panel) unused() {
	if len(p.seen.unused) == 0 {
		return
	}
	words := p.o.Words
	p.list.Add(look.Space(0, look.Gap))
	p.list.Add(widget.NewSeparator())
	p.list.Add(p.heading(words.T("plan.unused")))
	p.list.Add(p.small(words.N("notes.unused", len(p.seen.unused))))
	for _, n := range p.seen.unused {
		p.list.Add(newSource(n, p.scroll, func() { p.o.Travel(n.ID) }))
	}
}
