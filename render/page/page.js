// The script of the page: the chosen day, what is traced, search, permalink and
// downloads. It writes text only as text, and needs nothing but this file.
'use strict';
(() => {
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

  function span(b) {
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
    o.span = span(o.bounds);
    o.members = facts.memberships.filter(m => m.organization === o.id);
  }
  for (const s of facts.states) s.until = (s.former || []).map(f => dayOf(f.until));
  for (const m of facts.memberships) {
    m.span = span(m.bounds);
    m.paused = (m.suspensions || []).map(s => span(s.bounds));
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
      mine: facts.memberships.filter(m => states.includes(m.state) && (!organization || m.organization === organization) &&
        (!since || overlap(m, node.dataset))),
    };
  });
  for (const p of parts) if (p.kind === 'membership') p.node.classList.add('of-state');
  const partOf = new Map(parts.map(p => [p.node, p]));

  // overlap finds the one of several memberships of a state in an organization
  // that an element draws, by the days that it names.
  function overlap(m, {since, until}) {
    try {
      const from = dayOf(since), to = until ? dayOf(until) : Infinity;
      return from < m.span.untilLast && to > m.span.sinceFirst;
    } catch {
      return true;
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

  // The address keeps what is chosen. Browsers limit how often it may change, so
  // it follows when the slider rests.

  let resting = 0, started = false;

  function keepAddress() {
    clearTimeout(resting);
    resting = setTimeout(writeAddress, 150);
  }

  function writeAddress() {
    const all = [];
    if (day !== null) all.push('date=' + iso(day));
    if (kept) all.push('focus=' + encodeURIComponent(kept.id));
    const address = location.href.split('#')[0] + (all.length ? '#' + all.join('&') : '');
    try {
      if (address !== location.href) history.replaceState(null, '', address);
    } catch {
      // the picture stays right without it
    }
  }

  function readAddress() {
    clearTimeout(resting);
    const asked = new URLSearchParams(location.hash.slice(1));
    const elsewhere = location.hash.length > 1 && !asked.has('date') && !asked.has('focus');
    if (elsewhere && started) return; // a place in the page
    started = true;
    const date = /^\d{4}-\d\d-\d\d$/.test(asked.get('date') || '') ? parse(asked.get('date')) : null;
    day = date !== null && date >= first && date <= last ? date : null;
    kept = focusOf(asked.get('focus') || '');
    pointed = null;
    showSlider();
    tellDay();
    tellFacts();
    paint();
  }

  // Choosing.

  let speaking = 0;

  // say tells screen readers what changed, once it rests.
  function say(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => { $('status').textContent = text; }, 300);
  }

  function choose(d) {
    day = d === null ? null : Math.min(Math.max(d, first), last);
    showSlider();
    say(tellDay());
    paint();
    keepAddress();
  }

  function keep(focus) {
    kept = focus;
    pointed = null;
    say(tellFacts());
    paint();
    keepAddress();
  }

  function point(focus) {
    if ((focus && focus.id) === (pointed && pointed.id)) return;
    pointed = focus;
    tellFacts();
    paint();
  }

  const toggle = focus => keep(focus && kept && kept.id === focus.id ? null : focus);

  const slider = $('slider');
  slider.min = first;
  slider.max = last;
  slider.step = 1;
  slider.addEventListener('input', () => choose(Number(slider.value)));
  slider.addEventListener('keydown', e => {
    const months = {PageUp: 1, PageDown: -1}[e.key] ||
      (e.shiftKey ? {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1}[e.key] : 0);
    if (!months || e.ctrlKey || e.altKey || e.metaKey) return;
    e.preventDefault();
    choose(addMonths(Number(slider.value), months));
  });
  $('day').addEventListener('change', () => {
    const d = parse($('day').value);
    // A year or a month may begin before the window.
    const whole = d !== null && $('day').value.trim().length < 8 && d < first ? first : d;
    if (whole === null || whole < first || whole > last) {
      complain(fill(words.badDay, {first: facts.first, last: facts.last}));
    } else {
      choose(whole);
    }
  });
  // An event in the list chooses its day.
  document.querySelectorAll('.events > li').forEach((li, i) => {
    const date = facts.events[i].day && dayOf(facts.events[i].day), heading = li.firstChild;
    if (date === undefined || date < first || date > last) return;
    const button = el('button', {type: 'button', class: 'name'}, heading.textContent);
    heading.replaceChildren(button);
    button.addEventListener('click', () => choose(date));
  });
  $('whole').addEventListener('click', () => choose(null));
  $('controls').addEventListener('submit', e => e.preventDefault());

  const part = node => node instanceof Element ? node.closest(PARTS) : null;
  for (const canvas of canvases) {
    canvas.addEventListener('pointerover', e => point(focusAt(part(e.target))));
    canvas.addEventListener('pointerleave', () => point(focusAt(part(document.activeElement))));
    canvas.addEventListener('focusin', e => point(focusAt(part(e.target))));
    canvas.addEventListener('focusout', () => point(null));
    canvas.addEventListener('click', e => {
      const focus = focusAt(part(e.target));
      if (focus) toggle(focus);
    });
    canvas.addEventListener('keydown', e => {
      const focus = focusAt(part(e.target));
      if (!focus || e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      toggle(focus);
    });
  }
  const members = $('members');
  const named = e => e.target.closest('[data-focus]');
  members.addEventListener('pointerover', e => point(named(e) && focusOf(named(e).dataset.focus)));
  members.addEventListener('pointerleave', () => point(null));
  members.addEventListener('focusin', e => point(named(e) && focusOf(named(e).dataset.focus)));
  members.addEventListener('focusout', () => point(null));
  members.addEventListener('click', e => {
    if (named(e)) toggle(focusOf(named(e).dataset.focus));
  });
  $('told').addEventListener('click', e => {
    const button = e.target.closest('button');
    if (!button) return;
    keep(button.dataset.focus ? focusOf(button.dataset.focus) : null);
    $('facts-heading').focus();
  });
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape' || e.defaultPrevented) return;
    if (kept || pointed) keep(null);
    else if (day !== null) choose(null);
  });
  document.querySelector('.skip').addEventListener('click', e => {
    e.preventDefault(); // the address is the permalink
    $('after').focus();
  });

  // Search.

  // fold brings a name into the form in which names are compared, as lineage.Fold
  // does, and leaves accents out, so that they need not be typed.
  function fold(name) {
    return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ё/g, 'е').replace(/['`.’‘ʼʻ]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  }

  const index = [
    ...facts.states.map(s => ({id: s.id, label: s.name, names: [s.id, s.name, ...s.names || []]})),
    ...facts.organizations.map(o => ({id: o.id, label: o.short === o.name ? o.name : o.short + ', ' + o.name, names: [o.id, o.short, o.name, ...o.names || []]})),
  ].map(e => ({...e, folded: [...new Set(e.names.map(fold))]}));
  const box = $('search'), list = $('found');
  let active = -1;

  function rank(entry, text) {
    let best = 0;
    for (const name of entry.folded) {
      best = Math.max(best, name === text ? 3 : name.startsWith(text) ? 2 : (' ' + name).includes(' ' + text) ? 1 : 0);
    }
    return best;
  }

  function find() {
    const text = fold(box.value);
    const hits = !text ? [] : index.map(e => [rank(e, text), e]).filter(h => h[0]).sort((a, b) => b[0] - a[0]).slice(0, 8).map(h => h[1]);
    list.replaceChildren(...hits.map((h, i) => el('li', {role: 'option', id: 'found-' + i, 'data-focus': h.id, 'aria-selected': 'false'}, bdi(h.label))));
    active = -1;
    unfold(hits.length > 0);
    if (text) say(hits.length ? fill(words.found, {n: hits.length}) : words.notFound);
    if (text && !hits.length) {
      list.replaceChildren(el('li', {role: 'option', 'aria-disabled': 'true'}, words.notFound));
      unfold(true);
    }
  }

  function unfold(open) {
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    box.removeAttribute('aria-activedescendant');
  }

  function activate(i) {
    const options = [...list.querySelectorAll('[data-focus]')];
    if (!options.length) return;
    active = (i + options.length) % options.length;
    options.forEach((o, at) => o.setAttribute('aria-selected', String(at === active)));
    box.setAttribute('aria-activedescendant', options[active].id);
  }

  function take(option) {
    const focus = option && focusOf(option.dataset.focus || '');
    if (!focus) return;
    box.value = option.textContent;
    unfold(false);
    keep(focus);
    const lit = shown().querySelector('.lit');
    if (lit) lit.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  box.addEventListener('input', find);
  box.addEventListener('keydown', e => {
    const options = list.querySelectorAll('[data-focus]');
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (list.hidden) find();
      activate(active + (e.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1));
    } else if (e.key === 'Enter') {
      take(options[Math.max(active, 0)]);
    } else if (e.key === 'Escape' && !list.hidden) {
      unfold(false);
    } else {
      return;
    }
    e.preventDefault();
  });
  box.addEventListener('blur', () => unfold(false));
  list.addEventListener('pointerdown', e => e.preventDefault()); // keep the focus in the box
  list.addEventListener('click', e => take(e.target.closest('[data-focus]')));

  // Tabs.

  const tabs = [...document.querySelectorAll('[role=tab]')];

  function turnTo(tab) {
    for (const t of tabs) {
      t.setAttribute('aria-selected', String(t === tab));
      t.tabIndex = t === tab ? 0 : -1;
      $(t.getAttribute('aria-controls')).hidden = t !== tab;
    }
    paint();
  }

  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => turnTo(tab));
    tab.addEventListener('keydown', e => {
      const to = {ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1}[e.key];
      if (to === undefined) return;
      e.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length];
      turnTo(next);
      next.focus();
    });
  });

  // Downloads.

  function save(name, type, text) {
    const a = el('a', {href: URL.createObjectURL(new Blob([text], {type})), download: name});
    document.body.append(a);
    a.click();
    a.remove();
    setTimeout(() => URL.revokeObjectURL(a.href), 1e4);
  }

  // picture returns the drawing as it came, without what the script did to it.
  function picture() {
    const copy = shown().querySelector('svg').cloneNode(true);
    for (const line of copy.querySelectorAll('.day-line')) line.remove();
    for (const e of [copy, ...copy.querySelectorAll('[class]')]) {
      e.classList.remove('dated', 'traced', 'there', 'perhaps', 'paused', 'lit', 'kept', 'of-state');
    }
    if (copy.dataset.whole) {
      copy.setAttribute('viewBox', copy.dataset.whole);
      copy.removeAttribute('data-whole');
    }
    const [, , width, height] = (copy.getAttribute('viewBox') || '').split(' ');
    if (height) {
      copy.setAttribute('width', width);
      copy.setAttribute('height', height);
    }
    copy.prepend(svgEl('style', {}, $('style-' + shown().dataset.view).textContent));
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy) + '\n';
  }

  $('download-svg').addEventListener('click', () => save(`lineage-${shown().dataset.view}.svg`, 'image/svg+xml', picture()));
  $('download-csv').addEventListener('click', () => save('memberships.csv', 'text/csv', JSON.parse($('table').textContent)));
  $('download-json').addEventListener('click', () => save('lineage.json', 'application/json', JSON.stringify(everything()) + '\n'));

  // everything returns the facts together with the bibliography.
  function everything() {
    const sources = [...document.querySelectorAll('.sources > li')].map(li => {
      const link = li.querySelector('a[href]');
      return {id: li.id.replace('source-', ''), kind: li.dataset.kind, text: li.textContent, url: link ? link.getAttribute('href') : undefined};
    });
    return {...JSON.parse($('facts').textContent), sources};
  }

  for (const e of document.querySelectorAll('#controls,.panels,#downloads,[role=tablist]')) e.hidden = false;
  window.addEventListener('hashchange', readAddress);
  readAddress();
})();
