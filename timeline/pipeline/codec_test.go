package pipeline

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"dateline/timeline/edtf"
	"dateline/timeline/event"
	"dateline/timeline/merge"

	"github.com/google/go-cmp/cmp"
)

// filler sets every field of a value to something of its own: strings to
// parts of one text, so that they hold on to it.
type filler struct {
	text string
	n    int
}

func newFiller() *filler {
	var b strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&b, "%06d", i)
	}
	return &filler{text: b.String()}
}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch {
	case v.Type() == dateType:
		v.Set(reflect.ValueOf(edtf.NewYear(1900 + f.n)))
		return
	case v.Kind() == reflect.String:
		v.SetString(f.text[6*f.n : 6*f.n+6*(1+f.n%9)]) // short ones and long ones
	case v.Kind() == reflect.Int:
		v.SetInt(int64(f.n * -1001))
	case v.Kind() == reflect.Float64:
		v.SetFloat(float64(f.n) / 7)
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 8))
		for i := range v.Len() - 1 { // and one left empty
			f.fill(v.Index(i))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	}
}

func filled() (event.Result, string) {
	var r event.Result
	f := newFiller()
	f.fill(reflect.ValueOf(&r).Elem())
	return r, f.text
}

var compareDates = cmp.Comparer(func(a, b edtf.Date) bool { return a == b })

func TestCodecKeepsEveryField(t *testing.T) {
	want, _ := filled()
	for _, want := range []event.Result{want, {}} {
		var got event.Result
		d := decoder{rest: string(encode(nil, reflect.ValueOf(want)))}
		d.decode(reflect.ValueOf(&got).Elem())
		if d.err != nil || d.rest != "" {
			t.Errorf("error %v, %d bytes left", d.err, len(d.rest))
		}
		if diff := cmp.Diff(want, got, compareDates); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestResultsDoNotHoldOnToTheirText(t *testing.T) {
	want, text := filled()
	got, _ := filled()
	got.Proposals = want.Proposals[:3:8]
	newTexts().keep(reflect.ValueOf(&got).Elem())
	if diff := cmp.Diff(want, got, compareDates); diff != "" {
		t.Errorf("the result changed (-want +got):\n%s", diff)
	}
	start := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	eachString(reflect.ValueOf(got), "result", func(path, s string) {
		if at := uintptr(unsafe.Pointer(unsafe.StringData(s))); s != "" && start <= at && at < start+uintptr(len(text)) {
			t.Errorf("%s is still a part of the text", path)
		}
	})
	if cap(got.Proposals) != 3 {
		t.Errorf("the list of proposals has room for %d, and holds 3", cap(got.Proposals))
	}
}

func eachString(v reflect.Value, path string, f func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		f(path, v.String())
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), fmt.Sprintf("%s[%d]", path, i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), path+"."+v.Type().Field(i).Name, f)
		}
	}
}

// FuzzCacheEntry checks that no entry of the cache can stop a run, whatever
// is in it.
func FuzzCacheEntry(f *testing.F) {
	r, _ := filled()
	f.Add(string(encode(nil, reflect.ValueOf(reading{}.source))) + string(encode(nil, reflect.ValueOf(r))))
	f.Add("")
	f.Fuzz(func(t *testing.T, data string) {
		var r reading
		d := decoder{rest: data}
		d.decode(reflect.ValueOf(&r.source).Elem())
		d.decode(reflect.ValueOf(&r.result).Elem())
		if d.err == nil && r.sound(file{path: r.source.Path, id: r.source.ID}) {
			merge.Merge([]event.Result{r.result}, nil)
		}
	})
}
