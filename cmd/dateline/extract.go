package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/pipeline"

	"github.com/spf13/cobra"
)

func newExtract() *cobra.Command {
	var format string
	var fromContent, noCache bool
	c := &cobra.Command{
		Use:   "extract [DIR]",
		Short: "Find the events in the documents and write them to content/",
		Long: `Read the documents in DIR/seeds (DIR is this folder unless told), find their
events, and write one Markdown file an event and one a source to DIR/content.
What you edited there stays as you left it; what you deleted or rejected does
not come back.

With --format json nothing is written: the events, the passages whose date
could not be resolved, and the sources are printed as one JSON document. DIR
may then be any folder of documents. It shows what the documents say; with
--content, what the content files say, your edits included.`,
		Example: `  dateline extract
  dateline extract --format json ~/articles | jq '.events[].title'
  dateline extract --format json --content`,
		Args: upTo(1), ValidArgsFunction: completeFolders,
		RunE: func(c *cobra.Command, args []string) error {
			dir := folderArgument(args)
			switch {
			case format == "json" && fromContent:
				return printContent(c.OutOrStdout(), c.ErrOrStderr(), dir)
			case format == "json":
				return printDocuments(c, dir)
			case format != "":
				return usageError{fmt.Errorf("--format takes json, got %q", format)}
			case fromContent:
				return usageError{fmt.Errorf("--content goes with --format json")}
			}
			return extract(c, dir, cacheOf(dir, noCache))
		},
	}
	c.Flags().StringVar(&format, "format", "", "print the events instead of writing them: json")
	c.Flags().BoolVar(&fromContent, "content", false, "with --format json: what the content files say")
	addNoCache(c, &noCache)
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func extract(c *cobra.Command, dir, cache string) error {
	ctx, stop := interruptible(c)
	defer stop()
	report, err := writeContent(ctx, dir, cache, c.ErrOrStderr())
	if err != nil {
		return err
	}
	return report.end()
}

// folderArgument is the chronology's folder that a command was told.
func folderArgument(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// extracted is the JSON document that extract prints.
type extracted struct {
	Events  []timeline.Event   `json:"events"`
	Undated []timeline.Undated `json:"undated"`
	Sources []timeline.Source  `json:"sources"`
}

func printDocuments(c *cobra.Command, dir string) error {
	documents := filepath.Join(dir, "seeds")
	if info, err := os.Stat(documents); err != nil || !info.IsDir() {
		documents = dir
	}
	aliases, misstated := readAliases(dir)
	found, err := readDocuments(c.Context(), pipeline.Options{Documents: documents, Aliases: aliases}, c.ErrOrStderr())
	if err != nil {
		return err
	}
	if err := printJSON(c.OutOrStdout(), extracted{found.Events, found.Undated, found.Sources}); err != nil {
		return err
	}
	return endWith(c.ErrOrStderr(), timeline.Sorted(append(found.Problems, timeline.Problems(misstated)...)))
}

func printContent(out, messages io.Writer, dir string) error {
	events, sources, err := content.Read(dir)
	all := extracted{events, []timeline.Undated{}, sources}
	for _, s := range sources {
		all.Undated = append(all.Undated, s.Undated...)
	}
	if err := printJSON(out, all); err != nil {
		return err
	}
	return endWith(messages, timeline.Problems(err))
}

func printJSON(to io.Writer, value any) error {
	encoder := json.NewEncoder(to)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// endWith prints problems, and ends a command as failed where there are any.
func endWith(messages io.Writer, problems []error) error {
	if len(problems) == 0 {
		return nil
	}
	printProblems(messages, problems)
	return errReported
}

// readDocuments extracts what the documents in a folder say, with progress.
func readDocuments(ctx context.Context, o pipeline.Options, messages io.Writer) (*pipeline.Chronology, error) {
	if _, err := os.Stat(o.Documents); err != nil {
		return nil, fmt.Errorf("no documents: %w", err)
	}
	bar := newProgress(messages, "documents read")
	defer bar.clear()
	o.Progress = bar.update
	return pipeline.Extract(ctx, o)
}
