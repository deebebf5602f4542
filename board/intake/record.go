package intake

import "strings"

// maxQuoted is how far the end of a quoted cell is looked for, in bytes. It is more than the longest note, and keeps a
// list with an odd quotation mark on every line from being read as often as it has lines.
const maxQuoted = 64 << 10

// record is one row of cells.
type record struct {
	line  int // where it begins, from 1
	cells []string
	open  bool // a quotation mark is never closed; there are no cells then
}

// reader reads the records of a table as RFC 4180 writes them. It is more forgiving than encoding/csv, which gives up
// all that follows an open quotation mark: here that costs one line, and a mark that merely stands in a text is text.
type reader struct {
	text  string
	delim string // what parts cells, "" where a row is one cell
	line  int    // of the next record, from 1
}

// next returns the next record that is not an empty line; ok is false at the end.
func (r *reader) next() (rec record, ok bool) {
	for strings.HasPrefix(r.text, "\n") {
		r.text = r.text[1:]
		r.line++
	}
	if r.text == "" {
		return record{}, false
	}
	rec = record{line: r.line}
	rest := r.text
	for {
		cell, after, open := r.cell(rest)
		if open {
			_, r.text, _ = strings.Cut(r.text, "\n")
			r.line++
			return record{line: rec.line, open: true}, true
		}
		rec.cells = append(rec.cells, cell)
		if r.delim != "" && strings.HasPrefix(after, r.delim) {
			rest = after[len(r.delim):]
			continue
		}
		after = strings.TrimPrefix(after, "\n")
		r.line += strings.Count(r.text[:len(r.text)-len(after)], "\n")
		r.text = after
		return rec, true
	}
}

// cell splits off the first cell of s. after begins with what parts cells or lines, or is empty.
func (r *reader) cell(s string) (cell, after string, open bool) {
	if strings.HasPrefix(s, `"`) {
		cell, after, closed := quoted(s)
		switch {
		case closed && r.ends(after):
			return cell, after, false
		case !closed && r.delim != "":
			return "", "", true
		}
	}
	i := strings.IndexByte(s, '\n')
	if i < 0 {
		i = len(s)
	}
	if r.delim != "" {
		if j := strings.Index(s[:i], r.delim); j >= 0 {
			i = j
		}
	}
	return s[:i], s[i:], false
}

func (r *reader) ends(s string) bool {
	return s == "" || s[0] == '\n' || r.delim != "" && strings.HasPrefix(s, r.delim)
}

// quoted splits off a cell in quotation marks, in which two of them stand for one.
func quoted(s string) (cell, after string, closed bool) {
	end := min(len(s), maxQuoted)
	for i := 1; i < end; i++ {
		switch {
		case s[i] != '"':
		case i+1 < len(s) && s[i+1] == '"':
			i++
		default:
			return strings.ReplaceAll(s[1:i], `""`, `"`), s[i+1:], true
		}
	}
	return "", "", false
}
