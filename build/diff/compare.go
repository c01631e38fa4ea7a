package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Compare lists what makes the older state the newer one. Two states that say
// the same have no changes, whatever their commits and versions.
func Compare(old, new *State) *Changes {
	c := &comparer{
		Changes:   &Changes{Old: old, New: new, Became: map[string]string{}},
		languages: union(new.Languages, old.Languages),
	}
	c.info()
	c.types()
	c.tables()
	c.sources()
	c.moves()
	c.entities()
	return c.Changes
}

// comparer holds the changes while they are found.
type comparer struct {
	*Changes
	languages []string
}

func (c *comparer) add(one Change) { c.All = append(c.All, &one) }

func (c *comparer) fields() *fields { return &fields{languages: c.languages} }

// is is the id by which the newer state knows what the older one calls id.
func (c *comparer) is(id string) string { return c.New.Is(id) }

func (c *comparer) all(ids []string) []string {
	var list []string
	for _, id := range ids {
		list = append(list, c.is(id))
	}
	return list
}

func (c *comparer) info() {
	if c.Old.Version == "" && len(c.Old.Languages) == 0 {
		return // there was none; its languages and title are no news
	}
	f := c.fields()
	a, b := c.Old.Info, c.New.Info
	f.text("title", a.Title, b.Title)
	f.text("description", a.Description, b.Description)
	f.word("publisher", a.Publisher, b.Publisher)
	f.word("repository", a.Repository, b.Repository)
	bump := Patch
	before := len(f.list)
	// On these rest what a reader may do, what a column holds and where an id leads.
	f.word("licence", a.Licence, b.Licence)
	f.word("language", c.Old.Main(), c.New.Main())
	f.word("site", a.Site, b.Site)
	if len(f.list) > before {
		bump = Major
	}
	if len(f.list) > 0 {
		c.add(Change{Subject: OfDataset, Verb: Changed, Bump: bump, Fields: f.list})
	}
	c.words(Change{Subject: OfLanguage}, c.Old.Languages, c.New.Languages)
}

// words compares two lists of words, each of which is a subject of its own.
func (c *comparer) words(of Change, old, new []string) {
	for _, word := range union(new, old) {
		one := of
		one.ID = word
		switch {
		case !slices.Contains(old, word):
			one.Verb, one.Bump = Added, Minor
		case !slices.Contains(new, word):
			one.Verb, one.Bump = Removed, Major
		default:
			continue
		}
		c.add(one)
	}
}

// union is the first list and what only the second one has.
func union(a, b []string) []string {
	list := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// both calls do for each id of two lists, in order, with what has it; one of
// the two may be missing.
func both[T any](old, new []T, id func(T) string, do func(a, b T)) {
	byID := func(a, b T) int { return cmp.Compare(id(a), id(b)) }
	old, new = slices.SortedStableFunc(slices.Values(old), byID), slices.SortedStableFunc(slices.Values(new), byID)
	var none T
	for len(old) > 0 || len(new) > 0 {
		switch {
		case len(new) == 0 || len(old) > 0 && id(old[0]) < id(new[0]):
			do(old[0], none)
			old = old[1:]
		case len(old) == 0 || id(new[0]) < id(old[0]):
			do(none, new[0])
			new = new[1:]
		default:
			do(old[0], new[0])
			old, new = old[1:], new[1:]
		}
	}
}

// tables compares the columns of the downloads, when they are known of both.
func (c *comparer) tables() {
	if c.Old.Tables == nil || c.New.Tables == nil {
		return
	}
	both(c.Old.Tables, c.New.Tables, func(t Table) string { return t.Name }, func(a, b Table) {
		of := Change{Subject: OfTable, ID: cmp.Or(a.Name, b.Name)}
		switch {
		case a.Name == "":
			of.Verb, of.Bump, of.To = Added, Minor, b.Columns
			c.add(of)
			return
		case b.Name == "":
			of.Verb, of.Bump = Removed, Major
			c.add(of)
			return
		}
		gone, come := without(a.Columns, b.Columns), without(b.Columns, a.Columns)
		if len(gone) > 0 {
			of.Verb, of.Bump, of.Fields = Changed, Major, []Field{{Name: "columns-removed", Old: sorted(gone)}}
		}
		if len(come) > 0 {
			of.Verb, of.Bump = Changed, max(of.Bump, Minor)
			of.Fields = append(of.Fields, Field{Name: "columns-added", New: sorted(come)})
		}
		if of.Fields != nil {
			c.add(of)
		}
	})
}

// without is what only the first list has.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func (c *comparer) sources() {
	both(c.Old.Sources, c.New.Sources, func(s *Source) string { return s.ID }, func(a, b *Source) {
		switch {
		case a == nil:
			c.add(Change{Subject: OfSource, Verb: Added, Bump: Minor, ID: b.ID})
		case b == nil:
			c.gone(Change{Subject: OfSource, ID: a.ID})
		default:
			if f := c.source(a, b); len(f) > 0 {
				c.add(Change{Subject: OfSource, Verb: Changed, Bump: Patch, ID: b.ID, Fields: f})
			}
		}
	})
}

