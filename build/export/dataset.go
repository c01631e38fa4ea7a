package export

import (
	"slices"
	"strings"
	"time"

	"example.org/publish/build/compile"
)

func datasetTable(c *compile.Catalog) Table {
	type dataset = *compile.Catalog
	return newTable(Table{
		Name:        "dataset",
		Title:       english("Dataset"),
		Description: english("The dataset as a whole: its title, version and licence, in one row."),
		Key:         []string{"version"},
	}, slices.Concat(
		texts(c.Languages, "title", "title of the dataset", func(c dataset) compile.Text { return c.Title }).requiredFirst(),
		texts(c.Languages, "description", "what it holds", func(c dataset) compile.Text { return c.Description }),
		column(Text, "publisher", "who publishes it", func(c dataset) string { return c.Publisher }),
		column(Text, "version", "version (semantic versioning)", func(c dataset) string { return c.Version }).required(),
		column(Text, "licence", "licence (SPDX identifier)", func(c dataset) string { return c.Licence }),
		column(Language, "language", "main language", dataset.Main).required(),
		column(List, "languages", "languages of the texts, the main one first", func(c dataset) string { return strings.Join(c.Languages, separator) }).required(),
		column(Address, "site", "address of the published site", func(c dataset) string { return c.Site }),
		column(Address, "repository", "address of the repository that holds the facts", func(c dataset) string { return c.Repository }),
		column(Text, "branch", "branch of the repository that is published", func(c dataset) string { return c.Branch }),
		column(Text, "revision", "commit of the repository from which this was built", func(c dataset) string { return c.Revision }),
		column(Text, "date", "time of that commit (RFC 3339, UTC)", stamp),
	), slices.Values([]*compile.Catalog{c}))
}

// stamp is the time of the catalog's commit, or "".
func stamp(c *compile.Catalog) string {
	if c.Date.IsZero() {
		return ""
	}
	return c.Date.UTC().Format(time.RFC3339)
}
