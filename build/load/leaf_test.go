package load

import (
	"reflect"
	"testing"

	"example.org/publish/build/fact"
)

// whatCanBeSaid has every key that a dataset may have.
var whatCanBeSaid = map[string]string{
	"dataset.yaml": `# publish: allow a-rule because it is so
title: { en: Sea trade, es: Comercio marítimo }
description: Who traded what
publisher: The curators
version: "1.10"
licence: CC-BY-4.0
language: en
languages: [en, es]
site: https://example.org/
repository: https://example.org/sea.git
branch: main
`,
	"moved.yaml": `old-ship:
  to: [new-ship, newer-ship]
  reason: { en: two ships }
older-ship: { to: new-ship }
`,
	"ledger.csv": `kind,of,id,property,first,last,now
statement,vega,s0000000000000001,flag,1.0.0,1.1.0,s0000000000000002
`,
	"schema/ship.yaml": `label: { en: Ship, es: Barco }
plural: { en: Ships }
description: It floats
properties:
  flag:
    label: { en: Flag }
    inverse: { en: Ships }
    description: Where it is registered
    value: [state, port]
    codes:
      red: { en: red, es: rojo }
      blue: { label: { en: blue }, description: As the sky }
    roles:
      first: { en: first flag }
    time: period
    one-at-a-time: true
    timeline: no
    lead: false
    follows: true
pair: { parties: flag, status: state }
`,
	"ship/vega.yaml": `name: { es: La Vega }
facts:
  flag:
    - value: peru
      on: 2025-11-03
      from: "1.10"
      until: ".."
      by: unnamed
      role: first
      certainty: probable
      detail: { en: on paper }
      rank: preferred
      reason: it is newer
      key: flagged
      disputes: [sunk, vega#lost]
      note: |
        the text says Monday
      cite:
        - log#p3
        - source: log
          at: p6-8
          quote: struck her colours
          via: [mate, captain]
          note: torn page
    - { value: { en: none }, cite: log#p9, disputes: sunk }
withdrawn: { reason: never built }
`,
	"source/log.yaml": `title: unknown
label: { en: The log }
kind: logbook
publisher: unknown
published: "1825~"
language: en
address: https://example.org/log
archived: https://example.org/copy
retrieved: "2025-11-03"
translated-from: nl
original: { title: Het log, publisher: De Rederij, address: https://example.org/nl, published: "1824" }
relies-on: [mate, captain]
copy: { name: log.txt, sha256: 7305217d, paragraphs: 012 }
note: torn
`,
}

func TestEveryLeafIsRead(t *testing.T) {
	d, problems := loaded(t, whatCanBeSaid)
	if len(problems) > 0 {
		t.Fatal(show(problems))
	}
	eachLeaf(reflect.ValueOf(*d), "Dataset", func(path string, empty bool) {
		if empty {
			t.Errorf("%s is not read", path)
		}
	})
}

// eachLeaf visits the leaves of a dataset: of a list the first item, which in
// whatCanBeSaid says everything, and all citations.
func eachLeaf(v reflect.Value, path string, visit func(path string, empty bool)) {
	switch v.Kind() {
	case reflect.Pointer:
		eachLeaf(v.Elem(), path, visit)
	case reflect.Slice:
		switch {
		case v.Len() == 0:
			visit(path, true)
		case v.Type() == reflect.TypeFor[[]fact.Citation]():
			eachLeaf(v.Index(1), path, visit)
		case v.Type() == reflect.TypeFor[[]fact.Choice]():
			eachLeaf(v.Index(v.Len()-1), path, visit)
		case v.Type() == reflect.TypeFor[fact.Text]():
			visit(path, !v.Index(0).Interface().(fact.Translation).Given())
		default:
			eachLeaf(v.Index(0), path, visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[fact.Scalar]() {
			visit(path, !v.Interface().(fact.Scalar).Given())
			return
		}
		for i := range v.NumField() {
			// The description of a role may stay away; a code has one.
			if path+"."+v.Type().Field(i).Name != "Dataset.Types.Properties.Roles.Description" {
				eachLeaf(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
			}
		}
	default:
		visit(path, v.IsZero())
	}
}
