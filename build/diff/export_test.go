package diff

// Index makes anew what a state is asked by, after a test has changed it.
func (s *State) Index() *State { return s.index() }
