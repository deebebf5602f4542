package canvas

import (
	"errors"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/cluster"
	"samenbord/board/plan"
	"samenbord/canvas/tool"
)

func (d *desk) deleteChosen() {
	s, b := &d.surface.hand.Selection, d.surface.hand.Board()
	if c := s.Cluster(); c != "" {
		d.change("ungroup", tool.Dissolve(b, c))
		return
	}
	d.change("delete", tool.Delete(b, s.All()))
}

func (d *desk) recolor(color string) {
	d.change("color", tool.Recolor(d.surface.hand.Board(), d.surface.hand.Selection.All(), color))
	d.surface.focus()
}

func (d *desk) group() {
	id, changes := tool.Group(d.surface.hand.Board(), d.surface.hand.Selection.All(), d.words.T("cluster.new"))
	if d.change("cluster", changes) {
		d.surface.hand.Selection.SetCluster(id)
		d.surface.selected()
		d.rename(id)
	}
}

func (d *desk) ungroup() {
	d.change("leave", tool.Ungroup(d.surface.hand.Board(), d.surface.hand.Selection.All()))
}

func (d *desk) anyClustered() bool {
	for _, id := range d.surface.hand.Selection.All() {
		if n, ok := d.surface.hand.Board().Note(id); ok && n.Cluster != "" {
			return true
		}
	}
	return false
}

// undo takes back the last gesture and says what came back.
func (d *desk) undo() { d.took("undo.done", d.session.Undo) }

func (d *desk) redo() { d.took("redo.done", d.session.Redo) }

func (d *desk) took(word string, back func() (board.Undone, error)) {
	done, err := back()
	d.update()
	switch {
	case errors.Is(err, board.ErrNothing):
		d.strip.say(d.words.T("error.nothing"))
		return
	case err != nil:
		d.strip.warn(d.w.explain(err))
		return
	}
	text := d.words.T(word, d.words.T("did."+done.Name))
	if n := len(done.Skipped); n > 0 {
		text += ". " + d.words.N("undo.skipped", n)
	}
	d.strip.say(text)
	d.follow(done.Objects)
}

// cluster groups the loose notes of the step.
func (d *desk) cluster() {
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) {
		changes = cluster.Changes(w, d.step, cluster.Words{Rest: assets.Words(w.Info().Lang).T("board.rest")})
	})
	if len(changes) == 0 {
		d.strip.say(d.words.T("cluster.nothing"))
		return
	}
	if d.change("cluster", changes) {
		d.surface.hand.Selection.Clear()
		d.surface.fit()
		d.strip.say(d.words.N("cluster.done", len(d.surface.hand.Board().Clusters)), offer{d.words.T("button.undo"), func() { d.do(cmdUndo) }})
	}
}

// draft adds to the plan what it lacks.
func (d *desk) draft() {
	var changes []board.Change
	d.session.Read(func(w *board.Workshop) { changes = plan.Draft(w, cluster.Nearness) })
	if len(changes) == 0 {
		d.strip.say(d.words.T("plan.complete"))
		return
	}
	if d.change("plan", changes) {
		d.strip.say(d.words.T("plan.drafted"), offer{d.words.T("button.undo"), func() { d.do(cmdUndo) }})
	}
}
