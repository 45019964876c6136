package render

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/words"
)

// vague reports whether a date is not known to the day.
func vague(d lineage.Date) bool { return !d.IsDay() }

// takesRole returns how to say that one state, and that several states, take a
// role; verb and verbs are "becomes" and "become", or the like.
func takesRole(m *lineage.Membership, verb, verbs string) (one, many string) {
	role, roles := words.English.InRole(m)
	return "%s " + verb + " " + role, "%s " + verbs + " " + roles
}

// joins returns the same for one that was not there before.
func joins(m *lineage.Membership) (one, many string) {
	if m.Role == lineage.Member && m.As == "" {
		return "%s joins", "%s join"
	}
	return takesRole(m, "becomes", "become")
}

// leaves returns how to say that one state, and that several states, leave.
func leaves(k lineage.DepartureKind) (one, many string) {
	switch k {
	case lineage.Withdrew:
		return "%s withdraws", "%s withdraw"
	case lineage.Expelled:
		return "%s is expelled", "%s are expelled"
	case lineage.NotRenewed:
		return "%s does not renew", "%s do not renew"
	}
	return "%s ceases to take part", "%s cease to take part"
}

// becomes returns how to say that an organization ends in another one.
func becomes(k lineage.SuccessionKind) string {
	switch k {
	case lineage.Renamed:
		return "renamed"
	case lineage.Transformed, lineage.Merged, lineage.Split:
		return k.String() + " into"
	case lineage.Revived:
		return "revived as"
	case lineage.Upgraded:
		return "upgraded by"
	}
	return k.String() + " by"
}
