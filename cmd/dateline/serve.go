package main

import (
	"context"
	"errors"

	"dateline/timeline/content"
	"dateline/timeline/site"

	"github.com/spf13/cobra"
)

func newServe() *cobra.Command {
	var options site.ServeOptions
	var contentOnly bool
	c := &cobra.Command{
		Use:   "serve [DIR]",
		Short: "Build, serve locally, and rebuild when something changes",
		Long: `Build the chronology in DIR (this folder unless told) and serve it on this
machine. When a document, a content file, the configuration or the theme
changes, it is built again and the browser reloads. Errors are shown in the
browser until they are mended. DIR/public is not touched. Stop with Ctrl-C.`,
		Example: `  dateline serve
  dateline serve --port 8080 ~/my-chronology
  dateline serve --content-only      leave the documents alone`,
		Args: upTo(1),
		RunE: func(c *cobra.Command, args []string) error {
			options.Dir = folderArgument(args)
			options.Log = printableWriter{c.ErrOrStderr()}
			if err := isChronology(options.Dir); err != nil {
				return err
			}
			options.Check = func(context.Context) error {
				_, _, err := content.Read(options.Dir)
				return err
			}
			if !contentOnly {
				options.Watch = append(options.Watch, documentsFolder, "hugo.yaml") // its aliases
				options.Rebuild = func(ctx context.Context) error {
					report, err := writeContent(ctx, options.Dir, cacheOf(options.Dir, false), c.ErrOrStderr())
					if err != nil {
						return err
					}
					return errors.Join(report.problems...)
				}
			}
			ctx, stop := interruptible(c)
			defer stop()
			return site.Serve(ctx, options)
		},
	}
	f := c.Flags()
	f.IntVarP(&options.Port, "port", "p", 1313, "port to listen on; the next free one if it is taken")
	f.StringVar(&options.Bind, "bind", "127.0.0.1", "address to listen on")
	f.StringVarP(&options.BaseURL, "baseURL", "b", "", "address to pretend to have, such as http://localhost/repo/")
	f.BoolVar(&contentOnly, "content-only", false, "build from content/ alone, without reading the documents")
	c.ValidArgsFunction = completeFolders
	return c
}
