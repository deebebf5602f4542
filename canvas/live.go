package canvas

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/look"
	"samenbord/canvas/tool"
)

// lift is how far a note rises while it is held, in screen units.
const lift = 4

// maxFrames is how many notes get a frame of their own when chosen; more get one around all of them.
const maxFrames = 150

// live is what is drawn above the tiles: notes in the hand, what is chosen, and what is being drawn around notes.
type live struct {
	sentinel *fcanvas.Rectangle // refreshed to have the window painted
	held     heldImage
	glow     *fcanvas.Rectangle
	band     *fcanvas.Rectangle
	frames   []*fcanvas.Rectangle
	sizes    map[board.ID]sized
	loop     []*fcanvas.Line
	lines    []*fcanvas.Line   // guides, outlines, strokes and links that are being drawn
	knobs    []*fcanvas.Circle // handles
	gone     map[board.ID]bool // strokes that are being wiped away
	fresh    freshStroke
}

// freshStroke is a stroke that was drawn and that the tiles do not show yet.
type freshStroke struct {
	points []board.Point
	pen    tool.Pen
	seq    int // the picture that shows it; 0 for none
}

// heldImage is a picture of the notes in the hand, painted once when they are lifted.
type heldImage struct {
	img   *fcanvas.Image // nil while nothing is held, or not yet painted
	box   board.Rect     // what the picture shows, where it lay when lifted
	ids   map[board.ID]bool
	by    board.Point // how far it has been carried, board units
	round int         // tells a late painting from the present one
	seq   int         // let go: the picture that shows the notes at rest again; 0 while held
}

func (l *live) init() {
	l.sentinel = fcanvas.NewRectangle(color.Transparent)
	l.glow = fcanvas.NewRectangle(color.Transparent)
	l.band = fcanvas.NewRectangle(color.Transparent)
}

// hidden are the objects that tiles must leave out.
func (l *live) hidden() map[board.ID]bool {
	if l.held.seq != 0 || len(l.gone) == 0 {
		if l.held.seq != 0 {
			return nil
		}
		return l.held.ids
	}
	return l.gone
}

// settled takes the picture of let-go notes away once the tiles show them.
func (l *live) settled(seq int) bool {
	if l.fresh.seq != 0 && seq >= l.fresh.seq {
		l.fresh = freshStroke{}
	}
	if l.held.seq == 0 || seq < l.held.seq {
		return false
	}
	l.held = heldImage{round: l.held.round + 1}
	return true
}

// raise paints what is carried in the background and shows it as soon as it is painted.
func (s *surface) raise() {
	part := s.hand.Carried()
	if part == nil {
		return
	}
	h := &s.live.held
	*h = heldImage{round: h.round + 1, ids: map[board.ID]bool{}}
	for _, n := range part.Notes {
		h.ids[n.ID] = true
	}
	for _, i := range part.Images {
		h.ids[i.ID] = true
	}
	for _, i := range part.Inks {
		h.ids[i.ID] = i.On == ""
	}
	for _, t := range part.Texts {
		h.ids[t.ID] = true
	}
	round, scale, st := h.round, s.scale()*s.view.Zoom, s.style
	go func() {
		img, box := st.held(part, scale, s.pictures)
		s.hooks.post(func() { s.raised(round, img, box) })
	}()
}

func (s *surface) raised(round int, img *image.RGBA, box board.Rect) {
	h := &s.live.held
	if h.round != round {
		return
	}
	h.img, h.box = &fcanvas.Image{Image: img, ScaleMode: fcanvas.ImageScaleFastest}, box
	s.ask()
	s.arrange()
}

// carried says how far the held notes are now.
func (s *surface) carried(by board.Point) {
	s.live.held.by = by
	s.arrange()
}

// lowered lets the held notes lie until the tiles show the board without the hand.
func (s *surface) lowered() {
	s.live.held.seq = s.seq + 1
	s.ask()
	s.arrange()
}

// arrange returns what is to be seen above the tiles, put in its place.
func (l *live) arrange(s *surface) []fyne.CanvasObject {
	p := look.Colors()
	v := s.hand.Preview()
	var out []fyne.CanvasObject
	if v.Into != "" {
		out = append(out, l.glowing(s, v.Into, p))
	}
	if l.held.img != nil {
		r := s.screen(l.held.box.Move(l.held.by))
		up := float32(lift)
		if l.held.seq != 0 {
			up = 0
		}
		put(l.held.img, r.pos.SubtractXY(0, up), r.size)
		out = append(out, l.held.img)
	}
	out = append(out, l.framed(s, v, p)...)
	out = append(out, l.drawing(s, v, p)...)
	out = append(out, l.handles(s, p)...)
	if !v.Band.Empty() {
		outline(l.band, s.screen(v.Band), p.Accent, 1.5, 4)
		l.band.FillColor = faint(p.Accent, 0x22)
		out = append(out, l.band)
	}
	return append(out, l.looped(s, v.Loop, p)...)
}

