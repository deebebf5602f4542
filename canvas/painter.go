package canvas

import (
	"image"
	"runtime"
	"slices"
	"sync"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// maxTiles is how many painted tiles are kept, seen or not: 160 MB at most, four screens of 3840 by 2160.
const maxTiles = 160

// request is what the screen wants to see of a board.
type request struct {
	seq    int
	board  *board.Board
	hidden map[board.ID]bool // what is in the hand or being written, and so drawn live
	style  style
	scale  float64 // device pixels per board unit
	area   board.Rect
}

// picture is a board painted as a request asked: all of its tiles, so that a screen never shows half a change.
type picture struct {
	request
	tiles map[tile.Key]painted
}

type painted struct {
	sum tile.Sum
	img *image.RGBA
}

// painter paints boards into tiles on its own goroutine. Only the latest request counts: what was asked before and not
// begun is forgotten. It touches no widgets.
type painter struct {
	pictures *pictures
	deliver  func(picture) // called on the goroutine of the painter

	mu     sync.Mutex
	next   *request
	wake   chan struct{}
	closed bool
	done   chan struct{}

	laid  layouts
	tiles map[tile.Key]*keptTile
	round int
}

type keptTile struct {
	painted
	used int
}

func newPainter(p *pictures, deliver func(picture)) *painter {
	t := &painter{
		pictures: p, deliver: deliver, wake: make(chan struct{}, 1), done: make(chan struct{}),
		tiles: map[tile.Key]*keptTile{},
	}
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

// close ends the painter once what it is painting is done.
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
			t.deliver(t.paint(*r))
		}
	}
}

func (t *painter) paint(r request) picture {
	t.round++
	l := t.laid.of(r.board, r.style).without(r.hidden)
	keys := tile.Cover(r.area, r.scale)
	sums := tile.Sums(keys, l.parts, r.style.sum())
	var missing []int
	for i, k := range keys {
		if kept := t.tiles[k]; kept == nil || kept.sum != sums[i] {
			missing = append(missing, i)
		}
	}
	fresh := make([]*image.RGBA, len(keys))
	t.each(missing, func(i int) { fresh[i] = r.style.tile(l.scene, keys[i], t.pictures) })
	out := picture{request: r, tiles: make(map[tile.Key]painted, len(keys))}
	for i, k := range keys {
		if fresh[i] != nil {
			t.tiles[k] = &keptTile{painted: painted{sums[i], fresh[i]}}
		}
		t.tiles[k].used = t.round
		out.tiles[k] = t.tiles[k].painted
	}
	t.forget()
	return out
}

// each calls f for each number, on as many processors as can be spared, and returns when all are done.
func (t *painter) each(numbers []int, f func(int)) {
	work := make(chan int)
	var all sync.WaitGroup
	for range min(max(runtime.NumCPU()-1, 1), max(len(numbers), 1)) {
		all.Go(func() {
			for i := range work {
				f(i)
			}
		})
	}
	for _, i := range numbers {
		work <- i
	}
	close(work)
	all.Wait()
}

// forget drops the tiles that were not wanted for longest.
func (t *painter) forget() {
	if len(t.tiles) <= maxTiles {
		return
	}
	keys := make([]tile.Key, 0, len(t.tiles))
	for k, kept := range t.tiles {
		if kept.used != t.round {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b tile.Key) int { return t.tiles[a].used - t.tiles[b].used })
	for _, k := range keys[:min(len(keys), len(t.tiles)-maxTiles)] {
		delete(t.tiles, k)
	}
}
