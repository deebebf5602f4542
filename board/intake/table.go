package intake

import (
	"slices"
	"strings"
)

// table is a list with its columns found.
type table struct {
	reader  reader
	columns columns
	width   int // how many columns there are
}

// columns says in which cell each thing stands; a thing that is not there is missing.
type columns map[column]int

// column is something that a list can say about a note.
type column int

const (
	columnText column = iota
	columnStep
	columnKind
	columnAuthor
	columnCluster
	columnColor
	columnTag
)

// columnNames are the names of columns in Dutch and English.
var columnNames = map[column][]string{
	columnText:    {"tekst", "text", "geeltje", "geeltjes", "note", "notes", "notitie", "notities", "inhoud", "content", "idee", "idea"},
	columnStep:    {"stap", "step", "bord", "board"},
	columnKind:    {"soort", "kind", "type"},
	columnAuthor:  {"auteur", "author", "deelnemer", "participant", "door", "by"},
	columnCluster: {"cluster", "thema", "theme", "groep", "group"},
	columnColor:   {"kleur", "color", "colour"},
	columnTag:     {"tag", "tags", "label", "labels"},
}

// delims are what can part the columns. A Dutch spreadsheet writes semicolons.
var delims = []string{";", ",", "\t"}

// sniff finds out what parts the columns of a list and what they are.
func sniff(text string) (table, error) {
	text, line, delim := declared(text)
	whole := table{reader: reader{text: text, line: line}, columns: columns{columnText: 0}, width: 1}
	var best table
	for _, d := range delims {
		if delim != "" && d != delim {
			continue
		}
		r := reader{text: text, delim: d, line: line}
		head, _ := r.next()
		if cols := columnsOf(head.cells); len(cols) > len(best.columns) && len(head.cells) > 1 {
			best = table{r, cols, len(head.cells)}
		}
	}
	if _, ok := best.columns[columnText]; ok {
		return best, nil
	}
	if len(best.columns) > 1 || slices.ContainsFunc(delims, func(d string) bool { return grid(text, d) }) {
		return table{}, ErrColumns
	}
	r := whole.reader
	if head, _ := r.next(); len(columnsOf(head.cells)) == 1 {
		if _, ok := columnsOf(head.cells)[columnText]; ok {
			whole.reader = r
		}
	}
	return whole, nil
}

// declared takes off the line "sep=;" with which spreadsheets may begin a file.
func declared(text string) (rest string, line int, delim string) {
	first, after, _ := strings.Cut(text, "\n")
	if d, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, `"`)), "sep="); ok && slices.Contains(delims, d) {
		return after, 2, d
	}
	return text, 1, ""
}

// columnsOf finds the columns by the names on top. Where two have the same meaning the first counts.
func columnsOf(head []string) columns {
	found := columns{}
	for i, cell := range head {
		name := strings.Trim(strings.ToLower(line(cell)), ":*")
		for c, names := range columnNames {
			if _, had := found[c]; !had && slices.Contains(names, name) {
				found[c] = i
			}
		}
	}
	return found
}

// grid reports whether a list looks like a table whose columns nobody named: every row has the same number of cells, two
// at least. In running text a comma or semicolon is followed by a space, so that does not count.
func grid(text, delim string) bool {
	const enough = 50
	r := reader{text: text, delim: delim, line: 1}
	cells := 0
	for range enough {
		rec, ok := r.next()
		if !ok {
			break
		}
		if cells == 0 {
			cells = len(rec.cells)
		}
		if len(rec.cells) != cells || cells < 2 || prose(rec.cells[1:]) {
			return false
		}
	}
	return cells > 1
}

// prose reports whether what follows the first comma of a line reads on.
func prose(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return !strings.HasPrefix(s, " ") })
}
