package site

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/describe"
)

// The pages' descriptions in the words of schema.org, for JSON-LD. They hold
// no claim: there a claimant would be lost.

func (p place) pageData(kind string, v *View) map[string]any {
	return map[string]any{
		"@type":       kind,
		"name":        v.Title,
		"description": v.Description,
		"url":         v.Canonical,
		"inLanguage":  p.Language,
		"isPartOf":    p.datasetReference(),
	}
}

func (p place) datasetReference() map[string]any {
	return map[string]any{"@type": "Dataset", "@id": p.catalog().Site + "#dataset", "name": p.text(p.catalog().Title).Text}
}

func (p place) entityData(e *compile.Entity, v *View) map[string]any {
	data := p.pageData("WebPage", v)
	data["about"] = map[string]any{
		"@type":      "Thing",
		"@id":        p.catalog().Site + entityPath(e) + "#" + e.ID,
		"name":       p.text(e.Name).Text,
		"identifier": e.ID,
	}
	return data
}

func (p place) sourceData(s *compile.Source, v *View) map[string]any {
	data := p.pageData("WebPage", v)
	about := map[string]any{"@type": "CreativeWork", "name": p.sourceName(s).Text, "identifier": s.ID}
	if s.Address != "" {
		about["url"] = s.Address
	}
	if s.Language != "" {
		about["inLanguage"] = s.Language
	}
	if s.Publisher != "" {
		about["publisher"] = map[string]any{"@type": "Organization", "name": s.Publisher}
	}
	data["about"] = about
	return data
}

func (p place) datasetData() map[string]any {
	return describe.Dataset(p.catalog(), p.in.Downloads, p.Language)
}

// datasetInShort leaves the files and the variables to the download page.
func (p place) datasetInShort() map[string]any {
	data := p.datasetData()
	delete(data, "distribution")
	delete(data, "variableMeasured")
	return data
}
