package main

import (
	"fmt"
	"os"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/cluster"
	"samenbord/board/plan"
	"samenbord/board/store"
	"samenbord/board/template"
)

// reading opens a workshop file and lets f look at it.
func (p *program) reading(path string, f func(file *store.File) error) error {
	file, err := p.openFile(path)
	if err != nil {
		return err
	}
	err = f(file)
	if e := file.Close(); err == nil && e != nil {
		err = about{path, e}
	}
	return err
}

// changing opens a workshop file, lets f change it, and writes it. What f could do before it failed stays.
func (p *program) changing(path string, f func(s *board.Session) error) error {
	return p.reading(path, func(file *store.File) error {
		if file.ReadOnly() {
			return about{path, file.Reason()}
		}
		if err := f(file.Session()); err != nil {
			return about{path, err}
		}
		if err := file.Publish(); err != nil {
			return about{path, err}
		}
		for _, kept := range file.SetAside() {
			fmt.Fprintln(p.notes, p.words.T("file.aside", kept))
		}
		return nil
	})
}

// openFile opens a workshop file and says what came back after a crash.
func (p *program) openFile(path string) (*store.File, error) {
	file, err := store.Open(path, p.storeOptions())
	if err != nil {
		return nil, about{path, err}
	}
	if notice := p.recovered(file); notice != "" {
		fmt.Fprintln(p.notes, notice)
	}
	return file, nil
}

func (p *program) storeOptions() store.Options { return store.Options{DataDir: p.data} }

// recovered says that changes came back which a crash had left behind, "" where there are none.
func (p *program) recovered(file *store.File) string {
	what, ok := file.Recovered()
	switch {
	case !ok:
		return ""
	case what.Kept != "":
		return p.words.T("file.kept", what.Kept)
	}
	return p.words.T("file.recover")
}

// making makes a new workshop file and lets f fill it. Where that fails, no file is left.
func (p *program) making(path string, f func(s *board.Session) error) error {
	file, err := store.Create(path, p.storeOptions())
	if err != nil {
		return about{path, err}
	}
	err = f(file.Session())
	if err == nil {
		err = file.Publish()
	}
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(path)
		return about{path, err}
	}
	return nil
}

// propose makes what f proposes happen as one gesture. done is false where there was nothing to do.
func propose(s *board.Session, name string, f func(w *board.Workshop) []board.Change) (done bool, err error) {
	var changes []board.Change
	s.Read(func(w *board.Workshop) { changes = f(w) })
	return len(changes) > 0, s.Do(name, changes...)
}

// begin gives a new workshop its title and the steps of a template.
func begin(s *board.Session, t template.Template, title, lang string) error {
	_, err := propose(s, "template", func(*board.Workshop) []board.Change {
		return t.Changes(board.Info{Title: title, Lang: lang})
	})
	return err
}

// group clusters the loose notes of some steps as one gesture.
func group(s *board.Session, steps []board.ID) (done bool, err error) {
	return propose(s, "cluster", func(w *board.Workshop) []board.Change {
		rest := assets.Words(w.Info().Lang).T("board.rest")
		var all []board.Change
		for _, id := range steps {
			all = append(all, cluster.Changes(w, id, cluster.Words{Rest: rest})...)
		}
		return all
	})
}

// draft adds to the plan what it lacks.
func draft(s *board.Session) (done bool, err error) {
	return propose(s, "plan", func(w *board.Workshop) []board.Change { return plan.Draft(w, cluster.Nearness) })
}

// steps are the steps of a workshop.
func steps(s *board.Session) (out []board.Step) {
	s.Read(func(w *board.Workshop) { out = w.Steps() })
	return out
}
