package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/store"
	"samenbord/board/template"
	"samenbord/canvas"
	"samenbord/export"
)

func (p *program) openCommand() *cobra.Command {
	return p.command("open", 0, []string{"cli.arg.file"}, p.open)
}

// fileOrNothing takes the arguments of the program without a command: a file to open, or nothing. A word that is no
// file was meant as a command.
func (p *program) fileOrNothing(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) && filepath.Ext(args[0]) != ending {
		return p.misuse("cli.unknown", args[0])
	}
	return p.countArgs(c, 0, []string{"cli.arg.file"}, args)
}

// open shows a workshop, or without a file the start screen, until people close the window.
func (p *program) open(args []string) error {
	o := canvas.Options{}
	if len(args) > 0 {
		var err error
		if o, err = p.openWindow(args[0]); err != nil {
			return err
		}
	}
	return p.show(o)
}

// show runs the window, or lets go of what is open where there is no screen to show it on.
func (p *program) show(o canvas.Options) error {
	if !hasDisplay() {
		if o.Close != nil {
			if err := o.Close(); err != nil {
				return about{o.Path, err}
			}
		}
		return p.failure("cli.display")
	}
	o.Lang = p.words.Lang
	o.Templates, o.New, o.Open, o.Example, o.Explain = p.offer, p.beginWindow, p.openWindow, p.exampleWindow, explainIn
	return canvas.Run(o)
}

// openWindow opens a workshop file and is what a window needs of it.
func (p *program) openWindow(path string) (canvas.Options, error) {
	file, err := store.Open(path, p.storeOptions())
	if err != nil {
		return canvas.Options{}, about{path, err}
	}
	return canvas.Options{
		Session: file.Session(), Path: path, ReadOnly: file.ReadOnly(), Notice: p.recovered(file),
		Title: strings.TrimSuffix(filepath.Base(path), ending),
		Blob:  file.Blob, Keep: file.PutBlob, Publish: file.Publish, Close: file.Close,
		Export: func(to string) error { return exportFile(file, to, "") },
		Sheet:  writeSheet,
	}, nil
}

// writeSheet makes a page of the shortcuts, in the language that the window speaks.
func writeSheet(path, lang, title string, lines []canvas.SheetLine) error {
	keys := make([]export.Key, len(lines))
	for i, l := range lines {
		keys[i] = export.Key(l)
	}
	if err := export.WriteKeys(path, lang, title, keys, time.Now()); err != nil {
		return about{path, fmt.Errorf("%w: %w", errExport, err)}
	}
	return nil
}

// offer lists the templates. The window only knows keys, and each language has its own, so the language goes along.
func (p *program) offer(lang string) []canvas.Template {
	all, _ := template.List(lang, p.templateFolder()) // those that cannot be read are left out
	var out []canvas.Template
	for _, t := range all {
		about := t.Description
		if about == "" {
			about = assets.Words(lang).N("steps", len(t.Steps))
		}
		out = append(out, canvas.Template{Key: lang + "/" + t.Key, Name: t.Name, About: about})
	}
	return out
}

// beginWindow begins a workshop from a template that was offered, as a new file among the documents of the user.
func (p *program) beginWindow(offered, title string) (canvas.Options, error) {
	lang, key, _ := strings.Cut(offered, "/")
	t, err := template.Find(lang, key, p.templateFolder())
	if err != nil {
		return canvas.Options{}, about{key, err}
	}
	if title == "" {
		title = t.Name
	}
	path, err := newDocument(title)
	if err != nil {
		return canvas.Options{}, err
	}
	if err := p.making(path, func(s *board.Session) error { return begin(s, t, title, lang) }); err != nil {
		return canvas.Options{}, err
	}
	return p.openWindow(path)
}

// exampleWindow opens the user's own copy of the example.
func (p *program) exampleWindow(lang string) (canvas.Options, error) {
	path, err := p.ownExample(lang)
	if err != nil {
		return canvas.Options{}, err
	}
	return p.openWindow(path)
}

// explainIn tells an error of the window in one sentence.
func explainIn(err error, path, lang string) string {
	var a about
	var other interface{ About() string } // of another file than the workshop
	switch {
	case errors.As(err, &other):
		path = other.About()
	case errors.As(err, &a):
		path = a.what
	}
	return explain(assets.Words(lang), err, path)
}

// ownExample is the path of the user's own copy of the example, which is made where it is not there yet.
func (p *program) ownExample(lang string) (string, error) {
	folder, err := documents()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, strings.ToLower(assets.Words(lang).T("file.example"))+ending)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", about{folder, fmt.Errorf("make folder: %w", err)}
	}
	return path, p.makeExample(path, lang)
}
