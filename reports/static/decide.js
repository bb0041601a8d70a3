// Deciding: the five choices at each post, undo, progress, and the keyboard.

const past = []; // what undo brings back: [[key, decision before], …]
const choices = () => data.format.decisions.filter((name) => !hold() || name === 'ask' || name === 'keep');

function say(words) {
  byId('said').textContent = words;
}

function set(changes, remember = true) {
  const at = new Date().toISOString();
  if (remember) past.push(changes.map(([key]) => [key, state.decisions[key] ?? { decision: '' }]));
  for (const [key, decision] of changes) state.decisions[key] = { ...decision, at };
  save();
  for (const [key] of changes) {
    const post = posts.find((one) => one.key === key);
    if (post && made.has(post.at)) showDecision(made.get(post.at), post);
  }
  progress();
  plan();
}

function undo() {
  const last = past.pop();
  if (!last) return say(t.nothing_to_undo);
  set(last, false);
  const post = posts.find((one) => one.key === last[0][0]);
  if (post) reveal(post.at);
  say(t.undone);
}

function choose(post, decision) {
  const before = decisionOf(post);
  const kept = before ? { reason: before.reason, note: before.note } : {};
  set([[post.key, { ...JSON.parse(JSON.stringify(kept)), decision }]]);
  say(fill(t.chosen, { what: t.decision[decision], progress: progressWords() }));
}

// Puts the choices into an article.
function fit(found, post) {
  const box = byId('decide').content.cloneNode(true).firstElementChild;
  for (const row of box.querySelectorAll('.choice')) {
    const radio = row.querySelector('input');
    radio.name = `d${post.at}`;
    if (!choices().includes(radio.value)) row.remove();
  }
  found.querySelector('.verdict').before(box);
  showDecision(found, post);
}

function showDecision(found, post) {
  const decision = decisionOf(post);
  const box = found.querySelector('.decide');
  for (const radio of box.querySelectorAll('input[type=radio]')) radio.checked = radio.value === decision?.decision;
  box.querySelector('.after').hidden = !decision;
  const reason = box.querySelector('select');
  const note = box.querySelector('textarea');
  if (document.activeElement !== reason) reason.value = decision?.reason ?? '';
  if (document.activeElement !== note) note.value = decision?.note ?? '';
  found.querySelector('.verdict').textContent = verdict(decision); // for the print
  found.classList.toggle('decided', Boolean(decision));
}

function verdict(decision) {
  if (!decision || !choices().includes(decision.decision)) return choices().map((name) => `☐ ${t.decision[name]}`).join(' ');
  return [`☑ ${t.decision[decision.decision]}`, t.reason[decision.reason], decision.note].filter(Boolean).join('. ');
}

function onDecide(event) {
  const found = event.target.closest('.decide')?.closest('article');
  if (!found) return;
  const post = posts[+found.id.slice(1)];
  const decision = decisionOf(post);
  if (event.target.type === 'radio') choose(post, event.target.value);
  else if (decision && event.target.matches('select')) set([[post.key, { ...decision, reason: event.target.value }]]);
}

// Notes are kept as they are typed, since a window can be closed at any time; undo does not go back letter by letter.
function onNote(event) {
  if (!event.target.matches('.decide textarea')) return;
  const post = posts[+event.target.closest('article').id.slice(1)];
  const decision = decisionOf(post);
  if (decision) set([[post.key, { ...decision, note: event.target.value }]], false);
}

// Near-duplicates: the decision about the first for all of them, with one undo.
function sameForAll(post) {
  const decision = decisionOf(post);
  if (!decision) return say(t.list.decide_first);
  const others = posts.filter((one) => one.group === post.group && one !== post && lets(one));
  set(others.map((one) => [one.key, { ...decision }]));
  say(plural(t.list.same_done, others.length));
}

function takeBack(button) {
  const found = button.closest('article');
  set([[posts[+found.id.slice(1)].key, { decision: '' }]]);
  found.querySelector('input[type=radio]').focus();
  say(t.taken_back);
}

// Progress counts what should be decided; to decide about a post that is only worth a thought is free.
function progressWords() {
  const asked = posts.filter((post) => ['delete', 'held', 'review'].includes(post.action));
  const decided = asked.filter(decisionOf).length;
  return plural(t.progress, decided, { all: number(asked.length) });
}

function progress() {
  const asked = posts.filter((post) => ['delete', 'held', 'review'].includes(post.action));
  const bar = byId('progress');
  bar.max = Math.max(1, asked.length);
  bar.value = asked.filter(decisionOf).length;
  byId('progress-words').textContent = progressWords();
  byId('undo').disabled = !past.length;
}

// Keyboard: single keys can be switched off, and never act while somebody types.

function step(by) {
  const here = document.activeElement?.closest?.('#items article');
  let next = 0;
  if (here) {
    const at = order.findIndex((entry) => made.get(entry.post.at) === here);
    next = Math.max(0, Math.min(order.length - 1, at + by));
  }
  if (!order.length) return;
  if (next >= shown) more();
  focusOn(made.get(order[next].post.at));
}

function onKey(event) {
  const typing = event.target.matches?.('textarea, select, input:not([type=radio]):not([type=checkbox])');
  if (typing || event.altKey || document.querySelector('dialog[open]')) return;
  if (root.dataset.state === 'ask') return;
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && past.length) {
    event.preventDefault();
    return undo();
  }
  if (event.ctrlKey || event.metaKey) return;
  if (!state.keys) return;
  const here = document.activeElement?.closest?.('#items article');
  const nth = data.format.decisions[event.key - 1];
  if (event.key === '?') byId('keys').showModal();
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 'u') undo();
  else if (event.key === '/') form.elements.search.focus();
  else if (nth && here && choices().includes(nth)) choose(posts[+here.id.slice(1)], nth);
  else return;
  event.preventDefault();
}