// gone notes that an entity or a source is no longer there.
func (c *comparer) gone(of Change) {
	of.Bump = Major
	switch m := c.New.moves[of.ID]; len(m.To) {
	case 0:
		of.Verb = Removed
	case 1:
		of.Verb, of.To, of.Reason = Moved, m.To, m.Reason
	default:
		of.Verb, of.To, of.Reason = Divided, m.To, m.Reason
	}
	c.add(of)
}

// moves compares where the ids lead that were gone before.
func (c *comparer) moves() {
	both(c.Old.Moves, c.New.Moves, func(m Move) string { return m.Old }, func(a, b Move) {
		of := Change{Subject: OfMove, ID: cmp.Or(a.Old, b.Old), To: b.To, Reason: b.Reason, Bump: Patch}
		switch {
		case a.Old == "" && c.Old.has(b.Old):
			return // it is told with what has moved
		case a.Old == "":
			of.Verb = Added
		case b.Old == "" && c.New.has(a.Old):
			return
		case b.Old == "":
			of.Verb, of.Bump = Removed, Major
		default:
			f := c.fields()
			f.set("to", c.all(a.To), b.To)
			f.text("reason", a.Reason, b.Reason)
			if f.list == nil {
				return
			}
			of.Verb, of.Fields = Changed, f.list
		}
		c.add(of)
	})
}

func (c *comparer) source(a, b *Source) []Field {
	f := c.fields()
	f.text("title", a.Title, b.Title)
	if !slices.Equal(a.Label, a.Title) || !slices.Equal(b.Label, b.Title) {
		f.text("label", a.Label, b.Label)
	}
	f.word("kind", a.Kind, b.Kind)
	f.word("publisher", a.Publisher, b.Publisher)
	f.word("published", a.Published, b.Published)
	f.word("language", a.Language, b.Language)
	f.word("address", a.Address, b.Address)
	f.word("archived", a.Archived, b.Archived)
	f.word("retrieved", a.Retrieved, b.Retrieved)
	f.word("translated-from", a.TranslatedFrom, b.TranslatedFrom)
	f.word("original-title", a.Original.Title, b.Original.Title)
	f.word("original-publisher", a.Original.Publisher, b.Original.Publisher)
	f.word("original-address", a.Original.Address, b.Original.Address)
	f.word("original-published", a.Original.Published, b.Original.Published)
	f.set("relies-on", c.all(a.ReliesOn), b.ReliesOn)
	f.word("copy", a.copy(), b.copy())
	f.text("note", a.Note, b.Note)
	return f.list
}

// copy is the pinned text in a line: its name, paragraphs and hash.
func (s *Source) copy() string {
	if s.CopyName == "" && s.CopySHA256 == "" && s.CopyParagraphs == 0 {
		return ""
	}
	return strings.Join([]string{s.CopyName, strconv.Itoa(s.CopyParagraphs), s.CopySHA256}, Separator)
}
