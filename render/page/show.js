// Showing what is chosen: a day, and what is traced. Text is written only as text.

// Making elements.

function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) e.setAttribute(name, value);
  e.append(...children.filter(c => c !== null && c !== ''));
  return e;
}

const bdi = text => el('bdi', null, text);
const tag = text => el('span', {class: 'tag'}, text);
const finder = (focus, label) => el('button', {type: 'button', class: 'name', 'data-focus': focus}, bdi(label));

// cite takes over entries of the bibliography, which stands in the page.
function cite(ids) {
  return el('ul', {class: 'cited'}, ...ids.map(id => $('source-' + id)).filter(Boolean).map(entry => {
    const copy = entry.cloneNode(true);
    copy.removeAttribute('id');
    return copy;
  }));
}

// What is chosen: a day, or null for the whole period; what is kept in focus,
// and what is only pointed at.

let day = null, kept = null, pointed = null;
const canvases = [...document.querySelectorAll('.canvas')];
const shown = () => canvases.find(c => !c.hidden);
const PARTS = '.membership,.organization,.succession,[data-state]';
const parts = canvases.flatMap(c => [...c.querySelectorAll(PARTS)]).filter(node => !node.parentNode.closest('.membership')).map(node => {
  const {state, organization, from, to, since} = node.dataset;
  const states = (state || '').split(' ').filter(Boolean); // several where they share a strand
  return {
    node, organization, from, to, states,
    // Marks and names of a state that stand apart behave as its memberships do.
    kind: ['succession', 'organization'].find(k => node.classList.contains(k)) || 'membership',
    mine: drawnBy(facts.memberships.filter(m => states.includes(m.state) && (!organization || m.organization === organization)), node.dataset),
  };
});
for (const p of parts) if (p.kind === 'membership') p.node.classList.add('of-state');

// Drawings that only the script shows have their sentences from the facts.
for (const {node, mine} of parts) {
  if (!node.classList.contains('membership') || node.querySelector(':scope > title') || node.hasAttribute('aria-label') || !mine.length) continue;
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = mine.map(m => m.text).join('; ');
  node.prepend(title);
}
const partOf = new Map(parts.map(p => [p.node, p]));

// drawnBy finds those of several memberships of a state in an organization that an
// element draws: by the dates that it names, or else by the days that these are.
function drawnBy(all, {since, until}) {
  if (!since) return all;
  const same = all.filter(m => m.since === since && m.until === until);
  if (same.length) return same;
  try {
    const from = dayOf(since), to = until ? dayOf(until) : Infinity;
    return all.filter(m => from < m.span.untilLast && to > m.span.sinceFirst);
  } catch {
    return all;
  }
}

// A focus is written KZ, caco, or KZ.caco for the state in the organization.
function focusOf(text) {
  if (states.has(text)) return {id: text, state: text};
  if (organizations.has(text)) return {id: text, organization: text};
  const [state, organization] = text.split('.');
  const both = states.has(state) && organizations.has(organization) && text === state + '.' + organization;
  return both ? {id: text, state, organization} : null;
}

function focusAt(node) {
  const p = node && partOf.get(node.closest('.membership') || node);
  if (!p) return null;
  if (p.kind === 'membership') return focusOf(p.states[0] + (p.organization ? '.' + p.organization : ''));
  return focusOf((p.kind === 'succession' ? p.to : p.organization) || '');
}

const traced = () => pointed || kept;

// Showing it.

function paint() {
  const focus = traced();
  const theirs = new Set(facts.memberships.filter(m => focus && m.state === focus.state).map(m => m.organization));
  for (const p of parts) {
    const then = p.kind === 'membership' && day !== null ? p.mine.map(m => standing(m, day)) : [];
    const best = Math.max(NO, ...then.map(s => s.answer)), paused = Math.max(NO, ...then.map(s => s.suspended));
    const alive = p.kind === 'organization' && day !== null && organizations.has(p.organization)
      ? contains(organizations.get(p.organization).span, day) : NO;
    p.node.classList.toggle('there', Math.max(best, alive) > NO);
    p.node.classList.toggle('perhaps', Math.max(best, alive) === MAYBE);
    p.node.classList.toggle('paused', paused > NO);
    p.node.classList.toggle('lit', Boolean(focus) && (focus.state
      ? p.states.includes(focus.state) || p.kind === 'organization' && theirs.has(p.organization)
      : [p.organization, p.from, p.to].includes(focus.organization)));
    p.node.classList.toggle('kept', Boolean(kept) && p.node.classList.contains('membership') && kept.organization === p.organization && p.states.includes(kept.state));
  }
  for (const c of canvases) {
    const svg = c.querySelector('svg');
    svg.classList.toggle('dated', day !== null);
    svg.classList.toggle('traced', Boolean(focus));
  }
  drawDay();
}

