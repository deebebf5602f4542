package scene_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"samenbord/board/scene"
)

var style = scene.Style{Size: 22}

// said is the text of lines put together again: a broken word is one word.
func said(lines []scene.Line) string {
	var b strings.Builder
	for _, l := range lines {
		if l.Broken {
			b.WriteString(strings.TrimSuffix(l.Text, "-"))
			continue
		}
		b.WriteString(l.Text + " ")
	}
	return b.String()
}

func texts(lines []scene.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

func TestLinesEndWhereWordsAllowIt(t *testing.T) {
	for text, want := range map[string][]string{
		"Leuk vinden om een onbekende te bellen": {"Leuk vinden om", "een onbekende te", "bellen"},
		"ochtend-/middagsessie voorbereiden":     {"ochtend-/", "middagsessie", "voorbereiden"},
		"eerste\n\nderde":                        {"eerste", "", "derde"},
		"een\r\ntwee\u2028drie":                  {"een", "twee", "drie"},
		"12-05-2027 en 10-12 uur 's middags":     {"12-05-2027 en", "10-12 uur 's", "middags"},
		"nooit breken bij\u00a0elkaar":           {"nooit breken", "bij\u00a0elkaar"},
		"":                                       {""},
	} {
		if got := texts(scene.Break(text, style, 168)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q became %q instead of %q", text, got, want)
		}
	}
}

func TestLongWordsBreakBetweenTheirParts(t *testing.T) {
	for word, want := range map[string][]string{
		"medewerkerstevredenheidsonderzoek":         {"medewerkers-", "tevredenheids-", "onderzoek"},
		"opdrachtgeversbijeenkomst":                 {"opdrachtgevers-", "bijeenkomst"},
		"arbeidsmarktcommunicatie":                  {"arbeidsmarkt-", "communicatie"},
		"verduurzamingsopgave":                      {"verduurzamings-", "opgave"},
		"onvoorspelbaarheid":                        {"onvoorspelbaar-", "heid"},
		"www.samenbord.example/eenheellanglangpad":  {"www.samenbord.", "example/", "eenheellanglang-", "pad"},
		"werk\u00adgelegenheid\u00ads\u00adplannen": {"werkgelegenheid-", "splannen"},
	} {
		got := texts(scene.Break(word, style, 168))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q became %q instead of %q", word, got, want)
		}
	}
}

func TestABrokenWordKeepsThreeLettersOnEachSide(t *testing.T) {
	const word = "verantwoordelijkheidsgevoelens"
	for width := 60.0; width < 400; width += 3 {
		lines := scene.Break(word, style, width)
		for i, l := range lines {
			if n := len(strings.TrimSuffix(l.Text, "-")); n < 3 {
				t.Errorf("at width %v line %d is %q", width, i, l.Text)
			}
		}
		if got := strings.TrimSpace(said(lines)); got != word {
			t.Errorf("at width %v the lines say %q", width, got)
		}
	}
}

// words are pieces of text of every kind that people paste.
var words = []string{
	"de", "acquisitie", "Eén", "coöperatie", "medewerkerstevredenheidsonderzoek", "24/7", "en/of", "ochtend-", "(zo’n", "80%",
	"👍", "👩‍💻", "❤️", "🇳🇱", "👋🏽", "Ελλάδα", "Привет", "→", "☐", "שלום", "سلام", "漢字", "𝗛𝗲𝗹𝗹𝗼", "e\u0301e\u0301n", "a\u00adb",
	"https://voorbeeld.example/pad?vraag=antwoord", "\U0010FFFF", "x",
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(30) {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteString([]string{" ", " ", " ", "  ", "\n"}[r.IntN(5)])
	}
	return b.String()
}

func TestNoWordIsLostAndNoLineTooWide(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		text := randomText(r)
		s := scene.Style{Font: scene.Font(r.IntN(3)), Size: 8 + 40*r.Float64(), Align: scene.Align(r.IntN(3))}
		width := s.Size * (3 + 20*r.Float64())
		lines := scene.Break(text, s, width)
		composed := strings.NewReplacer("e\u0301", "é", "\u00ad", "").Replace(text)
		want := strings.Join(strings.Fields(composed), "")
		if got := strings.Join(strings.Fields(said(lines)), ""); got != want {
			t.Fatalf("%q became %q", text, got)
		}
		for _, l := range lines {
			if l.Width > width+1e-6 && !single(l) {
				t.Fatalf("line %q of %q is %v wide, not %v", l.Text, text, l.Width, width)
			}
			if l.Origin.X < -1e-6 || l.Origin.X+l.Width > width+1e-6 && !single(l) {
				t.Fatalf("line %q stands from %v to %v in %v", l.Text, l.Origin.X, l.Origin.X+l.Width, width)
			}
		}
	}
}

// single reports whether a line cannot be broken any further.
func single(l scene.Line) bool {
	return len(l.Runs) == 1 && utf8.RuneCountInString(l.Runs[0].Text) == 1
}

