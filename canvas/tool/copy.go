package tool

import (
	"slices"

	"samenbord/board"
	"samenbord/board/scene"
)

// Duplicate puts copies of pieces beside them, where there is room, and returns their IDs. What is drawn on a note and
// the links between two copied pieces are copied too. A copy is locked by nobody.
func Duplicate(b *board.Board, ids []board.ID) ([]board.ID, []board.Change) {
	all := pieces(b, ids)
	if len(all) == 0 {
		return nil, nil
	}
	by := besideAll(b, around(all))
	fresh := map[board.ID]board.ID{}
	var out []board.ID
	var changes []board.Change
	last := Top(b)
	for _, p := range all {
		id := board.NewID()
		fresh[p.id], out = id, append(out, id)
		changes = append(changes, board.Create(copied(p, id, by, last)))
		last = board.Between(last, "")
	}
	return out, append(changes, alongWith(b, fresh)...)
}

// besideAll is how far copies go: to the right of the box, or below it where notes lie there.
func besideAll(b *board.Board, box board.Rect) board.Point {
	right, below := board.Point{X: box.W + Gap}, board.Point{Y: box.H + Gap}
	if len(b.NotesIn(box.Move(right))) > 0 && len(b.NotesIn(box.Move(below))) == 0 {
		return below
	}
	return right
}

func copied(p piece, id board.ID, by board.Point, order string) board.Item {
	switch i := p.item.(type) {
	case board.Note:
		i.ID, i.Rect, i.Lock, i.Order = id, i.Rect.Move(by), board.Unlocked, order
		return i
	case board.Image:
		i.ID, i.Rect, i.Lock, i.Order = id, i.Rect.Move(by), board.Unlocked, order
		return i
	case board.Text:
		i.ID, i.Rect, i.Lock, i.Order = id, i.Rect.Move(by), board.Unlocked, order
		return i
	case board.Ink:
		i.ID, i.At, i.Lock, i.Order = id, i.At.Add(by), board.Unlocked, order
		return i
	}
	panic("tool: a piece of no kind")
}

// alongWith copies what belongs to copied pieces: drawings on notes, and links of which both ends are copied.
func alongWith(b *board.Board, fresh map[board.ID]board.ID) []board.Change {
	var out []board.Change
	for _, i := range b.Inks {
		if on := fresh[i.On]; i.On != "" && on != "" {
			i.ID, i.On = board.NewID(), on
			out = append(out, board.Create(i))
		}
	}
	for _, l := range b.Links {
		if fresh[l.From] != "" && fresh[l.To] != "" {
			l.ID, l.From, l.To = board.NewID(), fresh[l.From], fresh[l.To]
			out = append(out, board.Create(l))
		}
	}
	return out
}

// Connect links one thing on a board to another and returns the link. There is none where it is there already, or would
// lead from a thing to itself.
func Connect(b *board.Board, from, to board.ID) (board.ID, []board.Change) {
	same := func(l board.Link) bool { return l.From == from && l.To == to }
	if from == to || from == "" || to == "" || slices.ContainsFunc(b.Links, same) {
		return "", nil
	}
	last := ""
	for _, l := range b.Links {
		last = max(last, l.Order)
	}
	l := board.Link{ID: board.NewID(), Step: b.Step.ID, Order: board.Between(last, ""), From: from, To: to}
	return l.ID, []board.Change{board.Create(l)}
}

// Chain links notes one after another in the order given.
func Chain(b *board.Board, ids []board.ID) []board.Change {
	var out []board.Change
	for i := 1; i < len(ids); i++ {
		_, changes := Connect(b, ids[i-1], ids[i])
		out = append(out, changes...)
	}
	return out
}

// SetTag gives notes a tag or takes it off.
func SetTag(b *board.Board, ids []board.ID, tag string, on bool) []board.Change {
	return edited(pick(b, ids), func(n *board.Note) {
		n.Tags = slices.DeleteFunc(slices.Clone(n.Tags), func(t string) bool { return t == tag })
		if on {
			n.Tags = append(n.Tags, tag)
		}
		slices.Sort(n.Tags)
	})
}

// SetAuthor says who wrote notes; "" says nobody.
func SetAuthor(b *board.Board, ids []board.ID, person board.ID) []board.Change {
	return edited(pick(b, ids), func(n *board.Note) { n.Author = person })
}

// textSizes are the sizes that letters of loose texts have, in board units.
var textSizes = []float64{22, 32, 44, 64, 96, 144}

// NewText is an empty loose text with its left side at p, in letters of about a size.
func NewText(b *board.Board, p board.Point, size float64) board.Text {
	last := ""
	for _, t := range b.Texts {
		last = max(last, t.Order)
	}
	t := board.Text{ID: board.NewID(), Step: b.Step.ID, Order: board.Between(last, ""), Size: textSizes[0]}
	for _, s := range textSizes {
		if s <= size*1.2 {
			t.Size = s
		}
	}
	t.Rect = board.Rect{X: p.X, Y: p.Y - t.Size*0.6, W: 18 * t.Size, H: 1.2 * t.Size}
	return t
}

// TextRect is the room that a loose text takes, in as many lines as it needs.
func TextRect(t board.Text) board.Rect {
	font := scene.Sans
	if t.Size >= 28 {
		font = scene.SansBold
	}
	lines := scene.Break(t.Text, scene.Style{Font: font, Size: t.Size, Leading: 1.2}, max(t.Rect.W, 1))
	r := t.Rect
	r.H = 1.2 * t.Size * float64(len(lines))
	return r
}

// NewImages are pictures of these shapes beside each other around p, each so long on its longer side.
func NewImages(b *board.Board, p board.Point, long, gap float64, shapes []board.Rect) []board.Image {
	order := ""
	for _, i := range b.Images {
		order = max(order, i.Order)
	}
	out := make([]board.Image, len(shapes))
	wide := -gap
	for i, s := range shapes {
		f := long / max(s.W, s.H, 1)
		order = board.Between(order, "")
		out[i] = board.Image{ID: board.NewID(), Step: b.Step.ID, Order: order, Rect: board.Rect{W: s.W * f, H: s.H * f}}
		wide += out[i].Rect.W + gap
	}
	x := p.X - wide/2
	for i := range out {
		r := &out[i].Rect
		r.X, r.Y = x, p.Y-r.H/2
		x += r.W + gap
	}
	return out
}
