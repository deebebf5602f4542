package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
	"samenbord/board/store"
)

const page = 4096

// repair makes every page of a file match its checksum again (https://sqlite.org/cksumvfs.html), as an attacker would.
func repair(file []byte) {
	for p := range slices.Chunk(file, page) {
		if len(p) < page {
			return
		}
		var a, b uint32
		for at := 0; at < page-8; at += 8 {
			a += binary.LittleEndian.Uint32(p[at:]) + b
			b += binary.LittleEndian.Uint32(p[at+4:]) + a
		}
		binary.LittleEndian.PutUint32(p[page-8:], a)
		binary.LittleEndian.PutUint32(p[page-4:], b)
	}
}

// damages are ways in which a file gets damaged.
var damages = map[string]func(r *rand.Rand, b []byte) []byte{
	"a bit flipped": func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] ^= 1 << r.IntN(8); return b },
	"broken off":    func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] },
	"a page of garbage": func(r *rand.Rand, b []byte) []byte {
		at := r.IntN(len(b)/page) * page
		for i := range page {
			b[at+i] = byte(r.Uint32())
		}
		return b
	},
	"a run of zeros": func(r *rand.Rand, b []byte) []byte {
		at := r.IntN(len(b))
		clear(b[at:min(len(b), at+1+r.IntN(2*page))])
		return b
	},
	"a page of zeros": func(r *rand.Rand, b []byte) []byte {
		at := r.IntN(len(b)/page) * page
		clear(b[at : at+page])
		return b
	},
	"the header garbled": func(r *rand.Rand, b []byte) []byte { b[r.IntN(100)] = byte(r.Uint32()); return b },
	"pages swapped": func(r *rand.Rand, b []byte) []byte {
		i, j := r.IntN(len(b)/page)*page, r.IntN(len(b)/page)*page
		p := bytes.Clone(b[i : i+page])
		copy(b[i:], b[j:j+page])
		copy(b[j:], p)
		return b
	},
}

// specimen is a published file with everything in it, and the objects it holds.
func specimen(t testing.TB) ([]byte, []board.Object) {
	t.Helper()
	d := newDesk(t)
	f, _ := d.filled("a.samenbord", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
	if _, err := f.PutBlob(bytes.Repeat([]byte("plaatje"), 3000), "image/png"); err != nil {
		t.Fatal(err)
	}
	all := objects(f.Session())
	closeFile(t, f)
	b, err := os.ReadFile(d.path("a.samenbord"))
	if err != nil {
		t.Fatal(err)
	}
	return b, all
}

// tryOpen opens a file and makes sure that looking left it, and the folder, as they were.
func tryOpen(t testing.TB, d *desk, b []byte) (all []board.Object, err error) {
	t.Helper()
	path := d.path("a.samenbord")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(path, d.opts)
	if err == nil {
		all = objects(f.Session())
		if f.ReadOnly() {
			t.Error("opened for reading only:", f.Reason())
		}
		closeFile(t, f)
	}
	if _, err := store.Check(path); err != nil && !explained(err) {
		t.Error("check:", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
		t.Errorf("opening changed the file (%v)", err)
	}
	if got := names(t, d.dir); !reflect.DeepEqual(got, []string{"a.samenbord"}) {
		t.Error("beside the file:", got)
	}
	return all, err
}

func explained(err error) bool {
	return errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrNotWorkshop) || errors.Is(err, store.ErrNewer) ||
		errors.Is(err, store.ErrTooLarge)
}

func TestDamagedFilesAreRefusedOrWhole(t *testing.T) {
	whole, want := specimen(t)
	d := newDesk(t)
	if got, err := tryOpen(t, d, whole); err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("the undamaged file does not open: %v", err)
	}
	for name, harm := range damages {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, uint64(len(name))))
			refused := 0
			for range rounds(60) {
				b := harm(r, bytes.Clone(whole))
				got, err := tryOpen(t, d, b)
				switch {
				case err == nil && !bytes.Equal(b, whole) && !reflect.DeepEqual(got, want):
					t.Error("a damaged file opened as something else")
				case err != nil && !explained(err):
					t.Error("no word for:", err)
				case err != nil:
					refused++
				}
			}
			if refused == 0 {
				t.Error("no damaged file was refused")
			}
		})
	}
}