const SVG = 'http://www.w3.org/2000/svg';

function svgEl(name, attrs, text) {
  const e = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attrs)) e.setAttribute(key, value);
  if (text) e.textContent = text;
  return e;
}

// drawDay draws the day as a line through the plot.
function drawDay() {
  for (const old of document.querySelectorAll('.day-line')) old.remove();
  const canvas = shown(), plot = canvas.querySelector('.plot');
  if (day === null || !plot) return;
  const {first: from, end, x0, x1} = plot.dataset, box = plot.getBBox();
  const a = dayOf(from), b = dayOf(end);
  if (!(b > a) || day < a || day >= b) return;
  const x = Number(x0) + (Number(x1) - Number(x0)) * (day - a) / (b - a);
  const g = svgEl('g', {class: 'day-line', 'aria-hidden': 'true'});
  if (plot.hasAttribute('transform')) g.setAttribute('transform', plot.getAttribute('transform'));
  g.append(svgEl('line', {x1: x, x2: x, y1: box.y - 4, y2: box.y + box.height}));
  const edge = plot.ownerSVGElement.viewBox.baseVal;
  // The date stands above the scale.
  const label = svgEl('text', {x, y: Math.max(box.y - 12, edge ? edge.y + 11 : 0), 'text-anchor': 'middle', 'dominant-baseline': 'middle'}, said(day));
  g.append(label);
  plot.parentNode.append(g);
  const size = label.getBBox(), wide = size.width / 2 + 8;
  const at = edge && edge.width ? Math.min(Math.max(x, edge.x + wide), edge.x + edge.width - wide) : x;
  label.setAttribute('x', at);
  label.before(svgEl('rect', {x: at - wide, y: size.y - 3, width: 2 * wide, height: size.height + 6, rx: 4}));
  // On a narrow screen the picture follows the line.
  if (canvas.scrollWidth > canvas.clientWidth + 1) {
    const line = g.firstChild.getBoundingClientRect(), view = canvas.getBoundingClientRect();
    const margin = Math.min(80, view.width / 4);
    if (line.left < view.left + margin || line.left > view.right - margin) {
      canvas.scrollLeft += line.left - view.left - view.width / 2;
    }
  }
}

function certainty(s) {
  return [
    s.answer === MAYBE ? tag(words.perhaps) : null,
    s.suspended === YES || s.suspended === s.answer && s.suspended > NO ? tag(words.suspended)
      : s.suspended === MAYBE ? tag(words.maybeSuspended) : null,
  ].filter(Boolean);
}

function tellDay() {
  const on = day === null ? last : day;
  $('day-heading').textContent = said(on);
  const counts = [], summary = [];
  const there = facts.organizations.map(o => {
    const members = membersOn(o.id, on), alive = contains(o.span, on);
    if (alive === NO && members.length === 0) return null;
    const inOrg = [];
    const lists = facts.roles.map(role => {
      const some = members.filter(s => s.membership.role === role);
      if (some.length === 0) return null;
      const heading = words.roles[role][some.length === 1 ? 0 : 1];
      inOrg.push(fill(words.count, {n: some.length, role: heading}));
      return el('div', {class: 'role'}, el('h4', null, heading + ' ', el('span', {class: 'count'}, String(some.length))),
        el('ul', {class: 'members'}, ...some.map(s => {
          const m = s.membership;
          return el('li', null, finder(m.state + '.' + m.organization, nameOn(states.get(m.state), on)),
            m.as ? el('span', {class: 'as'}, ' ', bdi(m.as)) : '', ...certainty(s));
        })));
    }).filter(Boolean);
    counts.push(`${o.short}: ${inOrg.join(', ')}`);
    summary.push(el('span', null, el('b', null, bdi(o.short)), ' ' + inOrg.join(', ')));
    return el('section', {class: 'org'},
      el('h3', null, finder(o.id, o.short), ' ', el('span', {class: 'full'}, bdi(o.name)), alive === MAYBE ? tag(words.perhaps) : ''),
      ...lists);
  }).filter(Boolean);
  $('members').replaceChildren(...(there.length ? there : [el('p', {class: 'hint'}, words.nobody)]));
  $('summary').replaceChildren(...summary.flatMap((s, i) => i ? [' · ', s] : [s]));
  return said(on) + '. ' + (counts.join('. ') || words.nobody);
}

