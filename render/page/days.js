// What the page knows, and the rule by which it answers for a day.

const $ = id => document.getElementById(id);
const facts = JSON.parse($('facts').textContent);
const words = JSON.parse($('words').textContent);
const DAY = 864e5;

// Days are counted from 1970-01-01, as in the package lineage.

function dayOf(iso) {
  const [, y, m, d] = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(iso).map(Number);
  return new Date(0).setUTCFullYear(y, m - 1, d) / DAY;
}

function civil(day) {
  const t = new Date(day * DAY);
  return [t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate()];
}

function iso(day) {
  const [y, m, d] = civil(day);
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}

function said(day) {
  const [y, m, d] = civil(day);
  return fill(words.months[m - 1], {d, y});
}

// parse reads YYYY, YYYY-MM or YYYY-MM-DD as its first day; null if it is none.
function parse(text) {
  const parts = /^\s*(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?\s*$/.exec(text);
  if (!parts) return null;
  const [y, m, d] = [Number(parts[1]), Number(parts[2] || 1), Number(parts[3] || 1)];
  const day = new Date(0).setUTCFullYear(y, m - 1, d) / DAY;
  return civil(day).join() === [y, m, d].join() ? day : null;
}

// addMonths keeps to the last day of a shorter month.
function addMonths(day, n) {
  const [y, m, d] = civil(day);
  const last = new Date(Date.UTC(y, m + n, 0)).getUTCDate();
  return Date.UTC(y, m - 1 + n, Math.min(d, last)) / DAY;
}

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// The rule of three answers, as lineage.Bounds.Contains has it. What is not
// possible holds no day by itself.

const NO = 0, MAYBE = 1, YES = 2;

function span({since, until, bounds}) {
  const b = bounds || {sinceFirst: since, sinceLast: since, untilFirst: until, untilLast: until};
  const at = (text, open) => text === undefined ? open : dayOf(text);
  return {
    sinceFirst: at(b.sinceFirst, -Infinity), sinceLast: at(b.sinceLast, Infinity),
    untilFirst: at(b.untilFirst, Infinity), untilLast: at(b.untilLast, Infinity),
  };
}

function contains(s, day) {
  if (day < s.sinceFirst || s.untilLast <= day) return NO;
  return s.sinceLast <= day && day < s.untilFirst ? YES : MAYBE;
}

const first = dayOf(facts.first), last = dayOf(facts.last);
const organizations = new Map(facts.organizations.map(o => [o.id, o]));
const states = new Map(facts.states.map(s => [s.id, s]));
for (const o of facts.organizations) {
  o.span = span(o);
  o.members = facts.memberships.filter(m => m.organization === o.id);
}
for (const s of facts.states) s.until = (s.former || []).map(f => dayOf(f.until));
for (const m of facts.memberships) {
  m.span = span(m);
  m.paused = (m.suspensions || []).map(span);
}

function standing(m, day) {
  const answer = contains(m.span, day);
  return {membership: m, answer, suspended: Math.min(answer, Math.max(NO, ...m.paused.map(s => contains(s, day))))};
}

function membersOn(id, day) {
  return (organizations.get(id)?.members ?? []).map(m => standing(m, day)).filter(s => s.answer > NO);
}

// For the console and for tests.
window.lineage = Object.freeze({
  membersOn: (id, date) => membersOn(id, dayOf(date)).map(s => ({
    state: s.membership.state, role: s.membership.role,
    answer: ['no', 'maybe', 'yes'][s.answer], suspended: ['no', 'maybe', 'yes'][s.suspended],
  })),
});

function nameOn(state, day) {
  const i = day === null ? -1 : state.until.findIndex(until => day < until);
  return i < 0 ? state.name : state.former[i].name;
}
