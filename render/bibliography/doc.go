// Package bibliography writes sources in the formats of reference managers, in
// pure Go: [BibTeX] for LaTeX, [CSL] for pandoc, Zotero and everything else
// that reads the JSON of the Citation Style Language.
//
// The kind of a source says how it is cited:
//
//	kind            BibTeX                              CSL
//	treaty          @misc, type "Treaty"                treaty
//	official act    @misc, type "Official act"          legislation
//	official page   @misc                               webpage
//	press           @article of subtype newspaper *     article-newspaper
//	scholarship     @article *                          article-journal
//	dataset         @misc, type "Data set"              dataset
//	encyclopedia    @misc                               entry-encyclopedia
//
//	* @misc where the author, the publisher or the date is not known, as
//	  styles ask for all three
//
// In BibTeX, the kind stands among the keywords, too, so that biblatex can
// print a bibliography of its own for each.
//
// Nothing in a source is taken for markup or for the name of a field: titles
// show as they are written, whatever they hold. They keep their capitals in
// styles that would lower them. The same sources give the same bytes.
package bibliography
