package lineage

import (
	"net/url"
	"slices"
	"strings"
)

// Independent reports whether two sources are independent of each other, as far
// as their entries in the bibliography tell. They are not if
//
//   - they are one and the same entry;
//   - one of them was not read ([Source.Unread]), so that what it says is known
//     from others;
//   - both are encyclopedias;
//   - an author, an issuing body or a publisher of the one is an author, a body
//     or a publisher of the other, or both stand on the same site;
//   - they have the same title, so that the one is a copy of the other; a title
//     in square brackets is a description and no title;
//   - of one of them neither an author nor a body nor a publisher nor an address
//     is known.
//
// A field may name several, as "Trend, after TASS" or "Belarus, Russia and
// Kazakhstan" do; one in common is enough. Names are compared without regard to
// case. What the fields do not say cannot be known: that one account was
// written after the other, that both rest on the same agency without naming it,
// or that one body or paper is written in two ways, as in two languages. Two
// pages of one large site or of one collection of laws count as one voice
// though they may be two.
func Independent(a, b *Source) bool {
	if a.ID == b.ID || a.Unread() || b.Unread() || a.Kind == Encyclopedia && b.Kind == Encyclopedia {
		return false
	}
	if sameTitle(a.Title, b.Title) || sameSite(a.site(), b.site()) {
		return false
	}
	x, y := a.voices(), b.voices()
	if len(x) == 0 && a.site() == "" || len(y) == 0 && b.site() == "" {
		return false
	}
	return !slices.ContainsFunc(x, func(name string) bool { return slices.Contains(y, name) })
}

// sameTitle reports whether the titles, where they are titles, are the same.
func sameTitle(x, y string) bool {
	return !strings.HasPrefix(x, "[") && strings.EqualFold(x, y)
}

// site returns the host of the address, or "".
func (s *Source) site() string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// sameSite reports whether one host is the other or lies below it.
func sameSite(x, y string) bool {
	return x != "" && y != "" && (x == y || strings.HasSuffix(x, "."+y) || strings.HasSuffix(y, "."+x))
}

// voices returns the names of those who wrote, issued or published s, in lower
// case.
func (s *Source) voices() []string {
	var names []string
	for _, field := range []string{s.Author, s.Body, s.Publisher} {
		field = apart.Replace(strings.ToLower(field))
		for name := range strings.SplitSeq(field, ",") {
			if name = bare(name); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// apart separates the names in a field.
var apart = strings.NewReplacer(";", ",", "(", ",", ")", ",", " and ", ",", " after ", ",", " on ", ",", " at ", ",")

// bare takes off the words that say what part a name has in a publication, such
// as "copy on".
func bare(name string) string {
	words := strings.Fields(name)
	for len(words) > 0 && slices.Contains(parts, words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && slices.Contains(parts, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

var parts = []string{"a", "after", "archive", "archived", "at", "by", "copy", "excerpt", "of", "on", "read", "summary", "the", "through", "with"}
