package render

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A View says what a drawing to scale shows: the river, the chart, the page.
// The zero View is the whole atlas in all roles, by the dates of effect, in
// English.
type View struct {
	Organizations []lineage.OrgID // all of them if empty
	Roles         lineage.Roles   // the roles of memberships; all of them if zero
	From, To      lineage.Date    // the period shown; a zero date leaves that side open
	Basis         lineage.Basis   // which step counts as the beginning
	Title         string          // above the drawing; made from the selection if empty
	Caption       string          // below the title; made from the selection if empty
	Language      string          // "en" or "ru"; English if empty
	Width         int             // of the drawing, in pixels; 1480 if 0, and at least 720
}

// Languages returns the BCP 47 tags of the languages in which drawings can be
// written.
func Languages() []string {
	var tags []string
	for _, l := range words.Languages() {
		tags = append(tags, l.Tag())
	}
	return tags
}

// CheckLanguage returns an error that names the languages there are if a drawing
// cannot be written in the one with the BCP 47 tag.
func CheckLanguage(tag string) error {
	_, err := words.ParseLanguage(tag)
	return err
}
