package page

import (
	"net/url"
	"strings"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// webAddress reports whether an address may become a link: a whole one of http
// or https. Of anything else only the text is shown.
func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil &&
		!strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f })
}

// source writes an entry of the bibliography: who, the title as a link, and
// where and when. An address that is no link stands as text.
func (p *page) source(s *source) {
	if s.By != "" {
		p.bdi(s.By)
		p.Chars(": ")
	}
	var attrs []ink.Attr
	if s.Language != "" {
		attrs = append(attrs, ink.A("lang", s.Language))
	}
	address := s.URL
	if webAddress(s.URL) {
		p.Text("a", s.Title, append(attrs, ink.A("href", s.URL), ink.A("rel", "noopener noreferrer"), ink.A("target", "_blank"))...)
		address = ""
	} else {
		p.Text("cite", s.Title, attrs...)
	}
	on := ""
	if !s.Date.IsZero() {
		on = p.say.Label(s.Date)
	}
	for _, more := range []string{s.Publisher, on, address} {
		if more != "" {
			p.Chars(", ")
			p.bdi(more)
		}
	}
}

// bdi writes a name that may run in another direction, set apart from the text
// around it.
func (p *page) bdi(name string) { p.Text("bdi", name) }
