package page

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// write writes the document. What needs the script is hidden until it runs.
func (p *page) write(w io.Writer) error {
	styles := []string{sheet()}
	ids := []string{"style-page"}
	for i := range p.drawings {
		d := &p.drawings[i]
		d.style = d.size() + d.style
		styles, ids = append(styles, d.style), append(ids, "style-"+d.view)
	}
	p.Writer = ink.NewWriter(w)
	p.Flat = true
	p.Raw("<!DOCTYPE html>")
	p.Open("html", ink.A("lang", p.say.Tag()))
	p.Open("head")
	p.Empty("meta", ink.A("charset", "utf-8"))
	p.Empty("meta", ink.A("http-equiv", "Content-Security-Policy"), ink.A("content", policy(styles)))
	p.Empty("meta", ink.A("name", "viewport"), ink.A("content", "width=device-width, initial-scale=1"))
	p.Empty("meta", ink.A("name", "color-scheme"), ink.A("content", "light dark"))
	p.Text("title", p.facts.Title)
	p.Empty("link", ink.A("rel", "icon"), ink.A("href", "data:,")) // else browsers ask for one
	for i, s := range styles {
		p.Raw(`<style id="` + ids[i] + `">` + s + `</style>`)
	}
	p.Close()
	p.Open("body")
	p.Text("a", p.text.Skip, ink.A("class", "skip"), ink.A("href", "#after"))
	p.Open("header")
	p.Text("h1", p.facts.Title, ink.A("dir", "auto"))
	if !slices.ContainsFunc(p.drawings, func(d drawing) bool { return d.captioned }) {
		p.Text("p", p.say.caption(p.facts), ink.A("class", "caption"), ink.A("dir", "auto"))
	}
	p.Close()
	p.Open("main")
	p.controls()
	p.pictures()
	p.Open("div", ink.A("id", "after"), ink.A("tabindex", "-1"))
	p.panels()
	p.events()
	p.memberships()
	p.sources()
	p.Close()
	p.Close()
	p.Close()
	if err := p.island("facts", p.facts); err != nil {
		return err
	}
	if err := p.island("words", p.text); err != nil {
		return err
	}
	if err := p.island("table", p.table); err != nil {
		return err
	}
	p.Raw("<script>" + script() + "</script>")
	p.Close()
	return p.Flush()
}

// size keeps a drawing from growing beyond its own size, and from shrinking so
// far that it cannot be read: then it scrolls.
func (d *drawing) size() string {
	least := math.Round(d.width * 0.8)
	return fmt.Sprintf("svg.%s{max-width:%spx;min-width:%spx}\n", d.class, ink.Number(math.Ceil(d.width)), ink.Number(least))
}

func (p *page) controls() {
	f := p.facts
	p.Open("form", ink.A("id", "controls"), ink.A("hidden", ""), ink.A("role", "search"), ink.A("aria-label", p.text.Controls), ink.A("autocomplete", "off"))
	p.Open("div", ink.A("class", "when"))
	p.Text("label", p.text.Day, ink.A("for", "slider"))
	p.Empty("input", ink.A("id", "slider"), ink.A("type", "range"), ink.A("aria-describedby", "keys"))
	p.Empty("input", ink.A("id", "day"), ink.A("type", "text"), ink.A("aria-label", p.text.Day), ink.A("placeholder", f.Last),
		ink.A("size", "10"), ink.A("maxlength", "10"), ink.A("spellcheck", "false"), ink.A("aria-describedby", "day-error"))
	p.Text("button", p.text.Whole, ink.A("id", "whole"), ink.A("type", "button"))
	p.Close()
	p.Open("div", ink.A("class", "find"))
	p.Text("label", p.text.Search, ink.A("for", "search"))
	p.Open("div", ink.A("class", "combo"))
	p.Empty("input", ink.A("id", "search"), ink.A("type", "search"), ink.A("role", "combobox"), ink.A("aria-expanded", "false"),
		ink.A("aria-controls", "found"), ink.A("aria-autocomplete", "list"), ink.A("placeholder", p.text.SearchHint), ink.A("spellcheck", "false"))
	p.Text("ul", "", ink.A("id", "found"), ink.A("role", "listbox"), ink.A("aria-label", p.text.Search), ink.A("hidden", ""))
	p.Close()
	p.Close()
	p.Text("p", p.text.Keys, ink.A("id", "keys"), ink.A("class", "apart"))
	p.Text("p", "", ink.A("id", "summary"))
	p.Text("p", "", ink.A("id", "day-error"), ink.A("role", "alert"))
	p.Close()
}

