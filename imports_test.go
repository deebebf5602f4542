package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// module is the path of this module, as in go.mod.
const module = "samenbord"

// arrow says what the sources of one folder may import beside the standard library.
type arrow struct {
	may []string // folders of this module, and modules of others
	why string
}

// arrows is the whole house. Imports point one way: down to board, which knows nothing but itself. A folder that is not
// here may not hold Go sources.
var arrows = map[string]arrow{
	".": {
		may: []string{
			"assets", "board", "board/cluster", "board/intake", "board/plan", "board/scene", "board/scene/raster", "board/store",
			"board/template", "canvas", "canvas/bench", "export", "locale", "github.com/spf13/cobra", "github.com/spf13/pflag",
		},
		why: "main wires everything together, and is the only one that does",
	},
	"assets": {
		why: "words, fonts and templates are data: everybody may read them, so they know nobody",
	},
	"board": {
		may: []string{"github.com/google/uuid"},
		why: "a workshop is whole without a screen, a file or a library that draws",
	},
	"board/boardtest": {
		may: []string{"board"},
		why: "workshops for tests need nothing but the workshop",
	},
	"board/cluster": {
		may: []string{"board", "assets", "github.com/blevesearch/snowballstem", "golang.org/x/text"},
		why: "what knows something about a workshop reads it and returns changes; it does not know its neighbours",
	},
	"board/plan": {
		may: []string{"board", "assets", "golang.org/x/text"},
		why: "the plan is handed the nearness of notes as a function, so that it does not depend on how notes are grouped",
	},
	"board/template": {
		may: []string{"board", "assets"},
		why: "a template is a workshop without people's words",
	},
	"board/intake": {
		may: []string{"board", "assets", "golang.org/x/image", "golang.org/x/text"},
		why: "lists and pictures of others become ours without a file of ours or a window",
	},
	"board/store": {
		may: []string{"board", "github.com/google/uuid", "github.com/ncruces/go-sqlite3", "golang.org/x/sys"},
		why: "the file keeps what it is given; SQLite is known here alone",
	},
	"board/scene": {
		may: []string{"board", "assets", "github.com/go-text/typesetting", "golang.org/x/image", "golang.org/x/text"},
		why: "one layout for screen and paper can belong to neither",
	},
	"board/scene/raster": {
		may: []string{"board", "board/scene", "assets", "github.com/go-text/typesetting", "golang.org/x/image"},
		why: "pixels are made from a scene without a window, so that the command line can make them too",
	},
	"export": {
		may: []string{"board", "board/scene", "board/scene/raster", "assets", "export/pdf", "golang.org/x/image"},
		why: "a report is made without a display",
	},
	"export/pdf": {
		may: []string{"board", "board/scene", "assets", "github.com/jung-kurt/gofpdf", "golang.org/x/image"},
		why: "pages are drawn from a scene; what is on them is decided in export",
	},
	"locale": {
		why: "it must be ready before Fyne is, so it may wait for nothing",
	},
	"canvas": {
		may: []string{
			"board", "board/cluster", "board/intake", "board/plan", "board/scene", "board/scene/raster", "board/template", "assets",
			"canvas/gesture", "canvas/look", "canvas/panel", "canvas/tile", "canvas/tool", "fyne.io/fyne/v2",
		},
		why: "the window is handed functions for files and paper, so it never waits for a disk by itself",
	},
	"canvas/bench": {
		may: []string{"board", "canvas", "canvas/tile", "fyne.io/fyne/v2", "golang.org/x/sys"},
		why: "what measures the window uses it as any program does",
	},
	"canvas/look": {
		may: []string{"assets", "fyne.io/fyne/v2"},
		why: "buttons and panels know no workshop",
	},
	"canvas/panel": {
		may: []string{"board", "board/plan", "board/scene", "assets", "canvas/look", "fyne.io/fyne/v2"},
		why: "a panel shows a part of the workshop and does not know the board beside it",
	},
	"canvas/gesture": {
		may: []string{"board"},
		why: "what a hand does is told apart without a window, so that tests can be the hand",
	},
	"canvas/tile": {
		may: []string{"board", "board/scene", "board/scene/raster"},
		why: "tiles are pictures and arithmetic; the toolkit only shows them",
	},
	"canvas/tool": {
		may: []string{"board", "board/scene", "canvas/gesture"},
		why: "what a gesture does to a workshop must be testable without a window",
	},
}

// testsToo is what tests may import beside what their package may.
var testsToo = []string{"board/boardtest", "github.com/rogpeppe/go-internal"}

// onlyFile names libraries that a single file may import, so that they can be replaced by rewriting that file.
var onlyFile = map[string]string{"github.com/jung-kurt/gofpdf": "export/pdf/gofpdf.go"}

