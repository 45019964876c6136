package export

// The namespaces of linked data by their prefixes, in the order in which they
// are declared. The base of the records, id, comes before them.
var namespaces = []struct{ prefix, iri string }{
	{"lineage", "https://github.com/orglineage/orglineage/vocabulary#"},
	{"org", "http://www.w3.org/ns/org#"},
	{"time", "http://www.w3.org/2006/time#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"dc", "http://purl.org/dc/elements/1.1/"},
	{"edtf", "http://id.loc.gov/datatypes/edtf/"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// The kinds of values that are not the name of a datatype.
const (
	resource = "@id"
	anyText  = "" // in a language or in none
)

// A property joins a thing to values of one kind.
type property struct {
	name  string // with its prefix; what follows it is the key in JSON
	kind  string // resource, text, or the name of a datatype
	means string // of our own ones
}

var (
	orgIdentifier   = &property{name: "dc:identifier"}
	dcTitle         = &property{name: "dc:title"}
	dcCreator       = &property{name: "dc:creator"}
	dcPublisher     = &property{name: "dc:publisher"}
	dcLanguage      = &property{name: "dc:language"}
	prefLabel       = &property{name: "skos:prefLabel"}
	altLabel        = &property{name: "skos:altLabel"}
	seeAlso         = &property{name: "rdfs:seeAlso", kind: resource}
	rdfComment      = &property{name: "rdfs:comment"}
	sameAs          = &property{name: "owl:sameAs", kind: resource}
	subOrganization = &property{name: "org:subOrganizationOf", kind: resource}
	originalOrg     = &property{name: "org:originalOrganization", kind: resource}
	resultingOrg    = &property{name: "org:resultingOrganization", kind: resource}
	orgMember       = &property{name: "org:member", kind: resource}
	orgOrganization = &property{name: "org:organization", kind: resource}
	orgRole         = &property{name: "org:role", kind: resource}
	memberDuring    = &property{name: "org:memberDuring", kind: resource}
	hasTime         = &property{name: "time:hasTime", kind: resource}
	hasBeginning    = &property{name: "time:hasBeginning", kind: resource}
	hasEnd          = &property{name: "time:hasEnd", kind: resource}
	inDate          = &property{name: "time:inXSDDate", kind: "xsd:date"}
	inMonth         = &property{name: "time:inXSDgYearMonth", kind: "xsd:gYearMonth"}
	inYear          = &property{name: "time:inXSDgYear", kind: "xsd:gYear"}
	primarySource   = &property{name: "prov:hadPrimarySource", kind: resource}
	derivedFrom     = &property{name: "prov:wasDerivedFrom", kind: resource}

	kindOf          = &property{"lineage:kind", anyText, "What kind of organization, actor, succession or source it is."}
	shortName       = &property{"lineage:short", anyText, "The usual acronym."}
	alpha3          = &property{"lineage:alpha3", anyText, "The ISO 3166-1 alpha-3 code."}
	cowNumber       = &property{"lineage:cowNumber", "xsd:integer", "The number in the Correlates of War state system."}
	cowCode         = &property{"lineage:cowCode", anyText, "The abbreviation in the Correlates of War state system."}
	continuesFor    = &property{"lineage:continues", resource, "The actor that is gone whose rights and duties this one goes on with."}
	ownWord         = &property{"lineage:as", anyText, "The organization's own word for the role."}
	joinedBy        = &property{"lineage:joinedBy", anyText, "How a membership began: founding, accession, continuation, role-change."}
	leftBy          = &property{"lineage:leftBy", anyText, "How a membership ended before its organization: withdrawal, expulsion, non-renewal, role-change, lapse."}
	suspendedDuring = &property{"lineage:suspendedDuring", resource, "An interval in which the member did not take part. It stayed a member."}
	certaintyOf     = &property{"lineage:certainty", anyText, "yes, or maybe where the dates are not precise enough to tell: whether a membership was there in the period of the export, or a succession took effect."}
	dateOf          = &property{"lineage:date", "edtf:EDTF", "When it was, in the Extended Date/Time Format."}
	earliestDay     = &property{"lineage:earliest", "xsd:date", "The first day that it may have been. Without it, that may be any day."}
	latestDay       = &property{"lineage:latest", "xsd:date", "The last day that it may have been. Without it, that may be any day."}
	hasDating       = &property{"lineage:dating", resource, "A recorded step of how it came about or ended."}
	eventOf         = &property{"lineage:event", anyText, "What a dating or claim is of: founded, ended, joined, left, suspended, resumed, succession, gone."}
	stepOf          = &property{"lineage:step", anyText, "The step of the event: announced, applied, decided, signed, notified, ratified, effective."}
	placeOf         = &property{"lineage:place", anyText, "Where it was, as the place was called then."}
	noteOf          = &property{"lineage:note", anyText, "A remark."}
	aboutThing      = &property{"lineage:about", resource, "What a claim is about."}
	againstDating   = &property{"lineage:against", resource, "The dating that is held right, where a claim contradicts it."}
	claimedMember   = &property{"lineage:claimedMember", resource, "Who some sources say was a member."}
	claimedOrg      = &property{"lineage:claimedOrganization", resource, "Of what they say so."}
	claimedRole     = &property{"lineage:claimedRole", resource, "In which role they say so."}
)

// properties are all, in the order in which the context of JSON-LD has them.
var properties = []*property{
	orgIdentifier, dcTitle, dcCreator, dcPublisher, dcLanguage, prefLabel, altLabel, seeAlso, rdfComment, sameAs,
	subOrganization, originalOrg, resultingOrg, orgMember, orgOrganization, orgRole, memberDuring,
	hasTime, hasBeginning, hasEnd, inDate, inMonth, inYear, primarySource, derivedFrom,
	kindOf, shortName, alpha3, cowNumber, cowCode, continuesFor, ownWord, joinedBy, leftBy, suspendedDuring, certaintyOf,
	dateOf, earliestDay, latestDay, hasDating, eventOf, stepOf, placeOf, noteOf, aboutThing, againstDating, claimedMember, claimedOrg, claimedRole,
}

// classes are our own ones.
var classes = []struct{ name, means string }{
	{"lineage:Proposal", "An organization that was proposed and never established."},
	{"lineage:Dating", "When a step of an event happened, as it is held right, and who says so."},
	{"lineage:Claim", "What some sources say of a date otherwise than it is held right, or less precisely. It is not held to be a fact."},
	{"lineage:ClaimedMembership", "A membership that some sources claim and that is not held to have been."},
}
