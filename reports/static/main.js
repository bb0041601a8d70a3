// Puts it all together: the four questions come first, then the list; one listener for each kind of event.

function answered() {
  if (data.hold) return 'hold';
  const fields = [...(byId('hold-form')?.querySelectorAll('fieldset') ?? [])];
  if (!fields.length) return 'clear';
  const answers = fields.map((field) => state.hold[field.querySelector('input').name]);
  if (answers.some((answer) => !['yes', 'no', 'unsure'].includes(answer))) return 'ask';
  return answers.every((answer) => answer === 'no') ? 'clear' : 'hold';
}

let entered = ''; // the state that the list was drawn for

function enter() {
  root.dataset.state = answered();
  if (root.dataset.state === entered) return refresh();
  entered = root.dataset.state;
  made.clear();
  if (root.dataset.state === 'ask' || !posts.length) return showRecord();
  nameFilters();
  draw();
  refresh();
}

function refresh() {
  if (root.dataset.state === 'ask') return showRecord();
  for (const [at, found] of made) showDecision(found, posts[at]);
  if (posts.length) progress();
  plan();
  showRecord();
}

function answer(event) {
  event.preventDefault();
  const fields = [...event.target.querySelectorAll('fieldset')];
  const missing = fields.find((field) => !field.querySelector('input:checked'));
  byId('hold-error').hidden = !missing;
  if (missing) return missing.querySelector('input').focus();
  for (const field of fields) {
    const chosen = field.querySelector('input:checked');
    state.hold[chosen.name] = chosen.value;
  }
  save();
  enter();
  byId('headline').focus();
  scrollTo(0, 0);
}

// A print has the whole list, and what is folded on the screen.
function unfoldAll() {
  if (root.dataset.state !== 'ask' && shown < order.length) more(order.length);
  for (const one of document.querySelectorAll('#items details:not([open])')) {
    one.dataset.folded = '';
    one.open = true;
  }
}

function foldAgain() {
  for (const one of document.querySelectorAll('details[data-folded]')) {
    delete one.dataset.folded;
    one.open = false;
  }
}

const DOES = {
  'ask-again': () => {
    state.hold = {};
    save();
    enter();
    byId('hold-form').reset();
    byId('ask-h').focus();
  },
  clear: () => { setFilter({}); byId('posts-h').focus(); },
  more: () => { const from = shown; more(); focusOn(made.get(order[from].post.at)); },
  undo,
  keys: () => byId('keys').showModal(),
  'close-keys': () => byId('keys').close(),
  'save-file': () => { download('decisions.json', 'application/json', decisionsFile()); say(t.file.saved); },
  csv: () => download('removal-plan.csv', 'text/csv', csv()),
  'draw-up': drawUp,
  'record-file': () => download('reflective-record.txt', 'text/plain', recordText()),
  print: () => window.print(),
  'show-all': () => tickAll(true),
  'show-none': () => tickAll(false),
  'show-more': moreRows,
  forget: () => { byId('forget-sure').hidden = false; byId('forget-sure').querySelector('button').focus(); },
  'forget-no': () => { byId('forget-sure').hidden = true; },
  'forget-yes': () => {
    forget();
    past.length = 0;
    byId('forget-sure').hidden = true;
    byId('hold-form')?.reset();
    enter();
    scrollTo(0, 0);
  },
};

function onClick(event) {
  const on = event.target.closest('[data-do], [data-filter], button[data-group], button[data-all], .take-back, a[href^="#p"]');
  if (!on) return;
  if (on.dataset.do) return DOES[on.dataset.do](on);
  if (on.dataset.group) return toggleGroup(on);
  if (on.dataset.all) return sameForAll(posts[+on.dataset.all]);
  if (on.classList.contains('take-back')) return takeBack(on);
  if (on.dataset.filter) {
    event.preventDefault();
    if (root.dataset.state === 'ask') return byId('ask-h').focus();
    const [name, value] = on.dataset.filter.split('=');
    setFilter({ [name]: value });
    byId('posts-h').scrollIntoView();
    return byId('count').focus({ preventScroll: true });
  }
  const target = on.getAttribute('href').match(/^#p(\d+)$/);
  if (target && posts[+target[1]]) {
    event.preventDefault();
    reveal(+target[1]);
  }
}

function begin() {
  load();
  root.dataset.js = '';
  byId('cannot-save').hidden = saves;
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  addEventListener('storage', (event) => {
    if (event.key !== place && event.key !== null) return;
    if (event.newValue === null) forget(); // the other tab was told to forget
    take(event.newValue);
    enter();
  });
  byId('hold-form')?.addEventListener('submit', answer);
  byId('keys-on').checked = state.keys;
  byId('keys-on').addEventListener('change', (event) => { state.keys = event.target.checked; save(); });
  byId('record-live').addEventListener('input', (event) => {
    state.record[event.target.name] = event.target.value;
    save();
    showRecord();
  });
  if (posts.length) {
    buildFilters();
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', readForm);
    list.addEventListener('change', onDecide);
    list.addEventListener('input', onNote);
    byId('plan-live')?.addEventListener('change', onTick);
    byId('load-file').addEventListener('change', async (event) => {
      const [file] = event.target.files;
      if (!file) return;
      say(file.size > 50e6 ? t.file.bad : readFile(await file.text()));
      event.target.value = '';
      save();
      refresh();
    });
    // The list grows ahead of somebody who reads it, and only there: once its end has come into the window, or above it,
    // new articles would push away what they look at below, even between the press and the release of their mouse.
    new IntersectionObserver((seen) => {
      const ahead = byId('more').getBoundingClientRect().top > innerHeight;
      if (seen.some((one) => one.isIntersecting) && ahead && shown < order.length) more();
    }, { rootMargin: '0px 0px 1200px' }).observe(byId('more'));
    addEventListener('beforeprint', unfoldAll);
    addEventListener('afterprint', foldAgain);
    form.querySelector('details').open = matchMedia('(min-width: 62rem)').matches;
  }
  offer();
  enter();
}

begin();