func (l *live) glowing(s *surface, cluster board.ID, p look.Palette) fyne.CanvasObject {
	b := s.hand.Board()
	for _, c := range b.Clusters {
		if c.ID == cluster {
			outline(l.glow, s.screen(scene.Frame(b, c).Grow(6)), p.Accent, 4, float32(24*s.view.Zoom))
			l.glow.FillColor = faint(p.Accent, 0x26)
		}
	}
	return l.glow
}

// framed are the frames around what is chosen.
func (l *live) framed(s *surface, v tool.Preview, p look.Palette) []fyne.CanvasObject {
	boxes := s.chosenBoxes(v)
	if len(boxes) > maxFrames {
		boxes = []board.Rect{around(boxes)}
	}
	var out []fyne.CanvasObject
	for i, box := range boxes {
		if i == len(l.frames) {
			l.frames = append(l.frames, fcanvas.NewRectangle(color.Transparent))
		}
		r := s.screen(box)
		if s.hand.Carried() != nil {
			r.pos.Y -= lift
		}
		outline(l.frames[i], r.grow(4), p.Accent, 3, 8)
		out = append(out, l.frames[i])
	}
	return out
}

// chosenBoxes are the boxes around what is chosen, as it is in the hand, in board units.
func (s *surface) chosenBoxes(v tool.Preview) []board.Rect {
	b := s.hand.Board()
	var boxes []board.Rect
	if len(v.Outlines) > 0 {
		return nil // how they will lie is shown by themselves
	}
	at := map[board.ID]board.Rect{}
	for _, n := range v.Held {
		at[n.ID] = s.live.drawn(n)
	}
	for _, id := range s.hand.Selection.All() {
		if r, ok := at[id]; ok {
			boxes = append(boxes, r)
		} else if n, ok := b.Note(id); ok {
			boxes = append(boxes, s.live.drawn(n))
		} else if r, ok := tool.Bounds(b, id); ok {
			if s.live.held.ids[id] {
				r = r.Move(v.By)
			}
			boxes = append(boxes, r)
		}
	}
	for _, c := range b.Clusters {
		if c.ID == s.hand.Selection.Cluster() {
			boxes = append(boxes, scene.Frame(b, c).Move(s.clusterCarried(v)))
		}
	}
	return boxes
}

// sized is how much longer than its paper a note is drawn.
type sized struct {
	note board.Note
	more float64
}

// drawn is the box around a note with all of its text. Breaking the text takes long, and carrying a note changes nothing
// about it.
func (l *live) drawn(n board.Note) board.Rect {
	was, ok := l.sizes[n.ID]
	if !ok || was.note.Text != n.Text || was.note.Rect.W != n.Rect.W || was.note.Rect.H != n.Rect.H ||
		was.note.Friction != n.Friction || was.note.Hash != n.Hash || !slices.Equal(was.note.Tags, n.Tags) {
		was = sized{n, scene.NoteSize(n).H - n.Rect.H}
		if l.sizes == nil || len(l.sizes) > 10_000 {
			l.sizes = map[board.ID]sized{}
		}
		l.sizes[n.ID] = was
	}
	r := n.Rect
	r.H += was.more
	return r.Turned(n.Turn)
}

// clusterCarried is how far the chosen cluster has been carried.
func (s *surface) clusterCarried(v tool.Preview) board.Point {
	if len(v.Held) == 0 && v.Head == nil {
		return board.Point{}
	}
	return s.live.held.by
}

func (l *live) looped(s *surface, points []board.Point, p look.Palette) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := 1; i < len(points); i++ {
		if i > len(l.loop) {
			l.loop = append(l.loop, fcanvas.NewLine(color.Transparent))
		}
		line := l.loop[i-1]
		a, b := s.view.Screen(points[i-1]), s.view.Screen(points[i])
		line.Position1, line.Position2 = position(a), position(b)
		line.StrokeColor, line.StrokeWidth = p.Accent, 3
		out = append(out, line)
	}
	return out
}

// box is a rectangle on the screen.
type box struct {
	pos  fyne.Position
	size fyne.Size
}

func (b box) grow(d float32) box {
	return box{b.pos.SubtractXY(d, d), b.size.AddWidthHeight(2*d, 2*d)}
}

func (s *surface) screen(r board.Rect) box {
	q := s.view.ScreenRect(r)
	return box{position(q.Min()), fyne.NewSize(float32(q.W), float32(q.H))}
}

func position(p board.Point) fyne.Position { return fyne.NewPos(float32(p.X), float32(p.Y)) }

func point(p fyne.Position) board.Point { return board.Point{X: float64(p.X), Y: float64(p.Y)} }

func outline(r *fcanvas.Rectangle, at box, c color.NRGBA, width, radius float32) {
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = c, width, radius
	r.Move(at.pos)
	r.Resize(at.size)
}

func faint(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

func around(boxes []board.Rect) board.Rect {
	var r board.Rect
	for _, b := range boxes {
		r = r.Union(b)
	}
	return r
}
