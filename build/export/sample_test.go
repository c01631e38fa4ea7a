package export

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"example.org/publish/build/compile"
	"example.org/publish/build/edtf"
	"example.org/publish/build/number"
)

// sample is a catalog with n statements of every kind, some of them with texts
// that formats stumble over.
func sample(n int) *compile.Catalog {
	c := &compile.Catalog{
		Title:       both("Sample", "Muestra"),
		Description: both("A sample <of> \"facts\" & more", "Una muestra"),
		Publisher:   "Nobody",
		Version:     "1.2.3",
		Licence:     "CC-BY-4.0",
		Site:        "https://example.org/sample/",
		Repository:  "https://example.org/sample.git",
		Branch:      "main",
		Languages:   []string{"en", "es"},
		Date:        time.Date(2025, 11, 21, 12, 0, 0, 0, time.UTC),
		Revision:    "0123456789abcdef",
	}
	person, relation := sampleTypes()
	c.Types = []*compile.Type{person, relation}
	c.Sources = sampleSources()
	const each = 10
	for i := range max(2, n/each) {
		e := &compile.Entity{
			ID:   fmt.Sprintf("person-%07d", i),
			Type: person,
			Name: compile.Text{{Text: "Person Nº " + strconv.Itoa(i)}},
		}
		e.File = "person/" + e.ID + ".yaml"
		person.Entities = append(person.Entities, e)
		c.Entities = append(c.Entities, e)
	}
	for i := range n {
		e := person.Entities[i/each%len(person.Entities)]
		c.Statements = append(c.Statements, sampleStatement(c, e, person.Properties[i%len(person.Properties)], i))
	}
	sampleTies(c)
	gone := &compile.Entity{ID: "relation-a", Type: relation, Name: both("A and B", "A y B"), Withdrawn: both("mistaken", "por error"), File: "relation/relation-a.yaml"}
	relation.Entities = append(relation.Entities, gone)
	c.Entities = append(c.Entities, gone)
	c.Moves = []*compile.Move{{Old: "persona", To: c.Entities[:2], Reason: both("it was two", "eran dos")}}
	return c
}

// awkward are texts that formats stumble over.
var awkward = []string{
	"plain",
	"a comma, a \"quote\" and a; semicolon",
	"Ñandú Ærø 北京 🙂 e\u0301",
	"=1+1",
	"+1",
	"-1",
	"-1+1",
	"@SUM(1)",
	"x;=1+1",
	"'=1",
	"_x0041_",
	" space around ",
	"<b>&amp;</b>",
	"0012",
	"1e5",
	"2025-11-03",
	"TRUE",
	"\u2028line separator",
}

// both is a text in two languages, or in the one that is not empty.
func both(en, es string) compile.Text {
	t := compile.Text{{Language: "en", Text: en}, {Language: "es", Text: es}}
	return slices.DeleteFunc(t, func(tr compile.Translation) bool { return tr.Text == "" })
}

func sampleTypes() (person, relation *compile.Type) {
	person = &compile.Type{ID: "person", Label: both("Person", "Persona"), Plural: both("People", "Personas")}
	for _, kind := range kinds {
		p := &compile.Property{
			ID: "has-" + kind, Type: person, Kind: kind, Time: "period",
			Label:       both("Has "+kind, "Tiene "+kind),
			Description: both("what "+kind+" it has", "qué "+kind+" tiene"),
			OneAtATime:  kind == "number",
			Timeline:    kind == "date",
		}
		if kind == "code" {
			p.Codes = []*compile.Choice{{ID: "red", Label: both("red", "rojo")}, {ID: "blue", Label: both("blue", "azul"), Description: both("like the sky", "como el cielo")}}
		}
		if kind == "entity" {
			p.Targets = []string{"person"}
			p.Roles = []*compile.Choice{{ID: "friend", Label: both("friend", "amigo")}}
			p.Inverse = both("Had by", "Tenido por")
		}
		person.Properties = append(person.Properties, p)
	}
	relation = &compile.Type{ID: "relation", Label: both("Relation", "Relación"), Plural: both("Relations", "Relaciones"), Description: both("Two and two", "")}
	party := &compile.Property{ID: "party", Type: relation, Kind: "entity", Time: "none", Label: both("Party", "Parte")}
	status := &compile.Property{ID: "status", Type: relation, Kind: "code", Time: "period", Label: both("Status", "Estado"), Codes: person.Properties[1].Codes}
	relation.Properties = []*compile.Property{party, status}
	relation.Parties, relation.Status = party, status
	return person, relation
}

