package export

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// RDF says how an atlas becomes linked data. The zero RDF is what [Turtle] and
// [JSONLD] use. Both write the same triples:
//
//   - An organization is an org:FormalOrganization with its names as SKOS labels,
//     its life as a time:Interval and what it works within as
//     org:subOrganizationOf. One that was only proposed is a lineage:Proposal and
//     nothing else.
//   - A succession is an org:ChangeEvent from an org:originalOrganization to an
//     org:resultingOrganization.
//   - A membership is an org:Membership with org:member, org:organization,
//     org:role, org:memberDuring and, where it was suspended,
//     lineage:suspendedDuring. These times are those of the basis of the selection.
//   - The ends of an interval are time:Instants: as an xsd:date, xsd:gYearMonth or
//     xsd:gYear where one says all that is known, as lineage:date in any case, and
//     with lineage:earliest and lineage:latest, the first and the last day that the
//     end may be. As everywhere here, time:hasEnd is the first day after. An
//     interval without it goes on.
//   - Each recorded step of these events is a lineage:Dating with its sources:
//     prov:hadPrimarySource for treaties, acts and pages of those who made them,
//     prov:wasDerivedFrom for all others.
//   - What other sources say instead is a lineage:Claim. Nothing else refers to a
//     claim, so that no query takes it for a fact; lineage:about leads from it to
//     what it is about. A membership that is only claimed is a
//     lineage:ClaimedMembership.
//
// The terms of lineage: are described at the end of the file. This asks who was
// certainly a member of CACO on 31 December 2004, and for an answer of "perhaps"
// lineage:latest and lineage:earliest change places:
//
//	SELECT ?state WHERE {
//	  ?m org:organization id:org_caco ; org:role id:role_member ;
//	     org:member/dc:identifier ?state ; org:memberDuring ?i .
//	  ?i time:hasBeginning/lineage:latest ?since .
//	  OPTIONAL { ?i time:hasEnd ?end . OPTIONAL { ?end lineage:earliest ?until } }
//	  FILTER (?since <= "2004-12-31"^^xsd:date && (!BOUND(?end) || ?until > "2004-12-31"^^xsd:date))
//	}
type RDF struct {
	// Base is what all IRIs of records begin with: an absolute IRI that ends in
	// "#" or "/". DefaultBase if empty.
	Base string
}

// DefaultBase is the beginning of the IRIs of records unless another is asked
// for.
const DefaultBase = "https://github.com/orglineage/orglineage/data#"

// Turtle writes an atlas as linked data in Turtle, as [RDF] describes:
//
//	riot --validate caco.ttl
//	rapper -i turtle -c caco.ttl
//	>>> rdflib.Graph().parse("caco.ttl")
//
// The errors are those of [GraphMLSuccessions].
func Turtle(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	return RDF{}.Turtle(w, atlas, sel)
}

// JSONLD writes an atlas as linked data in JSON-LD 1.1, as [RDF] describes. The
// context is part of the document: no network is needed to read it.
//
//	riot --formatted=turtle caco.jsonld
//	>>> rdflib.Graph().parse("caco.jsonld", format="json-ld")
//
// The errors are those of [GraphMLSuccessions].
func JSONLD(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	return RDF{}.JSONLD(w, atlas, sel)
}

// Turtle is [Turtle] with the base of r. A base that will not do is an error.
func (r RDF) Turtle(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	d, err := r.describe(atlas, sel)
	if err != nil {
		return err
	}
	return d.writeTurtle(w)
}

// JSONLD is [JSONLD] with the base of r. A base that will not do is an error.
func (r RDF) JSONLD(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	d, err := r.describe(atlas, sel)
	if err != nil {
		return err
	}
	return d.writeJSONLD(w)
}

// base returns the base, if it can be one.
func (r RDF) base() (string, error) {
	if r.Base == "" {
		return DefaultBase, nil
	}
	u, err := url.Parse(r.Base)
	switch {
	case err != nil || u.Scheme == "" || u.Host == "" || iriEscaped(r.Base) != r.Base:
		return "", fmt.Errorf("base %q is not an absolute IRI", r.Base)
	case !strings.HasSuffix(r.Base, "#") && !strings.HasSuffix(r.Base, "/"):
		return "", fmt.Errorf("base %q does not end in # or /", r.Base)
	}
	return r.Base, nil
}

// iriEscaped writes what cannot stand in an IRI as %XX.
func iriEscaped(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	var b strings.Builder
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r >= 0xfff0 && r <= 0xffff || strings.ContainsRune("<>\"{}|^`\\", r) {
			b.WriteString(url.PathEscape(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
