package canvas

import (
	"image"
	"runtime"
	"slices"
	"sync"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// request is what the screen wants to see of a board.
type request struct {
	seq    int
	board  *board.Board
	hidden map[board.ID]bool // what is in the hand or being written, and so drawn live
	style  style
	scale  float64    // device pixels per board unit
	seen   board.Rect // what is looked at, painted first
	near   board.Rect // what may be looked at next, painted last
	keep   int        // how many painted tiles are worth keeping, seen or not
}

// tiling says which tiles show what a request asked for, and what each will look like.
type tiling struct {
	request
	seenTiles []tile.Key // those that people look at, the middle first
	nearTiles []tile.Key // the others
	sums      map[tile.Key]tile.Sum
	coarse    []tile.Key // the whole board in few pixels
	bounds    board.Rect // what the coarse tiles show
}

// painted is one tile as it came off the brush.
type painted struct {
	key tile.Key
	sum tile.Sum
	img *image.RGBA
}

// painter paints boards into tiles on its own goroutine. Only the latest request counts: what was asked before and is
// not painted yet is forgotten. It touches no widgets; a screen takes what is ready when it draws a frame.
type painter struct {
	pictures *pictures

	mu     sync.Mutex
	next   *request
	wake   chan struct{}
	closed bool
	done   chan struct{}
	ready  delivery

	laid  layouts
	tiles map[tile.Key]*keptTile
	round int
}

// delivery is what a painter made since it was last asked for it.
type delivery struct {
	tiling *tiling // nil where nothing new was asked for
	tiles  []painted
	seq    int // the latest request of which everything is painted
}

type keptTile struct {
	painted
	used int
}

func newPainter(p *pictures) *painter {
	t := &painter{pictures: p, wake: make(chan struct{}, 1), done: make(chan struct{}), tiles: map[tile.Key]*keptTile{}}
	go t.work()
	return t
}

// ask wants a picture instead of any that was asked for and not begun.
func (t *painter) ask(r request) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return
	}
	t.next = &r
	select {
	case t.wake <- struct{}{}:
	default:
	}
}

// take returns what was made since the last time.
func (t *painter) take() delivery {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := t.ready
	t.ready = delivery{seq: out.seq}
	return out
}

// close ends the painter once the tile that it is painting is done.
func (t *painter) close() {
	t.mu.Lock()
	if !t.closed {
		t.closed = true
		close(t.wake)
	}
	t.mu.Unlock()
	<-t.done
}

func (t *painter) work() {
	defer close(t.done)
	for range t.wake {
		t.mu.Lock()
		r := t.next
		t.next = nil
		t.mu.Unlock()
		if r != nil {
			t.paint(*r)
		}
	}
}

// overtaken reports whether something else is wanted by now.
func (t *painter) overtaken() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.next != nil || t.closed
}

// paint paints what a request asks for, as long as nothing else is asked: first what is looked at, then the whole board
// from afar, then what lies around.
func (t *painter) paint(r request) {
	t.round++
	l := t.laid.of(r.board, r.style)
	p := t.choose(l, r)
	t.mu.Lock()
	t.ready.tiling, t.ready.tiles = p, nil
	t.mu.Unlock()
	for _, keys := range [][]tile.Key{p.seenTiles, p.coarse, p.nearTiles} {
		t.each(keys, func(k tile.Key) { t.tile(l, p, k) })
		if t.overtaken() {
			return
		}
	}
	t.forget(r.keep)
	t.mu.Lock()
	t.ready.seq = r.seq
	t.mu.Unlock()
}

// choose chooses the tiles of a request and reckons what each will look like.
func (t *painter) choose(l *laidOut, r request) *tiling {
	p := &tiling{request: r, sums: map[tile.Key]tile.Sum{}, bounds: l.scene.Bounds}
	p.seenTiles = tile.Cover(r.seen, r.scale)
	for _, k := range p.seenTiles {
		p.sums[k] = l.sum(k, r.hidden)
	}
	for _, k := range tile.Cover(r.near, r.scale) {
		if _, ok := p.sums[k]; !ok {
			p.nearTiles = append(p.nearTiles, k)
			p.sums[k] = l.sum(k, r.hidden)
		}
	}
	if !p.bounds.Empty() {
		p.coarse = tile.Cover(p.bounds, tile.CoarseScale(p.bounds))
	}
	for _, k := range p.coarse {
		p.sums[k] = l.sum(k, r.hidden)
	}
	return p
}

// tile hands over one tile, painted now or before.
func (t *painter) tile(l *laidOut, p *tiling, k tile.Key) {
	sum := p.sums[k]
	t.mu.Lock()
	kept := t.tiles[k]
	t.mu.Unlock()
	if kept == nil || kept.sum != sum {
		kept = &keptTile{painted: painted{k, sum, p.style.tile(l.scene, k, t.pictures, p.hidden)}}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	kept.used = t.round
	t.tiles[k] = kept
	t.ready.tiles = append(t.ready.tiles, kept.painted)
}

// each calls f for each tile, on as many processors as can be spared, until something else is wanted.
func (t *painter) each(keys []tile.Key, f func(tile.Key)) {
	work := make(chan tile.Key)
	var all sync.WaitGroup
	for range min(max(runtime.NumCPU()-1, 1), max(len(keys), 1)) {
		all.Go(func() {
			for k := range work {
				f(k)
			}
		})
	}
	for _, k := range keys {
		if t.overtaken() {
			break
		}
		work <- k
	}
	close(work)
	all.Wait()
}

// forget drops the tiles that were not wanted for longest.
func (t *painter) forget(keep int) {
	if len(t.tiles) <= keep {
		return
	}
	keys := make([]tile.Key, 0, len(t.tiles))
	for k, kept := range t.tiles {
		if kept.used != t.round {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b tile.Key) int { return t.tiles[a].used - t.tiles[b].used })
	for _, k := range keys[:min(len(keys), len(t.tiles)-keep)] {
		delete(t.tiles, k)
	}
}
