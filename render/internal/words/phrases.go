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

// An end is how one end of a period is written.
type end struct{ plain, about, unknown string }

// phrases are the texts of a language. Words in braces stand for values.
type phrases struct {
	months   [3][12]string // by grammaticalCase
	yearMark string        // behind a year; may be empty

	unknown, in, on, about                           string
	between, notAfter, notBefore                     string
	dayBetween, dayAfter, dayBefore                  string // in a period
	since, until                                     end
	from, first                                      end // the beginning of a period that is not simple, and of one that is
	to                                               end // its end
	shown, shownFrom, shownUntil                     string
	yearOrEarlier, yearOrLater, eitherYear, someYear string
	sinceYear                                        string
	and, eventAnd                                    string // before the last of a list
	membership, suspended, onlyClaim                 string
	founder, founderOfTreaty                         string
	roles                                            map[lineage.Role]form
	ofRole                                           string // member of CACO
	ofTreaty                                         string // party to it
	left                                             map[lineage.DepartureKind]string
	subjects                                         map[lineage.Subject]string
	noDay                                            string

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
