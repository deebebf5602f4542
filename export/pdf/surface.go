package pdf

import (
	"image"
	"image/color"

	"samenbord/board"
	"samenbord/board/scene"
)

// Surface is what pages are drawn on. Places and sizes are in points from the top left corner of the page. Nothing that
// is set by one call stays set for the next, except what lies between Open and Close and between Turn and Unturn.
type Surface interface {
	// Page begins a new page.
	Page(width, height float64)
	// Open begins a part of the structure; number counts the parts of a page from 0. says is "" where the text stands
	// as drawn. Parts do not lie in each other.
	Open(role Role, number int, says string)
	Close()
	// Turn turns what follows about a point, degrees clockwise, up to Unturn.
	Turn(degrees float64, about board.Point)
	Unturn()
	// Path draws an outline; its own turn is not looked at.
	Path(p *scene.Path)
	// Text writes s from a baseline, stretched a trifle where needed to be as wide as on the screen.
	Text(t Text)
	// Space puts an invisible space for a picture that stands in the text, so that the text has no gap. says is what
	// the picture says, "" where the part has said it.
	Space(at board.Point, size float64, says string)
	// Image draws a picture into a rectangle. The same name is always the same picture: make is called once.
	Image(name string, r board.Rect, make func() (image.Image, error)) error
}

// Text is a piece of text in one font.
type Text struct {
	Font   scene.Font
	Size   float64
	Origin board.Point
	Width  float64
	Color  color.NRGBA
	Text   string // valid UTF-8 of characters up to U+FFFF
}

// Draw puts pages on a surface.
func Draw(s Surface, d *Document) error {
	p := painter{Surface: s, blob: d.Blob}
	for _, page := range d.Pages {
		s.Page(page.Width, page.Height)
		for i, n := 0, 0; i < len(page.Parts); i++ {
			part := &page.Parts[i]
			s.Open(part.Role, n, part.Says)
			if part.Role != Decoration {
				n++
			}
			if err := p.part(part); err != nil {
				return err
			}
			s.Close()
		}
	}
	return nil
}

// painter draws the shapes of parts.
type painter struct {
	Surface
	blob func(hash string) ([]byte, error)
}

func (p *painter) part(part *Part) error {
	for _, shape := range part.Shapes {
		at := scene.PlaceOf(shape)
		if at.Turn != 0 {
			p.Turn(at.Turn, at.About)
		}
		err := p.shape(shape, part.Says != "")
		if at.Turn != 0 {
			p.Unturn()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// shape draws one shape; said tells that the part has said its text already.
func (p *painter) shape(shape scene.Shape, said bool) error {
	switch s := shape.(type) {
	case *scene.Path:
		p.Path(s)
	case *scene.Line:
		return p.line(s, said)
	case *scene.Shadow:
		return p.shadow(s)
	case *scene.Picture:
		return p.picture(s)
	}
	return nil
}
