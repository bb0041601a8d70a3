// The supervisor's copy: the person ticks posts, the page puts them together, searches what it made, and saves it as a file.
// Choosing, giving letters and searching are the same steps as in share.py and veil.py; a test holds the two together.

const NAME = 'posts-to-talk-over.html';
const FIRST = 20; // rows shown at first
const sharing = {
  ...data.share,
  posts: data.share.posts.map(([key, personal, article, frame, secrets, lines]) => ({ key, personal, article, frame, secrets, lines })),
};

// People stand as numbers between two private-use characters until they get letters, in order of appearance.

function letter(index) {
  return index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

function letters(pages) {
  const given = new Map();
  return pages.map((page) => page.replace(/\uE000(\d+)\uE001/g, (mark, person) => {
    if (!given.has(person)) given.set(person, letter(given.size));
    return `Person ${given.get(person)}`;
  }));
}

// Searching the finished page

// As Python's casefold: through capitals and back, so that ß meets SS and both sigmas are one. Only ı counts as i here.
function fold(words) {
  return words.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

// The browser knows all the names of characters; nothing put into a text field can become a tag or run.
function decoded(page) {
  const field = document.createElement('textarea');
  field.innerHTML = page.replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
  return field.textContent;
}

function unquoted(page) {
  return page.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(run.slice(1).split('%'), (two) => parseInt(two, 16))));
}

function views(page) {
  const words = decoded(page).normalize('NFC');
  return [page.normalize('NFC'), words, decoded(page.replace(/<[^>]*>/g, '')).normalize('NFC'), unquoted(words)];
}

// Those of the forbidden strings, [words, whether only this writing counts], that stand in the page more often than in the
// same page without any post's words.
function survivors(full, bare, forbidden) {
  const pages = views(full);
  const bases = views(bare);
  const folded = pages.map(fold);
  const foldedBases = bases.map(fold);
  return forbidden.filter(([words, exact]) => {
    const wanted = exact ? words.normalize('NFC') : fold(words.normalize('NFC'));
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu');
    const count = (page) => (page.includes(wanted) ? page.match(whole)?.length ?? 0 : 0);
    return (exact ? pages : folded).some((page, at) => count(page) > count((exact ? bases : foldedBases)[at]));
  });
}

function forbiddenFor(chosen) {
  const own = fold(chosen.flatMap((post) => post.lines).join('\n'));
  const withheld = sharing.posts.filter((post) => !chosen.includes(post)).flatMap((post) => post.lines);
  return [...chosen.flatMap((post) => post.secrets), ...[...new Set(withheld)].filter((line) => !own.includes(fold(line))).map((line) => [line, false])];
}

// The page around the posts, with today's date and the day until which it is meant to be kept.
function shell(kind, today = new Date().toISOString().slice(0, 10)) {
  const [year, month, date] = today.split('-').map(Number);
  const end = month - 1 + sharing.months;
  const two = (n) => String(n).padStart(2, '0');
  const expires = `${year + Math.floor(end / 12)}-${two((end % 12) + 1)}-${two(Math.min(date, 28))}`;
  const [made, until] = sharing.dates;
  return sharing.shells[kind].replaceAll(made, day(today)).replaceAll(until, day(expires));
}

// The finished copy, and the posts that must go before it may be saved: none, or [null] if it cannot be said which.
function putTogether(chosen, kind, held) {
  const milder = (part) => (held ? part.replace(/class="post \w+"/g, 'class="post"').replace(/<p class="(?:suggests|advice)">[^]*?<\/p>\n?/g, '') : part);
  const page = (parts) => shell(held ? `${kind}-hold` : kind).replaceAll(sharing.slot, () => letters(parts.map(milder)).join(''));
  const full = page(chosen.map((post) => post.article));
  const found = survivors(full, page(chosen.map((post) => post.frame)), forbiddenFor(chosen));
  const guilty = chosen.filter((post) => found.length && survivors(post.article, post.frame, found).length);
  return { full, guilty: found.length && !guilty.length ? [null] : guilty };
}

// The list of ticks

const box = () => byId('show-form');
const ticks = () => [...(box()?.querySelectorAll('input[data-share]') ?? [])];
const ticked = () => ticks().filter((tick) => tick.checked).map((tick) => sharing.posts[+tick.dataset.share]);
let touched = false; // until then the ticks follow the decisions

