package export

import (
	"slices"
	"strings"

	"example.org/publish/build/compile"
)

func idsTable(c *compile.Catalog) Table {
	type issued = *compile.Issued
	return newTable(Table{
		Name:        "ids",
		Title:       english("Ids"),
		Description: english("Every id that there is or was: since which version, until which, and what became of it."),
		Key:         []string{"id"},
	}, slices.Concat(
		column(ID, "id", "id of an entity, a source or a statement; it is never used again for another", func(i issued) string { return i.ID }).required(),
		column(Code, "kind", "what it is the id of", func(i issued) string { return i.Kind }).allowed("entity", "source", "statement").required(),
		column(ID, "entity_type", "type of the entity, or of the entity that the statement is about; empty for sources, and where it is no longer known", func(i issued) string { return i.Type }),
		column(ID, "entity_id", "entity that the statement is about", func(i issued) string { return i.Entity }),
		column(ID, "property", "property of the statement", func(i issued) string { return i.Property }),
		column(Text, "first_version", "version that had it first; empty: no released version has had it yet", func(i issued) string { return i.First }),
		column(Text, "last_version", "version that had it last; empty: it is still there, or no version without it is released yet", func(i issued) string { return i.Last }),
		column(Code, "fate", "what became of it; replaced: the statement was mended, and so has another id", func(i issued) string { return i.Fate }).
			allowed(compile.Current, compile.Moved, compile.Replaced, compile.Withdrawn).required(),
		column(IDs, "now_ids", "ids that stand for it now", func(i issued) string { return strings.Join(i.Now, separator) }),
		texts(c.Languages, "reason", "why it was moved or withdrawn", func(i issued) compile.Text { return i.Reason }),
	), slices.Values(c.Issued))
}
