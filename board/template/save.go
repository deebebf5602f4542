package template

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"samenbord/assets"
)

// maxSlug is the length of a key or file name made from a name, in bytes, well below what file systems take.
const maxSlug = 120

// maxNamesakes is how many templates may want the same file name.
const maxNamesakes = 1000

// Save keeps a template in the folder dir, which is made where it is missing, and returns the path of its file. A
// template of the same name is replaced; one whose name merely looks alike gets a number behind it. The file is whole or
// not there at all, whatever happens meanwhile.
func Save(dir string, t Template) (path string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("save template: %w", err)
	}
	path, key, err := place(dir, t)
	if err != nil {
		return "", fmt.Errorf("save template: %w", err)
	}
	t.Key = key
	if err := replace(path, t); err != nil {
		return "", fmt.Errorf("save template: %w", err)
	}
	return path, nil
}

// place finds the file for a template, and the key that goes with it: free, or of an own template with the same name.
// The keys of built-in templates are not free, because they would hide it.
func place(dir string, t Template) (path, key string, err error) {
	stem := slug(t.Name)
	for i := range maxNamesakes {
		key = stem
		if i > 0 {
			key = fmt.Sprintf("%s-%d", stem, i+1)
		}
		if builtin(key) {
			continue
		}
		path = filepath.Join(dir, key+Ext)
		there, err := open(path)
		if errors.Is(err, fs.ErrNotExist) || err == nil && there.Name == t.Name {
			return path, key, nil
		}
	}
	return "", "", fmt.Errorf("%q: %w", t.Name, fs.ErrExist)
}

func builtin(key string) bool {
	for _, lang := range assets.Langs {
		if slices.ContainsFunc(Builtin(lang), func(t Template) bool { return t.Key == key }) {
			return true
		}
	}
	return false
}

// replace writes beside path and renames, so that no reader ever sees half a file.
func replace(path string, t Template) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".template-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // which is gone once it is renamed
	if err := errors.Join(t.Write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil { // a temporary file is closed to others, this one is to be shared
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(dir)
}

// syncFolder makes a rename survive a power cut. Windows cannot sync a folder and does not need to.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// deviceNames are names that Windows keeps for itself, whatever comes behind the dot
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
var deviceNames = []string{
	"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
	"lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// slug is a name in lower case letters, digits and single dashes, fit for a key and for a file name everywhere.
// slug(slug(s)) == slug(s).
func slug(name string) string {
	between := func(r rune) bool { return !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) }
	s := strings.Join(strings.FieldsFunc(strings.ToLower(name), between), "-")
	if len(s) > maxSlug {
		s = strings.Trim(strings.ToValidUTF8(s[:maxSlug], ""), "-")
	}
	switch {
	case s == "":
		return "template"
	case slices.Contains(deviceNames, s):
		return s + "-template"
	}
	return s
}