function evidence(f, open) {
  const all = [];
  const notes = (f.notes || []).map(note => el('li', null, bdi(note)));
  if (notes.length) {
    const list = el('ul', {class: 'notes'}, ...notes);
    all.push(notes.length > 4 ? folded(words.notes, notes.length, false, () => list) : list);
  }
  if (f.claims && f.claims.length) {
    all.push(folded(words.rivals, f.claims.length, open, () => el('ul', {class: 'claims'}, ...f.claims.map(i => facts.claims[i]).map(c =>
      el('li', null, el('strong', null, bdi(c.text)), c.note ? ' — ' : '', c.note ? bdi(c.note) : '', c.sources ? cite(c.sources) : '')))));
  }
  if (f.sources && f.sources.length) all.push(folded(words.sources, f.sources.length, open, () => cite(f.sources)));
  return all;
}

// folded makes its content when it is first opened.
function folded(heading, n, open, content) {
  const d = el('details', null, el('summary', null, heading + ' ', el('span', {class: 'count'}, String(n))));
  const show = () => { if (d.open && d.childElementCount === 1) d.append(content()); };
  d.open = open;
  show();
  d.addEventListener('toggle', show);
  return d;
}

function tellMembership(m, open) {
  return el('article', null, el('h4', null, bdi(organizations.get(m.organization).short)), el('p', null, bdi(m.text)), ...evidence(m, open));
}

function tellFacts() {
  const focus = traced(), heading = $('facts-heading'), told = [];
  if (!focus) {
    heading.textContent = words.facts;
    $('told').replaceChildren(el('p', {class: 'hint'}, words.factsHint));
    return '';
  }
  const state = states.get(focus.state), org = organizations.get(focus.organization);
  heading.replaceChildren(bdi(state ? state.name : org.name), state && org ? ' · ' : '', state && org ? bdi(org.short) : '');
  const of = facts.memberships.filter(m => (!state || m.state === state.id) && (!org || m.organization === org.id));
  if (kept) {
    const actions = el('p', {class: 'actions'}, el('button', {type: 'button', id: 'let-go'}, words.clear));
    if (state && org) {
      for (const [id, name] of [[state.id, state.name], [org.id, org.short]]) {
        actions.append(' ', el('button', {type: 'button', 'data-focus': id}, bdi(fill(words.all, {name}))));
      }
    }
    told.push(actions);
  }
  if (org && !state) {
    told.push(el('p', null, bdi(org.text)), ...evidence(org, false));
    const around = facts.successions.filter(s => s.from === org.id || s.to === org.id);
    if (around.length) told.push(el('h3', null, words.successions));
    for (const s of around) told.push(el('article', null, el('p', null, bdi(s.text)), ...evidence(s, false)));
  }
  for (const m of of) told.push(tellMembership(m, Boolean(state && org)));
  $('told').replaceChildren(...told);
  return heading.textContent + '. ' + of.map(m => m.text).join('. ');
}

function showSlider() {
  const on = day === null ? last : day;
  $('slider').value = on;
  $('slider').setAttribute('aria-valuetext', said(on));
  if (document.activeElement !== $('day') || day !== null) $('day').value = iso(on);
  complain('');
  $('whole').disabled = day === null;
}

function complain(text) {
  $('day-error').textContent = text;
  $('day').setAttribute('aria-invalid', String(text !== ''));
}
