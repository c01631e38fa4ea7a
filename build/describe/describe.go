// Package describe writes what machines read before they read the downloads:
// descriptions of the files, their columns and their documents in the
// vocabularies of those who use them.
//
// All of it is made from the catalog, the tables and the list of files that
// were written ([export.Download], with sizes and hashes), so that a new
// column, type or format is described without a change here. What is not known
// is left out: there is no invented DOI, address or person. The package does
// not know where the files go, and makes no page.
package describe

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"example.org/publish/build/cite"
	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// Description is a file that describes the downloads.
type Description struct {
	ID    string // kebab-case; the download page has a sentence on each
	Path  string // below the folder of the downloads
	Title string
	Media string // media type
	// content is the whole file; nil: it cannot be written of this dataset.
	content func(*subject) ([]byte, error)
}

// Descriptions are all descriptions, in the order of the download page. A new
// one is a file of this package and a line here.
var Descriptions = []Description{
	{"datapackage", "datapackage.json", "Data Package", "application/json", document(dataPackage)},
	{"csvw", "csv-metadata.json", "CSV on the Web", "application/csvm+json", document(csvOnTheWeb)},
	{"json-schema", schemaPath, "JSON Schema", "application/schema+json", document(jsonSchema)},
	{"openapi", "openapi.json", "OpenAPI", "application/vnd.oai.openapi+json", document(openAPI)},
	{"croissant", "croissant.json", "Croissant", "application/ld+json", document(croissant)},
	{"dcat", "dcat.jsonld", "DCAT", "application/ld+json", document(dcat)},
	{"citation", "CITATION.cff", "Citation File Format", "application/yaml", citationFile},
	{"bibtex", "cite.bib", "BibTeX", "application/x-bibtex", citations(cite.BibTeX)},
	{"ris", "cite.ris", "RIS", "application/x-research-info-systems", citations(cite.RIS)},
	{"csl", "cite.csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", citations(cite.CSL)},
	{"datacite", "datacite.xml", "DataCite", "application/xml", dataCite},
}

// Input is what is described.
type Input struct {
	Catalog   *compile.Catalog
	Downloads []export.Download // all that was written of it
	Shapes    []export.Shape    // of the documents among them that are not of package export
	Folder    string            // where they lie below the site's root; empty: export.Folder
	Cited     string            // the version as a citation names it; empty: the catalog's
}

// Write describes the downloads, and returns the files that it wrote in the order of [Descriptions].
func Write(ctx context.Context, in Input, sink export.Sink) ([]export.Download, error) {
	s := newSubject(in)
	var done []export.Download
	for _, d := range Descriptions {
		content, err := d.content(s)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("describe in %s: %w", d.Path, err)
		}
		if content == nil {
			continue
		}
		written, err := export.Put(sink, s.folder, export.Download{
			Path: d.Path, Format: d.ID, Media: d.Media, Title: compile.Text{{Language: "en", Text: d.Title}},
		}, content)
		if err != nil {
			return nil, err
		}
		done = append(done, written)
	}
	return done, nil
}

// document makes a JSON file of an object.
func document(describe func(*subject) object) func(*subject) ([]byte, error) {
	return func(s *subject) ([]byte, error) {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err := e.Encode(describe(s))
		return b.Bytes(), err
	}
}
