package describe

import (
	"encoding/xml"
	"slices"
	"strconv"

	"example.org/publish/build/compile"
	"example.org/publish/build/export"
)

// dataCite is the record by which a repository registers a dataset (DataCite
// Metadata Schema 4.7). Nobody has given this one a DOI, so its identifier is
// its address. Without a date there is no record: the schema demands a year.
func dataCite(s *subject) ([]byte, error) {
	if s.Date.IsZero() {
		return nil, nil
	}
	record := dataciteRecord{
		Namespace:   "http://datacite.org/schema/kernel-4",
		Identifier:  attributed{Text: s.home(), IdentifierType: "URL"},
		Creators:    []creator{{Name: attributed{Text: s.Publisher, NameType: "Organizational"}}},
		Titles:      inLanguages(s.Title, ""),
		Publisher:   s.Publisher,
		Year:        s.stamp("2006"),
		Resource:    attributed{Text: "Dataset", ResourceTypeGeneral: "Dataset"},
		Subjects:    each(s.keywords(), func(word string) attributed { return attributed{Text: word, Language: s.Main()} }),
		Dates:       []attributed{{Text: s.day(), DateType: "Issued"}},
		Language:    s.Main(),
		Version:     s.Version,
		Description: inLanguages(s.Description, "Abstract"),
		Rights: []attributed{{
			Text: s.Licence, RightsURI: s.licence(),
			RightsIdentifier: s.Licence, RightsIdentifierScheme: "SPDX", SchemeURI: "https://spdx.org/licenses/",
		}},
	}
	if coverage := s.coverage(); coverage != "" {
		record.Dates = append(record.Dates, attributed{Text: coverage, DateType: "Coverage"})
	}
	for _, source := range s.Sources {
		if source.Address != "" {
			record.Related = append(record.Related, attributed{Text: source.Address, RelatedIdentifierType: "URL", RelationType: "IsDerivedFrom"})
		}
	}
	for _, d := range s.files {
		if !slices.Contains(record.Formats, d.Media) {
			record.Formats = append(record.Formats, d.Media)
		}
	}
	record.Sizes = []string{strconv.Itoa(len(s.files)) + " files", size(total(s.files))}
	content, err := xml.MarshalIndent(record, "", "  ")
	return append([]byte(xml.Header), append(content, '\n')...), err
}

func total(files []export.Download) int64 {
	var bytes int64
	for _, d := range files {
		bytes += d.Bytes
	}
	return bytes
}

func inLanguages(t compile.Text, kind string) []attributed {
	return each(t, func(tr compile.Translation) attributed {
		return attributed{Text: tr.Text, Language: tr.Language, DescriptionType: kind}
	})
}

type dataciteRecord struct {
	XMLName     xml.Name     `xml:"resource"`
	Namespace   string       `xml:"xmlns,attr"`
	Identifier  attributed   `xml:"identifier"`
	Creators    []creator    `xml:"creators>creator"`
	Titles      []attributed `xml:"titles>title"`
	Publisher   string       `xml:"publisher"`
	Year        string       `xml:"publicationYear"`
	Resource    attributed   `xml:"resourceType"`
	Subjects    []attributed `xml:"subjects>subject,omitempty"`
	Dates       []attributed `xml:"dates>date"`
	Language    string       `xml:"language"`
	Related     []attributed `xml:"relatedIdentifiers>relatedIdentifier,omitempty"`
	Sizes       []string     `xml:"sizes>size"`
	Formats     []string     `xml:"formats>format,omitempty"`
	Version     string       `xml:"version"`
	Rights      []attributed `xml:"rightsList>rights"`
	Description []attributed `xml:"descriptions>description,omitempty"`
}

type creator struct {
	Name attributed `xml:"creatorName"`
}

// attributed is an element that holds a text; each has some of the attributes.
type attributed struct {
	Text                   string `xml:",chardata"`
	Language               string `xml:"xml:lang,attr,omitempty"`
	IdentifierType         string `xml:"identifierType,attr,omitempty"`
	NameType               string `xml:"nameType,attr,omitempty"`
	ResourceTypeGeneral    string `xml:"resourceTypeGeneral,attr,omitempty"`
	DateType               string `xml:"dateType,attr,omitempty"`
	DescriptionType        string `xml:"descriptionType,attr,omitempty"`
	RelatedIdentifierType  string `xml:"relatedIdentifierType,attr,omitempty"`
	RelationType           string `xml:"relationType,attr,omitempty"`
	RightsURI              string `xml:"rightsURI,attr,omitempty"`
	RightsIdentifier       string `xml:"rightsIdentifier,attr,omitempty"`
	RightsIdentifierScheme string `xml:"rightsIdentifierScheme,attr,omitempty"`
	SchemeURI              string `xml:"schemeURI,attr,omitempty"`
}
