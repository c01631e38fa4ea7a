package load

import (
	"github.com/goccy/go-yaml/token"

	"example.org/publish/build/fact"
	"example.org/publish/build/problem"
)

// features are the parts of YAML that a dataset does without: each makes a file
// say something that is not written where it is read.
var features = map[token.Type]struct{ message, help string }{
	token.AnchorType:      {"an anchor (&); a dataset has none", "write the value out wherever it is meant; a text that begins with & goes in quotes"},
	token.AliasType:       {"an alias (*); a dataset has none", "write the value out wherever it is meant; a text that begins with * goes in quotes"},
	token.TagType:         {"a tag (!); a dataset has none", "the schema says how a value is read; a text that begins with ! goes in quotes"},
	token.DirectiveType:   {"a directive (%); a dataset has none", "take the line away; a text that begins with % goes in quotes"},
	token.MergeKeyType:    {"a merge key (<<); a dataset has none", "write the keys out"},
	token.MappingKeyType:  {"a key marked with ?; a dataset has none", "write key: value; a text that begins with ? goes in quotes"},
	token.DocumentEndType: {"the end of a document (...); a file is one document", "take the line away, or divide the file into several"},
}

// misplaced refuses a token that YAML does not allow where it stands, but that
// the parser would take, often for something else.
func (n *nesting) misplaced(t *token.Token, isKey bool) *problem.Problem {
	at, bracket := position(t), n.top().opened
	if is(n.before, token.MappingValueType) && is(bracket, token.SequenceStartType) && is(t, token.CollectEntryType, token.SequenceEndType) {
		return refuse(position(n.before), "a key in [ ] with nothing behind it", "write a value; a text with a colon goes in quotes")
	}
	switch t.Type {
	case token.CollectEntryType:
		if is(n.before, token.MappingStartType, token.SequenceStartType, token.CollectEntryType) {
			return refuse(at, "a comma with nothing before it", "take it away")
		}
	case token.MappingEndType:
		if !is(bracket, token.MappingStartType) {
			return refuse(at, "a } that no { opens", "take it away, or put the text in quotes")
		}
	case token.SequenceEndType:
		if !is(bracket, token.SequenceStartType) {
			return refuse(at, "a ] that no [ opens", "take it away, or put the text in quotes")
		}
	case token.SequenceEntryType:
		if bracket != nil {
			return refuse(at, "a dash in brackets", "write [one, another]; a text that begins with a dash goes in quotes")
		}
	case token.MappingValueType:
		switch {
		case n.before == nil:
			return refuse(at, "a colon with no key before it", "write key: value; a text that begins with a colon goes in quotes")
		case n.before.Position.Line != t.Position.Line, is(n.earlier, token.LiteralType, token.FoldedType):
			return refuse(at, "a colon in a text of several lines", keyHelp)
		case bracket != nil && !is(n.earlier, token.MappingStartType, token.SequenceStartType, token.CollectEntryType):
			return refuse(position(n.before), "a key in brackets that no comma divides from what is before it", "put a comma before it; or is a bracket above not closed?")
		}
	}
	if bracket != nil || n.before == nil || !n.below(t) || t.Type == token.SequenceEntryType {
		return nil
	}
	switch column := t.Position.Column; {
	case n.before.Type == token.MappingValueType && !isKey && column <= n.earlier.Position.Column:
		return refuse(at, "a value that is not indented further than its key", "write it behind the colon, or put two spaces before it")
	case n.before.Type == token.SequenceEntryType && column == n.before.Position.Column:
		return refuse(position(n.before), "a dash with nothing behind it", "write something there, or take the dash away")
	}
	return nil
}

func feature(at fact.Pos, message, help string) *problem.Problem {
	return &problem.Problem{Pos: at, Width: 1, Rule: YAMLFeature, Severity: problem.Error, Message: message, Help: help}
}
