// Package serve shows a site on this machine while its facts are edited: it
// serves the last build that succeeded, from memory, and tells open pages to
// load again when a newer one takes its place.
//
// It does not know how a site is built. It answers only to names of this
// machine, so that no page elsewhere can read the facts through a reader's
// browser (DNS rebinding).
package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// Server serves a site. The zero Server serves an empty one.
type Server struct {
	mu      sync.Mutex
	site    layers
	told    Told
	shown   int           // how many sites open pages were told to load
	changed chan struct{} // closed when open pages are to be told something
}

// layers are the parts of a site; a file is looked for in the first part first.
type layers []*Memory

func (l layers) file(name string) ([]byte, bool) {
	for _, part := range l {
		if content, ok := part.File(name); ok {
			return content, true
		}
	}
	return nil, false
}

// Show lets a site, in one part or several, take the place of the one before,
// and open pages load it.
func (s *Server) Show(site ...*Memory) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.site = site
	s.shown++
	s.notify()
}

// Tell lets all pages show something over themselves, in the place of what they
// were told before.
func (s *Server) Tell(told Told) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(told.Problems) == 0 && len(s.told.Problems) == 0 {
		return
	}
	s.told = told
	s.notify()
}

// notify wakes those who tell the pages; s.mu is held.
func (s *Server) notify() {
	if s.changed != nil {
		close(s.changed)
	}
	s.changed = make(chan struct{})
}

// Replace is Show for a site whose pages say nothing new: those that are open
// stay as they are.
func (s *Server) Replace(site ...*Memory) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.site = site
}

// count is how many sites were shown so far, and a channel that closes when
// there is something new to tell.
func (s *Server) count() (int, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changed == nil {
		s.changed = make(chan struct{})
	}
	return s.shown, s.changed
}

func (s *Server) current() layers {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site
}

// Serve answers requests until the context ends.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second, // no request has a body worth waiting for
		WriteTimeout:      time.Minute,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stopped := context.AfterFunc(ctx, func() { server.Close() })
	defer stopped()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ServeHTTP answers with a file of the site.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !local(r.Host) {
		http.Error(w, fmt.Sprintf("this server answers to localhost, not to %q", r.Host), http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case eventsPath:
		s.sendEvents(w, r)
	case problemsPath:
		s.serveTold(w)
	case scriptPath:
		serveContent(w, r, "overlay.js", script)
	case stylePath:
		serveContent(w, r, "overlay.css", style)
	default:
		s.serveSite(w, r)
	}
}

func (s *Server) serveSite(w http.ResponseWriter, r *http.Request) {
	site := s.current()
	if site == nil {
		w.Header().Set("Content-Type", mediaTypes[".html"])
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write(waiting)
		return
	}
	s.serveFile(w, r, site)
}

func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, site layers) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	content, ok := site.file(name)
	if !ok {
		if _, folder := site.file(path.Join(name, "index.html")); folder {
			http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
			return
		}
		notFound(w, site)
		return
	}
	if strings.HasSuffix(name, ".html") {
		content = live(content)
	}
	serveContent(w, r, name, content)
}

func serveContent(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	if kind := mediaTypes[path.Ext(name)]; kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

func notFound(w http.ResponseWriter, site layers) {
	page, ok := site.file("404.html")
	if !ok {
		page = []byte("not found")
	}
	w.Header().Set("Content-Type", mediaTypes[".html"])
	w.WriteHeader(http.StatusNotFound)
	w.Write(live(page))
}

// mediaTypes are fixed here, as the system's table differs between machines.
var mediaTypes = map[string]string{
	".atom": "application/atom+xml",
	".css":  "text/css; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".xml":  "application/xml",
}

// local reports whether a Host header names this machine.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.Trim(name, "[]")
	ip := net.ParseIP(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || ip != nil && ip.IsLoopback()
}
