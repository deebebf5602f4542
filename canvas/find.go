package canvas

import (
	"image/color"
	"time"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/look"
	"samenbord/canvas/panel"
	"samenbord/canvas/tool"
)

// iconFind is a magnifying glass.
const iconFind look.Icon = `<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`

// findWait is how long the search waits for the next letter.
const findWait = 120 * time.Millisecond

// finding is the panel that looks for text, and where people were when they opened it.
type finding struct {
	panel *panel.Find
	from  spot
	went  bool // people were led elsewhere meanwhile
}

// openFind opens the panel that looks for text, or lets people look for something else in it.
func (d *desk) openFind() {
	d.endWriting()
	if d.finding == nil {
		d.panel = nil
		d.finding = d.newFinding()
		d.reside()
	}
	d.finding.panel.Focus()
}

func (d *desk) newFinding() *finding {
	f := &finding{from: d.here()}
	f.panel = panel.NewFind(panel.FindOptions{
		Words: d.words, Search: d.search, About: d.about, Post: d.w.post, Wait: findWait,
		Focus: d.w.win.Canvas().Focus,
		Visit: func(h panel.Hit) {
			f.went = true
			d.visit(h.Step, h.ID)
		},
		Close: func() { d.closeFind(false) },
		Leave: func() { d.closeFind(true) },
	})
	return f
}

// closeFind closes the panel; back brings people to where they were when they opened it.
func (d *desk) closeFind(back bool) {
	f := d.finding
	if f == nil {
		return
	}
	f.panel.Stop()
	d.finding = nil
	d.reside()
	if back && f.went {
		d.surface.hand.Selection.Clear()
		d.stand(f.from)
	}
	d.surface.focus()
}

// reside shows the desk after the panel at its side came or went.
func (d *desk) reside() {
	whole := d.surface.whole
	d.restack()
	if whole {
		d.surface.fit()
	}
	d.chosen()
}

// search looks for text on all boards. Any goroutine may call it.
func (d *desk) search(query string) []panel.Hit {
	var out []panel.Hit
	d.session.Read(func(w *board.Workshop) {
		var step board.Step
		for _, f := range tool.Find(w, query) {
			if f.Step != step.ID {
				step, _ = w.Step(f.Step)
			}
			out = append(out, panel.Hit{Step: f.Step, StepName: step.Name, ID: f.ID, Text: f.Text, From: f.From, To: f.To})
		}
	})
	return out
}

// about is how the list of what was found shows what something is.
func (d *desk) about(id board.ID) (paper color.Color, icon look.Icon) {
	d.session.Read(func(w *board.Workshop) {
		switch w.Kind(id) {
		case board.KindNote:
			n, _ := w.Note(id)
			paper = d.surface.style.paper(n).Fill
		case board.KindCluster:
			icon = look.IconCluster
		case board.KindLink:
			icon = look.IconArrow
		default:
			icon = iconText
		}
	})
	return paper, icon
}

// iconText is a letter, for loose texts.
const iconText look.Icon = `<path d="M5 7V5h14v2"/><path d="M12 5v14"/><path d="M9 19h6"/>`

// visit shows something on the board of a step, and chooses it where it can be chosen.
func (d *desk) visit(step, id board.ID) {
	d.endWriting()
	d.jump()
	d.goTo(step)
	b, s := d.surface.hand.Board(), &d.surface.hand.Selection
	at := placeOf(b, id)
	if at.Empty() {
		return
	}
	s.Clear()
	if _, ok := b.Note(id); ok {
		s.Set(id)
	}
	for _, c := range b.Clusters {
		if c.ID == id {
			s.SetCluster(id)
		}
	}
	d.surface.come(at)
	d.surface.selected()
}

// placeOf is where something with a text is on a board; empty where it is not there.
func placeOf(b *board.Board, id board.ID) board.Rect {
	if n, ok := b.Note(id); ok {
		return n.Bounds()
	}
	for _, c := range b.Clusters {
		if c.ID == id {
			return scene.Frame(b, c)
		}
	}
	for _, t := range b.Texts {
		if t.ID == id {
			return t.Rect.Turned(t.Turn)
		}
	}
	for _, l := range b.Links {
		if l.ID == id {
			return placeOf(b, l.From).Union(placeOf(b, l.To))
		}
	}
	return board.Rect{}
}
