package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"
)

// errMoved says that the file changed while it was being replaced.
var errMoved = errors.New("another program keeps changing the file")

// Publish brings the file up to date. It costs next to nothing where nothing changed. Where somebody else changed the
// file meanwhile, through a shared folder or by mail, their changes come into the session first, so that its watchers
// hear of them; a file that is no longer this workshop is kept under another name, see [File.SetAside].
func (f *File) Publish() error {
	if f.ReadOnly() {
		return nil
	}
	f.publishing.Lock()
	defer f.publishing.Unlock()
	if err := f.publish(); err != nil {
		return fmt.Errorf("save workshop %s: %w", f.path, explain(err))
	}
	return nil
}

func (f *File) publish() error {
	for range 5 {
		changes, open := f.state()
		if !open {
			return ErrClosed
		}
		if changes == f.last.changes {
			return nil
		}
		if err := f.takeInFile(); err != nil {
			return err
		}
		if err := f.deliver(f.target, f.unmoved); !errors.Is(err, errMoved) {
			return err
		}
	}
	return errMoved
}

// unmoved returns errMoved unless the file is the one that was last read or written here.
func (f *File) unmoved() error {
	info, err := os.Stat(f.target)
	switch {
	case missing(err) && f.last.info == nil:
		return nil
	case missing(err):
		return errMoved
	case err != nil:
		return err
	case !sameFile(info, f.last.info):
		return errMoved
	}
	return nil
}

func sameFile(a, b os.FileInfo) bool {
	return a != nil && b != nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// deliver publishes the working copy as the file to. ready is asked right before the file there is replaced.
func (f *File) deliver(to string, ready func() error) error {
	changes, generation, err := f.build()
	if err != nil {
		return err
	}
	tmp, err := f.draftBeside(to, f.place.build())
	if err != nil {
		return err
	}
	if ready != nil {
		err = ready()
	}
	var info os.FileInfo
	if err == nil {
		info, err = replace(tmp, to)
	}
	if err != nil {
		return joined(err, os.Remove(tmp))
	}
	if to == f.target {
		f.last = published{f.last.workshop, generation, info, changes}
	}
	return os.Remove(f.place.build())
}

// build copies the working copy into a database in rollback form, whole by itself. It tells how many changes are in it.
// Changes may be made meanwhile: they wait for a few pages, not for the whole.
func (f *File) build() (changes uint64, generation string, err error) {
	to := f.place.build()
	for _, end := range []string{"", "-journal", "-wal"} {
		if err := os.Remove(to + end); err != nil && !missing(err) {
			return 0, "", err
		}
	}
	if err := withBuild(to, func(c *sqlite3.Conn) error { return c.EnableChecksums("main") }); err != nil {
		return 0, "", err
	}
	if changes, err = f.backup(to); err != nil {
		return 0, "", err
	}
	generation = uuid.NewString()
	err = withBuild(to, func(c *sqlite3.Conn) error {
		if err := c.Exec("PRAGMA journal_mode=DELETE"); err != nil {
			return err
		}
		return run(c, `UPDATE meta SET value=? WHERE key=?`, generation, metaGeneration)
	})
	return changes, generation, err
}

// withBuild opens a database that nobody else sees and that is made again after a power cut, so without syncing.
func withBuild(path string, use func(*sqlite3.Conn) error) (err error) {
	c, err := sqlite3.Open(uri(path, ""))
	if err != nil {
		return err
	}
	defer func() { err = joined(err, c.Close()) }()
	if err := c.Exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=OFF"); err != nil {
		return err
	}
	return use(c)
}

// backupPages is how many pages are copied while changes wait: a megabyte.
const backupPages = 256

func (f *File) backup(to string) (changes uint64, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return 0, ErrClosed
	}
	b, err := f.work.c.BackupInit("main", uri(to, "_pragma=synchronous(off)&_pragma=journal_mode(off)"))
	if err != nil {
		return 0, err
	}
	for done := false; !done && err == nil; {
		done, err = b.Step(backupPages)
		changes = f.changes
		if !done && err == nil {
			f.mu.Unlock()
			f.mu.Lock()
		}
	}
	return changes, joined(err, b.Close())
}

// tempName begins the names of the files that publishing from this computer lays beside a workshop for a moment.
func (f *File) tempName(target string) string {
	return fmt.Sprintf(".samenbord-%s-%.8s-", f.place.name, f.machine)
}

// draftBeside copies a finished database next to the file that it will replace, and opens it with distrust.
func (f *File) draftBeside(to, from string) (tmp string, err error) {
	out, err := os.CreateTemp(filepath.Dir(to), f.tempName(to)+"*.tmp")
	if err != nil {
		return "", err
	}
	tmp = out.Name()
	_, suspect, err := verifyPages(from, out)
	if err == nil {
		err = out.Sync()
	}
	if err = joined(err, out.Close()); err == nil {
		err = likeBefore(tmp, to)
	}
	if err == nil {
		err = verifyDatabase(tmp, suspect)
	}
	if err != nil {
		return "", joined(err, os.Remove(tmp))
	}
	return tmp, nil
}

// likeBefore gives tmp the permissions of the file that it replaces, or those of any new file.
func likeBefore(tmp, to string) error {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(to); err == nil {
		mode = info.Mode().Perm()
	}
	return os.Chmod(tmp, mode)
}

// replace renames tmp to path so that a power cut leaves the one or the other, and returns what is there now.
func replace(tmp, path string) (os.FileInfo, error) {
	err := os.Rename(tmp, path)
	for wait := 20 * time.Millisecond; err != nil && isHeld(err) && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return nil, err
	}
	if err := syncDir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	return os.Stat(path)
}

// sweep removes what a publishing from this computer left beside the file when it was cut short.
func (f *File) sweep() {
	dir := filepath.Dir(f.target)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // opening the file will tell
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), f.tempName(f.target)) && strings.HasSuffix(e.Name(), ".tmp") {
			_ = os.Remove(filepath.Join(dir, e.Name())) // what cannot be removed harms nobody
		}
	}
}

// SaveAs publishes a copy of the workshop under another name, in the place of any file there. The workshop itself stays
// where it is.
func (f *File) SaveAs(path string) error {
	if err := f.saveAs(path); err != nil {
		return fmt.Errorf("save a copy as %s: %w", path, explain(err))
	}
	return nil
}

func (f *File) saveAs(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	to := resolve(abs)
	if to == f.target {
		return f.Publish()
	}
	f.publishing.Lock()
	defer f.publishing.Unlock()
	if f.ReadOnly() {
		return f.copyFile(to)
	}
	there, err := placeOf(Options{DataDir: f.place.data}, to)
	if err != nil {
		return err
	}
	l, err := there.lock() // nobody may be working in the file that goes
	if err != nil {
		return err
	}
	return joined(f.deliver(to, nil), l.release())
}

// copyFile copies the file as it is published, for a workshop that is open for reading only.
func (f *File) copyFile(to string) error {
	tmp, err := f.draftBeside(to, f.target)
	if err != nil {
		return err
	}
	if _, err := replace(tmp, to); err != nil {
		return joined(err, os.Remove(tmp))
	}
	return nil
}
