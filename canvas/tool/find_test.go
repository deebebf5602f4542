package tool_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/board/boardtest"
	"samenbord/canvas/tool"
)

func find(s *board.Session, query string) (out []tool.Found) {
	s.Read(func(w *board.Workshop) { out = tool.Find(w, query) })
	return out
}

// marked are the texts that were found, with what was looked for between brackets.
func marked(found []tool.Found) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Text[:f.From]+"["+f.Text[f.From:f.To]+"]"+f.Text[f.To:])
	}
	return out
}

func TestFindIgnoresCapitalsAndAccents(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	boardtest.Notes(t, s, steps[0], "Één idee", "ideeën", "een IDEE", "reünie", "re\u0308u", "straße", "niets")
	for query, want := range map[string][]string{
		"idee":    {"Één [idee]", "[idee]ën", "een [IDEE]"},
		"een":     {"[Één] idee", "ide[eën]", "[een] IDEE"},
		"Ideeën":  {"[ideeën]"},
		"ideeen":  {"[ideeën]"},
		"reu":     {"[reü]nie", "[re\u0308u]"},
		"STRASSE": {"[straße]"},
		"":        nil, "  ": nil, "zoek": nil,
	} {
		if got := marked(find(s, query)); !slices.Equal(got, want) {
			t.Errorf("%q finds %q instead of %q", query, got, want)
		}
	}
}

func TestFindWantsAllWordsInAnyOrder(t *testing.T) {
	s, steps := boardtest.Session(t, "Doelen")
	boardtest.Notes(t, s, steps[0], "klant bellen", "bel de vaste klant", "klant")
	want := []string{"klant [bel]len", "[bel] de vaste klant"}
	if got := marked(find(s, "bel klant")); !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
	if got := marked(find(s, "klant bel")); got[0] != "[klant bel]len" {
		t.Errorf("words that stand together are marked as %q", got[0])
	}
}

func TestFindGoesThroughTheStepsInReadingOrder(t *testing.T) {
	s, steps := boardtest.Session(t, "Een", "Twee")
	b := boardtest.Notes(t, s, steps[1], "x vier")
	a := boardtest.Notes(t, s, steps[0], "x een", "x twee")
	c := board.Cluster{ID: board.NewID(), Step: steps[0], Order: "V", Name: "x nul", At: board.Point{Y: -500}}
	text := board.Text{ID: board.NewID(), Step: steps[0], Order: "V", Text: "x drie", Rect: board.Rect{Y: 500, W: 100, H: 30}}
	link := board.Link{ID: board.NewID(), Step: steps[1], Order: "V", From: b[0], To: b[0], Text: "x vijf"}
	boardtest.Do(t, s, board.Create(c), board.Create(text), board.Create(link))
	var got []board.ID
	for _, f := range find(s, "x") {
		got = append(got, f.ID)
	}
	if want := []board.ID{c.ID, a[0], a[1], text.ID, b[0], link.ID}; !slices.Equal(got, want) {
		t.Errorf("%v instead of %v", got, want)
	}
}

func BenchmarkFindAmongTenThousandNotes(b *testing.B) {
	s, steps := boardtest.Session(b, "Doelen")
	texts := make([]string, 10_000)
	for i := range texts {
		texts[i] = fmt.Sprintf("%s nummer %d", strings.Repeat("Vaste klanten vaker bellen over ideeën ", 2), i)
	}
	boardtest.Notes(b, s, steps[0], texts...)
	for _, query := range []string{"e", "nummer 9999"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				find(s, query)
			}
		})
	}
}
