package assets_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"samenbord/assets"
)

func example(t *testing.T, lang string) [][]string {
	t.Helper()
	_, b := assets.Example(lang)
	r := csv.NewReader(bytes.NewReader(b))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestExampleIsTheSameWorkshopInBothLanguages(t *testing.T) {
	nl, en := example(t, "nl"), example(t, "en")
	if len(nl) != 119 || len(en) != len(nl) {
		t.Fatalf("%d Dutch and %d English notes instead of 119", len(nl), len(en))
	}
	steps := map[string]string{}
	for i, row := range nl {
		other := en[i]
		if was, ok := steps[row[0]]; ok && was != other[0] {
			t.Errorf("row %d: %q is %q here and %q before", i, row[0], other[0], was)
		}
		steps[row[0]] = other[0]
		if (row[1] == "knuppel") != (other[1] == "friction") {
			t.Errorf("row %d is a %s in Dutch and a %s in English", i, row[1], other[1])
		}
		if strings.Replace(row[2], "deelnemer", "participant", 1) != other[2] {
			t.Errorf("row %d is by %q in Dutch and by %q in English", i, row[2], other[2])
		}
		if row[3] == other[3] {
			t.Errorf("row %d is not translated: %q", i, row[3])
		}
	}
	if len(steps) != 5 {
		t.Errorf("%d steps instead of 5", len(steps))
	}
}

func TestExampleSaysNothingTwice(t *testing.T) {
	for _, lang := range assets.Langs {
		var texts []string
		for _, row := range example(t, lang) {
			texts = append(texts, row[3])
		}
		slices.Sort(texts)
		if len(slices.Compact(texts)) != 119 {
			t.Errorf("two notes say the same in %s", lang)
		}
	}
}

func TestExampleHasATitleInEachLanguage(t *testing.T) {
	nl, _ := assets.Example("nl")
	en, _ := assets.Example("en")
	if nl == "" || nl == en {
		t.Errorf("the example is called %q in Dutch and %q in English", nl, en)
	}
}

func TestTemplatesAreThereInEachLanguage(t *testing.T) {
	for _, lang := range assets.Langs {
		if len(assets.Templates(lang)) == 0 {
			t.Errorf("no templates in %s", lang)
		}
	}
}
