package move

import (
	"iter"
	"strings"

	"example.org/publish/build/fact"
)

// reference is a word that begins with the id of an entity or a source.
type reference struct {
	file string
	id   string
	word fact.Scalar
}

// references yields every reference to an entity or a source.
func references(d *fact.Dataset) iter.Seq[reference] {
	types := map[string]*fact.Type{}
	for _, t := range d.Types {
		types[t.ID.Text] = t
	}
	return func(yield func(reference) bool) {
		more := true
		give := func(file string, words ...fact.Scalar) {
			for _, w := range words {
				id, _, _ := strings.Cut(w.Text, "#")
				more = more && yield(reference{file, id, w})
			}
		}
		for _, e := range d.Entities {
			for _, f := range e.Facts {
				var property *fact.Property
				if t := types[e.Type.Text]; t != nil {
					property = t.Property(f.Property.Text)
				}
				for _, s := range f.Statements {
					if property != nil && property.References() {
						for _, v := range s.Value {
							give(e.File, v.Scalar)
						}
					}
					give(e.File, s.By)
					for _, other := range s.Disputes {
						if strings.Contains(other.Text, "#") { // without, it is a key
							give(e.File, other)
						}
					}
					for _, c := range s.Cite {
						give(e.File, c.Source)
						give(e.File, c.Via...)
					}
				}
			}
		}
		for _, s := range d.Sources {
			give(s.File, s.ReliesOn...)
		}
		for _, m := range d.Moves {
			give("moved.yaml", m.To...)
		}
	}
}
