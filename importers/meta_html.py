"""Pages of Facebook's and Instagram's HTML exports: cut into blocks, one a record, and the dates in them read.

Three generations of class names (to 2021, to 2024, since) share one shape: a block with a heading, a body and a date,
which links to the live item. Text is sound UTF-8. Dates are shown in the account's language: English ones are read. The
pages are hostile input: they are read piece by piece, never fetch anything, and a gigantic block is refused.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from html import unescape
from itertools import pairwise
from typing import Any

from lxml import etree

from importers.archive import ZIP_DAMAGE, Archive
from importers.meta import FIRST_YEAR, LAST_YEAR, Document, web_address
from importers.posts import Post, Problem, Unreadable

PIECE = 1 << 20  # bytes read at a time
LARGEST = 8 << 20  # characters of one block; the longest post has some tens of thousands
# Where a block begins: `pam _3-95 _2pi0 _2lej uiBoxWhite noborder` to 2021, then `… _a6-g …`, a <section> since 2026
_BLOCK = re.compile(r'<(?:div|section)\b[^<>]{0,300}?\bclass="(?:[^"]{0,200}\s)?(?:_a6-g|_2lej)(?:\s[^"]{0,200})?"')
# The end of the last block, beyond which the page's foot is
_FOOT = re.compile(r'</main>|<div class="_4t5o|<div class="_a708|</body>')
_PARSER = etree.HTMLParser(no_network=True, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8")

_SORTS = {
    **dict.fromkeys(("_a6-h", "_2lek"), "heading"),
    **dict.fromkeys(("_a6-p", "_2let"), "body"),
    **dict.fromkeys(("_a72d", "_a6-o", "_2lem"), "date"),
}
MONTHS = "january february march april may june july august september october november december".split()
_DATES = (
    re.compile(
        r"(?P<month>[a-z]{3,9})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})(?:,|\sat)?\s{1,2}"
        r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s?(?P<half>[ap])\.?m\.?)?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<day>\d{1,2})\s(?P<month>[a-z]{3,9})\.?,?\s(?P<year>\d{4})(?:,|\sat)?\s{1,2}"
        r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s?(?P<half>[ap])\.?m\.?)?",
        re.IGNORECASE,
    ),
)
_EDITED = re.compile(r"(?:updated|backdated|edited)\s.{10,60}", re.IGNORECASE)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(slots=True, repr=False)
class Block:
    """One record of a page."""

    title: str = ""  # the platform's sentence, a sender or a name
    own: list[str] = field(default_factory=list)  # what was written, in its order
    captions: list[str] = field(default_factory=list)  # words below the person's own pictures
    others: list[str] = field(default_factory=list)  # names and texts of what was shared
    pairs: list[tuple[str, str]] = field(default_factory=list)  # rows of tables: label, value
    media: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # addresses in the body
    shown: str = ""  # the date as shown
    link: str = ""  # to the live item


@dataclass(slots=True, repr=False)
class Page:
    """A page as a JSON document, and what went wrong on it."""

    document: Document
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, repr=False)
class Head:
    """What the top of a page says."""

    owner: str = ""
    clock: Clock | None = None
    since: datetime | None = None  # beginning of the range that was asked for (since 2026)
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The zone in which a page shows its dates. British time where the page's own date agrees with it."""

    offset: timedelta
    british: bool = False

    def utc(self, local: datetime) -> datetime:
        """The instant that a clock on the wall shows as `local`."""
        if not self.british:
            return local.replace(tzinfo=timezone(self.offset))
        winter = local.replace(tzinfo=UTC)
        return winter - timedelta(hours=1) if is_summer(winter - timedelta(hours=1)) else winter


def is_summer(at: datetime) -> bool:
    """Whether Britain is an hour ahead: from the last Sunday of March to that of October, 01:00 UTC (since 1996)."""
    begins, ends = (
        (last := datetime(at.year, month, 31, 1, tzinfo=UTC)) - timedelta(days=(last.weekday() + 1) % 7)
        for month in (3, 10)
    )
    return begins <= at < ends


def clock_of(at: datetime, offset: timedelta) -> Clock:
    """The clock of a page that was made at an instant and showed it with an offset.

    One offset cannot tell summer from winter. The dates themselves follow the account's zone, so an offset that Britain
    had on that day is taken for British time.
    """
    return Clock(offset, british=offset == timedelta(hours=1 if is_summer(at) else 0))