func TestRunsFollowEachOther(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		for _, l := range scene.Break(randomText(r), style, 300) {
			x := 0.0
			for _, run := range l.Runs {
				if d := run.X - x; d > 1e-9 || d < -1e-9 {
					t.Fatalf("run %q of %q begins at %v, not %v", run.Text, l.Text, run.X, x)
				}
				x += run.Width
			}
			if d := l.Width - x; d > 1e-9 || d < -1e-9 {
				t.Fatalf("line %q is %v wide, its runs %v", l.Text, l.Width, x)
			}
		}
	}
}

func TestTheSameTextIsAlwaysSetInTheSameWay(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	text := randomText(r) + strings.Join(words, " ")
	want := scene.Break(text, style, 170)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				if got := scene.Break(text, style, 170); !reflect.DeepEqual(got, want) {
					t.Errorf("two goroutines set %q differently", text)
				}
			}
		})
	}
	all.Wait()
}

func TestSignsComeFromTheFirstFontThatHasThem(t *testing.T) {
	lines := scene.Break("Ja ☐ 👍 漢 𝗛𝗶", scene.Style{Font: scene.Hand, Size: 10}, 1000)
	type piece struct {
		text  string
		font  scene.Font
		emoji bool
	}
	var got []piece
	for _, r := range lines[0].Runs {
		got = append(got, piece{r.Text, r.Font, r.Emoji})
	}
	want := []piece{
		{"Ja ", scene.Hand, false},
		{"☐", scene.Sans, false},
		{" ", scene.Hand, false},
		{"👍", scene.Hand, true},
		{" ", scene.Hand, false},
		{"□", scene.Symbols, false},
		{" ", scene.Hand, false},
		{"H", scene.Sans, false},
		{"i", scene.Sans, false},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\ninstead of %v", got, want)
	}
	if lines[0].Text != "Ja ☐ 👍 漢 𝗛𝗶" {
		t.Errorf("the line says %q", lines[0].Text)
	}
}

func TestHebrewRunsFromTheRight(t *testing.T) {
	l := scene.Break("שלום עולם", style, 400)[0]
	if l.Origin.X+l.Width < 400-1e-6 {
		t.Errorf("the line ends at %v, not at the right side", l.Origin.X+l.Width)
	}
	if first, last := l.Runs[0], l.Runs[len(l.Runs)-1]; !first.Shaped || first.Text != "עולם" || last.Text != "שלום" {
		t.Errorf("the runs are %q … %q", first.Text, last.Text)
	}
	mixed := scene.Break("Hallo (שלום עולם) daar", style, 400)[0]
	if mixed.Origin.X != 0 || mixed.Runs[0].Text != "Hallo (" {
		t.Errorf("Dutch with Hebrew in it begins at %v with %q", mixed.Origin.X, mixed.Runs[0].Text)
	}
}

func TestArabicLettersJoin(t *testing.T) {
	l := scene.Break("سلام", style, 400)[0]
	alone := 0.0
	for _, r := range "سلام" {
		alone += scene.Measure(scene.Sans, style.Size, string(r))
	}
	if l.Width >= alone {
		t.Errorf("joined letters are %v wide, apart %v", l.Width, alone)
	}
	if n := len(l.Runs[0].Glyphs()); n == 0 || n > 4 {
		t.Errorf("four letters are drawn by %d glyphs", n)
	}
}

func TestMeasureIsTheWidthOfTheLine(t *testing.T) {
	for _, w := range words {
		lines := scene.Break(w, style, 1e6)
		if got := scene.Measure(scene.Sans, style.Size, w); len(lines) != 1 || got != lines[0].Width {
			t.Errorf("%q measures %v, its line is %v", w, got, lines[0].Width)
		}
	}
}

func TestFiguresAreEquallyWide(t *testing.T) {
	for _, f := range []scene.Font{scene.Sans, scene.SansBold} {
		want := scene.Measure(f, 100, "0")
		for _, d := range "123456789" {
			if got := scene.Measure(f, 100, string(d)); got != want {
				t.Errorf("figure %c of font %d is %v wide, 0 is %v", d, f, got, want)
			}
		}
	}
}

func FuzzBreak(f *testing.F) {
	for _, w := range words {
		f.Add(w+" "+w, 22.0, 100.0)
	}
	f.Add("\x00\xff\xfe\xed\xa0\x80", 22.0, 0.0)
	f.Add(strings.Repeat("woord", 4000), 12.0, 168.0)
	f.Add("a\u200d\u200d\ufe0f\U000e0067", -1.0, -5.0)
	f.Fuzz(func(t *testing.T, text string, size, width float64) {
		s := style
		s.Size = size
		lines := scene.Break(text, s, width)
		if len(lines) == 0 {
			t.Error("no lines")
		}
		for _, l := range lines {
			if !utf8.ValidString(l.Text) {
				t.Errorf("line %q is not valid", l.Text)
			}
			for _, r := range l.Runs {
				if r.Text == "" || !utf8.ValidString(r.Text) {
					t.Errorf("run %q of %q", r.Text, l.Text)
				}
				r.Glyphs()
			}
		}
	})
}
