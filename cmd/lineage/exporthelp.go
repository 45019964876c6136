package main

import (
	"fmt"
	"strings"
)

// exportText is the help of export, with a place for the list of the formats.
const exportText = `Writes each ORG with its ancestors and descendants; without ORG, everything. The format
is that of --format, or of the extension of -o; to standard output it is csv:

%s
What is there at some time from --from to --to is written, whole. Observers and all
others are written like members, unless --role says otherwise. Dates are those of
the step of --basis.

In R, Python, SQLite, PostgreSQL and others:

   spells <- read.csv("spells.csv", na.strings = "")   # NA is Namibia
   pandas.read_csv("panel.csv", keep_default_na=False)
   sqlite3 -bail atlas.db < atlas.sql
   PGCLIENTENCODING=UTF8 psql -v ON_ERROR_STOP=1 -f atlas.sql
   jq -r '.organizations[] | select(.id == "caco") | .members[].state' atlas.json
   lineage members CACO --on 2004-12-31 --data atlas.json
   g <- igraph::read_graph("states.graphml", format = "graphml")
   mmdc -i lineage.mmd -o lineage.svg                  # or between mermaid fences in a README
   rapper -i turtle -c caco.ttl; riot --validate caco.ttl
   rdflib.Graph().parse("caco.jsonld", format="json-ld")
   pandoc --citeproc --bibliography caco.bib paper.md -o paper.html

csv    Spells have the dates as they are known, and the first and last day that they
       may be. In the panel, a year has the days of a role at least and at most;
       where the period is open, it ends with the newest year of which anything is
       known. A cell that a spreadsheet would run as a formula is led by an apostrophe.
--cow  ioname, orgname, year, and a column for each state: 1 member or party,
       2 associate, 3 observer, 0 none of these (partners, candidates and guests have no
       code), -9 not known, -1 the state was not there. It is the best role on any day
       of the year, so it counts the year of joining and that of leaving.
json   The keys are those of the YAML files; data/schema/atlas.schema.json describes
       them. A part brings the states, sources, collections and places that it needs.
       A succession stays if both of its ends do; where a merger or a split needs one
       organization more, that one comes along. Read again and exported again, it is
       the same, byte for byte.
sql    The same as tables with keys between them, in one transaction. The view members_on
       has the members on every day, yes or maybe:

   SELECT state_id, answer FROM members_on
    WHERE organization_id = 'caco' AND role IN ('member', 'party')
      AND since <= '2004-12-31' AND '2004-12-31' < until;`

func exportHelp() string {
	var b strings.Builder
	for _, x := range exportFormats {
		fmt.Fprintf(&b, "   %-9s %-10s%s\n", x.name, x.extension, x.says)
	}
	return fmt.Sprintf(exportText, b.String())
}
