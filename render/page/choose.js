// Choosing: the address, the slider, pointing and the keyboard.

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
