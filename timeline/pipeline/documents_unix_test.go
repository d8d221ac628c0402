//go:build unix

package pipeline

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dateline/timeline/document"
)

// A pipe would be waited on for ever.
func TestPipesAreNotRead(t *testing.T) {
	dir := lay(t, map[string]string{"in.txt": "It was on 3 May 2021."})
	for _, name := range []string{"pipe.txt", MetadataFile} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o666); err != nil {
			t.Skip(err)
		}
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		_, err := Extract(t.Context(), Options{Documents: dir})
		want := filepath.Join(dir, MetadataFile) + ": cannot be read: it is no file"
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
		if _, _, err := Explain(filepath.Join(dir, "pipe.txt"), document.Metadata{}); err == nil {
			t.Error("Explain read a pipe")
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("a pipe is waited on")
	}
}
