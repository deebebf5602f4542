package intake

import (
	"strings"
	"unicode/utf8"

	"samenbord/board"
)

// Lines are the notes in a pasted text: one for each line, and one for each cell of a spreadsheet. What is empty is left
// out, and what is longer than a note can be goes on in the next one.
func Lines(text string) []string {
	parts := strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029'
	})
	var out []string
	for _, s := range parts {
		for s = clean(s); s != ""; {
			head := s
			if utf8.RuneCountInString(s) > MaxText {
				head = string([]rune(s)[:MaxText])
			}
			out = append(out, strings.TrimSpace(head))
			s = strings.TrimSpace(s[len(head):])
		}
	}
	return out[:min(len(out), MaxRows)]
}

// Paste are the changes that make a note of each line or cell of a pasted text, in a block about the point at or close to
// it where that is taken. color is the paper; [board.Dark] makes friction notes.
func Paste(w *board.Workshop, step board.ID, text, color string, at board.Point) []board.Change {
	texts := Lines(text)
	if _, ok := w.Step(step); !ok || len(texts) == 0 {
		return nil
	}
	b := w.Board(step)
	last := ""
	if n := len(b.Notes); n > 0 {
		last = b.Notes[n-1].Order
	}
	orders, spots := board.Orders(last, len(texts)), newGround(b).around(at, len(texts))
	changes := make([]board.Change, len(texts))
	for i, s := range texts {
		changes[i] = board.Create(board.Note{
			ID: board.NewID(), Step: step, Order: orders[i], Rect: spots[i], Text: s, Color: color, Friction: color == board.Dark,
		})
	}
	return changes
}
