package content_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/timeline"
	"dateline/timeline/content"
)

var update = flag.Bool("update", false, "rewrite expected files in testdata/script")

// The scripts know, beside the standard commands:
//
//	documents FILE   Write what FILE says; prints the report, and problems to stderr
//	read             prints what Read gives as JSON, and problems to stderr
//	replace FILE OLD NEW   replaces the one OLD in FILE
//	keep FILE…       remembers the bytes of files
//	same FILE…       compares with the bytes remembered
//	bom FILE         puts a byte order mark before a file
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"documents": documentsCommand,
			"read":      readCommand,
			"replace":   replaceCommand,
			"keep":      keepCommand,
			"same":      sameCommand,
			"bom":       bomCommand,
		},
	})
}

// chronology is what a script's JSON files hold.
type chronology struct {
	Events  []timeline.Event  `json:"events"`
	Sources []timeline.Source `json:"sources"`
}

func documentsCommand(ts *testscript.TestScript, neg bool, args []string) {
	var c chronology
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &c))
	for i := range c.Events {
		e := &c.Events[i]
		e.Kind, e.Basis, e.Status = timeline.KindEvent, timeline.BasisExpression, timeline.StatusProposed
		if e.Importance == 0 {
			e.Importance = 0.5
		}
		for j := range e.Citations {
			if c := &e.Citations[j]; c.When.IsZero() {
				c.When = e.When
			}
		}
	}
	report, err := content.Write(ts.Getenv("WORK"), c.Events, c.Sources)
	printReport(ts.Stdout(), relative(ts), report)
	finish(ts, neg, err)
}

// relative gives paths without the folder of the script.
func relative(ts *testscript.TestScript) func(string) string {
	return strings.NewReplacer(ts.Getenv("WORK")+string(filepath.Separator), "", `\`, "/").Replace
}

func finish(ts *testscript.TestScript, neg bool, err error) {
	for _, e := range timeline.Problems(err) {
		fmt.Fprintln(ts.Stderr(), relative(ts)(e.Error()))
	}
	if neg != (err != nil) {
		ts.Fatalf("got error %v", err)
	}
}

func printReport(w io.Writer, name func(string) string, r content.Report) {
	for _, list := range []struct {
		what  string
		paths []string
	}{{"written", r.Written}, {"updated", r.Updated}, {"unchanged", r.Unchanged}, {"removed", r.Removed}, {"deleted", r.Deleted}} {
		for _, p := range list.paths {
			fmt.Fprintln(w, list.what, name(p))
		}
	}
	for _, k := range r.Kept {
		gone := ""
		if k.Gone {
			gone = " (gone)"
		}
		fmt.Fprintf(w, "kept %s%s\n", name(k.Path), gone)
		for _, f := range k.Fields {
			changed := ""
			if f.New {
				changed = " (new)"
			}
			fmt.Fprintf(w, "  %s: %q, documents %q%s\n", f.Field, f.Yours, f.Documents, changed)
		}
	}
	if r.Fatal {
		fmt.Fprintln(w, "fatal")
	}
}

func readCommand(ts *testscript.TestScript, neg bool, args []string) {
	events, sources, err := content.Read(ts.Getenv("WORK"))
	e := json.NewEncoder(ts.Stdout())
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	ts.Check(e.Encode(chronology{events, sources}))
	finish(ts, neg, err)
}

func replaceCommand(ts *testscript.TestScript, neg bool, args []string) {
	unquote := strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace
	old, with, text := unquote(args[1]), unquote(args[2]), ts.ReadFile(args[0])
	if strings.Count(text, old) != 1 {
		ts.Fatalf("%s holds %q %d times, want once", args[0], old, strings.Count(text, old))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, with, 1)), 0o666))
}

func keepCommand(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		ts.Setenv("kept:"+name, ts.ReadFile(name))
	}
}

func sameCommand(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		if now := ts.ReadFile(name); (now == ts.Getenv("kept:"+name)) == neg {
			ts.Fatalf("%s: unexpected bytes:\n%s", name, now)
		}
	}
}

func bomCommand(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\uFEFF"+ts.ReadFile(args[0])), 0o666))
}
