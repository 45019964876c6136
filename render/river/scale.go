package river

import "github.com/orglineage/orglineage/lineage"

// A scale lays days out from left to right, all equally wide.
type scale struct {
	first, end lineage.Day
	x0, x1     float64 // of first and of end
}

func (s *scale) x(d lineage.Day) float64 {
	return s.x0 + (s.x1-s.x0)*float64(int(d)-int(s.first))/float64(int(s.end)-int(s.first))
}

// year returns the width of a year.
func (s *scale) year() float64 { return s.x(s.first+365) - s.x0 }
