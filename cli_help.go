package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help explains a command. It takes the place of the template of the library, which speaks English only.
func (p *program) help(c *cobra.Command) {
	w := c.OutOrStdout()
	about := c.Long
	if !c.HasParent() {
		about = p.words.T("cli.about")
	}
	fmt.Fprintf(w, "%s\n\n%s:\n  %s\n", about, p.words.T("cli.usage"), p.usage(c))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s:\n", p.words.T("cli.commands"))
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				fmt.Fprintf(w, "  %-*s  %s\n", widest(c), listed(sub), sub.Short)
			}
		}
	}
	p.helpFlags(c, "cli.flags", c.LocalNonPersistentFlags())
	p.helpFlags(c, "cli.flags.all", c.Root().PersistentFlags())
	if !c.HasParent() {
		more := "samenbord help " + p.words.T("cli.arg.command")
		fmt.Fprintln(w, "\n"+p.words.T("cli.goto", more))
	}
}

// usage is how a command is written, with its flags between brackets.
func (p *program) usage(c *cobra.Command) string {
	line := c.UseLine()
	if !c.HasParent() {
		line += " [open] [" + p.words.T("cli.arg.file") + "]"
	}
	c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "version" || strings.Contains(line, " -"+f.Shorthand+" ") {
			return
		}
		value, _ := pflag.UnquoteUsage(f)
		line += " " + strings.TrimSpace("[--"+f.Name+" "+value) + "]"
	})
	return line
}

// listed is how a command stands in a list: with what can follow it.
func listed(c *cobra.Command) string {
	use := c.Use
	for _, sub := range c.Commands() {
		use += " [" + sub.Use + "]"
	}
	return use
}

func widest(c *cobra.Command) int {
	n := 0
	for _, sub := range c.Commands() {
		n = max(n, len(listed(sub)))
	}
	return n
}

func (p *program) helpFlags(c *cobra.Command, heading string, flags *pflag.FlagSet) {
	if flags.HasAvailableFlags() {
		fmt.Fprintf(c.OutOrStdout(), "\n%s:\n%s", p.words.T(heading), flags.FlagUsages())
	}
}

func (p *program) helpCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "help [" + p.words.T("cli.arg.command") + "]", Short: p.words.T("cli.help.about"), DisableFlagsInUseLine: true,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return p.misuse("cli.unknown", strings.Join(args, " "))
			}
			p.help(about)
			return nil
		},
	}
	c.Long = c.Short + "."
	return c
}

// flagError tells in the language of the user what the library says of a flag.
func (p *program) flagError(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var unfit *pflag.InvalidValueError
	var odd *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return p.misuse("cli.flag.unknown", "-"+unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return p.misuse("cli.flag.unknown", "--"+unknown.GetSpecifiedName())
	case errors.As(err, &empty):
		return p.misuse("cli.flag.value", empty.GetFlag().Name)
	case errors.As(err, &unfit):
		return p.misuse("cli.flag.invalid", unfit.GetValue(), unfit.GetFlag().Name)
	case errors.As(err, &odd):
		return p.misuse("cli.flag.syntax", odd.GetSpecifiedFlag())
	}
	return told{p.words.T("error.unknown", err), wrong}
}
