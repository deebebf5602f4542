package cluster_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samenbord/board/cluster"
)

func TestTokensKeepWhatPeopleWrite(t *testing.T) {
	for text, want := range map[string][]string{
		"C# en C++, ook 2027!":        {"c#", "en", "c++", "ook", "2027"},
		"Eén idee per reünie":         {"eén", "idee", "per", "reünie"},
		"Ee\u0301n ide\u0308e":        {"eén", "idëe"},
		"collega’s en z'n foto's":     {"collega's", "en", "z'n", "foto's"},
		"go-no-go bij R&D":            {"go-no-go", "bij", "r&d"},
		"'s avonds - of 'nooit'":      {"s", "avonds", "of", "nooit"},
		"👍 ❤️ ☕":                      nil,
		"\xff\xfe kapot":              {"kapot"},
		"ĲSCO's":                      {"ijsco's"},
		"klant/opdrachtgever (groot)": {"klant", "opdrachtgever", "groot"},
	} {
		if got := cluster.Tokens(text); !slices.Equal(got, want) {
			t.Errorf("%q gave %q, want %q", text, got, want)
		}
	}
}

func TestEachNoteIsReadInItsLanguage(t *testing.T) {
	notes := map[string]string{
		"De klant belt nooit terug":                "nl",
		"Wij willen vaker naar buiten":             "nl",
		"Offertes kosten dagen":                    "nl",
		"The customer never calls back":            "en",
		"We want to meet more clients":             "en",
		"Quotations take days":                     "en",
		"Sales meeting op maandag met het team":    "nl",
		"Share leads with each other":              "en",
		"Feedback geven zonder oordeel":            "nl",
		"What if we invited clients for breakfast": "en",
	}
	for text, want := range notes {
		if got := cluster.LanguageOf(text)[0]; got != want {
			t.Errorf("%q read as %s", text, got)
		}
	}
}

func TestANoteThatSaysNothingFollowsTheBoard(t *testing.T) {
	if got := cluster.LanguageOf("2027", "The customer never calls back")[0]; got != "en" {
		t.Errorf("on an English board read as %s", got)
	}
	if got := cluster.LanguageOf("2027", "De klant belt nooit terug")[0]; got != "nl" {
		t.Errorf("on a Dutch board read as %s", got)
	}
}

func TestCompoundsFallApartIntoKnownWords(t *testing.T) {
	known := []string{"klant", "gesprek", "acquisitie", "plan", "duurzaamheid", "beleid", "relatie", "systeem"}
	for w, want := range map[string][]string{
		"klantgesprek":        {"klant", "gesprek"},
		"acquisitieplan":      {"acquisitie", "plan"},
		"duurzaamheidsbeleid": {"duurzaamheid", "beleid"},
		"relatiesysteem":      {"relatie", "systeem"},
		"relatiebeheer":       {"relatie"},
		"klant":               nil,
		"zeilboot":            nil,
	} {
		if got := cluster.Split(w, known...); !slices.Equal(got, want) {
			t.Errorf("%s gave %q, want %q", w, got, want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range append(dutchNotes, "C#", "z'n-", "\xff'", "a\u0301\u0301", "-&'", "e\u0308", "0\xa5") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range cluster.Tokens(text) {
			if w == "" || !utf8.ValidString(w) || strings.ContainsAny(w, " \n\t.,;:!?") {
				t.Errorf("%q gave %q", text, w)
			}
		}
		r := cluster.Suggest([]cluster.Note{{ID: "a", Text: text}, {ID: "b", Text: text}, {ID: "c", Text: text}}, cluster.Options{})
		n := len(r.Rest)
		for _, g := range r.Groups {
			n += len(g.Notes)
			if g.Name == "" || !utf8.ValidString(g.Name) || !utf8.ValidString(g.Subtitle) {
				t.Errorf("%q named %q, %q", text, g.Name, g.Subtitle)
			}
		}
		if n != 3 {
			t.Errorf("%q: %d notes left of 3", text, n)
		}
	})
}
