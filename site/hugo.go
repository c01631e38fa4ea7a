package site

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"example.org/publish/build/compile"
)

// root is the folder of Hugo's project, in memory.
const root = "/project"

// patience is how long Hugo may take to end once it has given up.
const patience = 2 * time.Second

// draw lets Hugo lay out the pages and write them.
func draw(ctx context.Context, c *compile.Catalog, pages []*Page, to Sink) error {
	out := newOutput(to)
	// What Hugo still writes after an error must not reach the sink.
	defer out.stop()
	sites, log, err := prepare(c, pages, out)
	if err != nil {
		return err
	}
	// After ten errors Hugo v0.165.0 can wait for ever: its workers have left,
	// and the one who brings them pages does not see it (renderPages in
	// site_render.go). So neither the sink nor a cancelled context make errors
	// of Hugo's, and nobody waits for it without end.
	built := make(chan error, 1)
	go func() { built <- sites.Build(hugolib.BuildCfg{NoBuildLock: true}) }()
	select {
	case err = <-built:
	case <-ctx.Done():
		return ctx.Err()
	case <-sites.Done():
		select {
		case err = <-built:
		case <-time.After(patience):
			return explain(ctx, c, pages)
		}
	}
	if err := cmp.Or(ctx.Err(), out.failed()); err != nil {
		return err
	}
	defer sites.Close()
	// Hugo only warns when a layout is missing, and the page is lost.
	if words := log.String(); words != "" {
		return errors.Join(err, fmt.Errorf("hugo: %s", words))
	}
	if err != nil {
		return fmt.Errorf("hugo: %w", err)
	}
	for _, p := range pages {
		if !out.has(file(p.Address)) {
			return fmt.Errorf("hugo did not write the page %q", file(p.Address))
		}
	}
	return nil
}

// explain finds the words for what made many pages fail: it draws the first
// page of each kind with nothing but the pages above it.
func explain(ctx context.Context, c *compile.Catalog, pages []*Page) error {
	seen := map[string]bool{}
	for _, p := range pages {
		if seen[p.Kind] || p.Language != c.Main() {
			continue
		}
		seen[p.Kind] = true
		var few []*Page
		for _, q := range pages {
			if q == p || q.path == "" || strings.Count(q.path, "/") == 1 && strings.HasPrefix(p.path, q.path) {
				few = append(few, q)
			}
		}
		if err := draw(ctx, c, few, discard{}); err != nil {
			return fmt.Errorf("many pages fail: %w", err)
		}
	}
	return errors.New("hugo gave up after ten errors")
}

// discard is a sink that keeps nothing.
type discard struct{ io.Writer }

func (discard) Create(string) (io.WriteCloser, error) { return discard{io.Discard}, nil }
func (discard) Close() error                          { return nil }

// prepare sets Hugo up for the pages. What it says goes to the log.
func prepare(c *compile.Catalog, pages []*Page, out *output) (*hugolib.HugoSites, *logged, error) {
	project, err := newProject(c, pages)
	if err != nil {
		return nil, nil, err
	}
	settings := settings(c)
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:          project,
		Flags:       settings,
		Environment: "production",
		// An empty one lets HUGO_* of the machine in, though not under go test:
		// only a test of the whole command can see it.
		Environ: []string{"_="},
	})
	if err != nil {
		return nil, nil, fmt.Errorf("hugo's settings: %w", err)
	}
	log := &logged{}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs,
		Fs:      hugofs.NewFromSourceAndDestination(project, out, settings),
		StdOut:  log,
		StdErr:  log,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("hugo: %w", err)
	}
	for _, s := range sites.Sites {
		s.Store().Set("pages", newBook(s.Lang(), pages))
	}
	return sites, log, nil
}

// settings are Hugo's: languages and addresses. What Hugo would add by itself
// is off, and nothing may be run or fetched.
func settings(c *compile.Catalog) config.Provider {
	languages := map[string]any{}
	for i, l := range c.Languages {
		languages[l] = map[string]any{"weight": i + 1}
	}
	p := config.New()
	for key, value := range map[string]any{
		"workingDir":                     root,
		"publishDir":                     "public",
		"cacheDir":                       "/cache",
		"baseURL":                        c.Site,
		"timeZone":                       "UTC",
		"languages":                      languages,
		"defaultContentLanguage":         c.Main(),
		"disableDefaultLanguageRedirect": true,
		"disableKinds":                   []string{"taxonomy", "term", "rss", "sitemap", "robotstxt", "404"},
		"security": map[string]any{
			"exec": map[string]any{"allow": "none"},
			"http": map[string]any{"urls": "none", "methods": "none"},
		},
	} {
		p.Set(key, value)
	}
	return p
}

