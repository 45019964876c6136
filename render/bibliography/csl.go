package bibliography

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"sync"

	"github.com/orglineage/orglineage/lineage"
)

// CSL writes the sources as CSL-JSON, an array with one item a line, in their
// order. The IDs of the items are those of the sources.
func CSL(w io.Writer, sources []*lineage.Source) error {
	p := &printer{w: w}
	p.printf("[")
	for i, s := range sources {
		if i > 0 {
			p.printf(",")
		}
		p.printf("\n")
		p.item(itemOf(s))
	}
	if len(sources) > 0 {
		p.printf("\n")
	}
	p.printf("]\n")
	return p.err
}

// An item is a source as the schema of CSL-JSON has it.
type item struct {
	ID        lineage.SourceID `json:"id"`
	Type      string           `json:"type"`
	Author    []itemName       `json:"author,omitempty"`
	Title     string           `json:"title,omitempty"`
	Container string           `json:"container-title,omitempty"`
	Publisher string           `json:"publisher,omitempty"`
	Issued    *itemDate        `json:"issued,omitempty"`
	URL       string           `json:"URL,omitempty"`
	Language  string           `json:"language,omitempty"`
	Note      string           `json:"note,omitempty"`
}

type itemName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type itemDate struct {
	Parts [][]int `json:"date-parts"`
	Circa bool    `json:"circa,omitempty"`
}

// itemTypes are the types of CSL, and whether what published a source of the
// kind is a larger whole that contains it.
var itemTypes = map[lineage.SourceKind]struct {
	name      string
	contained bool
}{
	lineage.Treaty:         {"treaty", false},
	lineage.OfficialAct:    {"legislation", false},
	lineage.OfficialPage:   {"webpage", true},
	lineage.Press:          {"article-newspaper", true},
	lineage.Scholarship:    {"article-journal", true},
	lineage.DataCollection: {"dataset", false},
	lineage.Encyclopedia:   {"entry-encyclopedia", true},
}

func itemOf(s *lineage.Source) item {
	kind := itemTypes[s.Kind]
	it := item{
		ID: s.ID, Type: kind.name, Title: inert(clean(s.Title)), Issued: itemIssued(issuedOf(s.Date)),
		URL: cleanURL(s.URL), Language: s.Language, Note: inertNote(clean(s.Note)),
	}
	for _, n := range namesOf(s) {
		it.Author = append(it.Author, itemName{inert(n.family), inert(n.given), inert(n.literal)})
	}
	if publisher := inert(clean(s.Publisher)); kind.contained {
		it.Container = publisher
	} else {
		it.Publisher = publisher
	}
	return it
}

// itemIssued returns the date of an item. Of a range with an open end it has the
// known end, as about then: programs do not agree on how to write the other.
func itemIssued(i issued) *itemDate {
	if !i.known() {
		return nil
	}
	d := &itemDate{Circa: i.circa}
	for _, part := range [][]int{i.from, i.to} {
		if part != nil {
			d.Parts = append(d.Parts, part)
		}
	}
	return d
}

const wordJoiner = "\u2060" // shows nothing

// They are made when they are first asked for: most programs write no CSL.
var (
	// CSL-JSON knows tags such as <i>, and no way to write one that is none.
	tag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<([/A-Za-z])`) })
	// Zotero and citeproc read other fields out of a note: "type: book" at its
	// beginning, {:type: book} anywhere. Names of fields have up to three words.
	field = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([\pL\pN_-]+(?: [\pL\pN_-]+){0,2})(:(?:[^/]|$))`)
	})
)

func inert(text string) string { return tag().ReplaceAllString(text, "<"+wordJoiner+"$1") }

func inertNote(text string) string {
	text = field().ReplaceAllString(inert(text), "$1"+wordJoiner+"$2")
	return strings.ReplaceAll(text, "{:", "{"+wordJoiner+":")
}

func (p *printer) item(it item) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(it); err != nil && p.err == nil {
		p.err = err
	}
	p.printf("%s", bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}
