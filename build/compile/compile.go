// Package compile turns checked facts into the catalog: what pages and
// downloads show. It resolves each reference both ways, computes the bounds of
// dates, gives each statement its id, finds conflicts and lays out the
// timeline.
//
// It takes only a [check.Passed], so that unchecked facts cannot be published,
// and it knows neither YAML nor HTML.
package compile

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"example.org/publish/build/check"
	"example.org/publish/build/fact"
)

// Commit is the state of the dataset that is built.
type Commit struct {
	Date     time.Time // in UTC
	Revision string
}

// Compile makes the catalog of the facts that passed the check.
func Compile(passed *check.Passed, commit Commit) *Catalog {
	k := &compiler{written: passed.Dataset(), commit: commit}
	k.info()
	k.types()
	k.sources()
	k.entities()
	k.rely()
	k.statements()
	k.moves()
	k.issued()
	k.answers()
	k.conflicts()
	k.timeline()
	for _, e := range k.catalog.Entities {
		e.Groups = arrange(e.Statements)
	}
	return k.catalog
}

// compiler holds the catalog while it is made, and the way from what was
// written to what it became.
type compiler struct {
	written *fact.Dataset
	commit  Commit
	catalog *Catalog
	byType  map[string]*Type
	became  map[*fact.Statement]*Statement
}

func (k *compiler) info() {
	w := k.written.Info
	c := &Catalog{
		Publisher:  w.Publisher.Text,
		Version:    w.Version.Text,
		Licence:    w.Licence.Text,
		Site:       w.Site.Text,
		Repository: w.Repository.Text,
		Branch:     cmp.Or(w.Branch.Text, "main"),
		Languages:  []string{w.Language.Text},
		Date:       k.commit.Date,
		Revision:   k.commit.Revision,
		entities:   map[string]*Entity{},
		sources:    map[string]*Source{},
	}
	for _, l := range w.Languages {
		if !slices.Contains(c.Languages, l.Text) {
			c.Languages = append(c.Languages, l.Text)
		}
	}
	k.catalog = c
	c.Title, c.Description = k.text(w.Title), k.text(w.Description)
}

// text reads a text that is in the main language unless it says otherwise.
func (k *compiler) text(t fact.Text) Text {
	return text(t, k.catalog.Languages, k.catalog.Main())
}

// name reads a name, which is the same in every language unless it says
// otherwise.
func (k *compiler) name(t fact.Text) Text { return text(t, k.catalog.Languages, "") }

func (k *compiler) types() {
	k.byType = map[string]*Type{}
	for _, w := range k.written.Types {
		t := &Type{ID: w.ID.Text, Label: k.text(w.Label), Plural: k.text(w.Plural), Description: k.text(w.Description)}
		for _, p := range w.Properties {
			t.Properties = append(t.Properties, k.property(t, p))
		}
		t.Parties, t.Status = t.Property(w.Pair.Parties.Text), t.Property(w.Pair.Status.Text)
		k.byType[t.ID] = t
		k.catalog.Types = append(k.catalog.Types, t)
	}
	slices.SortFunc(k.catalog.Types, func(a, b *Type) int { return strings.Compare(a.ID, b.ID) })
}

// Property returns the property with the id, or nil.
func (t *Type) Property(id string) *Property {
	i := slices.IndexFunc(t.Properties, func(p *Property) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return t.Properties[i]
}

func (k *compiler) property(t *Type, w *fact.Property) *Property {
	p := &Property{
		ID:          w.ID.Text,
		Type:        t,
		Label:       k.text(w.Label),
		Inverse:     k.text(w.Inverse),
		Description: k.text(w.Description),
		Kind:        w.Kind(),
		Codes:       k.choices(w.Codes),
		Roles:       k.choices(w.Roles),
		Time:        cmp.Or(w.Time.Text, "none"),
		OneAtATime:  w.OneAtATime.Text == "true",
		Timeline:    w.Timeline.Text == "true",
		Lead:        w.Lead.Text == "true",
		Follows:     w.Follows.Text == "true",
	}
	if p.Kind == "entity" {
		for _, v := range w.Values {
			if v.Text != "any" {
				p.Targets = append(p.Targets, v.Text)
			}
		}
	}
	return p
}

func (k *compiler) choices(written []fact.Choice) []*Choice {
	var choices []*Choice
	for _, w := range written {
		choices = append(choices, &Choice{ID: w.ID.Text, Label: k.text(w.Label), Description: k.text(w.Description)})
	}
	return choices
}

func choice(choices []*Choice, id string) *Choice {
	i := slices.IndexFunc(choices, func(c *Choice) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return choices[i]
}

func (k *compiler) entities() {
	for _, w := range k.written.Entities {
		t := k.byType[w.Type.Text]
		e := &Entity{ID: w.ID.Text, Type: t, Name: k.name(w.Name), File: w.File, Withdrawn: k.text(w.Withdrawn.Reason)}
		k.catalog.entities[e.ID] = e
		k.catalog.Entities = append(k.catalog.Entities, e)
	}
	slices.SortFunc(k.catalog.Entities, func(a, b *Entity) int { return strings.Compare(a.ID, b.ID) })
	for _, e := range k.catalog.Entities {
		e.Type.Entities = append(e.Type.Entities, e)
	}
}
