package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

func (d *description) writeJSONLD(w io.Writer) error {
	b := bufio.NewWriter(w) // keeps the first error
	b.WriteString("{\n  \"@context\": {\n    \"@version\": 1.1,\n")
	fmt.Fprintf(b, "    \"id\": %s,\n", jsonText(d.base))
	for _, ns := range namespaces {
		fmt.Fprintf(b, "    %s: %s,\n", jsonText(ns.prefix), jsonText(ns.iri))
	}
	for i, p := range properties {
		fmt.Fprintf(b, "    %s: {\"@id\": %s", jsonText(p.key()), jsonText(p.name))
		if p.kind != anyText {
			fmt.Fprintf(b, ", \"@type\": %s", jsonText(p.kind))
		}
		b.WriteString("}" + jsonComma(i, len(properties)) + "\n")
	}
	b.WriteString("  },\n  \"@graph\": [\n")
	for i, t := range d.things {
		fmt.Fprintf(b, "    {\"@id\": %s, \"@type\": %s", jsonText(d.jsonIRI(t.iri)), jsonList(t.types, jsonText))
		for _, same := range t.by() {
			fmt.Fprintf(b, ",\n     %s: %s", jsonText(same[0].of.key()), jsonList(same, d.jsonValue))
		}
		b.WriteString("}" + jsonComma(i, len(d.things)) + "\n")
	}
	b.WriteString("  ]\n}\n")
	return b.Flush()
}

// key is the name of the property without its prefix.
func (p *property) key() string {
	_, key, _ := strings.Cut(p.name, ":")
	return key
}

func (d *description) jsonValue(f fact) string {
	switch {
	case f.of.kind == resource:
		return jsonText(d.jsonIRI(f.value))
	case f.of.kind == "xsd:integer":
		return f.value
	case f.lang != "":
		return fmt.Sprintf("{\"@value\": %s, \"@language\": %s}", jsonText(f.value), jsonText(f.lang))
	}
	return jsonText(f.value)
}

func (d *description) jsonIRI(iri string) string {
	if short, ok := d.short(iri); ok {
		return short
	}
	return iri
}

// jsonList writes one value as itself, and several as a list.
func jsonList[V any](values []V, write func(V) string) string {
	if len(values) == 1 {
		return write(values[0])
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = write(v)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func jsonComma(i, n int) string {
	if i < n-1 {
		return ","
	}
	return ""
}

// jsonText writes s as JSON, without the escapes that only HTML needs.
func jsonText(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // strings have no errors
	}
	return strings.TrimSuffix(b.String(), "\n")
}
