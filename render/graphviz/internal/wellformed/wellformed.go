// Package wellformed checks that a drawing is what a viewer will open. Graphviz
// writes some labels (a control character, say) into SVG that no viewer reads,
// and a child process that dies may leave half a picture.
package wellformed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// SVG reports why b is not one whole SVG document, or nil if it is.
func SVG(b []byte) error {
	if len(bytes.TrimSpace(b)) == 0 {
		return errors.New("the drawing is empty")
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	var depth, roots int
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("the drawing is not well-formed: %w", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth == 0 {
				if roots++; roots > 1 {
					return errors.New("the drawing is not well-formed: it has a second root element")
				}
				if tok.Name.Local != "svg" {
					return fmt.Errorf("the drawing is not SVG: its root element is %q", tok.Name.Local)
				}
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			// encoding/xml lets text stand outside the root element.
			if depth == 0 && len(bytes.TrimSpace(tok)) > 0 {
				return errors.New("the drawing is not SVG: it has text outside its root element")
			}
		}
	}
	if roots == 0 {
		return errors.New("the drawing is not SVG: it has no root element")
	}
	return nil
}
