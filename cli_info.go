package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"samenbord/board"
	"samenbord/board/plan"
	"samenbord/board/store"
)

// stepCount is one step in the answer of info. Clusters are the named ones, without what is still to be placed.
type stepCount struct {
	Name     string `json:"name"`
	Notes    int    `json:"notes"`
	Clusters int    `json:"clusters"`
}

type planCount struct {
	Themes             int `json:"themes"`
	Actions            int `json:"actions"`
	ActionsWithSources int `json:"actionsWithSources"`
	UnusedNotes        int `json:"unusedNotes"`
}

// summary is the answer of info. Its JSON is a promise to other programs.
type summary struct {
	Title string      `json:"title"`
	Lang  string      `json:"lang"`
	Steps []stepCount `json:"steps"`
	Plan  planCount   `json:"plan"`
}

func count(b *board.Board) stepCount {
	c := stepCount{Name: b.Step.Name, Notes: len(b.Notes)}
	for _, group := range b.Clusters {
		if !group.Rest {
			c.Clusters++
		}
	}
	return c
}

func summarize(w *board.Workshop) summary {
	info := w.Info()
	s := summary{Title: info.Title, Lang: info.Lang, Steps: []stepCount{}, Plan: planCount(plan.Count(w))}
	for _, step := range w.Steps() {
		s.Steps = append(s.Steps, count(w.Board(step.ID)))
	}
	return s
}

func (p *program) infoCommand() *cobra.Command {
	var asJSON bool
	c := p.command("info", 1, []string{"cli.arg.file"}, func(args []string) error {
		return p.reading(args[0], func(file *store.File) error {
			var s summary
			file.Session().Read(func(w *board.Workshop) { s = summarize(w) })
			if asJSON {
				return json.NewEncoder(p.out).Encode(s)
			}
			p.print(s)
			return nil
		})
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.words.T("cli.flag.json"))
	return c
}

// print shows a summary as a table for people.
func (p *program) print(s summary) {
	fmt.Fprintf(p.out, "%s (%s)\n\n", s.Title, p.words.T("lang."+s.Lang))
	table := tabwriter.NewWriter(p.out, 0, 0, 3, ' ', tabwriter.AlignRight)
	for _, step := range s.Steps {
		fmt.Fprintf(table, "%s\t%s\t\t%s\n", p.words.N("notes", step.Notes), p.words.N("clusters", step.Clusters), step.Name)
	}
	table.Flush()
	fmt.Fprintln(p.out)
	p.printPlan(plan.Counts(s.Plan))
}

func (p *program) checkCommand() *cobra.Command {
	return p.command("check", 1, []string{"cli.arg.file"}, func(args []string) error {
		report, err := store.Check(args[0])
		if err != nil {
			return about{args[0], err}
		}
		if !report.Whole() {
			return p.failure("cli.check.damaged", args[0], what(report.Damage))
		}
		fmt.Fprintln(p.out, p.words.T("cli.check.whole", args[0]))
		return nil
	})
}

// what puts the findings of a check behind the words that the file is damaged, which they need not repeat.
func what(damage []string) string {
	var short []string
	for _, d := range damage {
		short = append(short, strings.Trim(strings.TrimPrefix(d, store.ErrDamaged.Error()), " ()"))
	}
	return strings.Join(short, "; ")
}
