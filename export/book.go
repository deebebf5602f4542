package export

import (
	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

// book is the pages of a report while they are laid out.
type book struct {
	*Report
	sheets []*sheet
	marks  []mark
}

// sheet is a page in the making.
type sheet struct {
	wide, high float64 // points
	block
	about string // what it is about, for the footer; "" for a page without a footer
}

// mark is a bookmark to a spot.
type mark struct {
	title string
	level int
	to    string
}

func newBook(r *Report) *book { return &book{Report: r} }

// add begins a page.
func (b *book) add(width, height float64, about string) *sheet {
	s := &sheet{wide: width, high: height, about: about}
	b.sheets = append(b.sheets, s)
	return s
}

// mark bookmarks a spot.
func (b *book) mark(level int, title, to string) {
	b.marks = append(b.marks, mark{oneLine(title), level, to})
}

// document turns the pages into what is drawn: the spots get their places, the page numbers their numbers.
func (b *book) document() *pdf.Document {
	at := map[string]pdf.Spot{}
	for i, s := range b.sheets {
		for _, spot := range s.spots {
			if _, twice := at[spot.name]; !twice {
				at[spot.name] = pdf.Spot{Page: i, Y: max(spot.y-margin/2, 0)}
			}
		}
	}
	d := &pdf.Document{
		Title: b.title(), Author: b.author(), Lang: b.words.Lang, Date: b.date, Blob: b.blob,
	}
	for i, s := range b.sheets {
		if s.about != "" {
			b.footer(s, i)
		}
		d.Pages = append(d.Pages, b.page(s, at))
	}
	for _, m := range b.marks {
		if to, ok := at[m.to]; ok {
			d.Marks = append(d.Marks, pdf.Bookmark{Title: m.title, Level: m.level, To: to})
		}
	}
	return d
}

func (b *book) page(s *sheet, at map[string]pdf.Spot) pdf.Page {
	page := pdf.Page{Width: s.wide, Height: s.high}
	for _, p := range s.pieces {
		if p.folio.of != "" {
			to, ok := at[p.folio.of]
			if !ok {
				continue
			}
			p.Shapes = b.folio(p.folio, to.Page+1)
		}
		page.Parts = append(page.Parts, p.Part)
	}
	for _, l := range s.links {
		if to, ok := at[l.to]; ok {
			page.Links = append(page.Links, pdf.Link{Area: l.area, To: to, Says: l.says})
		}
	}
	return page
}

// folio writes a page number so that it ends where it should.
func (b *book) folio(f folio, n int) []scene.Shape {
	text := b.words.T("pdf.folio", n)
	if f.form != "" {
		text = b.words.T(f.form, n)
	}
	line := f.letters.line(text)
	line.Origin = board.Point{X: f.at.X - line.Width, Y: f.at.Y}
	return []scene.Shape{line}
}

// footer writes the quiet line at the bottom of a page: workshop, what the page is about, page n of m.
func (b *book) footer(s *sheet, i int) {
	y := s.high - 9*mm
	number := small.in(quiet).line(b.words.T("pdf.page", i+1, len(b.sheets)))
	number.Origin = board.Point{X: s.wide - margin - number.Width, Y: y}
	about := small.in(quiet).breaks(b.title()+" · "+s.about, s.wide-2*margin-number.Width-12)
	shapes := []scene.Shape{number}
	if len(about) > 0 {
		about[0].Origin = board.Point{X: margin, Y: y}
		shapes = append(shapes, about[0])
	}
	s.decorate(shapes...)
}
