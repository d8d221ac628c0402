package site

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// ServeOptions say what to preview and where.
type ServeOptions struct {
	Dir         string
	Bind        string // address to listen on; "" is 127.0.0.1
	Port        int    // the next free one where it is taken; 0 is any
	BaseURL     string // address to pretend to have; its path is served; "" is the root of the local one
	Environment string // "" is HUGO_ENVIRONMENT or HUGO_ENV where set, else "development"

	// Rebuild, when set, runs before the first build and before each build that
	// follows a change in one of the folders or files Watch, which are relative to Dir. It
	// may write into the site's own folders. Its errors are shown, and the site is
	// built all the same.
	Rebuild func(context.Context) error
	Watch   []string
	// Check, when set, runs before each build: its errors are shown like those of
	// Rebuild, each once.
	Check func(context.Context) error

	Ready func(url string) // when set, called once the first version is served
	Log   io.Writer        // what is going on, a line each; nil is nowhere
}

// Serve builds the site into a folder of its own and serves it on this machine
// until ctx ends, which is no error. Whenever something that the site is made of
// changes, it is built again and the browsers reload; when that fails, they show
// why, over the last site that could be built.
//
// Only a change of the project's sources counts: content, config, themes and the
// project's own layouts, assets, static, i18n and data, also where they appear
// later. The published site and its folder are never touched, and the files served
// are those that Build publishes, save one script added to each page on its way.
func Serve(ctx context.Context, opts ServeOptions) (err error) {
	p, err := newPreview(opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.close()) }()
	listener, err := listen(p.opts.Bind, opts.Port)
	if err != nil {
		return err
	}
	defer listener.Close()
	if err := p.locate(listener.Addr()); err != nil {
		return err
	}
	if err := p.first(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the event streams, which Shutdown would wait for
	httpServer, served, err := p.accept(ctx, listener)
	if err != nil {
		return err
	}
	err = p.follow(ctx, served)
	cancel()
	return errors.Join(err, stop(httpServer))
}

// preview is one running Serve.
type preview struct {
	opts    ServeOptions
	dir     string
	log     io.Writer
	watcher *watcher
	live    *live
	base    *url.URL // what the site takes for its address
	local   string   // where it is to be had

	temp   string   // folder of the sites built
	builds int      // how many were begun
	older  *os.Root // the site before the current one, for requests under way
	built  state    // what the last build was made of
}

func newPreview(opts ServeOptions) (*preview, error) {
	dir, err := absolute(opts.Dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("open site: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("open site: %s is no folder", dir)
	}
	if opts.Bind == "" {
		opts.Bind = "127.0.0.1"
	}
	if opts.Environment == "" && environment("") == "production" {
		opts.Environment = "development"
	}
	p := &preview{opts: opts, dir: dir, log: opts.Log, live: newLive(rand.Text())}
	if p.log == nil {
		p.log = io.Discard
	}
	if p.watcher, err = newWatcher(dir, p.sources(), p.inputs()); err != nil {
		return nil, err
	}
	if p.temp, err = os.MkdirTemp("", "dateline-serve-"); err != nil {
		return nil, errors.Join(fmt.Errorf("make folder for the preview: %w", err), p.watcher.close())
	}
	return p, nil
}

// sources lists the folders whose files the site is built from.
func (p *preview) sources() []string {
	var all []string
	for _, name := range []string{"content", "config", "layouts", "assets", "static", "i18n", "data", "themes"} {
		all = append(all, filepath.Join(p.dir, name))
	}
	return all
}

// inputs lists the folders whose changes call for Rebuild.
func (p *preview) inputs() []string {
	var all []string
	for _, name := range p.opts.Watch {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.dir, name)
		}
		all = append(all, filepath.Clean(name))
	}
	return all
}

// listen takes the port, or the next one that is free.
func listen(bind string, port int) (net.Listener, error) {
	const tries = 100
	for try := range tries {
		listener, err := net.Listen("tcp", net.JoinHostPort(bind, strconv.Itoa(port+try)))
		if err == nil || port == 0 || try == tries-1 || !errors.Is(err, syscall.EADDRINUSE) {
			return listener, err
		}
	}
	return nil, errors.New("listen: no port is free")
}

// locate settles the addresses, once the port is known.
func (p *preview) locate(addr net.Addr) error {
	base, err := url.Parse(p.opts.BaseURL)
	if err != nil {
		return fmt.Errorf("read base URL: %w", err)
	}
	_, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return fmt.Errorf("read address: %w", err)
	}
	host := p.opts.Bind
	if ip := net.ParseIP(host); ip != nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		host = "localhost"
	}
	local := &url.URL{Scheme: "http", Host: net.JoinHostPort(host, port), Path: "/" + strings.Trim(base.Path, "/") + "/"}
	if local.Path == "//" {
		local.Path = "/"
	}
	if base.Host == "" || base.Hostname() == "localhost" && base.Port() == "" {
		base.Scheme, base.Host = local.Scheme, local.Host
	}
	base.Path = local.Path
	p.base, p.local = base, local.String()
	return nil
}

// accept begins to serve; the channel tells of the server's end.
func (p *preview) accept(ctx context.Context, listener net.Listener) (*http.Server, <-chan error, error) {
	handler, err := newServer(p.base.Path, p.live, p.answers)
	if err != nil {
		return nil, nil, err
	}
	httpServer := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	served := make(chan error, 1)
	go func() { served <- httpServer.Serve(listener) }()
	fmt.Fprintf(p.log, "serving at %s (stop with Ctrl-C)\n", p.local)
	if p.opts.Ready != nil {
		p.opts.Ready(p.local)
	}
	return httpServer, served, nil
}

// answers reports whether a request for that host is meant for this server: one
// that names this machine or the site's own address, unless other machines were
// invited. A page elsewhere could point a name of its own here and read along.
func (p *preview) answers(host string) bool {
	if ip := net.ParseIP(p.opts.Bind); ip == nil || !ip.IsLoopback() {
		return true
	}
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	return name == "localhost" || strings.HasSuffix(name, ".localhost") ||
		name == p.base.Hostname() || net.ParseIP(name) != nil
}

// stop lets the requests under way finish, for a moment.
func stop(httpServer *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if httpServer.Shutdown(ctx) == nil {
		return nil
	}
	return httpServer.Close()
}

// close removes what the preview made.
func (p *preview) close() error {
	current, _ := p.live.now()
	return errors.Join(p.watcher.close(), closeRoot(current.root), closeRoot(p.older), os.RemoveAll(p.temp))
}
