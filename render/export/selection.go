// Package export writes an atlas, or a part of it, in the formats of other
// tools. Each format is a function that takes where to write, the atlas and a
// [Selection]; the same selection of the same atlas gives the same bytes.
package export

import (
	"github.com/orglineage/orglineage/lineage"
)

// A Selection says what of an atlas is exported. The zero Selection is the
// whole atlas with all roles, by the dates of effect.
type Selection struct {
	Organizations []lineage.OrgID // all of them if empty
	From, To      lineage.Date    // what was there at some time of this period; a zero date leaves that side open
	Roles         lineage.Roles   // the roles of memberships; all of them if zero
	Basis         lineage.Basis   // which step counts as the beginning
}

// organizations returns the organizations of the selection, in the order of the
// atlas. The error is a [*lineage.NotFoundError], or a [*lineage.DateError] for a
// period that ends before it begins.
func (s Selection) organizations(atlas *lineage.Atlas) ([]*lineage.Organization, error) {
	if _, err := s.period(); err != nil {
		return nil, err
	}
	wanted := map[lineage.OrgID]bool{}
	for _, id := range s.Organizations {
		if _, err := atlas.Life(id, s.Basis); err != nil {
			return nil, err
		}
		wanted[id] = true
	}
	var chosen []*lineage.Organization
	for _, o := range atlas.Organizations() {
		if len(wanted) > 0 && !wanted[o.ID] {
			continue
		}
		life, err := atlas.Life(o.ID, s.Basis)
		if err != nil {
			return nil, err
		}
		if life.Answer == lineage.No && s.bounded() || life.Answer > lineage.No && !s.overlaps(life.Interval) {
			continue // only proposed, or gone before or begun after the period
		}
		chosen = append(chosen, o)
	}
	return chosen, nil
}

// memberships returns those of an organization that the selection has, by state
// and beginning. They answer for the period.
func (s Selection) memberships(atlas *lineage.Atlas, id lineage.OrgID) ([]lineage.Standing, error) {
	roles := s.Roles
	if roles == 0 {
		roles = lineage.EveryRole
	}
	period, err := s.period()
	if err != nil {
		return nil, err
	}
	return atlas.MembersDuring(id, period, lineage.Query{Roles: roles, Basis: s.Basis})
}

// period returns the period as a date that is one of its days. The error is a
// [*lineage.DateError] for a period that ends before it begins.
func (s Selection) period() (lineage.Date, error) {
	text := func(d lineage.Day) string {
		if d == lineage.MinDay || d == lineage.MaxDay {
			return ""
		}
		return d.String()
	}
	first, _ := s.From.Bounds()
	_, last := s.To.Bounds()
	return lineage.ParseDate("[" + text(first) + ".." + text(last) + "]")
}

func (s Selection) bounded() bool { return !s.From.IsZero() || !s.To.IsZero() }

// overlaps reports whether the interval may have a day in the period.
func (s Selection) overlaps(iv lineage.Interval) bool {
	first, _ := s.From.Bounds()
	_, last := s.To.Bounds()
	since, _ := iv.Since.Bounds()
	_, until := iv.Until.Bounds()
	return since <= last && (iv.Until.IsZero() || until > first)
}
