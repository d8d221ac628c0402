package site

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"dateline/timeline"
)

// follow builds the site anew whenever its sources change, until ctx is over.
func (p *preview) follow(ctx context.Context, served <-chan error) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-served:
			return fmt.Errorf("serve: %w", err)
		case <-p.watcher.notify.Events:
		case <-p.watcher.notify.Errors: // events were lost: look all the same
		}
		p.watcher.settle(ctx.Done())
		now, err := p.watcher.scan()
		if err != nil {
			return err
		}
		inputs := changes(p.built.inputs, now.inputs)
		changed := append(inputs, changes(p.built.site, now.site)...)
		if len(changed) == 0 || ctx.Err() != nil {
			continue
		}
		fmt.Fprintf(p.log, "changed: %s\n", p.summary(changed))
		if err := p.update(ctx, now, len(inputs) > 0); err != nil {
			return err
		}
	}
}

// summary names the first of some paths and counts the others.
func (p *preview) summary(paths []string) string {
	name := newHugoLog(p.dir).relative(paths[0])
	if len(paths) == 1 {
		return name
	}
	return fmt.Sprintf("%s and %d more", name, len(paths)-1)
}

// first brings about the first version.
func (p *preview) first(ctx context.Context) error {
	now, err := p.watcher.scan()
	if err != nil {
		return err
	}
	return p.update(ctx, now, true)
}

// update makes a new version from the sources, which were seen as now. Only a
// fault of the preview's own is an error; what is wrong with the sources becomes
// part of the version.
func (p *preview) update(ctx context.Context, now state, rebuild bool) error {
	var problems []error
	if rebuild && p.opts.Rebuild != nil {
		problems = timeline.Problems(p.opts.Rebuild(ctx))
		after, err := p.watcher.scan()
		if err != nil {
			return err
		}
		now.site = after.site // what Rebuild wrote is part of this build
	}
	p.built = now
	if p.opts.Check != nil {
		problems = append(problems, timeline.Problems(p.opts.Check(ctx))...)
	}
	root, err := p.build(ctx)
	if ctx.Err() != nil {
		return closeRoot(root)
	}
	problems = inOrder(append(problems, timeline.Problems(err)...))
	for _, problem := range problems {
		fmt.Fprintln(p.log, problem)
	}
	return p.replace(root, problems)
}

// build builds the site into a new folder, and opens that.
func (p *preview) build(ctx context.Context) (*os.Root, error) {
	p.builds++
	dir := filepath.Join(p.temp, strconv.Itoa(p.builds))
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, fmt.Errorf("make folder for the preview: %w", err)
	}
	opts := Options{Dir: p.dir, BaseURL: p.base.String(), Environment: p.opts.Environment}
	err := withProject(ctx, opts, newProgress(nil), func(project *project) error {
		if err := project.render(ctx, dir, newProgress(nil)); err != nil {
			return err
		}
		for _, warning := range project.log.warnings() {
			fmt.Fprintf(p.log, "warning: %v\n", warning)
		}
		fmt.Fprintf(p.log, "built: %d pages\n", project.pages())
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return os.OpenRoot(dir)
}

// replace makes a version current: a new site where there is one, else the same
// with other problems. The site that was current stays for the requests under way;
// the one before it goes.
func (p *preview) replace(root *os.Root, problems []error) error {
	current, _ := p.live.now()
	next := version{number: current.number, root: current.root, problems: shown(problems)}
	if root == nil && current.root != nil {
		p.live.set(next)
		return nil
	}
	if p.older != nil {
		if err := errors.Join(p.older.Close(), os.RemoveAll(p.older.Name())); err != nil {
			return fmt.Errorf("remove old preview: %w", err)
		}
	}
	p.older = current.root
	next.number, next.root = current.number+1, root
	p.live.set(next)
	return nil
}

func closeRoot(root *os.Root) error {
	if root == nil {
		return nil
	}
	return root.Close()
}
