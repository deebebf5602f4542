package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// maxLines is how many lines a stroke that is being drawn has on the screen; a longer one is shown with fewer points.
const maxLines = 220

// drawing is what a hand is drawing now: a stroke, a link, how things will lie, and with what they are in line.
func (l *live) drawing(s *surface, v tool.Preview, p look.Palette) []fyne.CanvasObject {
	k := pencil{l: l, s: s}
	if len(v.Stroke) > 0 {
		k.stroke(v.Stroke, v.Pen)
	} else if l.fresh.seq != 0 {
		k.stroke(l.fresh.points, l.fresh.pen)
	}
	for _, o := range v.Outlines[:min(len(v.Outlines), 40)] {
		for i := range o {
			k.line(o[i], o[(i+1)%4], p.Accent, 2)
		}
	}
	for _, g := range v.Guides {
		k.line(g.From, g.To, p.Danger, 1)
	}
	if len(v.Join) == 2 {
		k.line(v.Join[0], v.Join[1], p.Accent, 3)
	}
	if v.Target != "" {
		k.frame(v.Target, p)
	}
	return k.out
}

// pencil lays down lines that are used again from frame to frame.
type pencil struct {
	l   *live
	s   *surface
	n   int
	out []fyne.CanvasObject
}

func (k *pencil) line(a, b board.Point, c color.NRGBA, width float32) {
	if k.n == len(k.l.lines) {
		k.l.lines = append(k.l.lines, fcanvas.NewLine(c))
	}
	line := k.l.lines[k.n]
	k.n++
	line.Position1, line.Position2 = position(k.s.view.Screen(a)), position(k.s.view.Screen(b))
	line.StrokeColor, line.StrokeWidth = c, width
	k.out = append(k.out, line)
}

func (k *pencil) stroke(points []board.Point, pen tool.Pen) {
	for fine := 1.0; len(points) > maxLines; fine *= 2 {
		points = tool.Simplify(points, fine/k.s.view.Zoom)
	}
	palette := k.s.style.palette()
	c, width := palette.Pen(pen.Color), float32(max(pen.Width*k.s.view.Zoom, 1))
	if len(points) == 1 {
		k.line(points[0], points[0].Add(board.Point{X: 0.1}), c, width)
	}
	for i := 1; i < len(points); i++ {
		k.line(points[i-1], points[i], c, width)
	}
}

// frame shows what a link would lead to.
func (k *pencil) frame(id board.ID, p look.Palette) {
	b := k.s.hand.Board()
	r, ok := tool.Bounds(b, id)
	for _, c := range b.Clusters {
		if c.ID == id {
			r, ok = scene.Frame(b, c), true
		}
	}
	if ok {
		outline(k.l.glow, k.s.screen(r.Grow(6)), p.Accent, 4, 12)
		k.l.glow.FillColor = faint(p.Accent, 0x26)
		k.out = append(k.out, k.l.glow)
	}
}

// knobSide is the size of a handle, in screen units; a hand takes it from further away.
const knobSide = 16

// handles are the places at which what is chosen can be taken.
func (l *live) handles(s *surface, p look.Palette) []fyne.CanvasObject {
	if s.fixed || s.editor != nil || s.hand.Busy() || s.contact.rec.Dragging() {
		return nil
	}
	var out []fyne.CanvasObject
	for i, h := range s.hand.Handles() {
		if i == len(l.knobs) {
			l.knobs = append(l.knobs, fcanvas.NewCircle(p.Panel))
		}
		k := l.knobs[i]
		k.FillColor, k.StrokeColor, k.StrokeWidth = p.Panel, p.Accent, 2.5
		if h.Turn {
			k.FillColor = p.Accent
		}
		k.Move(position(s.view.Screen(h.At)).SubtractXY(knobSide/2, knobSide/2))
		k.Resize(fyne.NewSquareSize(knobSide))
		out = append(out, k)
	}
	return out
}

// How near a hand must come, how much a stroke must move and how near things come in line by themselves, in screen units.
const (
	handReach = 24
	handFine  = 1.5
	handSnap  = 7
)

// tune tells the hand how large it is on the board as it is now seen.
func (s *surface) tune(snapping bool) {
	zoom := s.view.Zoom
	s.hand.Reach, s.hand.Fine, s.hand.Snap = handReach/zoom, handFine/zoom, 0
	if snapping {
		s.hand.Snap = handSnap / zoom
	}
}

// wiped has the tiles leave out the strokes that are being wiped away.
func (s *surface) wiped() {
	gone := s.hand.Preview().Gone
	if len(gone) == len(s.live.gone) {
		return
	}
	s.live.gone = make(map[board.ID]bool, len(gone))
	for _, id := range gone {
		s.live.gone[id] = true
	}
	s.ask()
}

// drewStroke keeps showing a stroke until the tiles do.
func (s *surface) drewStroke(v tool.Preview) {
	s.live.fresh = freshStroke{v.Stroke, v.Pen, s.seq + 1}
	s.ask()
}
