package pdf

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/scene"
)

// fpdf is the surface that writes with gofpdf v1.16.2. It keeps away from what is wrong there: rounded rectangles that
// lose a Q, colours that stay set on the next page, negative places, attachments, bookmarks, links and metadata.
type fpdf struct {
	*gofpdf.Fpdf
	height float64 // of the page
	images map[string]*picture
	fonts  map[scene.Font]string
	said   bool // the open part has an inner span
}

// picture is a picture as gofpdf knows it, or why it could not be had.
type picture struct {
	options gofpdf.ImageOptions
	err     error
}

// newFpdf returns a surface without pages. date only keeps gofpdf from looking at the clock: finish writes the metadata.
func newFpdf(date time.Time) *fpdf {
	d := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: A4Short, Ht: A4Long}})
	d.SetAutoPageBreak(false, 0)
	d.SetMargins(0, 0, 0)
	d.SetCellMargin(0)
	d.SetCreationDate(date)
	d.SetModificationDate(date)
	d.SetCatalogSort(true)
	return &fpdf{Fpdf: d, images: map[string]*picture{}, fonts: map[scene.Font]string{}}
}

// families are the names of the fonts in package assets.
var families = map[scene.Font]string{
	scene.Sans: "sans", scene.SansBold: "sans-bold", scene.Hand: "hand", scene.Symbols: "symbols",
}

// font chooses a font for the next text. Only fonts that are used get into the file.
func (f *fpdf) font(font scene.Font, size float64) {
	name, known := f.fonts[font]
	if !known {
		if name = families[font]; name == "" {
			name = families[scene.Sans]
		}
		// gofpdf writes into the bytes of a font; these are a copy of our own.
		f.AddUTF8FontFromBytes(name, "", assets.Font(name))
		f.fonts[font] = name
	}
	f.SetFont(name, "", size)
}

func (f *fpdf) Page(width, height float64) {
	// "P" takes width and height as they are; "L" would swap them.
	f.AddPageFormat("P", gofpdf.SizeType{Wd: width, Ht: height})
	f.height = height
}

func (f *fpdf) Open(role Role, number int, says string) {
	if role == Decoration {
		f.RawWriteStr("/Artifact BMC")
	} else {
		f.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", role, number))
	}
	f.said = says != "" && role != Figure
	if f.said {
		// Poppler looks for the text of spans only.
		f.RawWriteStr("/Span <</ActualText " + textString(says) + ">> BDC")
	}
}

func (f *fpdf) Close() {
	if f.said {
		f.RawWriteStr("EMC")
	}
	f.RawWriteStr("EMC")
}

func (f *fpdf) Turn(degrees float64, about board.Point) {
	sin, cos := math.Sincos(-degrees * math.Pi / 180) // y grows upwards here
	x, y := about.X, f.height-about.Y
	f.RawWriteStr("q " + numbers(cos, sin, -sin, cos, x-x*cos+y*sin, y-x*sin-y*cos) + "cm")
}

func (f *fpdf) Unturn() { f.RawWriteStr("Q") }

// within lets draw set what it likes and forgets it afterwards.
func (f *fpdf) within(alpha uint8, draw func()) {
	f.RawWriteStr("q")
	if alpha < 255 {
		f.SetAlpha(float64(alpha)/255, "Normal")
	}
	draw()
	f.RawWriteStr("Q")
}

func (f *fpdf) Path(p *scene.Path) {
	if fill := p.Fill; fill.A > 0 {
		f.within(fill.A, func() { f.RawWriteStr(channels(fill) + "rg " + f.outline(p.Segs) + "f") })
	}
	if stroke := p.Stroke; stroke.A > 0 && p.Width > 0 {
		f.within(stroke.A, func() {
			f.RawWriteStr(channels(stroke) + "RG 1 J 1 j " + numbers(p.Width) + "w [" + numbers(p.Dash...) + "] 0 d " +
				f.outline(p.Segs) + "S")
		})
	}
}

