package main

import (
	"fmt"

	"dateline"
	"dateline/timeline/site"

	"github.com/spf13/cobra"
)

func newNew() *cobra.Command {
	var options site.NewOptions
	c := &cobra.Command{
		Use:   "new DIR",
		Short: "Start a chronology of your own",
		Long: `Make the folder DIR with everything a chronology needs: hugo.yaml with its
settings, seeds/ for your documents with a commented sources.yaml, the theme
under themes/dateline, a workflow that publishes to GitHub Pages, and a
.gitignore. A folder that holds something already is left alone.`,
		Example: `  dateline new my-chronology
  dateline new --title "The Gomel exercise" gomel`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("“%s” takes one folder, got %d; see “%s --help”", c.CommandPath(), len(args), c.CommandPath())}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
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
	c.ValidArgsFunction = completeFolders
	return c
}
