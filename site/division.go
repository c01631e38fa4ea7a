package site

// Division is a share of a site, for several machines that each write one: Number
// counts from 1. All parts together are the whole, byte for byte.
type Division struct{ Number, Of int }

// First reports whether the part has all that is no page.
func (p Division) First() bool { return p.Number <= 1 }

// of returns the pages of the part: as many as any other part has, give or take
// one, and neighbours, since they have most in common.
func (p Division) of(pages []*Page) []*Page {
	if p.Of <= 1 {
		return pages
	}
	return pages[(p.Number-1)*len(pages)/p.Of : p.Number*len(pages)/p.Of]
}
