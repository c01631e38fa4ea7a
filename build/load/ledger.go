package load

import (
	"example.org/publish/build/fact"
	"example.org/publish/build/ledger"
	"example.org/publish/build/problem"
)

// maxLedger is how large ledger.csv may be: a line for each of some millions of
// statements.
const maxLedger = 256 << 20

// issued reads ledger.csv.
func issued(content []byte) ([]fact.Issued, []problem.Problem) {
	if len(content) > maxLedger {
		return nil, []problem.Problem{{
			File: ledger.Name, Rule: LedgerForm, Severity: problem.Error, Message: "the file is larger than 256 MiB",
			Help: "take the file as the last release left it; only publish writes it",
		}}
	}
	list, faults := ledger.Parse(content)
	var problems []problem.Problem
	for _, f := range faults {
		problems = append(problems, problem.Problem{
			File: ledger.Name, Pos: fact.Pos{Line: f.Line, Column: 1}, Rule: LedgerForm, Severity: problem.Error, Message: f.Message,
			Help: "take the file as the last release left it; only publish writes it",
		})
	}
	return list, problems
}
