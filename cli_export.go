package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"samenbord/board"
	"samenbord/board/store"
	"samenbord/export"
)

var errExport = errors.New("make a file to take home")

func (p *program) exportCommand() *cobra.Command {
	var to string
	c := p.command("export", 1, []string{"cli.arg.file"}, func(args []string) error {
		if to == "" {
			return p.misuse("cli.output")
		}
		if err := p.checkFormat(to); err != nil {
			return err
		}
		err := p.reading(args[0], func(file *store.File) error { return exportFile(file, to, p.lang) })
		return p.ready(to, err)
	})
	c.Use += " -o " + p.words.T("cli.arg.output")
	c.Long = c.Short + ".\n" + p.words.T("cli.export.more", p.formats())
	c.Flags().StringVarP(&to, "output", "o", "", p.words.T("cli.flag.output"))
	return c
}

// checkFormat refuses a name whose ending is no format.
func (p *program) checkFormat(path string) error {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if slices.Contains(export.Formats(), ending) {
		return nil
	}
	return p.misuse("cli.export.format", path, p.formats())
}

// formats lists the endings that export knows.
func (p *program) formats() string { return "." + strings.Join(export.Formats(), ", .") }

// exportFile writes a workshop as a file to take home, in the language of the workshop where lang is "". It copies the
// workshop first, so that people can go on while it is drawn.
func exportFile(file *store.File, path, lang string) error {
	var report *export.Report
	file.Session().Read(func(w *board.Workshop) {
		report = export.Copy(w, export.Options{Lang: lang, Blob: file.Blob})
	})
	if err := report.WriteFile(path); err != nil {
		return about{path, fmt.Errorf("%w: %w", errExport, err)}
	}
	return nil
}
