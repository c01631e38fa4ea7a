package tell

import (
	"io/fs"
	"slices"

	"example.org/publish/build/diff"
	"example.org/publish/site/i18n"
	"example.org/publish/site/words"
)

// Told is a change in sentences, without the states in which it was found.
type Told struct {
	Subject   diff.Subject
	Verb      diff.Verb
	About     []string            // ids of the entities or sources whose change it is
	Sentences map[string]Sentence // by language
}

// Tellers tell changes in each of the languages, once. Own has the publisher's
// own words; it may be nil.
func Tellers(own fs.FS, c *diff.Changes, languages ...string) ([]*Teller, error) {
	var tellers []*Teller
	for i, language := range languages {
		if slices.Contains(languages[:i], language) {
			continue
		}
		w, err := words.Load(i18n.Files, own, language)
		if err != nil {
			return nil, err
		}
		tellers = append(tellers, &Teller{Words: w, Changes: c})
	}
	return tellers, nil
}

// All tells all the changes, which are the same for each of the tellers.
func All(tellers []*Teller) []Told {
	var all []Told
	for _, c := range tellers[0].Changes.All {
		one := Told{Subject: c.Subject, Verb: c.Verb, About: about(c), Sentences: map[string]Sentence{}}
		for _, t := range tellers {
			one.Sentences[t.Words.Language] = t.Sentence(c)
		}
		all = append(all, one)
	}
	return all
}

// about are the entities or sources whose change it is. What an id has become
// has changed with it.
func about(c *diff.Change) []string {
	switch c.Subject {
	case diff.OfEntity, diff.OfSource:
		return append([]string{c.ID}, c.To...)
	case diff.OfStatement:
		return []string{c.Entity}
	}
	return nil
}
