package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/pipeline"
	"dateline/timeline/site"

	"github.com/spf13/cobra"
)

// documentsFolder is where a chronology keeps its documents.
const documentsFolder = "seeds"

// cacheFolder is where it keeps what was extracted, to be deleted at any time.
const cacheFolder = ".dateline/cache"

func newBuild() *cobra.Command {
	var options site.Options
	var noCache bool
	c := &cobra.Command{
		Use:   "build [DIR]",
		Short: "Documents to content to site: everything",
		Long: `Read the documents in DIR/seeds (DIR is this folder unless told), write their
events to DIR/content, and build the timeline site into DIR/public.

What was extracted from a document is kept in DIR/.dateline/cache, where that
pays, until the document, what sources.yaml says of it or Dateline itself
changes; the folder can be deleted at any time.

Your edits in content/ stay. The new site replaces the old one only when it is
complete. A document that cannot be read is named and does not stop the
others; the command then ends with exit code 1.`,
		Example: `  dateline build
  dateline build ~/my-chronology
  dateline build --baseURL https://example.org/timeline/`,
		Args: upTo(1),
		RunE: func(c *cobra.Command, args []string) error {
			options.Dir = folderArgument(args)
			ctx, stop := interruptible(c)
			defer stop()
			return build(ctx, options, cacheOf(options.Dir, noCache), c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&options.Destination, "destination", "d", "", "folder to build into (default DIR/public)")
	f.StringVarP(&options.BaseURL, "baseURL", "b", "", "address the site will have (default: from hugo.yaml)")
	addNoCache(c, &noCache)
	c.ValidArgsFunction = completeFolders
	return c
}

// addNoCache adds the option to do without the cache.
func addNoCache(c *cobra.Command, to *bool) {
	c.Flags().BoolVar(to, "no-cache", false, "extract every document again and leave the cache in "+cacheFolder+" alone")
}

// cacheOf is the folder of a chronology's cache, or none.
func cacheOf(dir string, none bool) string {
	if none {
		return ""
	}
	return filepath.Join(dir, cacheFolder)
}

func build(ctx context.Context, options site.Options, cache string, messages io.Writer) error {
	if err := isChronology(options.Dir); err != nil {
		return err
	}
	report, err := writeContent(ctx, options.Dir, cache, messages)
	if err != nil {
		return err
	}
	bar := newProgress(messages, "files of the site written")
	options.Progress = func(_ string, done, total int) { bar.update(done, total) }
	result, err := site.Build(ctx, options)
	bar.clear()
	if err != nil {
		return failed(report.problems, fromHere(options.Dir, timeline.Problems(err)))
	}
	for _, warning := range fromHere(options.Dir, result.Warnings) {
		fmt.Fprintf(messages, "warning: %s\n", message(warning))
	}
	fmt.Fprintf(messages, "site: %s in %s\n", count(result.Pages, "page"), shown(result.Destination))
	return report.end()
}

// fromHere names the files of problems, which are named from the chronology's
// folder, as its user does.
func fromHere(dir string, problems []error) []error {
	all := slices.Clone(problems)
	for i, err := range all {
		var placed *timeline.Problem
		if errors.As(err, &placed) && !filepath.IsAbs(placed.Path) {
			named := *placed
			named.Path = filepath.Join(dir, placed.Path)
			all[i] = &named
		}
	}
	return all
}

// failed joins what was wrong before the site was built with what kept it from
// being built, and leaves out what Hugo says of a place that has been named.
func failed(before, building []error) error {
	all := slices.Clone(before)
	place := func(err error) string {
		var placed *timeline.Problem
		if !errors.As(err, &placed) || placed.Line == 0 {
			return ""
		}
		return fmt.Sprintf("%s:%d", filepath.Clean(placed.Path), placed.Line)
	}
	named := map[string]bool{}
	for _, err := range before {
		named[place(err)] = true
	}
	for _, err := range building {
		if at := place(err); at == "" || !named[at] {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
}

// isChronology tells someone in the wrong folder so, with a way on.
func isChronology(dir string) error {
	for _, name := range []string{"hugo.yaml", "hugo.toml", "hugo.json", "config"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("there is no folder %s", dir)
	}
	return fmt.Errorf("%s is not a chronology: it has no hugo.yaml; start one with “dateline new DIR”%s", dir, chronologyAbove(dir))
}

// chronologyAbove points to the chronology that dir lies in, if it does.
func chronologyAbove(dir string) string {
	dir, err := filepath.Abs(dir)
	for err == nil && dir != filepath.Dir(dir) {
		dir = filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, "hugo.yaml")); err == nil {
			return fmt.Sprintf("; or did you mean %s?", shown(dir))
		}
	}
	return ""
}

// extraction is what reading the documents and writing the content came to.
type extraction struct {
	problems []error
	messages io.Writer
}

// end prints the problems met and says whether there were any.
func (e *extraction) end() error { return endWith(e.messages, e.problems) }

// writeContent takes a chronology from documents to content files, and says
// on messages what changed. The folder cache, if any, holds what is known from
// earlier runs.
func writeContent(ctx context.Context, dir, cache string, messages io.Writer) (*extraction, error) {
	documents := filepath.Join(dir, documentsFolder)
	if _, err := os.Stat(documents); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s has no %s/ folder; put the documents there", dir, documentsFolder)
	}
	aliases, misstated := readAliases(dir)
	found, err := readDocuments(ctx, pipeline.Options{
		Documents: documents, Cache: cache, Chronology: dir, Aliases: aliases,
	}, messages)
	if err != nil {
		return nil, err
	}
	if found.Uncached != nil {
		fmt.Fprintf(messages, "warning: nothing is remembered for the next run: %s\n", message(found.Uncached))
	}
	fmt.Fprintln(messages, summary(found))
	report, err := content.Write(dir, found.Events, found.Sources)
	if err != nil && report.Fatal {
		return nil, err
	}
	printReport(messages, report)
	// What a person wrote by hand is read as the site will read it.
	_, _, unread := content.Read(dir)
	problems := append(found.Problems, timeline.Problems(errors.Join(misstated, err, unread))...)
	return &extraction{once(timeline.Sorted(problems)), messages}, nil
}

// once leaves out the errors that say what the one before says.
func once(sorted []error) []error {
	return slices.CompactFunc(sorted, func(a, b error) bool { return a.Error() == b.Error() })
}

func summary(c *pipeline.Chronology) string {
	return fmt.Sprintf("documents: %s, %s, %s without a date",
		count(len(c.Sources), "source"), count(len(c.Events), "event"), count(len(c.Undated), "passage"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// shown is a path as a person would write it: relative where that is shorter.
func shown(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if relative, err := filepath.Rel(here, path); err == nil && len(relative) < len(path) {
		return relative
	}
	return path
}
