package intake_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/intake"
)

func read(t testing.TB, text string) intake.Rows {
	t.Helper()
	rows, err := intake.Read(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return rows
}

// say writes rows in a line each, for comparing.
func say(rows intake.Rows) string {
	var b strings.Builder
	for _, r := range rows.Good {
		fmt.Fprintf(&b, "%d: %s|%s|%s|%s|%s|%s|%s\n", r.Line, r.Step, r.Kind, r.Author, r.Cluster, r.Color, strings.Join(r.Tags, "+"), r.Text)
	}
	for _, bad := range rows.Bad {
		fmt.Fprintf(&b, "%d: %s\n", bad.Line, bad.Reason.In(assets.Words("en")))
	}
	return b.String()
}

func TestListIsReadWhateverPartsItsColumns(t *testing.T) {
	want := "2: Doelen||||||Meer plezier\n3: Doelen||||||Minder moeite, meer zin\n"
	for _, text := range []string{
		"stap;tekst\nDoelen;Meer plezier\nDoelen;Minder moeite, meer zin\n",
		"stap,tekst\nDoelen,Meer plezier\nDoelen,\"Minder moeite, meer zin\"\n",
		"stap\ttekst\r\nDoelen\tMeer plezier\r\nDoelen\tMinder moeite, meer zin",
		"\uFEFFStap; TEKST \rDoelen;Meer plezier\rDoelen;Minder moeite, meer zin\r",
		"Tekst;Iets anders;Step\nMeer plezier;x;Doelen\nMinder moeite, meer zin;;Doelen",
		"\"text\",\"votes\",\"board\"\n\"Meer plezier\",3,\"Doelen\"\n\"Minder moeite, meer zin\",,Doelen",
	} {
		if got := say(read(t, text)); got != want {
			t.Errorf("%q is read as\n%s", text, got)
		}
	}
}

func TestSpreadsheetMaySayWhatPartsTheColumns(t *testing.T) {
	got := say(read(t, "sep=;\nstap;tekst\nDoelen;Meer, beter\n"))
	if want := "3: Doelen||||||Meer, beter\n"; got != want {
		t.Errorf("read as %s", got)
	}
}

func TestListIsReadWhateverItsLettersAre(t *testing.T) {
	text := "tekst;auteur\nEén geïnteresseerde klant – € 10;deelnemer 07\n"
	latin := strings.NewReplacer("é", "\xe9", "ï", "\xef", "–", "\x96", "€", "\x80").Replace(text)
	wide := func(order func(uint16) []byte) string {
		b := order(0xFEFF)
		for _, u := range utf16.Encode([]rune(text)) {
			b = append(b, order(u)...)
		}
		return string(b)
	}
	want := "2: ||deelnemer 07||||Eén geïnteresseerde klant – € 10\n"
	for name, file := range map[string]string{
		"UTF-8": text, "UTF-8 with mark": "\xef\xbb\xbf" + text, "Windows-1252": latin,
		"UTF-16 little end first": wide(func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }),
		"UTF-16 big end first":    wide(func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }),
	} {
		if got := say(read(t, file)); got != want {
			t.Errorf("%s is read as %s", name, got)
		}
	}
	if got := say(read(t, text+"half een teken \xe2\x82")); !strings.Contains(got, "Eén") {
		t.Errorf("one broken letter spoils the others: %s", got)
	}
}

func TestColumnsAreFoundByNameInBothLanguages(t *testing.T) {
	want := "2: Doelen|friction|deelnemer 07|Tijd|pink|geld+snel|Nooit tijd\n"
	for _, text := range []string{
		"stap;soort;auteur;thema;kleur;tag;tekst\nDoelen;Knuppel;deelnemer 07;Tijd;roze;snel, geld;Nooit tijd",
		"Text;Tags;COLOUR;Cluster;Author;Kind;Step\nNooit tijd;geld|snel;Pink;Tijd;deelnemer 07;friction;Doelen",
	} {
		if got := say(read(t, text)); got != want {
			t.Errorf("%q is read as\n%s", text, got)
		}
	}
}

func TestOneColumnIsNotes(t *testing.T) {
	want := "1: ||||||Ja, maar dan snel\n2: ||||||\"Altijd\" zeggen ze; nooit doen\n4: ||||||Kort\n"
	for _, text := range []string{
		"Ja, maar dan snel\n\"Altijd\" zeggen ze; nooit doen\n\nKort\n",
		"Ja, maar dan snel\n\"\"\"Altijd\"\" zeggen ze; nooit doen\"\n  \n Kort ",
	} {
		if got := say(read(t, text)); got != want {
			t.Errorf("%q is read as\n%s", text, got)
		}
	}
	got := say(read(t, "Geeltjes\nEen\nTwee, drie\n"))
	if want := "2: ||||||Een\n3: ||||||Twee, drie\n"; got != want {
		t.Errorf("with a heading it is read as\n%s", got)
	}
	got = say(read(t, "Ja, en\nNee, want\n"))
	if want := "1: ||||||Ja, en\n2: ||||||Nee, want\n"; got != want {
		t.Errorf("a comma in each line makes it\n%s", got)
	}
}

