package panel

import (
	"image/color"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/canvas/look"
)

// Hit is something on a board whose text holds what was looked for.
type Hit struct {
	Step     board.ID
	StepName string
	ID       board.ID
	Text     string
	From, To int // what was looked for is the text from one byte up to another
}

// FindOptions say where a panel looks and what it asks of the window around it.
type FindOptions struct {
	Words  *assets.Dictionary
	Search func(query string) []Hit                        // called on a goroutine of its own, one at a time
	About  func(board.ID) (paper color.Color, i look.Icon) // the paper of a note, or the icon of something else
	Visit  func(Hit)                                       // shows what was found on its board
	Leave  func()                                          // the panel is to go away, and people back to where they were
	Close  func()                                          // the panel is to go away
	Focus  func(fyne.Focusable)                            // gives the keyboard to the field
	Post   func(func())                                    // has something done on the goroutine of the user interface
	Wait   time.Duration                                   // how long to wait for the next letter
}

// Find looks for text on all boards while people type, and goes to what it finds.
type Find struct {
	look.Card
	o      FindOptions
	query  *query
	count  *look.Word
	list   *hits
	scroll *look.Scroll
	found  []Hit
	asked  string // what found holds
	round  int    // tells a late search from the present one
	busy   bool   // a search is under way
	timer  *time.Timer
	eager  int // where to go as soon as a search is done: 1 for the next, -1 for the one before, 0 for nowhere
}

// NewFind is a panel that looks for nothing yet.
func NewFind(o FindOptions) *Find {
	f := &Find{o: o, count: look.NewWord("", look.Small, look.Whisper)}
	f.list = newHits(f)
	f.scroll = look.NewScroll(f.list)
	f.list.Scroll = f.scroll
	f.query = newQuery(f)
	f.query.SetPlaceHolder(o.Words.T("find.hint"))
	closing := look.NewButton(look.IconClose, "", o.Close)
	previous := look.NewButton(iconUp, "", func() { f.step(-1) })
	next := look.NewButton(iconDown, "", func() { f.step(1) })
	head := container.NewBorder(nil, nil, nil, closing, look.NewHeading(o.Words.T("find.title"), look.Section))
	tally := container.NewBorder(nil, nil, nil, container.NewHBox(previous, next), f.count)
	top := container.NewVBox(head, f.query, tally)
	f.Content, f.Radius, f.Padding = container.NewBorder(top, nil, nil, nil, f.scroll), look.Radius, look.Margin
	f.ExtendBaseWidget(f)
	f.tell()
	return f
}

// The icons that go up and down a list.
const (
	iconUp   look.Icon = `<path d="m6 15 6-6 6 6"/>`
	iconDown look.Icon = `<path d="m6 9 6 6 6-6"/>`
)

// Focus lets people type what to look for, in place of what they typed before.
func (f *Find) Focus() {
	f.focus()
	f.query.SelectAll()
}

func (f *Find) focus() { f.o.Focus(f.query) }

// Update looks again, because the workshop has changed.
func (f *Find) Update() { f.later() }

// Stop forgets what is under way.
func (f *Find) Stop() {
	f.round++
	if f.timer != nil {
		f.timer.Stop()
	}
}

// later looks once people type no further.
func (f *Find) later() {
	f.Stop()
	round := f.round
	f.timer = time.AfterFunc(f.o.Wait, func() {
		f.o.Post(func() {
			if f.round == round {
				f.look()
			}
		})
	})
}

// look looks for what is typed in the background; while it does, what is typed further waits.
func (f *Find) look() {
	text := strings.TrimSpace(f.query.Text)
	if text == "" {
		f.show(text, nil)
		return
	}
	if f.busy {
		f.later()
		return
	}
	f.busy = true
	round := f.round
	go func() {
		found := f.o.Search(text)
		f.o.Post(func() {
			f.busy = false
			if f.round == round {
				f.show(text, found)
			}
		})
	}()
}

// show lists what was found. What people went to stays marked where it is found again.
func (f *Find) show(text string, found []Hit) {
	at := -1
	if c := f.list.chosen; text == f.asked && c >= 0 && c < len(f.found) {
		at = slices.IndexFunc(found, func(h Hit) bool { return h.ID == f.found[c].ID })
	}
	again := text == f.asked
	f.found, f.asked = found, text
	f.list.chosen = at
	f.list.set(found)
	if !again {
		f.scroll.ScrollToTop()
	}
	f.scroll.Refresh()
	f.tell()
	if way := f.eager; way != 0 {
		f.eager = 0
		f.step(way)
	}
}

// tell says how much was found.
func (f *Find) tell() {
	words := f.o.Words
	steps := map[board.ID]bool{}
	for _, h := range f.found {
		steps[h.Step] = true
	}
	switch {
	case f.asked == "":
		f.count.Text = words.T("find.where")
	case len(f.found) == 0:
		f.count.Text = words.T("find.nothing")
	case f.list.chosen >= 0:
		f.count.Text = words.T("find.at", f.list.chosen+1, len(f.found))
	default:
		f.count.Text = words.T("find.count", len(f.found), words.N("steps", len(steps)))
	}
	f.count.Refresh()
}

// step goes to the next thing that was found, or to the one before, around the end. Where a search is still under way it
// goes there when that is done.
func (f *Find) step(by int) {
	switch {
	case strings.TrimSpace(f.query.Text) != f.asked:
		f.eager = by
		return
	case len(f.found) == 0:
		return
	case f.list.chosen < 0 && by < 0:
		f.visit(len(f.found) - 1)
	default:
		f.visit((f.list.chosen + by + len(f.found)) % len(f.found))
	}
}

// visit goes to something that was found.
func (f *Find) visit(i int) {
	f.list.choose(i)
	f.tell()
	f.o.Visit(f.found[i])
	f.focus()
}

// query is the field for what to look for.
type query struct {
	look.Entry
	f *Find
}

func newQuery(f *Find) *query {
	q := &query{f: f}
	q.ExtendBaseWidget(q)
	q.OnChanged = func(string) { f.eager = 0; f.later() }
	return q
}

// TypedKey implements [fyne.Focusable].
func (q *query) TypedKey(e *fyne.KeyEvent) {
	by := 1
	if look.Modifiers()&fyne.KeyModifierShift != 0 {
		by = -1
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		q.f.step(by)
	case fyne.KeyDown:
		q.f.step(1)
	case fyne.KeyUp:
		q.f.step(-1)
	case fyne.KeyEscape:
		q.f.o.Leave()
	default:
		q.Entry.TypedKey(e)
	}
}

// TypedShortcut implements [fyne.Shortcutable]: Ctrl with F looks for something else.
func (q *query) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyF {
		q.SelectAll()
		return
	}
	q.Entry.TypedShortcut(s)
}
