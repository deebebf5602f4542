package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF file as numbered objects; the first, 0, is not used. It reads only what gofpdf has just written: one
// plain cross-reference table, pages as the objects 3, 5, 7 and so on, the catalog last and the information before it.
type file struct {
	objects [][]byte // what stands between "obj" and "endobj"
}

// errForeign says that gofpdf did not write what it is known to write.
var errForeign = errors.New("read pages: not written as expected")

// parse takes the bytes of gofpdf apart.
func parse(b []byte) (*file, error) {
	_, tail, ok := cutLast(b, "startxref\n")
	if !ok {
		return nil, errForeign
	}
	line, _, _ := bytes.Cut(tail, []byte("\n"))
	at, err := strconv.Atoi(string(line))
	if err != nil || at < 0 || at >= len(b) {
		return nil, errForeign
	}
	offsets, err := table(b[at:])
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([][]byte, len(offsets))}
	ends := append(slices.Clone(offsets[1:]), at)
	slices.Sort(ends)
	for n, offset := range offsets {
		if n == 0 {
			continue
		}
		i, _ := slices.BinarySearch(ends, offset+1)
		if i >= len(ends) || offset < 0 || ends[i] > len(b) {
			return nil, errForeign
		}
		body, ok := bytes.CutPrefix(b[offset:ends[i]], fmt.Appendf(nil, "%d 0 obj\n", n))
		if !ok {
			return nil, errForeign
		}
		if body, _, ok = cutLast(body, "endobj\n"); !ok {
			return nil, errForeign
		}
		f.objects[n] = bytes.TrimRight(body, "\n")
	}
	return f, nil
}

// table reads where each object begins. A line of the table has 20 bytes.
func table(b []byte) ([]int, error) {
	b, ok := bytes.CutPrefix(b, []byte("xref\n0 "))
	line, b, ok2 := bytes.Cut(b, []byte("\n"))
	n, err := strconv.Atoi(string(line))
	if !ok || !ok2 || err != nil || n < 2 || len(b) < 20*n {
		return nil, errForeign
	}
	offsets := make([]int, n)
	for i := range offsets {
		if offsets[i], err = strconv.Atoi(string(b[20*i : 20*i+10])); err != nil {
			return nil, errForeign
		}
	}
	return offsets, nil
}

func cutLast(b []byte, sep string) (before, after []byte, ok bool) {
	i := bytes.LastIndex(b, []byte(sep))
	if i < 0 {
		return b, nil, false
	}
	return b[:i], b[i+len(sep):], true
}

// reserve makes room for an object and returns its number.
func (f *file) reserve() int {
	f.objects = append(f.objects, nil)
	return len(f.objects) - 1
}

// set fills the object with a number.
func (f *file) set(n int, format string, args ...any) {
	f.objects[n] = fmt.Appendf(nil, format, args...)
}

// add puts an object behind the others and returns its number.
func (f *file) add(format string, args ...any) int {
	n := f.reserve()
	f.set(n, format, args...)
	return n
}

// insert puts entries at the beginning of the dictionary that an object is.
func (f *file) insert(n int, format string, args ...any) error {
	rest, ok := bytes.CutPrefix(f.objects[n], []byte("<<"))
	if !ok {
		return errForeign
	}
	f.objects[n] = append(fmt.Appendf([]byte("<<"), format, args...), rest...)
	return nil
}

// bytes writes the file. Its identifier is made of its contents (ISO 32000-1, 14.4), so the same contents are the same
// file.
func (f *file) bytes(catalog, info int) []byte {
	// The second line tells programs that carry files about that this is no plain text (ISO 32000-1, 7.5.2).
	b := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = len(b)
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", n, f.objects[n])
	}
	id := sha256.Sum256(b)
	at := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects))
	for _, offset := range offsets[1:] {
		b = fmt.Appendf(b, "%010d 00000 n \n", offset)
	}
	return fmt.Appendf(b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%[4]x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects), catalog, info, id[:16], at)
}
