package words

import "github.com/orglineage/orglineage/lineage"

// Names of states and organizations stand in the nominative throughout: after a
// colon, a dash, an arrow, or as acronyms, which do not change.
var russian = phrases{
	months: [3][12]string{
		{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"},
		{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
		{"январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"},
	},
	yearMark: "\u00a0г.",

	unknown: "дата неизвестна", in: "в {date}", on: "{date}", about: "около {date}",
	between: "не ранее {first} и не позднее {last}", notAfter: "не позднее {date}", notBefore: "не ранее {date}",

	dayBetween: "даты не ранее {first} и не позднее {last}", dayAfter: "даты не ранее {date}", dayBefore: "даты не позднее {date}",
	since: end{"с {date}", "примерно с {date}", "с неизвестной даты"},
	until: end{"до {date}", "примерно до {date}", "до неизвестной даты"},
	from:  end{"с {date}", "примерно с {date}", "с неизвестной даты"},
	first: end{"с {date}", "примерно с {date}", "с неизвестной даты"},
	to:    end{"до {date}", "примерно до {date}", "до неизвестной даты"},
	shown: "с {first} до {last}", shownFrom: "с {date}", shownUntil: "до {date}",
	yearOrEarlier: "{year} или раньше", yearOrLater: "{year} или позже", eitherYear: "{first} или {last}", someYear: "один из {first}–{last}",
	sinceYear: "с {year}", and: " и ", eventAnd: ", ",

	membership: "{state}: {role}, {period}", founder: "основатель", founderOfTreaty: "один из учредителей", suspended: "членство приостановлено {period}",
	onlyClaim: "лишь по отдельным утверждениям", ofRole: "{role} {org}", ofTreaty: "{role} {org}",
	roles: map[lineage.Role]form{
		lineage.Member: {"член", "члены"}, lineage.Associate: {"ассоциированный член", "ассоциированные члены"},
		lineage.Observer: {"наблюдатель", "наблюдатели"}, lineage.Partner: {"партнёр", "партнёры"},
		lineage.Candidate: {"кандидат", "кандидаты"}, lineage.Guest: {"гость", "гости"}, lineage.Party: {"участник", "участники"},
	},
	left: map[lineage.DepartureKind]string{
		lineage.Withdrew: "выход", lineage.Expelled: "исключение", lineage.NotRenewed: "участие не продлено",
		lineage.RoleLeft: "переход к другому статусу", lineage.Lapsed: "статус прекращён",
	},
	subjects: map[lineage.Subject]string{
		lineage.ItsBeginning: "начало по другим источникам: {dates}", lineage.ItsEnd: "конец по другим источникам: {dates}",
		lineage.ItsSuspension: "приостановление по другим источникам: {dates}", lineage.ItsResumption: "возобновление по другим источникам: {dates}",
	},
	noDay: "день не назван",

	founded: "Учреждение {org}: {who}.", begins: "Начало деятельности: {org}.", ends: "Прекращение деятельности: {org}.",
	joins:      form{"Присоединение к {org}: {who}.", "Присоединение к {org}: {who}."},
	takesRole:  form{"Новый статус: {who} — {role}.", "Новый статус: {who} — {role}."},
	takesPart:  form{"Участие: {who} — {role}.", "Участие: {who} — {role}."},
	paused:     form{"Членство в {org} приостановлено: {who}.", "Членство в {org} приостановлено: {who}."},
	pausedRole: form{"Участие в {org} приостановлено: {who}.", "Участие в {org} приостановлено: {who}."},
	resumes:    form{"Участие в {org} возобновлено: {who}.", "Участие в {org} возобновлено: {who}."},
	withdraws:  form{"Выход из {org}: {who}.", "Выход из {org}: {who}."},
	expelled:   form{"Исключение из {org}: {who}.", "Исключение из {org}: {who}."},
	notRenewed: form{"Участие в {org} не продлено: {who}.", "Участие в {org} не продлено: {who}."},
	leavesRole: form{"Статус прекращён: {who} — {role}.", "Статус прекращён: {who} — {role}."},
	successions: map[lineage.SuccessionKind]form{
		lineage.Renamed:     {"Переименование: {from} → {org}.", "Переименование: {from} → {org}."},
		lineage.Transformed: {"Преобразование: {from} → {org}.", "Преобразование: {from} → {org}."},
		lineage.Merged:      {"Слияние: {from} → {org}.", "Слияние: {from} → {org}."},
		lineage.Absorbed:    {"Вхождение в состав: {from} → {org}.", "Вхождение в состав: {from} → {org}."},
		lineage.Replaced:    {"Замена: {from} → {org}.", "Замена: {from} → {org}."},
		lineage.Split:       {"Выделение: {from} → {org}.", "Выделение: {from} → {org}."},
		lineage.Revived:     {"Возобновление: {from} → {org}.", "Возобновление: {from} → {org}."},
		lineage.Upgraded:    {"Развитие: {from} → {org}.", "Развитие: {from} → {org}."},
	},

	fromTo: "{first} → {last}", scale: "1 год = {number} px",
	inside:             "Линия идёт внутри полосы ровно столько, сколько государство участвует.",
	countOrganizations: [3]string{"{n} организация", "{n} организации", "{n} организаций"},
	countStates:        [3]string{"{n} государство", "{n} государства", "{n} государств"},
	sameHistory:        [3]string{"{n} государство с одинаковой историей", "{n} государства с одинаковой историей", "{n} государств с одинаковой историей"},
	countEvents:        [3]string{"{n} событие", "{n} события", "{n} событий"},
	nothing:            [3]string{"В этот период организаций нет", "Показывать нечего.", "Пять цветов повторяются; государства различаются по названиям."},

	legend: Legend{
		Heading: "Как читать", Events: "События", Sources: "Источники", States: "Государства", Organizations: "Организации",
		Member: "член с даты, отмеченной точкой", Suspended: "членство приостановлено", Ends: "членство прекращено",
		Observer: "наблюдатель или иной статус", Gap: "перерыв в членстве", Connector: "то же государство в двух организациях",
		Several: "государства с одинаковой историей", Renamed: "переименование", Transformed: "преобразование",
		RenamedOrTransformed: "переименование или преобразование",
		Succeeded:            "преемник — новая организация", Merged: "вхождение в другую организацию", Split: "разделение", Revived: "возобновление", Upgraded: "развит новым актом",
		Vague: "дата известна не до дня", Disputed: "дата спорна", Proposed: "только предложена", Continues: "продолжается", Numbers: "номер события в списке",
	},
}

// russianTitles are the organizations' own words for roles.
var russianTitles = map[string]form{
	"associate member": {"ассоциированный член", "ассоциированные члены"}, "dialogue partner": {"партнёр по диалогу", "партнёры по диалогу"},
	"founding state outside the Charter": {"государство-основатель вне Устава", "государства-основатели вне Устава"},
	"full participant":                   {"полноправный участник", "полноправные участники"}, "guest of honour": {"почётный гость", "почётные гости"},
	"partner organization": {"организация-партнёр", "организации-партнёры"}, "SCO partner": {"партнёр ШОС", "партнёры ШОС"},
	"sectoral dialogue partner": {"партнёр по отраслевому диалогу", "партнёры по отраслевому диалогу"},
	"signatory":                 {"подписавшая сторона", "подписавшие стороны"}, "special invitee": {"специально приглашённый", "специально приглашённые"},
}
