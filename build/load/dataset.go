package load

import (
	"github.com/goccy/go-yaml/ast"

	"example.org/publish/build/fact"
)

// infoKeys are the keys of dataset.yaml.
var infoKeys = keys[fact.Info]{what: "dataset.yaml", list: []key[fact.Info]{
	{"title", func(r *reader, i *fact.Info, e entry) { i.Title = r.translations(e) }},
	{"description", func(r *reader, i *fact.Info, e entry) { i.Description = r.translations(e) }},
	{"publisher", func(r *reader, i *fact.Info, e entry) { i.Publisher = r.scalar(e) }},
	{"version", func(r *reader, i *fact.Info, e entry) { i.Version = r.scalar(e) }},
	{"licence", func(r *reader, i *fact.Info, e entry) { i.Licence = r.scalar(e) }},
	{"language", func(r *reader, i *fact.Info, e entry) { i.Language = r.scalar(e) }},
	{"languages", func(r *reader, i *fact.Info, e entry) { i.Languages = r.scalars(e) }},
	{"site", func(r *reader, i *fact.Info, e entry) { i.Site = r.scalar(e) }},
	{"repository", func(r *reader, i *fact.Info, e entry) { i.Repository = r.scalar(e) }},
	{"branch", func(r *reader, i *fact.Info, e entry) { i.Branch = r.scalar(e) }},
}}

var moveKeys = keys[fact.Move]{what: "a move", list: []key[fact.Move]{
	{"to", func(r *reader, m *fact.Move, e entry) { m.To = r.scalars(e) }},
	{"reason", func(r *reader, m *fact.Move, e entry) { m.Reason = r.translations(e) }},
}}

// moves reads moved.yaml, a map from old ids to where they live now.
func (r *reader) moves(root ast.Node) []fact.Move {
	if root == nil {
		return nil
	}
	entries, ok := r.entries(root)
	if !ok {
		r.wrongShape(root, "moved.yaml is a map from old ids to new ones", "write: old-id: { to: [new-id], reason: { en: … } }")
		return nil
	}
	var moves []fact.Move
	for _, e := range entries {
		m := fact.Move{Old: e.key}
		record(r, e.value, moveKeys, &m)
		moves = append(moves, m)
	}
	return moves
}
