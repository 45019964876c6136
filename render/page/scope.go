package page

import (
	"slices"
	"strings"
)

// scoped narrows a style sheet to the drawing whose root has the class, so that
// it neither touches the page nor another drawing, and stays right for a copy of
// the drawing alone. It knows rules and @media; other at-rules, and rules that
// fetch something, are left out. IDs get the prefix.
func scoped(css, class string, rootClasses []string, prefix string) string {
	s := &scoper{css: uncommented(css), class: "." + class, root: rootClasses, prefix: prefix}
	s.rules()
	return s.out.String()
}

type scoper struct {
	css           string
	class, prefix string
	root          []string // the classes of the root
	out           strings.Builder
}

// rules copies rules up to the end or to a brace that closes what is around
// them.
func (s *scoper) rules() {
	for {
		s.css = strings.TrimLeft(s.css, " \t\r\n\f;")
		if s.css == "" || s.css[0] == '}' {
			return
		}
		end := past(s.css, "{;")
		head := strings.TrimSpace(strings.TrimRight(s.css[:end], "{;"))
		opened := end > 0 && s.css[end-1] == '{'
		s.css = s.css[end:]
		switch {
		case !opened: // a statement such as @import, or the unfinished end
		case strings.HasPrefix(head, "@media"):
			s.out.WriteString(plain(head) + "{")
			s.rules()
			s.css = strings.TrimPrefix(s.css, "}")
			s.out.WriteString("}\n")
		default:
			body := s.block()
			if to := s.selectors(head); to != "" && harmless(body) {
				s.out.WriteString(to + "{" + plain(strings.ReplaceAll(body, "url(#", "url(#"+s.prefix)) + "}\n")
			}
		}
	}
}

// block cuts off what stands before the brace that closes a rule.
func (s *scoper) block() string {
	depth, from := 1, s.css
	for depth > 0 && s.css != "" {
		end := past(s.css, "{}")
		switch s.css[end-1] {
		case '{':
			depth++
		case '}':
			depth--
		}
		s.css = s.css[end:]
	}
	return strings.TrimSpace(strings.TrimSuffix(from[:len(from)-len(s.css)], "}"))
}

// selectors narrows each selector of a list: to what is in the drawing, and to
// its root where the selector is about that. At-rules have none.
func (s *scoper) selectors(list string) string {
	if strings.HasPrefix(list, "@") {
		return ""
	}
	var narrowed []string
	for list != "" {
		end := past(list, ",")
		one := s.prefixed(strings.TrimSpace(strings.TrimSuffix(list[:end], ",")))
		list = list[end:]
		first := one
		if i := strings.IndexAny(one, " >+~"); i >= 0 {
			first = one[:i]
		}
		rest := strings.TrimPrefix(one, first)
		switch {
		case one == "":
			continue
		case first == ":root" || first == "svg" || first == "svg:root":
			narrowed = append(narrowed, s.class+plain(rest))
			continue
		case strings.HasPrefix(first, ".") && s.aboutRoot(first):
			narrowed = append(narrowed, s.class+plain(one))
		}
		narrowed = append(narrowed, s.class+" "+plain(one))
	}
	return strings.Join(narrowed, ",")
}

// prefixed puts the prefix before the IDs of a selector.
func (s *scoper) prefixed(selector string) string {
	var b strings.Builder
	for selector != "" {
		end := past(selector, "#")
		b.WriteString(selector[:end])
		if selector = selector[end:]; selector != "" {
			b.WriteString(s.prefix)
		}
	}
	return b.String()
}

// aboutRoot reports whether a selector such as .drawing.wide fits the root.
func (s *scoper) aboutRoot(selector string) bool {
	for c := range strings.SplitSeq(strings.TrimPrefix(selector, "."), ".") {
		if !slices.Contains(s.root, c) {
			return false
		}
	}
	return true
}

// harmless reports whether declarations fetch nothing. Escapes could hide that
// they do.
func harmless(body string) bool {
	low := strings.ToLower(body)
	return strings.Count(low, "url(") == strings.Count(body, "url(#") && !strings.Contains(low, "image-set") &&
		!strings.Contains(low, "expression") && !strings.ContainsAny(low, `\{`)
}

// plain keeps text of a style sheet from ending the element that it is in.
func plain(css string) string { return strings.ReplaceAll(css, "<", "") }

// past returns the index behind the first of the bytes that is not in a string,
// in brackets or in parentheses; the length if there is none.
func past(css, bytes string) int {
	quote, depth := byte(0), 0
	for i := 0; i < len(css); i++ {
		switch c := css[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case (c == ')' || c == ']') && depth > 0:
			depth--
		case depth == 0 && strings.IndexByte(bytes, c) >= 0:
			return i + 1
		}
	}
	return len(css)
}

func uncommented(css string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteByte(' ')
		if _, css, found = strings.Cut(rest, "*/"); !found {
			return b.String()
		}
	}
}
