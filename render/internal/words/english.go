package words

import "github.com/orglineage/orglineage/lineage"

var englishMonths = [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

var english = phrases{
	months: [3][12]string{englishMonths, englishMonths, englishMonths},

	unknown: "date unknown", in: "in {date}", on: "on {date}", about: "about {date}",
	between: "between {first} and {last}", notAfter: "by {date}", notBefore: "{date} or later",

	dayBetween: "a day between {first} and {last}", dayAfter: "{date} or later", dayBefore: "{date} or earlier",
	since: end{"since {date}", "since about {date}", "since an unknown date"},
	until: end{"until {date}", "until about {date}", "until an unknown date"},
	from:  end{"from {date}", "from about {date}", "from an unknown date"},
	first: end{"{date}", "about {date}", "from an unknown date"},
	to:    end{"to {date}", "to about {date}", "to an unknown date"},
	shown: "{first} to {last}", shownFrom: "from {date} on", shownUntil: "until {date}",
	yearOrEarlier: "{year} or earlier", yearOrLater: "{year} or later", eitherYear: "{first} or {last}", someYear: "some year from {first} to {last}",
	sinceYear: "since {year}", and: " and ", eventAnd: " and ",

	membership: "{state}: {role}, {period}", founder: "founding member", founderOfTreaty: "founding party", suspended: "suspended {period}",
	onlyClaim: "only claimed", ofRole: "{role} of {org}", ofTreaty: "{role} to {org}",
	roles: map[lineage.Role]form{
		lineage.Member: {"member", "members"}, lineage.Associate: {"associate", "associates"},
		lineage.Observer: {"observer", "observers"}, lineage.Partner: {"partner", "partners"},
		lineage.Candidate: {"candidate", "candidates"}, lineage.Guest: {"guest", "guests"}, lineage.Party: {"party", "parties"},
	},
	left: map[lineage.DepartureKind]string{
		lineage.Withdrew: "withdrawal", lineage.Expelled: "expulsion", lineage.NotRenewed: "not renewed",
		lineage.RoleLeft: "then in another role", lineage.Lapsed: "role lapsed",
	},
	subjects: map[lineage.Subject]string{
		lineage.ItsBeginning: "beginning disputed: {dates}", lineage.ItsEnd: "end disputed: {dates}",
		lineage.ItsSuspension: "suspension disputed: {dates}", lineage.ItsResumption: "resumption disputed: {dates}",
	},
	noDay: "on a day not named",

	founded: "{org} is founded by {who}.", begins: "{org} begins.", ends: "{org} ends.",
	joins:      form{"{who} joins {org}.", "{who} join {org}."},
	takesRole:  form{"{who} becomes {role}.", "{who} become {role}."},
	takesPart:  form{"{who} takes part as {role}.", "{who} take part as {role}."},
	paused:     form{"The membership of {who} in {org} is suspended.", "The memberships of {who} in {org} are suspended."},
	pausedRole: form{"The participation of {who} in {org} is suspended.", "The participation of {who} in {org} is suspended."},
	resumes:    form{"{who} takes part in {org} again.", "{who} take part in {org} again."},
	withdraws:  form{"{who} withdraws from {org}.", "{who} withdraw from {org}."},
	expelled:   form{"{who} is expelled from {org}.", "{who} are expelled from {org}."},
	notRenewed: form{"{who} does not renew its participation in {org}.", "{who} do not renew their participation in {org}."},
	leavesRole: form{"{who} ceases to be {role}.", "{who} cease to be {role}."},
	successions: map[lineage.SuccessionKind]form{
		lineage.Renamed:     {"{from} is renamed {org}.", "{from} are renamed {org}."},
		lineage.Transformed: {"{from} is transformed into {org}.", "{from} are transformed into {org}."},
		lineage.Merged:      {"{from} merges into {org}.", "{from} merge into {org}."},
		lineage.Absorbed:    {"{from} is absorbed by {org}.", "{from} are absorbed by {org}."},
		lineage.Replaced:    {"{from} is replaced by {org}.", "{from} are replaced by {org}."},
		lineage.Split:       {"{org} splits off from {from}.", "{org} splits off from {from}."},
		lineage.Revived:     {"{from} is revived as {org}.", "{from} are revived as {org}."},
		lineage.Upgraded:    {"{from} is upgraded by {org}.", "{from} are upgraded by {org}."},
	},

	fromTo: "From {first} to {last}", scale: "1 year = {number} px",
	inside:             "A line runs inside a band exactly while the state takes part.",
	countOrganizations: [3]string{"{n} organization", "{n} organizations", "{n} organizations"},
	countStates:        [3]string{"{n} state", "{n} states", "{n} states"},
	sameHistory:        [3]string{"{n} state with the same history", "{n} states with the same history", "{n} states with the same history"},
	countEvents:        [3]string{"{n} event", "{n} events", "{n} events"},
	nothing:            [3]string{"No organization in this period", "Nothing to show.", "Five colours return; the names tell the states apart."},

	legend: Legend{
		Heading: "How to read it", Events: "Events", Sources: "Sources", States: "States", Organizations: "Organizations",
		Member: "member, from the dot", Suspended: "membership suspended", Ends: "membership ends",
		Observer: "observer or other role", Gap: "not a member in between", Connector: "same state in two organizations",
		Several: "states with the same history", Renamed: "same body, renamed", Transformed: "transformed by a new act",
		RenamedOrTransformed: "renamed, or transformed by a new act",
		Succeeded:            "succeeded by a new body", Merged: "merged into another body", Split: "split", Revived: "taken up again", Upgraded: "built upon by a new act",
		Vague: "date not known to the day", Disputed: "date disputed", Proposed: "only proposed", Continues: "goes on", Numbers: "number of an event below",
	},
}