func sampleSources() []*compile.Source {
	var sources []*compile.Source
	for i := range 5 {
		s := &compile.Source{
			ID: "source-" + strconv.Itoa(i), Title: both("Title "+strconv.Itoa(i), ""), Label: both("S"+strconv.Itoa(i), "F"+strconv.Itoa(i)),
			Kind: "news-article", Publisher: "Somebody", Published: edtf.MustParse("2025-11-0" + strconv.Itoa(i+1)),
			Language: "en", Address: "https://example.org/" + strconv.Itoa(i), CopyName: strconv.Itoa(i) + ".txt",
			CopySHA256: "00ff", CopyParagraphs: 10 + i, Note: both("a note", "una nota"), File: "source/source-" + strconv.Itoa(i) + ".yaml",
			Original: compile.Original{Title: "Original"},
		}
		if i > 0 {
			s.ReliesOn = []compile.Origin{{Source: sources[0]}}
		}
		sources = append(sources, s)
	}
	return sources
}

func sampleStatement(c *compile.Catalog, e *compile.Entity, p *compile.Property, i int) *compile.Statement {
	s := &compile.Statement{
		ID: fmt.Sprintf("s%016x", i), Entity: e, Property: p, Rank: "normal",
		Value: sampleValue(c, p, i), Line: i%40 + 1,
	}
	switch i % 4 {
	case 0:
		s.From, s.Until = edtf.MustParse("2021-12"), edtf.MustParse("[2025-10-28..2025-11-07]")
	case 1:
		s.On = edtf.MustParse("1850-02~")
	case 2:
		s.From, s.Until = edtf.MustParse("1821-07-28"), edtf.MustParse("..")
		if i%20 == 2 {
			s.From = edtf.MustParse("-0044-03-15")
		}
	}
	if i%3 == 1 {
		s.By, s.Certainty = c.Entities[i%len(c.Entities)], "probable"
		s.By.Claims = append(s.By.Claims, s)
	}
	s.Unnamed = i%7 == 6 && s.By == nil
	if i%5 == 2 {
		s.Detail, s.Note = both(awkward[i%len(awkward)], ""), both("", awkward[(i+1)%len(awkward)])
		s.Rank, s.Reason, s.Key = "deprecated", both("because", "porque"), "key-"+strconv.Itoa(i)
	}
	for j := range i%2 + 1 {
		source := c.Sources[(i+j)%len(c.Sources)]
		citation := &compile.Citation{Statement: s, Source: source, Place: "p" + strconv.Itoa(j+1), First: j + 1, Last: j + 1}
		if i%11 == 3 {
			citation.Quote, citation.Note = awkward[i%len(awkward)], both("read closely", "")
			citation.Via = []compile.Origin{{Entity: e}, {Source: c.Sources[0]}}
		}
		s.Citations = append(s.Citations, citation)
		source.Citations = append(source.Citations, citation)
		s.Origins = append(s.Origins, source.ID)
	}
	e.Statements = append(e.Statements, s)
	return s
}

func sampleValue(c *compile.Catalog, p *compile.Property, i int) compile.Value {
	text := awkward[i%len(awkward)]
	switch p.Kind {
	case "address":
		return compile.Value{Written: "https://example.org/?a=1&b=" + strconv.Itoa(i)}
	case "code":
		return compile.Value{Written: "red", Code: p.Codes[i%len(p.Codes)]}
	case "date":
		d := edtf.MustParse([]string{"2025-11-03", "1985/..", "201X", "-0044", "2004-06~"}[i%5])
		return compile.Value{Written: d.String(), Date: d}
	case "entity":
		e := c.Entities[(i*7)%len(c.Entities)]
		return compile.Value{Written: e.ID, Entity: e}
	case "language":
		return compile.Value{Written: "es-PE"}
	case "name":
		return compile.Value{Written: text, Text: compile.Text{{Text: text}}}
	case "number":
		n, err := number.Parse([]string{"1954", "3.50", "3..5", "10000~", "-5", "123456789012345678901", "007"}[i%7])
		if err != nil {
			panic(err)
		}
		return compile.Value{Written: n.String(), Number: n}
	}
	return compile.Value{Written: text, Text: both(text, "es: "+text)}
}

// sampleTies makes conflicts and answers of some statements, and notes what
// mentions what.
func sampleTies(c *compile.Catalog) {
	for i, s := range c.Statements {
		if v := s.Value.Entity; v != nil {
			v.Mentions = append(v.Mentions, s)
		}
		if i%10 == 9 {
			before := c.Statements[i-1]
			s.Disputes, before.DisputedBy = []*compile.Statement{before}, []*compile.Statement{s}
		}
		if i%50 == 11 && i+8 < len(c.Statements) {
			rival := c.Statements[i+8]
			k := &compile.Conflict{ID: fmt.Sprintf("c%016x", i), Entity: s.Entity, Property: s.Property, Statements: []*compile.Statement{s, rival}, Certain: i%100 == 11}
			s.Conflict, rival.Conflict = k, k
			c.Conflicts = append(c.Conflicts, k)
		}
	}
}
