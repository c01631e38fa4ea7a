// Package invent makes datasets of any size, to measure with: the same from the
// same seed. They are like what people curate: names with accents, dates of
// every form that EDTF has, references, claims and answers, conflicts, sources
// of several kinds, about ten statements an entity. Nothing in them is true.
//
// Each file is a pure function of the seed, the size and its number, so that
// files can be made in any order and by many workers.
package invent

import (
	"embed"
	"io/fs"
	"path"
	"slices"
)

//go:embed schema
var schemas embed.FS

// kind of file, by the folder that it lies in.
type kind int

const (
	person kind = iota
	event
	place
	organisation
	post
	treaty
	state
	relation
	source
	kinds
	none kind = -1
)

var folders = [kinds]string{"person", "event", "place", "organisation", "post", "treaty", "state", "relation", "source"}

// Dataset is a dataset that can be made.
type Dataset struct {
	seed   uint64
	counts [kinds]int
	fixed  []string // names of the files that are the same in every dataset
}

// New is the dataset of the seed with as many entities, at least 20, and a
// source for each ten of them.
func New(seed uint64, entities int) *Dataset {
	d := &Dataset{seed: seed, fixed: []string{"dataset.yaml"}}
	entities = max(entities, 20)
	d.counts = [kinds]int{
		event:        entities * 28 / 100,
		place:        entities * 10 / 100,
		organisation: entities * 8 / 100,
		post:         entities * 6 / 100,
		treaty:       max(1, entities*3/100),
		state:        min(max(2, entities/100), 190),
		source:       max(2, entities/10),
	}
	pairs := d.counts[state] * (d.counts[state] - 1) / 2
	d.counts[relation] = min(pairs, max(1, entities*3/100))
	d.counts[person] = entities
	for k := event; k < source; k++ {
		d.counts[person] -= d.counts[k]
	}
	found, err := fs.Glob(schemas, "schema/*.yaml")
	if err != nil {
		panic(err) // the pattern is right
	}
	d.fixed = append(d.fixed, found...)
	return d
}

// Files is how many files the dataset has.
func (d *Dataset) Files() int {
	n := len(d.fixed)
	for _, count := range d.counts {
		n += count
	}
	return n
}

// File is one of the files: its name below the dataset's folder, with slashes,
// and its content.
func (d *Dataset) File(i int) (name string, content []byte) {
	if i < len(d.fixed) {
		name = d.fixed[i]
		if name == "dataset.yaml" {
			return name, []byte(info)
		}
		content, err := schemas.ReadFile(name)
		if err != nil {
			panic(err) // it was listed
		}
		return name, content
	}
	i -= len(d.fixed)
	for k, count := range d.counts {
		if i < count {
			return path.Join(folders[k], d.id(kind(k), i)+".yaml"), d.content(kind(k), i)
		}
		i -= count
	}
	panic("invent: there are fewer files")
}

// Folders are the folders that the files lie in.
func Folders() []string { return append(slices.Clone(folders[:]), "schema") }

const info = `title: { en: An invented dataset, es: Un conjunto de datos inventado }
description:
  en: Nothing in it is true; it is made to measure with.
  es: Nada en él es cierto; está hecho para medir.
publisher: Nobody
version: "1.0.0"
licence: CC0-1.0
language: en
languages: [en, es]
site: https://example.org/invented/
`

// content of an entity's or a source's file.
func (d *Dataset) content(k kind, index int) []byte {
	p := &page{pick: d.picker(k, index, 0), said: map[string]bool{}}
	name := d.name(k, index)
	if k == source {
		p.source(name)
		return p.Bytes()
	}
	if name.en == name.es {
		p.line(0, "name: ", name.en)
	} else {
		p.line(0, "name: ", name.flow())
	}
	p.line(0, "facts:")
	[kinds]func(*page){(*page).person, (*page).event, (*page).locality, (*page).organisation, (*page).post, (*page).treaty, (*page).polity, (*page).relation}[k](p)
	return p.Bytes()
}
