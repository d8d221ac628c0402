// Package site turns a chronology's folder into its website: it builds with
// Hugo in-process, serves a preview, and lays out a new folder.
//
// It is the only package that imports Hugo, and it knows no stage of the
// extraction: what has to run before a rebuild is handed to it as a function.
// What it publishes is byte for byte what the stock hugo command publishes from
// the same folder. A site is built beside its destination and takes its place in
// one rename, so that a reader never meets half of it and a failed build leaves
// the old one alone.
package site

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
)

// Options say what to build and where to put it.
type Options struct {
	Dir         string // the folder with hugo.yaml; "" is the current one
	Destination string // relative to Dir; "" is Hugo's publishDir, "public" unless configured
	BaseURL     string // "" is the configured one
	Environment string // "" is HUGO_ENVIRONMENT or HUGO_ENV where set, else "production"

	// Progress, when set, is told of each stage ("configuration", "static
	// files", "pages", "publish") and how many files it has written so far. A
	// total of 0 is not known yet. Calls come one at a time, from any goroutine.
	Progress func(stage string, done, total int)
}

// Result describes a finished build.
type Result struct {
	Destination string  // the folder of the site, absolute
	Pages       int     // pages with content or a list of their own, over all languages
	Files       int     // files published
	Warnings    []error // what Hugo warned of, once each, in the order of [timeline.Sorted]
}

// oneAtATime serialises builds: Hugo keeps state in package variables, and a
// failing build fails the one that runs beside it.
var oneAtATime sync.Mutex

// Build builds the site in opts.Dir and puts it in place of the destination.
//
// Whatever is wrong with the site's own files comes back as one error that joins
// a [timeline.Problem] for each, with paths relative to Dir where they are
// inside it. On any error the destination is as it was before. A destination is
// replaced only if it is empty, absent, the configured one inside Dir, or holds
// exactly what an earlier Build put there.
//
// Concurrent calls run one after another. Hugo cannot be interrupted: ctx is
// looked at before and after Hugo's own work, and a cancelled build publishes
// nothing.
func Build(ctx context.Context, opts Options) (result Result, err error) {
	progress := newProgress(opts.Progress)
	err = withProject(ctx, opts, progress, func(p *project) error {
		dest, err := p.destination(opts.Destination)
		if err != nil {
			return err
		}
		result, err = publish(ctx, p, dest, progress)
		return err
	})
	return result, err
}

// withProject loads the project of opts and hands it to do, alone in this
// process and under the project's lock.
func withProject(ctx context.Context, opts Options, progress *progress, do func(*project) error) error {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	progress.stage("configuration")
	p, err := load(opts)
	if err != nil {
		return err
	}
	defer p.close()
	unlock, err := p.lock()
	if err != nil {
		return err
	}
	defer unlock()
	return do(p)
}

// publish renders p beside dest and swaps the two.
func publish(ctx context.Context, p *project, dest destination, progress *progress) (result Result, err error) {
	stage, err := newStaging(dest.path)
	if err != nil {
		return Result{}, err
	}
	defer func() {
		if e := stage.remove(); e != nil {
			err = errors.Join(err, fmt.Errorf("remove temporary folder: %w", e))
		}
	}()
	if err := p.render(ctx, stage.site, progress); err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	progress.stage("publish")
	files, err := inventoryOf(stage.site)
	if err != nil {
		return Result{}, fmt.Errorf("read built site: %w", err)
	}
	if err := stage.publish(); err != nil {
		return Result{}, err
	}
	if err := dest.record(files); err != nil {
		return Result{}, err
	}
	return Result{Destination: dest.path, Pages: p.pages(), Files: len(files), Warnings: p.log.warnings()}, nil
}

// absolute is dir as Hugo takes it: absolute, symbolic links kept.
func absolute(dir string) (string, error) {
	if dir == "" {
		dir = "."
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find folder: %w", err)
	}
	return abs, nil
}
