package bibliography_test

import (
	"log"
	"os"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/bibliography"
)

var book = []*lineage.Source{{
	ID: "tern-1988", Kind: lineage.Scholarship, Title: "50% of the Isles", Author: "Olaf Tern",
	Publisher: "Journal of the Isles", Date: lineage.MustDate("1988-05~"), Language: "en",
}}

func ExampleBibTeX() {
	if err := bibliography.BibTeX(os.Stdout, book); err != nil {
		log.Fatal(err)
	}
	// Output:
	// @article{tern-1988,
	//   author = {Tern, Olaf},
	//   title = {{50\% of the Isles}},
	//   journal = {Journal of the Isles},
	//   date = {1988-05~},
	//   year = {1988},
	//   month = may,
	//   langid = {english},
	//   keywords = {scholarship},
	// }
}

func ExampleCSL() {
	if err := bibliography.CSL(os.Stdout, book); err != nil {
		log.Fatal(err)
	}
	// Output:
	// [
	// {"id":"tern-1988","type":"article-journal","author":[{"family":"Tern","given":"Olaf"}],"title":"50% of the Isles","container-title":"Journal of the Isles","issued":{"date-parts":[[1988,5]],"circa":true},"language":"en"}
	// ]
}
