package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"samenbord/assets"
)

// What the program ends with.
const (
	fine   = 0
	failed = 1 // the work could not be done
	wrong  = 2 // the program was asked the wrong way
)

// program is one run of the command line.
type program struct {
	words *assets.Dictionary
	lang  string    // as asked for by --lang, "" where nobody asked
	out   io.Writer // results
	notes io.Writer // what people should know besides
	data  string    // folder for what is not a document
}

// run does what args ask for and returns the exit code.
func run(args []string, out, errs io.Writer) int {
	p := &program{words: assets.Words(spoken(args)), out: out, notes: errs}
	err := p.execute(args)
	if err == nil {
		return fine
	}
	fmt.Fprintln(errs, sentence(p.words, err))
	return exitCode(err)
}

func (p *program) execute(args []string) (err error) {
	if p.data, err = dataFolder(); err != nil {
		return err
	}
	root := p.root()
	root.SetArgs(args)
	root.SetOut(p.out)
	root.SetErr(p.notes)
	return root.Execute()
}

// spoken is the language that args ask for, before they are read as a whole: help and complaints about the arguments
// themselves are to be in that language already.
func spoken(args []string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if lang, ok := strings.CutPrefix(a, "--lang="); ok {
			return lang
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return assets.System()
}

// root is the program with all its commands.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use: "samenbord", Version: version, SilenceErrors: true, SilenceUsage: true, DisableFlagsInUseLine: true,
		Args:              p.fileOrNothing,
		RunE:              func(_ *cobra.Command, args []string) error { return p.open(args) },
		PersistentPreRunE: func(*cobra.Command, []string) error { return p.checkLang() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVar(&p.lang, "lang", "", p.words.T("cli.flag.lang"))
	root.PersistentFlags().BoolP("help", "h", false, p.words.T("cli.flag.help"))
	root.Flags().BoolP("version", "v", false, p.words.T("cli.flag.version"))
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return p.flagError(err) })
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.help(c) })
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(
		p.openCommand(), p.newCommand(), p.exampleCommand(), p.templatesCommand(), p.importCommand(), p.clusterCommand(),
		p.planCommand(), p.exportCommand(), p.infoCommand(), p.checkCommand(), p.demoCommand(), p.benchCommand(),
	)
	cobra.EnableCommandSorting = false
	return root
}

func (p *program) checkLang() error {
	if p.lang != "" && !slices.Contains(assets.Langs, p.lang) {
		return p.misuse("cli.lang", p.lang)
	}
	return nil
}

// command is a command without flags. Its help stands under the name in the words: about in one line, and more where
// there is more to say. args are keys of the words for its arguments, of which the first need must be there.
func (p *program) command(name string, need int, args []string, do func(args []string) error) *cobra.Command {
	use := name
	for i, a := range args {
		if i < need {
			use += " " + p.words.T(a)
		} else {
			use += " [" + p.words.T(a) + "]"
		}
	}
	c := &cobra.Command{
		Use: use, Short: p.words.T("cli." + name + ".about"), DisableFlagsInUseLine: true,
		Args: func(c *cobra.Command, given []string) error { return p.countArgs(c, need, args, given) },
		RunE: func(_ *cobra.Command, given []string) error { return do(given) },
	}
	c.Long = c.Short + "."
	if more := "cli." + name + ".more"; p.words.Has(more) {
		c.Long += "\n" + p.words.T(more)
	}
	return c
}

func (p *program) countArgs(c *cobra.Command, need int, args, given []string) error {
	switch {
	case len(given) < need:
		return p.misuse("cli.args.missing", c.CommandPath(), p.words.T(args[len(given)]))
	case len(given) > len(args):
		return p.misuse("cli.args.extra", given[len(args)], c.CommandPath())
	}
	return nil
}
