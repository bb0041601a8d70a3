// What follows from the decisions: the removal plan, its CSV, and the reflective record.

const SITTING = 10; // posts in one sitting
const TO_DO = ['delete', 'restrict', 'edit'];

function make(tag, words = '', className = '') {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  if (className) made.className = className;
  return made;
}

const way = (post) => data.platforms[post.platform]?.find[post.kind] ?? data.platforms[post.platform]?.find[''] ?? '';

function planned() {
  return posts.filter((post) => TO_DO.includes(decisionOf(post)?.decision));
}

// A long plan takes a moment to draw, so it waits until the person pauses.
let later = 0;

function plan() {
  clearTimeout(later);
  showTicks();
  if (!byId('plan-live') || hold()) return;
  const todo = planned();
  if (todo.length > 200) later = setTimeout(drawPlan, 400, todo);
  else drawPlan(todo);
}

function drawPlan(todo) {
  const box = byId('plan-live');
  const open = new Set([...box.querySelectorAll('details[open]')].map((one) => one.dataset.key));
  const done = todo.filter((post) => decisionOf(post).done).length;
  box.replaceChildren(make('p', todo.length ? plural(t.plan.progress, done, { all: number(todo.length) }) : t.plan.empty));
  byId('plan-csv').disabled = !todo.length;
  for (const platform of new Set(todo.map((post) => post.platform))) {
    const here = todo.filter((post) => post.platform === platform);
    box.append(make('h3', platformName(platform)));
    for (let from = 0; from < here.length; from += SITTING) {
      const sitting = here.slice(from, from + SITTING);
      if (here.length > SITTING) box.append(make('h4', fill(t.plan.sitting, { n: from / SITTING + 1 })));
      const items = make('ul', '', 'todo');
      for (const post of sitting) items.append(planItem(post, open));
      box.append(items);
    }
  }
  const ask = posts.filter((post) => decisionOf(post)?.decision === 'ask');
  if (!ask.length) return;
  box.append(make('h3', t.plan.ask));
  const items = make('ul');
  for (const post of ask) {
    const item = make('li');
    item.append(toPost(post));
    items.append(item);
  }
  box.append(items);
}

function toPost(post) {
  const link = make('a', `${t.kinds[post.kind] ?? t.kinds.post}, ${platformName(post.platform)}, ${day(post.when)}`);
  link.href = `#p${post.at}`;
  return link;
}

function planItem(post, open) {
  const decision = decisionOf(post);
  const item = make('li');
  const row = make('label', '', 'radio');
  const tick = Object.assign(make('input'), { type: 'checkbox', checked: decision.done === 'yes' });
  tick.dataset.at = post.at;
  const what = make('span');
  what.append(make('b', t.decision[decision.decision]), ': ', Object.assign(make('q', post.excerpt), { dir: 'auto' }));
  row.append(tick, what);
  const more = make('p', '', 'quiet');
  more.append(toPost(post));
  if (post.url) {
    const live = make('a', t.plan.open);
    live.href = post.url;
    live.rel = 'noreferrer noopener';
    more.append(' · ', live);
  }
  item.append(row, more);
  if (way(post)) {
    const how = make('details');
    how.dataset.key = post.at;
    how.open = open.has(how.dataset.key);
    how.append(make('summary', t.plan.how), make('p', way(post)));
    item.append(how);
  }
  return item;
}

function onTick(event) {
  const post = posts[+event.target.dataset.at];
  const { done, ...decision } = decisionOf(post);
  set([[post.key, event.target.checked ? { ...decision, done: 'yes' } : decision]], false);
  byId('plan-live').querySelector(`input[data-at="${post.at}"]`).focus();
}

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe in front makes it text.
function cell(value) {
  const words = String(value).replace(/[\r\n\t\0]+/g, ' ');
  const safe = /^\s*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

function csv() {
  const rows = planned().map((post) => {
    const decision = decisionOf(post);
    return [decision.done ? t.yes : t.no, t.decision[decision.decision], platformName(post.platform),
      t.kinds[post.kind] ?? post.kind, post.when.slice(0, 10), post.excerpt, post.url, way(post),
      t.reason[decision.reason] ?? '', decision.note ?? ''];
  });
  return '\uFEFF' + [t.plan.columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// The record: a first draft in general words. It quotes no post, and counts nothing about views or beliefs.

function draft() {
  const decided = posts.filter(decisionOf);
  const count = (name) => decided.filter((post) => decisionOf(post).decision === name).length;
  const concerns = new Set(decided.filter((post) => decisionOf(post).decision !== 'keep').flatMap((post) => post.concerns));
  const told = (table) => [...concerns].map((name) => table[name]).filter(Boolean);
  const list = (words) => [...new Set(words)].map((one) => `- ${one}`).join('\n');
  const about = [...concerns].filter((name) => name !== 'self-disclosure').map(concernName);
  const platforms = [...new Set(posts.map((post) => platformName(post.platform)))];
  const parts = choices().filter(count).map((name) => plural(t.record.did[name], count(name)));
  return {
    what: fill(t.record.what, { posts: data.read, platforms: platforms.join(', '), decided: number(decided.length) }) +
      (about.length ? `\n${t.record.about}\n${list(about)}` : ''),
    whom: list(told(t.record.whom)) || t.record.nobody,
    did: parts.length ? list(parts) : t.record.nothing,
    will: list([...told(t.record.will), ...t.record.always]),
  };
}

function drawUp() {
  const words = draft();
  let filled = 0;
  for (const field of byId('record-live').querySelectorAll('textarea')) {
    if (field.value.trim()) continue;
    field.value = words[field.name];
    state.record[field.name] = field.value;
    filled += 1;
  }
  save();
  showRecord();
  byId('record-said').textContent = plural(t.record.filled, filled);
}

function showRecord() {
  for (const field of byId('record-live').querySelectorAll('textarea')) {
    if (document.activeElement !== field) field.value = state.record[field.name] ?? '';
    field.nextElementSibling.textContent = field.value; // what is printed: a text field would be cut off
  }
}

function recordText() {
  return [...byId('record-live').querySelectorAll('textarea')]
    .map((field) => `${field.labels[0].textContent}\n\n${field.value.trim()}\n`).join('\n');
}
