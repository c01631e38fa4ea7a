// Package reach asks whether addresses on the web still answer, and does so
// politely: one request at a time to a host, with a pause between two, with a
// name by which its owner can be found, and not again for what was asked lately.
//
// It knows nothing of sources. It never reads what an address holds.
package reach

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// Answer is what an address answered.
type Answer struct {
	Status  int       `json:"status,omitempty"`  // of HTTP (RFC 9110); 0: there was no answer
	Moved   string    `json:"moved,omitempty"`   // where it leads to now
	Trouble string    `json:"trouble,omitempty"` // why there was no answer
	At      time.Time `json:"at"`                // when it was asked
}

// Fine reports whether there is something at the address, as far as one can
// tell: a host may refuse who is no browser, and mean nothing by it.
func (a Answer) Fine() bool { return a.Status >= 200 && a.Status < 400 }

// Gone reports whether the host says that there is nothing.
func (a Answer) Gone() bool { return a.Status == http.StatusNotFound || a.Status == http.StatusGone }

// Asker asks. All of it is said by the caller: there is no zero Asker.
type Asker struct {
	Transport http.RoundTripper
	Agent     string            // the User-Agent: who asks, and where to complain
	Pause     time.Duration     // between two requests to a host
	Patience  time.Duration     // for one answer
	Now       func() time.Time  // the clock
	Known     map[string]Answer // what was answered before, by address
	Fresh     time.Duration     // how long what was answered holds; trouble holds a seventh of it
}

// hosts is how many hosts are asked at a time.
const hosts = 8

// Ask asks all the addresses and returns the answers by address. Answers that
// are known and fresh are not asked for again. A context that is cancelled ends
// it with what there is.
func (a *Asker) Ask(ctx context.Context, addresses []string) map[string]Answer {
	answers := map[string]Answer{}
	byHost := map[string][]string{}
	var order []string
	for _, address := range addresses {
		if known, ok := a.Known[address]; ok && a.fresh(known) {
			answers[address] = known
			continue
		}
		u, err := url.Parse(address)
		if err != nil || u.Hostname() == "" || slices.Contains(byHost[u.Hostname()], address) {
			continue
		}
		if byHost[u.Hostname()] == nil {
			order = append(order, u.Hostname())
		}
		byHost[u.Hostname()] = append(byHost[u.Hostname()], address)
	}
	var mu sync.Mutex
	var asking sync.WaitGroup
	room := make(chan struct{}, hosts)
	for _, host := range order {
		asking.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			for i, address := range byHost[host] {
				if i > 0 && !sleep(ctx, a.Pause) {
					return
				}
				answer := a.one(ctx, address)
				if ctx.Err() != nil {
					return
				}
				mu.Lock()
				answers[address] = answer
				mu.Unlock()
			}
		})
	}
	asking.Wait()
	return answers
}

func (a *Asker) fresh(known Answer) bool {
	holds := a.Fresh
	if !known.Fine() {
		holds /= 7
	}
	age := a.Now().Sub(known.At)
	return age >= 0 && age < holds
}

// one asks one address: with HEAD and, where a host does not know that, GET.
func (a *Asker) one(ctx context.Context, address string) Answer {
	answer := a.request(ctx, http.MethodHead, address)
	if answer.Status >= 400 && sleep(ctx, a.Pause) {
		answer = a.request(ctx, http.MethodGet, address)
	}
	return answer
}

func (a *Asker) request(ctx context.Context, method, address string) Answer {
	answer := Answer{At: a.Now().UTC().Truncate(time.Second)}
	ctx, cancel := context.WithTimeout(ctx, a.Patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		answer.Trouble = err.Error()
		return answer
	}
	r.Header.Set("User-Agent", a.Agent)
	client := http.Client{Transport: a.Transport}
	response, err := client.Do(r)
	if err != nil {
		answer.Trouble = inWords(err)
		return answer
	}
	response.Body.Close()
	answer.Status = response.StatusCode
	if now := response.Request.URL.String(); now != address {
		answer.Moved = now
	}
	return answer
}

// inWords says why there was no answer, without the address.
func inWords(err error) string {
	var dns *net.DNSError
	var wrapped *url.Error
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no host " + dns.Name
	case errors.Is(err, context.DeadlineExceeded):
		return "no answer in time"
	case errors.As(err, &wrapped):
		return wrapped.Err.Error()
	}
	return err.Error()
}

// sleep waits; it reports whether the context is still there.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
