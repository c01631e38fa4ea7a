package describe

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// dcat is a catalogue with one dataset, for the portals that gather them
// (DCAT-AP 3.0, in JSON-LD with its context in the document).
func dcat(s *subject) object {
	return object{
		{"@context", object{
			{"dcat", "http://www.w3.org/ns/dcat#"},
			{"dct", "http://purl.org/dc/terms/"},
			{"foaf", "http://xmlns.com/foaf/0.1/"},
			{"spdx", "http://spdx.org/rdf/terms#"},
			{"xsd", "http://www.w3.org/2001/XMLSchema#"},
		}},
		{"@id", s.home() + "#catalogue"},
		{"@type", "dcat:Catalog"},
		{"dct:title", translated(s.Title)},
		{"dct:description", translated(s.Description)},
		{"dct:publisher", s.agent()},
		{"dct:license", thing(s.licence(), "dct:LicenseDocument")},
		{"dct:language", languages(s.Languages)},
		{"dct:modified", s.moment()},
		{"foaf:homepage", thing(s.Site, "foaf:Document")},
		{"dcat:dataset", s.dcatDataset()},
	}
}

func (s *subject) dcatDataset() object {
	var temporal object
	if first, last, known := strings.Cut(s.coverage(), "/"); known {
		temporal = object{
			{"@type", "dct:PeriodOfTime"},
			{"dcat:startDate", literal(first, "xsd:date")},
			{"dcat:endDate", literal(last, "xsd:date")},
		}
	}
	return object{
		{"@id", s.iri()},
		{"@type", "dcat:Dataset"},
		{"dct:title", translated(s.Title)},
		{"dct:description", translated(s.Description)},
		{"dct:identifier", s.home()},
		{"dct:publisher", reference(s.publisher())},
		{"dct:creator", reference(s.publisher())},
		{"dcat:version", s.Version},
		{"dct:modified", s.moment()},
		{"dct:language", languages(s.Languages)},
		{"dct:accessRights", thing("http://publications.europa.eu/resource/authority/access-right/PUBLIC", "dct:RightsStatement")},
		{"dct:temporal", temporal},
		{"dcat:keyword", s.taggedKeywords()},
		{"dcat:landingPage", thing(s.Site+s.folder, "foaf:Document")},
		{"dcat:distribution", each(s.files, s.distribution)},
	}
}

func (s *subject) distribution(d export.Download) object {
	return object{
		{"@id", s.address(d.Path)},
		{"@type", "dcat:Distribution"},
		{"dct:title", translated(d.Title)},
		{"dct:description", purpose(d)},
		{"dcat:accessURL", thing(s.Site+s.folder, "")},
		{"dcat:downloadURL", thing(s.address(d.Path), "")},
		{"dcat:mediaType", thing("http://www.iana.org/assignments/media-types/"+d.Media, "dct:MediaType")},
		{"dcat:byteSize", literal(strconv.FormatInt(d.Bytes, 10), "xsd:nonNegativeInteger")},
		{"dct:license", thing(s.licence(), "dct:LicenseDocument")},
		{"dct:modified", s.moment()},
		{"spdx:checksum", object{
			{"@type", "spdx:Checksum"},
			{"spdx:algorithm", thing("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm")},
			{"spdx:checksumValue", literal(d.SHA256, "xsd:hexBinary")},
		}},
	}
}

// purpose is what the file's format is good for.
func purpose(d export.Download) []object {
	for _, f := range export.Formats {
		if f.ID == d.Format {
			return translated(f.Description)
		}
	}
	return nil
}

// publisher names who publishes the dataset.
func (s *subject) publisher() string { return s.Site + "#publisher" }

func (s *subject) agent() object {
	return object{{"@id", s.publisher()}, {"@type", "foaf:Agent"}, {"foaf:name", s.Publisher}}
}

// moment is the time of the version.
func (s *subject) moment() object {
	if s.Date.IsZero() {
		return nil
	}
	return literal(s.stamp(time.RFC3339), "xsd:dateTime")
}

func (s *subject) taggedKeywords() []object {
	return each(s.keywords(), func(word string) object { return object{{"@value", word}, {"@language", s.Main()}} })
}

// thing points to something of the class; an empty class is not said.
func thing(iri, class string) object {
	if iri == "" {
		return nil
	}
	return object{{"@id", iri}, {"@type", class}}
}

func literal(text, datatype string) object { return object{{"@value", text}, {"@type", datatype}} }

// translated is the text in each of its languages.
func translated(t compile.Text) []object {
	return each(t, func(tr compile.Translation) object { return object{{"@value", tr.Text}, {"@language", tr.Language}} })
}

// languages names the languages in the European vocabulary that the profile
// demands. One that has no code of three letters is left out.
func languages(tags []string) []object {
	var all []object
	for _, tag := range tags {
		base, err := language.ParseBase(strings.SplitN(tag, "-", 2)[0])
		if err == nil && len(base.ISO3()) == 3 {
			all = append(all, thing("http://publications.europa.eu/resource/authority/language/"+strings.ToUpper(base.ISO3()), "dct:LinguisticSystem"))
		}
	}
	return all
}
