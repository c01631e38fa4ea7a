package site

import (
	"cmp"
	"crypto/sha256"
	"io/fs"
	"strconv"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
	"example.org/publish/site/i18n"
	"example.org/publish/site/words"
)

// edition is the site in one language.
type edition struct {
	*words.Words
	in          Input
	prefix      string     // of its addresses: "" in the main language, "es/" in Spanish
	all         []*edition // the main language's first, this one included
	style, icon asset
	picture     asset                         // for links from elsewhere
	script      asset                         // of the search
	timeline    *period                       // of all moments
	listed      map[*compile.Statement]string // the first page of a year, or of its month, on which it stands
	downloads   map[string][]export.Download  // those of single entities, by id
	formerType  map[string]string             // of entities whose ids are no longer used
	ended       map[string][]*compile.Issued  // statements that are no longer made, by entity
	became      map[string][]string           // ids of the last version, by those of today
	moved       map[string]string             // ids that have become another one
	statements  map[string]*compile.Statement // by id, as far as changes may name them
	lastChange  map[string]lastChange         // of entities and sources, by id
	templates   fs.FS                         // layouts and assets
	own         [sha256.Size]byte             // sum of the publisher's own files
	assets      []asset                       // the publisher's own, beside style, icon and script
}

// editions are the site in each of the catalog's languages.
func editions(in Input) ([]*edition, error) {
	shared, err := sharedBy(in)
	if err != nil {
		return nil, err
	}
	timeline := divided(&selection{path: "timeline/", always: true}, in.Catalog.Moments)
	listed := timeline.firstPages()
	downloads := map[string][]export.Download{}
	for _, d := range in.Downloads {
		if d.Entity != "" {
			downloads[d.Entity] = append(downloads[d.Entity], d)
		}
	}
	moved := movedIDs(in.Catalog)
	formerType, ended, became := formerTypes(in.Catalog), endings(in.Catalog), becoming(&in.History)
	statements, lastChange := statementsByID(in), in.History.lastChanges(moved)
	var all []*edition
	for i, language := range in.Catalog.Languages {
		w, err := words.Load(i18n.Files, in.Own, language)
		if err != nil {
			return nil, err
		}
		e := shared
		e.Words, e.timeline, e.listed, e.downloads = w, timeline, listed, downloads
		e.moved, e.statements, e.lastChange = moved, statements, lastChange
		e.formerType, e.ended, e.became = formerType, ended, became
		if i > 0 {
			e.prefix = language + "/"
		}
		all = append(all, &e)
	}
	for _, e := range all {
		e.all = all
		if in.glimpse && in.Drawn != nil && in.Drawn.pictures[e.Language].address != "" {
			e.picture = in.Drawn.pictures[e.Language]
			continue
		}
		picture, err := in.Drawn.picture(place{edition: e}.card())
		if err != nil {
			return nil, err
		}
		e.picture = asset{"assets/card." + e.Language + ".png", picture}
		if in.Drawn != nil && !in.glimpse {
			in.Drawn.show(e.Language, e.picture)
		}
	}
	return all, nil
}

// sharedBy is what the editions have in common of the files of the site.
func sharedBy(in Input) (e edition, err error) {
	e.in = in
	if e.templates, err = templatesOf(in.Own); err != nil {
		return e, err
	}
	if e.own, err = sumOf(in.Own); err != nil {
		return e, err
	}
	var style []byte
	if style, e.assets, err = ownAssets(in.Own); err != nil {
		return e, err
	}
	return e, e.setAssets(style)
}

func (e *edition) catalog() *compile.Catalog { return e.in.Catalog }

// place is an edition seen from one of its pages: links are relative to it.
type place struct {
	*edition
	path string // the page's address without the language's prefix
}

func (p place) address() string { return p.prefix + p.path }

// to links to a page of the same edition by its address without the prefix.
func (p place) to(path string) string { return p.root(p.prefix + path) }

// root links to an address below the site's root.
func (p place) root(address string) string {
	if p.path == missing {
		// A host shows this page at the address that nobody found, however deep.
		return basePath(p.catalog().Site) + file(address)
	}
	return relative(p.address(), address)
}

// at links to a place within a page; within this one when it is this one.
func (p place) at(path, anchor string) string {
	if path == p.path && p.path != missing {
		return "#" + anchor
	}
	return p.to(path) + "#" + anchor
}

// The addresses of what the catalog holds, without a language's prefix.

func typePath(t *compile.Type) string           { return t.ID + "/" }
func entityPath(e *compile.Entity) string       { return e.Type.ID + "/" + e.ID + "/" }
func sourcePath(s *compile.Source) string       { return "source/" + s.ID + "/" }
func propertyAnchor(p *compile.Property) string { return "p-" + p.ID }

// Run is a stretch of text: in the page's language unless Lang says otherwise,
// a link if Href is set.
type Run struct{ Text, Lang, Href string }

// Phrase is text with links in it.
type Phrase []Run

// String is the text alone.
func (p Phrase) String() string {
	var s string
	for _, r := range p {
		s += r.Text
	}
	return s
}

// plain is a phrase of the page's own words.
func plain(text string) Phrase {
	if text == "" {
		return nil
	}
	return Phrase{{Text: text}}
}

// text is a text of the dataset in the page's language, or in the one that
// there is, marked as such.
func (p place) text(t compile.Text) Run {
	tr := t.In(p.Language)
	r := Run{Text: tr.Text}
	if tr.Language != p.Language {
		r.Lang = tr.Language
	}
	return r
}

// optional is text, or nil when there is none.
func (p place) optional(t compile.Text) *Run {
	r := p.text(t)
	if r.Text == "" {
		return nil
	}
	return &r
}

func (p place) entity(e *compile.Entity) Run {
	r := p.text(e.Name)
	r.Href = p.to(entityPath(e))
	return r
}

func (p place) source(s *compile.Source) Run {
	r := p.sourceName(s)
	r.Href = p.to(sourcePath(s))
	return r
}

func (p place) sourceName(s *compile.Source) Run {
	r := p.text(s.Label)
	r.Text = cmp.Or(r.Text, s.ID)
	return r
}

func (p place) origin(o compile.Origin) Run {
	if o.Entity != nil {
		return p.entity(o.Entity)
	}
	return p.source(o.Source)
}

// phrase is the words for a key, with phrases in the slots that are named in
// slots, and the values of args in the others.
func (p place) phrase(key string, slots map[string]Phrase, args ...any) Phrase {
	var out Phrase
	for _, piece := range p.Split(key, args...) {
		if piece.Slot == "" {
			out = append(out, Run{Text: piece.Text})
			continue
		}
		filling, ok := slots[piece.Slot]
		if !ok {
			panic("site: " + key + ": nothing is given for {" + piece.Slot + "}")
		}
		out = append(out, filling...)
	}
	return out
}

// numeral is a small number as a word that begins a sentence: "Three".
func (p place) numeral(n int) string {
	if key := "numeral." + strconv.Itoa(n); p.Has(key) {
		return p.T(key)
	}
	return p.Count(n)
}
