package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
)

// List is what the page of a type shows: its entities, under letters or, when
// they have dates of their own, under years.
type List struct {
	Label       Run
	Description *Run
	Count       string
	Sections    []ListSection
	Scale       *Scale
	Matrix      *Matrix // of relations between two, in the last years of which something is known
}

// ListSection is entries under a heading: a letter, a year, or none.
type ListSection struct {
	Heading string
	Anchor  string
	Entries []Entry
}

// Entry is an entity in a list.
type Entry struct {
	Name   Run
	Lead   *Run
	Time   *Time
	Counts string // "21 statements"
}

// headed is the number of entries from which a list has letters.
const headed = 24

func listPages(e *edition) []draft {
	var drafts []draft
	for _, t := range e.catalog().Types {
		drafts = append(drafts, draft{path: typePath(t), fill: func(p place, v *View) {
			body := p.list(t)
			v.Title, v.Body = body.Label.Text, body
			v.Description = p.T("list.description", "type", body.Label.Text, "count", body.Count, "title", v.Site.Title.Text)
			if body.Description != nil && body.Description.Lang == "" {
				v.Description = body.Description.Text
			}
			v.Data = p.pageData("CollectionPage", v)
		}})
	}
	return drafts
}

func (p place) list(t *compile.Type) *List {
	l := &List{
		Label:       p.text(t.Plural),
		Description: p.optional(t.Description),
		Count:       p.T("count.entities", "n", len(t.Entities)),
		Matrix:      p.newestMatrix(t),
	}
	dated := slices.ContainsFunc(t.Entities, func(e *compile.Entity) bool { return ownDate(e) != nil })
	if dated {
		l.byYear(p, t.Entities)
	} else {
		l.byLetter(p, t.Entities)
	}
	return l
}

func (l *List) byLetter(p place, entities []*compile.Entity) {
	for _, e := range p.byName(entities) {
		letter := ""
		if len(entities) >= headed {
			letter = initial(p.text(e.Name).Text)
		}
		l.add(letter, "letter-"+strings.ReplaceAll(strings.ToLower(letter), "#", "other"), p.entry(e, nil))
	}
}

func (l *List) byYear(p place, entities []*compile.Entity) {
	var spans []edtf.Span
	for _, e := range entities {
		if s := ownDate(e); s != nil {
			spans = append(spans, s.Span)
		}
	}
	on := scaleOf(spans)
	l.Scale = p.scale(on)
	when := func(e *compile.Entity) yearRange {
		if s := ownDate(e); s != nil {
			return yearsOf(s.Span)
		}
		return yearRange{undated: true}
	}
	for _, e := range slices.SortedStableFunc(slices.Values(p.byName(entities)), func(a, b *compile.Entity) int {
		return when(a).compare(when(b))
	}) {
		y := when(e)
		l.add(p.yearsInWords(y), y.anchor(), p.entry(e, on))
	}
}

// add puts an entry under a heading that equals the last one or is new.
func (l *List) add(heading, anchor string, entry Entry) {
	if n := len(l.Sections); n == 0 || l.Sections[n-1].Heading != heading {
		l.Sections = append(l.Sections, ListSection{Heading: heading, Anchor: anchor})
	}
	last := &l.Sections[len(l.Sections)-1]
	last.Entries = append(last.Entries, entry)
}

func (p place) entry(e *compile.Entity, on *scale) Entry {
	entry := Entry{Name: p.entity(e), Counts: p.T("count.statements", "n", len(e.Statements))}
	if s := lead(e); s != nil {
		entry.Lead = p.optional(s.Value.Label())
	}
	if own := ownDate(e); own != nil {
		entry.Time = p.dateTime(own, on)
	}
	if len(e.Withdrawn) > 0 {
		entry.Counts = p.T("list.withdrawn")
	}
	return entry
}

// byName sorts entities as the language's dictionaries do.
func (p place) byName(entities []*compile.Entity) []*compile.Entity {
	collator := collate.New(language.Make(p.Language), collate.IgnoreCase)
	var buffer collate.Buffer
	keys := make(map[*compile.Entity]string, len(entities))
	for _, e := range entities {
		keys[e] = string(collator.KeyFromString(&buffer, p.text(e.Name).Text))
		buffer.Reset()
	}
	return slices.SortedFunc(slices.Values(entities), func(a, b *compile.Entity) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(a.ID, b.ID))
	})
}

// initial is the letter that a name stands under: without its accent, and "#"
// when it begins with none.
func initial(name string) string {
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.IsLetter(r):
			return string(unicode.ToUpper(r))
		case unicode.IsDigit(r):
			return "#"
		}
	}
	return "#"
}
