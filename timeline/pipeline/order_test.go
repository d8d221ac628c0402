package pipeline

import (
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestResultDependsOnNothingButTheDocuments extracts on one core and on many,
// and with the documents read in another order.
func TestResultDependsOnNothingButTheDocuments(t *testing.T) {
	c := newChronology(t, 60)
	c.write("again.txt", "On 3 May 2021 the harbour of Oakport was closed. Ada Quill, the mayor, said on 8 June 2021 that it would open.\n")
	want := c.uncached()
	for _, cores := range []int{1, 2, 3, 16} {
		previous := runtime.GOMAXPROCS(cores)
		got, backwards := c.uncached(), c.backwards()
		runtime.GOMAXPROCS(previous)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("on %d cores (-want +got):\n%s", cores, diff)
		}
		if diff := cmp.Diff(want, backwards); diff != "" {
			t.Errorf("in another order on %d cores (-want +got):\n%s", cores, diff)
		}
	}
}

// backwards is the result of reading and merging the documents from the last to
// the first. Only the lists of sources and of what is undated follow the order,
// and are turned round again.
func (c chronology) backwards() string {
	c.Helper()
	folder, err := open(c.documents)
	if err != nil {
		c.Fatal(err)
	}
	defer folder.close()
	slices.Reverse(folder.files)
	readings, err := folder.readings(c.Context(), nil, nil)
	if err != nil {
		c.Fatal(err)
	}
	unify(readings, nil)
	found := assemble(readings, nil, nil)
	slices.Reverse(found.Sources)
	found.Undated = found.Undated[:0]
	for _, s := range found.Sources {
		found.Undated = append(found.Undated, s.Undated...)
	}
	found.Problems = nil
	return encoded(c.T, found)
}
