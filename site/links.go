package site

import (
	"strings"

	"example.org/publish/build/compile"
)

// webAddress is the address of a repository as a browser opens it.
func webAddress(repository string) string {
	return strings.TrimSuffix(strings.TrimSuffix(repository, "/"), ".git")
}

// edit is where a file of the dataset can be edited, in the form of GitHub,
// GitLab and Forgejo's common ancestor; empty when there is no repository.
func (p place) edit(name string) string {
	c := p.catalog()
	if c.Repository == "" || name == "" {
		return ""
	}
	return webAddress(c.Repository) + "/edit/" + c.Branch + "/dataset/" + name
}

// entityFiles are the downloads that hold this entity alone.
func (p place) entityFiles(e *compile.Entity) []File {
	var files []File
	for _, d := range p.downloads[e.ID] {
		f := p.file(d)
		f.Name = strings.ToUpper(d.Path[strings.LastIndexByte(d.Path, '.')+1:])
		files = append(files, f)
	}
	return files
}
