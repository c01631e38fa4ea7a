package editor

import "example.org/publish/build/fact"

// info is the schema of dataset.yaml.
func (w writer) info() *schema {
	s := record([]string{"title", "description", "publisher", "version", "licence", "language", "languages", "site"},
		pair{"title", ref("text")},
		pair{"description", described(ref("text"), "", "What the dataset holds, in a sentence.")},
		pair{"publisher", ref("line")},
		pair{"version", &schema{Type: "string", Pattern: `^[0-9]+\.[0-9]+\.[0-9]+`, Description: "Three numbers in quotes (semver.org): \"1.0.0\"."}},
		pair{"licence", &schema{Type: "string", Pattern: `^[A-Za-z0-9][A-Za-z0-9.+-]*$`, Description: "SPDX identifier: CC-BY-4.0."}},
		pair{"language", described(ref("language"), "", "The main language.")},
		pair{"languages", described(orList(ref("language")), "", "All languages, the main one among them.")},
		pair{"site", described(ref("address"), "", "Where the site is published; ends in /.")},
		pair{"repository", described(ref("address"), "", "Where the files are kept.")},
		pair{"branch", &schema{Type: "string", Description: "The branch that is published; main if it is not said."}},
	)
	s.Title = "Dataset"
	return s
}

// moved is the schema of moved.yaml.
func (w writer) moved() *schema {
	statement := &schema{Type: "string", Pattern: "^s[0-9a-f]{16}$"}
	s := maps(record([]string{"reason"},
		pair{"to", described(orList(anyOf(idOf("any"), idOf("source"), statement)), "", "The id, or ids, where it is now; none for a statement that was withdrawn.")},
		pair{"reason", ref("text")}))
	s.Title, s.Description = "Ids that have moved", "Each id that is no longer used, where it went and why."
	return s
}

// source is the schema of the sources.
func (w writer) source() *schema {
	orUnknown := func(s *schema) *schema { return anyOf(s, constant(fact.Unknown)) }
	published := described(orUnknown(ref("date")), "", "The date that it bears, or unknown. "+dateHelp)
	language := described(orUnknown(ref("language")), "", "The language that it was read in, or unknown.")
	reference := anyOf(idOf("any"), idOf("source"))
	s := record([]string{"title", "kind", "publisher", "published", "language"},
		pair{"title", described(ref("text"), "", "Its title as it stands there, or unknown.")},
		pair{"label", described(ref("text"), "", "A short name for footnotes; required when the title is unknown.")},
		pair{"kind", described(ref("id"), "", "news-article, encyclopedia-article, press-release, book …")},
		pair{"publisher", described(ref("line"), "", "Who published it, or unknown.")},
		pair{"published", published},
		pair{"language", language},
		pair{"address", described(ref("address"), "", "Where it is on the web.")},
		pair{"archived", described(ref("address"), "", "Where a snapshot of it is kept.")},
		pair{"retrieved", described(ref("date"), "", "When the address was read. "+dateHelp)},
		pair{"translated-from", described(orUnknown(ref("language")), "", "The language that it was translated from.")},
		pair{"original", described(record(nil, pair{"title", ref("line")}, pair{"publisher", ref("line")},
			pair{"address", ref("address")}, pair{"published", orUnknown(ref("date"))}), "", "The publication that it translates or reprints.")},
		pair{"relies-on", described(orList(reference), "", "The entities or sources from which it says that it has what it reports.")},
		pair{"copy", described(record([]string{"name", "sha256", "paragraphs"},
			pair{"name", ref("line")},
			pair{"sha256", &schema{Type: "string", Pattern: "^[0-9a-f]{64}$", PatternError: "A SHA-256 has 64 hexadecimal digits: copy what sha256sum prints."}},
			pair{"paragraphs", described(&schema{Type: "integer"}, "", "How many lines of it are not empty.")},
		), "", "The text that was read: the name of its file, its SHA-256 and its number of paragraphs.")},
		pair{"note", described(ref("text"), "", "What a reader of the source has to know.")},
	)
	s.Title = "Source"
	s.If = &schema{Properties: keyed{{"title", constant(fact.Unknown)}}, Required: []string{"title"}}
	s.Then = &schema{Required: []string{"label"}}
	return s
}

// typ is the schema of the types in the folder schema.
func (w writer) typ(d *fact.Dataset) *schema {
	kinds := &schema{Type: "string"}
	kinds.Enum = append(kinds.Enum, fact.Kinds...)
	for _, t := range d.Types {
		kinds.Enum = append(kinds.Enum, t.ID.Text)
	}
	choices := maps(anyOf(ref("text"), record([]string{"label"}, pair{"label", ref("text")}, pair{"description", ref("text")})))
	flag := func(description string) *schema { return described(ref("flag"), "", description) }
	property := record([]string{"label", "value"},
		pair{"label", ref("text")},
		pair{"inverse", described(ref("text"), "", "The label on the page of the entity that is the value.")},
		pair{"description", described(ref("text"), "", "What exactly the property says.")},
		pair{"value", described(orList(kinds), "", "The kind of value, or the type or types of the entities that are values.")},
		pair{"time", &schema{Type: "string", Enum: []string{"none", "point", "period"}, Description: "point: statements may have on. period: from and until."}},
		pair{"one-at-a-time", flag("Different values at overlapping times contradict one another.")},
		pair{"timeline", flag("Dated statements stand in the timeline.")},
		pair{"lead", flag("The phrase that says what the entity is.")},
		pair{"follows", flag("The entity comes after its value; it orders what has the same date.")},
		pair{"codes", described(choices, "", "For the kind code: the words that are allowed, with their labels.")},
		pair{"roles", described(choices, "", "The parts that a value may play.")},
	)
	s := record([]string{"label", "plural"},
		pair{"label", ref("text")},
		pair{"plural", ref("text")},
		pair{"description", ref("text")},
		pair{"pair", described(record([]string{"parties", "status"}, pair{"parties", ref("id")}, pair{"status", ref("id")}), "",
			"For a type whose entities are relations between two others: the property that names the two, and the one that says how they stand.")},
		pair{"properties", maps(property)},
	)
	s.Title = "Type"
	return s
}
