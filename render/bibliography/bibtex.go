package bibliography

import (
	"io"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// BibTeX writes the sources as a database for LaTeX, one entry a source, in
// their order. The keys are the IDs of the sources.
//
// It is UTF-8, as biblatex with biber wants it. Classic bibtex reads it, too,
// with styles that print names in full, such as plain and unsrt; those that
// shorten them, such as alpha and abbrv, cut letters beyond ASCII in half
// (bibtexu does not). What classic styles cannot know stands beside what they
// can: "date" beside "year" and "month", which are left out where the date
// leaves them open. Entries without author have a "key" to be sorted by.
func BibTeX(w io.Writer, sources []*lineage.Source) error {
	p := &printer{w: w}
	for i, s := range sources {
		if i > 0 {
			p.printf("\n")
		}
		p.entry(s)
	}
	return p.err
}

// entryTypes are the words for the kinds of document that a reader of a
// bibliography must know to value an entry.
var entryTypes = map[lineage.SourceKind]string{
	lineage.Treaty:         "Treaty",
	lineage.OfficialAct:    "Official act",
	lineage.DataCollection: "Data set",
}

var months = [...]string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func (p *printer) entry(s *lineage.Source) {
	authors, date, publisher := texNames(namesOf(s)), issuedOf(s.Date), clean(s.Publisher)
	kind, container := "misc", "howpublished"
	if isArticle(s.Kind) && authors != "" && publisher != "" && date.year() != 0 {
		kind, container = "article", "journal"
	}
	p.printf("@%s{%s,\n", kind, s.ID)
	p.field("author", authors)
	p.field("title", protect(tex(clean(s.Title))))
	p.field("type", entryTypes[s.Kind])
	p.field(container, tex(publisher))
	if s.Kind == lineage.Press && kind == "article" {
		p.field("entrysubtype", "newspaper")
	}
	p.field("date", date.edtf())
	if date.year() != 0 {
		p.field("year", written([]int{date.year()}))
	}
	if date.month() != 0 {
		p.printf("  month = %s,\n", months[date.month()]) // a macro, which styles write out in their language
	}
	p.field("url", cleanURL(s.URL))
	p.field("note", tex(clean(s.Note)))
	p.field("langid", langid(s.Language))
	p.field("keywords", s.Kind.String())
	if authors == "" {
		p.field("key", string(s.ID))
	}
	p.printf("}\n")
}

func isArticle(k lineage.SourceKind) bool { return k == lineage.Press || k == lineage.Scholarship }

// field writes a field, unless its value is empty.
func (p *printer) field(name, value string) {
	if value != "" {
		p.printf("  %s = {%s},\n", name, value)
	}
}

// protect keeps a text from being changed by styles.
func protect(tex string) string {
	if tex == "" {
		return ""
	}
	return "{" + tex + "}"
}

func texNames(names []name) string {
	texts := make([]string, len(names))
	for i, n := range names {
		if n.literal != "" {
			texts[i] = protect(tex(n.literal)) // else "and" and commas would take it apart
		} else {
			texts[i] = tex(n.family) + ", " + tex(n.given)
		}
	}
	return strings.Join(texts, " and ")
}

// tex writes text so that TeX shows it as it is. BibTeX counts braces even
// behind a backslash, so that they may be written so only where they are in
// balance.
func tex(text string) string {
	balanced := balanced(text)
	var b strings.Builder
	last := rune(0)
	for _, r := range text {
		if ligatures[string([]rune{last, r})] {
			b.WriteString("{}") // else TeX makes one character of the two
		}
		last = r
		switch escaped, ok := texEscapes[r]; {
		case balanced && (r == '{' || r == '}'):
			b.WriteString(`\` + string(r))
		case ok:
			b.WriteString(escaped)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var texEscapes = map[rune]string{
	'#': `\#`, '$': `\$`, '%': `\%`, '&': `\&`, '_': `\_`, '{': `\textbraceleft{}`, '}': `\textbraceright{}`,
	'~': `\textasciitilde{}`, '^': `\textasciicircum{}`, '\\': `\textbackslash{}`, '<': `\textless{}`, '>': `\textgreater{}`,
	'\u00a0': `~`,
}

var ligatures = map[string]bool{"--": true, "``": true, "''": true, "?`": true, "!`": true, ",,": true}

func balanced(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// langid returns the name that babel and biblatex have for a language, or "".
func langid(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return babel[primary]
}

var babel = map[string]string{
	"ar": "arabic", "az": "azerbaijani", "be": "belarusian", "bg": "bulgarian", "bn": "bengali", "bs": "bosnian", "cs": "czech",
	"da": "danish", "de": "ngerman", "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fa": "persian",
	"fi": "finnish", "fil": "filipino", "fr": "french", "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "magyar",
	"hy": "armenian", "id": "indonesian", "it": "italian", "ja": "japanese", "ka": "georgian", "kk": "kazakh", "ko": "korean",
	"ky": "kyrgyz", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian", "mn": "mongolian", "nl": "dutch", "pl": "polish",
	"pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian", "sv": "swedish",
	"ta": "tamil", "tg": "tajik", "th": "thai", "tk": "turkmen", "tr": "turkish", "uk": "ukrainian", "ur": "urdu", "uz": "uzbek",
	"vi": "vietnamese", "zh": "chinese",
}
