package export

import "samenbord/export/pdf"

// flow puts blocks under each other on upright A4 pages, and begins a new page where one is full.
type flow struct {
	*book
	about string
	head  func() block // repeated on top of every page but the first; nil for none
	sheet *sheet
	y     float64
	top   float64 // y where this page began, below what is repeated
}

// The part of an A4 page that text stands in.
const (
	flowWidth  = pdf.A4Short - 2*margin
	flowBottom = pdf.A4Long - margin
)

// newFlow begins on a page of its own.
func (b *book) newFlow(about string) *flow {
	f := &flow{book: b, about: about}
	f.turn()
	return f
}

// turn begins the next page.
func (f *flow) turn() {
	again := f.sheet != nil
	f.sheet, f.y = f.add(pdf.A4Short, pdf.A4Long, f.about), margin
	if again && f.head != nil {
		f.place(0, f.head())
	}
	f.top = f.y
}

// under is the gap that is left of one at the top of a page: little, and nothing without a head.
func (f *flow) under(gap float64) float64 {
	if f.top == margin {
		return 0
	}
	return min(gap, 14)
}

func (f *flow) place(gap float64, b block) {
	f.sheet.put(margin, f.y+gap, b)
	f.y += gap + b.height
}

// fits reports whether some height is left on this page.
func (f *flow) fits(height float64) bool { return f.y+height <= flowBottom+1e-6 }

// put adds a block with a gap above it, on the next page where it does not fit on this one. next is what must follow on
// the same page, so that no heading stands alone at the bottom; the gap falls away at the top of a page.
func (f *flow) put(gap float64, b block, next ...block) {
	// What is taller than a page is cut anyway, so it may begin wherever there is some room.
	const some = 100
	full := flowBottom - f.top
	need := b.height
	for _, n := range next {
		need += n.height
	}
	if need > full {
		need = some
	}
	if !f.fits(gap+need) && f.y > f.top {
		f.turn()
		gap = f.under(gap)
	}
	for !f.fits(gap + b.height) {
		room := flowBottom - f.y - gap
		if room >= 2*small.leading {
			var first block
			first, b = b.split(room)
			f.place(gap, first)
		}
		f.turn()
		gap = f.under(8)
	}
	f.place(gap, b)
}
