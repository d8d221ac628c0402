package main

import (
	"fmt"

	"dateline"
	"dateline/timeline/site"

	"github.com/spf13/cobra"
)

func newNew() *cobra.Command {
	var options site.NewOptions
	var updateTheme bool
	c := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a chronology of your own",
		Long: `Make the folder DIR with everything a chronology needs: hugo.yaml with its
settings, seeds/ for your documents with a commented sources.yaml, the theme
under themes/dateline, a workflow that publishes to GitHub Pages, and a
.gitignore. A folder that holds something already is left alone, unless --force
is given; even then no file is overwritten.

With --update-theme, DIR is a chronology you have, and its themes/dateline
becomes the one of this version of Dateline. A theme file you changed keeps
that from happening and is named.`,
		Example: `  dateline new my-chronology
  dateline new --title "The Gomel exercise" gomel
  dateline new --update-theme my-chronology`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("“%s” takes one folder, got %d; see “%s --help”", c.CommandPath(), len(args), c.CommandPath())}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if updateTheme {
				return site.UpdateTheme(args[0], dateline.Theme)
			}
			options.Theme = dateline.Theme
			if err := site.New(args[0], options); err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), `%[1]s is ready. Next:
  1. put your documents (.txt, .md) into %[1]s/seeds/
  2. say in %[1]s/seeds/sources.yaml where and when they were published
  3. dateline serve %[1]s
`, args[0])
			return nil
		},
	}
	c.Flags().StringVar(&options.Title, "title", "", "title of the chronology (default: from the folder's name)")
	c.Flags().BoolVar(&options.Force, "force", false, "write into a folder that holds something; nothing is overwritten")
	c.Flags().BoolVar(&updateTheme, "update-theme", false, "renew the theme of an existing chronology")
	c.ValidArgsFunction = completeFolders
	return c
}
