package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"samenbord/board"
)

// File is an open workshop file. Any goroutine may call it.
type File struct {
	path    string // as asked for
	target  string // the same without symbolic links: what is read and renamed over
	place   place
	machine string
	wall    func() time.Time
	session *board.Session
	reason  error // why it is open for reading only; nil where it can be changed

	publishing sync.Mutex // held while publishing; never taken by the session
	last       published
	recovered  Recovery
	aside      []string

	mu      sync.Mutex // guards the working copy; taken under the lock of the session
	lock    *lock
	work    *work // nil when closed or open for reading only
	changes uint64
}

// published is the file as it was when it was last read or written here.
type published struct {
	workshop   string // its name for ever
	generation string // differs after each publishing
	info       os.FileInfo
	changes    uint64 // how many changes of the working copy it holds
}

// Create makes a new, empty workshop. The error is fs.ErrExist where there is a file already.
func Create(path string, o Options) (*File, error) {
	f, err := create(path, o)
	if err != nil {
		return nil, fmt.Errorf("make workshop %s: %w", path, explain(err))
	}
	return f, nil
}

func create(path string, o Options) (*File, error) {
	f, err := prepare(path, o)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(f.target); err == nil {
		return nil, fs.ErrExist
	}
	if _, err := os.Stat(filepath.Dir(f.target)); err != nil {
		return nil, err
	}
	if err := f.hold(); err != nil {
		return nil, err
	}
	if err := f.begin(); err != nil {
		return nil, joined(err, f.abandon())
	}
	return f, nil
}

// begin makes the working copy of a new workshop and publishes it for the first time.
func (f *File) begin() error {
	if f.place.exists() { // of a file that is gone; what it holds must not get lost
		if err := f.rescue(); err != nil {
			return err
		}
	}
	actor, err := f.adopt(func(draft string) error { return newWork(draft) })
	if err != nil {
		return err
	}
	content, err := f.resume(actor, nil)
	if err != nil {
		return err
	}
	f.last.workshop = content.workshop
	f.changes = 1
	return f.Publish()
}

// Open opens a workshop. Where it cannot be changed, because another window has it, its folder is read-only or the
// folder for working copies cannot be used, it is open for reading only and [File.Reason] says why.
func Open(path string, o Options) (*File, error) {
	f, err := open(path, o)
	if err != nil {
		return nil, fmt.Errorf("open workshop %s: %w", path, explain(err))
	}
	return f, nil
}

func open(path string, o Options) (*File, error) {
	f, err := prepare(path, o)
	if err != nil {
		return nil, err
	}
	err = f.hold()
	if err == nil {
		err = f.openToWrite()
	}
	if err == nil {
		return f, nil
	}
	return f, joined(f.abandon(), f.openToRead(err))
}

// prepare works out what belongs to a path, without touching anything.
func prepare(path string, o Options) (*File, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: abs, target: resolve(abs), wall: o.Wall}
	if f.wall == nil {
		f.wall = time.Now
	}
	f.place, err = placeOf(o, f.target)
	return f, err
}

// resolve follows symbolic links, so that publishing replaces the file and not the link to it. A file that is not there
// yet is looked for in its real folder.
func resolve(abs string) string {
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs))
	}
	return abs
}

// hold takes the lock of the working copy and clears away what a publishing cut short left beside the file.
func (f *File) hold() (err error) {
	if f.machine, err = machineID(f.place.data); err != nil {
		return err
	}
	if f.lock, err = f.place.lock(); err != nil {
		return err
	}
	f.sweep()
	return nil
}

// abandon lets go of everything and leaves the working copy for the next time.
func (f *File) abandon() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	var err error
	if f.work != nil {
		err = f.work.close()
		f.work = nil
	}
	err = joined(err, f.lock.release())
	f.lock = nil
	return err
}

// openToRead opens the published file alone, because of reason. Where the file itself is at fault that is what is told.
func (f *File) openToRead(reason error) error {
	c, _, err := readFile(f.target, f.machine)
	if err != nil {
		return err
	}
	f.reason = explain(reason)
	f.session = board.NewSession(c.snapshot, board.Options{Log: &appender{f}, Wall: f.wall})
	return nil
}

// Session is the workshop itself.
func (f *File) Session() *board.Session { return f.session }

// ReadOnly reports whether the workshop can only be looked at. Changes then fail with [board.ErrReadOnly].
func (f *File) ReadOnly() bool { return f.reason != nil }

// Reason is why the workshop can only be looked at: [ErrLocked], [ErrPermission], [ErrFull] or another error; nil where
// it can be changed.
func (f *File) Reason() error { return f.reason }

// Path is the absolute path of the file.
func (f *File) Path() string { return f.path }

// SetAside lists files that stood in the way and were kept under another name: what somebody else put in the place of
// this workshop while it was open, or what a crash left of another one.
func (f *File) SetAside() []string {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	return append([]string(nil), f.aside...)
}

// appender is the log of the session. It is a type of its own to keep Append out of what callers see.
type appender struct{ f *File }

// Append implements [board.Log]. It returns when the entries are durable in the working copy.
func (a *appender) Append(entries []board.Entry, touched []board.Object) error {
	f := a.f
	if f.reason != nil {
		return board.ErrReadOnly
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return ErrClosed
	}
	if err := f.work.append(entries, touched); err != nil {
		return fmt.Errorf("record change: %w", explain(err))
	}
	f.changes++
	return nil
}

// Close publishes what is not published yet and removes the working copy. Where publishing fails the working copy stays,
// the next Open takes it up, and the error says what was wrong. The file must not be used any more either way.
func (f *File) Close() error {
	for {
		if _, open := f.state(); !open {
			return nil
		}
		if err := f.Publish(); err != nil {
			return joined(err, f.abandon())
		}
		done, err := f.discard()
		if err != nil {
			return fmt.Errorf("close workshop %s: %w", f.path, explain(err))
		}
		if done {
			return nil
		}
	}
}

// discard removes the working copy, unless more changes came than are published.
func (f *File) discard() (done bool, err error) {
	f.publishing.Lock()
	defer f.publishing.Unlock()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.work == nil {
		return true, nil
	}
	if f.changes != f.last.changes {
		return false, nil
	}
	err = f.work.close()
	f.work = nil
	if err == nil {
		err = f.place.clear()
	}
	err = joined(err, f.lock.release())
	f.lock = nil
	return true, err
}

// state tells how many changes the working copy holds, and whether there is one.
func (f *File) state() (changes uint64, open bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.changes, f.work != nil
}
