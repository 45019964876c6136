package page

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A text holds what the page itself says in a language. The exported fields go
// to the script.
type text struct {
	Steps    map[lineage.Step]string    `json:"-"`
	Subjects map[lineage.Subject]string `json:"-"`
	NoDay    string                     `json:"-"`

	Skip           string               `json:"-"`
	Controls       string               `json:"-"`
	Picture        string               `json:"-"`
	Scrolls        string               `json:"-"`
	Views          map[string]string    `json:"-"`
	Day            string               `json:"-"`
	Whole          string               `json:"-"`
	Search         string               `json:"-"`
	SearchHint     string               `json:"-"`
	Keys           string               `json:"-"`
	Events         string               `json:"-"`
	Memberships    string               `json:"-"`
	Sources        string               `json:"-"`
	Download       string               `json:"-"`
	Formats        [3]string            `json:"-"` // SVG, CSV, JSON
	Columns        [5]string            `json:"-"`
	NoScript       string               `json:"-"`
	Months         [12]string           `json:"months"`
	Roles          map[string][2]string `json:"roles"` // of one, of several
	Nobody         string               `json:"nobody"`
	Perhaps        string               `json:"perhaps"`
	Suspended      string               `json:"suspended"`
	MaybeSuspended string               `json:"maybeSuspended"`
	Facts          string               `json:"facts"`
	FactsHint      string               `json:"factsHint"`
	Clear          string               `json:"clear"`
	All            string               `json:"all"`
	Rivals         string               `json:"rivals"`
	Notes          string               `json:"notes"`
	SourceList     string               `json:"sources"`
	Successions    string               `json:"successions"`
	BadDay         string               `json:"badDay"`
	Found          string               `json:"found"`
	NotFound       string               `json:"notFound"`
	Disputed       string               `json:"disputed"`
	Count          string               `json:"count"`
}

var english = text{
	Steps: map[lineage.Step]string{
		lineage.Announced: "Announced", lineage.Applied: "Applied", lineage.Decided: "Decided", lineage.Signed: "Signed",
		lineage.Notified: "Notified", lineage.Ratified: "Ratified", lineage.Effective: "Effective",
	},
	Subjects: map[lineage.Subject]string{
		lineage.ItsBeginning: "beginning", lineage.ItsEnd: "end", lineage.ItsSuspension: "suspension", lineage.ItsResumption: "resumption",
	},
	NoDay: "a day not named",

	Skip: "Skip the picture", Controls: "Day and search", Picture: "Picture", Scrolls: "The picture; it may scroll sideways",
	Views: map[string]string{"river": "River", "chart": "Chart", "succession": "Succession"},
	Day:   "Day", Whole: "Whole period", Search: "Find", SearchHint: "state or organization",
	Keys:   "Arrow keys move by a day, Page Up and Page Down by a month.",
	Events: "Events", Memberships: "Memberships", Sources: "Sources", Download: "Download",
	Formats:  [3]string{"Picture (SVG)", "Memberships (CSV)", "Facts (JSON)"},
	Columns:  [5]string{"State", "Role", "From", "Until", "Sources"},
	NoScript: "Choosing a day, tracing and downloads need a browser that runs scripts.",

	Nobody:  "No organization was there on this day.",
	Perhaps: "perhaps", Suspended: "suspended", MaybeSuspended: "perhaps suspended",
	Facts: "Facts", FactsHint: "Point at a line, a band or a name to trace it; click it, or press Enter, to keep it. Escape lets go.",
	Clear: "Let go", All: "All of {name}", Rivals: "Other sources say", Notes: "Notes", SourceList: "Sources", Successions: "Successions",
	BadDay: "Please write a day from {first} to {last}, such as {last}.", Found: "{n} found", NotFound: "Nothing found",
	Disputed: "disputed", Count: "{n} {role}",
}

var russian = text{
	Steps: map[lineage.Step]string{
		lineage.Announced: "Объявлено", lineage.Applied: "Подана заявка", lineage.Decided: "Решение", lineage.Signed: "Подписание",
		lineage.Notified: "Уведомление", lineage.Ratified: "Ратификация", lineage.Effective: "Вступление в силу",
	},
	Subjects: map[lineage.Subject]string{
		lineage.ItsBeginning: "начало", lineage.ItsEnd: "конец", lineage.ItsSuspension: "приостановление", lineage.ItsResumption: "возобновление",
	},
	NoDay: "день не назван",

	Skip: "Пропустить рисунок", Controls: "День и поиск", Picture: "Рисунок", Scrolls: "Рисунок; может прокручиваться вбок",
	Views: map[string]string{"river": "Река", "chart": "Диаграмма", "succession": "Преемственность"},
	Day:   "День", Whole: "Весь период", Search: "Найти", SearchHint: "государство или организация",
	Keys:   "Стрелки сдвигают на день, Page Up и Page Down — на месяц.",
	Events: "События", Memberships: "Членство", Sources: "Источники", Download: "Скачать",
	Formats:  [3]string{"Рисунок (SVG)", "Членство (CSV)", "Факты (JSON)"},
	Columns:  [5]string{"Государство", "Статус", "С", "До", "Источники"},
	NoScript: "Выбор дня, прослеживание и скачивание требуют браузера, исполняющего скрипты.",

	Nobody:  "В этот день не было ни одной организации.",
	Perhaps: "возможно", Suspended: "приостановлено", MaybeSuspended: "возможно, приостановлено",
	Facts: "Факты", FactsHint: "Наведите курсор на линию, полосу или название, чтобы проследить; щелчок или Enter закрепляет, Escape отпускает.",
	Clear: "Отпустить", All: "Всё о «{name}»", Rivals: "Другие источники", Notes: "Примечания", SourceList: "Источники", Successions: "Преемственность",
	BadDay: "Напишите день от {first} до {last}, например {last}.", Found: "Найдено: {n}", NotFound: "Ничего не найдено",
	Disputed: "оспаривается", Count: "{role}: {n}",
}

// textIn returns the text in the language of the speech, with what the drawings
// say, too.
func textIn(s speech) *text {
	t := english
	if s.Language == words.Russian {
		t = russian
	}
	t.Months = s.months()
	t.Roles = map[string][2]string{}
	for _, r := range lineage.AllRoles() {
		t.Roles[r.String()] = [2]string{s.Role(r, 1), s.Role(r, 2)}
	}
	return &t
}
