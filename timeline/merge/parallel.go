package merge

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parts calls f with the parts of [0, n), on all cores, each with the number
// of the part and how the part begins and ends. What f does in one part must
// not depend on another.
func parts(n int, f func(part, from, to int)) {
	size := max(1, (n+maxParts-1)/maxParts)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, n/aPart)) {
		workers.Go(func() {
			for {
				part := int(next.Add(1)) - 1
				if part*size >= n {
					return
				}
				f(part, part*size, min(n, (part+1)*size))
			}
		})
	}
	workers.Wait()
}

// maxParts is the most parts there are, however many cores: what is gathered
// by part is in the same order on every machine. aPart is how much work is
// worth a core.
const (
	maxParts = 64
	aPart    = 500
)
