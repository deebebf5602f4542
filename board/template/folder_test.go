package template_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samenbord/board/template"
)

func save(t *testing.T, dir string, x template.Template) string {
	t.Helper()
	path, err := template.Save(dir, x)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOwnTemplateStandsBesideTheBuiltinOnes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	mine := template.Template{Key: "anders", Name: "Mijn dag: kort & goed", Lang: "nl", Steps: []template.Step{{Name: "Start"}}}
	path := save(t, dir, mine)
	if filepath.Base(path) != "mijn-dag-kort-goed"+template.Ext {
		t.Errorf("saved as %s", path)
	}
	mine.Key = "mijn-dag-kort-goed"
	all, err := template.List("nl", dir)
	if want := append(template.Builtin("nl"), mine); err != nil || !reflect.DeepEqual(all, want) {
		t.Errorf("listed %+v, %v", all, err)
	}
	for _, key := range []string{mine.Key, mine.Name, " mijn DAG: kort & goed"} {
		if got, err := template.Find("en", key, dir); err != nil || !reflect.DeepEqual(got, mine) {
			t.Errorf("%q finds %+v, %v", key, got, err)
		}
	}
}

func TestCopiedTemplateIsFound(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	b, err := os.ReadFile(save(t, from, template.Template{Name: "Dag", Key: "dag"}))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, "van een collega"+template.Ext), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := template.Find("nl", "dag", to); err != nil {
		t.Error(err)
	}
}

func TestSavingAgainReplaces(t *testing.T) {
	dir := t.TempDir()
	x := template.Template{Name: "Dag", Key: "dag"}
	first := save(t, dir, x)
	x.Description = "beter"
	second := save(t, dir, x)
	got, err := template.Find("nl", "dag", dir)
	if first != second || err != nil || got.Description != "beter" {
		t.Errorf("%s, then %s with %+v, %v", first, second, got, err)
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 1 {
		t.Errorf("%d files in the folder: %v", len(entries), entries)
	}
}

func TestTemplatesThatLookAlikeAreBothKept(t *testing.T) {
	dir := t.TempDir()
	var paths []string
	names := []string{"Dag 1", "dag-1", "Dag/1", "co-creatie", "nul", "../../weg", "?", strings.Repeat("lang é", 100)}
	for _, name := range names {
		paths = append(paths, save(t, dir, template.Template{Name: name}))
	}
	for i, path := range paths {
		if filepath.Dir(path) != dir || slices.Contains(paths[:i], path) {
			t.Errorf("%q is saved as %s", names[i], path)
		}
	}
	for _, name := range names[:3] {
		if got, err := template.Find("nl", name, dir); err != nil || !strings.EqualFold(got.Name, name) && got.Key != name {
			t.Errorf("%q finds %q, %v", name, got.Name, err)
		}
	}
	all, err := template.List("nl", dir)
	if err != nil || len(all) != len(names)+len(template.Builtin("nl")) {
		t.Errorf("%d templates, %v", len(all), err)
	}
	if got, _ := template.Find("nl", "co-creatie", dir); len(got.Steps) != 6 {
		t.Errorf("the built-in template is hidden by %+v", got)
	}
}

func TestDamagedTemplateDoesNotHideTheOthers(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, template.Template{Name: "Dag"})
	broken := filepath.Join(dir, "stuk"+template.Ext)
	if err := os.WriteFile(broken, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := template.List("nl", dir)
	if len(all) != 1+len(template.Builtin("nl")) || !errors.Is(err, template.ErrDamaged) || !strings.Contains(err.Error(), broken) {
		t.Errorf("%d templates, %v", len(all), err)
	}
	if _, err := template.Find("nl", "Dag", dir); err != nil {
		t.Error(err)
	}
	save(t, dir, template.Template{Name: "Stuk"})
	if b, err := os.ReadFile(broken); err != nil || string(b) != "{" {
		t.Errorf("a file that is not ours to replace became %q, %v", b, err)
	}
}

func TestUnknownTemplateIsToldApart(t *testing.T) {
	_, err := template.Find("nl", "bestaat niet", filepath.Join(t.TempDir(), "nergens"))
	if !errors.Is(err, template.ErrUnknown) || !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestSavingWhereNothingCanBeWrittenFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := template.Save(filepath.Join(file, "folder"), template.Template{Name: "Dag"}); err == nil {
		t.Error("saved in a folder that cannot be")
	}
}
