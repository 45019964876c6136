package words

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// texts returns all texts below v by the path that leads to them.
func texts(v reflect.Value, path string, into map[string]string) {
	switch v.Kind() {
	case reflect.String:
		into[path] = v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), path+"."+v.Type().Field(i).Name, into)
		}
	case reflect.Array:
		for i := range v.Len() {
			texts(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			texts(v.MapIndex(k), fmt.Sprintf("%s[%d]", path, k.Uint()), into)
		}
	default:
		panic("no text: " + path)
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Every language has every text, with the same values in it.
func TestPhrases(t *testing.T) {
	all := map[Language]map[string]string{}
	for _, l := range Languages() {
		all[l] = map[string]string{}
		texts(reflect.ValueOf(l.phrases()).Elem(), "", all[l])
		for path, text := range all[l] {
			if text == "" && path != ".yearMark" {
				t.Errorf("%s: %s is empty", l, path)
			}
			if text != strings.TrimSpace(text) && path != ".and" && path != ".eventAnd" && path != ".yearMark" {
				t.Errorf("%s: %s has space around: %q", l, path, text)
			}
			if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}%") {
				t.Errorf("%s: %s is malformed: %q", l, path, text)
			}
		}
	}
	for path, en := range all[English] {
		ru, found := all[Russian][path]
		if !found {
			t.Errorf("no Russian text for %s", path)
			continue
		}
		a, b := placeholder.FindAllString(en, -1), placeholder.FindAllString(ru, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s takes %v in English and %v in Russian", path, a, b)
		}
		rest := placeholder.ReplaceAllString(ru, "")
		if strings.ContainsFunc(strings.TrimSuffix(rest, "px"), func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
			t.Errorf("%s is not in Russian: %q", path, ru)
		}
	}
	if len(all[Russian]) != len(all[English]) {
		t.Errorf("%d texts in Russian, %d in English", len(all[Russian]), len(all[English]))
	}
}

// Every kind that the domain knows has its words.
func TestKinds(t *testing.T) {
	for _, l := range Languages() {
		p := l.phrases()
		for _, r := range lineage.AllRoles() {
			if p.roles[r].one == "" {
				t.Errorf("%s: no word for the role %s", l, r)
			}
		}
		for _, k := range lineage.AllSuccessionKinds() {
			if p.successions[k].one == "" {
				t.Errorf("%s: no words for %s", l, k)
			}
		}
		for _, k := range lineage.AllDepartureKinds() {
			if p.left[k] == "" {
				t.Errorf("%s: no word for %s", l, k)
			}
		}
		for s := lineage.ItsBeginning; s <= lineage.ItsResumption; s++ {
			if p.subjects[s] == "" {
				t.Errorf("%s: no words for claims about subject %d", l, s)
			}
		}
	}
}

func TestParseLanguage(t *testing.T) {
	for tag, want := range map[string]Language{"en": English, "ru": Russian, "RU": Russian, "ru-KZ": Russian, "en_GB": English, "": "", "de": "", "rus": ""} {
		got, err := ParseLanguage(tag)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseLanguage(%q) = %q, %v, want %q", tag, got, err, want)
		}
	}
	if Language("").Tag() != "en" {
		t.Error("the zero Language is not English")
	}
}

func TestCounts(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 организаций", 1: "1 организация", 2: "2 организации", 4: "4 организации", 5: "5 организаций", 11: "11 организаций",
		12: "12 организаций", 21: "21 организация", 22: "22 организации", 111: "111 организаций", 114: "114 организаций", 101: "101 организация",
	} {
		if got := Russian.Organizations(n); got != want {
			t.Errorf("Russian.Organizations(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0 states", 1: "1 state", 2: "2 states", 21: "21 states"} {
		if got := English.States(n); got != want {
			t.Errorf("English.States(%d) = %q, want %q", n, got, want)
		}
	}
	if got, want := Russian.SameHistory(6), "6 государств с одинаковой историей"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
	if got, want := Russian.Scale(34.24), "1 год = 34,2 px"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
	if got, want := English.Scale(40), "1 year = 40 px"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

// A value is never taken for a placeholder.
func TestFill(t *testing.T) {
	if got, want := fill("{who} joins {org}.", "who", "{org} %s {", "org", "}"), "{org} %s { joins }."; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}
