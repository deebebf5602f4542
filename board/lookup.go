package board

import "sync"

// lookup finds notes by their ID and clusters by their notes. It is made when it is first asked for.
type lookup struct {
	once   sync.Once
	notes  map[ID]int
	frames map[ID]Rect // the box around the notes of a cluster
}

func (b *Board) known() *lookup {
	l := &b.lookup
	l.once.Do(func() {
		l.notes = make(map[ID]int, len(b.Notes))
		l.frames = map[ID]Rect{}
		for i, n := range b.Notes {
			l.notes[n.ID] = i
			if n.Cluster != "" {
				l.frames[n.Cluster] = l.frames[n.Cluster].Union(n.Bounds())
			}
		}
	})
	return l
}

// Note returns the note with an ID.
func (b *Board) Note(id ID) (Note, bool) {
	i, ok := b.known().notes[id]
	if !ok {
		return Note{}, false
	}
	return b.Notes[i], true
}

// Frame is the rectangle drawn around the notes of a cluster, its heading included.
func (b *Board) Frame(c Cluster) Rect {
	r := b.known().frames[c.ID]
	if r.Empty() {
		return Rect{c.At.X, c.At.Y, 2*NoteWidth + 3*FramePadding, NoteHeight + FrameHeading + 2*FramePadding}
	}
	r = r.Grow(FramePadding)
	return Rect{r.X, r.Y - FrameHeading, r.W, r.H + FrameHeading}
}
