package store

import (
	"fmt"
	"os"
	"path/filepath"

	"samenbord/board"
)

// openToWrite opens the file with a working copy: the one that a crash left, or a fresh one.
func (f *File) openToWrite() error {
	if f.place.exists() {
		if fresh, err := f.takeUp(); err != nil || !fresh {
			return err
		}
	}
	return f.openFresh()
}

// openFresh makes a working copy of the file. It is the copy that is verified, so nobody can swap the file meanwhile.
func (f *File) openFresh() error {
	if err := f.publishable(); err != nil {
		return err
	}
	var c content
	actor, err := f.adopt(func(draft string) error {
		info, suspect, err := copyTo(draft, f.target)
		if err != nil {
			return err
		}
		f.last.info = info
		c, err = readDatabase(draft, f.machine, suspect)
		return err
	})
	if err != nil {
		return joined(err, f.place.clear())
	}
	f.last.workshop, f.last.generation = c.workshop, c.generation
	_, err = f.resume(actor, &c)
	return err
}

// publishable returns why the file could not be published, as far as that can be known beforehand.
func (f *File) publishable() error {
	info, err := os.Stat(f.target)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o222 == 0 {
		return fmt.Errorf("%w: %s", ErrPermission, f.target)
	}
	return writable(filepath.Dir(f.target))
}

// copyTo copies a workshop file to a draft of a working copy, verifying its pages.
func copyTo(draft, from string) (info os.FileInfo, suspect bool, err error) {
	out, err := os.OpenFile(draft, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, false, err
	}
	defer func() { err = joined(err, out.Close()) }()
	return verifyPages(from, out)
}

// adopt makes a working copy, with an actor that nobody else is: a file that was copied can so never give one number to
// two ops. The actor stands beside the working copy and never in it, because the file must not carry it along.
func (f *File) adopt(draw func(draft string) error) (board.Actor, error) {
	p, actor := f.place, board.NewActor()
	if err := p.clear(); err != nil { // an old journal must never meet a new database
		return actor, err
	}
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return actor, err
	}
	if err := draw(p.draft()); err != nil {
		return actor, err
	}
	if err := syncFile(p.draft()); err != nil {
		return actor, err
	}
	if err := p.writeAbout(f.target, actor); err != nil {
		return actor, err
	}
	if err := os.Rename(p.draft(), p.db()); err != nil {
		return actor, err
	}
	return actor, joined(syncDir(p.dir), syncDir(filepath.Dir(p.dir)))
}

func syncFile(path string) (err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = joined(err, file.Close()) }()
	return file.Sync()
}

// resume opens the working copy and begins the session. known is its content, nil to read and verify it here.
func (f *File) resume(actor board.Actor, known *content) (content, error) {
	var c content
	w, err := openWork(f.place, actor, f.machine, f.wall)
	if err != nil {
		return c, err
	}
	if known != nil {
		c = *known
	} else if err := guard(func() error { return joined(verifyStructure(w.c), c.load(w.c, f.machine)) }); err != nil {
		return c, joined(err, w.close())
	}
	f.mu.Lock()
	f.work = w
	f.mu.Unlock()
	f.session = board.NewSession(c.snapshot, board.Options{Log: &appender{f}, Actor: actor, Wall: f.wall})
	return c, nil
}
