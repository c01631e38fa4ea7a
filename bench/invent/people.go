package invent

import "strconv"

// person has a birth, on which texts may disagree, offices one after another,
// acquaintances, and claims with answers.
func (p *page) person() {
	r := p.pick
	born := r.year() - 20
	trade := oneOf(r, trades)
	p.statement("description", "value", both{trade.en + " from", trade.es + " de"}.with(r.word()).flow())
	if r.IntN(3) == 0 {
		p.statement("also-known-as", "value", oneOf(r, familyNames)+" "+r.word(), "detail", oneOf(r, []both{{"Pen name", "Seudónimo"}, {"Nickname", "Apodo"}}).flow())
	}
	p.born(born)
	p.statement("born-in", "value", r.id(place))
	for year, n := born+25, 1+r.IntN(2); n >= 0; n-- {
		from, until := r.period(year)
		p.statement("office", "value", r.id(post), "from", from, "until", until, "note", r.rarely(6, notes))
		year += 9
	}
	from, until := r.period(born + 22)
	p.statement("member-of", "value", r.id(organisation), "from", from, "until", until)
	if r.IntN(4) == 0 {
		p.statement("member-of", "value", r.id(organisation), "certainty", oneOf(r, []string{"probable", "possible"}))
	}
	for range 1 + r.IntN(2) {
		p.statement("knew", "value", r.idNot(person, person), "role", oneOf(r, []string{"ally", "rival"}))
	}
	p.statement("speaks", "value", oneOf(r, languages))
	p.claims("said-of", born+40)
}

// born is a birth; of some people two texts give different days.
func (p *page) born(year int) {
	r := p.pick
	switch r.weighted(80, 10, 10) {
	case 1: // the editors prefer one of the two
		p.statement("born", "value", quoted(strconv.Itoa(year)+"-03-14"), "rank", "preferred", "reason", oneOf(r, reasons).flow())
		p.statement("born", "value", quoted(strconv.Itoa(year+1)))
	case 2: // two claims
		p.statement("born", "value", quoted(strconv.Itoa(year)+"-07"), "by", r.id(organisation))
		p.statement("born", "value", quoted(strconv.Itoa(year)+"-11-02"), "by", r.idNot(person, person))
	default:
		p.statement("born", "value", quoted(r.date(year)))
	}
}

// claims are what somebody says, and at times what somebody else answers.
func (p *page) claims(property string, year int) {
	r := p.pick
	first := r.IntN(len(claims))
	said := claims[first]
	switch r.weighted(40, 30, 30) {
	case 0:
		p.statement(property, "key", "said-first", "value", said.flow(), "on", quoted(r.date(year)), "by", r.id(organisation), "note", r.rarely(4, notes))
		answer := claims[(first+1+r.IntN(len(claims)-1))%len(claims)]
		p.statement(property, "value", answer.flow(), "by", r.idNot(person, person), "disputes", "said-first")
	case 1:
		p.statement(property, "value", said.flow(), "by", "unnamed")
	case 2:
		p.statement(property, "value", said.flow(), "on", quoted(r.date(year)), "by", r.idNot(person, person), "detail", r.rarely(3, details))
	}
}

// rarely is one of the texts one time in so many, and else nothing.
func (r *picker) rarely(times int, list []both) string {
	if r.IntN(times) > 0 {
		return ""
	}
	return oneOf(r, list).flow()
}

func (p *page) organisation() {
	r := p.pick
	founded := r.year()
	p.statement("description", "value", both{"Body with its seat in", "Organismo con sede en"}.with(r.word()).flow())
	p.statement("also-known-as", "value", r.word()+" "+strconv.Itoa(r.IntN(90)+10))
	p.dated("founded", founded)
	from, until := r.period(founded)
	p.statement("seat", "value", r.id(place), "from", from, "until", until)
	for n, year := 2+r.IntN(3), founded; n > 0; n-- {
		from, until := r.period(year)
		p.statement("led-by", "value", r.id(person), "from", from, "until", until, "certainty", []string{"", "", "", "probable"}[r.IntN(4)])
		year += 10
	}
	for n, year := 2+r.IntN(2), founded+5; n > 0; n-- {
		p.statement("members", "value", strconv.Itoa(50+r.IntN(90000))+"~", "on", quoted(strconv.Itoa(year)))
		year += 7
	}
	p.statement("website", "value", "https://example.org/"+r.of.id(organisation, r.index))
}

// dated is a date of which some texts differ, the editors preferring one.
func (p *page) dated(property string, year int) {
	r := p.pick
	if r.IntN(12) > 0 {
		p.statement(property, "value", quoted(r.date(year)))
		return
	}
	p.statement(property, "value", quoted(strconv.Itoa(year)), "rank", "preferred", "reason", oneOf(r, reasons).flow())
	p.statement(property, "value", quoted(strconv.Itoa(year+3)+"-05"))
}

func (p *page) post() {
	r := p.pick
	created := r.year()
	p.statement("description", "value", both{"Post that " + r.word() + " created", "Puesto que creó " + r.word()}.flow())
	p.statement("of", "value", r.id([]kind{organisation, state}[r.IntN(2)]))
	p.statement("created", "value", quoted(r.span(created)))
	if r.index > 0 {
		from, until := r.period(created)
		p.statement("reports-to", "value", r.of.id(post, r.IntN(r.index)), "from", from, "until", until)
	}
	for i := range 3 + r.IntN(4) {
		claim := claims[i]
		p.statement("duty", "value", claim.flow(), "detail", r.rarely(3, details))
	}
}
