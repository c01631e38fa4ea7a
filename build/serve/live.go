package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// The addresses of what is no part of the site.
const (
	scriptPath   = "/.publish/overlay.js"
	stylePath    = "/.publish/overlay.css"
	eventsPath   = "/.publish/events"
	problemsPath = "/.publish/problems"
)

//go:embed overlay.js
var script []byte

//go:embed overlay.css
var style []byte

// Told is what a page shows over itself.
type Told struct {
	Summary  string    `json:"summary"` // "2 problems in 1 file"
	Problems []Problem `json:"problems"`
}

// Problem is one of them. Page and Anchor say which page of the site shows what
// the problem is about, as far as that is known, and where.
type Problem struct {
	Place    string `json:"place"`    // "dataset/person/ada.yaml:9:13"
	Severity string `json:"severity"` // error or warning
	Rule     string `json:"rule,omitempty"`
	Message  string `json:"message"`
	Excerpt  string `json:"excerpt,omitempty"` // the line, and a caret below it
	Help     string `json:"help,omitempty"`
	Page     string `json:"page,omitempty"`   // "person/ada/"
	Anchor   string `json:"anchor,omitempty"` // "p-born"
}

// live adds the script and its style to a page. The page's own policy lets the
// site's files run and be asked for, and so need not be loosened. Published
// pages never have them.
func live(page []byte) []byte {
	tags := []byte(`<link rel="stylesheet" href="` + stylePath + `"><script src="` + scriptPath + `" defer></script></head>`)
	return bytes.Replace(page, []byte("</head>"), tags, 1)
}

// waiting is what is shown as long as no build has succeeded.
var waiting = live([]byte(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>publish serve</title>
</head>
<body>
<p>No build has succeeded yet. The page comes by itself when one has.</p>
</body>
</html>
`))

func (s *Server) serveTold(w http.ResponseWriter) {
	s.mu.Lock()
	told := s.told
	s.mu.Unlock()
	if told.Problems == nil {
		told.Problems = []Problem{}
	}
	w.Header().Set("Content-Type", mediaTypes[".json"])
	json.NewEncoder(w).Encode(told)
}

// sendEvents tells one page, as server-sent events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html), that the
// site has changed, or what is to be shown over it.
func (s *Server) sendEvents(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	out.SetWriteDeadline(time.Time{}) // events come for as long as the page is open
	shown, changed := s.count()
	fmt.Fprint(w, "retry: 500\n\n")
	out.Flush()
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-alive.C:
			fmt.Fprint(w, ": alive\n\n")
		case <-changed:
			var now int
			event := "told"
			if now, changed = s.count(); now != shown {
				event = "changed"
			}
			shown = now
			fmt.Fprintf(w, "event: %s\ndata: now\n\n", event)
		}
		out.Flush()
	}
}
