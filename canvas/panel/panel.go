// Package panel is what can stand beside the board: the acquisition plan, where people change what, who, when and how far,
// and a search through the texts of all boards.
package panel

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/plan"
	"samenbord/canvas/look"
)

// Options say what a panel shows and what it asks of the window around it.
type Options struct {
	Session  *board.Session
	Words    *assets.Dictionary
	ReadOnly bool
	Do       func(name string, changes ...board.Change)
	Draft    func()            // adds to the plan what it lacks
	Travel   func(board.ID)    // shows a note on its board
	Close    func()            // the panel is to go away
	Tell     func(text string) // says what people should know
	Now      func() time.Time  // nil is time.Now
}

// Panel is the plan beside the board.
type Panel struct {
	look.Card
	o      Options
	list   *fyne.Container
	scroll *look.Scroll
	seen   state
	typing int  // fields that are being typed in
	stale  bool // the plan changed meanwhile
}

// state is what the panel shows.
type state struct {
	plan   board.Plan
	people []board.Person
	notes  map[board.ID]board.Note // the sources
	unused []board.Note
	words  *assets.Dictionary
}

// width is the room for words within the panel, in screen units.
const width = look.SidePanel - 2*look.Margin - 12

// New is a panel with the plan as it stands.
func New(o Options) *Panel {
	if o.Now == nil {
		o.Now = time.Now
	}
	p := &Panel{o: o, list: container.NewVBox()}
	p.scroll = look.NewScroll(p.list)
	closing := look.NewButton(look.IconClose, "", o.Close)
	head := container.NewBorder(nil, nil, nil, closing, look.NewHeading(o.Words.T("plan.title"), look.Section))
	var foot fyne.CanvasObject
	if !o.ReadOnly {
		foot = look.NewOutlined(look.IconPlan, o.Words.T("button.plan.draft"), o.Draft)
	}
	p.Content, p.Radius, p.Padding = container.NewBorder(head, foot, nil, nil, p.scroll), look.Radius, look.Margin
	p.ExtendBaseWidget(p)
	p.Update()
	return p
}

// Update shows the plan as it now stands. While somebody types in the panel it waits until they are done.
func (p *Panel) Update() {
	if p.typing > 0 {
		p.stale = true
		return
	}
	p.stale = false
	next := p.read()
	if reflect.DeepEqual(next, p.seen) {
		return
	}
	p.seen = next
	p.build()
}

func (p *Panel) read() state {
	s := state{notes: map[board.ID]board.Note{}, words: p.o.Words}
	p.o.Session.Read(func(w *board.Workshop) {
		s.plan, s.people, s.unused = w.Plan(), w.People(), plan.Unused(w)
		keep := func(ids []board.ID) {
			for _, id := range ids {
				if n, ok := w.Note(id); ok {
					s.notes[id] = n
				}
			}
		}
		for _, a := range s.plan.Actions() {
			keep(a.Sources)
		}
		for _, c := range s.plan.Conditions {
			keep(c.Sources)
		}
		keep(s.plan.Sources)
	})
	return s
}

// busy counts the fields that are being typed in.
func (p *Panel) busy(on bool) {
	if on {
		p.typing++
		return
	}
	p.typing--
	if p.typing == 0 && p.stale {
		p.Update()
	}
}

func (p *Panel) build() {
	p.list.Objects = nil
	s, words := p.seen, p.o.Words
	if len(s.plan.Themes) == 0 && len(s.plan.Conditions) == 0 && s.plan.Goal == "" {
		p.list.Add(p.prose(words.T("plan.empty"), look.Whisper))
	} else {
		p.goal()
		for _, t := range s.plan.Themes {
			p.theme(t)
		}
		p.conditions()
	}
	p.unused()
	p.list.Refresh()
	p.scroll.Refresh()
}

func (p *Panel) prose(text string, v look.Voice) fyne.CanvasObject {
	s := look.NewSentence(text, width-2*padX)
	s.Voice = v
	return inset(s)
}

// small is a line of small muted words.
func (p *Panel) small(text string) fyne.CanvasObject {
	s := look.NewSentence(text, width-2*padX)
	s.Em, s.Voice = look.Small, look.Whisper
	return inset(s)
}

func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(look.Space(padX-4, 0), o)
}

// field is text of the plan that can be changed, unless the workshop is open for reading only.
func (p *Panel) field(f *field) *field {
	f.busy, f.Scroll = p.busy, p.scroll
	if f.width == 0 {
		f.width = width
	}
	if f.em == 0 {
		f.em = look.Body
	}
	if p.o.ReadOnly {
		f.set = nil
	}
	return newField(f)
}

// edit changes one item of the plan as one gesture.
func (p *Panel) edit(name string, before, after board.Item) {
	if c, ok := board.Edit(before, after); ok {
		p.o.Do(name, c)
	}
}
