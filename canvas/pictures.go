package canvas

import (
	"bytes"
	"image"
	_ "image/gif" // the pictures that a workshop can hold
	_ "image/jpeg"
	_ "image/png"
	"sync"

	"samenbord/board/scene/raster"
)

// pictures reads the images of a workshop when they are first drawn, and keeps what drawings share. Any goroutine may
// use it.
type pictures struct {
	blob  func(hash string) ([]byte, error)
	cache *raster.Cache

	mu   sync.Mutex
	read map[string]image.Image // nil for what cannot be read
}

func newPictures(blob func(string) ([]byte, error)) *pictures {
	return &pictures{blob: blob, cache: raster.NewCache(), read: map[string]image.Image{}}
}

// picture returns an image, or nil where it is missing or damaged.
func (p *pictures) picture(hash string) image.Image {
	p.mu.Lock()
	defer p.mu.Unlock()
	if img, ok := p.read[hash]; ok {
		return img
	}
	p.read[hash] = p.load(hash)
	return p.read[hash]
}

func (p *pictures) load(hash string) image.Image {
	if p.blob == nil {
		return nil
	}
	data, err := p.blob(hash)
	if err != nil {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return img
}
