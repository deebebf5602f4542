package template_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/template"
)

func written(t testing.TB, x template.Template) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func roundTrip(t testing.TB, want template.Template) {
	t.Helper()
	got, err := template.Read(bytes.NewReader(written(t, want)))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("read back %+v, %v instead of %+v", got, err, want)
	}
}

func TestTemplateIsReadAsItWasWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		roundTrip(t, random(r))
	}
	for _, lang := range assets.Langs {
		for _, x := range template.Builtin(lang) {
			roundTrip(t, x)
		}
	}
}

func TestBuiltinFilesStandAsTheProgramWouldWriteThem(t *testing.T) {
	for _, lang := range assets.Langs {
		for i, x := range template.Builtin(lang) {
			if file := assets.Templates(lang)[i]; !bytes.Equal(written(t, x), file) {
				t.Errorf("%s.%s.json is laid out otherwise", x.Key, lang)
			}
		}
	}
}

func TestReadRefusesWhatIsNotATemplate(t *testing.T) {
	good := string(written(t, template.Template{
		Key: "k", Name: "N", Lang: "nl", Steps: []template.Step{{
			Name: "S", Minutes: 5, Sections: []template.Section{{Shape: board.ShapeRect, Rect: board.Rect{W: 300, H: 200}}},
		}},
	}))
	if _, err := template.Read(strings.NewReader(good)); err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("%s is not in %s", old, good)
		}
		return strings.Replace(good, old, new, 1)
	}
	for what, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":           {"", template.ErrDamaged},
		"another format":    {"SQLite format 3\x00", template.ErrDamaged},
		"half of it":        {good[:len(good)/2], template.ErrDamaged},
		"two templates":     {good + good, template.ErrDamaged},
		"other JSON":        {`{"name": "N"}`, template.ErrDamaged},
		"a list":            {`[]`, template.ErrDamaged},
		"a newer one":       {change(`"format": 1`, `"format": 2, "clouds": []`), template.ErrNewer},
		"an unknown field":  {change(`"name": "S"`, `"name": "S", "cloud": 1`), template.ErrDamaged},
		"a bad key":         {change(`"key": "k"`, `"key": "../k"`), template.ErrDamaged},
		"no name":           {change(`"name": "N"`, `"name": ""`), template.ErrDamaged},
		"an unknown shape":  {change(`"rect"`, `"star"`), template.ErrDamaged},
		"a flat section":    {change(`"w": 300`, `"w": 0`), template.ErrDamaged},
		"a far section":     {change(`"x": 0`, `"x": 1e9`), template.ErrDamaged},
		"too large numbers": {change(`"minutes": 5`, `"minutes": 1e999`), template.ErrDamaged},
		"negative minutes":  {change(`"minutes": 5`, `"minutes": -5`), template.ErrDamaged},
		"an unknown role":   {change(`"name": "S"`, `"name": "S", "role": "chef"`), template.ErrDamaged},
		"a huge text":       {change(`"name": "S"`, `"name": "`+strings.Repeat("s", 20_001)+`"`), template.ErrDamaged},
		"a huge file":       {good + strings.Repeat(" ", 5<<20), template.ErrDamaged},
	} {
		if _, err := template.Read(strings.NewReader(c.text)); !errors.Is(err, c.want) {
			t.Errorf("%s gives %v", what, err)
		}
	}
}

func TestNothingIsWrittenThatCannotBeRead(t *testing.T) {
	var b bytes.Buffer
	for _, x := range []template.Template{{}, {Key: "k"}, {Key: "K!", Name: "N"}, {Key: "k", Name: "N", Steps: make([]template.Step, 101)}} {
		if err := x.Write(&b); err == nil || b.Len() > 0 {
			t.Errorf("wrote %q, %v", b.String(), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, lang := range assets.Langs {
		for _, b := range assets.Templates(lang) {
			f.Add(b)
		}
	}
	f.Add([]byte(`{"format":1,"key":"k","name":"n","steps":[{"name":"s","sections":[{"heading":"","shape":"rect","x":0,"y":0,"w":1,"h":1}]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := template.Read(bytes.NewReader(b))
		if err != nil {
			if !errors.Is(err, template.ErrDamaged) && !errors.Is(err, template.ErrNewer) {
				t.Fatalf("an error of neither kind: %v", err)
			}
			return
		}
		roundTrip(t, x)
		s := workshop(t, x.Changes(board.Info{}))
		roundTrip(t, of(s, x.Name))
	})
}
