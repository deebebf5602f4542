package pdf_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"samenbord/board"
	"samenbord/board/scene"
	"samenbord/export/pdf"
)

var black = color.NRGBA{A: 255}

// document is one with pages of two sizes, each with a line of text.
func document(pages int) *pdf.Document {
	d := &pdf.Document{Title: "Verslag 🚀", Author: "Samenbord", Lang: "nl", Date: time.Date(2027, 1, 15, 0, 0, 0, 0, time.UTC)}
	for i := range pages {
		p := pdf.Page{Width: pdf.A4Short, Height: pdf.A4Long}
		if i%2 == 1 {
			p = pdf.Page{Width: 500, Height: 300}
		}
		p.Parts = []pdf.Part{{Role: pdf.Paragraph, Shapes: []scene.Shape{text("bladzijde", 50, 50)}}}
		d.Pages = append(d.Pages, p)
	}
	return d
}

func text(s string, x, y float64) *scene.Line {
	w := scene.Measure(scene.Sans, 12, s)
	return &scene.Line{
		Origin: board.Point{X: x, Y: y}, Width: w, Size: 12, Color: black, Text: s, Runs: []scene.Run{{Width: w, Text: s}},
	}
}

func write(t testing.TB, d *pdf.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBookmarksCountFromTheTopOfTheirOwnPage(t *testing.T) {
	d := document(2)
	d.Marks = []pdf.Bookmark{
		{Title: "een", To: pdf.Spot{Page: 0, Y: 100}},
		{Title: "onder een", Level: 1, To: pdf.Spot{Page: 1, Y: 100}},
		{Title: "twee 🚀", To: pdf.Spot{Page: 1}},
	}
	out := write(t, d)
	for _, want := range []string{"/Dest [3 0 R /XYZ null 741.89 null]", "/Dest [5 0 R /XYZ null 200 null]", "/Dest [5 0 R /XYZ null 300 null]"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if strings.Contains(out, "/Count 0") {
		t.Error("a bookmark without others below it counts them")
	}
}

func TestBookmarkWithoutParentBecomesAChapter(t *testing.T) {
	d := document(1)
	d.Marks = []pdf.Bookmark{{Title: "diep", Level: 5}, {Title: "boven"}, {Title: "nergens", To: pdf.Spot{Page: 9}}}
	if out := write(t, d); !strings.Contains(out, "/Type /Outlines ") || !strings.Contains(out, "/Count 3>>") {
		t.Error("the bookmarks do not stand beside each other")
	}
}

func TestEveryPictureIsDrawnOrLeavesAFrame(t *testing.T) {
	deep := image.NewNRGBA64(image.Rect(0, 0, 40, 30))
	var sixteen, photo bytes.Buffer
	if err := errors.Join(png.Encode(&sixteen, deep), jpeg.Encode(&photo, image.NewRGBA(image.Rect(0, 0, 900, 600)), nil)); err != nil {
		t.Fatal(err)
	}
	blobs := map[string][]byte{
		"sixteen": sixteen.Bytes(), "photo": photo.Bytes(), "cut": photo.Bytes()[:photo.Len()/2], "empty": {}, "text": []byte("geen foto"),
		"bomb": slices.Concat([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{0x7f}, 30)),
	}
	for name, images := range map[string]int{"sixteen": 2, "photo": 1, "cut": 0, "empty": 0, "text": 0, "bomb": 0, "missing": 0} {
		d := document(1)
		d.Blob = func(hash string) ([]byte, error) {
			if b, ok := blobs[hash]; ok {
				return b, nil
			}
			return nil, errors.New("not here")
		}
		d.Pages[0].Parts = append(d.Pages[0].Parts, pdf.Part{Role: pdf.Figure, Says: name, Shapes: []scene.Shape{
			&scene.Picture{Rect: board.Rect{X: -20, Y: 100, W: 300, H: 200}, Hash: name},
		}})
		if out := write(t, d); strings.Count(out, "/Subtype /Image") != images {
			t.Errorf("%s: %d images instead of %d", name, strings.Count(out, "/Subtype /Image"), images)
		}
	}
}

func TestPicturesOfOneWidthKeepTheirOrder(t *testing.T) {
	d := document(1)
	d.Blob = func(hash string) ([]byte, error) {
		m := image.NewNRGBA(image.Rect(0, 0, 20, 20))
		m.SetNRGBA(len(hash), 1, color.NRGBA{uint8(len(hash)), 9, 9, 99})
		var b bytes.Buffer
		err := png.Encode(&b, m)
		return b.Bytes(), err
	}
	for i := range 8 {
		d.Pages[0].Parts = append(d.Pages[0].Parts, pdf.Part{Shapes: []scene.Shape{
			&scene.Picture{Rect: board.Rect{X: 50, Y: float64(100 + 30*i), W: 20, H: 20}, Hash: strings.Repeat("x", i+1)},
		}})
	}
	first := write(t, d)
	for range 10 {
		if write(t, d) != first {
			t.Fatal("the same document gives other bytes")
		}
	}
}

func TestShadowsOfOneShapeAreOnePicture(t *testing.T) {
	d := document(1)
	for i := range 50 {
		d.Pages[0].Parts = append(d.Pages[0].Parts, pdf.Part{Shapes: []scene.Shape{&scene.Shadow{
			Rect: board.Rect{X: float64(i) * 10, Y: 100, W: 60, H: 60}, Radius: 2, Blur: 5, Color: color.NRGBA{A: 60},
		}}})
	}
	if n := strings.Count(write(t, d), "/Subtype /Image"); n != 2 { // with its mask
		t.Errorf("%d images", n)
	}
}

func TestPartsAreTaggedInOrder(t *testing.T) {
	d := document(3)
	d.Pages[1].Parts = append(d.Pages[1].Parts, pdf.Part{Shapes: []scene.Shape{&scene.Path{}}},
		pdf.Part{Role: pdf.Heading1, Shapes: []scene.Shape{text("kop", 50, 80)}})
	out := write(t, d)
	tags := regexp.MustCompile(`/S /(\w+) /P \d+ 0 R /Pg (\d+) 0 R /K (\d+)`).FindAllStringSubmatch(out, -1)
	var got []string
	for _, m := range tags {
		got = append(got, fmt.Sprintf("%s on %s: %s", m[1], m[2], m[3]))
	}
	if want := []string{"P on 3: 0", "P on 5: 0", "H1 on 5: 1", "P on 7: 0"}; !slices.Equal(got, want) {
		t.Errorf("tags are %q instead of %q", got, want)
	}
}

func TestStrangeNumbersStayOut(t *testing.T) {
	d := document(1)
	zero := 0.0
	d.Pages[0].Parts = []pdf.Part{{Shapes: []scene.Shape{
		&scene.Path{Stroke: black, Width: 1 / zero, Segs: []scene.Seg{
			{Op: scene.MoveTo, P: [3]board.Point{{X: zero / zero, Y: 1e300}}}, {Op: scene.LineTo, P: [3]board.Point{{X: 1e-9}}},
		}},
		&scene.Line{Size: 0, Runs: []scene.Run{{Text: "niets"}}},
		&scene.Line{Size: 9, Origin: board.Point{X: zero / zero}, Runs: []scene.Run{{Text: "nergens"}}}, &scene.Line{Size: 12}, &scene.Shadow{},
	}}}
	_, out, _ := strings.Cut(write(t, d), "stream\n")
	z, err := zlib.NewReader(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil || bytes.Contains(content, []byte("NaN")) || bytes.Contains(content, []byte("Inf")) {
		t.Errorf("the page is %q: %v", content, err)
	}
}

func TestOneDocumentAtATime(t *testing.T) {
	first := write(t, document(4))
	done := make(chan string)
	for range 4 {
		go func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, document(4)); err != nil {
				t.Error(err)
			}
			done <- b.String()
		}()
	}
	for range 4 {
		if <-done != first {
			t.Error("two exports at once disturb each other")
		}
	}
}
