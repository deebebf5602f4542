package pdf

import (
	"time"

	"samenbord/board"
	"samenbord/board/scene"
)

// The sides of paper, in points (1/72 inch), from ISO 216: 210, 297 and 420 mm.
const (
	A4Short = 595.28
	A4Long  = 841.89
	A3Long  = 1190.55
)

// Document is what goes into one file.
type Document struct {
	Title  string
	Author string
	Lang   string    // "nl" or "en"
	Date   time.Time // when it was made, for the metadata
	Pages  []Page
	Marks  []Bookmark // in the order of the pages
	// Blob returns the bytes of a picture by its hash; nil where there are none.
	Blob func(hash string) ([]byte, error)
}

// Page is one page. All places on it are in points from its top left corner.
type Page struct {
	Width, Height float64
	Parts         []Part // in reading order, which is also the drawing order
	Links         []Link
}

// Part is what belongs together on a page for a reader: a heading, a note, a cell of a table, a decoration.
type Part struct {
	Role   Role
	Says   string // the text in one piece, for searching, copying and reading aloud; "" where it stands as drawn
	Shapes []scene.Shape
}

// Role says what a part is, as in the standard structure types of PDF (ISO 32000-1, 14.8.4).
type Role string

// The roles of parts.
const (
	Decoration Role = "" // not read aloud
	Heading1   Role = "H1"
	Heading2   Role = "H2"
	Heading3   Role = "H3"
	Paragraph  Role = "P"
	Figure     Role = "Figure" // Says describes it
)

// Spot is a place to go to.
type Spot struct {
	Page int     // from 0
	Y    float64 // points from the top of that page
}

// Link makes an area of a page lead to a spot.
type Link struct {
	Area board.Rect
	To   Spot
	Says string // where it leads, for those who cannot see it
}

// Bookmark is a line of the outline beside the pages.
type Bookmark struct {
	Title string
	Level int // 0 is a chapter; a level is at most one deeper than the one before
	To    Spot
}
