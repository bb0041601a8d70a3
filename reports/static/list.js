// The list: which posts, in what order, and a few of their articles at a time.

const STEP = 20; // articles brought in at once
const hold = () => root.dataset.state === 'hold';
const label = (action) => t.action[hold() && action === 'delete' ? 'held' : action];
const list = byId('items');
// The articles wait as text inside <noscript>; each begins after a marker that no post can contain.
const source = (byId('articles')?.textContent ?? '').split('<!' + '--p-->').slice(1);
const made = new Map(); // number of the post -> its article
let filter = {};
let order = []; // numbers of the posts that the filter lets through; near-duplicates follow their first
let shown = 0; // of `order`, so many are in the page
let opened = new Set(); // groups of near-duplicates that are unfolded
let texts = null; // for the search: the words of each post, built when first needed

function wordsOf(html) {
  const plain = [];
  for (const [, inner] of html.matchAll(/<(?:div class="words|h3|h4)[^>]*>([\s\S]*?)<\/(?:div|h3|h4)>/g)) {
    plain.push(inner.replace(/<span class="(?:sr|label|ctl)"[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]*>/g, ''));
  }
  const named = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'", '&amp;': '&' };
  return fold(plain.join('\n').replace(/&(?:lt|gt|amp|#34|#39);/g, (name) => named[name]));
}

function fold(words) {
  return words.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’‘]/g, "'").toLowerCase();
}

function lets(post) {
  const f = filter;
  if (f.action && !f.action.includes(post.action)) return false;
  if (f.concern && !post.concerns.includes(f.concern)) return false;
  if (f.platform && post.platform !== f.platform) return false;
  if (f.year && (post.when.slice(0, 4) || 'none') !== f.year) return false;
  if (f.month && post.when.slice(0, 7) !== f.month) return false;
  if (f.audience && post.audience !== f.audience) return false;
  if (f.sure && post.sure !== f.sure) return false;
  if (f.tell && !post.tell) return false;
  if (f.decided) {
    const decision = decisionOf(post)?.decision;
    if (f.decided === 'no' ? decision : f.decided === 'yes' ? !decision : decision !== f.decided) return false;
  }
  if (f.search) {
    texts ??= source.map(wordsOf);
    if (!f.search.every((word) => texts[post.at].includes(word))) return false;
  }
  return true;
}

const SORTS = {
  strong: (a, b) => a.at - b.at,
  new: (a, b) => (b.when || '0').localeCompare(a.when || '0') || a.at - b.at,
  old: (a, b) => (a.when || '9').localeCompare(b.when || '9') || a.at - b.at,
  platform: (a, b) => platformName(a.platform).localeCompare(platformName(b.platform)) || a.at - b.at,
};

function gather() {
  const through = posts.filter(lets).sort(SORTS[filter.sort] ?? SORTS.strong);
  const groups = new Map();
  for (const post of through) {
    if (!post.group) continue;
    if (!groups.has(post.group)) groups.set(post.group, []);
    groups.get(post.group).push(post);
  }
  order = [];
  for (const post of through) {
    const group = groups.get(post.group);
    if (!group || group.length === 1) order.push({ post });
    else if (group[0] === post) {
      order.push({ post, same: group.length - 1 });
      if (opened.has(post.group)) for (const other of group.slice(1)) order.push({ post: other, under: true });
    }
  }
  byId('count').textContent = through.length === posts.length
    ? plural(t.list.all, posts.length) : plural(t.list.some, through.length, { all: number(posts.length) });
  byId('clear').hidden = !Object.keys(filter).some((name) => name !== 'sort');
}

// The article of a post, made from our own escaped HTML, and fitted with its decision.
function article(post) {
  let found = made.get(post.at);
  if (!found) {
    const holder = document.createElement('template');
    holder.innerHTML = source[post.at];
    found = holder.content.querySelector('article');
    if (hold()) wait(found, post);
    fit(found, post);
    made.set(post.at, found);
  }
  return found;
}

// In hold mode nothing in the article may lead anybody to change anything.
function wait(found, post) {
  if (post.action === 'delete') found.classList.replace('delete', 'held');
  const tag = found.querySelector('.tag');
  tag.textContent = label(post.action);
  if (post.action === 'delete') tag.className = 'tag held';
  for (const advice of found.querySelectorAll('.do')) advice.textContent = t.hold_advice;
  for (const way of found.querySelectorAll('.way')) way.remove();
}

function draw() {
  gather();
  list.replaceChildren();
  shown = 0;
  if (!order.length) list.append(Object.assign(document.createElement('p'), { className: 'inset', textContent: t.list.none }));
  more();
}

function more(count = STEP) {
  const part = document.createDocumentFragment();
  for (const { post, same, under } of order.slice(shown, shown + count)) {
    const found = article(post);
    found.classList.toggle('under', Boolean(under));
    part.append(found);
    if (same) part.append(unfold(post, same));
  }
  shown = Math.min(order.length, shown + count);
  // Articles out of sight have a reckoned height, and push away what is below them when they come near: only where laying all out is slow
  list.classList.toggle('long', shown > 200);
  list.append(part);
  byId('more').hidden = shown >= order.length;
  byId('more').textContent = fill(t.list.more, { n: number(order.length - shown) });
}

function unfold(post, same) {
  const box = document.createElement('p');
  box.className = 'same no-print';
  const open = opened.has(post.group);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button second';
  button.setAttribute('aria-expanded', String(open));
  button.textContent = plural(open ? t.list.fold : t.list.unfold, same);
  button.dataset.group = post.group;
  button.dataset.at = post.at;
  const all = document.createElement('button');
  all.type = 'button';
  all.className = 'button second';
  all.textContent = t.list.same;
  all.dataset.all = post.at;
  box.append(button, ' ', all);
  return box;
}

function toggleGroup(button) {
  const upTo = shown;
  const { group, at } = button.dataset;
  if (!opened.delete(group)) opened.add(group);
  draw();
  if (upTo > shown) more(upTo - shown);
  list.querySelector(`button[data-at="${at}"]`)?.focus();
}

// Brings one post into view, whatever the filter.
function reveal(at) {
  const find = () => order.findIndex((entry) => entry.post.at === at);
  if (find() < 0) {
    opened.add(posts[at].group);
    draw();
  }
  if (find() < 0) {
    setFilter({});
    if (find() < 0) return;
  }
  if (find() >= shown) more(find() - shown + 1);
  focusOn(made.get(at));
}

function focusOn(found) {
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'start' });
}

// Filters: the form is the one place they are kept in; what it has no field for (month, tell) is shown as a chip.

const form = byId('filters');

function readForm() {
  const got = new FormData(form);
  const next = {};
  const actions = got.getAll('action');
  if (actions.length) next.action = actions;
  for (const name of ['concern', 'platform', 'year', 'audience', 'sure', 'decided']) if (got.get(name)) next[name] = got.get(name);
  if (got.get('sort') !== 'strong') next.sort = got.get('sort');
  const words = fold(got.get('search').slice(0, 200)).split(/\s+/).filter(Boolean);
  if (words.length) next.search = words;
  for (const name of ['month', 'tell']) if (filter[name]) next[name] = filter[name];
  filter = next;
  draw();
  chips();
}

function setFilter(values) {
  form.reset();
  filter = {};
  for (const [name, value] of Object.entries(values)) {
    if (form.elements[name] && name !== 'action') form.elements[name].value = value;
    else filter[name] = value;
  }
  readForm();
}

function chips() {
  const box = byId('chips');
  box.replaceChildren();
  for (const name of ['month', 'tell']) {
    if (!filter[name]) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button second';
    const what = name === 'month' ? `${t.months[+filter.month.slice(5) - 1]} ${filter.month.slice(0, 4)}` : t.list.tell;
    button.textContent = `${what} ×`;
    button.setAttribute('aria-label', fill(t.list.drop, { what }));
    button.addEventListener('click', () => {
      delete filter[name];
      readForm();
      byId('posts-h').focus();
    });
    box.append(button);
  }
}

function options(name, values) {
  for (const [value, words] of values) form.elements[name].append(new Option(words, value));
}

function buildFilters() {
  const has = (pick) => [...new Set(posts.flatMap(pick))];
  const sorted = (values, name) => values.map((v) => [v, name(v)]).sort((a, b) => a[1].localeCompare(b[1]));
  options('concern', sorted(has((p) => p.concerns), concernName));
  options('platform', sorted(has((p) => [p.platform]), platformName));
  options('year', has((p) => [p.when.slice(0, 4)]).sort().reverse().map((y) => [y || 'none', y || t.no_date]));
  options('audience', has((p) => [p.audience]).map((a) => [a, t.audience[a]]));
  options('decided', [['no', t.list.undecided], ['yes', t.list.decided]]);
}

// What changes its name when the four questions have been answered.
function nameFilters() {
  const box = byId('f-action');
  box.replaceChildren();
  for (const action of ['delete', 'held', 'review', 'consider', 'keep', 'unjudged']) {
    const n = posts.filter((post) => post.action === action).length;
    if (!n) continue;
    const row = document.createElement('label');
    row.className = 'radio';
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'action', value: action });
    row.append(tick, ` ${label(action)} (${number(n)})`);
    box.append(row);
  }
  const decided = form.elements.decided;
  while (decided.options.length > 3) decided.remove(3);
  options('decided', choices().map((name) => [name, t.decision[name]]));
}
