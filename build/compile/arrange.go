package compile

import "slices"

// arrange lays an entity's statements out for reading: by property; rivals in
// one block; answers below what they answer.
func arrange(statements []*Statement) []*Group {
	var groups []*Group
	blocks := map[*Conflict]*Block{}
	threads := map[*Statement]*Thread{}
	for _, s := range statements {
		threads[s] = &Thread{Statement: s}
	}
	for _, s := range statements {
		if len(groups) == 0 || groups[len(groups)-1].Property != s.Property {
			groups = append(groups, &Group{Property: s.Property})
		}
		g := groups[len(groups)-1]
		if above := answered(s, threads); above != nil {
			above.Answers = append(above.Answers, threads[s])
			continue
		}
		if s.Conflict == nil {
			g.Blocks = append(g.Blocks, &Block{Threads: []*Thread{threads[s]}})
			continue
		}
		if blocks[s.Conflict] == nil {
			blocks[s.Conflict] = &Block{Conflict: s.Conflict}
			g.Blocks = append(g.Blocks, blocks[s.Conflict])
		}
	}
	for c, b := range blocks {
		for _, s := range c.Statements {
			if answered(s, threads) == nil {
				b.Threads = append(b.Threads, threads[s])
			}
		}
	}
	for _, g := range groups {
		g.Blocks = slices.DeleteFunc(g.Blocks, func(b *Block) bool { return len(b.Threads) == 0 })
	}
	return groups
}

// answered is the thread below which a statement stands: that of the first
// statement on the same property of the same entity which it answers. In a
// ring of statements that answer one another, none stands below another.
func answered(s *Statement, threads map[*Statement]*Thread) *Thread {
	above := answeredStatement(s)
	for at, steps := above, 0; at != nil; at, steps = answeredStatement(at), steps+1 {
		if at == s || steps > len(threads) {
			return nil
		}
	}
	return threads[above]
}

func answeredStatement(s *Statement) *Statement {
	for _, d := range s.Disputes {
		if d != s && d.Entity == s.Entity && d.Property == s.Property {
			return d
		}
	}
	return nil
}
