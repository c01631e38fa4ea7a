package site

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Page is a page of the site, before it is drawn.
type Page struct {
	Kind     string // folder of templates/layouts
	Language string // BCP 47
	Address  string // below the site's root: "es/person/ada/"
	Unlisted bool   // search engines are not told of it
	path     string // the address without the language's prefix
	edition  *edition
	fill     func(p place, v *View)
}

// missing is the address of the page that a host shows for what it has not.
const missing = "404.html"

// draft is a page of an edition: its address without the language's prefix,
// and the function that computes what it shows.
type draft struct {
	path     string
	fill     func(p place, v *View)
	unlisted bool
}

// kinds are the kinds of page that show facts. A folder of templates/layouts
// that is not named here is a page of editorial text at /<folder>/, its title
// and description under the folder's name in the words.
var kinds = map[string]func(e *edition) []draft{
	"home":     homePages,
	"list":     listPages,
	"entity":   entityPages,
	"moved":    movedPages,
	"timeline": timelinePages,
	"matrix":   matrixPages,
	"sources":  sourcesPages,
	"source":   sourcePages,
	"disputed": disputedPages,
	"changes":  changesPages,
	"quality":  qualityPages,
	"search":   searchPages,
	"data":     dataPages,
	"shelf":    shelfPages,
	"rules":    rulesPages,
	"rule":     rulePages,
	"404":      missingPages,
}

// Pages lists the pages of the site in the order of their addresses.
func Pages(in Input) ([]*Page, error) {
	all, err := editions(in)
	if err != nil {
		return nil, err
	}
	folders, err := kindFolders(all[0].templates)
	if err != nil {
		return nil, err
	}
	for name := range kinds {
		if !slices.Contains(folders, name) {
			return nil, fmt.Errorf("templates/layouts has no folder %q", name)
		}
	}
	var pages []*Page
	for _, e := range all {
		for _, kind := range folders {
			list, ok := kinds[kind]
			if !ok {
				list = editorial(kind)
			}
			for _, d := range list(e) {
				pages = append(pages, &Page{
					Kind: kind, Language: e.Language, Address: e.prefix + d.path, Unlisted: d.unlisted,
					path: d.path, edition: e, fill: d.fill,
				})
			}
		}
	}
	slices.SortFunc(pages, func(a, b *Page) int { return strings.Compare(a.Address, b.Address) })
	for i, p := range pages[min(1, len(pages)):] {
		if p.Address == pages[i].Address {
			return nil, fmt.Errorf("two pages, %s and %s, have the address %q", pages[i].Kind, p.Kind, p.Address)
		}
	}
	return pages, nil
}

// kindFolders are the folders of templates/layouts that are kinds of page.
func kindFolders(templates fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(templates, "layouts")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		if entry.IsDir() && !strings.HasPrefix(entry.Name(), "_") {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

// editorial is a page whose words stand in its template's keys.
func editorial(kind string) func(e *edition) []draft {
	return func(*edition) []draft {
		return []draft{{path: kind + "/", fill: func(p place, v *View) {
			v.Title, v.Description = p.T(kind+".title"), p.T(kind+".description")
		}}}
	}
}
