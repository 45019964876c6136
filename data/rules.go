package data

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// The loader's own rules. The rest are those of package lineage.
const (
	ruleFileName   = "file-name"
	ruleMissing    = "missing-file"
	ruleUnreadable = "unreadable-file"
	ruleTooLarge   = "too-large"
	ruleUnknownKey = "unknown-key"
	ruleShape      = "wrong-shape"
	ruleValue      = "bad-value"
	ruleDate       = "bad-date"
	ruleField      = "missing-field" // also one of package lineage
)

var ownRules = []lineage.Rule{
	{Name: ruleMissing, Says: "there is a file for each thing that needs one: organizations/ID.yaml, and sources.yaml where sources are cited"},
	{Name: ruleFileName, Says: "an organization stands in the file of its ID, and data files end in .yaml"},
	{Name: ruleUnreadable, Says: "a data file is a regular file that can be read"},
	{Name: ruleTooLarge, Says: "files, lines and texts have a reasonable size, and things are not nested too deeply"},
	{Name: "bad-encoding", Says: "a data file is text in UTF-8 without control characters"},
	{Name: "syntax", Says: "a data file is one YAML document of mappings, lists and texts, without anchors, aliases and tags"},
	{Name: "duplicate-key", Says: "a key stands once in a mapping"},
	{Name: ruleUnknownKey, Says: "a mapping has no keys but those of the format"},
	{Name: ruleShape, Says: "a value is a text, a list or a mapping, as the format wants it there"},
	{Name: ruleValue, Says: "a value is one of those that are allowed there"},
	{Name: ruleDate, Says: "a date is written as YYYY-MM-DD, YYYY-MM or YYYY, or as a range of these"},
	{Name: "too-many-problems", Says: "no more than a thousand problems are reported at once"},
}

// Rules returns everything that [Load] checks: what it checks itself, then what
// [lineage.New] does.
func Rules() []lineage.Rule { return slices.Concat(ownRules, lineage.Rules()) }
