package canvas

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// offered is something that the palette can do: a command, or going to a step.
type offered struct {
	icon       look.Icon
	word, keys string
	run        func()
}

// palette finds commands by the words in their names.
type palette struct {
	d      *desk
	pop    *look.Popover
	entry  *look.Entry
	list   *fyne.Container
	shown  []offered
	chosen int
}

// How many commands the palette shows, and how wide it is, in screen units.
const (
	paletteRows  = 8
	paletteWidth = 560
)

// openPalette opens the palette in the middle of the window.
func (d *desk) openPalette() {
	p := &palette{d: d, entry: look.NewEntry("", false), list: container.NewVBox()}
	p.entry.SetPlaceHolder(d.words.T("palette.hint"))
	p.entry.OnChanged = func(string) { p.chosen = 0; p.show() }
	p.entry.Up, p.entry.Down = func() { p.move(-1) }, func() { p.move(1) }
	p.entry.Enter = func() { p.run(p.chosen) }
	p.entry.Escape = p.close
	room := look.Space(paletteWidth, paletteRows*look.Target+look.Gap)
	body := container.NewBorder(p.entry, nil, nil, nil, container.NewStack(room, p.list))
	p.show()
	p.pop = look.ShowDialog(d.w.win.Canvas(), body)
	d.w.win.Canvas().Focus(p.entry)
}

func (p *palette) close() {
	p.pop.Hide()
	p.d.surface.focus()
}

// move chooses another line.
func (p *palette) move(by int) {
	if n := len(p.shown); n > 0 {
		p.chosen = (p.chosen + by + n) % n
		p.mark()
	}
}

func (p *palette) run(i int) {
	if i >= len(p.shown) {
		return
	}
	p.close()
	p.shown[i].run()
}

// show lists what the typed words find.
func (p *palette) show() {
	p.shown = p.d.offers(p.entry.Text)
	p.list.Objects = nil
	for i, o := range p.shown {
		p.list.Add(look.NewItem(o.icon, o.word, o.keys, func() { p.run(i) }))
	}
	if len(p.shown) == 0 {
		p.list.Add(container.NewPadded(look.NewWord(p.d.words.T("palette.none"), look.Body, look.Whisper)))
	}
	p.mark()
}

// mark shows which line Enter would run.
func (p *palette) mark() {
	for i, o := range p.list.Objects {
		if b := look.ButtonOf(o); b != nil {
			b.Set(i == p.chosen, false)
		}
	}
	p.list.Refresh()
}

// offers are what can be done now, best first, of which all typed words begin a word of the name or stand in it.
func (d *desk) offers(query string) []offered {
	words := strings.Fields(tool.Fold(query))
	type ranked struct {
		offered
		rank int
	}
	var out []ranked
	add := func(o offered) {
		if rank, ok := rankOf(tool.Fold(o.word), words); ok {
			out = append(out, ranked{o, rank})
		}
	}
	for n, c := range d.commands {
		if name := commandName(n); c.word != "" && name != cmdPalette && d.able(name) {
			add(offered{c.icon, d.words.T(c.word), keysOf(c), func() { d.tapped(name) }})
		}
	}
	for _, s := range d.top.steps.stops {
		add(offered{look.IconArrow, s.name, "", func() { d.jump(); d.goTo(s.id) }})
	}
	slices.SortStableFunc(out, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(len(a.word), len(b.word)))
	})
	offers := make([]offered, 0, paletteRows)
	for _, o := range out[:min(len(out), paletteRows)] {
		offers = append(offers, o.offered)
	}
	return offers
}

// rankOf says how well words fit a name: 0 where all begin words of it in order, more where they merely stand in it. ok
// is false where one is missing.
func rankOf(name string, words []string) (rank int, ok bool) {
	for i, w := range words {
		switch at := strings.Index(name, w); {
		case at < 0:
			return 0, false
		case at == 0 && i == 0:
		case strings.Contains(" "+name, " "+w):
			rank++
		default:
			rank += 10
		}
	}
	return rank, true
}
