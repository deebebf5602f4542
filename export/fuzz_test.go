package export_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/export"
)

// odd are texts that PDF writers stumble over.
var odd = []string{
	"", " ", "\n\n", "a\x00b\x07c\x1b", "\u200b\u200d\ufeff", "𐀀 𝒜 𠀀", "🚀", "👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇱 👍🏽 1️⃣", "שלום עולם 123 abc", "مرحبا بالعالم",
	"e\u0301\u0301\u0301 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A", "नमस्ते दुनिया", "日本語の付箋", "(paren) \\ back ) EMC Q ET", "ĳ Ĳ € → ★ ✓ ☐",
	"\ufffd\ufffe\uffff", "\u2028\u2029\u0085", strings.Repeat("w", 4000), strings.Repeat("lang verhaal met woorden ", 800),
	strings.Repeat("🎉", 300), "a\u00adb\u00adc", "\u202eomgekeerd\u202c", "<b>&amp;</b>",
}

// everywhere is a workshop that says one text wherever people can write.
func everywhere(t testing.TB, text string) *board.Session {
	s, steps := boardtest.Session(t, "een", "twee")
	note := board.Note{
		ID: board.NewID(), Step: steps[0], Text: text, Turn: 3, Rect: board.Rect{W: board.NoteWidth, H: board.NoteHeight},
	}
	loose := note
	loose.ID, loose.Rect.X, loose.Friction, loose.Color = board.NewID(), 300, true, text
	cluster := board.Cluster{ID: board.NewID(), Step: steps[0], Name: text, Subtitle: text}
	note.Cluster = cluster.ID
	owner := board.Person{ID: board.NewID(), Name: text}
	theme := board.Theme{ID: board.NewID(), Name: text, Sources: []board.ID{cluster.ID, note.ID}}
	action := board.Action{
		ID: board.NewID(), Theme: theme.ID, What: text, Soft: text, FirstStep: text, Due: text, Owners: []board.ID{owner.ID},
		Sources: []board.ID{note.ID}, Stage: board.Stage(text), Blocks: []board.Block{board.Block(text)}, Status: board.Status(text),
	}
	condition := board.Condition{ID: board.NewID(), Name: text, Sources: []board.ID{loose.ID}, Answers: []board.ID{action.ID}}
	err := s.Do("test",
		board.Change{Obj: board.WorkshopID, Set: board.Fields{"title": text, "client": text, "goal": text, "date": text, "lang": text}},
		board.Change{Obj: steps[0], Set: board.Fields{"name": text, "instruction": text, "hint": text}},
		board.Create(note), board.Create(loose), board.Create(cluster), board.Create(owner), board.Create(theme), board.Create(action),
		board.Create(condition), board.Create(board.Section{ID: board.NewID(), Step: steps[0], Name: text, Hint: text, Rect: board.Rect{W: 900, H: 500}}),
		board.Create(board.Text{ID: board.NewID(), Step: steps[0], Text: text, Size: 22, Rect: board.Rect{Y: 500, W: 300, H: 60}}),
		board.Create(board.Link{ID: board.NewID(), Step: steps[0], From: note.ID, To: loose.ID, Text: text}),
		board.Create(board.Image{ID: board.NewID(), Step: steps[0], Hash: text, Alt: text, Rect: board.Rect{X: 600, W: 100, H: 100}}),
	)
	if err != nil {
		t.Skip("the workshop does not take this text")
	}
	return s
}

func TestOddTextIsDrawnAndFound(t *testing.T) {
	for _, text := range odd {
		b := draw(t, everywhere(t, text), "pdf", export.Options{})
		checkPages(t, b)
		out := tool(t, b, "pdftotext", "-q", "FILE", "-")
		if want := strings.TrimSpace(text); len(want) < 100 && printable(want) && !strings.Contains(out, want) {
			t.Errorf("%q is not found", want)
		}
	}
}

// printable reports whether a text is one line of characters that a PDF reader gives back as they are. Readers put
// text from right to left between marks, and drop some characters that cannot be seen.
func printable(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == 0xAD || r >= 0x590 && r < 0x900 || r >= 0x200B && r <= 0x202E || r == 0x85 || r >= 0xFE00 && r <= 0xFEFF || r == 0xFFFE || r == 0xFFFF
	})
}

func checkPages(t testing.TB, b []byte) {
	t.Helper()
	p := readPaper(t, b)
	for i := range p.pages {
		if n := operators(p.content(t, i)); n["q"] != n["Q"] || n["BT"] != n["ET"] || n["BDC"]+n["BMC"] != n["EMC"] {
			t.Errorf("page %d is out of balance: %v", i+1, n)
		}
	}
}

func FuzzAnyText(f *testing.F) {
	for _, text := range odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := draw(t, everywhere(t, text), "pdf", export.Options{})
		if !bytes.HasPrefix(b, []byte("%PDF-1.7\n")) {
			t.Errorf("it begins with %.8q", b)
		}
		checkPages(t, b)
	})
}
