package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samenbord/assets"
	"samenbord/board"
)

// kinds are what a row can call itself, in Dutch and English.
var kinds = map[string]Kind{
	"": KindAny, "geeltje": KindNote, "note": KindNote, "notitie": KindNote, "sticky": KindNote, "sticky note": KindNote,
	"idee": KindNote, "idea": KindNote, "knuppel": KindFriction, "friction": KindFriction, "friction note": KindFriction,
}

// rows reads what is left of the table.
func (t table) rows() (Rows, error) {
	var out Rows
	for n := 0; ; n++ {
		rec, ok := t.reader.next()
		if !ok {
			break
		}
		if n == MaxRows {
			return Rows{}, ErrLarge
		}
		if !rec.open && blank(rec.cells) {
			continue
		}
		row, why, ok := t.row(rec)
		if ok {
			out.Good = append(out.Good, row)
		} else {
			out.Bad = append(out.Bad, Bad{rec.line, why})
		}
	}
	if len(out.Good)+len(out.Bad) == 0 {
		return Rows{}, ErrEmpty
	}
	return out, nil
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return clean(s) != "" })
}

// row reads one record, or says why it cannot be used.
func (t table) row(rec record) (row Row, why Reason, ok bool) {
	if rec.open {
		return row, reasonQuote, false
	}
	text, fits := t.text(rec.cells)
	cell := func(c column) string {
		if i, ok := t.columns[c]; ok && i < len(rec.cells) {
			return unguarded(line(rec.cells[i]))
		}
		return ""
	}
	row = Row{
		Line: rec.line, Text: text, Step: cell(columnStep), Author: cell(columnAuthor), Cluster: cell(columnCluster),
		Color: color(cell(columnColor)), Tags: tags(cell(columnTag)),
	}
	kind := cell(columnKind)
	row.Kind, ok = kinds[strings.ToLower(kind)]
	switch {
	case !fits:
		return row, reasonCells, false
	case text == "":
		return row, reasonEmpty, false
	case utf8.RuneCountInString(text) > MaxText:
		return row, reasonLong, false
	case !ok:
		return row, reasonKind(short(kind)), false
	case longest(row.Step, row.Author, row.Cluster) > MaxName:
		return row, reasonName(MaxName), false
	case longest(row.Tags...) > MaxTag:
		return row, reasonName(MaxTag), false
	}
	return row, Reason{}, true
}

// text is the text of a row. Where it stands in the last column and holds what parts columns without quotation marks, it
// is put together again; a row that has too many cells elsewhere does not fit.
func (t table) text(cells []string) (text string, fits bool) {
	at := t.columns[columnText]
	if at >= len(cells) {
		return "", true
	}
	text = cells[at]
	if extra := cells[min(max(t.width, at+1), len(cells)):]; !blank(extra) {
		if at != t.width-1 {
			return "", false
		}
		text = strings.Join(cells[at:], t.reader.delim)
	}
	return unguarded(clean(text)), true
}

// color is the paper that a row names in Dutch or English, "" for one that nobody knows. It is no reason to leave a note
// behind.
func color(name string) string {
	name = strings.ToLower(name)
	for _, c := range board.Colors {
		if name == c {
			return c
		}
		for _, lang := range assets.Langs {
			if name == assets.Words(lang).T("color."+c) {
				return c
			}
		}
	}
	return ""
}

func tags(cell string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func longest(names ...string) int {
	n := 0
	for _, s := range names {
		n = max(n, utf8.RuneCountInString(s))
	}
	return n
}

// short is the beginning of a text, to name it in a sentence.
func short(s string) string {
	const enough = 40
	if r := []rune(s); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return s
}
