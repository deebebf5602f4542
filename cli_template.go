package main

import (
	"fmt"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"samenbord/board"
	"samenbord/board/store"
	"samenbord/board/template"
)

// templateFolder is where the templates of this person are.
func (p *program) templateFolder() string { return filepath.Join(p.data, "templates") }

func (p *program) templatesCommand() *cobra.Command {
	c := p.command("templates", 0, nil, func([]string) error { return p.listTemplates() })
	c.AddCommand(p.command("save", 2, []string{"cli.arg.file", "cli.arg.name"}, func(args []string) error {
		return p.reading(args[0], func(file *store.File) error { return p.saveTemplate(file, args[1]) })
	}))
	return c
}

func (p *program) listTemplates() error {
	all, err := template.List(p.words.Lang, p.templateFolder())
	table := tabwriter.NewWriter(p.out, 0, 0, 3, ' ', 0)
	for _, t := range all {
		fmt.Fprintf(table, "%s\t%s\t%s\n", t.Key, t.Name, p.words.N("steps", len(t.Steps)))
	}
	table.Flush()
	return err
}

func (p *program) saveTemplate(file *store.File, name string) error {
	var t template.Template
	file.Session().Read(func(w *board.Workshop) { t = template.Of(w, name) })
	path, err := template.Save(p.templateFolder(), t)
	if err != nil {
		return about{path, err}
	}
	fmt.Fprintln(p.out, p.words.T("template.saved", path))
	return nil
}
