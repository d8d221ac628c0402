package site

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed preview
var previewFiles embed.FS

// own is the folder, below the site's, of what the server itself serves.
const own = "_dateline/"

// policy is the Content-Security-Policy that a published site works under too.
// The server's own script comes from 'self' and needs nothing more.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'self'"

// server serves the current version below base, read-only.
type server struct {
	base    string // path, with a slash at both ends
	live    *live
	answers func(host string) bool
	page    *template.Template
}

func newServer(base string, live *live, answers func(host string) bool) (*server, error) {
	page, err := template.ParseFS(previewFiles, "preview/problems.html")
	if err != nil {
		return nil, err
	}
	return &server{base: base, live: live, answers: answers, page: page}, nil
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Security-Policy", policy)
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Cache-Control", "no-store")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	if !s.answers(r.Host) {
		http.Error(w, "unknown host", http.StatusForbidden)
		return
	}
	name, below := strings.CutPrefix(r.URL.Path, s.base)
	switch {
	case !below && (r.URL.Path == "/" || r.URL.Path+"/" == s.base):
		s.redirect(w, s.base)
	case !below:
		http.NotFound(w, r)
	case name == own+"events":
		s.live.events(w, r)
	case strings.HasPrefix(name, own):
		s.ownFile(w, r, strings.TrimPrefix(name, own))
	default:
		s.file(w, r, name)
	}
}

func (s *server) redirect(w http.ResponseWriter, to string) {
	w.Header().Set("Location", (&url.URL{Path: to}).EscapedPath())
	w.WriteHeader(http.StatusFound)
}

// ownFile serves one of the server's own files.
func (s *server) ownFile(w http.ResponseWriter, r *http.Request, name string) {
	if name != "reload.js" && name != "problems.css" {
		http.NotFound(w, r)
		return
	}
	http.ServeFileFS(w, r, previewFiles, "preview/"+name)
}

// file serves one file of the site: the index of a folder, no list of it.
func (s *server) file(w http.ResponseWriter, r *http.Request, name string) {
	v, _ := s.live.now()
	if v.root == nil {
		s.problems(w, r, v)
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, err := open(v, name)
	if errors.Is(err, errFolder) {
		s.redirect(w, s.base+name+"/")
		return
	}
	status := http.StatusOK
	if err != nil {
		name, status = "404.html", http.StatusNotFound
		if f, err = open(v, name); err != nil {
			http.NotFound(w, r)
			return
		}
	}
	defer f.Close()
	if contentType := mediaType(name); contentType != "" {
		w.Header().Set("Content-Type", contentType)
	}
	if path.Ext(name) != ".html" {
		http.ServeContent(w, r, name, time.Time{}, f)
		return
	}
	html, err := io.ReadAll(f)
	if err != nil {
		http.Error(w, "cannot read "+name, http.StatusInternalServerError)
		return
	}
	s.html(w, r, v, status, html)
}

var errFolder = errors.New("a folder")

// open opens a file of the site. Names that climb out of it, or that are none,
// are not there.
func open(v version, name string) (file interface {
	io.ReadSeeker
	io.Closer
}, err error) {
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return nil, fs.ErrNotExist
	}
	f, err := v.root.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = errFolder
	case !info.Mode().IsRegular():
		err = fs.ErrNotExist
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// html writes a page with the reload script in it.
func (s *server) html(w http.ResponseWriter, r *http.Request, v version, status int, page []byte) {
	page = s.inject(page, v)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(page) // a browser that went away is no error of ours
	}
}

// inject adds the reload script at the end of the page's head, or of the page.
func (s *server) inject(page []byte, v version) []byte {
	script := `<script src="` + template.HTMLEscapeString(s.base+own+"reload.js?version="+s.live.name(v)) + `" defer></script>`
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], []byte(script), page[at:])
}

// problems writes the page that stands in for a site never built yet.
func (s *server) problems(w http.ResponseWriter, r *http.Request, v version) {
	var page bytes.Buffer
	err := s.page.Execute(&page, struct {
		Own      string
		Problems []problem
	}{s.base + own, v.problems})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.html(w, r, v, http.StatusInternalServerError, page.Bytes())
}

// mediaType is the type of what a site publishes, the same on every machine; ""
// leaves it to the system.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json", ".geojson":
		return "application/json"
	case ".xml":
		return "application/xml"
	case ".svg":
		return "image/svg+xml"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".md":
		return "text/plain; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	}
	return mime.TypeByExtension(path.Ext(name))
}
