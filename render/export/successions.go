package export

import "github.com/orglineage/orglineage/lineage"

// A followed is a succession of the selection with what all formats say of it.
type followed struct {
	*lineage.Succession
	on lineage.Date // when it took effect
	// certainty is Maybe where no more is known than that it was decided or
	// signed, and Yes otherwise.
	certainty lineage.Answer
	disputed  bool // other sources give another date
	// number counts those of a kind between two organizations, from 1 on, whatever
	// the selection.
	number int
}

// successions returns those among the organizations that may fall into the
// period, by successor and date. One that is only claimed is not among them.
func (s Selection) successions(atlas *lineage.Atlas, orgs []*lineage.Organization) ([]followed, error) {
	chosen := make(map[lineage.OrgID]bool, len(orgs))
	for _, o := range orgs {
		chosen[o.ID] = true
	}
	first, _ := s.From.Bounds()
	_, last := s.To.Bounds()
	var found []followed
	for _, o := range orgs {
		in, err := atlas.Predecessors(o.ID)
		if err != nil {
			return nil, err
		}
		type alike struct {
			from lineage.OrgID
			how  lineage.SuccessionKind
		}
		count := map[alike]int{}
		for _, su := range in {
			count[alike{su.From, su.How}]++
			dating, on := su.Steps.For(lineage.ByEffect)
			since, until := on.Bounds()
			if !chosen[su.From] || onlyClaimed(su.Steps) || since > last || until < first {
				continue
			}
			f := followed{Succession: su, on: on, certainty: lineage.Yes, number: count[alike{su.From, su.How}]}
			if dating != nil {
				f.disputed = len(dating.Contradictions()) > 0
				if dating.Step != lineage.Effective {
					f.certainty = lineage.Maybe
				}
			}
			found = append(found, f)
		}
	}
	return found, nil
}

// onlyClaimed reports whether an event is not held to have happened, though
// some sources say that it did.
func onlyClaimed(steps lineage.Steps) bool {
	if counts, _ := steps.For(lineage.ByEffect); counts != nil {
		return false
	}
	for _, step := range []lineage.Step{lineage.Decided, lineage.Signed, lineage.Effective} {
		if d := steps.At(step); d != nil && len(d.Rivals) > 0 {
			return true
		}
	}
	return false
}
