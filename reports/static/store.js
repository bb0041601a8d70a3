// What the page knows and keeps: the result's data, the person's decisions, and where they are saved.

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId('data').textContent);
const t = data.t;
const posts = data.posts.map(
  ([key, action, concerns, platform, when, audience, sure, group, kind, score, url, excerpt, tell], at) =>
    ({ at, key, action, concerns, platform, when, audience, sure, group, kind, score, url, excerpt, tell }));
const PLACES = 'fit-to-post:';
const place = PLACES + data.accounts.join('+');

const number = (n) => n.toLocaleString('en-GB');
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
const plural = (forms, n, values = {}) => fill(forms[n] ?? forms.other, { n: number(n), ...values });
const platformName = (id) => data.platforms[id]?.name ?? id;
const concernName = (id) => data.concerns[id] ?? id;
const day = (when) => (when ? `${+when.slice(8, 10)} ${t.months[+when.slice(5, 7) - 1]} ${when.slice(0, 4)}` : t.no_date);

// decisions: key -> {decision, reason, note, at, done}; an empty decision is one that was taken back.
// hold: question -> yes | no | unsure. record: part -> text. keys: whether single keys do something. made: when this report was.
const state = { made: data.made, decisions: {}, hold: {}, record: {}, keys: true };
let saves = true; // whether the browser keeps what we give it

// Of two versions of a decision the later one counts, so that two open tabs cannot undo each other.
function merge(into, from) {
  for (const [key, theirs] of Object.entries(from)) {
    const ours = into[key];
    if (!ours || (theirs.at ?? '') > (ours.at ?? '')) into[key] = theirs;
  }
}

function known(decision) {
  return decision && data.format.decisions.includes(decision.decision);
}

// Only what we know, as strings of a sane length: stored text and files are somebody's input too.
function clean(found) {
  const kept = {};
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return kept;
  for (const [key, value] of Object.entries(found)) {
    if (typeof value !== 'object' || value === null || (value.decision !== '' && !known(value))) continue;
    const decision = { decision: value.decision };
    for (const name of ['reason', 'note', 'at', 'done']) {
      if (typeof value[name] === 'string') decision[name] = value[name].slice(0, data.format.longest);
    }
    if (!data.format.reasons.includes(decision.reason)) delete decision.reason;
    Object.defineProperty(kept, key, { value: decision, enumerable: true, writable: true, configurable: true });
  }
  return kept;
}

// Text that is not JSON is nobody's state: nothing is taken from it, and the next change replaces it.
function read(text) {
  try {
    return JSON.parse(text ?? '{}') ?? {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}

function take(text) {
  const held = read(text);
  merge(state.decisions, clean(held.decisions));
  // The four questions are asked again in each new report: a complaint may have come since
  for (const name of held.made === data.made ? ['hold', 'record'] : ['record']) {
    if (typeof held[name] !== 'object' || held[name] === null) continue;
    for (const [key, value] of Object.entries(held[name])) if (typeof value === 'string') state[name][key] = value;
  }
  if (typeof held.keys === 'boolean') state.keys = held.keys;
}

// Where this report and others keep things that share an account with it, this one's own place last: it counts most.
function places() {
  const shares = (key) => key.startsWith(PLACES) && key.slice(PLACES.length).split('+').some((one) => data.accounts.includes(one));
  return [...Object.keys(localStorage).filter((key) => key !== place && shares(key)), place];
}

function load() {
  merge(state.decisions, clean(data.decisions));
  try {
    for (const one of places()) take(localStorage.getItem(one));
    localStorage.setItem(`${place}:try`, '1');
    localStorage.removeItem(`${place}:try`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    saves = false; // storage is switched off or full
  }
}

function save() {
  try {
    if (saves) {
      merge(state.decisions, clean(read(localStorage.getItem(place)).decisions));
      localStorage.setItem(place, JSON.stringify(state));
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    saves = false;
  }
  byId('cannot-save').hidden = saves;
}

function forget() {
  for (const name of ['decisions', 'hold', 'record']) state[name] = {};
  if (saves) for (const one of places()) localStorage.removeItem(one);
}

function decisionOf(post) {
  const decision = state.decisions[post.key];
  return known(decision) ? decision : null;
}

// Files

function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function decisionsFile() {
  const decisions = Object.fromEntries(Object.entries(state.decisions).filter(([, value]) => known(value)));
  const file = { format: data.format.name, version: data.format.version, saved_at: new Date().toISOString(), decisions };
  return JSON.stringify(file, null, 1) + '\n';
}

// Takes decisions from a file's text; returns the sentence to say about it.
function readFile(text) {
  const file = read(text);
  if (file.format !== data.format.name || file.version !== data.format.version) return t.file.bad;
  const found = clean(file.decisions);
  const keys = new Set(posts.map((post) => post.key));
  const names = new Set(posts.map((post) => post.key.slice(0, post.key.lastIndexOf('#'))));
  let here = 0, changed = 0, away = 0;
  for (const key of Object.keys(found)) {
    if (keys.has(key)) here += 1;
    else if (names.has(key.slice(0, key.lastIndexOf('#')))) changed += 1;
    else away += 1;
  }
  merge(state.decisions, found);
  const said = [plural(t.file.here, here)];
  if (changed) said.push(plural(t.file.changed, changed));
  if (away) said.push(plural(t.file.away, away));
  return said.join(' ');
}
