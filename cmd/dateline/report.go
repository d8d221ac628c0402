package main

import (
	"fmt"
	"io"
	"strings"

	"dateline/timeline/content"
)

// printReport says what became of the content files: how many changed, and
// each in which a person's edit stands against news from the documents.
func printReport(to io.Writer, r content.Report) {
	fmt.Fprintf(to, "content: %s\n", strings.Join(counted(r), ", "))
	printCuts(to, r)
	for _, kept := range r.Kept {
		if kept.Gone {
			fmt.Fprintf(to, "%s: kept, since you edited it; the documents no longer tell this\n", message(kept.Path))
		}
		for _, d := range kept.Fields {
			if d.New {
				fmt.Fprintf(to, "%s: kept your %s; the documents now say %q\n", message(kept.Path), d.Field, excerpt(d.Documents, 80))
			}
		}
	}
}

// printCuts says which files do not list all that the documents give.
func printCuts(to io.Writer, r content.Report) {
	for _, c := range r.Cut {
		fmt.Fprintf(to, "%s: lists the first %d of %d %s; Hugo takes no longer file\n", message(c.Path), c.Listed, c.Of, c.What)
	}
}

func counted(r content.Report) []string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{len(r.Written), "written"}, {len(r.Updated), "updated"}, {len(r.Removed), "removed"},
		{len(r.Unchanged), "unchanged"}, {len(r.Deleted), "kept out, since you deleted them"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	if len(parts) == 0 {
		return []string{"nothing to write"}
	}
	return parts
}
