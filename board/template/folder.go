package template

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"samenbord/assets"
)

// ErrUnknown says that there is no template with a key or name. It is a [fs.ErrNotExist] too.
var ErrUnknown = fmt.Errorf("no such template: %w", fs.ErrNotExist)

// Builtin are the templates that come with the program, in a language.
func Builtin(lang string) []Template {
	var all []Template
	for _, b := range assets.Templates(lang) {
		t, err := Read(bytes.NewReader(b))
		if err != nil {
			panic(fmt.Sprintf("built-in template: %v", err)) // a test reads them all
		}
		all = append(all, t)
	}
	return all
}

// List are the built-in templates in a language, then the own templates in the folder dir, by name. A folder that is not
// there, or "", holds none. Files that cannot be read are left out, and named in the error beside the list.
func List(lang, dir string) ([]Template, error) {
	mine, err := own(dir)
	return append(Builtin(lang), mine...), err
}

// Find returns the template with a key, built-in or own, or else the one with a name, whatever the capitals. Its error
// is [ErrUnknown] where there is none.
func Find(lang, key, dir string) (Template, error) {
	all, err := List(lang, dir)
	for _, fits := range []func(Template) bool{
		func(t Template) bool { return t.Key == key },
		func(t Template) bool { return strings.EqualFold(t.Name, strings.TrimSpace(key)) },
	} {
		if i := slices.IndexFunc(all, fits); i >= 0 {
			return all[i], nil
		}
	}
	if err == nil {
		err = ErrUnknown
	}
	return Template{}, fmt.Errorf("find template %q: %w", key, err)
}

func own(dir string) ([]Template, error) {
	if dir == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	var all []Template
	var failed []error
	for _, e := range entries {
		if e.IsDir() || !strings.EqualFold(filepath.Ext(e.Name()), Ext) {
			continue
		}
		t, err := open(filepath.Join(dir, e.Name()))
		if err != nil {
			failed = append(failed, err)
			continue
		}
		all = append(all, t)
	}
	slices.SortStableFunc(all, func(a, b Template) int { return cmp.Compare(a.Name, b.Name) })
	return all, errors.Join(failed...)
}

func open(path string) (Template, error) {
	f, err := os.Open(path)
	if err != nil {
		return Template{}, fmt.Errorf("open template: %w", err)
	}
	defer f.Close()
	t, err := Read(f)
	if err != nil {
		return Template{}, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}
