package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"samenbord/assets"
	"samenbord/board"
	"samenbord/board/intake"
	"samenbord/board/template"
)

// firstTemplate is what a workshop begins with where nobody chose.
const firstTemplate = "co-creatie"

func (p *program) newCommand() *cobra.Command {
	var key, title string
	c := p.command("new", 1, []string{"cli.arg.file"}, func(args []string) error {
		t, err := p.template(key)
		if err != nil {
			return err
		}
		if title == "" {
			title = strings.TrimSuffix(filepath.Base(args[0]), filepath.Ext(args[0]))
		}
		err = p.making(args[0], func(s *board.Session) error { return begin(s, t, title, p.words.Lang) })
		return p.ready(args[0], err)
	})
	c.Flags().StringVar(&key, "template", "", p.words.T("cli.flag.template", firstTemplate))
	c.Flags().StringVar(&title, "title", "", p.words.T("cli.flag.title"))
	return c
}

// template is the template with a key or name, in the language of this run.
func (p *program) template(key string) (template.Template, error) {
	if key == "" {
		key = firstTemplate
	}
	t, err := template.Find(p.words.Lang, key, p.templateFolder())
	if err != nil {
		return t, about{key, err}
	}
	return t, nil
}

func (p *program) exampleCommand() *cobra.Command {
	return p.command("example", 1, []string{"cli.arg.file"}, func(args []string) error {
		return p.ready(args[0], p.makeExample(args[0], p.words.Lang))
	})
}

// makeExample makes the example workshop in the way in which a group would: from a template and a list of notes, by
// grouping them and drafting the plan.
func (p *program) makeExample(path, lang string) error {
	title, list := assets.Example(lang)
	t, err := template.Find(lang, firstTemplate, "")
	if err != nil {
		return about{firstTemplate, err}
	}
	rows, err := intake.Read(bytes.NewReader(list))
	if err != nil {
		return about{path, err}
	}
	return p.making(path, func(s *board.Session) error {
		if err := begin(s, t, title, lang); err != nil {
			return err
		}
		if _, err := takeIn(s, rows, ""); err != nil {
			return err
		}
		if _, err := group(s, idsOf(steps(s))); err != nil {
			return err
		}
		_, err := draft(s)
		return err
	})
}

// ready says that a file is made, unless it is not.
func (p *program) ready(path string, err error) error {
	if err == nil {
		fmt.Fprintln(p.out, p.words.T("cli.made", path))
	}
	return err
}

func idsOf(steps []board.Step) []board.ID {
	var ids []board.ID
	for _, s := range steps {
		ids = append(ids, s.ID)
	}
	return ids
}
