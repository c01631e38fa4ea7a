package build

import (
	"context"
	"maps"
	"slices"
	"strings"

	"example.org/publish/build/check"
	"example.org/publish/build/compile"
	"example.org/publish/build/fact"
	"example.org/publish/build/load"
	"example.org/publish/site"
)

// Glimpse draws the pages of entities and sources whose files were saved, long
// before the whole dataset could be judged and compiled: from the dataset as it
// was, with what the files say now, and with the facts only of what is near
// them. The next edition makes good whatever that leaves out.
//
// It draws nothing, and says so, when that cannot be done: a file is new or of
// another kind, or what it says now does not pass the check.
func (p *Preview) Glimpse(ctx context.Context, before *fact.Dataset, saved []fact.File, commit compile.Commit, out site.Sink) (drawn bool, err error) {
	d := *before
	d.Entities, d.Sources = slices.Clone(before.Entities), slices.Clone(before.Sources)
	near := map[string]bool{}
	var ids []string
	for _, f := range saved {
		id, ok := put(&d, f)
		if !ok {
			return false, nil
		}
		ids = append(ids, id)
		near[id] = true
	}
	surround(d.Entities, near)
	cut(&d, near)
	passed, _ := check.Run(&d, nil)
	if passed == nil {
		return false, nil
	}
	err = site.Glimpse(ctx, site.Input{
		Catalog: compile.Compile(passed, commit), Rules: check.Rules(), Downloads: p.downloads, History: p.told, Drawn: &p.drawn, Own: p.Own,
	}, ids, out)
	return err == nil, err
}

// put takes up what a file says in the place of what it said.
func put(d *fact.Dataset, f fact.File) (id string, ok bool) {
	one, problems := load.File(f.Name, f.Content)
	if len(problems) > 0 {
		return "", false
	}
	switch {
	case len(one.Entities) > 0:
		i := slices.IndexFunc(d.Entities, func(o *fact.Entity) bool { return o.File == f.Name })
		if i < 0 {
			return "", false
		}
		d.Entities[i] = one.Entities[0]
		return d.Entities[i].ID.Text, true
	case len(one.Sources) > 0:
		i := slices.IndexFunc(d.Sources, func(o *fact.Source) bool { return o.File == f.Name })
		if i < 0 {
			return "", false
		}
		d.Sources[i] = one.Sources[0]
		return d.Sources[i].ID.Text, true
	}
	return "", false
}

// surround adds to the ids those of the entities that name one of them or are
// named by it, and those whose claims are disputed there.
func surround(entities []*fact.Entity, near map[string]bool) {
	first := make(map[string]bool, len(near))
	for id := range near {
		first[id] = true
	}
	for _, e := range entities {
		for word := range wordsOf(e) {
			switch {
			case first[e.ID.Text]:
				near[word] = true
			case first[word]:
				near[e.ID.Text] = true
			}
		}
	}
	for {
		more := false
		for _, e := range entities {
			if !near[e.ID.Text] {
				continue
			}
			for _, of := range e.Facts {
				for _, s := range of.Statements {
					for _, d := range s.Disputes {
						if other, _, elsewhere := strings.Cut(d.Text, "#"); elsewhere && !near[other] {
							near[other], more = true, true
						}
					}
				}
			}
		}
		if !more {
			return
		}
	}
}

// cut leaves in the dataset what is near, with its facts, and whatever that
// names, without.
func cut(d *fact.Dataset, near map[string]bool) {
	named := maps.Clone(near)
	for _, e := range d.Entities {
		if near[e.ID.Text] {
			for word := range wordsOf(e) {
				named[word] = true
			}
		}
	}
	for range d.Sources { // a source relies on sources that rely on others
		more := false
		for _, s := range d.Sources {
			for _, on := range s.ReliesOn {
				if named[s.ID.Text] && !named[on.Text] {
					named[on.Text], more = true, true
				}
			}
		}
		if !more {
			break
		}
	}
	d.Sources = slices.DeleteFunc(d.Sources, func(s *fact.Source) bool { return !named[s.ID.Text] })
	d.Entities = slices.DeleteFunc(d.Entities, func(e *fact.Entity) bool { return !named[e.ID.Text] })
	for i, e := range d.Entities {
		if !near[e.ID.Text] {
			bare := *e
			bare.Facts = nil
			d.Entities[i] = &bare
		}
	}
	d.Moves, d.Silences = nil, nil
	d.Ledger = nil // what was published is for the whole dataset to keep
}

// wordsOf yields what can be the id of an entity or a source in the facts of one.
func wordsOf(e *fact.Entity) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, of := range e.Facts {
			for _, s := range of.Statements {
				for _, v := range s.Value {
					if !yield(v.Scalar.Text) {
						return
					}
				}
				if s.By.Given() && !yield(s.By.Text) {
					return
				}
				for _, d := range s.Disputes {
					if other, _, elsewhere := strings.Cut(d.Text, "#"); elsewhere && !yield(other) {
						return
					}
				}
				for i := range s.Cite {
					if !yield(s.Cite[i].Source.Text) {
						return
					}
					for _, via := range s.Cite[i].Via {
						if !yield(via.Text) {
							return
						}
					}
				}
			}
		}
	}
}
