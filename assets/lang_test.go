package assets_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"samenbord/assets"
)

var verb = regexp.MustCompile(`%[^%]`)

func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	b, err := os.ReadFile("lang/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestLanguagesSayTheSameThings(t *testing.T) {
	nl, en := texts(t, "nl"), texts(t, "en")
	for key, text := range nl {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s is missing in English", key)
		} else if a, b := verb.FindAllString(text, -1), verb.FindAllString(other, -1); !slices.Equal(a, b) {
			t.Errorf("%s takes %v in Dutch and %v in English", key, a, b)
		}
		if text == "" || other == "" {
			t.Errorf("%s is empty", key)
		}
	}
	for key := range en {
		if _, ok := nl[key]; !ok {
			t.Errorf("%s is missing in Dutch", key)
		}
	}
}

func TestEveryManyHasItsOne(t *testing.T) {
	nl := texts(t, "nl")
	for key := range nl {
		for one, many := range map[string]string{".one": ".many", ".many": ".one"} {
			if stem, ok := strings.CutSuffix(key, one); ok && nl[stem+many] == "" {
				t.Errorf("%s has no %s", key, stem+many)
			}
		}
	}
}

func TestLanguageFilesAreSortedSoThatEditsMerge(t *testing.T) {
	line := regexp.MustCompile(`(?m)^  "([^"]+)": ".*",?$`)
	for _, lang := range assets.Langs {
		b, err := os.ReadFile("lang/" + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, m := range line.FindAllStringSubmatch(string(b), -1) {
			keys = append(keys, m[1])
		}
		for i := 1; i < len(keys); i++ {
			if keys[i-1] >= keys[i] {
				t.Errorf("%s.json: %s stands before %s", lang, keys[i-1], keys[i])
			}
		}
		if len(keys) != len(texts(t, lang)) {
			t.Errorf("%s.json: %d lines for %d keys", lang, len(keys), len(texts(t, lang)))
		}
	}
}

func TestEveryKeyInTheSourcesHasAText(t *testing.T) {
	use := regexp.MustCompile(`\.(T|N)\("([a-z0-9]+(?:\.[a-z0-9]+)+)"[,)]`)
	nl := assets.Words("nl")
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range use.FindAllStringSubmatch(string(b), -1) {
			switch key := m[2]; {
			case m[1] == "T" && !nl.Has(key):
				t.Errorf("%s uses %s, which has no text", path, key)
			case m[1] == "N" && !(nl.Has(key+".one") && nl.Has(key+".many")):
				t.Errorf("%s uses %s.one and %s.many, which have no text", path, key, key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWordsSpeakTheLanguageAskedFor(t *testing.T) {
	for lang, want := range map[string]string{
		"nl": "Nog in te delen", "en": "Still to be placed", "en_GB.UTF-8": "Still to be placed",
		"nl-BE": "Nog in te delen", "tlh": "Nog in te delen", "": "Nog in te delen",
	} {
		if got := assets.Words(lang).T("board.rest"); got != want {
			t.Errorf("%q says %q instead of %q", lang, got, want)
		}
	}
}

func TestWordsCount(t *testing.T) {
	nl := assets.Words("nl")
	for n, want := range map[int]string{0: "0 geeltjes", 1: "1 geeltje", 2: "2 geeltjes"} {
		if got := nl.N("notes", n); got != want {
			t.Errorf("%d notes are %q instead of %q", n, got, want)
		}
	}
	if got := nl.T("step.of", 2, 6); got != "Stap 2 van 6" {
		t.Errorf("second step of six is %q", got)
	}
}

func TestUnknownKeyIsItsOwnText(t *testing.T) {
	if got := assets.Words("nl").T("no.such.key", 3); got != "no.such.key" {
		t.Errorf("an unknown key says %q", got)
	}
}

func TestSystemFollowsTheLocaleOfTheComputer(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "", "nl"},
		{"", "", "en_US.UTF-8", "en"},
		{"", "nl_NL.UTF-8", "en_US.UTF-8", "nl"},
		{"en_GB", "nl_NL.UTF-8", "nl_NL.UTF-8", "en"},
		{"", "", "C.UTF-8", "nl"},
		{"", "", "de_DE.UTF-8", "nl"},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		if got := assets.System(); got != c.want {
			t.Errorf("%+v gives %q", c, got)
		}
	}
}

func TestFyneSpeaksDutchWithItsOwnKeys(t *testing.T) {
	var words map[string]any
	if err := json.Unmarshal(assets.Fyne("nl"), &words); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"Cancel", "Confirm", "Select all", "file.name", "monday", "sunday.short"} {
		if words[key] == nil {
			t.Errorf("%s has no Dutch", key)
		}
	}
	if assets.Fyne("en") != nil {
		t.Error("Fyne has English of its own")
	}
}
