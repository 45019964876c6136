package words

import "github.com/orglineage/orglineage/lineage"

// A grammaticalCase is a form that the names of months have.
type grammaticalCase int

const (
	nominative    grammaticalCase = iota // июль
	genitive                             // июля
	prepositional                        // июле
)

// A form is a text about one thing, and about several.
type form struct{ one, many string }

func (f form) of(n int) string {
	if n == 1 {
		return f.one
	}
	return f.many
}

// phrases are the texts of a language. Words in braces stand for values.
type phrases struct {
	months   [3][12]string // by grammaticalCase
	yearMark string        // behind a year; may be empty

	unknown, in, on, about                              string
	between, notAfter, notBefore                        string
	since, aboutSince, vaguelySince, unknownSince       string
	until, aboutUntil, vaguelyUntil, unknownUntil       string
	from, aboutFrom, vaguelyFrom, unknownFrom           string // where the beginning is not simple
	first, aboutFirst                                   string // where it is
	to, aboutTo, vaguelyTo, unknownTo                   string
	shown, shownFrom, shownUntil                        string
	yearOrEarlier, yearOrLater, eitherYear, someYear    string
	sinceYear                                           string
	and, eventAnd                                       string // before the last of a list
	membership, founder, suspended, disputed, onlyClaim string
	roles                                               map[lineage.Role]form
	ofRole                                              string // member of CACO
	ofTreaty                                            string // party to it
	left                                                map[lineage.DepartureKind]string
	subjects                                            map[lineage.Subject]string
	noDay                                               string

	founded, begins, ends             string
	joins, takesRole, takesPart       form
	paused, pausedRole, resumes       form
	withdraws, expelled, notRenewed   form
	leavesRole                        form
	successions                       map[lineage.SuccessionKind]form
	fromTo, scale                     string
	countOrganizations, countStates   [3]string // 1, 2–4, 5 and more, as Russian counts
	sameHistory, countEvents, nothing [3]string
	legend                            Legend
}
