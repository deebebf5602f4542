package assets

import (
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"strings"
	"sync"
)

// DefaultLang is the language of a workshop and of the program where nobody chose one.
const DefaultLang = "nl"

// Langs are the languages that are complete, the first one being the default.
var Langs = []string{DefaultLang, "en"}

//go:embed lang/*.json
var langFiles embed.FS

// dictionaries reads all languages once. A file that cannot be read is a broken program: a test reads them all.
var dictionaries = sync.OnceValue(func() map[string]*Dictionary {
	all := map[string]*Dictionary{}
	for _, lang := range Langs {
		w := &Dictionary{Lang: lang}
		b, err := langFiles.ReadFile(path.Join("lang", lang+".json"))
		if err == nil {
			err = json.Unmarshal(b, &w.texts)
		}
		if err != nil {
			panic(fmt.Sprintf("read language %s: %v", lang, err))
		}
		all[lang] = w
	}
	return all
})

// Dictionary holds the words of one language. It never changes, so any goroutine may use it.
type Dictionary struct {
	Lang  string // "nl" or "en"
	texts map[string]string
}

// Words returns the words of a language, given as "en", "en-GB" or "en_GB.UTF-8". An unknown language speaks Dutch.
func Words(lang string) *Dictionary { return dictionaries()[Lang(lang)] }

// Lang is the language of [Langs] that a locale such as "en_GB.UTF-8" asks for, the default where there is none.
func Lang(locale string) string {
	if lang, ok := known(locale); ok {
		return lang
	}
	return DefaultLang
}

func known(locale string) (string, bool) {
	first, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(locale, "-", "_")), "_")
	first, _, _ = strings.Cut(first, ".")
	for _, lang := range Langs {
		if first == lang {
			return lang, true
		}
	}
	return "", false
}

// System is the language of this computer, by the first of LC_ALL, LC_MESSAGES and LANG that is set, as POSIX wants
// it (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html); Dutch where Samenbord does not know it.
func System() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := os.Getenv(name); locale != "" {
			return Lang(locale)
		}
	}
	return DefaultLang
}

// T is the text of a key, with args put in as by [fmt.Sprintf]. An unknown key is its own text, so that a mistake shows
// and nothing fails.
func (d *Dictionary) T(key string, args ...any) string {
	text, ok := d.texts[key]
	switch {
	case !ok:
		return key
	case len(args) == 0:
		return text
	}
	return fmt.Sprintf(text, args...)
}

// N is the text of a key for n things: the text of key+".one" or key+".many", with n put in before args.
func (d *Dictionary) N(key string, n int, args ...any) string {
	form := ".many"
	if n == 1 {
		form = ".one"
	}
	return d.T(key+form, append([]any{n}, args...)...)
}

// Has reports whether there is a text for a key.
func (d *Dictionary) Has(key string) bool {
	_, ok := d.texts[key]
	return ok
}

// Fyne returns the words of Fyne's own buttons in a language that Fyne does not ship, in the format of its
// lang.AddTranslations; nil where Fyne has them itself.
func Fyne(lang string) []byte {
	b, err := langFiles.ReadFile("lang/fyne." + Lang(lang) + ".json")
	if err != nil {
		return nil
	}
	return b
}
