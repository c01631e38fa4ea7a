package editor

import (
	"bytes"
	"encoding/json"
)

// schema is a JSON Schema, draft 7: the one that editors know best. The last
// keywords are those of Visual Studio Code's language servers; others pass them
// over.
type schema struct {
	Schema      string    `json:"$schema,omitempty"`
	Comment     string    `json:"$comment,omitempty"`
	Title       string    `json:"title,omitempty"`
	Description string    `json:"description,omitempty"`
	Ref         string    `json:"$ref,omitempty"`
	AllOf       []*schema `json:"allOf,omitempty"`
	AnyOf       []*schema `json:"anyOf,omitempty"`
	If          *schema   `json:"if,omitempty"`
	Then        *schema   `json:"then,omitempty"`

	Type      any      `json:"type,omitempty"` // a string or several
	Const     any      `json:"const,omitempty"`
	Enum      []string `json:"enum,omitempty"`
	Pattern   string   `json:"pattern,omitempty"`
	MinLength int      `json:"minLength,omitempty"`
	MaxLength int      `json:"maxLength,omitempty"`

	Items       *schema `json:"items,omitempty"`
	MinItems    int     `json:"minItems,omitempty"`
	UniqueItems bool    `json:"uniqueItems,omitempty"`

	Properties    keyed    `json:"properties,omitempty"`
	Required      []string `json:"required,omitempty"`
	PropertyNames *schema  `json:"propertyNames,omitempty"`
	MinProperties int      `json:"minProperties,omitempty"`
	Additional    any      `json:"additionalProperties,omitempty"` // false or a schema
	Definitions   keyed    `json:"definitions,omitempty"`

	PatternError     string    `json:"patternErrorMessage,omitempty"`
	EnumDescriptions []string  `json:"markdownEnumDescriptions,omitempty"`
	Snippets         []snippet `json:"defaultSnippets,omitempty"`
}

// snippet is what an editor offers to write.
type snippet struct {
	Label       string `json:"label"`
	Description string `json:"description,omitempty"`
	Body        string `json:"body"`
}

// keyed are schemas by key, in an order of their own.
type keyed []pair

type pair struct {
	key    string
	schema *schema
}

// MarshalJSON writes an object with the keys in their order.
func (k keyed) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range k {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := plain(p.key)
		if err != nil {
			return nil, err
		}
		value, err := plain(p.schema)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plain is JSON without the escapes that only web pages need.
func plain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// file is a schema as a file's bytes.
func (s *schema) file() []byte {
	s.Schema = "http://json-schema.org/draft-07/schema#"
	s.Comment = Mark
	text, err := plain(s)
	if err != nil {
		panic(err) // it is made of strings alone
	}
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// record is a map with known keys alone.
func record(required []string, properties ...pair) *schema {
	return &schema{Type: "object", Properties: properties, Required: required, Additional: false}
}

// maps is a map with free ids as keys.
func maps(each *schema) *schema {
	return &schema{Type: "object", PropertyNames: ref("id"), Additional: each}
}

func list(each *schema) *schema {
	return &schema{Type: "array", Items: each, MinItems: 1}
}

// orList is one or several.
func orList(each *schema) *schema {
	return &schema{AnyOf: []*schema{each, list(each)}}
}

func anyOf(schemas ...*schema) *schema {
	if len(schemas) == 1 {
		return schemas[0]
	}
	return &schema{AnyOf: schemas}
}

func constant(word string) *schema { return &schema{Const: word} }

// ref refers to a definition of the file with what all files share.
func ref(name string) *schema { return &schema{Ref: Common + "#/definitions/" + name} }

// idOf refers to the ids of the entities of a type, or to "source" or "any".
func idOf(typ string) *schema { return &schema{Ref: IDs + "#/definitions/" + typ} }

// described adds a text to a schema that may be a reference, beside which draft 7
// allows nothing.
func described(s *schema, title, description string) *schema {
	if s.Ref != "" {
		s = &schema{AllOf: []*schema{s}}
	}
	copied := *s
	copied.Title, copied.Description = title, description
	return &copied
}