def head(archive: Archive, name: str) -> Head:
    """Who made a page, when, on which clock, and for which range. Everything may be missing; raises Unreadable."""
    text = archive.read_text(name, 1 << 17) or ""
    text = text[: match.start()] if (match := _BLOCK.search(text)) else text
    times = [
        (_instant(stamp), shown)
        for stamp, shown in re.findall(r'<time datetime="([^"<>]{10,40})"[^<>]{0,100}>([^<>]{0,120})</time>', text)
    ]
    made = re.search(r">\s*Generated by\s([^<>]{1,100}?)\son\s", text)
    owner = unescape(made[1]).strip() if made else ""
    clock = None
    if times and times[0][0]:
        zone = re.search(r"UTC(?:\s?([+\-\u2212])(\d{1,2}):?(\d{2})?)?", times[0][1])
        if zone:
            away = timedelta(hours=int(zone[2] or 0), minutes=int(zone[3] or 0))
            if away < timedelta(hours=15):
                clock = clock_of(times[0][0], away if zone[1] == "+" else -away)
    since, until = (times[1][0], times[2][0]) if len(times) > 2 else (None, None)
    return Head(owner, clock, since, until)


def _instant(stamp: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def shown_time(shown: str) -> datetime | None:
    """A date as shown in English, American or British, without its zone; None if it is not one."""
    text = " ".join(shown.replace("\u202f", " ").replace("\xa0", " ").split())
    for pattern in _DATES:
        found = pattern.search(text)
        if not found:
            continue
        word = found["month"].lower()
        month = next((place for place, name in enumerate(MONTHS, 1) if word in (name, name[:3])), 0)
        month = 9 if word == "sept" else month
        hour = int(found["hour"])
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        try:
            at = datetime(  # noqa: DTZ001 - the page says elsewhere which clock it shows
                int(found["year"]), month, int(found["day"]), hour, int(found["minute"]), int(found["second"] or 0)
            )
        except ValueError:
            return None
        return at if FIRST_YEAR <= at.year <= LAST_YEAR else None
    return None


def blocks(archive: Archive, name: str) -> Iterator[Block | None]:
    """The records of a page, in their order; None for one that is too large to be one. Raises Unreadable."""
    for piece in _pieces(archive, name):
        yield None if len(piece) > LARGEST else _block(piece)


def _pieces(archive: Archive, name: str) -> Iterator[str]:
    """A page's blocks as text, cut where the next one begins. What stands before the first is left out."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    held, inside, dropped = "", False, False
    with archive.stream(name) as stream:
        while True:
            try:
                raw = stream.read(PIECE)
            except ZIP_DAMAGE as error:
                raise Unreadable(name, "This file is damaged or cut off.", "Ask for the export again.") from error
            held += decoder.decode(raw, final=not raw)
            starts = [match.start() for match in _BLOCK.finditer(held)]
            if starts:
                if inside and held[: starts[0]].strip():
                    yield held[: starts[0]]
                for begin, end in pairwise(starts):
                    yield held[begin:end]
                held, inside, dropped = held[starts[-1] :], True, False
            elif not inside:
                held = held[-1000:]  # a beginning may be cut between two pieces
            if len(held) > LARGEST + PIECE:
                if not dropped:
                    yield held
                held, dropped = held[-1000:], True
            if not raw:
                break
    if inside and not dropped:
        foot = _FOOT.search(held)
        yield held[: foot.start()] if foot else held


def _with(element: Any, *names: str) -> list[Any]:
    """Elements below that have one of the classes, outermost only."""
    return _sorted(element, dict.fromkeys(names, "")).get("", [])


def _sorted(element: Any, sorts: dict[str, str]) -> dict[str, list[Any]]:
    """Elements below by sort, told by their classes; outermost only of each sort."""
    found: dict[str, list[Any]] = {}
    for inner in element.iter("*"):
        names = inner.get("class")
        if not names:
            continue
        for name in names.split():
            sort = sorts.get(name)
            if sort is not None:
                held = found.setdefault(sort, [])
                if not any(ancestor in held for ancestor in (inner, *inner.iterancestors())):
                    held.append(inner)
    return found


def text_of(element: Any) -> str:
    """What an element says, with the line breaks that the person made."""
    parts: list[str] = []

    def walk(inner: Any, depth: int) -> None:
        if isinstance(inner.tag, str) and inner.tag not in ("script", "style", "ul") and depth < 100:
            if inner.tag == "br" or (inner.tag in ("div", "p", "li", "tr") and depth):
                parts.append("\n")
            parts.append(inner.text or "")
            for child in inner:
                walk(child, depth + 1)
        if depth:
            parts.append(inner.tail or "")

    walk(element, 0)
    lines = [line.strip(" \t") for line in "".join(parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _block(piece: str) -> Block:
    block = Block()
    try:
        root = etree.fromstring(_UNSAFE.sub("", piece).encode("utf-8", "replace"), parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return block
    if root is None:
        return block
    parts = _sorted(root, _SORTS)
    headings = parts.get("heading", []) or [found for found in [root.find(".//h2")] if found is not None]
    if headings:
        block.title = " ".join(text_of(headings[0]).split())
    feet = [*parts.get("date", []), *root.iter("footer")]
    for element in feet:
        block.shown = block.shown or " ".join(text_of(element).split())
        for anchor in [*element.iter("a"), *element.iterancestors("a")]:
            block.link = block.link or web_address(anchor.get("href"))
    for body in parts.get("body", [root]):
        _read_body(block, body, {*feet, *headings})
    return block


def _read_body(block: Block, body: Any, known: set[Any]) -> None:
    for table in body.iter("table"):
        block.pairs += [pair for row in table.iter("tr") for pair in _pair(row)]
    pins = [pin for pin in _with(body, "_2pin") if pin.tag != "td"]  # cells of label tables have the class too
    for pin in pins:
        direct = (pin.text or "").strip()
        if direct:
            _own(block, text_of(pin) if pin.find(".//div") is None else direct)
            continue
        for part in pin:
            if not isinstance(part.tag, str) or part in known or part.tag == "table":
                continue
            if part.find(".//div") is None and part.tag != "a" and not _media(part):
                _own(block, text_of(part))
            else:
                _attachment(block, part)
    if not pins:
        _plain(block, body, known)


def _own(block: Block, text: str) -> None:
    """A text of the body, unless it is the line that says when a post was changed."""
    if text.strip() and not (_EDITED.fullmatch(text.strip()) and shown_time(text)):
        block.own.append(text)


def _media(element: Any) -> list[str]:
    sources = [inner.get("src") for inner in element.iter("img", "video", "audio")]
    sources += [anchor.get("href") for anchor in element.iter("a") if not web_address(anchor.get("href"))]
    return [src for src in dict.fromkeys(sources) if src and not src.startswith(("data:", "#", "http"))]


def _attachment(block: Block, part: Any) -> None:
    """Pictures with their captions; else a link, a place, a quoted text: somebody else's."""
    media = _media(part)
    if media:
        block.media += media
        block.captions += [text for caption in _with(part, "_3-95") if (text := text_of(caption)).strip()]
        return
    block.links += [address for anchor in part.iter("a") if (address := web_address(anchor.get("href")))]
    if part.find(".//table") is None and (text := text_of(part)).strip():
        block.others.append(text)


def _plain(block: Block, body: Any, known: set[Any]) -> None:
    """A body without marked parts, as messages have it: the first text is what was written, the rest was shared."""
    block.media += _media(body)
    for anchor in body.iter("a"):
        if anchor not in known and (address := web_address(anchor.get("href"))) and address != block.link:
            block.links.append(address)
    if body.find(".//table") is not None:
        return
    for part in body.iter("div", "p"):
        if part in known or any(
            above in known or above.tag in ("a", "video", "audio") for above in part.iterancestors()
        ):
            continue
        if part.find(".//div") is None and part.find(".//p") is None and part.find(".//img") is None:
            text = text_of(part)
            if text.strip():
                (block.others if block.own else block.own).append(text)


def _pair(row: Any) -> Iterator[tuple[str, str]]:
    """A table row as label and value: two cells, or one cell whose inner part is the value."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) >= 2:
        yield " ".join(text_of(cells[0]).split()), text_of(cells[1])
    elif cells and cells[0].find(".//table") is None:
        label = (cells[0].text or "").strip()
        inner = next((part for part in cells[0] if part.tag == "div"), None)
        if label and inner is not None:
            yield label, text_of(inner)


class Twins:
    """Items of HTML pages, waiting for the same items of JSON files, which are more exact but have no links."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], list[Post]] = defaultdict(list)

    def add(self, post: Post) -> None:
        """Keep an item of an HTML page."""
        self._held[_key(post)].append(post)

    def take(self, post: Post) -> Post | None:
        """The HTML twin of an item: same words, and the same time but for the zone. Each is given once."""
        waiting = self._held.get(_key(post), [])
        best = min(
            (other for other in waiting if _same_time(post, other)), key=lambda one: _apart(post, one), default=None
        )
        if best is not None:
            waiting.remove(best)
        return best

    def rest(self) -> Iterator[Post]:
        """Items that only the HTML pages have."""
        for posts in self._held.values():
            yield from posts


def _key(post: Post) -> tuple[str, str]:
    """What two readings of one item have in common: its sort and its words without their spaces."""
    kind = "post" if post.kind in ("post", "share", "article", "story") else post.kind
    words = post.text or (own_name(post.media[0]) if post.media else post.context.rsplit(": ", 1)[-1])
    return kind, "".join(words.split())


def _apart(post: Post, other: Post) -> timedelta:
    never = datetime(1970, 1, 1, tzinfo=UTC)
    return abs((post.created_at or never) - (other.created_at or never))


def _same_time(post: Post, other: Post) -> bool:
    """Whether two times differ by a zone: by quarters of an hour, less than a minute more (pages to 2021 lack seconds)."""
    if post.created_at is None or other.created_at is None:
        return True
    apart = post.created_at - other.created_at
    return abs(apart) < timedelta(hours=26) and apart % timedelta(minutes=15) < timedelta(minutes=1)


def own_name(uri: str) -> str:
    """A file's own name. HTML pages put more before the number that JSON gives alone: `…_n_17972948920990787.jpg`."""
    name = uri.rsplit("/", 1)[-1]
    number = re.search(r"(\d{10,})\.\w+$", name)
    return number[1] if number else name
