package reach_test

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"example.org/publish/build/reach"
)

func TestAddressesAreAskedPolitely(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	var at, atMost atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := at.Add(1); n > atMost.Load() {
			atMost.Store(n)
		}
		defer at.Add(-1)
		mu.Lock()
		asked = append(asked, r.Method+" "+r.URL.Path+" "+r.UserAgent())
		mu.Unlock()
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/no-head":
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
			}
		case "/old":
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
		case "/slow":
			select {
			case <-r.Context().Done():
			case <-time.After(5 * time.Second):
			}
		}
	}))
	defer server.Close()
	now := time.Date(2025, 11, 4, 12, 0, 0, 0, time.UTC)
	asker := reach.Asker{
		Transport: http.DefaultTransport, Agent: "publish (+https://example.org/boats/)", Pause: 20 * time.Millisecond,
		Patience: 200 * time.Millisecond, Now: func() time.Time { return now }, Fresh: 7 * 24 * time.Hour,
		Known: map[string]reach.Answer{
			server.URL + "/known": {Status: 200, At: now.Add(-6 * 24 * time.Hour)},
			server.URL + "/stale": {Status: 200, At: now.Add(-8 * 24 * time.Hour)},
			server.URL + "/tried": {Status: 503, At: now.Add(-2 * 24 * time.Hour)},
		},
	}
	var addresses []string
	for _, path := range []string{"/here", "/gone", "/no-head", "/old", "/slow", "/known", "/stale", "/tried", "/here"} {
		addresses = append(addresses, server.URL+path)
	}
	start := time.Now()
	answers := asker.Ask(t.Context(), append(addresses, "https://nowhere.invalid/"))
	for path, want := range map[string]reach.Answer{
		"/here": {Status: 200}, "/gone": {Status: 410}, "/no-head": {Status: 200}, "/old": {Status: 200, Moved: server.URL + "/new"},
		"/slow": {Trouble: "no answer in time"}, "/known": {Status: 200}, "/stale": {Status: 200}, "/tried": {Status: 200},
	} {
		got := answers[server.URL+path]
		if got.Status != want.Status || got.Moved != want.Moved || got.Trouble != want.Trouble {
			t.Errorf("%s: %+v, not %+v", path, got, want)
		}
	}
	if got := answers["https://nowhere.invalid/"]; got.Trouble == "" || got.Fine() || got.Gone() {
		t.Errorf("a host that there is not: %+v", got)
	}
	if atMost.Load() > 1 {
		t.Errorf("%d requests at a time to one host", atMost.Load())
	}
	if took := time.Since(start); took < 8*asker.Pause {
		t.Errorf("all were asked within %v: there was no pause", took)
	}
	mu.Lock()
	defer mu.Unlock()
	for _, one := range asked {
		if one == "HEAD /known publish (+https://example.org/boats/)" {
			t.Error("what is known and fresh was asked again")
		}
	}
	if len(asked) != 10 || asked[0] != "HEAD /here publish (+https://example.org/boats/)" {
		t.Errorf("%d requests: %v", len(asked), asked)
	}
}