func (p *page) pictures() {
	p.Open("section", ink.A("class", "picture"), ink.A("aria-labelledby", "picture-heading"))
	p.Text("h2", p.text.Picture, ink.A("id", "picture-heading"), ink.A("class", "apart"))
	if len(p.drawings) > 1 {
		p.Open("div", ink.A("role", "tablist"), ink.A("aria-labelledby", "picture-heading"), ink.A("hidden", ""))
		for i, d := range p.drawings {
			chosen, index := "false", "-1"
			if i == 0 {
				chosen, index = "true", "0"
			}
			p.Text("button", p.viewName(d.view), ink.A("type", "button"), ink.A("role", "tab"), ink.A("id", "tab-"+d.view),
				ink.A("aria-controls", "view-"+d.view), ink.A("aria-selected", chosen), ink.A("tabindex", index))
		}
		p.Close()
	}
	for i, d := range p.drawings {
		attrs := []ink.Attr{
			ink.A("class", "canvas"), ink.A("id", "view-"+d.view), ink.A("data-view", d.view), ink.A("tabindex", "0"),
			ink.A("aria-label", p.viewName(d.view)+" ("+p.text.Scrolls+")"),
		}
		if len(p.drawings) > 1 {
			attrs = append(attrs, ink.A("role", "tabpanel"))
		} else {
			attrs = append(attrs, ink.A("role", "region"))
		}
		if i > 0 {
			attrs = append(attrs, ink.A("hidden", ""))
		}
		p.OpenInline("div", attrs...)
		p.Raw(d.svg)
		p.Close()
	}
	p.downloads()
	p.OpenInline("noscript")
	p.Text("p", p.text.NoScript, ink.A("class", "hint"))
	p.Close()
	p.Close()
}

func (p *page) viewName(view string) string {
	if name := p.text.Views[view]; name != "" {
		return name
	}
	return view
}

// panels are filled by the script.
func (p *page) panels() {
	p.Open("div", ink.A("class", "panels"), ink.A("hidden", ""))
	p.Open("section", ink.A("id", "day-panel"), ink.A("aria-labelledby", "day-heading"))
	p.Text("h2", "", ink.A("id", "day-heading"))
	p.Text("div", "", ink.A("id", "members"))
	p.Close()
	p.Open("section", ink.A("id", "facts-panel"), ink.A("aria-labelledby", "facts-heading"))
	p.Text("h2", p.text.Facts, ink.A("id", "facts-heading"), ink.A("tabindex", "-1"))
	p.Text("div", "", ink.A("id", "told"))
	p.Close()
	p.Text("p", "", ink.A("id", "status"), ink.A("class", "apart"), ink.A("role", "status"), ink.A("aria-live", "polite"))
	p.Close()
}

func (p *page) downloads() {
	p.Open("p", ink.A("id", "downloads"), ink.A("hidden", ""))
	p.Text("span", p.text.Download)
	for i, id := range []string{"svg", "csv", "json"} {
		p.Text("button", p.text.Formats[i], ink.A("type", "button"), ink.A("id", "download-"+id), ink.A("aria-label", p.text.Download+": "+p.text.Formats[i]))
	}
	p.Close()
}

