package pipeline

import (
	"reflect"
	"strings"
	"sync"
)

// texts keeps what results say in memory of its own, so that a result does not
// hold on to the document it came from. Short strings, which are mostly words
// that many documents use, are kept once. It is safe for concurrent use.
type texts struct {
	shards [64]struct {
		sync.Mutex
		kept map[string]string
	}
}

// maxShared is the length in bytes up to which strings are kept once.
const maxShared = 40

func newTexts() *texts {
	t := &texts{}
	for i := range t.shards {
		t.shards[i].kept = map[string]string{}
	}
	return t
}

// keep gives every string in v, which can be set, memory of its own, and cuts
// every slice to its length.
func (t *texts) keep(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(t.copy(v.String()))
	case reflect.Slice:
		if v.Len() < v.Cap() {
			exact := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(exact, v)
			v.Set(exact)
		}
		for i := range v.Len() {
			t.keep(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); field.CanSet() {
				t.keep(field)
			}
		}
	}
}

func (t *texts) copy(s string) string {
	if len(s) > maxShared {
		return strings.Clone(s)
	}
	shard := &t.shards[sum(s)%uint64(len(t.shards))]
	shard.Lock()
	defer shard.Unlock()
	kept, ok := shard.kept[s]
	if !ok {
		kept = strings.Clone(s)
		shard.kept[kept] = kept
	}
	return kept
}

// sum is the FNV-1a hash of s, the same in every run.
func sum(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
