package script

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
)

// TestScript runs the tests of every file, each by its name.
func TestScript(t *testing.T) {
	files, err := filepath.Glob("testdata/*.test.ts")
	if err != nil || len(files) == 0 {
		t.Fatalf("tests: %v, %v", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".test.ts")
		t.Run(name, func(t *testing.T) { run(t, file) })
	}
}

// run executes a file, which hands over its tests by calling test(name, body),
// and then each of them.
func run(t *testing.T, file string) {
	engine := goja.New()
	type test struct {
		name string
		body goja.Callable
	}
	var tests []test
	hand := func(name string, value goja.Value) {
		body, ok := goja.AssertFunction(value)
		if !ok {
			t.Fatalf("%s is no function", name)
		}
		tests = append(tests, test{name, body})
	}
	if err := engine.Set("test", hand); err != nil {
		t.Fatal(err)
	}
	if _, err := engine.RunScript(file, bundle(t, file)); err != nil {
		t.Fatal(err)
	}
	if len(tests) == 0 {
		t.Fatal("no tests")
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			limit := time.AfterFunc(time.Minute, func() { engine.Interrupt("no end after a minute") })
			defer limit.Stop()
			if _, err := test.body(goja.Undefined()); err != nil {
				t.Error(err)
			}
		})
	}
}

// bundle makes one script of a file and all that it imports.
func bundle(t *testing.T, file string) string {
	t.Helper()
	modules, err := filepath.Abs("../../../assets/ts")
	if err != nil {
		t.Fatal(err)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{file},
		Alias:       map[string]string{"ts": modules},
		Bundle:      true,
		Format:      api.FormatIIFE,
		Target:      api.ES2022,
	})
	for _, problem := range result.Errors {
		t.Errorf("%+v: %s", problem.Location, problem.Text)
	}
	if t.Failed() {
		t.FailNow()
	}
	return string(result.OutputFiles[0].Contents)
}
