package bibliography

import (
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// sources are one of each kind, with everything and with next to nothing.
var sources = []*lineage.Source{
	{
		ID: "treaty-2000", Kind: lineage.Treaty, Title: "[Treaty on the EurAsEC]", Body: "Belarus, Kazakhstan and Russia",
		Publisher: "CIS Legislation", Date: lineage.MustDate("2000-10-10"), URL: "https://example.org/document.fwx?rgn=3864", Language: "en",
		Note: "Read as an excerpt.",
	},
	{ID: "act-2001", Kind: lineage.OfficialAct, Title: "О ратификации", Body: "Kazakhstan, Law No. 172", Date: lineage.MustDate("2001-04"), Language: "ru"},
	{ID: "page", Kind: lineage.OfficialPage, Title: "[About the Union]", Publisher: "example.org", URL: "https://example.org/a_b%20c#d?e=1&f=~g"},
	{
		ID: "press-signed", Kind: lineage.Press, Title: "Kyrgyzstan joins", Author: "Лиля Ержанова", Publisher: "Example News", Date: lineage.MustDate("2015-08-12"),
		Language: "ru",
	},
	{ID: "press-unsigned", Kind: lineage.Press, Title: "Kyrgyzstan joins", Publisher: "Example News", Date: lineage.MustDate("2015-08-12")},
	{ID: "press-undated", Kind: lineage.Press, Title: "Kyrgyzstan joins", Author: "O. Tern", Publisher: "Example News"},
	{
		ID: "scholars-2003", Kind: lineage.Scholarship, Title: "On Central Asian Cooperation", Author: "Natalia Ushakova, Robert M. Cutler",
		Body: "Institute of the Isles", Publisher: "Journal of the Isles, Vol. 3 No. 1", Date: lineage.MustDate("2003"), Language: "en",
	},
	{ID: "data-2017", Kind: lineage.DataCollection, Title: "Member lists, v3", Body: "Isles Project", Date: lineage.MustDate("2017~")},
	{ID: "encyclopedia", Kind: lineage.Encyclopedia, Title: "Union", Publisher: "Encyclopedia of the Isles", Date: lineage.MustDate("[1994-04-30..1995-07]")},
	{ID: "bare", Kind: lineage.Treaty, Title: "Treaty"},
}

// hostile are titles that mean something to one of the programs that read
// bibliographies.
var hostile = []string{
	`100 % of A & B # C $ D _ E ^ F ~ G`, `back\slash \textbf{bold} \input{/etc/passwd} \N`, `open { brace`, `close } brace`, `}{`, `{balanced} braces`,
	`}, title = {Other}`, "}\n@misc{other, title = {Other}}", `a "quoted" 'title'`, "two -- dashes --- and ``quotes''", `<i>it</i> <b>b</b> a < b > c`,
	`<span class="nocase">x</span>`, `type: book`, `{:type: book}`, `a and b`, `Family, Given`, "\x1b[31mred\x07", "\u202eleft", "bad \xff utf8",
	`*x* _y_ [z](javascript:x) $\infty$ |`, `&amp; &lt;`, `@comment{x}`, `% comment`, "\u00a0no break", strings.Repeat("long ", 100), `\`, `"`, `#`, `?` + "`", `,,`,
}
