package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// Options say where working copies live and what time it is. The zero value is what a person wants.
type Options struct {
	DataDir string           // "" is $SAMENBORD_DATA or else the folder for the data of this user's programs
	Wall    func() time.Time // nil is time.Now
}

func (o Options) dataDir() (string, error) {
	if o.DataDir != "" {
		return filepath.Abs(o.DataDir)
	}
	if dir := os.Getenv("SAMENBORD_DATA"); dir != "" {
		return filepath.Abs(dir)
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "Samenbord"), err
	}
	// https://specifications.freedesktop.org/basedir-spec/latest/
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "samenbord"), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "samenbord"), err
}

// place is where the working copy of one file lives.
type place struct {
	data string // the data folder
	name string // stands for the path of the file
	dir  string // holds work.db and about.json
}

func placeOf(o Options, target string) (place, error) {
	data, err := o.dataDir()
	if err != nil {
		return place{}, err
	}
	sum := sha256.Sum256([]byte(target))
	name := hex.EncodeToString(sum[:10])
	return place{data, name, filepath.Join(data, "work", name)}, nil
}

func (p place) db() string    { return filepath.Join(p.dir, "work.db") }
func (p place) draft() string { return filepath.Join(p.dir, "draft.db") } // on its way to become work.db
func (p place) build() string { return filepath.Join(p.dir, "build.db") } // on its way to be published
func (p place) about() string { return filepath.Join(p.dir, "about.json") }

// exists reports whether there is a working copy.
func (p place) exists() bool { _, err := os.Lstat(p.db()); return err == nil }

// about is what belongs to a working copy and must never travel with the file.
type about struct {
	Path  string `json:"path"`
	Actor string `json:"actor"`
}

// readAbout returns the path that a working copy belongs to and its actor. An actor that cannot be read is replaced by
// a new one, which is always safe.
func (p place) readAbout() (path string, actor board.Actor) {
	var a about
	if b, err := os.ReadFile(p.about()); err == nil {
		_ = json.Unmarshal(b, &a)
	}
	actor, err := board.ParseActor(a.Actor)
	if err != nil || actor == (board.Actor{}) {
		actor = board.NewActor()
	}
	return a.Path, actor
}

func (p place) writeAbout(path string, actor board.Actor) error {
	b, err := json.Marshal(about{path, actor.String()})
	if err != nil {
		return err
	}
	return writeDurably(p.about(), b)
}

// clear removes a working copy: work.db first, so that what is left of a clearing cut short is not taken for one.
func (p place) clear() error {
	for _, name := range []string{p.db(), p.draft(), p.build(), p.about()} {
		for _, end := range []string{"", "-journal", "-wal", "-shm"} {
			if err := os.Remove(name + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	err := os.Remove(p.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// lock is held while a working copy is in use. It is a lock of SQLite on an empty database, because that works alike on
// every system and ends with the process. Lock files stay: removing one that somebody waits for would let two in.
type lock struct{ c *sqlite3.Conn }

func (p place) lock() (*lock, error) {
	dir := filepath.Join(p.data, "lock")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, explain(err)
	}
	c, err := sqlite3.Open(uri(filepath.Join(dir, p.name), ""))
	if err != nil {
		return nil, explain(err)
	}
	if err := c.Exec("BEGIN EXCLUSIVE"); err != nil {
		return nil, explain(joined(err, c.Close()))
	}
	return &lock{c}, nil
}

func (l *lock) release() error {
	if l == nil {
		return nil
	}
	return l.c.Close()
}

// machineID names this computer and user among the writers of a workshop. It is made once.
func machineID(data string) (string, error) {
	if err := os.MkdirAll(data, 0o700); err != nil {
		return "", err
	}
	file := filepath.Join(data, "machine")
	if b, err := os.ReadFile(file); err == nil {
		if id := strings.TrimSpace(string(b)); uuid.Validate(id) == nil {
			return id, nil
		}
	}
	id := uuid.NewString()
	if err := writeDurably(file, []byte(id+"\n")); err != nil {
		return "", fmt.Errorf("name this computer: %w", err)
	}
	return id, nil
}

// writeDurably writes a small file that is whole or not there.
func writeDurably(path string, b []byte) error {
	tmp := path + ".new"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if err = joined(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}
