package look

import (
	"strings"

	"fyne.io/fyne/v2"
	fcanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sentence is text that breaks at a given width and is as large as its lines: unlike a label it knows its height before it
// is placed.
type Sentence struct {
	widget.BaseWidget
	Text  string
	Width float32 // the most a line may take
	Em    float32 // size of the letters
	Voice Voice
	Bold  bool
}

// NewSentence is body text of at most a width.
func NewSentence(text string, width float32) *Sentence {
	p := &Sentence{Text: text, Width: width, Em: Body}
	p.ExtendBaseWidget(p)
	return p
}

// Break breaks text into lines of at most a width, at spaces where it can and within a word where it must.
func Break(text string, width, em float32, style fyne.TextStyle) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			longer := strings.TrimSpace(line + " " + word)
			if line == "" || fyne.MeasureText(longer, em, style).Width <= width {
				line = longer
			} else {
				lines = append(lines, line)
				line = word
			}
			for fyne.MeasureText(line, em, style).Width > width && len([]rune(line)) > 1 {
				head := headOf(line, width, em, style)
				lines, line = append(lines, head), strings.TrimPrefix(line, head)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// headOf is as much of a word as fits in a width, one letter at least.
func headOf(word string, width, em float32, style fyne.TextStyle) string {
	letters := []rune(word)
	n := 1
	for n < len(letters) && fyne.MeasureText(string(letters[:n+1]), em, style).Width <= width {
		n++
	}
	return string(letters[:n])
}

// CreateRenderer implements [fyne.Widget].
func (p *Sentence) CreateRenderer() fyne.WidgetRenderer {
	r := &sentenceRenderer{p: p}
	r.build()
	return r
}

type sentenceRenderer struct {
	p     *Sentence
	lines []fyne.CanvasObject
	size  fyne.Size
}

func (r *sentenceRenderer) build() {
	p := r.p
	style := fyne.TextStyle{Bold: p.Bold}
	r.lines, r.size = nil, fyne.Size{}
	for _, l := range Break(p.Text, p.Width, p.Em, style) {
		t := fcanvas.NewText(l, p.Voice.color())
		t.TextSize, t.TextStyle = p.Em, style
		m := t.MinSize()
		r.lines = append(r.lines, t)
		r.size = fyne.NewSize(max(r.size.Width, m.Width), r.size.Height+m.Height)
	}
}

func (r *sentenceRenderer) Layout(size fyne.Size) {
	y := (size.Height - r.size.Height) / 2
	for _, l := range r.lines {
		m := l.MinSize()
		l.Move(Whole(0, y))
		l.Resize(m)
		y += m.Height
	}
}
func (r *sentenceRenderer) MinSize() fyne.Size           { return r.size }
func (r *sentenceRenderer) Refresh()                     { r.build(); r.Layout(r.p.Size()); fcanvas.Refresh(r.p) }
func (r *sentenceRenderer) Objects() []fyne.CanvasObject { return r.lines }
func (r *sentenceRenderer) Destroy()                     {}
