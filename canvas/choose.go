package canvas

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// option is one line of a panel to choose from.
type option struct {
	icon look.Icon
	word string
	on   bool
	run  func()
}

// pickOne opens a panel with options near the bar of what is chosen, and below them a field for something new; nil for
// none.
func (d *desk) pickOne(options []option, hint string, fresh func(string)) {
	pop := new(look.Popover)
	list := container.NewVBox()
	for _, o := range options {
		item := look.NewButton(o.icon, o.word, func() { pop.Hide(); o.run(); d.surface.focus() })
		item.Leading, item.On = true, o.on
		list.Add(item)
	}
	scroll := look.NewScroll(list)
	size := list.MinSize()
	scroll.SetMinSize(fyne.NewSize(max(size.Width, 280), min(size.Height, 7*look.Target)))
	body := container.NewVBox(scroll)
	if fresh != nil {
		entry := look.NewEntry("", false)
		entry.SetPlaceHolder(hint)
		entry.Enter = func() {
			if text := strings.TrimSpace(entry.Text); text != "" {
				pop.Hide()
				fresh(text)
				d.surface.focus()
			}
		}
		entry.Escape = func() { pop.Hide(); d.surface.focus() }
		body.Add(entry)
		defer func() { d.w.win.Canvas().Focus(entry) }()
	}
	*pop = *look.ShowPopover(d.w.win.Canvas(), body, d.bar.notes)
}

func (d *desk) canSend() bool {
	return len(d.chosenNotes()) > 0 && len(d.top.steps.stops) > 1
}

// showSend lets people choose a step to send what is chosen to.
func (d *desk) showSend() {
	var options []option
	for _, s := range d.top.steps.stops {
		if s.id != d.step {
			options = append(options, option{look.IconArrow, s.name, false, func() { d.send(s) }})
		}
	}
	d.pickOne(options, "", nil)
}

func (d *desk) send(to stop) {
	ids := d.chosenNotes()
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) { changes = tool.Send(w, ids, to.id) })
	if d.change("send", changes) {
		d.strip.say(d.words.N("send.done", len(ids), to.name), offer{d.words.T("button.look"), func() { d.travelTo(ids[0]) }})
	}
}

// showTags lets people give what is chosen a tag that is in use, or a new one.
func (d *desk) showTags() {
	ids := d.chosenNotes()
	var options []option
	for _, t := range d.tags() {
		on := d.allTagged(ids, t)
		options = append(options, option{look.IconTag, t, on, func() { d.tag(ids, t, !on) }})
	}
	d.pickOne(options, d.words.T("tag.new"), func(t string) { d.tag(ids, t, true) })
}

func (d *desk) tag(ids []board.ID, tag string, on bool) {
	d.change("tag", tool.SetTag(d.surface.hand.Board(), ids, tag, on))
}

// tags are those in use on any board, sorted.
func (d *desk) tags() []string {
	had := map[string]bool{}
	d.session.Read(func(w *board.Workshop) {
		for _, s := range w.Steps() {
			for _, n := range w.Board(s.ID).Notes {
				for _, t := range n.Tags {
					had[t] = true
				}
			}
		}
	})
	var out []string
	for t := range had {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

func (d *desk) allTagged(ids []board.ID, tag string) bool {
	for _, id := range ids {
		if n, ok := d.surface.hand.Board().Note(id); ok && !slices.Contains(n.Tags, tag) {
			return false
		}
	}
	return true
}

// showAuthors lets people say who wrote what is chosen: somebody in the room, or somebody new.
func (d *desk) showAuthors() {
	ids := d.chosenNotes()
	set := func(p board.ID) {
		d.change("edit", tool.SetAuthor(d.surface.hand.Board(), ids, p))
	}
	options := []option{{look.IconClose, d.words.T("author.none"), false, func() { set("") }}}
	var last string
	d.session.Read(func(w *board.Workshop) {
		for _, p := range w.People() {
			options = append(options, option{look.IconPeople, p.Name, false, func() { set(p.ID) }})
			last = p.Order
		}
	})
	d.pickOne(options, d.words.T("author.new"), func(name string) {
		p := board.Person{ID: board.NewID(), Order: board.Between(last, ""), Name: name}
		d.change("edit", append([]board.Change{board.Create(p)}, tool.SetAuthor(d.surface.hand.Board(), ids, p.ID)...))
	})
}
