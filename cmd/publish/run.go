package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit codes of every command.
const (
	exitFine     = 0
	exitProblems = 1  // the facts have problems
	exitMachine  = 2  // the machine could not: a full disk, a missing folder
	exitUsage    = 64 // the command was called wrongly (EX_USAGE of sysexits.h)
)

// errProblems ends a command whose problems have been shown.
var errProblems = errors.New("the facts have problems")

// usageError is a command called wrongly.
type usageError struct{ error }

// terminal is where a command reads and writes, and what it knows of its
// surroundings.
type terminal struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
}

// run runs the command line and returns its exit code.
func run(ctx context.Context, args []string, t terminal) int {
	root := newRoot(t)
	root.SetArgs(args)
	root.SetIn(t.in)
	root.SetOut(t.out)
	root.SetErr(t.err)
	command, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(t.err, "publish: %v\nRun \"%s --help\" for what can be said.\n", err, command.CommandPath())
		return exitUsage
	case ctx.Err() != nil:
		fmt.Fprintln(t.err, "publish: interrupted; nothing was changed")
		return exitMachine
	}
	fmt.Fprintf(t.err, "publish: %v\n", err)
	return exitMachine
}

func newRoot(t terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "publish",
		Short: "Publish curated, cited facts as a website and as datasets",
		Long: `Publish reads a folder of facts in YAML, each with its sources, refuses what is
wrong with a message that names the place, and compiles the rest into a static
website and into downloads.

Exit codes: 0 fine, 1 the facts have problems, 2 the machine could not,
64 wrong usage.`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.Version = versionInWords()
	root.SetVersionTemplate("publish {{ .Version }}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{kinder(c, err)} })
	root.AddCommand(newBuild(t), newCheck(t), newServe(t), newRules(t), newVerify(t), newFmt(t), newNew(t), newSchema(t), newMv(t), newDiff(t), newRelease(t), newInit(t), newOverride(t), newImport(t), newMan(t))
	return root
}

// arguments accepts between least and most arguments; words says in a phrase
// what they are.
func arguments(least, most int, words string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return usageError{fmt.Errorf("%s takes %s, not %d arguments", c.Name(), words, len(args))}
		}
		return nil
	}
}

func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments, but got %q", c.Name(), args[0])}
	}
	return nil
}
