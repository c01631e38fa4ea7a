package check

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"example.org/publish/build/edtf"
	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// index is a dataset with what the rules ask of it over and over. Nothing
// changes it once it is made.
type index struct {
	*fact.Dataset
	types      map[string]*fact.Type
	kinds      map[*fact.Property]string
	entities   map[string]*fact.Entity
	sources    map[string]*fact.Source
	moves      map[string]fact.Move
	said       []said
	keys       map[string]*fact.Statement // by entity#key
	typeIDs    []string
	entityIDs  []string
	named      map[string][]string // ids of entities, by name in small letters
	sourceIDs  []string
	languages  []string               // the dataset's, the main one first; none when dataset.yaml does not say them
	rivalries  func() []rivalry       // found when first asked for
	statements func() map[string]said // by id; found when first asked for
	content    map[string][]byte
	unread     map[string]bool             // files that could not be read, or not whole
	severities map[string]problem.Severity // of the rules that judge, by id
}

// said is a statement with what it is said of. Its type or property is nil
// when the schema has none.
type said struct {
	*fact.Statement
	entity   *fact.Entity
	typ      *fact.Type
	property *fact.Property
	of       fact.Scalar // the property's id, as written
}

func newIndex(d *fact.Dataset, loaded []problem.Problem) *index {
	x := &index{
		Dataset:    d,
		types:      map[string]*fact.Type{},
		kinds:      map[*fact.Property]string{},
		entities:   map[string]*fact.Entity{},
		sources:    map[string]*fact.Source{},
		moves:      map[string]fact.Move{},
		keys:       map[string]*fact.Statement{},
		named:      map[string][]string{},
		content:    map[string][]byte{},
		unread:     map[string]bool{},
		severities: map[string]problem.Severity{},
	}
	for _, f := range d.Files {
		x.content[f.Name] = f.Content
	}
	for _, p := range loaded {
		if p.Severity == problem.Error {
			x.unread[p.File] = true
		}
	}
	for _, t := range d.Types {
		x.types[t.ID.Text] = t
	}
	for _, t := range d.Types {
		for _, p := range t.Properties {
			x.kinds[p] = x.kindOf(p)
		}
	}
	for _, s := range d.Sources {
		x.sources[s.ID.Text] = s
	}
	for _, m := range d.Moves {
		x.moves[m.Old.Text] = m
	}
	for _, e := range d.Entities {
		if x.entities[e.ID.Text] == nil {
			x.entities[e.ID.Text] = e
		}
	}
	for _, e := range d.Entities {
		x.say(e)
		for _, n := range e.Name {
			name := strings.ToLower(n.Scalar.Text)
			if !slices.Contains(x.named[name], e.ID.Text) {
				x.named[name] = append(x.named[name], e.ID.Text)
			}
		}
	}
	x.alias()
	x.rivalries = sync.OnceValue(x.findRivalries)
	x.statements = sync.OnceValue(x.findStatements)
	x.typeIDs = slices.Sorted(maps.Keys(x.types))
	x.entityIDs = slices.Sorted(maps.Keys(x.entities))
	x.sourceIDs = slices.Sorted(maps.Keys(x.sources))
	if d.Info.File != "" && !x.unread[d.Info.File] {
		x.languages = languages(d.Info)
	}
	return x
}

func (x *index) say(e *fact.Entity) {
	typ := x.types[e.Type.Text]
	for _, f := range e.Facts {
		var property *fact.Property
		if typ != nil {
			property = typ.Property(f.Property.Text)
		}
		for _, s := range f.Statements {
			x.said = append(x.said, said{s, e, typ, property, f.Property})
			if s.Key.Given() {
				id := e.ID.Text + "#" + s.Key.Text
				if x.keys[id] == nil {
					x.keys[id] = s
				}
			}
		}
	}
}

// languages returns the dataset's languages, the main one first, or none when
// dataset-info has something to say about them.
func languages(i fact.Info) []string {
	all := []string{i.Language.Text}
	isListed := false
	for _, l := range i.Languages {
		isListed = isListed || l.Text == i.Language.Text
		if !slices.Contains(all, l.Text) {
			all = append(all, l.Text)
		}
	}
	if !isListed {
		return nil
	}
	return all
}

// alias makes whatever has an id of the wrong form known by the right one too:
// who refers to it so has made no mistake.
func (x *index) alias() {
	for _, e := range x.Entities {
		if _, better := idFault(e.ID.Text); better != "" && x.entities[better] == nil {
			x.entities[better] = e
		}
	}
	for _, s := range x.Sources {
		if _, better := idFault(s.ID.Text); better != "" && x.sources[better] == nil {
			x.sources[better] = s
		}
	}
}

// main is the main language.
func (x *index) main() string { return x.Info.Language.Text }

// kind is the kind of a property's values, one of [fact.Kinds] or "entity". It
// is "" when the schema leaves it open or says something else: then nothing can
// be said of the values.
func (x *index) kind(p *fact.Property) string { return x.kinds[p] }

func (x *index) kindOf(p *fact.Property) string {
	if len(p.Values) == 0 {
		return ""
	}
	for _, v := range p.Values {
		if x.types[v.Text] == nil && (len(p.Values) > 1 || !slices.Contains(fact.Kinds, v.Text)) {
			return ""
		}
	}
	return p.Kind()
}

// word is the value of a statement whose property takes one word: no text in
// several languages. ok is false when there is none, or another rule has
// something to say about it.
func word(s *fact.Statement) (w fact.Scalar, ok bool) {
	if len(s.Value) != 1 || s.Value[0].Language.Given() {
		return fact.Scalar{}, false
	}
	return s.Value[0].Scalar, true
}

// citations yields each citation with its statement.
func (x *index) citations() iter.Seq2[said, *fact.Citation] {
	return func(yield func(said, *fact.Citation) bool) {
		for _, s := range x.said {
			for i := range s.Cite {
				if !yield(s, &s.Cite[i]) {
					return
				}
			}
		}
	}
}

// mention is a word that names an entity, or an entity or source.
type mention struct {
	file     string
	word     fact.Scalar
	orSource bool
	property *fact.Property // whose value it is; nil when it is no value
}

// mentions yields every reference that is not a citation.
func (x *index) mentions() iter.Seq[mention] {
	return func(yield func(mention) bool) {
		for _, s := range x.said {
			if v, ok := word(s.Statement); ok && x.kind(s.property) == "entity" {
				if !yield(mention{s.entity.File, v, false, s.property}) {
					return
				}
			}
			if s.By.Given() && s.By.Text != fact.Unnamed {
				if !yield(mention{s.entity.File, s.By, false, nil}) {
					return
				}
			}
			for _, c := range s.Cite {
				for _, v := range c.Via {
					if !yield(mention{s.entity.File, v, true, nil}) {
						return
					}
				}
			}
		}
		for _, s := range x.Sources {
			for _, v := range s.ReliesOn {
				if !yield(mention{s.File, v, true, nil}) {
					return
				}
			}
		}
	}
}

// date reads a date that may be missing, unknown or malformed: then ok is
// false.
func date(s fact.Scalar) (d edtf.Date, ok bool) {
	if !s.Given() || s.Text == fact.Unknown {
		return edtf.Date{}, false
	}
	d, err := edtf.Parse(s.Text)
	return d, err == nil
}

// list writes words for a sentence: "a", "a and b", "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// choice is list with "or".
func choice(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
