package site

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/site/tell"
)

// Changes is what the page of all versions shows, or the page of one.
type Changes struct {
	Never    bool        // nothing has been released yet
	Versions []VersionOf // the newest first, what is not released yet before them; on the page of one that alone
	Pages    []Link      // of one version, when they are several
	All      string      // leads from the page of a version to that of all
	Feeds    []Link
}

// VersionOf is a version and what it changed.
type VersionOf struct {
	Anchor   string
	Title    string // "Version 1.2.0"
	Date     string // in words; empty when there is none
	Day      string // the same as YYYY-MM-DD
	Sum      string // how much changed, and how the version was raised
	Counts   string // what there was in it
	Unread   string // that its facts can no longer be read
	Lines    []ChangeLine
	More     Link // to all of its changes, when these are not all
	Download string
}

// ChangeLine is a change in a sentence.
type ChangeLine struct {
	Anchor string // of the first change of an entity or a source; empty: none
	Says   Phrase
}

// A page of all versions shows a few changes of each, the page of a version
// some hundreds.
const (
	fewChanges  = 12
	manyChanges = 400
)

func changesPages(e *edition) []draft {
	h := &e.in.History
	drafts := []draft{{path: "changes/", fill: func(p place, v *View) {
		v.Title, v.Description = p.T("changes.title"), p.T("changes.description", "title", v.Site.Title.Text)
		v.Body = p.changes()
		v.Data = p.pageData("CollectionPage", v)
	}}}
	for i := range h.Versions {
		drafts = append(drafts, versionDrafts(&h.Versions[i], h.Versions[i].Told)...)
	}
	return append(drafts, versionDrafts(nil, h.Unreleased)...)
}

// versionDrafts are the pages of a version, or of what is not released yet. A
// version without changes to tell has none.
func versionDrafts(version *Version, changes []tell.Told) []draft {
	var drafts []draft
	for first := 0; first < len(changes); first += manyChanges {
		n := first / manyChanges
		drafts = append(drafts, draft{path: changesPath(version, n), unlisted: version == nil, fill: func(p place, v *View) {
			of := p.version(version, changes[first:min(first+manyChanges, len(changes))], len(changes), true)
			body := &Changes{Versions: []VersionOf{of}, All: p.to("changes/")}
			for i := range pagesOf(changes) {
				if len(changes) > manyChanges {
					body.Pages = append(body.Pages, Link{Text: p.Count(i + 1), Href: p.to(changesPath(version, i)), Current: i == n})
				}
			}
			v.Title, v.Body = p.T("changes.of", "version", of.Title), body
			if n > 0 {
				v.Title = p.T("changes.of-page", "version", of.Title, "n", n+1)
			}
			v.Description = p.T("changes.of-description", "version", of.Title, "sum", of.Sum)
			v.Data = p.pageData("WebPage", v)
		}})
	}
	return drafts
}

func pagesOf(changes []tell.Told) int { return (len(changes) + manyChanges - 1) / manyChanges }

// changesPath is the page of a version, or of what is not released yet; pages
// are counted from 0.
func changesPath(v *Version, page int) string {
	path := "changes/unreleased/"
	if v != nil {
		path = "changes/" + v.Number + "/"
	}
	if page > 0 {
		path += strconv.Itoa(page+1) + "/"
	}
	return path
}

// changeAnchor is the anchor of the first change of a thing on its page.
func changeAnchor(told tell.Told) string { return "c-" + told.About[0] }

func versionAnchor(v *Version) string {
	if v == nil {
		return "unreleased"
	}
	return "v" + v.Number
}

func (p place) changes() *Changes {
	h := &p.in.History
	body := &Changes{Never: len(h.Versions) == 0}
	if len(h.Unreleased) > 0 {
		body.Versions = append(body.Versions, p.version(nil, few(h.Unreleased), len(h.Unreleased), false))
	}
	for i := len(h.Versions) - 1; i >= 0; i-- {
		v := &h.Versions[i]
		body.Versions = append(body.Versions, p.version(v, few(v.Told), len(v.Told), false))
	}
	return body
}

func few(changes []tell.Told) []tell.Told { return changes[:min(len(changes), fewChanges)] }

// version shows some of the changes of a version, which has n in all.
func (p place) version(v *Version, some []tell.Told, n int, whole bool) VersionOf {
	of := VersionOf{Anchor: versionAnchor(v)}
	h := &p.in.History
	if v == nil {
		of.Title = p.T("changes.unreleased")
		of.Sum = p.T("changes.since", "n", n, "version", h.last().Number)
	} else {
		of.Title = p.T("version", "version", v.Number)
		of.Date, of.Day = p.dayOf(v.Date)
		of.Sum = p.sumOf(v, n)
		if v.Unread == "" {
			of.Counts = p.T("changes.counts", "entities", p.T("count.entities", "n", v.Entities),
				"statements", p.T("count.statements", "n", v.Statements), "sources", p.T("count.sources", "n", v.Sources))
		}
	}
	seen := map[string]bool{}
	for _, told := range some {
		line := ChangeLine{Says: p.sentence(told.Sentences[p.Language])}
		if len(told.About) > 0 && !seen[told.About[0]] && whole {
			line.Anchor = changeAnchor(told)
			seen[told.About[0]] = true
		}
		of.Lines = append(of.Lines, line)
	}
	if len(some) < n && !whole {
		of.More = Link{Text: p.T("changes.all", "n", n), Href: p.to(changesPath(v, 0))}
	}
	return of
}

