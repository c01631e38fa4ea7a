package load

import "github.com/goccy/go-yaml/token"

// features are the parts of YAML that a dataset does without: each makes a file
// say something that is not written where it is read.
var features = map[token.Type]struct{ message, help string }{
	token.AnchorType:      {"an anchor (&)", "write the value out wherever it is meant; a text that begins with & goes in quotes"},
	token.AliasType:       {"an alias (*)", "write the value out wherever it is meant; a text that begins with * goes in quotes"},
	token.TagType:         {"a tag (!)", "values are read as the schema says, without tags; a text that begins with ! goes in quotes"},
	token.DirectiveType:   {"a directive (%)", "take the line away; a text that begins with % goes in quotes"},
	token.MergeKeyType:    {"a merge key (<<)", "write the keys out"},
	token.MappingKeyType:  {"a key marked with ?", "write key: value; a text that begins with ? goes in quotes"},
	token.DocumentEndType: {"the end of a document (...)", "take the line away: a file holds one document"},
}

// misplaced refuses a token that YAML does not allow where it stands, but that
// the parser would take, often for something else.
func (n *nesting) misplaced(t *token.Token, isKey bool) *refusal {
	at, bracket := position(t), n.top().bracket
	switch t.Type {
	case token.CollectEntryType:
		if is(n.before, token.MappingStartType, token.SequenceStartType, token.CollectEntryType) {
			return one(at, "a comma with nothing before it", "take it away")
		}
	case token.MappingEndType:
		if bracket != token.MappingStartType {
			return one(at, "a } that no { opens", "take it away, or put the text in quotes")
		}
	case token.SequenceEndType:
		if bracket != token.SequenceStartType {
			return one(at, "a ] that no [ opens", "take it away, or put the text in quotes")
		}
	case token.SequenceEntryType:
		if bracket != 0 {
			return one(at, "a dash in brackets", "write [one, another]; a text that begins with a dash goes in quotes")
		}
	case token.MappingValueType:
		switch {
		case n.before == nil, n.before.Position.Line != t.Position.Line:
			return one(at, "a colon that is not on the line of its key", keyHelp)
		case bracket != 0 && !is(n.earlier, token.MappingStartType, token.SequenceStartType, token.CollectEntryType):
			return one(position(n.before), "a key in brackets that no comma divides from what is before it", "write { key: value, another: value }")
		}
	}
	if bracket != 0 || n.before == nil || !n.below(t) || t.Type == token.SequenceEntryType {
		return nil
	}
	switch column := t.Position.Column; {
	case n.before.Type == token.MappingValueType && !isKey && column <= n.earlier.Position.Column:
		return one(at, "a value that is not indented further than its key", "write it behind the colon, or put two spaces before it")
	case n.before.Type == token.SequenceEntryType && column == n.before.Position.Column:
		return one(position(n.before), "a dash with nothing behind it", "write something there, or take the dash away")
	}
	return nil
}
