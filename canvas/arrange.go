package canvas

import (
	"fyne.io/fyne/v2"

	"samenbord/board"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// How far one press of a key moves what is chosen, in board units, how far it turns it, in degrees, and by how much it
// grows.
const (
	nudgeNear = 2
	nudgeFar  = 20
	turnBy    = 15
	growBy    = 1.1
)

// arrangeCommands are the commands that put what is chosen in order.
func arrangeCommands() map[commandName]command {
	some := func(n int) func(*desk) bool {
		return func(d *desk) bool { return len(d.surface.hand.Selection.All()) >= n }
	}
	notes := func(d *desk) bool { return len(d.chosenNotes()) > 0 }
	table := map[commandName]command{
		cmdDuplicate:  {word: "command.duplicate", icon: look.IconDuplicate, keys: []key{ctrl(fyne.KeyD)}, ready: some(1), run: (*desk).duplicate, alter: true},
		cmdSend:       {word: "command.send", icon: look.IconSend, ready: (*desk).canSend, run: (*desk).showSend, alter: true},
		cmdTag:        {word: "command.tag", icon: look.IconTag, keys: []key{letter('t')}, ready: notes, run: (*desk).showTags, alter: true},
		cmdAuthor:     {word: "command.author", icon: look.IconPeople, ready: notes, run: (*desk).showAuthors, alter: true},
		cmdMore:       {word: "command.more", icon: look.IconMore, ready: some(1), run: (*desk).showMore, alter: true},
		cmdSplit:      {word: "command.split", icon: look.IconSplit, ready: (*desk).canSplit, run: (*desk).split, alter: true},
		cmdMerge:      {word: "command.merge", icon: look.IconMerge, ready: func(d *desk) bool { return len(d.chosenClusters()) > 1 }, run: (*desk).merge, alter: true},
		cmdFix:        {word: "command.fix", icon: look.IconPin, keys: []key{ctrl(fyne.KeyL)}, ready: some(1), run: func(d *desk) { d.lock(board.Fixed) }, alter: true},
		cmdBackground: {word: "command.background", icon: look.IconBehind, ready: some(1), run: func(d *desk) { d.lock(board.Background) }, alter: true},
		cmdUnlock:     {word: "command.unlock", icon: look.IconUnlock, keys: []key{ctrlShift(fyne.KeyL)}, ready: (*desk).anyLocked, run: (*desk).unlock, alter: true},
	}
	for n, c := range map[commandName]struct {
		word, did string
		icon      look.Icon
		keys      []key
		least     int
		make      func(*board.Board, []board.ID) []board.Change
	}{
		cmdTidy:         {"command.tidy", "align", look.IconGrid, []key{letter('r')}, 2, tool.Tidy},
		cmdAlignLeft:    {"command.align.left", "align", look.IconAlignLeft, nil, 2, aligning(tool.AtLeft)},
		cmdAlignCenter:  {"command.align.center", "align", look.IconAlignCenter, nil, 2, aligning(tool.AtCenter)},
		cmdAlignRight:   {"command.align.right", "align", look.IconAlignRight, nil, 2, aligning(tool.AtRight)},
		cmdAlignTop:     {"command.align.top", "align", look.IconAlignTop, nil, 2, aligning(tool.AtTop)},
		cmdAlignMiddle:  {"command.align.middle", "align", look.IconAlignMiddle, nil, 2, aligning(tool.AtMiddle)},
		cmdAlignBottom:  {"command.align.bottom", "align", look.IconAlignBottom, nil, 2, aligning(tool.AtBottom)},
		cmdSpreadAcross: {"command.spread.across", "align", look.IconSpreadAcross, nil, 3, spreading(true)},
		cmdSpreadDown:   {"command.spread.down", "align", look.IconSpreadDown, nil, 3, spreading(false)},
		cmdFront:        {"command.front", "order", look.IconFront, []key{ctrlShift(fyne.KeyRightBracket)}, 1, stacking(tool.ToFront)},
		cmdForward:      {"command.forward", "order", look.IconFront, []key{ctrl(fyne.KeyRightBracket)}, 1, stacking(tool.Forward)},
		cmdBackward:     {"command.backward", "order", look.IconBehind, []key{ctrl(fyne.KeyLeftBracket)}, 1, stacking(tool.Backward)},
		cmdBehind:       {"command.behind", "order", look.IconBehind, []key{ctrlShift(fyne.KeyLeftBracket)}, 1, stacking(tool.ToBack)},
		cmdTurnLeft:     {"command.turn.left", "turn", look.IconUndo, []key{letter(',')}, 1, turning(-turnBy)},
		cmdTurnRight:    {"command.turn.right", "turn", look.IconRedo, []key{letter('.')}, 1, turning(turnBy)},
		cmdLarger:       {"command.larger", "resize", look.IconPlus, []key{letter('>')}, 1, growing(growBy)},
		cmdSmaller:      {"command.smaller", "resize", look.IconMinus, []key{letter('<')}, 1, growing(1 / growBy)},
		cmdChain:        {"command.chain", "link", look.IconLink, nil, 2, tool.Chain},
	} {
		table[n] = command{word: c.word, icon: c.icon, keys: c.keys, ready: some(c.least), alter: true, run: func(d *desk) {
			d.change(c.did, c.make(d.surface.hand.Board(), d.surface.hand.Selection.All()))
		}}
	}
	return table
}

func aligning(to tool.Side) func(*board.Board, []board.ID) []board.Change {
	return func(b *board.Board, ids []board.ID) []board.Change { return tool.Align(b, ids, to) }
}

func spreading(across bool) func(*board.Board, []board.ID) []board.Change {
	return func(b *board.Board, ids []board.ID) []board.Change { return tool.Distribute(b, ids, across) }
}

func stacking(to tool.Level) func(*board.Board, []board.ID) []board.Change {
	return func(b *board.Board, ids []board.ID) []board.Change { return tool.Stack(b, ids, to) }
}

func turning(degrees float64) func(*board.Board, []board.ID) []board.Change {
	return func(b *board.Board, ids []board.ID) []board.Change { return tool.Turn(b, ids, degrees) }
}

func growing(factor float64) func(*board.Board, []board.ID) []board.Change {
	return func(b *board.Board, ids []board.ID) []board.Change { return tool.Resize(b, ids, factor) }
}

// chosenNotes are the notes among what is chosen.
func (d *desk) chosenNotes() []board.ID {
	var out []board.ID
	for _, id := range d.surface.hand.Selection.All() {
		if _, ok := d.surface.hand.Board().Note(id); ok {
			out = append(out, id)
		}
	}
	return out
}

// nudge moves what is chosen a little way in a direction.
func (d *desk) nudge(dir board.Point, far bool) {
	step := float64(nudgeNear)
	if far {
		step = nudgeFar
	}
	d.change("move", tool.Nudge(d.surface.hand.Board(), d.surface.hand.Selection.All(), dir.Scale(step)))
}

func (d *desk) duplicate() {
	fresh, changes := tool.Duplicate(d.surface.hand.Board(), d.surface.hand.Selection.All())
	if d.change("duplicate", changes) {
		d.surface.hand.Selection.Set(fresh...)
		d.surface.selected()
	}
}

func (d *desk) lock(l board.Lock) {
	name := "lock"
	ids := d.surface.hand.Selection.All()
	if l == board.Background {
		defer d.surface.hand.Selection.Clear()
	}
	d.change(name, tool.SetLock(d.surface.hand.Board(), ids, l))
}

// unlock lets go what is chosen; where nothing is chosen, all that lies in the background, since that cannot be chosen.
func (d *desk) unlock() {
	b := d.surface.hand.Board()
	ids := d.surface.hand.Selection.All()
	if len(ids) == 0 {
		ids = tool.InBackground(b)
	}
	if d.change("unlock", tool.SetLock(b, ids, board.Unlocked)) {
		d.surface.hand.Selection.Set(ids...)
		d.surface.selected()
	}
}

func (d *desk) anyLocked() bool {
	b := d.surface.hand.Board()
	if chosen := d.surface.hand.Selection.All(); len(chosen) > 0 {
		return tool.AnyLocked(b, chosen)
	}
	return len(tool.InBackground(b)) > 0
}

// chosenClusters are the clusters that chosen notes belong to, in the order in which they were chosen.
func (d *desk) chosenClusters() []board.ID {
	var out []board.ID
	had := map[board.ID]bool{"": true}
	for _, id := range d.surface.hand.Selection.All() {
		if n, ok := d.surface.hand.Board().Note(id); ok && !had[n.Cluster] {
			had[n.Cluster] = true
			out = append(out, n.Cluster)
		}
	}
	return out
}

func (d *desk) merge() {
	into, changes := tool.Merge(d.surface.hand.Board(), d.chosenClusters())
	if d.change("merge", changes) {
		d.surface.hand.Selection.SetCluster(into)
		d.surface.selected()
	}
}

func (d *desk) canSplit() bool {
	_, changes := tool.Split(d.surface.hand.Board(), d.surface.hand.Selection.All(), "")
	return len(d.chosenClusters()) == 1 && len(changes) > 0
}

func (d *desk) split() {
	fresh, changes := tool.Split(d.surface.hand.Board(), d.surface.hand.Selection.All(), d.words.T("cluster.new"))
	if d.change("split", changes) {
		d.surface.hand.Selection.SetCluster(fresh)
		d.surface.selected()
		d.rename(fresh)
	}
}

// fitChosen shows what is chosen, as large as the window allows.
func (d *desk) fitChosen() {
	d.jump()
	d.surface.come(around(d.surface.chosenBoxes(tool.Preview{})))
}