func (f *fpdf) outline(segs []scene.Seg) string {
	var b strings.Builder
	for _, s := range segs {
		switch s.Op {
		case scene.MoveTo:
			b.WriteString(numbers(s.P[0].X, f.height-s.P[0].Y) + "m ")
		case scene.LineTo:
			b.WriteString(numbers(s.P[0].X, f.height-s.P[0].Y) + "l ")
		case scene.CurveTo:
			for _, q := range s.P {
				b.WriteString(numbers(q.X, f.height-q.Y))
			}
			b.WriteString("c ")
		case scene.Close:
			b.WriteString("h ")
		}
	}
	return b.String()
}

func (f *fpdf) Text(t Text) {
	f.within(t.Color.A, func() {
		f.font(t.Font, t.Size)
		f.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
		// gofpdf rounds the widths of letters.
		if w := f.GetStringWidth(t.Text); w > 0 && t.Width > 0 && math.Abs(t.Width/w-1) > 0.0005 {
			f.RawWriteStr(numbers(100*t.Width/w) + "Tz")
		}
		f.Fpdf.Text(t.Origin.X, t.Origin.Y, t.Text)
	})
}

func (f *fpdf) Space(at board.Point, size float64, says string) {
	if says != "" {
		f.RawWriteStr("/Span <</ActualText " + textString(says) + ">> BDC")
	}
	f.within(255, func() {
		f.font(scene.Sans, size)
		f.RawWriteStr("3 Tr") // invisible
		f.Fpdf.Text(at.X, at.Y, "\u00a0")
	})
	if says != "" {
		f.RawWriteStr("EMC")
	}
}

func (f *fpdf) Image(name string, r board.Rect, build func() (image.Image, error)) error {
	p := f.images[name]
	if p == nil {
		p = &picture{}
		p.options, p.err = f.register(name, build)
		f.images[name] = p
	}
	if p.err != nil {
		return p.err
	}
	f.within(255, func() { f.ImageOptions(name, r.X, r.Y, r.W, r.H, false, p.options, 0, "") })
	return f.Error()
}

// register hands a picture to gofpdf: a JPEG where nothing shines through and there is much of it, else a PNG.
func (f *fpdf) register(name string, build func() (image.Image, error)) (gofpdf.ImageOptions, error) {
	o := gofpdf.ImageOptions{ImageType: "png", AllowNegativePosition: true}
	m, err := build()
	if err != nil {
		return o, err
	}
	var b bytes.Buffer
	opaque, ok := m.(interface{ Opaque() bool })
	if ok && opaque.Opaque() && m.Bounds().Dx() > 256 {
		o.ImageType = "jpg"
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: 85})
	} else {
		err = png.Encode(&b, m)
	}
	if err != nil {
		return o, fmt.Errorf("encode picture: %w", err)
	}
	info := f.RegisterImageOptionsReader(name, o, &b)
	if f.Err() {
		err := fmt.Errorf("register picture: %w", f.Error())
		f.ClearError() // one picture less is no reason to lose the document
		return o, err
	}
	return o, widen(info, len(f.images))
}

// widen makes the width of a picture its own by a millionth of a pixel. gofpdf writes pictures sorted by width, and
// those of one width in the order of a map, that is in a different one each time.
func widen(info *gofpdf.ImageInfoType, n int) error {
	b, err := info.GobEncode()
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	var (
		data, mask, palette     []byte
		number, bits            int
		w, h, scale, dpi        float64
		space, filter, decoding string
		transparent             []int
	)
	fields := []any{
		&data, &mask, &number, &w, &h, &space, &palette, &bits, &filter, &decoding, &transparent, &scale, &dpi,
	}
	in := gob.NewDecoder(bytes.NewReader(b))
	for _, field := range fields {
		if err := in.Decode(field); err != nil {
			return fmt.Errorf("read picture: %w", err)
		}
	}
	w += float64(n+1) * 1e-6
	var changed bytes.Buffer
	out := gob.NewEncoder(&changed)
	for _, field := range fields {
		if err := out.Encode(field); err != nil {
			return fmt.Errorf("write picture: %w", err)
		}
	}
	return info.GobDecode(changed.Bytes())
}

// output returns what gofpdf wrote.
func (f *fpdf) output() ([]byte, error) {
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		return nil, fmt.Errorf("write pages: %w", err)
	}
	return b.Bytes(), nil
}

// channels are the parts of a colour as PDF writes them, from 0 to 1.
func channels(c color.NRGBA) string {
	return numbers(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
