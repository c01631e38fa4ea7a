package describe

import (
	"cmp"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
	"example.org/publish/build/export"
)

// subject is what the descriptions are of.
type subject struct {
	*compile.Catalog
	tables    []export.Table
	files     []export.Download // of the whole dataset
	documents []export.Download // of single entities
	shapes    []export.Shape    // of the documents that are no tables
	folder    string            // where the files lie, below the site's root
	cited     string            // the version as a citation names it
	first     edtf.Day          // of which a statement speaks
	last      edtf.Day
}

func newSubject(in Input) *subject {
	s := &subject{Catalog: in.Catalog, tables: export.Tables(in.Catalog), shapes: in.Shapes, folder: cmp.Or(in.Folder, export.Folder), cited: cmp.Or(in.Cited, in.Catalog.Version)}
	for _, d := range in.Downloads {
		if d.Entity == "" {
			s.files = append(s.files, d)
		} else {
			s.documents = append(s.documents, d)
		}
	}
	s.first, s.last = bounds(in.Catalog)
	return s
}

// csvFile is a table with the CSV file that holds it.
type csvFile struct {
	*export.Table
	export.Download
}

// csv are the CSV files that hold a whole table each.
func (s *subject) csv() []csvFile {
	var all []csvFile
	for _, d := range s.files {
		if t := export.Find(s.tables, d.Table); t != nil && d.Media == "text/csv" {
			all = append(all, csvFile{t, d})
		}
	}
	return all
}

// address is where a file of the downloads lies.
func (s *subject) address(file string) string { return s.Site + s.folder + file }

// iri names the dataset itself, which is not its page.
func (s *subject) iri() string { return s.home() + "#dataset" }

// home is where a reader finds what is described: the site or, for a version
// that was released, the folder of its files.
func (s *subject) home() string {
	if s.folder == export.Folder {
		return s.Site
	}
	return s.Site + s.folder
}

// licence is the address of the licence's text.
func (s *subject) licence() string {
	if s.Licence == "" {
		return ""
	}
	return "https://spdx.org/licenses/" + s.Licence + ".html"
}

// keywords are the kinds of thing that the dataset tells of.
func (s *subject) keywords() []string {
	var words []string
	for _, t := range s.Types {
		if word := t.Plural.String(); len(t.Entities) > 0 && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// day is the day of the version; empty when it has no date.
func (s *subject) day() string { return s.stamp(time.DateOnly) }

func (s *subject) stamp(layout string) string {
	if s.Date.IsZero() {
		return ""
	}
	return s.Date.UTC().Format(layout)
}

// citation is the dataset as a reference list has it.
func (s *subject) citation() string {
	year := ""
	if !s.Date.IsZero() {
		year = " (" + strconv.Itoa(s.Date.UTC().Year()) + ")"
	}
	return s.Publisher + year + ". " + s.Title.String() + " (version " + s.Version + "). " + s.home()
}

// name is a short name for programs: the last part of the site's address.
func (s *subject) name() string {
	name := "dataset"
	if site, err := url.Parse(s.Site); err == nil {
		name = path.Base(strings.Trim(site.Path, "/"))
		if name == "." || name == "/" {
			name = site.Hostname()
		}
	}
	return unnameable.ReplaceAllString(strings.ToLower(name), "-")
}

var unnameable = regexp.MustCompile(`[^a-z0-9._-]+`)

// coverage is the time of which the statements speak as an interval of days
// (ISO 8601), or the empty text when they say nothing of it, or not in years
// of four digits.
func (s *subject) coverage() string {
	if s.first.Open() || s.last.Open() || s.first.Year() < 0 || s.last.Year() > 9999 {
		return ""
	}
	return s.first.String() + "/" + s.last.String()
}

// bounds are the first and the last day of which a statement speaks, open when
// none does. An open side of a statement's own time says nothing.
func bounds(c *compile.Catalog) (first, last edtf.Day) {
	first, last = edtf.OpenFuture, edtf.OpenPast
	for _, s := range c.Statements {
		for _, d := range []edtf.Date{s.On, s.From, s.Until, s.Value.Date} {
			if d.IsZero() {
				continue
			}
			for _, day := range []edtf.Day{d.Earliest(), d.Latest()} {
				if !day.Open() {
					first, last = min(first, day), max(last, day)
				}
			}
		}
	}
	return first, last
}

// common reports whether all days of the dataset are ones that every program
// takes for a date: of the years 1 to 9999.
func (s *subject) common() bool {
	first, last := s.first, s.last
	for _, source := range s.Sources {
		for _, d := range []edtf.Date{source.Published, source.Retrieved} {
			if !d.IsZero() && !d.Earliest().Open() {
				first = min(first, d.Earliest())
			}
			if !d.IsZero() && !d.Latest().Open() {
				last = max(last, d.Latest())
			}
		}
	}
	return (first.Open() || first.Year() >= 1) && (last.Open() || last.Year() <= 9999)
}