func TestQuotedTextKeepsItsLinesAndMarks(t *testing.T) {
	got := read(t, "tekst;stap\n\"Eerste\r\ntweede; \"\"derde\"\"\";Doelen\nZei \"ja\";Doelen\n\"Nee\" zei hij;Doelen\n'=1+1;Doelen")
	want := []string{"Eerste\ntweede; \"derde\"", "Zei \"ja\"", "\"Nee\" zei hij", "=1+1"}
	lines := []int{2, 4, 5, 6}
	if len(got.Good) != len(want) || len(got.Bad) > 0 {
		t.Fatalf("read as\n%s", say(got))
	}
	for i, r := range got.Good {
		if r.Text != want[i] || r.Line != lines[i] || r.Step != "Doelen" {
			t.Errorf("row %d is %q on line %d of %q", i, r.Text, r.Line, r.Step)
		}
	}
}

func TestBadRowsAreToldWithTheirLineAndTheRestComesIn(t *testing.T) {
	long := strings.Repeat("é", intake.MaxText)
	rows := read(t, "stap;soort;tekst;auteur\n"+
		"Doelen;geeltje;goed;deelnemer 07\n"+
		"Doelen;geeltje;;deelnemer 07\n"+
		"Doelen;vlieger;hoog;\n"+
		";;;\n"+
		"\n"+
		"Doelen;\"geeltje;open;\n"+
		"Doelen;geeltje;een;twee;drie\n"+
		"Doelen;geeltje;"+long+"é;\n"+
		"Doelen;geeltje;a;"+long[:400]+"\n"+
		"Doelen;;"+long+"\n")
	want := "2: Doelen|note|deelnemer 07||||goed\n11: Doelen||||||" + long + "\n" +
		"3: there is no text\n4: the kind \"vlieger\" is unknown\n7: a quotation mark is never closed\n" +
		"8: it has more cells than the first line\n9: the text is longer than 5000 characters\n" +
		"10: a name or tag is longer than 150 characters\n"
	if got := say(rows); got != want {
		t.Errorf("read as\n%s", got)
	}
}

func TestUnquotedTextInTheLastColumnMayHoldAnything(t *testing.T) {
	got := say(read(t, "stap;tekst\nDoelen;eerst; dan; klaar\nDoelen;leeg;;\n"))
	if want := "2: Doelen||||||eerst; dan; klaar\n3: Doelen||||||leeg\n"; got != want {
		t.Errorf("read as\n%s", got)
	}
}

func TestReasonsAreSaidInBothLanguages(t *testing.T) {
	bad := read(t, "tekst;soort\nhoog;vlieger\n").Bad[0]
	nl, en := bad.Reason.In(assets.Words("nl")), bad.Reason.In(assets.Words("en"))
	if nl == en || fmt.Sprint(bad.Reason) != nl || !strings.Contains(en, "vlieger") {
		t.Errorf("%q, %q", nl, en)
	}
}

func TestListThatCannotBeReadIsRefused(t *testing.T) {
	for what, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":           {"", intake.ErrEmpty},
		"only a mark":       {"\xef\xbb\xbf\r\n ", intake.ErrEmpty},
		"only a heading":    {"stap;tekst\r\n", intake.ErrEmpty},
		"a workbook":        {"PK\x03\x04\x14\x00\x06\x00", intake.ErrBinary},
		"unknown columns":   {"naam;telefoon\nx;1\ny;2\n", intake.ErrColumns},
		"columns, no text":  {"stap;auteur;x\nDoelen;deelnemer 07;y\n", intake.ErrColumns},
		"many rows":         {"tekst\n" + strings.Repeat("x\n", intake.MaxRows+1), intake.ErrLarge},
		"many bytes":        {strings.Repeat("x", intake.MaxFile+1), intake.ErrLarge},
		"an unnamed table":  {"Doelen\tMeer\nDoelen\tMinder\n", intake.ErrColumns},
		"an unnamed table2": {"Doelen,Meer\nDoelen,Minder\n", intake.ErrColumns},
	} {
		if rows, err := intake.Read(strings.NewReader(c.text)); !errors.Is(err, c.want) || !reflect.DeepEqual(rows, intake.Rows{}) {
			t.Errorf("%s gives %v and %d rows", what, err, len(rows.Good))
		}
	}
	if rows := read(t, "tekst\n"+strings.Repeat("x\n", intake.MaxRows)); len(rows.Good) != intake.MaxRows {
		t.Errorf("%d of %d rows", len(rows.Good), intake.MaxRows)
	}
	if _, err := intake.Read(brokenReader{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a file that fails gives %v", err)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, os.ErrClosed }

func TestExampleIsReadWhole(t *testing.T) {
	for _, lang := range assets.Langs {
		_, list := assets.Example(lang)
		rows, err := intake.Read(bytes.NewReader(list))
		if err != nil || len(rows.Good) != 119 || len(rows.Bad) > 0 {
			t.Errorf("%s: %d rows, %v bad, %v", lang, len(rows.Good), rows.Bad, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"stap;soort;tekst\nStart;knuppel;x\n", "a,b\n", "tekst\n\"x\ny\"\n\"open", "sep=,\ntext,tag\nx,\"a,b\"", "\xff\xfet\x00",
		"tekst;kleur\nx;roze;y\n\xe9", "\"\"\"", "thema\ttekst\nx\ty\t\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, err := intake.Read(bytes.NewReader(b))
		if err != nil {
			return
		}
		last := 0
		for _, r := range rows.Good {
			if r.Line <= last || r.Text == "" || strings.ContainsAny(r.Text, "\r\x00") {
				t.Fatalf("row %+v after line %d", r, last)
			}
			last = r.Line
		}
		for _, bad := range rows.Bad {
			if bad.Line < 1 || bad.Reason.String() == "" {
				t.Fatalf("bad row %+v", bad)
			}
		}
		s, start := empty(t, board.RoleFriction)
		arrive(t, s, rows, start)
	})
}
