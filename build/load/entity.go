package load

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"

	"example.org/publish/build/fact"
)

// entityKeys are the keys of <type>/<id>.yaml.
var entityKeys = keys[fact.Entity]{what: "an entity", hint: "; a property stands below facts", list: []key[fact.Entity]{
	{"name", func(r *reader, en *fact.Entity, e entry) { en.Name = r.translations(e) }},
	{"facts", func(r *reader, en *fact.Entity, e entry) { en.Facts = r.facts(e) }},
	{"withdrawn", func(r *reader, en *fact.Entity, e entry) {
		en.Withdrawn.At = e.key.Pos
		record(r, e.value, withdrawalKeys, &en.Withdrawn)
	}},
}}

var withdrawalKeys = keys[fact.Withdrawal]{what: "a withdrawal", list: []key[fact.Withdrawal]{
	{"reason", func(r *reader, w *fact.Withdrawal, e entry) { w.Reason = r.translations(e) }},
}}

var statementKeys = keys[fact.Statement]{what: "a statement", list: []key[fact.Statement]{
	{"value", func(r *reader, s *fact.Statement, e entry) { s.Value = r.translations(e) }},
	{"on", func(r *reader, s *fact.Statement, e entry) { s.On = r.scalar(e) }},
	{"from", func(r *reader, s *fact.Statement, e entry) { s.From = r.scalar(e) }},
	{"until", func(r *reader, s *fact.Statement, e entry) { s.Until = r.scalar(e) }},
	{"by", func(r *reader, s *fact.Statement, e entry) { s.By = r.scalar(e) }},
	{"role", func(r *reader, s *fact.Statement, e entry) { s.Role = r.scalar(e) }},
	{"certainty", func(r *reader, s *fact.Statement, e entry) { s.Certainty = r.scalar(e) }},
	{"detail", func(r *reader, s *fact.Statement, e entry) { s.Detail = r.translations(e) }},
	{"rank", func(r *reader, s *fact.Statement, e entry) { s.Rank = r.scalar(e) }},
	{"reason", func(r *reader, s *fact.Statement, e entry) { s.Reason = r.translations(e) }},
	{"key", func(r *reader, s *fact.Statement, e entry) { s.Key = r.scalar(e) }},
	{"disputes", func(r *reader, s *fact.Statement, e entry) { s.Disputes = r.scalars(e) }},
	{"note", func(r *reader, s *fact.Statement, e entry) { s.Note = r.translations(e) }},
	{"cite", func(r *reader, s *fact.Statement, e entry) { s.Cite = r.citations(e) }},
}}

// facts reads a map from properties to lists of statements.
func (r *reader) facts(e entry) []fact.Facts {
	if e.value == nil {
		return nil
	}
	properties, ok := r.entries(e.value)
	if !ok {
		r.wrongShape(e.value, `"facts" is a map from properties to lists of statements`, "write: office: [{ value: …, cite: source-id#p1 }]")
		return nil
	}
	var facts []fact.Facts
	for _, p := range properties {
		facts = append(facts, fact.Facts{Property: p.key, Statements: r.statements(p)})
	}
	return facts
}

func (r *reader) statements(p entry) []*fact.Statement {
	if p.value == nil {
		return nil
	}
	// A map on its own is read as the one statement that it is, for what is wrong
	// in it.
	if !isList(p.value) {
		r.wrongShape(p.value, p.name()+" is a list of statements", listed(p.value))
	}
	var statements []*fact.Statement
	for _, n := range r.items(p.value) {
		m, ok := n.(*ast.MappingNode)
		if !ok {
			if isList(p.value) {
				r.wrongShape(n, "a statement is a map of keys and values", listed(n))
			}
			continue
		}
		s := &fact.Statement{At: start(m)}
		if len(m.Values) > 0 {
			s.At = start(m.Values[0].Key)
		}
		record(r, m, statementKeys, s)
		statements = append(statements, s)
	}
	return statements
}

// listed says how to make a statement in a list of what was written.
func listed(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode:
		return "put a dash before its first key: - value: …"
	case *ast.SequenceNode:
		return "take one of the dashes away: - value: …"
	}
	return fmt.Sprintf("write: - { value: %s, cite: source-id#p1 }", typed(n))
}
