// Search, tabs and downloads; and the start.

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
