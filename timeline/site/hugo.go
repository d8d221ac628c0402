package site

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/rogpeppe/go-internal/lockedfile"
	"github.com/spf13/afero"
	"github.com/spf13/fsync"

	"dateline/timeline"
)

// project is a Hugo project with its configuration read.
type project struct {
	dir     string // absolute
	flags   config.Provider
	configs *allconfig.Configs
	log     *hugoLog
	sites   *hugolib.HugoSites // nil until rendered
}

// load reads the configuration of the project in opts.Dir as the hugo command
// would, flags included.
func load(opts Options) (*project, error) {
	dir, err := absolute(opts.Dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("open site: %w", err)
	} else if !info.IsDir() || dir == filepath.Dir(dir) {
		return nil, fmt.Errorf("open site: %s is no folder of a site", dir)
	}
	p := &project{dir: dir, flags: config.New(), log: newHugoLog(dir)}
	env := environment(opts.Environment)
	p.flags.Set("workingDir", dir)
	p.flags.Set("environment", env)
	if opts.BaseURL != "" {
		p.flags.Set("baseURL", opts.BaseURL)
	}
	p.configs, err = allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags: p.flags, Fs: hugofs.Os, Logger: p.log.logger(nil),
		ConfigDir: "config", Environment: env, Environ: os.Environ(),
	})
	if err != nil {
		return nil, p.log.failure(err)
	}
	if len(p.configs.LoadingInfo.ConfigFiles) == 0 {
		return nil, &timeline.Problem{Path: "hugo.yaml", Message: fmt.Sprintf(
			"there is no configuration in %s (dateline new lays out a new chronology)", dir)}
	}
	return p, nil
}

// environment resolves the build environment in the order of the hugo command.
func environment(chosen string) string {
	for _, name := range []string{chosen, os.Getenv("HUGO_ENVIRONMENT"), os.Getenv("HUGO_ENV")} {
		if name != "" {
			return name
		}
	}
	return "production"
}

// lock keeps other processes from building the same project. It is the file that
// Hugo locks, held here from before the first write until after the swap.
func (p *project) lock() (unlock func(), err error) {
	if p.configs.Base.NoBuildLock {
		return func() {}, nil
	}
	unlock, err = lockedfile.MutexAt(filepath.Join(p.dir, ".hugo_build.lock")).Lock()
	if err != nil {
		return nil, fmt.Errorf("lock build: %w", err)
	}
	return unlock, nil
}

// render writes the whole site into dir, an absolute and empty folder.
func (p *project) render(ctx context.Context, dir string, progress *progress) (err error) {
	defer func() {
		// A template can drive Hugo into a panic; that is the site's fault.
		if r := recover(); r != nil {
			err = p.log.failure(fmt.Errorf("hugo stopped: %v", r))
		}
	}()
	for _, key := range []string{"publishDir", "publishDirStatic", "publishDirDynamic"} {
		p.flags.Set(key, dir)
	}
	out := hugofs.WrapFilesystem(&countingFs{hugofs.Os, progress}, hugofs.Os)
	p.sites, err = hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    p.configs,
		Fs:         hugofs.NewFromSourceAndDestination(hugofs.Os, out, p.flags),
		TestLogger: p.log.logger(p.configs.GetFirstLanguageConfig().IgnoredLogs()),
	})
	if err != nil {
		return p.log.failure(err)
	}
	progress.stage("static files")
	if err := p.copyStatic(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	progress.stage("pages")
	if err := p.sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return p.log.failure(err)
	}
	return nil
}

// copyStatic copies the static folders of project and themes, which Hugo's Build
// leaves to its command.
func (p *project) copyStatic() error {
	static := p.sites.BaseFs.SourceFilesystems.Static
	for _, lang := range slices.Sorted(maps.Keys(static)) {
		from := static[lang]
		syncer := fsync.NewSyncer()
		syncer.SrcFs, syncer.DestFs = from.Fs, p.sites.Fs.PublishDirStatic
		syncer.NoTimes, syncer.NoChmod = p.configs.Base.NoTimes, p.configs.Base.NoChmod
		syncer.ChmodFilter = func(_, src os.FileInfo) bool {
			return src.IsDir() || src.Mode().Perm()&0o200 == 0
		}
		to := filepath.Join(string(filepath.Separator), from.PublishFolder)
		err := syncer.Sync(to, string(filepath.Separator))
		if err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("copy static files: %w", err)
		}
	}
	return nil
}

// pages counts the pages that Hugo knows.
func (p *project) pages() int {
	return len(p.sites.Pages())
}

func (p *project) close() {
	if p.sites != nil {
		p.sites.Close()
	}
}

// countingFs counts the files created in it.
type countingFs struct {
	afero.Fs
	progress *progress
}

func (fs *countingFs) Create(name string) (afero.File, error) {
	fs.progress.step()
	return fs.Fs.Create(name)
}

func (fs *countingFs) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if flag&os.O_CREATE != 0 {
		fs.progress.step()
	}
	return fs.Fs.OpenFile(name, flag, perm)
}