func (p place) sumOf(v *Version, n int) string {
	switch {
	case v.Unread != "":
		return p.T("changes.unread")
	case v.Raise == diff.None && v == p.in.History.first():
		return p.T("changes.first")
	case n == 0:
		return p.T("changes.none")
	case v.Raise == diff.None:
		return p.T("change.count", "n", n) + "."
	}
	return p.T("changes.sum", "n", n, "bump", p.T("change.bump."+v.Raise.String()))
}

// dayOf is a date in words and as YYYY-MM-DD; empty when there is none.
func (p place) dayOf(t time.Time) (words, day string) {
	if t.IsZero() {
		return "", ""
	}
	return p.Day(t), t.UTC().Format(time.DateOnly)
}

// sentence is a sentence with links to what it names, as far as that is still
// there.
func (p place) sentence(s tell.Sentence) Phrase {
	var out Phrase
	for _, r := range s {
		run := Run{Text: r.Text, Lang: r.Language}
		switch e, source := p.catalog().Entity(p.today(r.Entity)), p.catalog().Source(p.today(r.Source)); {
		case e != nil:
			run.Href = p.to(entityPath(e))
		case source != nil:
			run.Href = p.to(sourcePath(source))
		case r.Statement != "":
			if st := p.statements[p.today(r.Statement)]; st != nil {
				run.Href = p.at(entityPath(st.Entity), st.ID)
			}
		}
		out = append(out, run)
	}
	return out
}

// today is the id of today for what had the id before.
func (p place) today(id string) string { return cmp.Or(p.moved[id], id) }

// first is the first version that can be read, or nil.
func (h *History) first() *Version {
	i := slices.IndexFunc(h.Versions, func(v Version) bool { return v.Unread == "" })
	if i < 0 {
		return nil
	}
	return &h.Versions[i]
}

// lastChange is where the last change of an entity or a source is told.
type lastChange struct {
	version *Version // nil: it is not released yet
	page    int
	anchor  string
	isNew   bool // nothing of it was there before
}

// lastChanges finds the last change of each entity and each source that has
// changed since the first version, by the ids of today.
func (h *History) lastChanges(moved map[string]string) map[string]lastChange {
	last := map[string]lastChange{}
	note := func(v *Version, changes []tell.Told) {
		seen := map[string]bool{}
		for i, told := range changes {
			for _, id := range told.About {
				id = cmp.Or(moved[id], id)
				if seen[id] {
					continue
				}
				seen[id] = true
				isNew := told.Verb == diff.Added && told.Subject != diff.OfStatement
				last[id] = lastChange{version: v, page: i / manyChanges, anchor: changeAnchor(told), isNew: isNew}
			}
		}
	}
	for i := range h.Versions {
		note(&h.Versions[i], h.Versions[i].Told)
	}
	note(nil, h.Unreleased)
	return last
}

// changed says when an entity or a source last changed, and leads to what
// changed then.
func (p place) changed(id string) Phrase {
	h := &p.in.History
	if len(h.Versions) == 0 {
		return plain(p.T("changed.never"))
	}
	c, known := p.lastChange[id]
	switch first := h.first(); {
	case known:
	case first == nil:
		return nil
	default:
		return p.changedIn("changed.in", first, p.to("changes/")+"#"+versionAnchor(first))
	}
	href := p.to(changesPath(c.version, c.page)) + "#" + c.anchor
	switch {
	case c.version != nil:
		return p.changedIn("changed.in", c.version, href)
	case c.isNew:
		return p.phrase("changed.new", map[string]Phrase{"what": {{Text: p.T("changed.new-link", "version", h.last().Number), Href: href}}})
	}
	return p.phrase("changed.since", map[string]Phrase{"what": {{Text: p.T("changed.since-link", "version", h.last().Number), Href: href}}})
}

func (p place) changedIn(key string, v *Version, href string) Phrase {
	out := p.phrase(key, map[string]Phrase{"version": {{Text: p.T("changed.version", "version", v.Number), Href: href}}})
	if words, _ := p.dayOf(v.Date); words != "" {
		out = append(out, Run{Text: ", " + words})
	}
	return out
}

// newest are the newest changes, the unreleased ones first.
func (p place) newest(n int) []ChangeLine {
	var lines []ChangeLine
	h := &p.in.History
	add := func(changes []tell.Told) {
		for _, told := range changes[:min(len(changes), n-len(lines))] {
			lines = append(lines, ChangeLine{Says: p.sentence(told.Sentences[p.Language])})
		}
	}
	add(h.Unreleased)
	for i := len(h.Versions) - 1; i >= 0 && len(lines) < n; i-- {
		add(h.Versions[i].Told)
	}
	return lines
}

// movedIDs are the ids that have become another one.
func movedIDs(c *compile.Catalog) map[string]string {
	moved := map[string]string{}
	for _, m := range c.Moves {
		if ids := m.IDs(); len(ids) == 1 {
			moved[m.Old] = ids[0]
		}
	}
	return moved
}

// statementsByID are all statements, when there are changes or former ids that
// name some.
func statementsByID(in Input) map[string]*compile.Statement {
	if len(in.History.Versions) == 0 && len(in.Catalog.Moves) == 0 {
		return nil
	}
	byID := make(map[string]*compile.Statement, len(in.Catalog.Statements))
	for _, s := range in.Catalog.Statements {
		byID[s.ID] = s
	}
	return byID
}
