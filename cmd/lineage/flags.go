package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

// queryFlags are the flags that say what counts as membership.
type queryFlags struct {
	roles    cli.StringSlice
	basis    string
	identity string
}

func (q *queryFlags) role() cli.Flag {
	return &cli.StringSliceFlag{Name: "role", Usage: "count `ROLE`s: member, observer, candidate, …, or all; may be repeated", Destination: &q.roles}
}

func (q *queryFlags) basisFlag() cli.Flag {
	return &cli.StringFlag{Name: "basis", Usage: "count from the `STEP`: effective (if nothing is said), signed or decided", Destination: &q.basis}
}

func (q *queryFlags) identityFlag() cli.Flag {
	return &cli.StringFlag{Name: "identity", Usage: "take as one organization: name (alone), renamed, or renamed+transformed, as `LEVEL`", Destination: &q.identity}
}

// query returns what the flags say. Without --role, the roles are empty.
func (q *queryFlags) query() (lineage.Query, error) {
	var out lineage.Query
	for _, value := range q.roles.Value() {
		for text := range strings.SplitSeq(value, ",") {
			roles, err := parseRoles(strings.ToLower(strings.TrimSpace(text)))
			if err != nil {
				return out, err
			}
			out.Roles |= roles
		}
	}
	if q.basis != "" {
		if err := out.Basis.UnmarshalText([]byte(strings.ToLower(q.basis))); err != nil {
			return out, usagef("--basis: %w", err)
		}
	}
	if q.identity != "" {
		if err := out.Identity.UnmarshalText([]byte(strings.ToLower(q.identity))); err != nil {
			return out, usagef("--identity: %w", err)
		}
	}
	return out, nil
}

func parseRoles(text string) (lineage.Roles, error) {
	if text == "all" {
		return lineage.EveryRole, nil
	}
	var role lineage.Role
	err := role.UnmarshalText([]byte(text))
	if err != nil && role.UnmarshalText([]byte(strings.TrimSuffix(text, "s"))) != nil &&
		role.UnmarshalText([]byte(strings.TrimSuffix(text, "ies")+"y")) != nil {
		return 0, usagef("--role: %w, or all", err)
	}
	return lineage.RolesOf(role), nil
}

// parseDate parses the date of a flag.
func parseDate(flag, text string) (lineage.Date, error) {
	d, err := lineage.ParseDate(strings.TrimSpace(text))
	if err != nil {
		return d, usagef("%s: %w (lineage help dates)", flag, err)
	}
	return d, nil
}

// optionalDate is parseDate for a flag that need not be given.
func optionalDate(c *cli.Context, name, text string) (lineage.Date, error) {
	if !c.IsSet(name) {
		return lineage.Date{}, nil
	}
	return parseDate("--"+name, text)
}
