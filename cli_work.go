package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"samenbord/board"
	"samenbord/board/intake"
	"samenbord/board/plan"
)

func (p *program) importCommand() *cobra.Command {
	var step string
	c := p.command("import", 2, []string{"cli.arg.file", "cli.arg.notes"}, func(args []string) error {
		rows, err := readNotes(args[1])
		if err != nil {
			return err
		}
		return p.changing(args[0], func(s *board.Session) error { return p.takeIn(s, rows, args[1], step) })
	})
	c.Flags().StringVar(&step, "step", "", p.words.T("cli.flag.step.import"))
	return c
}

func readNotes(path string) (intake.Rows, error) {
	f, err := os.Open(path)
	if err != nil {
		return intake.Rows{}, about{path, err}
	}
	defer f.Close()
	rows, err := intake.Read(f)
	if err != nil {
		return rows, about{path, err}
	}
	return rows, nil
}

// takeIn puts the notes of a list on the boards as one gesture, and says which rows stayed behind.
func (p *program) takeIn(s *board.Session, rows intake.Rows, path, step string) error {
	to, err := p.stepNamed(s, step)
	if err != nil {
		return err
	}
	report, err := takeIn(s, rows, to)
	if err != nil {
		return err
	}
	for _, bad := range report.Bad {
		fmt.Fprintln(p.notes, p.words.T("import.line", bad.Line, bad.Reason.In(p.words)))
	}
	if report.Notes == 0 {
		return p.failure("cli.import.nothing", path)
	}
	fmt.Fprintln(p.out, p.words.N("import.done", report.Notes))
	if n := len(report.Bad); n > 0 {
		fmt.Fprintln(p.notes, p.words.N("import.bad", n)+".")
	}
	return nil
}

// takeIn puts the notes of a list on the boards as one gesture; those that name no step on the given one.
func takeIn(s *board.Session, rows intake.Rows, step board.ID) (report intake.Report, err error) {
	_, err = propose(s, "import", func(w *board.Workshop) (changes []board.Change) {
		changes, report = intake.Changes(w, rows, intake.Options{Step: step})
		return changes
	})
	return report, err
}

// stepNamed is the step with a name, "" for no name.
func (p *program) stepNamed(s *board.Session, name string) (id board.ID, err error) {
	if name == "" {
		return "", nil
	}
	s.Read(func(w *board.Workshop) {
		if step, ok := w.StepNamed(name); ok {
			id = step.ID
		} else {
			err = p.failure("error.step", name)
		}
	})
	return id, err
}

func (p *program) clusterCommand() *cobra.Command {
	var step string
	c := p.command("cluster", 1, []string{"cli.arg.file"}, func(args []string) error {
		return p.changing(args[0], func(s *board.Session) error { return p.group(s, step) })
	})
	c.Flags().StringVar(&step, "step", "", p.words.T("cli.flag.step"))
	return c
}

// group clusters one step, or all of them, and lists the clusters that there are now.
func (p *program) group(s *board.Session, name string) error {
	id, err := p.stepNamed(s, name)
	if err != nil {
		return err
	}
	ids := []board.ID{id}
	if id == "" {
		ids = idsOf(steps(s))
	}
	done, err := group(s, ids)
	if err != nil {
		return err
	}
	if !done {
		fmt.Fprintln(p.out, p.words.T("cli.cluster.nothing"))
		return nil
	}
	s.Read(func(w *board.Workshop) {
		for _, id := range ids {
			if c := count(w.Board(id)); c.Notes > 0 {
				fmt.Fprintf(p.out, "%s: %s, %s\n", c.Name, p.words.N("notes", c.Notes), p.words.N("clusters", c.Clusters))
			}
		}
	})
	return nil
}

func (p *program) planCommand() *cobra.Command {
	return p.command("plan", 1, []string{"cli.arg.file"}, func(args []string) error {
		return p.changing(args[0], p.draft)
	})
}

// draft adds to the plan what it lacks and says how far the plan is.
func (p *program) draft(s *board.Session) error {
	done, err := draft(s)
	if err != nil {
		return err
	}
	if !done {
		fmt.Fprintln(p.out, p.words.T("cli.plan.complete"))
		return nil
	}
	s.Read(func(w *board.Workshop) { p.printPlan(plan.Count(w)) })
	return nil
}

func (p *program) printPlan(c plan.Counts) {
	fmt.Fprintf(p.out, "%s: %s, %s, %s\n", p.words.T("plan.title"), p.words.N("themes", c.Themes),
		p.words.N("actions", c.Actions), p.words.N("cli.info.sources", c.ActionsWithSources))
	if c.UnusedNotes > 0 {
		fmt.Fprintln(p.out, p.words.N("notes.unused", c.UnusedNotes))
	}
}