func (p *page) events() {
	if len(p.facts.Events) == 0 {
		return
	}
	p.Open("section", ink.A("aria-labelledby", "events-heading"))
	p.Text("h2", p.text.Events, ink.A("id", "events-heading"))
	p.Open("ol", ink.A("class", "events"))
	for i, e := range p.facts.Events {
		p.OpenInline("li")
		p.Text("strong", p.say.Label(p.say.scene.Events[i].On))
		p.Chars(" ")
		p.bdi(e.Text)
		p.Close()
	}
	p.Close()
	p.Close()
}

func (p *page) memberships() {
	f := p.facts
	if len(f.Memberships) == 0 {
		return
	}
	number := map[lineage.SourceID]string{}
	for i, s := range f.Sources {
		number[s.ID] = strconv.Itoa(i + 1)
	}
	p.Open("section", ink.A("aria-labelledby", "memberships-heading"))
	p.Text("h2", p.text.Memberships, ink.A("id", "memberships-heading"))
	p.Open("div", ink.A("class", "scroll"), ink.A("tabindex", "0"), ink.A("role", "region"), ink.A("aria-labelledby", "memberships-heading"))
	p.Open("table")
	p.Open("thead")
	p.OpenInline("tr")
	for _, c := range p.text.Columns {
		p.Text("th", c, ink.A("scope", "col"))
	}
	p.Close()
	p.Close()
	for i := range f.Memberships {
		m := &f.Memberships[i]
		if i == 0 || f.Memberships[i-1].Organization != m.Organization {
			if i > 0 {
				p.Close()
			}
			p.Open("tbody")
			p.OpenInline("tr")
			p.OpenInline("th", ink.A("scope", "rowgroup"), ink.A("colspan", strconv.Itoa(len(p.text.Columns))))
			p.bdi(p.say.scene.Bodies[p.say.scene.Spells[i].Body].Short)
			p.Chars(" ")
			p.Text("span", p.say.life(&p.say.scene.Bodies[p.say.scene.Spells[i].Body]))
			p.Close()
			p.Close()
		}
		p.membership(i, number)
	}
	p.Close()
	p.Close()
	p.Close()
	p.Close()
}

func (p *page) membership(i int, number map[lineage.SourceID]string) {
	m, sp := &p.facts.Memberships[i], &p.say.scene.Spells[i]
	p.OpenInline("tr")
	p.OpenInline("th", ink.A("scope", "row"))
	p.bdi(p.say.State(sp.State, sp.Standing.Since))
	p.Close()
	role := p.say.Title(sp.Standing.Membership, 1)
	for _, s := range m.Suspensions {
		role += "; " + p.text.Suspended + " " + s.Text
	}
	p.Text("td", role)
	p.Text("td", p.say.Label(sp.Standing.Since))
	until := "–"
	if !sp.Standing.Until.IsZero() {
		until = p.say.Label(sp.Standing.Until)
	}
	p.Text("td", until)
	p.OpenInline("td", ink.A("class", "cites"))
	for i, id := range m.Sources {
		if i > 0 {
			p.Chars(" ")
		}
		p.Text("a", number[id], ink.A("href", "#source-"+string(id)))
	}
	if len(m.Claims) > 0 {
		p.Chars(" ")
		p.Text("em", p.text.Disputed)
	}
	p.Close()
	p.Close()
}

func (p *page) sources() {
	if len(p.facts.Sources) == 0 {
		return
	}
	p.Open("section", ink.A("aria-labelledby", "sources-heading"))
	p.Text("h2", p.text.Sources, ink.A("id", "sources-heading"))
	p.Open("ol", ink.A("class", "sources"))
	for i := range p.facts.Sources {
		s := &p.facts.Sources[i]
		p.OpenInline("li", ink.A("id", "source-"+string(s.ID)), ink.A("data-kind", s.Kind))
		p.source(s)
		p.Close()
	}
	p.Close()
	p.Close()
}
