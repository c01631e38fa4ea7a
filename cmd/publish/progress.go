package main

import (
	"fmt"
	"sync"
	"time"
)

// progress shows on a terminal what a command is at, once it has taken more
// than a second. It is silent elsewhere.
type progress struct {
	t     terminal
	mu    sync.Mutex
	stage string
	timer *time.Timer
	shown bool
}

func newProgress(t terminal) *progress {
	p := &progress{t: t}
	if isTerminal(t.err) {
		p.timer = time.AfterFunc(time.Second, p.show)
	}
	return p
}

func (p *progress) at(stage string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stage = stage
	if p.shown {
		fmt.Fprintf(p.t.err, "\r\x1b[K%s …", p.stage)
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = true
	fmt.Fprintf(p.t.err, "\r\x1b[K%s …", p.stage)
}

func (p *progress) done() {
	if p.timer == nil {
		return
	}
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.t.err, "\r\x1b[K")
	}
	p.shown = false
}
