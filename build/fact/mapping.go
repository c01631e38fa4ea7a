package fact

// Mapping says how the rows of a table, or the statements of a Wikidata entity,
// become statements. Except for ids of types and properties, its words are
// patterns: {Column} stands for what the row has in that column, {row} for the
// number of the row.
type Mapping struct {
	Type, ID, Name Scalar
	Source, Place  Scalar // where a property does not say otherwise
	Properties     []MappedProperty
}

// MappedProperty says how statements of one property are made.
type MappedProperty struct {
	Property        Scalar
	Value           Scalar // a pattern, or the id of a Wikidata property
	On, From, Until Scalar
	By, Role, Note  Scalar
	Source, Place   Scalar
	Separator       Scalar // between several values in one cell
	Values          []MappedValue
}

// MappedValue says what a value is called in the dataset.
type MappedValue struct{ Theirs, Ours Scalar }
