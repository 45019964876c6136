package storyline

// prove puts the best orders of all into s, if the exact search can hold so
// many orders, or else raises the bound as far as it can.
func (pl *plot) prove(s *Solution, states int) {
	stages := pl.stages()
	if stages == nil {
		return
	}
	se := &search{stages: stages, rest: make([]int, len(stages))}
	try := func(budget int) verdict {
		se.budget, se.room = budget, states
		return se.run()
	}
	if try(s.Crossings) == found {
		s.Orders, s.Crossings = se.best()
		s.Bound = s.Crossings
		return
	}
	for s.Bound < s.Crossings {
		switch try(s.Bound) {
		case none:
			s.Bound++
		case found:
			s.Orders, s.Crossings = se.best()
			return
		case gaveUp:
			return
		}
	}
}