func TestImportsPointOneWay(t *testing.T) {
	found, err := astray(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

func TestAWrongImportIsNoticed(t *testing.T) {
	for name, c := range map[string]struct{ file, source, want string }{
		"upward":      {"board/wrong.go", `package board; import _ "samenbord/canvas"`, "board/wrong.go imports samenbord/canvas"},
		"sideways":    {"board/plan/wrong.go", `package plan; import _ "samenbord/board/cluster"`, "board/plan/wrong.go imports samenbord/board/cluster"},
		"to paper":    {"canvas/wrong.go", `package canvas; import "samenbord/export"; var _ = export.Formats`, "canvas/wrong.go imports samenbord/export"},
		"to the file": {"canvas/wrong.go", `package canvas; import _ "samenbord/board/store"`, "canvas/wrong.go imports samenbord/board/store"},
		"toolkit":     {"canvas/tool/wrong.go", `package tool; import _ "fyne.io/fyne/v2"`, "canvas/tool/wrong.go imports fyne.io/fyne/v2"},
		"other tag":   {"board/wrong_windows.go", "//go:build windows\n\npackage board; import _ \"fyne.io/fyne/v2/app\"", "board/wrong_windows.go imports fyne.io/fyne/v2/app"},
		"in a test":   {"board/wrong_test.go", `package board_test; import _ "samenbord/export"`, "board/wrong_test.go imports samenbord/export"},
		"second file": {"export/pdf/wrong.go", `package pdf; import _ "github.com/jung-kurt/gofpdf"`, "export/pdf/wrong.go imports github.com/jung-kurt/gofpdf"},
		"longer name": {"board/wrong.go", `package board; import _ "github.com/google/uuidish"`, "board/wrong.go imports github.com/google/uuidish"},
		"new folder":  {"board/util/wrong.go", `package util`, "board/util is not in the table"},
	} {
		t.Run(name, func(t *testing.T) {
			found := newlyAstray(t, func(house fstest.MapFS) { house[c.file] = &fstest.MapFile{Data: []byte(c.source)} })
			if len(found) != 1 || !strings.Contains(found[0], c.want) {
				t.Errorf("found %q instead of %q", found, c.want)
			}
		})
	}
}

func TestAFolderThatIsGoneIsNoticed(t *testing.T) {
	found := newlyAstray(t, func(house fstest.MapFS) {
		maps.DeleteFunc(house, func(name string, _ *fstest.MapFile) bool { return path.Dir(name) == "board/plan" })
	})
	if len(found) != 1 || !strings.Contains(found[0], "board/plan is in the table") {
		t.Errorf("found %q", found)
	}
}

// newlyAstray lists what astray finds because of a change to the sources.
func newlyAstray(t *testing.T, change func(house fstest.MapFS)) []string {
	t.Helper()
	house := sources(t)
	before, err := astray(house)
	if err != nil {
		t.Fatal(err)
	}
	change(house)
	after, err := astray(house)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(after, func(f string) bool { return slices.Contains(before, f) })
}

// sources are the sources of the house, in memory.
func sources(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	house := os.DirFS(".")
	err := walkSources(house, func(name string) error {
		b, err := fs.ReadFile(house, name)
		out[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// astray lists the imports that no arrow allows, and the folders that the table and the house do not share. It reads
// the sources itself: what the go command lists depends on build tags, and its answer may come from a cache.
func astray(house fs.FS) ([]string, error) {
	var found []string
	seen := map[string]bool{}
	err := walkSources(house, func(name string) error {
		folder := path.Dir(name)
		if _, ok := arrows[folder]; !ok && !seen[folder] {
			found = append(found, folder+" is not in the table of arrows: say there what it may import, and why")
		}
		seen[folder] = true
		imports, err := importsOf(house, name)
		for _, p := range imports {
			if a, ok := arrows[folder]; ok && !allowed(name, p, a) {
				found = append(found, fmt.Sprintf("%s imports %s, but %s", name, p, a.why))
			}
		}
		return err
	})
	for folder := range arrows {
		if !seen[folder] {
			found = append(found, folder+" is in the table of arrows, but holds no Go sources any more")
		}
	}
	slices.Sort(found)
	return found, err
}

func walkSources(house fs.FS, f func(name string) error) error {
	return fs.WalkDir(house, ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (base[0] == '.' || base[0] == '_' || base == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		return f(name)
	})
}

func importsOf(house fs.FS, name string) ([]string, error) {
	b, err := fs.ReadFile(house, name)
	if err != nil {
		return nil, err
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, b, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// allowed reports whether a file may import a package.
func allowed(file, imported string, a arrow) bool {
	own, ours := strings.CutPrefix(imported, module+"/")
	first, _, _ := strings.Cut(imported, "/")
	if !ours && !strings.Contains(first, ".") {
		return true // the standard library
	}
	for lib, only := range onlyFile {
		if within(imported, lib) && file != only {
			return false
		}
	}
	may := a.may
	if strings.HasSuffix(file, "_test.go") {
		may = slices.Concat(may, testsToo, []string{path.Dir(file)})
	}
	return slices.ContainsFunc(may, func(m string) bool {
		if ours {
			return own == m
		}
		return within(imported, m)
	})
}

// within reports whether a package belongs to a module.
func within(pkg, mod string) bool { return pkg == mod || strings.HasPrefix(pkg, mod+"/") }
