package canvas

import (
	"image"
	"slices"
	"sync"

	"samenbord/board"
	"samenbord/canvas/tile"
)

// slideView is all that the picture of a slide depends on: two that are equal look the same.
type slideView struct {
	board   *board.Board
	kind    slideKind
	group   board.ID
	page    int
	alone   board.ID // the note that is shown alone, or ""
	caption caption
	size    tile.Size
	scale   float64 // device pixels per screen unit
	style   style
}

// projection is a slide that is painted.
type projection struct {
	slideView
	sheet sheet
	img   *image.RGBA
}

// slideJob is a slide to paint.
type slideJob struct {
	slideView
	slide slide
}

// maxProjections is how many painted slides are kept: the shown one, those beside it and the one before. At 3840 by 2160
// they take 33 MB each.
const maxProjections = 4

// projector paints slides on its own goroutine, the one that is wanted first and then those that may be wanted next, so
// that these are there at once. It touches no widgets.
type projector struct {
	pictures *pictures
	deliver  func(projection) // called on the goroutine of the projector

	mu     sync.Mutex
	tasks  []slideJob
	wake   chan struct{}
	closed bool
	done   chan struct{}

	kept []projection // the latest first
}

func newProjector(p *pictures, deliver func(projection)) *projector {
	out := &projector{pictures: p, deliver: deliver, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go out.work()
	return out
}

// ask wants these slides, the first before the others, instead of any that were asked for and not begun. All of them are
// delivered.
func (p *projector) ask(tasks ...slideJob) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.tasks = tasks
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// close ends the projector once what it is painting is done.
func (p *projector) close() {
	p.mu.Lock()
	if !p.closed {
		p.closed = true
		close(p.wake)
	}
	p.tasks = nil
	p.mu.Unlock()
	<-p.done
}

func (p *projector) work() {
	defer close(p.done)
	for range p.wake {
		for t, ok := p.take(); ok; t, ok = p.take() {
			p.deliver(p.paint(t))
		}
	}
}

func (p *projector) take() (slideJob, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.tasks) == 0 {
		return slideJob{}, false
	}
	t := p.tasks[0]
	p.tasks = p.tasks[1:]
	return t, true
}

// paint paints a slide, or returns the picture of it that is kept.
func (p *projector) paint(t slideJob) projection {
	i := slices.IndexFunc(p.kept, func(k projection) bool { return k.slideView == t.slideView })
	if i < 0 {
		s := t.style.sheet(t.slide, t.alone, t.caption, t.size)
		p.kept = append(p.kept, projection{t.slideView, s, s.picture(t.style, t.scale, p.pictures)})
		i = len(p.kept) - 1
	}
	out := p.kept[i]
	p.kept = slices.Insert(slices.Delete(p.kept, i, i+1), 0, out)
	if len(p.kept) > maxProjections {
		clear(p.kept[maxProjections:])
		p.kept = p.kept[:maxProjections]
	}
	return out
}
