package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// An object is a JSON object.
type object = map[string]any

// schemas gathers the definitions of one JSON Schema.
type schemas struct{ defs object }

// define files the definition under a name and returns a reference to it.
func (s *schemas) define(name string, def object) object {
	name = strings.ReplaceAll(name, " ", "-")
	s.defs[name] = def
	return object{"$ref": "#/$defs/" + name}
}

func mappingSchema[T any](s *schemas, says string, fields []field[T]) object {
	properties, required := object{}, []string{}
	for _, f := range fields {
		p := f.schema(s)
		if _, ref := p["$ref"]; ref {
			p = object{"$ref": p["$ref"]}
		}
		p["description"] = f.says
		properties[f.key] = p
		if f.must {
			required = append(required, f.key)
		}
	}
	o := object{"type": "object", "description": says, "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

// SchemaNames returns the names of the schemas: one for each kind of data file,
// and "atlas" for all of them in one file of JSON.
func SchemaNames() []string {
	return []string{"atlas", "collections", "crosswalk", "lookalikes", "organization", "places", "sources", "states"}
}

// schemaAddress is by what name a schema is known.
func schemaAddress(name string) string {
	return "https://github.com/orglineage/orglineage/data/schema/" + name + ".schema.json"
}

// Schema returns the format of a kind of data file as JSON Schema (draft
// 2020-12), for editors: of "organization" for the files in organizations/, of
// "states", "sources", "lookalikes", "collections" and "places" for those files, of
// "atlas" for what [WriteJSON] writes, and of "crosswalk" for what [ReadCrosswalk]
// reads. It is made from the tables by which these are read. What a schema cannot
// say, such as that a source exists, is left to the readers.
func Schema(name string) ([]byte, error) {
	s := &schemas{object{}}
	var root object
	switch name {
	case "atlas":
		root = formats().atlas.schema(s)
	case "organization":
		root = formats().organization.schema(s)
	case "states":
		root = list(formats().state).schema(s)
	case "sources":
		root = list(formats().source).schema(s)
	case "collections":
		root = list(formats().collection).schema(s)
	case "places":
		root = list(formats().place).schema(s)
	case "lookalikes":
		root = list(formats().lookalike).schema(s)
	case "crosswalk":
		root = crosswalkFormat().schema(s)
	default:
		return nil, fmt.Errorf("no schema %q: want %s", name, strings.Join(SchemaNames(), ", "))
	}
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = schemaAddress(name)
	root["title"] = "orglineage: " + name
	root["$defs"] = s.defs
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return b.Bytes(), nil
}
