package check

import (
	"fmt"
	"path"
	"slices"

	"example.org/publish/build/fact"
	"example.org/publish/build/kebab"
	"example.org/publish/build/problem"
)

var idRules = []Rule{
	{
		ID:       "id-form",
		Title:    "An id is in kebab-case",
		Severity: problem.Error,
		Why:      "Ids become addresses and column values that people type, cite and sort. Lower-case letters a to z, digits and single hyphens survive all of that.",
		Mend:     "Rename the file, or the word, to lower-case words without accents, joined by hyphens, of at most 80 characters.",
		Before:   "person/Ada_Lovelace.yaml",
		After:    "person/ada-lovelace.yaml",
		find: func(f *finder) {
			for _, t := range f.Types {
				idOfFile(f, t.File, t.ID)
				for _, p := range t.Properties {
					idInFile(f, t.File, p.ID)
					for _, c := range p.Codes {
						idInFile(f, t.File, c.ID)
					}
					for _, r := range p.Roles {
						idInFile(f, t.File, r.ID)
					}
				}
			}
			for _, e := range f.Entities {
				idOfFile(f, e.File, e.ID)
			}
			for _, s := range f.Sources {
				idOfFile(f, s.File, s.ID)
				idInFile(f, s.File, s.Kind)
			}
			for _, s := range f.said {
				idInFile(f, s.entity.File, s.Key)
			}
			for _, m := range f.Moves {
				idInFile(f, "moved.yaml", m.Old)
			}
		},
	},
	{
		ID:       "reserved-id",
		Title:    "An id is not a word with another meaning",
		Severity: problem.Error,
		Why:      "The site has pages of its own, such as /timeline/ and /data/, where a type of that name would stand. The words unnamed and unknown say that a source leaves something open.",
		Mend:     "Rename the file to another word.",
		Before:   "schema/data.yaml",
		After:    "schema/data-set.yaml",
		find: func(f *finder) {
			for _, t := range f.Types {
				if slices.Contains(reservedTypes, t.ID.Text) || slices.Contains(fact.Kinds, t.ID.Text) || slices.Contains(f.languages, t.ID.Text) {
					f.from(t.File, fact.Pos{}, fmt.Sprintf("a type cannot have the id %q: the word has another meaning", t.ID.Text), "rename the file and the folder of its entities")
				}
			}
			for _, e := range f.Entities {
				if fact.IsStatementID(e.ID.Text) {
					f.from(e.File, fact.Pos{}, fmt.Sprintf("an entity cannot have the id %q: it has the form of a statement's", e.ID.Text), "rename the file")
				}
			}
			for _, id := range []string{fact.Unknown, fact.Unnamed} {
				if e := f.entities[id]; e != nil {
					f.from(e.File, fact.Pos{}, fmt.Sprintf("an entity cannot have the id %q: the word has another meaning", id), "rename the file")
				}
				if s := f.sources[id]; s != nil {
					f.from(s.File, fact.Pos{}, fmt.Sprintf("a source cannot have the id %q: the word has another meaning", id), "rename the file")
				}
			}
		},
	},
	{
		ID:       "duplicate-id",
		Title:    "An id is used once in the whole dataset",
		Severity: problem.Error,
		Why:      "A reference gives nothing but the id, so two files of one name, even in different folders, could not be told apart.",
		Mend:     "Rename one of them: say what it is, as in lovelace-crater.",
		Before:   "person/lovelace.yaml and place/lovelace.yaml",
		After:    "person/ada-lovelace.yaml and place/lovelace-crater.yaml",
		find: func(f *finder) {
			first := map[string]string{}
			see := func(file string, id fact.Scalar) {
				if other, ok := first[id.Text]; ok {
					f.from(file, fact.Pos{}, fmt.Sprintf("the id %q is taken by %s", id.Text, other), "rename one of the two files")
					return
				}
				first[id.Text] = file
			}
			for _, e := range f.Entities {
				see(e.File, e.ID)
			}
			for _, s := range f.Sources {
				see(s.File, s.ID)
			}
		},
	},
	{
		ID:       "duplicate-statement-key",
		Title:    "A statement's key is used once in its entity",
		Severity: problem.Error,
		Why:      "Others answer a statement by its key, and its published id is made from it.",
		Mend:     "Give one of the two another key, or none if nobody answers it.",
		Before:   "- { key: author, value: … }\n- { key: author, value: … }",
		After:    "- { key: author-of-notes, value: … }\n- { key: author-of-sketch, value: … }",
		find: func(f *finder) {
			for _, s := range f.said {
				first := f.keys[s.entity.ID.Text+"#"+s.Key.Text]
				if s.Key.Given() && first != s.Statement && !f.isTwice(s.entity) {
					f.at(s.entity.File, s.Key, fmt.Sprintf("the key %q is taken by the statement in line %d", s.Key.Text, first.At.Line), "give one of the two another key")
				}
			}
		},
	},
}

// reservedTypes are the words of the site's own addresses.
var reservedTypes = []string{
	"about", "assets", "changes", "data", "disputed", "latest", "quality", "rules", "schema", "search", "source", "timeline", "v",
}

func idOfFile(f *finder, file string, id fact.Scalar) {
	if message, better := idFault(id.Text); message != "" {
		help := "rename the file to lower-case words joined by hyphens"
		if better != "" {
			help = fmt.Sprintf("rename the file to %s.yaml", path.Join(path.Dir(file), better))
		}
		f.from(file, fact.Pos{}, message, help)
	}
}

func idInFile(f *finder, file string, id fact.Scalar) {
	if !id.Given() {
		return
	}
	if message, better := idFault(id.Text); message != "" {
		help := "write lower-case words joined by hyphens"
		if better != "" {
			help = "write " + better
		}
		f.at(file, id, message, help)
	}
}

// idFault says what is wrong with an id, and how it would be right if that is
// clear.
func idFault(id string) (message, better string) {
	switch {
	case len(id) > kebab.Longest:
		return fmt.Sprintf("the id has %d characters, and %d are the most", len(id), kebab.Longest), ""
	case !kebab.Is(id):
		return fmt.Sprintf("%q is not in kebab-case", id), kebab.Of(id)
	}
	return "", ""
}

// isTwice reports whether another file has the entity's id.
func (x *index) isTwice(e *fact.Entity) bool { return x.entities[e.ID.Text] != e }
