package describe

import (
	"unicode/utf8"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// Dataset is the dataset in the words of schema.org, as search engines for
// datasets want it on the download page: without its @context, its texts in the
// language where there are such. It says nothing of a place, which no column of
// every dataset holds.
func Dataset(c *compile.Catalog, downloads []export.Download, language string) map[string]any {
	s := newSubject(Input{Catalog: c, Downloads: downloads})
	data := map[string]any{
		"@type":                 "Dataset",
		"@id":                   s.iri(),
		"name":                  c.Title.In(language).Text,
		"description":           s.summary(language),
		"url":                   c.Site,
		"identifier":            c.Site,
		"license":               s.licence(),
		"version":               c.Version,
		"inLanguage":            c.Languages,
		"isAccessibleForFree":   true,
		"creator":               map[string]any{"@type": "Organization", "name": c.Publisher, "url": c.Site},
		"publisher":             map[string]any{"@type": "Organization", "name": c.Publisher, "url": c.Site},
		"creditText":            s.citation(),
		"isBasedOn":             c.Site + "source/",
		"includedInDataCatalog": map[string]any{"@type": "DataCatalog", "name": c.Title.In(language).Text, "url": c.Site},
	}
	if day := s.day(); day != "" {
		data["dateModified"], data["datePublished"] = day, day
	}
	if coverage := s.coverage(); coverage != "" {
		data["temporalCoverage"] = coverage
	}
	var words []string
	var measured, files []any
	for _, t := range c.Types {
		if len(t.Entities) == 0 {
			continue
		}
		words = append(words, t.Plural.In(language).Text)
		for _, p := range t.Properties {
			variable := map[string]any{
				"@type": "PropertyValue", "propertyID": c.Site + "schema/" + t.ID + "/#" + p.ID,
				"name": t.Label.In(language).Text + ": " + p.Label.In(language).Text,
			}
			if described := p.Description.In(language).Text; described != "" {
				variable["description"] = described
			}
			measured = append(measured, variable)
		}
	}
	for _, d := range s.files {
		files = append(files, map[string]any{
			"@type": "DataDownload", "name": d.Path, "contentUrl": s.address(d.Path), "encodingFormat": d.Media,
			"contentSize": size(d.Bytes), "sha256": d.SHA256,
		})
	}
	for name, list := range map[string][]any{"variableMeasured": measured, "distribution": files} {
		if list != nil {
			data[name] = list
		}
	}
	if words != nil {
		data["keywords"] = words
	}
	return data
}

// The lengths that Google's dataset search wants a description to have.
const shortest, longest = 50, 5000

// summary is the description in the language, with the title before it when
// it is too short, and cut when it is too long.
func (s *subject) summary(language string) string {
	summary := s.Description.In(language).Text
	if utf8.RuneCountInString(summary) < shortest {
		summary = s.Title.In(language).Text + ": " + summary + " (" + s.citation() + ")"
	}
	if runes := []rune(summary); len(runes) > longest {
		summary = string(runes[:longest-1]) + "…"
	}
	return summary
}
