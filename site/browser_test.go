package site_test

import (
	"context"
	_ "embed"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axe is axe-core by Deque Systems, under the Mozilla Public License 2.0; the
// judges hold it against the version that they use.
//
//go:embed testdata/axe-core/axe.min.js
var axe string

// What only a browser can see, on a page of each kind in each language. The
// judges look at more pages, in more ways.
func TestPagesInABrowser(t *testing.T) {
	files := rendered(t)
	planted := maps.Clone(files)
	entity := "person/carlos-zamora/index.html"
	planted[entity] = strings.Replace(files[entity], "</main>", `<p style="margin:0">Styled</p><img src="https://elsewhere.example/a.png"><p hidden>Unseen</p></main>`, 1)
	start := newBrowser(t)
	host, marred := serve(t, files), serve(t, planted)

	t.Run("a visit is silent", func(t *testing.T) {
		visit := visitor(t, start(t), "zam")
		for _, name := range append(oneOfEachKind(files, ""), oneOfEachKind(files, "es/")...) {
			for _, what := range visit(host, name) {
				t.Errorf("%s: %s", name, what)
			}
		}
		if got := visit(marred, entity); len(got) < 2 {
			t.Errorf("of a style in the page and a picture from elsewhere it is said: %q", got)
		}
	})
	t.Run("axe finds nothing", func(t *testing.T) {
		tab := start(t)
		for i, name := range oneOfEachKind(files, "") {
			for _, what := range violations(t, tab, host+name, looks[i%len(looks)]) {
				t.Errorf("%s: %s", name, what)
			}
		}
		if got := violations(t, tab, marred+entity, looks[0]); len(got) == 0 {
			t.Error("a picture without words passes")
		}
	})
	t.Run("nothing waits for a script to be seen", func(t *testing.T) {
		tab := start(t)
		for _, name := range oneOfEachKind(files, "") {
			for _, what := range unseen(t, tab, host+name) {
				t.Errorf("%s: without JavaScript nobody sees %q", name, what)
			}
		}
		if got := unseen(t, tab, marred+entity); len(got) != 1 {
			t.Errorf("of a hidden paragraph it is said: %q", got)
		}
	})
}

// oneOfEachKind is the largest page of each kind in a language. The kind is
// told by the address.
func oneOfEachKind(files map[string]string, prefix string) []string {
	largest := map[string]string{}
	for name, content := range files {
		below, own := strings.CutPrefix(name, prefix)
		if !own || !strings.HasSuffix(name, ".html") || prefix == "" && strings.HasPrefix(name, "es/") {
			continue
		}
		kind := fmt.Sprint(strings.Split(below, "/")[0], strings.Count(below, "/"), strings.Contains(content, `content="noindex"`))
		if kept := largest[kind]; len(content) > len(files[kept]) || len(content) == len(files[kept]) && name < kept {
			largest[kind] = name
		}
	}
	return slices.Sorted(maps.Values(largest))
}

// serve hosts files as a plain static host does, and returns its address.
func serve(t *testing.T, files map[string]string) string {
	t.Helper()
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, ok := files[strings.TrimPrefix(r.URL.Path, "/sample/")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.URL.Path)))
		// A page that sends its reader on is looked at as if it stayed.
		fmt.Fprint(w, strings.Replace(content, `http-equiv="refresh"`, `name="refresh"`, 1))
	}))
	t.Cleanup(host.Close)
	return host.URL + "/sample/"
}

// newBrowser starts Chromium. What it returns opens a new tab for a test.
func newBrowser(t *testing.T) func(t *testing.T) context.Context {
	t.Helper()
	var found string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			found = at
			break
		}
	}
	if found == "" {
		t.Skip("chromium is not here: the tests in a browser are skipped")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(found), chromedp.NoSandbox, chromedp.DisableGPU,
		// Nothing but this machine has an address.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	browser, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	first, end := chromedp.NewContext(browser)
	t.Cleanup(end)
	if err := chromedp.Do(first); err != nil {
		t.Fatal(err)
	}
	return func(t *testing.T) context.Context {
		tab, shut := chromedp.NewContext(first)
		t.Cleanup(shut)
		return tab
	}
}

// visitor opens pages, types a word into their search, and tells what the
// browser says and which other hosts are asked for something.
func visitor(t *testing.T, tab context.Context, word string) func(host, name string) []string {
	t.Helper()
	var mu sync.Mutex
	var own string
	var heard []string
	say := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, fmt.Sprintf(format, args...))
	}
	do(t, tab, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
		return err
	}))
	err := chromedp.Listen(tab, func(event any) {
		switch e := event.(type) {
		case *log.EventEntryAdded:
			say("log: %s", e.Entry.Text)
		case *runtime.EventConsoleAPICalled:
			say("console: %s", e.Type)
		case *runtime.EventExceptionThrown:
			say("script: %s", e.ExceptionDetails.Text)
		case *network.EventRequestWillBeSent:
			mu.Lock()
			elsewhere := !strings.HasPrefix(e.Request.URL, own)
			mu.Unlock()
			if elsewhere {
				say("asks for %s", e.Request.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return func(host, name string) []string {
		mu.Lock()
		own, heard = host, nil
		mu.Unlock()
		do(t, tab,
			chromedp.Navigate(host+name),
			chromedp.SendKeys(`form[role=search] input`, word),
			void(chromedp.Poll[bool](`document.querySelector('form[role=search] [role=status]').textContent !== ''`)),
		)
		mu.Lock()
		defer mu.Unlock()
		return heard
	}
}

// look is a width and a scheme in which a page is seen.
type look struct {
	width            int64
	feature, setting string
}

var looks = []look{
	{320, "prefers-color-scheme", "light"},
	{1280, "prefers-color-scheme", "dark"},
	{768, "forced-colors", "active"},
}

// violations are what axe finds: WCAG 2.2 AA and best practice.
func violations(t *testing.T, tab context.Context, address string, as look) []string {
	t.Helper()
	do(t, tab,
		chromedp.EmulateViewport(as.width, 800),
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			feature := &emulation.MediaFeature{Name: as.feature, Value: as.setting}
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{feature}})
			return err
		}),
		chromedp.Navigate(address),
		chromedp.Evaluate[chromedp.Void](axe),
	)
	return ask[[]string](t, tab, `axe.run({
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
		resultTypes: ['violations'],
	}).then((found) => found.violations.map((v) => v.id + ': ' + v.help + ' at ' + v.nodes[0].target + ' ' + v.nodes[0].any.map((c) => c.message)))`)
}

// unseen are texts of a page's main part that nobody sees without JavaScript.
// Drawings are not looked at: their words stand beside them.
func unseen(t *testing.T, tab context.Context, address string) []string {
	t.Helper()
	do(t, tab,
		chromedp.EmulateViewport(1280, 800),
		chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			return err
		}),
		chromedp.Navigate(address),
	)
	return ask[[]string](t, tab, `Array.from(document.querySelectorAll('main *:not(svg *)'))
		.filter((e) => !e.checkVisibility() && !e.closest('[aria-hidden], details:not([open])'))
		.map((e) => e.textContent)`)
}

func ask[T any](t *testing.T, tab context.Context, script string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// patience is how long a browser on a busy machine may take for one thing.
const patience = 2 * time.Minute

func do(t *testing.T, tab context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	// The first use of a tab opens it, for longer than this step.
	if err := chromedp.Do(tab); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// void drops what an action answers.
func void[T any](action chromedp.Action[T]) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := action(ctx, target)
		return chromedp.Void{}, err
	}
}
