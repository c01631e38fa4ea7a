package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"slices"

	"example.org/publish/build/compile"
	"example.org/publish/build/describe"
	"example.org/publish/build/export"
	"example.org/publish/build/release"
	"example.org/publish/site/tell"
)

// changesFormat is the id of the lists of changes among the downloads.
const changesFormat = "changes"

// shelve writes what there is beside the tables: what changed since the last
// version, the descriptions, the folders of the released versions and of the
// newest state, and the list of versions. It returns all downloads, and the
// files that describe them.
func shelve(ctx context.Context, in Input, c *compile.Catalog, known *versions, tables []export.Download, out Sink) (downloads, descriptions []export.Download, err error) {
	changes, err := writeChanges(in.Own, known, c, out)
	if err != nil {
		return nil, nil, err
	}
	downloads = slices.Concat(tables, changes)
	shapes := append(tell.Shapes(changesFormat), release.Shapes()...)
	if err := shelveReleased(ctx, in, c, known, downloads, shapes, out); err != nil {
		return nil, nil, err
	}
	list, err := writeVersions(known, c, out)
	if err != nil {
		return nil, nil, err
	}
	described := append(slices.Clip(downloads), list...)
	descriptions, err = describe.Write(ctx, describe.Input{
		Catalog: c, Downloads: described, Shapes: shapes, Cited: release.Cited(c, known.released),
	}, out)
	if err != nil {
		return nil, nil, err
	}
	known.told.Released = known.released
	known.told.Latest, _, err = release.Shelve(out, release.Latest, slices.Concat(downloads, descriptions), nil)
	return described, descriptions, err
}

func writeChanges(own fs.FS, known *versions, c *compile.Catalog, out export.Sink) ([]export.Download, error) {
	if known.changes == nil {
		return nil, nil
	}
	tellers, err := tell.Tellers(own, known.changes, c.Languages...)
	if err != nil {
		return nil, err
	}
	for _, t := range tellers {
		t.Published = true
	}
	var document, table bytes.Buffer
	if err := tell.JSON(&document, tellers); err != nil {
		return nil, err
	}
	if err := tell.CSV(&table, tellers); err != nil {
		return nil, err
	}
	title := compile.Text{{Language: "en", Text: "Changes since version " + known.changes.Old.Version}}
	one, err := export.Put(out, export.Folder, export.Download{Path: "changes.json", Format: changesFormat, Media: "application/json", Title: title}, document.Bytes())
	if err != nil {
		return nil, err
	}
	two, err := export.Put(out, export.Folder, export.Download{
		Path: "changes.csv", Format: "changes-csv", Media: "text/csv", Title: title, Rows: len(known.changes.All),
	}, table.Bytes())
	return []export.Download{one, two}, err
}

// shelveReleased writes the folders of the released versions: those of the
// archive as they are there and, when what is built is a version that is not in
// it, that one.
func shelveReleased(ctx context.Context, in Input, c *compile.Catalog, known *versions, downloads []export.Download, shapes []export.Shape, out Sink) error {
	tags, err := archived(in, known)
	if err != nil {
		return err
	}
	for i := range known.told.Versions {
		v := &known.told.Versions[i].Version
		last := i == len(known.told.Versions)-1
		switch {
		case slices.Contains(tags, v.Tag):
			if err := in.Archive.Copy(v, out); err != nil {
				return err
			}
		case last && known.released:
			whole := slices.DeleteFunc(slices.Clone(downloads), func(d export.Download) bool { return d.Entity != "" })
			own, err := describe.Write(ctx, describe.Input{Catalog: c, Downloads: whole, Shapes: shapes, Folder: release.Folder(v.Number)}, out)
			if err != nil {
				return err
			}
			if v.Files, v.Sums, err = release.Shelve(out, release.Folder(v.Number), whole, own); err != nil {
				return err
			}
		case in.Archive != nil:
			return fmt.Errorf("the archive has no folder %s: a version that was released keeps its address; fetch its files or, if they had to go, put a %s there that says why", v.Tag, release.Tombstone)
		}
	}
	return nil
}

// archived are the versions in the archive, all of which were released.
func archived(in Input, known *versions) ([]string, error) {
	if in.Archive == nil {
		return nil, nil
	}
	tags, err := in.Archive.Versions()
	if err != nil {
		return nil, err
	}
	for _, tag := range tags {
		found := false
		for _, v := range known.told.Versions {
			found = found || v.Tag == tag
		}
		if !found {
			return nil, fmt.Errorf("the archive has a folder %s, and no tag of that name leads here: run \"git fetch --tags\"", tag)
		}
	}
	return tags, nil
}

func writeVersions(known *versions, c *compile.Catalog, out export.Sink) ([]export.Download, error) {
	var all []release.Version
	for _, v := range known.told.Versions {
		all = append(all, v.Version)
	}
	var document bytes.Buffer
	if err := release.WriteVersions(&document, c, all, known.released); err != nil {
		return nil, err
	}
	d, err := export.Put(out, export.Folder, export.Download{
		Path: release.List, Format: release.VersionsFormat, Media: "application/json", Title: compile.Text{{Language: "en", Text: "Versions"}},
	}, document.Bytes())
	return []export.Download{d}, err
}
