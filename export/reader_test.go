package export_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// paper is a PDF taken apart by its plain text, which is enough for files of our own.
type paper struct {
	path    string
	objects map[int]string
	pages   []int // objects
}

var (
	objectForm = regexp.MustCompile(`(?ms)^(\d+) 0 obj\n(.*?)\nendobj$`)
	kidsForm   = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	refForm    = regexp.MustCompile(`(\d+) 0 R`)
	sizeForm   = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	destForm   = regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ null ([\d.-]+) null\]`)
	rectForm   = regexp.MustCompile(`/Rect \[([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) \]`)
	saysForm   = regexp.MustCompile(`/(?:Contents|Title) <FEFF([0-9A-F]*)>`)
)

func readPaper(t testing.TB, file []byte) *paper {
	t.Helper()
	p := &paper{path: filepath.Join(t.TempDir(), "out.pdf"), objects: map[int]string{}}
	if err := os.WriteFile(p.path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, m := range objectForm.FindAllSubmatch(file, -1) {
		p.objects[number(t, string(m[1]))] = string(m[2])
	}
	p.pages = p.refs(t, kidsForm, p.objects[1])
	if len(p.pages) == 0 {
		t.Fatal("no pages")
	}
	return p
}

// refs are the objects named in the first thing that a form finds.
func (p *paper) refs(t testing.TB, form *regexp.Regexp, in string) []int {
	t.Helper()
	m := form.FindStringSubmatch(in)
	if m == nil {
		return nil
	}
	var out []int
	for _, ref := range refForm.FindAllStringSubmatch(m[1], -1) {
		out = append(out, number(t, ref[1]))
	}
	return out
}

// content is what draws a page.
func (p *paper) content(t testing.TB, page int) string {
	t.Helper()
	m := regexp.MustCompile(`/Contents (\d+) 0 R>>`).FindStringSubmatch(p.objects[p.pages[page]])
	if m == nil {
		t.Fatalf("page %d has no content", page+1)
	}
	_, stream, _ := strings.Cut(p.objects[number(t, m[1])], "stream\n")
	z, err := zlib.NewReader(strings.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// size is how wide and high a page is.
func (p *paper) size(t testing.TB, page int) (w, h float64) {
	t.Helper()
	m := sizeForm.FindStringSubmatch(p.objects[p.pages[page]])
	if m == nil {
		m = sizeForm.FindStringSubmatch(p.objects[1])
	}
	return float(t, m[1]), float(t, m[2])
}

// way is a link or a bookmark: where it stands, what it says and where it leads, from the top of the pages.
type way struct {
	page       int
	x, y, w, h float64
	says       string
	to         int
	toY        float64
}

var annotsForm = regexp.MustCompile(`/Annots \[([^\]]*)\]`)

// links are all links of all pages.
func (p *paper) links(t testing.TB) []way {
	t.Helper()
	var out []way
	for i, page := range p.pages {
		_, high := p.size(t, i)
		for _, ref := range p.refs(t, annotsForm, p.objects[page]) {
			w := p.way(t, p.objects[ref])
			r := rectForm.FindStringSubmatch(p.objects[ref])
			x0, y0, x1, y1 := float(t, r[1]), float(t, r[2]), float(t, r[3]), float(t, r[4])
			w.page, w.x, w.y, w.w, w.h = i, x0, high-y1, x1-x0, y1-y0
			out = append(out, w)
		}
	}
	return out
}

// bookmarks are all lines of the outline, in the order of the file.
func (p *paper) bookmarks(t testing.TB) []way {
	t.Helper()
	var out []way
	for n := 1; n <= len(p.objects); n++ {
		if o := p.objects[n]; strings.HasPrefix(o, "<</Title <FEFF") && strings.Contains(o, "/Parent ") {
			out = append(out, p.way(t, o))
		}
	}
	return out
}

func (p *paper) way(t testing.TB, object string) way {
	t.Helper()
	d, s := destForm.FindStringSubmatch(object), saysForm.FindStringSubmatch(object)
	if d == nil || s == nil {
		t.Fatalf("%s leads nowhere", object)
	}
	for i, page := range p.pages {
		if page == number(t, d[1]) {
			_, high := p.size(t, i)
			return way{says: unhex(t, s[1]), to: i, toY: high - float(t, d[2])}
		}
	}
	t.Fatalf("%s leads to what is no page", object)
	return way{}
}

// crop is the text that stands in an area of a page.
func (p *paper) crop(t testing.TB, page int, x, y, w, h float64) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil && os.Getenv("CI") == "" {
		t.Skip("pdftotext is missing")
	}
	n, whole := strconv.Itoa(page+1), func(v float64) string { return strconv.Itoa(int(v)) }
	out, err := exec.Command("pdftotext", "-q", "-f", n, "-l", n, "-r", "72", "-x", whole(x), "-y", whole(y), "-W", whole(w+1),
		"-H", whole(h+1), p.path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

func unhex(t testing.TB, s string) string {
	t.Helper()
	var units []uint16
	for i := 0; i+4 <= len(s); i += 4 {
		u, err := strconv.ParseUint(s[i:i+4], 16, 16)
		if err != nil {
			t.Fatal(err)
		}
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}

func number(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func float(t testing.TB, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// operators counts those that come in pairs. Strings are taken out first: letters in them are no operators.
func operators(content string) map[string]int {
	var clean bytes.Buffer
	depth := 0
	for i := 0; i < len(content); i++ {
		switch c := content[i]; {
		case c == '\\' && depth > 0:
			i++
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth == 0:
			clean.WriteByte(c)
		}
	}
	n := map[string]int{}
	for _, word := range strings.Fields(clean.String()) {
		n[word]++
	}
	return n
}

func (w way) String() string {
	return fmt.Sprintf("%q on page %d at %.0f,%.0f to page %d at %.0f", w.says, w.page+1, w.x, w.y, w.to+1, w.toY)
}
