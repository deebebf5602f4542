package export_test

import (
	"fmt"
	"strings"
	"testing"

	"samenbord/board"
	"samenbord/export"
)

func TestQpdfFindsNothingWrong(t *testing.T) {
	r := workshop(t, 60)
	r.set(t, r.notes[0][0], board.Fields{"text": "🚀 emoji en שלום"})
	out := tool(t, draw(t, r.Session, "pdf", export.Options{}), "qpdf", "--check", "FILE")
	if strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestEveryPageClosesWhatItOpens(t *testing.T) {
	r := workshop(t, 119)
	r.set(t, r.notes[0][0], board.Fields{"text": "🚀 emoji en שלום"})
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	for i := range p.pages {
		n := operators(p.content(t, i))
		if n["q"] != n["Q"] || n["BT"] != n["ET"] || n["BDC"]+n["BMC"] != n["EMC"] || n["BT"] == 0 {
			t.Errorf("page %d: %d q and %d Q, %d BT and %d ET, %d BDC, %d BMC and %d EMC", i+1, n["q"], n["Q"], n["BT"], n["ET"],
				n["BDC"], n["BMC"], n["EMC"])
		}
	}
}

func TestSourcesLeadToTheirNotes(t *testing.T) {
	r := workshop(t, 36)
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	checked := 0
	for _, l := range p.links(t) {
		if l.says != "naar het geeltje" {
			continue
		}
		source, _, _ := strings.Cut(p.crop(t, l.page, l.x, l.y, l.w, l.h), " p. ")
		number := fmt.Sprintf("p. %d", l.to+1)
		if there := p.crop(t, l.to, 0, l.toY, 600, 50); source == "" || !strings.Contains(there, source) {
			t.Errorf("%v: %q is not there but %q", l, source, there)
		}
		if here := p.crop(t, l.page, l.x, l.y, l.w, l.h); !strings.Contains(here, number) {
			t.Errorf("%v: it says %q instead of %q", l, here, number)
		}
		checked++
	}
	if checked < 20 {
		t.Errorf("only %d sources are linked", checked)
	}
}

func TestNotesLeadBackToTheirActions(t *testing.T) {
	r := workshop(t, 36)
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	var actions []board.Action
	r.Read(func(w *board.Workshop) { actions = w.Plan().Actions() })
	checked := 0
	for _, l := range p.links(t) {
		var n int
		if _, err := fmt.Sscanf(l.says, "→ actie %d", &n); err != nil {
			continue
		}
		if w, _ := p.size(t, l.page); w > 600 {
			continue // the plan to pin up
		}
		what := actions[n-1].What
		if there := p.crop(t, l.to, 50, l.toY, 400, 60); !strings.Contains(there, what) {
			t.Errorf("%v: there is %q instead of %q", l, there, what)
		}
		if number := p.crop(t, l.to, 45, l.toY, 25, 60); !strings.Contains(number, fmt.Sprint(n)) {
			t.Errorf("%v: there is number %q", l, number)
		}
		checked++
	}
	if checked < len(r.actions) {
		t.Errorf("%d notes lead to %d actions", checked, len(r.actions))
	}
}

func TestBoardNotesLeadToTheirLines(t *testing.T) {
	r := workshop(t, 36)
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	texts := map[string]bool{}
	for _, s := range r.texts {
		texts[s] = true
	}
	checked := 0
	for _, l := range p.links(t) {
		if !texts[l.says] {
			continue
		}
		checked++
		if w, h := p.size(t, l.page); w < h {
			t.Errorf("%v does not start on a wide page", l)
		}
		if there := p.crop(t, l.to, 0, l.toY, 600, 50); !strings.Contains(there, l.says) {
			t.Errorf("%v: there is %q", l, there)
		}
	}
	if checked != len(texts) {
		t.Errorf("%d of %d notes lead on", checked, len(texts))
	}
}

func TestBookmarksLandOnTheirHeadings(t *testing.T) {
	r := workshop(t, 119)
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	marks := p.bookmarks(t)
	wide := 0
	for _, m := range marks {
		w, _ := p.size(t, m.to)
		if w > 600 {
			wide++
		}
		if m.says == "Plan om op te hangen" { // its heading is the goal
			continue
		}
		if there := p.crop(t, m.to, 0, m.toY, w, 90); !strings.Contains(there, m.says) {
			t.Errorf("%v: there is %q", m, there)
		}
	}
	if len(marks) < 20 || wide < 4 {
		t.Errorf("%d bookmarks, %d of them to wide pages", len(marks), wide)
	}
}

func TestContentsLeadToTheirPages(t *testing.T) {
	r := workshop(t, 60)
	b := draw(t, r.Session, "pdf", export.Options{})
	p, texts := readPaper(t, b), pageTexts(t, b)
	checked := 0
	for _, l := range p.links(t) {
		if l.page != 1 {
			continue
		}
		checked++
		line := p.crop(t, l.page, l.x, l.y, l.w, l.h)
		if !strings.HasSuffix(line, fmt.Sprint(" ", l.to+1)) && !strings.Contains(line, fmt.Sprintf(" %d ", l.to+1)) {
			t.Errorf("%v says %q", l, line)
		}
		if l.says != "Plan om op te hangen" && !strings.Contains(texts[l.to], l.says) {
			t.Errorf("%v: the page says %q", l, texts[l.to])
		}
	}
	if checked < 6 {
		t.Errorf("%d lines of the contents lead somewhere", checked)
	}
}

func TestNoHeadingStandsAloneAtTheBottom(t *testing.T) {
	r := workshop(t, 200)
	p := readPaper(t, draw(t, r.Session, "pdf", export.Options{}))
	for _, m := range p.bookmarks(t) {
		if w, h := p.size(t, m.to); w < h && strings.HasPrefix(m.says, "Groep") || strings.HasPrefix(m.says, "Thema") {
			if below := p.crop(t, m.to, 50, m.toY+25, 500, h-51-m.toY-25); !strings.Contains(below, "nummer") {
				t.Errorf("%v: nothing stands below but %q", m, below)
			}
		}
	}
}

func TestEveryPageIsNumbered(t *testing.T) {
	pages := pageTexts(t, draw(t, workshop(t, 60).Session, "pdf", export.Options{}))
	for i, text := range pages[1:] {
		if want := fmt.Sprintf("Pagina %d van %d", i+2, len(pages)); !strings.Contains(text, want) {
			t.Errorf("page %d does not say %q", i+2, want)
		}
		if !strings.Contains(text, "Samen op weg · ") {
			t.Errorf("page %d does not name the workshop", i+2)
		}
	}
}

func TestFileSaysWhatItIs(t *testing.T) {
	b := draw(t, workshop(t, 6).Session, "pdf", export.Options{Lang: "en"})
	info := tool(t, b, "pdfinfo", "FILE")
	for _, want := range []string{"Title:           Samen op weg", "Author:          Bureau Zuid", "Tagged:          yes", "Metadata Stream: yes"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is missing in\n%s", want, info)
		}
	}
	if catalog := string(b); !strings.Contains(catalog, "/Lang (en)") {
		t.Error("the language is missing")
	}
}
