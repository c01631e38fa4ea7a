package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"time"
)

const (
	scriptPath = "/.publish/reload.js"
	eventsPath = "/.publish/events"
)

// script loads the page again when the site has changed. Trouble with the
// connection is left to the browser, which tries again by itself.
const script = `new EventSource("` + eventsPath + `").addEventListener("changed", () => location.reload());
`

// live adds the script to a page. The page's own policy lets the site's files
// run and be asked for, and so need not be loosened. Published pages never have
// the script.
func live(page []byte) []byte {
	tag := []byte(`<script src="` + scriptPath + `" defer></script></head>`)
	return bytes.Replace(page, []byte("</head>"), tag, 1)
}

// sendReload tells one page, as server-sent events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html), that the
// site has changed.
func sendReload(w http.ResponseWriter, r *http.Request, changed <-chan struct{}) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 500\n\n")
	out.Flush()
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-changed:
			fmt.Fprint(w, "event: changed\ndata: now\n\n")
			out.Flush()
			return
		case <-alive.C:
			fmt.Fprint(w, ": alive\n\n")
			out.Flush()
		}
	}
}
