package check

import "example.org/publish/build/problem"

// yamlRules are judged by package load while it reads the files.
var yamlRules = []Rule{
	{
		ID:       "unreadable-yaml",
		Title:    "A file can be read as YAML",
		Severity: problem.Error,
		Why:      "What cannot be read cannot be published, and a guess at what was meant might publish something else.",
		Mend:     "Look at the marked place and at the line above it: often a quote or a bracket is not closed, a colon stands in a text without quotes, or a line is indented by one space too many. Files are UTF-8, at most 1 MiB, with spaces and no tabs.",
		Before:   "name: Ada: countess of Lovelace",
		After:    "name: \"Ada: countess of Lovelace\"",
	},
	{
		ID:       "yaml-feature",
		Title:    "A file uses plain YAML",
		Severity: problem.Error,
		Why:      "Anchors, aliases, tags, merges and several documents in a file make it mean something else than what it seems to say.",
		Mend:     "Write the thing out where it is meant. A text that begins with & or * or ! needs quotes.",
		Before:   "cite: &sketch menabrea-sketch#p13",
		After:    "cite: menabrea-sketch#p13",
	},
	{
		ID:       "unknown-key",
		Title:    "Every key has a meaning",
		Severity: problem.Error,
		Why:      "A misspelt key would silently lose what stands beside it.",
		Mend:     "Correct the key. What a type can say is declared in the folder schema and stands below facts.",
		Before:   "- value: \"1815-12-10\"\n  cites: parish-register#p3",
		After:    "- value: \"1815-12-10\"\n  cite: parish-register#p3",
	},
	{
		ID:       "duplicate-key",
		Title:    "A key stands once in its map",
		Severity: problem.Error,
		Why:      "Of two values for one key only one would be published, and nobody could say which.",
		Mend:     "Take one of the two away, or join them: several statements of a property are one list.",
		Before:   "office:\n  - { value: countess, cite: peerage#p1 }\noffice:\n  - { value: author, cite: menabrea-sketch#p1 }",
		After:    "office:\n  - { value: countess, cite: peerage#p1 }\n  - { value: author, cite: menabrea-sketch#p1 }",
	},
	{
		ID:       "wrong-shape",
		Title:    "Maps, lists and words stand where they belong",
		Severity: problem.Error,
		Why:      "A property has a list of statements, and a statement is a map: only so does each fact have room for its source and its time.",
		Mend:     "Put the dash, the key or the indentation in its place, as the message says.",
		Before:   "born: \"1815-12-10\"",
		After:    "born:\n  - value: \"1815-12-10\"\n    cite: parish-register#p3",
	},
	{
		ID:       "stray-file",
		Title:    "Every file of the dataset has its place",
		Severity: problem.Error,
		Why:      "A file in the wrong place, or one that does not end in .yaml, would be passed over and its facts lost.",
		Mend:     "Entities are <type>/<id>.yaml, sources source/<id>.yaml, types schema/<type>.yaml; beside them stand dataset.yaml, moved.yaml and README.md. Take everything else out of the folder.",
		Before:   "person/ada-lovelace.yml",
		After:    "person/ada-lovelace.yaml",
	},
}
