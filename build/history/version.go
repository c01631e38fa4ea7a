package history

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/semver"
)

// Version is a released version: a tag such as v1.2.0.
type Version struct {
	Tag    string // v1.2.0
	Number string // 1.2.0
	Commit        // the last one that changed the folder, up to the tag
	hash   string // of the tagged commit
}

var versionTag = regexp.MustCompile(`^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`)

// Versions are the released versions that what is checked out has grown from,
// the lowest first. Tags on other branches, and those set later, are not among
// them: the same commit has the same versions, whatever comes after it.
func (r *Repository) Versions(ctx context.Context) ([]Version, error) {
	if _, err := r.Resolve(ctx, Head); err != nil {
		return nil, nil // a repository without commits
	}
	listing, err := r.git(ctx, "for-each-ref", "--merged="+Head, "--format=%(refname:strip=2)", "refs/tags/v*")
	if err != nil {
		return nil, err
	}
	var versions []Version
	for tag := range strings.Lines(listing) {
		tag = strings.TrimSuffix(tag, "\n")
		if !versionTag.MatchString(tag) {
			continue
		}
		v := Version{Tag: tag, Number: tag[1:]}
		if v.hash, err = r.Resolve(ctx, "refs/tags/"+tag); err != nil {
			return nil, err
		}
		if v.Commit, err = r.Last(ctx, v.hash); err != nil {
			return nil, err
		}
		versions = append(versions, v)
	}
	slices.SortFunc(versions, func(a, b Version) int { return semver.Compare(a.Tag, b.Tag) })
	return versions, nil
}

// Hash is the hash of the commit that is tagged.
func (v Version) Hash() string { return v.hash }
