package release

import (
	"encoding/json"
	"io"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/diff"
	"example.org/publish/build/export"
)

// Version is a released version.
type Version struct {
	Number   string // 1.2.0
	Tag      string // v1.2.0
	Date     time.Time
	Revision string    // hash of the last commit of its facts
	Raise    diff.Bump // from the version before; None for the first
	Changes  int       // since the version before

	Entities, Statements, Sources, Conflicts int

	// Unread says why its facts can no longer be read; empty: they can.
	Unread string
	// Files are its downloads that the site keeps; nil: it keeps none.
	Files []Kept
	// Sums is the SHA-256 of their checksums; empty: the site keeps none.
	Sums string
	// TakenDown says why files of it were taken down; empty: none were.
	TakenDown string
}

// Kept is a file of a released version.
type Kept struct {
	Name   string // below the version's folder
	Bytes  int64  // 0 when it was taken down
	SHA256 string
	Gone   bool // it was taken down
}

// Cited is the version of a catalog as a citation names it: its number and,
// when the facts are not those of a released version, the beginning of the
// revision (the build metadata of semver.org).
func Cited(c *compile.Catalog, released bool) string {
	if released || c.Revision == "" {
		return c.Version
	}
	return c.Version + "+" + c.Revision[:min(len(c.Revision), 7)]
}

// Folder is where the files of a version lie, below the site's root. They stay
// there as they are.
func Folder(number string) string { return export.Folder + "v/" + number + "/" }

// Latest is where the same files lie as they are now, below the site's root.
const Latest = export.Folder + "latest/"

// List is the name of the list of versions below the downloads' folder.
const List = "versions.json"

// VersionsDocument is versions.json.
type VersionsDocument struct {
	Current  currentView   `json:"current" meaning:"what the site shows"`
	Versions []versionView `json:"versions" meaning:"the released versions, the newest first"`
}

type currentView struct {
	Version  string `json:"version" meaning:"version that dataset.yaml names: the last released one, or the next"`
	Revision string `json:"revision,omitempty" meaning:"hash of the last commit of the facts"`
	Date     string `json:"date,omitempty" meaning:"time of that commit (RFC 3339)"`
	Address  string `json:"address" meaning:"where the files of the newest state lie; they change"`
	Released bool   `json:"released" meaning:"it is the version that bears the number, without later changes"`
}

type versionView struct {
	Version    string `json:"version" meaning:"number of the version (semver.org)"`
	Tag        string `json:"tag" meaning:"the tag of git that released it"`
	Revision   string `json:"revision,omitempty" meaning:"hash of the last commit of its facts"`
	Date       string `json:"date,omitempty" meaning:"time of that commit (RFC 3339)"`
	Raise      string `json:"raise" meaning:"how the version was raised from the one before: major, minor or patch; none for the first" `
	Changes    int    `json:"changes" meaning:"number of changes since the version before"`
	Entities   int    `json:"entities" meaning:"number of entities"`
	Statements int    `json:"statements" meaning:"number of statements"`
	Sources    int    `json:"sources" meaning:"number of sources"`
	Conflicts  int    `json:"conflicts" meaning:"number of conflicts"`
	Address    string `json:"address,omitempty" meaning:"where its files lie; they never change. Left out: the site does not keep them"`
	Sums       string `json:"sha256sums,omitempty" meaning:"SHA-256 of the file SHA256SUMS that lies with them"`
	TakenDown  string `json:"taken_down,omitempty" meaning:"which of its files were taken down, and why"`
}

// WriteVersions writes versions.json.
func WriteVersions(w io.Writer, c *compile.Catalog, versions []Version, released bool) error {
	v := VersionsDocument{
		Current:  currentView{c.Version, c.Revision, stamp(c.Date), c.Site + Latest, released},
		Versions: []versionView{},
	}
	for i := len(versions) - 1; i >= 0; i-- {
		one := &versions[i]
		view := versionView{
			Version: one.Number, Tag: one.Tag, Revision: one.Revision, Date: stamp(one.Date), Raise: one.Raise.String(), Changes: one.Changes,
			Entities: one.Entities, Statements: one.Statements, Sources: one.Sources, Conflicts: one.Conflicts,
			Sums: one.Sums, TakenDown: one.TakenDown,
		}
		if one.Files != nil {
			view.Address = c.Site + Folder(one.Number)
		}
		v.Versions = append(v.Versions, view)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// Shapes describes versions.json to those who read it by a schema.
func Shapes() []export.Shape {
	return []export.Shape{
		export.ShapeOf("versions_document", VersionsFormat, VersionsDocument{}),
		export.ShapeOf("current_version", "", currentView{}),
		export.ShapeOf("version", "", versionView{}),
	}
}

// VersionsFormat is the id of versions.json among the downloads.
const VersionsFormat = "versions"