// Whoever forges a file can forge checksums too: SQLite and the decoders then meet the damage.
func TestForgedFilesDoNoHarm(t *testing.T) {
	whole, _ := specimen(t)
	d := newDesk(t)
	for name, harm := range damages {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(8, uint64(len(name))))
			for range rounds(40) {
				b := harm(r, bytes.Clone(whole))
				repair(b)
				if _, err := tryOpen(t, d, b); err != nil && !explained(err) {
					t.Error("no word for:", err)
				}
			}
		})
	}
}

func TestForeignFilesAreNotWorkshops(t *testing.T) {
	d := newDesk(t)
	for name, b := range map[string][]byte{
		"empty": {}, "short": []byte("hello"), "archive": append([]byte("PK\x03\x04"), make([]byte, 9000)...),
		"zeros": make([]byte, 3*page), "another database": otherDatabase(t),
	} {
		if _, err := tryOpen(t, d, b); !errors.Is(err, store.ErrNotWorkshop) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := store.Open(d.dir, d.opts); !errors.Is(err, store.ErrNotWorkshop) {
		t.Error("folder:", err)
	}
}

func otherDatabase(t *testing.T) []byte {
	return edit(t, nil, "CREATE TABLE notes(a)")
}

// edit runs SQL on a database outside of the package.
func edit(t testing.TB, b []byte, sql ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "edit.db")
	if b != nil {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, err := sqlite3.Open("file:" + path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sql {
		if err := c.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	b, err = os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestFileOfANewerVersionIsLeftAlone(t *testing.T) {
	whole, _ := specimen(t)
	b := edit(t, whole, "PRAGMA user_version=2")
	if _, err := tryOpen(t, newDesk(t), b); !errors.Is(err, store.ErrNewer) {
		t.Error(err)
	}
}

func TestHostileContentsAreRefused(t *testing.T) {
	whole, _ := specimen(t)
	for name, sql := range map[string][]string{
		"a trigger": {"CREATE TRIGGER x AFTER INSERT ON ops BEGIN DELETE FROM ops; END"},
		"a view": {"DROP TABLE objects", `CREATE VIEW objects AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL ` +
			`SELECT id+1 FROM r) SELECT id, x'00' AS cells FROM r`},
		"another table":      {"CREATE TABLE more(a)"},
		"an index":           {"CREATE INDEX x ON ops(obj)"},
		"a missing table":    {"DROP TABLE blobs"},
		"a gap":              {"DELETE FROM ops WHERE n=2"},
		"an actor gone":      {"DELETE FROM actors"},
		"no name":            {"DELETE FROM meta"},
		"cells of nonsense":  {"UPDATE objects SET cells=randomblob(80)"},
		"cells cut short":    {"UPDATE objects SET cells=substr(cells, 1, length(cells)-1)"},
		"the far future":     {"UPDATE objects SET cells=x'0101ffffffffffffffff7f0000'"},
		"object with no id":  {"UPDATE objects SET id='' WHERE id='workshop'"},
		"an actor of a byte": {"UPDATE actors SET actor=x'00'"},
		"a generated column": {"DROP TABLE objects", "CREATE TABLE objects(id TEXT NOT NULL PRIMARY KEY, cells BLOB AS (zeroblob(300000000)))"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := tryOpen(t, newDesk(t), edit(t, whole, sql...)); !errors.Is(err, store.ErrDamaged) {
				t.Error(err)
			}
		})
	}
}

func TestCheckFindsWhatOpeningDoesNotLookAt(t *testing.T) {
	whole, _ := specimen(t)
	for name, sql := range map[string]string{
		"an op of nonsense":     "UPDATE ops SET body=randomblob(30) WHERE n=1",
		"a way back changed":    "UPDATE ops SET back=x'ff' WHERE n=3",
		"an object changed":     "UPDATE objects SET cells=(SELECT cells FROM objects WHERE id='workshop')",
		"an object gone":        "DELETE FROM objects WHERE id='workshop'",
		"a picture changed":     "UPDATE blobs SET bytes=zeroblob(7)",
		"an op moved elsewhere": "UPDATE ops SET obj='workshop'",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.samenbord")
			if err := os.WriteFile(path, edit(t, whole, sql), 0o600); err != nil {
				t.Fatal(err)
			}
			if r, err := store.Check(path); err != nil || r.Whole() {
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
}
