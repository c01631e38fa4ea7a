package tell

import (
	"strings"

	"example.org/publish/build/diff"
	"example.org/publish/build/number"
)

// fields tells the parts in which something changed: "the end was 1845 and is
// now 1846; it now also cites the gazette, paragraph 2".
func (t *Teller) fields(c *diff.Change) Sentence {
	var parts []Sentence
	for _, f := range c.Fields {
		switch f.Name {
		case "citations":
			parts = append(parts, t.citations(c)...)
		case "columns-added", "columns-removed":
			parts = append(parts, t.fill("change.field."+f.Name, slots{"old": listed(f.Old), "new": listed(f.New)}))
		default:
			parts = append(parts, t.field(c, f))
		}
	}
	return joined("; ", parts...)
}

// listed is a list of words as a sentence has it.
func listed(list string) Sentence {
	return Sentence{{Text: strings.ReplaceAll(list, diff.Separator, ", ")}}
}

func (t *Teller) field(c *diff.Change, f diff.Field) Sentence {
	label := Sentence{{Text: t.choice("field.", f.Name)}}
	old, new := t.valueOf(c, f.Name, f.Old), t.valueOf(c, f.Name, f.New)
	if f.OldText != nil || f.NewText != nil {
		a, b := t.text(f.OldText), t.text(f.NewText)
		if a == b { // it differs in another language
			label = t.fill("change.field.in", slots{"field": label, "language": {{Text: t.Words.LanguageName(f.Language)}}})
			a, b = Run{Text: f.Old, Language: f.Language}, Run{Text: f.New, Language: f.Language}
		}
		old, new = Sentence{a}, Sentence{b}
	}
	of := slots{"field": label, "old": old, "new": new}
	switch unsaid := t.Published && (c.Subject == diff.OfEntity || c.Subject == diff.OfStatement); {
	case new.String() == "" && unsaid:
		return t.fill("change.field.gone.unsaid", of)
	case new.String() == "":
		return t.fill("change.field.gone", of)
	case old.String() == "" || unsaid:
		return t.fill("change.field.is", of)
	}
	return t.fill("change.field.was-is", of)
}

// valueOf is the older or the newer form of a field in words.
func (t *Teller) valueOf(c *diff.Change, name, written string) Sentence {
	if c.Subject == diff.OfStatement && name == "claimant" {
		return t.claimant(written)
	}
	if written == "" {
		return nil
	}
	switch c.Subject {
	case diff.OfStatement:
		switch name {
		case "value":
			return t.statementValue(c, written)
		case "on", "from", "until":
			return Sentence{{Text: t.date(written)}}
		case "role":
			return t.role(c.Type, c.Property, written)
		case "disputes":
			return t.all(strings.Split(written, diff.Separator), t.reference)
		case "rank", "certainty":
			return Sentence{{Text: t.choice("change."+name+".", written)}}
		}
	case diff.OfSource:
		switch name {
		case "published", "retrieved", "original-published":
			return Sentence{{Text: t.date(written)}}
		case "language", "translated-from":
			return Sentence{{Text: t.Words.LanguageName(written)}}
		case "relies-on":
			return t.all(strings.Split(written, diff.Separator), t.named)
		}
	case diff.OfEntity:
		if name == "type" {
			return t.typ(written)
		}
	}
	return listed(written)
}

func (t *Teller) statementValue(c *diff.Change, written string) Sentence {
	switch c.After.Value.Kind {
	case "entity":
		return t.entity(written)
	case "date":
		return Sentence{{Text: t.date(written)}}
	case "language":
		return Sentence{{Text: t.Words.LanguageName(written)}}
	case "number":
		if n, err := number.Parse(written); err == nil {
			return Sentence{{Text: t.Words.Number(n)}}
		}
	case "code":
		for _, s := range []*diff.Statement{c.After, c.Before} {
			if s.Value.Written == written {
				return Sentence{t.or(s.Value.Label, written)}
			}
		}
	}
	return Sentence{{Text: written}}
}

// citations tells which citations came, went or were mended.
func (t *Teller) citations(c *diff.Change) []Sentence {
	gone, come, mended := t.Changes.Cited(c.Before, c.After)
	var parts []Sentence
	for _, one := range []struct {
		key  string
		list []diff.Citation
	}{{"change.field.cites", come}, {"change.field.cites-not", gone}, {"change.field.cites-anew", mended}} {
		if len(one.list) == 0 {
			continue
		}
		var cited []Sentence
		for _, citation := range one.list {
			cited = append(cited, t.cited(citation))
		}
		parts = append(parts, t.fill(one.key, slots{"sources": joined("; ", cited...)}))
	}
	return parts
}
