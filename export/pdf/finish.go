package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// producer names the program in the metadata.
const producer = "Samenbord"

// finish adds to what gofpdf wrote all that belongs to the document as a whole.
func finish(written []byte, d *Document) ([]byte, error) {
	f, err := parse(written)
	if err != nil {
		return nil, err
	}
	for i := range d.Pages {
		n := pageObject(i)
		if n >= len(f.objects) || !bytes.HasPrefix(f.objects[n], []byte("<</Type /Page\n")) {
			return nil, errForeign
		}
	}
	info, catalog := len(f.objects)-2, len(f.objects)-1
	if !bytes.Contains(f.objects[catalog], []byte("/Type /Catalog\n")) {
		return nil, errForeign
	}
	if err := f.links(d); err != nil {
		return nil, err
	}
	structure, err := f.structure(d)
	if err != nil {
		return nil, err
	}
	entries := []string{
		"/Type /Catalog /Pages 1 0 R", fmt.Sprintf("/StructTreeRoot %d 0 R /MarkInfo <</Marked true>>", structure),
		fmt.Sprintf("/Lang (%s) /ViewerPreferences <</DisplayDocTitle true>>", d.Lang),
		fmt.Sprintf("/Metadata %d 0 R", f.metadata(d)),
	}
	if root := f.outline(d); root != 0 {
		entries = append(entries, fmt.Sprintf("/Outlines %d 0 R /PageMode /UseOutlines", root))
	}
	f.set(catalog, "<<%s>>", strings.Join(entries, "\n"))
	f.set(info, "<</Title %s /Author %s /Producer %s /CreationDate %s /ModDate %[4]s>>",
		textString(d.Title), textString(d.Author), textString(producer), textString(pdfDate(d.Date)))
	return f.bytes(catalog, info), nil
}

// pageObject is the number of the object in which gofpdf writes a page, counted from 0: 1 and 2 are fixed, and each
// page is followed by its contents.
func pageObject(i int) int { return 3 + 2*i }

// destination is a place on a page as PDF writes it; y grows upwards from the bottom of that very page.
func (d *Document) destination(s Spot) string {
	page := min(max(s.Page, 0), len(d.Pages)-1)
	return fmt.Sprintf("[%d 0 R /XYZ null %snull]", pageObject(page), numbers(d.Pages[page].Height-s.Y))
}

// pdfDate is a date as in ISO 32000-1, 7.9.4.
func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405Z") }
