package export

import "example.org/publish/build/compile"

// Tables arranges the catalog as tables: the long ones that hold everything, a
// wide one for each type, the dyad-years of relations, the schema, and last the codebook, which describes
// them all.
func Tables(c *compile.Catalog) []Table {
	tables := []Table{
		entitiesTable(c),
		statementsTable(c),
		citationsTable(c),
		sourcesTable(c),
		conflictsTable(c),
		disputesTable(c),
		movesTable(c),
		idsTable(c),
	}
	for _, t := range c.Types {
		tables = append(tables, wideTable(c, t))
	}
	if dyads, ok := dyadTable(c); ok {
		tables = append(tables, dyads)
	}
	tables = append(tables,
		datasetTable(c),
		typesTable(c),
		propertiesTable(c),
		codesTable(c),
		rolesTable(c),
	)
	return append(tables, codebookTable(tables))
}
