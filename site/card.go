package site

import (
	"strings"

	"example.org/publish/site/card"
)

// Card is the picture that other sites show where somebody links to this one.
type Card struct {
	Address       string // full
	Alt           string
	Width, Height int
}

// shownCard says nothing that changes with a fact or a commit: every page holds
// it, and would change too.
func (p place) shownCard() Card {
	return Card{
		Address: p.catalog().Site + p.picture.address,
		Alt:     p.T("card.alt", "title", p.text(p.catalog().Title).Text),
		Width:   card.Width, Height: card.Height,
	}
}

// card is what the picture shows: the same as the head of the home page.
func (p place) card() card.Card {
	c := p.catalog()
	_, address, _ := strings.Cut(c.Site, "://")
	foot := []string{p.T("version", "version", c.Version), strings.TrimSuffix(address, "/")}
	if !c.Date.IsZero() {
		foot[0] += ", " + p.Day(c.Date)
	}
	n := countSureness(c)
	drawn := card.Card{
		Shares: card.Shares{Plain: n["plain"], Claimed: n["claimed"], Disputed: n["disputed"]},
		Foot:   strings.Join(foot, " · "),
	}
	drawn.Title, drawn.Subtitle, _ = strings.Cut(p.text(c.Title).Text, ": ")
	for i, f := range p.figures() {
		drawn.Figures[i] = card.Figure{Number: f.Number, Label: f.Label}
	}
	return drawn
}
