package canvas

import (
	"encoding/binary"
	"hash/maphash"
	"math"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/canvas/tile"
)

var seed = maphash.MakeSeed()

// sumsOf tells shapes apart, so that only tiles that look different are painted again. box is around all of them.
func sumsOf(shapes []scene.Shape) (sums []tile.Sum, box board.Rect) {
	sums = make([]tile.Sum, len(shapes))
	var h maphash.Hash
	h.SetSeed(seed)
	for i, shape := range shapes {
		h.Reset()
		hashShape(&h, shape)
		sums[i] = tile.Sum(h.Sum64())
		box = box.Union(shape.Box())
	}
	return sums, box
}

func hashShape(h *maphash.Hash, s scene.Shape) {
	switch s := s.(type) {
	case *scene.Path:
		maphash.WriteComparable(h, s.Place)
		maphash.WriteComparable(h, [2]any{s.Fill, s.Stroke})
		for _, g := range s.Segs {
			maphash.WriteComparable(h, g)
		}
		hashNumbers(h, append(s.Dash[:len(s.Dash):len(s.Dash)], s.Width))
	case *scene.Line:
		maphash.WriteComparable(h, s.Place)
		maphash.WriteComparable(h, s.Origin)
		maphash.WriteComparable(h, s.Color)
		hashNumbers(h, []float64{s.Width, s.Size})
		for _, r := range s.Runs {
			maphash.WriteComparable(h, r)
		}
	case *scene.Shadow:
		maphash.WriteComparable(h, *s)
	case *scene.Picture:
		maphash.WriteComparable(h, *s)
	}
}

func hashNumbers(h *maphash.Hash, numbers []float64) {
	var b [8]byte
	for _, n := range numbers {
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(n))
		h.Write(b[:])
	}
}
