package data

import (
	"encoding"
	"sync"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// crosswalkFormat is how a crosswalk is read and described; it is made when it is
// first asked for.
var crosswalkFormat = sync.OnceValue(func() value[Crosswalk] {
	theirOrganization := mapping("their organization", "What another data set means by the name of an organization.", true,
		must(key("theirs", "The name in the other data set, as it stands there.", text[string](), func(o *TheirOrganization) *string { return &o.Theirs })),
		key("ours", "The IDs of the organizations that are one body there; left out where it means none of ours.", list(id[lineage.OrgID]()), func(o *TheirOrganization) *[]lineage.OrgID { return &o.Ours }),
		key("note", "What is to be kept in mind about it, such as what else the name may mean.", text[string](), func(o *TheirOrganization) *string { return &o.Note }),
	)

	theirState := mapping("their state", "What another data set means by the name of a state, where it is none of the names in states.yaml.", true,
		must(key("theirs", "The name in the other data set; case and blanks do not matter.", text[string](), func(s *TheirState) *string { return &s.Theirs })),
		must(key("ours", "The IDs of the states that share the name there, such as a state and the one that continues it.", list(stateID()), func(s *TheirState) *[]lineage.StateID { return &s.Ours })),
		key("note", "What is to be kept in mind about it.", text[string](), func(s *TheirState) *string { return &s.Note }),
	)

	explanation := mapping("explanation", "Why another data set says something else than the atlas. What is left out may be anything.", true,
		must(key("organization", "The name in the other data set, or any of ours.", text[string](), func(e *Explanation) *string { return &e.Organization })),
		key("state", "The ID of the state.", stateID(), func(e *Explanation) *lineage.StateID { return &e.State }),
		must(key("years", "The years: 2005, 2008..2014, or with an open end 2013.. or ..2004.", years(), func(e *Explanation) *Years { return &e.Years })),
		key("theirs", "What the other data set says: no, member, associate, observer, or its code from 0 to 3.", status(), func(e *Explanation) *Status { return &e.Theirs }),
		key("ours", "What the atlas says, on 31 December or on some day of the year: no, member, associate or observer.", status(), func(e *Explanation) *Status { return &e.Ours }),
		must(key("why", "error (the data set is wrong), granularity (one value for a year that had two), definition (it counts something else) or missing (it does not have it).", enum("a reason", AllReasons()), func(e *Explanation) *Reason { return &e.Why })),
		must(key("note", "The explanation, in a line.", text[string](), func(e *Explanation) *string { return &e.Note })),
		must(key("sources", "What shows it.", sourceList, func(e *Explanation) *[]lineage.SourceID { return &e.Sources })),
	)

	return mapping("crosswalk", "What the names of another data set mean, and why it differs from the atlas.", false,
		key("organizations", "What its organizations are here.", list(theirOrganization), func(c *Crosswalk) *[]TheirOrganization { return &c.Organizations }),
		key("states", "What its states are here.", list(theirState), func(c *Crosswalk) *[]TheirState { return &c.States }),
		key("explanations", "Why it differs; the first that fits is taken.", list(explanation), func(c *Crosswalk) *[]Explanation { return &c.Explanations }),
	)
})

// status is a word for what a table says, or its code.
func status() value[Status] {
	return value[Status]{
		enum("a status", AllStatuses()).decode,
		func(*schemas) object {
			return object{"anyOf": []any{
				object{"type": "string", "pattern": "^(no|member|associate|observer)$"},
				object{"type": "integer", "minimum": 0, "maximum": 3},
			}}
		},
		enum("a status", AllStatuses()).encode,
	}
}

func years() value[Years] {
	return value[Years]{
		func(d *decoder, n *yamltree.Node, y *Years) {
			s, ok := d.text(n, "years such as 2005 or 2008..2014")
			if !ok {
				return
			}
			var u encoding.TextUnmarshaler = y
			if u.UnmarshalText([]byte(s)) != nil {
				d.bad(n, ruleValue, "want years such as 2005, 2008..2014, 2013.. or ..2004, have %q", shorten(s))
			}
		},
		func(*schemas) object {
			return object{"anyOf": []any{
				object{"type": "string", "pattern": `^([0-9]{4}|[0-9]{4}\.\.([0-9]{4})?|\.\.[0-9]{4})$`},
				object{"type": "integer", "minimum": 1000, "maximum": 9999},
			}}
		},
		func(y *Years) *yamltree.Node { return word(y.String()) },
	}
}
