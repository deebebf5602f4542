package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/ncruces/go-sqlite3"

	"samenbord/board"
)

// Recovery is what a working copy held that was left by a crash.
type Recovery struct {
	Path string    // the file it belongs to
	Ops  int       // how many changes the file lacked
	Last time.Time // when the last of them was made
	Kept string    // where a working copy was put that could not be read any more; "" where it could
}

// Recovered tells what was recovered when the file was opened. ok is false where nothing had to be.
func (f *File) Recovered() (r Recovery, ok bool) {
	return f.recovered, f.recovered.Ops > 0 || f.recovered.Kept != ""
}

// takeUp continues the working copy that a crash left, united with the file, and publishes it. fresh tells the caller to
// open the file as if there had been none.
func (f *File) takeUp() (fresh bool, err error) {
	_, actor := f.place.readAbout()
	mine, err := f.resume(actor, nil)
	if errors.Is(explain(err), ErrDamaged) {
		return true, f.keepUnreadable()
	}
	if err != nil {
		return false, err
	}
	theirs, info, err := readFile(f.target, f.machine)
	f.last = published{workshop: mine.workshop, generation: theirs.generation, info: info}
	switch {
	case err == nil && theirs.workshop != mine.workshop:
		return true, f.rescue()
	case err == nil:
		err = f.unite()
	case missing(err) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrNotWorkshop):
		f.last.info = nil // then the working copy is all there is
		err = nil
	}
	if err != nil {
		return false, err
	}
	if f.recovered, err = f.lacking(theirs.snapshot.Seen); err != nil {
		return false, err
	}
	f.changes++
	if f.recovered.Ops == 0 && f.last.info != nil { // the crash came between publishing and clearing up
		f.last.changes = f.changes
	}
	// Where it cannot be published now the changes are safe in the working copy, and closing says why.
	_ = f.Publish()
	return false, nil
}

// lacking counts the ops of the working copy that somebody who has seen so much lacks.
func (f *File) lacking(seen map[board.Actor]uint64) (Recovery, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return lacking(f.work.c, f.target, seen)
}

func lacking(db *sqlite3.Conn, path string, seen map[board.Actor]uint64) (Recovery, error) {
	r := Recovery{Path: path}
	in, err := newReader(db)
	if err != nil {
		return r, err
	}
	mine, err := in.seen()
	if err != nil {
		return r, err
	}
	for key, a := range in.decoder.actors {
		if mine[a] <= seen[a] {
			continue
		}
		r.Ops += int(mine[a] - seen[a])
		ms, err := number(db, `SELECT t_ms FROM ops WHERE actor=? AND n=?`, key, mine[a])
		if err != nil {
			return r, err
		}
		if t := time.UnixMilli(ms); t.After(r.Last) {
			r.Last = t
		}
	}
	return r, nil
}

// keepUnreadable moves a working copy away that cannot be read, so that the workshop opens as it was published and
// whoever can still read something in it may try.
func (f *File) keepUnreadable() error {
	to := freeName(filepath.Join(f.place.data, "unreadable", f.place.name+".db"))
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	for _, end := range []string{"-wal", ""} {
		if err := os.Rename(f.place.db()+end, to+end); err != nil && !missing(err) {
			return err
		}
	}
	f.recovered = Recovery{Path: f.target, Kept: to}
	return nil
}

// rescue publishes the working copy of another workshop, or of a file that is gone, beside the one that is there now.
func (f *File) rescue() error {
	if f.work == nil {
		_, actor := f.place.readAbout()
		if _, err := f.resume(actor, nil); errors.Is(explain(err), ErrDamaged) {
			return f.keepUnreadable()
		} else if err != nil {
			return err
		}
	}
	to := freeName(f.target)
	if err := f.deliver(to, nil); err != nil {
		return fmt.Errorf("keep what a crash left as %s: %w", to, err)
	}
	f.aside = append(f.aside, to)
	f.mu.Lock()
	defer f.mu.Unlock()
	err := f.work.close()
	f.work, f.session, f.last = nil, nil, published{}
	return err
}

// freeName returns path, with a number before its ending where that name is taken.
func freeName(path string) string {
	end := filepath.Ext(path)
	free := path
	for i := 2; ; i++ {
		if _, err := os.Lstat(free); missing(err) {
			return free
		}
		free = fmt.Sprintf("%s (%d)%s", path[:len(path)-len(end)], i, end)
	}
}

// Pending lists the working copies that crashes left and that hold changes which their files lack. Those of windows that
// are open now are not among them. Opening the file recovers them.
func Pending(o Options) ([]Recovery, error) {
	data, err := o.dataDir()
	if err != nil {
		return nil, fmt.Errorf("look for unsaved workshops: %w", err)
	}
	entries, err := os.ReadDir(filepath.Join(data, "work"))
	if err != nil && !missing(err) {
		return nil, fmt.Errorf("look for unsaved workshops: %w", err)
	}
	var out []Recovery
	for _, e := range entries {
		p := place{data, e.Name(), filepath.Join(data, "work", e.Name())}
		if r, err := p.pending(); err == nil && (r.Ops > 0 || missing(existence(r.Path))) {
			out = append(out, r)
		}
	}
	return out, nil
}

func existence(path string) error { _, err := os.Stat(path); return err }

// pending looks into one working copy. It is an error where somebody is using it.
func (p place) pending() (r Recovery, err error) {
	path, _ := p.readAbout()
	if !p.exists() || path == "" {
		return r, os.ErrNotExist
	}
	l, err := p.lock()
	if err != nil {
		return r, err
	}
	defer func() { err = joined(err, l.release()) }()
	theirs, _, _ := readFile(path, "") // a file that cannot be read lacks everything
	err = guard(func() (err error) {
		db, err := sqlite3.Open(uri(p.db(), ""))
		if err != nil {
			return err
		}
		defer func() { err = joined(err, db.Close()) }()
		var mine content
		if err := mine.identify(db); err != nil {
			return err
		}
		if mine.workshop != theirs.workshop {
			theirs = content{}
		}
		r, err = lacking(db, path, theirs.snapshot.Seen)
		return err
	})
	return r, explain(err)
}
