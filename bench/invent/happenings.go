package invent

import "strconv"

// event has a date, those who took part, and reasons that are given for it.
func (p *page) event() {
	r := p.pick
	year := r.year()
	p.statement("description", "value", both{"What the texts call the matter of", "Lo que los textos llaman el asunto de"}.with(r.word()).flow())
	if r.IntN(4) == 0 {
		p.statement("date", "value", quoted(r.span(year)))
	} else {
		p.dated("date", year)
	}
	p.statement("place", "value", r.id(place))
	for _, role := range []string{"initiator", "target", "present", "present"} {
		actor := r.id([]kind{person, person, state, organisation}[r.IntN(4)])
		p.statement("actor", "value", actor, "role", role, "certainty", []string{"", "", "", "", "possible"}[r.IntN(5)])
	}
	if r.index > 0 {
		p.statement("after", "value", r.of.id(event, r.IntN(r.index)))
	}
	low := 10 + r.IntN(4000)
	p.statement("participants", "value", strconv.Itoa(low)+".."+strconv.Itoa(low*2), "by", []string{"", "unnamed"}[r.IntN(2)])
	p.statement("kind", "value", oneOf(r, []string{"meeting", "protest", "declaration", "rupture"}))
	p.claims("stated-reason", year)
}

func (p *page) locality() {
	r := p.pick
	p.statement("description", "value", both{"Town on the road to", "Ciudad en el camino a"}.with(r.word()).flow())
	from, _ := r.period(r.year())
	p.statement("in", "value", r.id(state), "from", from, "until", `".."`)
	p.statement("settled", "value", quoted(r.span(r.year())))
	near := r.other(place, place)
	p.statement("near", "value", r.of.id(place, near))
	for n, year := 4+r.IntN(3), 1876; n > 0; n-- {
		p.statement("inhabitants", "value", strconv.Itoa(200+r.IntN(2_000_000)), "on", quoted(strconv.Itoa(year)))
		year += 21
	}
}

func (p *page) treaty() {
	r := p.pick
	year := r.year()
	p.statement("description", "value", both{"Agreement on what was left open at", "Acuerdo sobre lo que quedó pendiente en"}.with(r.word()).flow())
	p.dated("signed", year)
	for range 3 + r.IntN(3) {
		from, until := r.period(year)
		p.statement("party", "value", r.id(state), "from", from, "until", until, "role", oneOf(r, []string{"signatory", "guarantor"}))
	}
	p.statement("subject", "value", oneOf(r, []string{"borders", "trade", "asylum"}))
	p.statement("negotiated-by", "value", r.id(person))
}

func (p *page) polity() {
	r := p.pick
	year := r.year()
	p.statement("description", "value", both{"State on the coast of", "Estado en la costa de"}.with(r.word()).flow())
	p.statement("country-code", "value", quoted(strconv.Itoa(100+r.index)))
	from, _ := r.period(year)
	p.statement("capital", "value", r.id(place), "from", from, "until", `".."`)
	p.statement("independent", "value", quoted(r.date(year)))
	for range 4 {
		from, until := r.period(year + 10)
		p.statement("member-of", "value", r.id(organisation), "from", from, "until", until)
	}
	p.statement("speaks", "value", oneOf(r, languages))
}

// relation follows how two states stood, one state of things after another; of
// some of them a text says otherwise.
func (p *page) relation() {
	r := p.pick
	a, b := r.of.parties(r.index)
	p.statement("description", "value", both{"Relations of two neighbours", "Relaciones entre dos vecinos"}.flow())
	p.statement("party", "value", r.of.id(state, a))
	p.statement("party", "value", r.of.id(state, b))
	codes := []string{"in-relations", "broken", "in-relations", "on-hold"}
	year := 1900 + r.IntN(60)
	for i := range 2 + r.IntN(3) {
		from, until := strconv.Itoa(year), strconv.Itoa(year+4+r.IntN(6))
		p.statement("status", "value", codes[i%len(codes)], "from", quoted(from+"-02-01"), "until", quoted(until+"-09-30"))
		year, _ = strconv.Atoi(until)
		year++
	}
	if r.IntN(5) == 0 {
		p.statement("status", "value", "on-hold", "on", quoted(strconv.Itoa(year-3)), "by", r.id(organisation))
	}
	p.claims("assessed-as", year)
}

// source is a text of some kind; of one in eight the title is not known.
func (p *page) source(name both) {
	r := p.pick
	id := r.of.id(source, r.index)
	if r.IntN(8) == 0 {
		p.line(0, "title: unknown")
		p.line(0, "label: ", name.flow())
	} else {
		p.line(0, "title: ", name.flow())
	}
	p.line(0, "kind: ", oneOf(r, []string{"news-article", "encyclopedia-article", "press-release", "register"}))
	p.line(0, "publisher: ", oneOf(r, publishers))
	p.line(0, "published: ", quoted(r.moment(1990+r.IntN(36))))
	p.line(0, "language: ", oneOf(r, []string{"en", "es"}))
	p.line(0, "address: https://example.org/texts/", id)
	if r.IntN(4) == 0 {
		p.line(0, "relies-on: [", r.id(organisation), "]")
	}
	if r.IntN(2) == 0 {
		p.line(0, "copy: { name: ", id, ".txt, sha256: ", r.hash(), ", paragraphs: 90 }")
	}
}
