package main

import (
	"fmt"
	"io"
	"strings"

	"dateline/timeline"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/pipeline"

	"github.com/spf13/cobra"
)

func newExplain() *cobra.Command {
	var published string
	c := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what every stage makes of one document",
		Long: `Show, for one document, what is known about it, which parts were left out as
menus, comments or captions, which date expressions were found and what each
means there and why, which events they give, and why the others give none.

What sources.yaml says of the document is used, as in a build.`,
		Example: `  dateline explain seeds/article.txt
  dateline explain --published 2022-05-12 notes.md`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("“%s” takes one file, got %d; see “%s --help”", c.CommandPath(), len(args), c.CommandPath())}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			override, err := publicationDate("published", published)
			if err != nil {
				return err
			}
			explanation, problems, err := pipeline.Explain(args[0], document.Metadata{Published: override})
			if err != nil {
				return err
			}
			var out strings.Builder
			explain(&out, explanation)
			if _, err := io.WriteString(c.OutOrStdout(), printable(out.String())); err != nil {
				return fmt.Errorf("print: %w", err)
			}
			return endWith(c.ErrOrStderr(), problems)
		},
	}
	c.Flags().StringVar(&published, "published", "", "publication date to assume (EDTF: 2022-05-12, 2022-05, 2022-10-13~)")
	return c
}

// publicationDate reads a date given by a flag.
func publicationDate(flag, value string) (edtf.Date, error) {
	if value == "" {
		return edtf.Date{}, nil
	}
	date, err := edtf.Parse(value)
	if err != nil {
		return edtf.Date{}, usageError{fmt.Errorf("--%s: %w", flag, err)}
	}
	return date, nil
}

// explain prints the stages' results one after the other.
func explain(out io.Writer, e *pipeline.Explanation) {
	explainSource(out, e.Document.Source)
	explainDropped(out, e.Document)
	explainMentions(out, e)
	explainEvents(out, e)
	explainPassed(out, e)
}

func explainSource(out io.Writer, s timeline.Source) {
	fmt.Fprintf(out, "DOCUMENT  %s\n", message(s.Path))
	rows := [][2]string{
		{"title", s.Title}, {"author", s.Author}, {"publisher", s.Publisher},
		{"published", s.Published.String()}, {"known from", s.PublishedBecause},
		{"address", s.URL}, {"original", s.Original}, {"language", s.Language},
	}
	for _, row := range rows {
		if row[1] != "" {
			fmt.Fprintf(out, "  %-10s %s\n", row[0], row[1])
		}
	}
	if s.Published.IsZero() {
		fmt.Fprintln(out, "  no publication date is known: dates that lean on one stay unresolved")
	}
}

func explainDropped(out io.Writer, d *document.Document) {
	fmt.Fprintf(out, "\nTEXT  %d of %d bytes kept in %d blocks, %d blocks left out\n", len(d.Text), d.Source.Length, len(d.Blocks), len(d.Dropped))
	for _, dropped := range d.Dropped {
		fmt.Fprintf(out, "  [%d-%d] %s: %s\n", dropped.Start, dropped.End, dropped.Reason, excerpt(dropped.Text, 60))
	}
}

func explainMentions(out io.Writer, e *pipeline.Explanation) {
	fmt.Fprintf(out, "\nDATES  %d expressions in %d sentences\n", len(e.Mentions), len(e.Sentences))
	for _, m := range e.Mentions {
		at := e.Document.Position(m.Span)
		fmt.Fprintf(out, "  [%d-%d] “%s”  %s %s\n", at.Start, at.End, excerpt(m.Text, 60), m.Type, m.Value)
		if !m.When.IsZero() {
			fmt.Fprintf(out, "      = %s%s\n", m.When, after(": ", m.Because))
		}
		if m.Reason != "" {
			fmt.Fprintf(out, "      unresolved: %s\n", m.Reason)
		}
		fmt.Fprintf(out, "      rule %s\n", m.Rule)
	}
}

func explainEvents(out io.Writer, e *pipeline.Explanation) {
	fmt.Fprintf(out, "\nEVENTS  %d\n", len(e.Result.Proposals))
	for _, p := range e.Result.Proposals {
		fmt.Fprintf(out, "  %s  %s (%s)\n", p.When, p.Title, p.Kind)
		for _, c := range p.Citations {
			fmt.Fprintf(out, "      “%s”\n      because: %s\n", c.Quote, c.Because)
		}
	}
	fmt.Fprintf(out, "\nUNDATED  %d\n", len(e.Result.Undated))
	for _, u := range e.Result.Undated {
		fmt.Fprintf(out, "  “%s”\n", u.Quote)
		for _, x := range u.Expressions {
			fmt.Fprintf(out, "      “%s”", x.Text)
		}
		fmt.Fprintf(out, "  %s\n", u.Reason)
	}
}

// explainPassed says of every date expression that gave no event why not.
func explainPassed(out io.Writer, e *pipeline.Explanation) {
	fmt.Fprintf(out, "\nPASSED OVER  %d\n", len(e.Passed))
	for _, p := range e.Passed {
		fmt.Fprintf(out, "  [%d-%d] “%s”: %s\n", p.Position.Start, p.Position.End, excerpt(p.Text, 60), p.Reason)
	}
}

// after is s after a mark, or nothing.
func after(mark, s string) string {
	if s == "" {
		return ""
	}
	return mark + s
}

// excerpt is s on one line, cut after at most n characters.
func excerpt(s string, n int) string {
	runes := []rune(oneLine(s))
	if len(runes) <= n {
		return string(runes)
	}
	return string(runes[:n-1]) + "…"
}
