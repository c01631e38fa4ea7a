package compile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryIDThatWasPublishedSaysWhatBecameOfIt(t *testing.T) {
	rank := catalog(t, "  rank:\n    - { value: captain, cite: log#p1 }\n").Entity("ann").Statements[0].ID
	c := catalog(t, `
  rank:
    - { value: captain, cite: log#p1 }
-- person/eve.yaml --
name: Eve
withdrawn: { reason: nobody of that name }
-- moved.yaml --
anna: { to: [ann], reason: her other name }
ship: { to: [ben, ann], reason: no ship }
old-log: { to: [log], reason: a copy of it }
s0000000000000004: { reason: misread }
-- ledger.csv --
kind,of,id,property,first,last,now
entity,person,ann,,0.9.0,,
entity,person,anna,,0.8.0,0.8.0,
entity,person,eve,,0.8.0,,
source,,log,,0.8.0,,
statement,ann,s0000000000000001,rank,0.7.0,0.7.0,s0000000000000002
statement,ann,s0000000000000002,rank,0.8.0,0.8.0,`+rank+`
statement,ann,s0000000000000004,knew,0.8.0,0.8.0,
statement,ann,s0000000000000006,rank,0.9.0,,
statement,ann,s0000000000000007,rank,0.8.0,0.8.0,s0000000000000006
statement,anna,s0000000000000005,knew,0.8.0,0.8.0,
statement,eve,s0000000000000003,knew,0.8.0,0.8.0,
`)
	var got strings.Builder
	for _, i := range c.Issued {
		if i.ID == c.Entity("ben").Statements[0].ID {
			continue
		}
		fmt.Fprintln(&got, strings.ReplaceAll(i.ID, rank, "RANK"), i.Kind, i.Type, i.Entity, i.Property, i.First+"-"+i.Last, i.Fate, strings.ReplaceAll(strings.Join(i.Now, "+"), rank, "RANK"), i.Reason)
	}
	want := `ann entity person   0.9.0- current  
anna entity person   0.8.0-0.8.0 moved ann her other name
ben entity person   - current  
eve entity person   0.8.0- withdrawn  nobody of that name
ship entity    - moved ben+ann no ship
gazette source    - current  
log source    0.8.0- current  
old-log source    - moved log a copy of it
s0000000000000001 statement person ann rank 0.7.0-0.7.0 replaced RANK 
s0000000000000002 statement person ann rank 0.8.0-0.8.0 replaced RANK 
s0000000000000004 statement person ann knew 0.8.0-0.8.0 withdrawn  misread
s0000000000000006 statement person ann rank 0.9.0- withdrawn  
s0000000000000007 statement person ann rank 0.8.0-0.8.0 replaced  
RANK statement person ann rank - current  
s0000000000000005 statement person anna knew 0.8.0-0.8.0 withdrawn  
s0000000000000003 statement person eve knew 0.8.0-0.8.0 withdrawn  nobody of that name
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"s0000000000000001", "s0000000000000002"}, c.Entity("ann").Statements[0].Former); diff != "" {
		t.Error(diff)
	}
}
