package load

import "github.com/goccy/go-yaml/token"

func admit(tokens token.Tokens) *refusal {
	documents := 0
	for _, t := range tokens {
		refuse := func(message, help string) *refusal {
			return &refusal{rule: YAMLFeature, at: position(t), width: 1, message: message, help: help}
		}
		switch t.Type {
		case token.AnchorType:
			return refuse("an anchor (&)", "x")
		case token.AliasType:
			return refuse("an alias (*)", "")
		case token.TagType:
			return refuse("a tag (!)", "")
		case token.DirectiveType:
			return refuse("a directive (%)", "")
		case token.MergeKeyType:
			return refuse("a merge key (<<)", "")
		case token.MappingKeyType:
			return refuse("a complex key (?)", "")
		case token.DocumentHeaderType:
			if documents++; documents > 1 {
				return refuse("a second document", "")
			}
		}
	}
	return nil
}
