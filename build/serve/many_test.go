package serve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/publish/build/serve"
)

// running serves on this machine until the test ends, and returns the address.
func running(t *testing.T, s *serve.Server) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return listener.Addr().String()
}

// Readers see one build or another, never an error and never parts of two.
func TestManyReadersWhileTheSiteChanges(t *testing.T) {
	const readers, builds, parts = 200, 100, 2000
	build := func(n int) *serve.Memory {
		word := fmt.Sprintf("build-%d ", n)
		return site(t, map[string]string{"index.html": strings.Repeat(word, parts), "data/a.csv": strings.Repeat(word, parts)})
	}
	var s serve.Server
	s.Show(build(0))
	address := running(t, &s)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers}, Timeout: time.Minute}
	changing := make(chan struct{})
	var all sync.WaitGroup
	for reader := range readers {
		all.Go(func() {
			for {
				answer, err := client.Get("http://" + address + []string{"/", "/data/a.csv"}[reader%2])
				if err != nil {
					t.Error(err)
					return
				}
				content, err := io.ReadAll(answer.Body)
				answer.Body.Close()
				words := strings.Fields(string(content))
				if err != nil || answer.StatusCode != http.StatusOK || len(words) != parts {
					t.Errorf("%d, %d words: %v", answer.StatusCode, len(words), err)
					return
				}
				for _, word := range words {
					if word != words[0] {
						t.Errorf("parts of %s and of %s", words[0], word)
						return
					}
				}
				select {
				case <-changing:
					return
				default:
				}
			}
		})
	}
	for n := range builds {
		s.Show(build(n + 1))
		time.Sleep(time.Millisecond)
	}
	close(changing)
	all.Wait()
	client.CloseIdleConnections()
}

func TestWhoeverAsksTooMuchIsSentAway(t *testing.T) {
	var s serve.Server
	s.Show(site(t, map[string]string{"index.html": page}))
	address := running(t, &s)
	for name, test := range map[string]struct{ request, want string }{
		"huge headers":       {"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n", "431"},
		"a huge address":     {"GET /" + strings.Repeat("a", 1<<20) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "431"},
		"two hosts":          {"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "400"},
		"no host":            {"GET / HTTP/1.1\r\n\r\n", "400"},
		"another protocol":   {"\x16\x03\x01\x00\x00", "400"},
		"headers that stop":  {"GET / HTTP/1.1\r\nHost: localhost\r\nX: x", ""},
		"a body never sent":  {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n", "405"},
		"a path out of here": {"GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			connection, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer connection.Close()
			connection.SetDeadline(time.Now().Add(time.Minute))
			go io.WriteString(connection, test.request)
			line, _ := bufio.NewReader(connection).ReadString('\n')
			if got := strings.TrimPrefix(line, "HTTP/1.1 "); test.want == "" && line != "" && !strings.HasPrefix(got, "408") || !strings.HasPrefix(got, test.want) {
				t.Errorf("answered with %q, not with %s", line, test.want)
			}
		})
	}
}