function offer() {
  if (!box()) return;
  const articles = new DOMParser().parseFromString(sharing.posts.map((post) => post.article).join(''), 'text/html').querySelectorAll('article');
  let place = 0;
  for (const own of [false, true]) {
    const group = byId(own ? 'show-own' : 'show-posts');
    sharing.posts.forEach((post, at) => {
      if (Boolean(post.personal) === own) group.querySelector('ol').append(row(articles[at], at, place += 1));
    });
    group.hidden = !group.querySelector('li');
    unfoldRows(group, FIRST);
  }
  box().addEventListener('change', (event) => {
    if (event.target.dataset.share) touched = true;
    tell(''); // what was said was about other ticks
    showTicks();
  });
  box().addEventListener('submit', (event) => { event.preventDefault(); makeCopy(); });
  showTicks();
}

function row(article, at, place) {
  const words = [...article.querySelectorAll('blockquote > p:last-child')].pop()?.textContent ?? '';
  const short = words.replace(/\uE000\d+\uE001/g, t.share.somebody).replace(/\s+/g, ' ').trim().replace(/^./u, (first) => (/^\s*\uE000/.test(words) ? first.toUpperCase() : first));
  const cut = [...short].slice(0, 110).join('').trim();
  const item = make('li');
  const label = make('label', '', 'radio');
  const tick = Object.assign(make('input'), { type: 'checkbox', id: `show-${place}` });
  tick.dataset.share = at;
  tick.dataset.place = place;
  const what = make('span');
  what.append(make('b', `${place}.`), ' ', Object.assign(make('q', cut.length < short.length ? `${cut}…` : cut), { dir: 'auto' }),
    ' ', make('span', article.querySelector('h3').textContent, 'quiet'));
  label.append(tick, what);
  item.append(label);
  return item;
}

function unfoldRows(group, upTo) {
  const rows = [...group.querySelectorAll('li')];
  rows.forEach((one, at) => { one.hidden = at >= upTo; });
  const button = group.querySelector('button[data-do=show-more]');
  button.hidden = rows.length <= upTo;
  button.textContent = fill(t.share.more, { n: number(rows.length - upTo) });
}

function moreRows(button) {
  const group = button.closest('fieldset');
  const shownRows = group.querySelectorAll('li:not([hidden])').length;
  unfoldRows(group, shownRows + 50);
  group.querySelectorAll('input')[shownRows].focus();
}

// Which are ticked, and whether that follows from the decisions.
function showTicks() {
  if (!box()) return;
  if (!touched) {
    for (const tick of ticks()) {
      const post = sharing.posts[+tick.dataset.share];
      tick.checked = !post.personal && decisionOf(post)?.decision === 'ask';
    }
  }
  byId('show-count').textContent = plural(t.share.count, ticked().length, { all: number(ticks().length) });
  const offered = new Set(sharing.posts.map((post) => post.key));
  const away = posts.filter((post) => decisionOf(post)?.decision === 'ask' && !offered.has(post.key)).length;
  byId('show-away').hidden = !away;
  byId('show-away').textContent = plural(t.share.away, away);
}

function tickAll(on) {
  touched = true;
  tell('');
  for (const tick of ticks()) tick.checked = on && !sharing.posts[+tick.dataset.share].personal;
  showTicks();
}

function tell(words, failed = false) {
  const said = byId('show-said');
  said.className = failed ? 'error' : words && 'done';
  said.textContent = words;
}

function makeCopy() {
  const chosen = ticked().sort((one, other) => sharing.posts.indexOf(one) - sharing.posts.indexOf(other));
  if (!chosen.length) return tell(t.share.none, true);
  const { full, guilty } = putTogether(chosen, byId('show-short').checked ? 'summary' : 'full', root.dataset.state !== 'clear');
  if (!guilty.length) {
    download(NAME, 'text/html', full);
    return tell(plural(t.share.saved, chosen.length, { name: NAME }));
  }
  const rows = ticks().filter((tick) => guilty.includes(sharing.posts[+tick.dataset.share]));
  for (const tick of rows) {
    const group = tick.closest('fieldset');
    if (tick.closest('li').hidden) unfoldRows(group, ticks().length);
  }
  tell(rows.length ? plural(t.share.refused, rows.length, { which: rows.map((tick) => tick.dataset.place).join(', ') }) : t.share.refused_all, true);
}