// newProject is Hugo's project: the layouts, and for each page its address and
// its kind. Hugo reads nothing else: the facts are handed to the templates as
// values.
func newProject(c *compile.Catalog, pages []*Page) (afero.Fs, error) {
	project := afero.NewMemMapFs()
	write := func(name string, content []byte) error {
		return afero.WriteFile(project, path.Join(root, name), content, 0o644)
	}
	templates := pages[0].edition.templates
	err := fs.WalkDir(templates, "layouts", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(templates, name)
		if err != nil {
			return err
		}
		return write(name, content)
	})
	if err != nil {
		return nil, err
	}
	// Hugo makes up the pages above those that it is given. When they are not
	// drawn now, it must not write them either.
	for above := range ancestors(c, pages) {
		if err := write(above, []byte(`{"build":{"render":"never"}}`)); err != nil {
			return nil, err
		}
	}
	adapted := map[string]bool{}
	for _, p := range pages {
		section, below, _ := strings.Cut(p.path, "/")
		if below != "" {
			if adapted[section] {
				continue
			}
			adapted[section] = true
			if err := write("content/"+section+"/_content.gotmpl", adapter(section)); err != nil {
				return nil, err
			}
			continue
		}
		front := map[string]any{"type": p.Kind}
		if p.path == missing {
			section, front["url"] = "missing", "/"+p.Address
		}
		matter, err := json.Marshal(front)
		if err != nil {
			return nil, err
		}
		if err := write("content/"+path.Join(section, "_index."+p.Language+".md"), matter); err != nil {
			return nil, err
		}
	}
	return project, nil
}

// ancestors are the files of the pages above the given ones, in each language:
// Hugo makes up those of all languages.
func ancestors(c *compile.Catalog, pages []*Page) map[string]bool {
	files := map[string]bool{}
	for _, section := range sectionsOf(pages) {
		for _, language := range c.Languages {
			files["content/"+path.Join(section, "_index."+language+".md")] = true
		}
	}
	return files
}

// sectionsOf are the first parts of the pages' paths, and the root of them all.
func sectionsOf(pages []*Page) []string {
	sections := []string{""}
	seen := map[string]bool{"": true}
	for _, p := range pages {
		section, _, _ := strings.Cut(p.path, "/")
		if !seen[section] {
			seen[section] = true
			sections = append(sections, section)
		}
	}
	return sections
}

// adapter adds the pages below a section of the site. Only their paths and
// kinds reach Hugo.
func adapter(section string) []byte {
	return fmt.Appendf(nil, `{{ .EnableAllLanguages }}{{ range (.Site.Store.Get "pages").Below %q }}{{ $.AddPage (dict "path" .Name "type" .Kind) }}{{ end }}`, section)
}

// book is the pages of one language, as Hugo's templates find them.
type book struct {
	at    map[string]*Page // by Hugo's path: "/person/ada"
	below map[string][]entry
}

// entry is a page below a section: its name there, and its kind.
type entry struct{ Name, Kind string }

func newBook(language string, pages []*Page) *book {
	b := &book{at: map[string]*Page{}, below: map[string][]entry{}}
	for _, p := range pages {
		if p.Language != language {
			continue
		}
		name := strings.TrimSuffix(p.path, "/")
		if p.path == missing {
			name = "missing"
		}
		b.at["/"+name] = p
		if section, below, ok := strings.Cut(name, "/"); ok {
			b.below[section] = append(b.below[section], entry{below, p.Kind})
		}
	}
	return b
}

// Below lists the pages below a section, for the section's adapter.
func (b *book) Below(section string) []entry { return b.below[section] }

// View is what the page at Hugo's path shows.
func (b *book) View(path string) (*View, error) {
	p, ok := b.at[path]
	if !ok {
		return nil, fmt.Errorf("no page has the path %q", path)
	}
	return p.View(), nil
}

// logged collects what Hugo says.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.TrimSpace(l.b.String())
}
