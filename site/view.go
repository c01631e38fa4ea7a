package site

import (
	"cmp"
	"path"
	"strings"

	"example.org/publish/build/compile"
)

// View is all that a page shows: the frame that all pages have, and in Body
// what is the page's own.
type View struct {
	Kind        string
	Language    string
	Title       string // of the page; the site's own title on the home page
	Description string // a sentence for search engines; claims nothing
	Body        any
	Data        map[string]any // as JSON-LD; nil: none

	Site       Site
	Canonical  string // the page's full address
	Unlisted   bool
	Refresh    string // where the page leads by itself; empty: nowhere
	Feeds      []Link // their media types and addresses
	Policy     string // the content security policy
	Stylesheet string
	Icon       string
	Script     string
	Card       Card
	Search     Search
	Nav        []Link
	Types      []Link
	Twins      []Twin // the page in each language, this one included
	place      place
}

// Site is what the frame says of the dataset.
type Site struct {
	Title, Description Run
	Name, Subtitle     string // the title before and after its first colon
	Home               string
	Publisher          string
	Version            string
	Later              string // what has changed since the version; empty: nothing
	Licence            string
	LicenceHref        string
	Date               string // of the commit that was built, in words; empty when there is none
	Day                string // the same as YYYY-MM-DD
	Revision           string // short; empty when there is none
	Repository         string
	About, Rules, Data string
	Timeline, Disputed string
	Quality, Changes   string
}

// Link is a link of the frame.
type Link struct {
	Text, Lang, Href string
	Current          bool
}

// Twin is the same page in one of the site's languages.
type Twin struct {
	Language, Name string
	Href           string // relative
	Address        string // full
	Current        bool
}

// View computes what the page shows.
func (p *Page) View() *View {
	at := place{edition: p.edition, path: p.path}
	v := &View{Kind: p.Kind, Language: p.Language, Unlisted: p.Unlisted, place: at}
	at.frame(v)
	v.Feeds = at.feedsOf(p.Kind)
	p.fill(at, v)
	if v.Data == nil && !v.Unlisted {
		v.Data = at.pageData("WebPage", v)
	}
	if v.Data != nil {
		v.Data["@context"] = "https://schema.org"
	}
	return v
}

// T is [words.Words.T] for the page's language.
func (v *View) T(key string, args ...any) string { return v.place.T(key, args...) }

// Phrase fills one slot of a pattern with a link.
func (v *View) Phrase(key, slot, text, href string, args ...any) Phrase {
	return v.place.phrase(key, map[string]Phrase{slot: {{Text: text, Href: href}}}, args...)
}

func (p place) frame(v *View) {
	c := p.catalog()
	v.Site = Site{
		Title:       p.text(c.Title),
		Description: p.text(c.Description),
		Home:        p.to(""),
		Publisher:   c.Publisher,
		Version:     c.Version,
		Licence:     c.Licence,
		LicenceHref: "https://spdx.org/licenses/" + c.Licence + ".html",
		Repository:  webAddress(c.Repository),
		About:       p.to("about/"),
		Rules:       p.to("rules/"),
		Data:        p.to("data/"),
		Quality:     p.to("quality/"),
		Timeline:    p.to("timeline/"),
		Disputed:    p.to("disputed/"),
		Changes:     p.to("changes/"),
	}
	v.Site.Name, v.Site.Subtitle, _ = strings.Cut(v.Site.Title.Text, ": ")
	// What changes with every commit stands on these pages alone: the others
	// stay as they are while what they show does.
	if p.path == "" || p.path == "data/" {
		p.state(&v.Site)
	}
	v.Canonical, v.Policy = c.Site+p.address(), policy
	v.Stylesheet, v.Icon = p.root(p.style.address), p.root(p.icon.address)
	v.Script = p.root(p.script.address)
	v.Card = p.shownCard()
	v.Search = p.search()
	v.Nav = p.nav()
	for _, t := range c.Types {
		if len(t.Entities) > 0 {
			v.Types = append(v.Types, p.link(t.Plural, typePath(t)))
		}
	}
	for _, e := range p.all {
		v.Twins = append(v.Twins, Twin{
			Language: e.Language,
			Name:     e.OwnName(),
			Href:     p.root(e.prefix + p.path),
			Address:  c.Site + e.prefix + p.path,
			Current:  e == p.edition,
		})
	}
}

// state says which state of the dataset was built.
func (p place) state(s *Site) {
	c := p.catalog()
	s.Revision = c.Revision[:min(len(c.Revision), 7)]
	if h := &p.in.History; len(h.Unreleased) > 0 && h.last().Number == c.Version {
		s.Later = p.T("version.later", "n", len(h.Unreleased))
	}
	if !c.Date.IsZero() {
		s.Date, s.Day = p.Day(c.Date), c.Date.UTC().Format("2006-01-02")
	}
}

// Search is the form that finds names. Without a script its page is the index
// of all names.
type Search struct {
	Page         string
	Root, Folder string // of the site, and of the files that the script asks for
}

func (p place) search() Search {
	above := func(address string) string { return strings.TrimSuffix(p.root(address), path.Base(address)) }
	return Search{Page: p.to("search/"), Root: above("robots.txt"), Folder: above("search/" + p.Language + "/keys.json")}
}

// sections are the pages of the main navigation, in order.
var sections = []string{"timeline/", "disputed/", "source/", "data/", "about/"}

func (p place) nav() []Link {
	links := []Link{{Text: p.T("nav.browse"), Href: p.at("", "browse")}}
	for _, path := range sections {
		links = append(links, Link{Text: p.T("nav." + path[:len(path)-1]), Href: p.to(path), Current: p.path == path})
	}
	return links
}

func (p place) link(t compile.Text, path string) Link {
	r := p.text(t)
	return Link{Text: cmp.Or(r.Text, path), Lang: r.Lang, Href: p.to(path), Current: p.path == path}
}
