package raster

import (
	"image"
	"sync"

	"samenbord/board/scene"
)

// Cache keeps what drawings can share: letters, emoji and pictures at the sizes at which they were drawn. It is safe for
// several goroutines and keeps itself small.
type Cache struct {
	brushes sync.Pool

	mu       sync.RWMutex
	glyphs   map[glyphKey]*glyph
	outlines map[outlineKey][]scene.Seg
	emojis   map[emojiKey]*image.RGBA
	pictures map[string]*mips
	size     int // bytes of all glyphs and emoji
}

// maxGlyphs is how many bytes of letters and emoji are kept before all are dropped: some twenty sizes of every letter in
// use.
const maxGlyphs = 24 << 20

// maxPictures is how many bytes of pixels of pictures are kept before all are dropped.
const maxPictures = 256 << 20

// NewCache returns a cache with nothing in it.
func NewCache() *Cache {
	c := &Cache{}
	c.empty()
	return c
}

func (c *Cache) empty() {
	c.glyphs, c.emojis, c.size = map[glyphKey]*glyph{}, map[emojiKey]*image.RGBA{}, 0
	c.outlines = map[outlineKey][]scene.Seg{}
	if c.pictures == nil {
		c.pictures = map[string]*mips{}
	}
}

// brush returns a brush whose memory was used before, if there is one.
func (c *Cache) brush() *brush {
	if b, ok := c.brushes.Get().(*brush); ok {
		return b
	}
	return &brush{}
}

func (c *Cache) putBack(b *brush) {
	b.dst, b.cache, b.pictures = nil, nil, nil
	c.brushes.Put(b)
}

// kept returns what is kept under key, or makes it. Two goroutines may make the same thing at once; the results are equal.
func kept[K comparable, V any](c *Cache, m *map[K]V, key K, make func() (V, int)) V {
	c.mu.RLock()
	v, ok := (*m)[key]
	c.mu.RUnlock()
	if ok {
		return v
	}
	v, size := make()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size += size; c.size > maxGlyphs {
		c.empty()
		c.size = size
	}
	(*m)[key] = v
	return v
}

type outlineKey struct {
	font  scene.Font
	glyph uint32
}

// outline is the drawing of a glyph for an em of 1.
func (c *Cache) outline(f scene.Font, id uint32) []scene.Seg {
	return kept(c, &c.outlines, outlineKey{f, id}, func() ([]scene.Seg, int) {
		segs := scene.Outline(f, id)
		return segs, 64 * len(segs)
	})
}
