// Command dateline turns a folder of documents into a chronology that can be
// cited: it finds what happened when, and builds a timeline site in which
// every event shows the sentence it rests on and links to it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"dateline/timeline"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() { os.Exit(run()) }

func run() int {
	return report(newRoot().ExecuteContext(context.Background()), os.Stderr)
}

// usageError is a call whose words are off.
type usageError struct{ error }

// errReported ends a command whose problems have all been printed.
var errReported = errors.New("problems were reported")

// report prints what went wrong and gives the exit code for it.
func report(err error, to io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(to, "dateline: %s\n", message(err))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(to, "dateline: interrupted")
		return exitFailed
	}
	printProblems(to, timeline.Problems(err))
	return exitFailed
}

// printProblems prints one error a line: those at a place as
// path:line:column: message, for editors to jump to.
func printProblems(to io.Writer, problems []error) {
	for _, p := range problems {
		var placed *timeline.Problem
		if errors.As(p, &placed) {
			fmt.Fprintln(to, message(placed))
			continue
		}
		fmt.Fprintf(to, "dateline: %s\n", message(p))
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "From a folder of documents to a chronology you can cite",
		Long: `Dateline reads articles, reports and notes, finds what happened when, and
builds a timeline site in which every event shows the exact sentence it rests
on and links to its source. The same documents give the same site, byte for
byte, and every date can say why it is that date.

A chronology is a folder with documents in seeds/ and a hugo.yaml. The events
found are written to content/ as Markdown files, for you to edit; the site is
built from them into public/.

Exit codes: 0 done, 1 failed or a document could not be read, 2 wrong usage.`,
		Example: `  dateline new my-chronology      start a chronology of your own
  dateline build                  documents → content → site, in this folder
  dateline serve                  the same, with a live preview
  dateline explain seeds/a.txt    why each date is that date`,
		Args:              noArguments,
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		// How many letters a mistyped command may be off.
		SuggestionsMinimumDistance: 2,
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see “%s --help”", err, c.CommandPath())}
	})
	root.AddCommand(newBuild(), newExtract(), newDates(), newExplain(), newNew(), newServe(), newVersion())
	return root
}

// noArguments refuses words after the command; for the root command such a
// word is an unknown command.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if c.HasParent() {
		return usageError{fmt.Errorf("“%s” takes no arguments, got %q", c.CommandPath(), args[0])}
	}
	hint := ""
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf("; did you mean “%s”?", near[0])
	}
	return usageError{fmt.Errorf("there is no command %q%s; see “dateline --help”", args[0], hint)}
}

// upTo accepts at most n arguments.
func upTo(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError{fmt.Errorf("“%s” takes at most %d argument, got %d; see “%s --help”", c.CommandPath(), n, len(args), c.CommandPath())}
		}
		return nil
	}
}
