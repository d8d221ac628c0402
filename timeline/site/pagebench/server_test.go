package pagebench

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// weight is what a load transfers, in bytes after gzip.
type weight struct {
	HTML, CSS, JS, Data, Other int
}

func (w weight) total() int { return w.HTML + w.CSS + w.JS + w.Data + w.Other }

// server serves a page on the loopback interface and weighs its loads. Each
// file is compressed once, so that a load measures the page and not gzip.
type server struct {
	URL     string
	handler http.Handler

	mu    sync.Mutex
	files map[string]file
	load  weight
}

type file struct {
	status      int
	contentType string
	gzipped     []byte
}

func serve(tb testing.TB, handler http.Handler) *server {
	tb.Helper()
	s := &server{handler: handler, files: map[string]file{}}
	httpServer := httptest.NewServer(s)
	tb.Cleanup(func() {
		httpServer.CloseClientConnections()
		httpServer.Close()
	})
	s.URL = httpServer.URL + "/"
	return s
}

// weigh returns what was transferred since the call before.
func (s *server) weigh() weight {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.load
	s.load = weight{}
	return w
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := s.file(r)
	w.Header().Set("Content-Type", f.contentType)
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(f.status)
	w.Write(f.gzipped)
}

// file asks the handler once for each path, and adds to the load's weight.
func (s *server) file(r *http.Request) file {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.files[r.URL.Path]
	if !ok {
		plain := r.Clone(r.Context())
		plain.Header = http.Header{} // whole, uncompressed and unconditionally
		answer := httptest.NewRecorder()
		s.handler.ServeHTTP(answer, plain)
		f = file{answer.Code, answer.Header().Get("Content-Type"), gzipped(answer.Body.Bytes())}
		s.files[r.URL.Path] = f
	}
	if f.status == http.StatusOK {
		s.load.add(f)
	}
	return f
}

func (w *weight) add(f file) {
	mediaType, _, _ := mime.ParseMediaType(f.contentType)
	switch mediaType {
	case "text/html":
		w.HTML += len(f.gzipped)
	case "text/css":
		w.CSS += len(f.gzipped)
	case "text/javascript", "application/javascript":
		w.JS += len(f.gzipped)
	case "application/json":
		w.Data += len(f.gzipped)
	default:
		w.Other += len(f.gzipped)
	}
}

func gzipped(body []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(body) // a bytes.Buffer takes everything
	z.Close()
	return b.Bytes()
}
