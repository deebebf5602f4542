package canvas

import (
	"slices"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// uploads is how many tiles a frame brings to the graphics card at most: a megabyte each, and a hand must not feel it.
const uploads = 3

// mosaic shows tiles as images of the window. A tile is brought to the graphics card out of sight, and what people look
// at changes as a whole once all of its tiles are there, so that a screen never shows half a change. While a zoom is
// under way the tiles of before are shown at another size; where there are none the board is shown from afar.
//
// Drawing covers what lies beneath in vain, so a coarse tile is shown only where sharp ones leave something bare.
type mosaic struct {
	slots  []*slot // images that stay in the window for good, most of them hidden
	shown  layer
	next   *layer // what is being gathered; nil while shown is what is wanted
	coarse layer
	bounds board.Rect // of the whole board, which the coarse tiles show
	queue  []painted  // painted, and not at the graphics card yet
	done   int        // the latest request of which everything was painted
}

// layer is a set of tiles of one scale.
type layer struct {
	seq   int
	scale float64
	seen  []tile.Key // those that people looked at when it was asked for
	sums  map[tile.Key]tile.Sum
	slots map[tile.Key]*slot
}

// slot is an image of the window with the tile that it holds.
type slot struct {
	img   *fcanvas.Image
	tile  painted
	fresh bool // its pixels go to the graphics card with the next frame
	held  bool // by a layer
	used  bool // pixels of it are at the graphics card
}

func newLayer() layer { return layer{sums: map[tile.Key]tile.Sum{}, slots: map[tile.Key]*slot{}} }

func newMosaic() *mosaic { return &mosaic{shown: newLayer(), coarse: newLayer()} }

// wants reports whether a tile has a place in the layer and is not there yet.
func (l *layer) wants(t painted) bool {
	sum, ok := l.sums[t.key]
	s := l.slots[t.key]
	return ok && sum == t.sum && (s == nil || s.tile.sum != t.sum)
}

// there reports whether a tile is at the graphics card and looks as it should.
func (l *layer) there(k tile.Key) bool {
	s := l.slots[k]
	return s != nil && !s.fresh && s.tile.sum == l.sums[k]
}

// all reports whether all of these tiles are there.
func (l *layer) all(keys []tile.Key) bool {
	for _, k := range keys {
		if !l.there(k) {
			return false
		}
	}
	return true
}

// covers reports whether tiles of the layer lie under all of r, sharp or not.
func (l *layer) covers(r board.Rect) bool {
	if l.scale == 0 {
		return false
	}
	for _, k := range tile.Cover(r, l.scale) {
		if s := l.slots[k]; s == nil || s.fresh {
			return false
		}
	}
	return true
}

// receive takes what the painter made. It reports whether that changes what is to be seen.
func (m *mosaic) receive(d delivery) bool {
	m.done = d.seq
	if d.tiling != nil {
		m.gather(d.tiling)
	}
	m.queue = append(m.queue, d.tiles...)
	return d.tiling != nil
}

// gather begins to gather what a request asked for, from what is there already as far as it goes.
func (m *mosaic) gather(p *tiling) {
	next := newLayer()
	next.seq, next.scale, next.seen = p.seq, p.scale, p.seenTiles
	for _, keys := range [][]tile.Key{p.seenTiles, p.nearTiles} {
		for _, k := range keys {
			next.sums[k] = p.sums[k]
			for _, l := range []*layer{&m.shown, m.next} {
				if l != nil && l.slots[k] != nil && l.slots[k].tile.sum == p.sums[k] {
					next.slots[k] = l.slots[k]
				}
			}
		}
	}
	m.next, m.queue, m.bounds = &next, nil, p.bounds
	m.gatherCoarse(p)
	m.release()
}

// gatherCoarse forgets the coarse tiles of another scale; the others stay until they are painted anew.
func (m *mosaic) gatherCoarse(p *tiling) {
	scale := 0.0
	sums := make(map[tile.Key]tile.Sum, len(p.coarse))
	for _, k := range p.coarse {
		scale, sums[k] = k.Scale, p.sums[k]
	}
	for k := range m.coarse.slots {
		if _, ok := sums[k]; !ok {
			delete(m.coarse.slots, k)
		}
	}
	m.coarse.scale, m.coarse.sums = scale, sums
}

// release gives the images free that no layer holds.
func (m *mosaic) release() {
	for _, s := range m.slots {
		s.held = false
	}
	layers := []*layer{&m.shown, &m.coarse}
	if m.next != nil {
		layers = append(layers, m.next)
	}
	for _, l := range layers {
		for _, s := range l.slots {
			s.held = true
		}
	}
	for _, s := range m.slots {
		if !s.held {
			s.clear()
		}
	}
}

// landed tells that a frame was drawn: what it brought to the graphics card is there.
func (m *mosaic) landed() {
	for _, s := range m.slots {
		s.fresh = false
	}
}

// upload puts some of the painted tiles into images, those that people look at first. It reports whether there were any.
func (m *mosaic) upload(view board.Rect) bool {
	n := 0
	for n < uploads {
		t, ok := m.first(view)
		if !ok {
			break
		}
		n++
		s := m.free()
		s.take(t)
		for _, l := range []*layer{m.next, &m.shown, &m.coarse} {
			if l != nil && l.wants(t) {
				l.slots[t.key] = s
			}
		}
		s.held = true
	}
	if n > 0 {
		m.release()
	}
	return n > 0
}

// first takes the tile out of the queue that is wanted most, and drops those that nothing wants.
func (m *mosaic) first(view board.Rect) (painted, bool) {
	m.queue = slices.DeleteFunc(m.queue, func(t painted) bool {
		return !m.shown.wants(t) && !m.coarse.wants(t) && (m.next == nil || !m.next.wants(t))
	})
	if len(m.queue) == 0 {
		return painted{}, false
	}
	i := max(slices.IndexFunc(m.queue, func(t painted) bool {
		return t.key.Scale != m.coarse.scale && t.key.Rect().Overlaps(view)
	}), 0)
	t := m.queue[i]
	m.queue = slices.Delete(m.queue, i, i+1)
	return t, true
}

// free is an image that nothing holds.
func (m *mosaic) free() *slot {
	for _, s := range m.slots {
		if !s.held {
			return s
		}
	}
	s := &slot{img: &fcanvas.Image{ScaleMode: fcanvas.ImageScaleFastest}}
	s.img.Hide()
	m.slots = append(m.slots, s)
	return s
}

// take puts a tile into the image.
func (s *slot) take(t painted) { s.tile, s.fresh, s.used, s.img.Image = t, true, true, t.img }

// clear takes the tile out. Fyne would keep the pixels of a hidden image at the graphics card for a minute, and a long pan
// would fill it.
func (s *slot) clear() {
	if s.used {
		s.img.Hide()
		fcanvas.Refresh(s.img)
	}
	s.tile, s.fresh, s.used, s.img.Image = painted{}, false, false, nil
}

// swap shows what was gathered once nothing that people look at would be lost by it. It reports whether it did.
func (m *mosaic) swap(view board.Rect) bool {
	if m.next == nil || !m.ready(view) {
		return false
	}
	m.shown, m.next = *m.next, nil
	m.release()
	return true
}

func (m *mosaic) ready(view board.Rect) bool {
	if m.next.scale == m.shown.scale {
		for _, k := range tile.Cover(view, m.next.scale) {
			if m.shown.slots[k] != nil && !m.next.there(k) {
				return false
			}
		}
		return true
	}
	return m.next.all(m.next.seen) && (m.next.covers(view) || !m.shown.covers(view))
}

// sharp reports whether the view is shown at a scale with every tile as it should be.
func (m *mosaic) sharp(view board.Rect, scale float64) bool {
	return m.next == nil && scale != 0 && m.shown.scale == scale && m.shown.all(tile.Cover(view, scale))
}

// seq is the latest request that is shown in full.
func (m *mosaic) seq(view board.Rect) int {
	if m.next != nil || !m.sharp(view, m.shown.scale) {
		return 0
	}
	return m.shown.seq
}

// busy reports whether something is still to be brought to the screen.
func (m *mosaic) busy() bool { return m.next != nil || len(m.queue) > 0 }

// lens takes a tile to its place on the surface, on whole device pixels, so that neighbours meet without a seam.
type lens func(k tile.Key) (fyne.Position, fyne.Size)

// aside is a place that nobody sees, where an image is drawn to bring its pixels to the graphics card.
var aside = fyne.NewPos(-20_000, -20_000)

// arrange puts every image where a view wants it.
func (m *mosaic) arrange(view board.Rect, place lens) {
	use := map[*slot]tile.Key{}
	bare := m.shown.scale == 0
	if !bare {
		for _, k := range tile.Cover(view, m.shown.scale) {
			if s := m.shown.slots[k]; s != nil {
				use[s] = k
			} else {
				bare = true
			}
		}
	}
	if bare {
		m.fill(view, use)
	}
	for _, s := range m.slots {
		k, ok := use[s]
		switch {
		case ok:
			at, size := place(k)
			put(s.img, at, size)
			s.img.Show()
		case s.fresh:
			put(s.img, aside, fyne.NewSquareSize(16))
			s.img.Show()
		case s.img.Visible():
			s.img.Hide()
		}
	}
}

// fill shows the board from afar where sharp tiles leave it bare.
func (m *mosaic) fill(view board.Rect, use map[*slot]tile.Key) {
	if m.coarse.scale == 0 {
		return
	}
	for _, k := range tile.Cover(view, m.coarse.scale) {
		s := m.coarse.slots[k]
		if s == nil || s.fresh {
			continue
		}
		if part := cut(k.Rect(), view); !m.shown.covers(part) {
			use[s] = k
		}
	}
}

// cut is the part of a that lies in b.
func cut(a, b board.Rect) board.Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return board.Rect{X: x, Y: y, W: min(a.X+a.W, b.X+b.W) - x, H: min(a.Y+a.H, b.Y+b.H) - y}
}

// objects are the images in an order that stays: those from afar lie below.
func (m *mosaic) objects(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, s := range m.slots {
		if s.tile.key.Scale == m.coarse.scale && m.coarse.slots[s.tile.key] == s {
			out = append(out, s.img)
		}
	}
	for _, s := range m.slots {
		if m.coarse.slots[s.tile.key] != s {
			out = append(out, s.img)
		}
	}
	return out
}

// keepAlive tells Fyne that the images are in use. It forgets what was not moved for a minute while something else is
// drawn, and then uploads all of it at once.
func (m *mosaic) keepAlive() {
	for _, s := range m.slots {
		fyne.CurrentApp().Driver().CanvasForObject(s.img)
	}
}

// put moves and resizes an image without uploading its pixels again. Image.Resize would; a copy belongs to no window,
// so its Resize only sets the size, and the texture is kept by the address of the image.
func put(img *fcanvas.Image, at fyne.Position, size fyne.Size) {
	if img.Size() != size {
		c := *img
		c.Resize(size)
		*img = c
	}
	if img.Position() != at {
		img.Move(at)
	}
}
