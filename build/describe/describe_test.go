package describe_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/describe"
	"example.org/publish/build/export"
	"example.org/publish/build/load"
)

// memory is a sink that keeps the files.
type memory struct {
	mutex sync.Mutex
	files map[string][]byte // by path below export.Folder
}

type memoryFile struct {
	bytes.Buffer
	close func([]byte)
}

func (f *memoryFile) Close() error { f.close(f.Bytes()); return nil }

func (m *memory) Create(name string) (io.WriteCloser, error) {
	return &memoryFile{close: func(content []byte) {
		m.mutex.Lock()
		defer m.mutex.Unlock()
		m.files[strings.TrimPrefix(name, export.Folder)] = content
	}}, nil
}

// published is the dataset of this repository with its downloads and their
// descriptions.
type published struct {
	catalog      *compile.Catalog
	downloads    []export.Download
	descriptions []export.Download
	files        map[string][]byte
}

var real = sync.OnceValues(func() (*published, error) {
	written, unread, err := load.Load(os.DirFS("../../dataset"))
	if err != nil {
		return nil, err
	}
	passed, _ := check.Run(written, unread)
	return publish(compile.Compile(passed, compile.Commit{Date: time.Unix(1762300800, 0).UTC(), Revision: strings.Repeat("0123456789", 4)}))
})

func publish(c *compile.Catalog) (*published, error) {
	sink := &memory{files: map[string][]byte{}}
	downloads, err := export.Write(context.Background(), c, sink, "")
	if err != nil {
		return nil, err
	}
	descriptions, err := describe.Write(context.Background(), describe.Input{Catalog: c, Downloads: downloads}, sink)
	return &published{c, downloads, descriptions, sink.files}, err
}

func dataset(t *testing.T) *published {
	t.Helper()
	p, err := real()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// read reads a JSON file into the type.
func read[T any](t *testing.T, p *published, name string) T {
	t.Helper()
	var value T
	if err := json.Unmarshal(p.files[name], &value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return value
}

// rows are the records of a CSV file, the header first.
func rows(t *testing.T, p *published, name string) [][]string {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(p.files[name])).ReadAll()
	if err != nil || len(records) == 0 {
		t.Fatalf("%s: %d records, %v", name, len(records), err)
	}
	return records
}

func TestEveryDescriptionIsWrittenWithItsHash(t *testing.T) {
	p := dataset(t)
	if len(p.descriptions) != len(describe.Descriptions) {
		t.Errorf("%d of %d descriptions are written", len(p.descriptions), len(describe.Descriptions))
	}
	for _, d := range p.descriptions {
		holds(t, p, "the list", d.Path, d.Bytes, d.SHA256)
	}
}

func TestTheSameDatasetIsDescribedInTheSameBytes(t *testing.T) {
	p := dataset(t)
	again := &memory{files: map[string][]byte{}}
	if _, err := describe.Write(context.Background(), describe.Input{Catalog: p.catalog, Downloads: slices.Clone(p.downloads)}, again); err != nil {
		t.Fatal(err)
	}
	for name, content := range again.files {
		if !bytes.Equal(content, p.files[name]) {
			t.Errorf("%s has other bytes", name)
		}
	}
}

func TestNothingIsSaidOfADateThatIsNotKnown(t *testing.T) {
	undated := *dataset(t).catalog
	undated.Date, undated.Revision = time.Time{}, ""
	sink := &memory{files: map[string][]byte{}}
	if _, err := describe.Write(context.Background(), describe.Input{Catalog: &undated, Downloads: dataset(t).downloads}, sink); err != nil {
		t.Fatal(err)
	}
	if _, written := sink.files["datacite.xml"]; written {
		t.Error("there is a DataCite record without a year")
	}
	for name, content := range sink.files {
		if bytes.Contains(content, []byte("0001-01-01")) {
			t.Errorf("%s holds the zero time", name)
		}
	}
	if data := describe.Dataset(&undated, nil, "en"); data["dateModified"] != nil {
		t.Errorf("the page is said to be of %v", data["dateModified"])
	}
}

func TestTheDownloadPageSaysWhatSearchEnginesAsk(t *testing.T) {
	p := dataset(t)
	for _, language := range p.catalog.Languages {
		data := describe.Dataset(p.catalog, p.downloads, language)
		for _, name := range strings.Fields("name description url identifier license creator version datePublished dateModified distribution temporalCoverage variableMeasured isAccessibleForFree keywords creditText") {
			if value := data[name]; value == nil || value == "" {
				t.Errorf("%s: %s is missing", language, name)
			}
		}
		if description, _ := data["description"].(string); len(description) < 50 || len(description) > 5000 {
			t.Errorf("the description has %d characters", len(description))
		}
		files, _ := data["distribution"].([]any)
		for _, f := range files {
			file := f.(map[string]any)
			path := strings.TrimPrefix(file["contentUrl"].(string), p.catalog.Site+export.Folder)
			holds(t, p, "the page", path, -1, file["sha256"].(string))
		}
		if len(files) == 0 {
			t.Error("no file is named")
		}
	}
	short := *p.catalog
	short.Description = compile.Text{{Language: "en", Text: "Facts."}}
	if description := describe.Dataset(&short, nil, "en")["description"].(string); len(description) < 50 {
		t.Errorf("%q is too short", description)
	}
}

func TestTheOpenAPIHasEveryFileAndNoOther(t *testing.T) {
	p := dataset(t)
	api := read[struct{ Paths map[string]any }](t, p, "openapi.json")
	accounted := map[string]bool{}
	schema := read[struct {
		Defs map[string]any `json:"$defs"`
	}](t, p, "schema.json")
	for _, d := range p.downloads {
		path := "/" + export.Folder + d.Path
		if d.Entity != "" {
			path = "/" + export.Folder + "{type}/{id}" + d.Path[strings.LastIndexByte(d.Path, '.'):]
		}
		if api.Paths[path] == nil {
			t.Errorf("%s is not described", path)
		}
		accounted[path] = true
	}
	for path := range api.Paths {
		if !accounted[path] {
			t.Errorf("%s is described, and there is no such file", path)
		}
	}
	for _, ref := range references(api.Paths) {
		if name := strings.TrimPrefix(ref, "schema.json#/$defs/"); schema.Defs[name] == nil {
			t.Errorf("%s refers to nothing", ref)
		}
	}
}

// references are the values of all $ref members.
func references(value any) []string {
	var all []string
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			if ref, is := member.(string); is && name == "$ref" {
				all = append(all, ref)
			}
			all = append(all, references(member)...)
		}
	case []any:
		for _, member := range v {
			all = append(all, references(member)...)
		}
	}
	slices.Sort(all)
	return all
}
