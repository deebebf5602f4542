package scene

import (
	"samenbord/board"
)

// Measures of the frame of a cluster, in board units.
const (
	frameRadius  = 20
	nameSize     = 28
	nameLeast    = 20
	subtitleSize = 16
)

// clusters draws the frames with their names.
func (l *layouter) clusters(b *board.Board) {
	if len(b.Clusters) == 0 {
		return
	}
	grown := map[board.ID]board.Rect{}
	for _, n := range b.Notes {
		if n.Cluster != "" {
			grown[n.Cluster] = grown[n.Cluster].Union(drawn(n, l.fit(n)))
		}
	}
	for _, c := range b.Clusters {
		l.frames[c.ID] = frame(b, c, grown[c.ID])
		if !l.hidden(c.ID) {
			l.cluster(c, l.frames[c.ID])
		}
	}
}

// Frame is the frame of a cluster as it is drawn: that of the board, around all of the notes that outgrew their size.
func Frame(b *board.Board, c board.Cluster) board.Rect {
	var t setter
	var grown board.Rect
	for _, n := range b.Notes {
		if n.Cluster == c.ID {
			grown = grown.Union(drawn(n, noteFit(&t, n)))
		}
	}
	return frame(b, c, grown)
}

func frame(b *board.Board, c board.Cluster, grown board.Rect) board.Rect {
	f := b.Frame(c)
	if !grown.Empty() {
		f = f.Union(grown.Grow(board.FramePadding))
	}
	return f
}

// drawn is the upright box around a note as it is drawn.
func drawn(n board.Note, f fit) board.Rect {
	at := Place{Turn: n.Turn, About: n.Rect.Center()}
	return at.turned(f.rect)
}

// cluster draws one frame.
func (l *layouter) cluster(c board.Cluster, f board.Rect) {
	at := Place{Obj: c.ID}
	p := Path{Fill: l.o.Palette.Frame, Stroke: l.o.Palette.Rim, Width: 2}
	if c.Rest {
		p.Fill, p.Dash = l.o.Palette.Board, []float64{10, 8}
	}
	l.fill(at, rounded(f, frameRadius), p)
	name := c.Name
	if name == "" && c.Rest {
		name = l.o.Words.Rest
	}
	l.title(at, f, name, c)
}

// title writes the name in the heading of a frame, in smaller letters and two lines where it is long, and the subtitle
// below where there is room.
func (l *layouter) title(at Place, f board.Rect, name string, c board.Cluster) {
	style := Style{Font: SansBold, Size: nameSize, Leading: 1.15, Color: l.o.Palette.Ink}
	if c.Rest {
		style.Color = l.o.Palette.Muted
	}
	room := float64(board.FrameHeading + board.FramePadding - 24)
	w := f.W - 2*board.FramePadding
	l.text.load(name, SansBold)
	for l.text.fit(style.Size, w) > 1 && style.Size > nameLeast {
		style.Size -= 2
	}
	if l.text.fit(style.Size, w) > 2 {
		style.Size = 16
	}
	lines := l.text.fit(style.Size, w)
	below := l.write(at, l.text.lines(style, w)[:min(lines, 3)], board.Point{X: f.X + board.FramePadding, Y: f.Y + 14}, style)
	sub := Style{Size: subtitleSize, Leading: 1.25, Color: l.o.Palette.Muted}
	if c.Subtitle == "" || style.Height(lines)+sub.leading() > room {
		return
	}
	text := l.set(c.Subtitle, sub, w)
	if len(text) > 1 {
		text = l.set(text[0].Text+" …", sub, w+40)[:1]
	}
	l.write(at, text, below, sub)
}
