// Package ink holds what drawings are made of: the width of text, an SVG
// writer, and the colours with their style sheet.
//
// Nothing here knows about organizations; that is the business of the packages
// that draw.
package ink
