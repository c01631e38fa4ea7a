package site

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"example.org/publish/build/compile"
)

// named is a name and what bears it: an entity or a source.
type named struct {
	name, of compile.Translation // of is empty when the name is the page's own
	kind     Run                 // "Person"
	path     string              // the page that it leads to
}

// names are all names that one can look up, as the language's dictionaries
// sort them: entities under each of their names, and sources. A name that
// somebody merely claims is not among them, as there is no room for who does.
func (e *edition) names() []named {
	p := place{edition: e}
	var list []named
	for _, entity := range e.catalog().Entities {
		own, first := entity.Name.In(e.Language), len(list)
		kind, path := p.text(entity.Type.Label), entityPath(entity)
		list = append(list, named{own, compile.Translation{}, kind, path})
		for _, s := range entity.Statements {
			if s.Property.Kind != "name" || s.Claimed() || s.Rank == "deprecated" || s.Conflict != nil {
				continue
			}
			n := named{s.Value.Text.In(e.Language), own, kind, path}
			if n.name.Text != own.Text && !slices.Contains(list[first:], n) {
				list = append(list, n)
			}
		}
	}
	for _, s := range e.catalog().Sources {
		label := s.Label.In(e.Language)
		label.Text = cmp.Or(label.Text, s.ID)
		list = append(list, named{label, compile.Translation{}, Run{Text: e.T("search.source")}, sourcePath(s)})
	}
	keys := make(map[string]string, len(list))
	collator := collate.New(language.Make(e.Language), collate.IgnoreCase)
	var buffer collate.Buffer
	for _, n := range list {
		keys[n.name.Text] = string(collator.KeyFromString(&buffer, n.name.Text))
		buffer.Reset()
	}
	slices.SortStableFunc(list, func(a, b named) int {
		return cmp.Or(strings.Compare(keys[a.name.Text], keys[b.name.Text]), strings.Compare(a.path, b.path))
	})
	return list
}

// Names is what the index of names shows: all names from A to Z or, when they
// are many, those of a letter.
type Names struct {
	Count   string
	Letters []Link // to the letters, on this page or on theirs
	Groups  []NamesOf
}

// NamesOf are the names under a letter.
type NamesOf struct {
	Letter, Anchor string
	Names          []Name
}

// Name leads to what bears it. Of is set when its page has another name.
type Name struct {
	Name Run
	Of   *Run
	Kind Run // "Person"
}

// manyNames is the number of names from which each letter has its own page.
const manyNames = 2000

func searchPages(e *edition) []draft {
	all := e.names()
	if len(all) < manyNames {
		return []draft{namesDraft("search/", len(all), all, "")}
	}
	byPath := map[string][]named{}
	for _, n := range all {
		path := letterPath(initial(n.name.Text))
		byPath[path] = append(byPath[path], n)
	}
	var letters []string
	for _, letter := range append(strings.Split("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ""), "#") {
		if len(byPath[letterPath(letter)]) > 0 {
			letters = append(letters, letter)
		}
	}
	drafts := []draft{namesDraft("search/", len(all), nil, "", letters...)}
	for _, letter := range letters {
		of := byPath[letterPath(letter)]
		drafts = append(drafts, namesDraft(letterPath(letter), len(of), of, letter, letters...))
	}
	return drafts
}

// letterPath is the page of a letter, when it has one. Those that are not
// Latin share one.
func letterPath(letter string) string {
	if len(letter) == 1 && letter >= "A" && letter <= "Z" {
		return "search/" + strings.ToLower(letter) + "/"
	}
	return "search/other/"
}

// namesDraft is a page of names; letters are those that have pages of their
// own, and letter is this page's.
func namesDraft(path string, count int, list []named, letter string, letters ...string) draft {
	return draft{path: path, fill: func(p place, v *View) {
		body := &Names{Count: p.T("count.names", "n", count)}
		for _, n := range list {
			under := initial(n.name.Text)
			// Signs before a name, such as quotation marks, sort it elsewhere.
			i := slices.IndexFunc(body.Groups, func(g NamesOf) bool { return g.Letter == under })
			if i < 0 {
				i = len(body.Groups)
				anchor := "letter-" + strings.ReplaceAll(strings.ToLower(under), "#", "other")
				body.Groups = append(body.Groups, NamesOf{Letter: under, Anchor: anchor})
			}
			of := &body.Groups[i]
			of.Names = append(of.Names, p.nameLink(n))
		}
		for _, l := range letters {
			body.Letters = append(body.Letters, Link{Text: l, Href: p.to(letterPath(l)), Current: l == letter})
		}
		if len(letters) == 0 {
			for _, g := range body.Groups {
				body.Letters = append(body.Letters, Link{Text: g.Letter, Href: "#" + g.Anchor})
			}
		}
		v.Title, v.Description, v.Body = p.T("search.title"), p.T("search.description"), body
		if letter != "" {
			v.Title = p.T("search.letter", "letter", letter)
		}
		v.Data = p.pageData("CollectionPage", v)
	}}
}

func (p place) nameLink(n named) Name {
	name := Name{Name: p.text(compile.Text{n.name}), Kind: n.kind}
	name.Name.Href = p.to(n.path)
	name.Of = p.optional(compile.Text{n.of})
	return name
}
