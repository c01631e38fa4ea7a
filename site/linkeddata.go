package site

import (
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
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

func (p place) datasetData(v *View) map[string]any {
	c := p.catalog()
	data := map[string]any{
		"@type":               "Dataset",
		"@id":                 c.Site + "#dataset",
		"name":                p.text(c.Title).Text,
		"description":         p.text(c.Description).Text,
		"url":                 c.Site,
		"license":             v.Site.LicenceHref,
		"version":             c.Version,
		"inLanguage":          c.Languages,
		"isAccessibleForFree": true,
		"creator":             map[string]any{"@type": "Organization", "name": c.Publisher},
	}
	if v.Site.Day != "" {
		data["dateModified"] = v.Site.Day
	}
	var files []any
	for _, d := range p.in.Downloads {
		if d.Entity == "" {
			files = append(files, map[string]any{
				"@type": "DataDownload", "contentUrl": c.Site + export.Folder + d.Path, "encodingFormat": d.Media, "sha256": d.SHA256,
			})
		}
	}
	if files != nil {
		data["distribution"] = files
	}
	return data
}
