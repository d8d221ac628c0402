package site

import "sync"

// progress hands what a build does to the caller's function, one call at a time.
type progress struct {
	mu   sync.Mutex
	tell func(stage string, done, total int)
	name string
	done int
}

func newProgress(tell func(stage string, done, total int)) *progress {
	if tell == nil {
		tell = func(string, int, int) {}
	}
	return &progress{tell: tell}
}

// stage begins the stage of that name.
func (p *progress) stage(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.name, p.done = name, 0
	p.tell(p.name, 0, 0)
}

// step counts one file of the stage that runs.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.tell(p.name, p.done, 0)
}
