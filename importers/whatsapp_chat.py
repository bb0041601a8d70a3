"""The grammar of an exported WhatsApp chat: text in, records out. It does not know who "me" is.

A chat is a plain text without ids, zone or quoting; the phone's language and settings decide how a line begins. Header
matching runs on a shadow of the line (direction marks dropped, odd blanks and digits made plain); the words themselves
are cut from the original, so that emoji joiners and every character typed survive.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from importers import whatsapp_words as words

HEAD = 100  # characters of a line in which a header must end
NEAR = timedelta(days=3)  # messages may arrive late; a line further off its neighbours was pasted into a message
PASTED = 20  # lines; a longer run out of order is a real part of the chat
LONGEST_NAME = 120  # characters; group subjects have at most 100
FIRST_YEAR, LAST_YEAR = 2009, 2099  # WhatsApp began in 2009

Order = str  # "dmy", "mdy" or "ymd"

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c")
_BLANKS = frozenset("\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_WORD = r"[^\s\d\[\]:,–—-]{1,12}"
_STAMP = (
    r"(?P<a>\d{1,4}) ?(?P<separator>[/.\-]) ?(?P<b>\d{1,2}) ?(?P=separator) ?(?P<c>\d{1,4})\.?"
    rf"[, ] ?(?P<before>(?:{_WORD}[, ] ?|{_WORD}(?=\d)){{0,2}})"
    r"(?P<hour>\d{1,2})(?P<colon>[:.])(?P<minute>\d{2})(?:(?P=colon)(?P<second>\d{2}))?"
    rf"(?P<after>(?: ?{_WORD}){{0,2}}?)"
)
_HEADERS = (
    ("[", re.compile(rf" ?\[ ?{_STAMP} ?\] ?")),  # iOS
    ("-", re.compile(rf"{_STAMP} ?[-–—] ")),  # Android
    (":", re.compile(rf"{_STAMP}: ")),  # iOS before about 2016
)
_QUOTES = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Record:
    """A message, or a line that WhatsApp wrote itself."""

    line: int  # in the file, from 1
    when: datetime | None  # as the phone showed it, without zone; None if no such day exists
    author: str  # cleaned name, `~ ` kept for unsaved members; "" for WhatsApp's own lines
    body: str  # everything after the name, lines joined with \n


@dataclass(frozen=True, slots=True)
class Chat:
    """One exported chat."""

    records: tuple[Record, ...]
    authors: tuple[str, ...]  # who wrote something, most first
    title: str  # from the lines that iOS writes in the chat's own name; "" if there are none
    style: tuple[object, ...]  # what all headers have in common
    order: Order
    sure: bool  # whether day and month are beyond doubt
    pasted: int  # lines that look like headers but were taken for pasted text
    orphans: int  # lines before the first header
    reaches_limit: bool  # whether it is as long as WhatsApp exports at most


@dataclass(slots=True)
class _Line:
    number: int
    style: tuple[object, ...]
    numbers: tuple[str, str, str]
    clock: tuple[int, int, int] | None
    rest: str
    when: datetime | None = None


def has_header(text: str) -> bool:
    """Whether any line begins like a message of a chat."""
    return any(_header(number, line) is not None for number, line in enumerate(text.split("\n"), 1))


def parse(text: str, order: Order | None = None) -> Chat | None:
    """The chat, None if no line of the text begins like a message. `order` settles day and month if the file does not."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    headers = _of_one_style([found for n, line in enumerate(lines, 1) if (found := _header(n, line)) is not None])
    if not headers:
        return None
    known, sure = _order([header.numbers for header in headers])
    if not sure and headers[0].style[1] == "." and known != "ymd":
        known, sure = "dmy", True  # nobody writes the month first with dots
    elif not sure and order is not None:
        known, sure = order, True
    for header in headers:
        header.when = _moment(header, known)
    kept, pasted = _without_pasted(headers)
    ends = [header.number - 1 for header in kept[1:]] + [len(lines)]
    raw = [
        (header, "\n".join([header.rest, *lines[header.number : end]])) for header, end in zip(kept, ends, strict=True)
    ]
    bracketed = kept[0].style[0] == "["
    authors = _authors([body for _, body in raw])
    title, strangers = _title([body for _, body in raw], authors) if bracketed else ("", set[str]())
    records = tuple(_record(header, body, authors - strangers, bracketed) for header, body in raw)
    count = Counter(record.author for record in records if record.author)
    files = any(words.attached(record.body) for record in records)
    return Chat(
        records,
        tuple(name for name, _ in count.most_common()),
        title,
        kept[0].style,
        known,
        sure,
        pasted,
        sum(1 for line in lines[: kept[0].number - 1] if line.strip()),
        len(records) >= 39_900 or (files and 9_900 <= len(records) <= 10_100),
    )


def clean(name: str) -> str:
    """A name without invisible marks, with plain blanks and hyphens; `~ ` before unsaved members stays."""
    plain = "".join(" " if letter in _BLANKS else letter for letter in name if letter not in _BIDI)
    return " ".join(plain.replace("\u2011", "-").split())


def _shadow(line: str) -> tuple[str, Sequence[int]]:
    """The head of a line made plain, and for each of its characters the place in the line."""
    head = line[:HEAD]
    if head.isascii():
        return head.replace("\t", " "), range(len(head))
    made: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(head):
        if letter in _BIDI:
            continue
        if letter in _BLANKS:
            letter = " "
        elif not letter.isascii() and letter.isdecimal():
            letter = str(unicodedata.decimal(letter))
        made.append(letter)
        places.append(place)
    return "".join(made), places


def _header(number: int, line: str) -> _Line | None:
    first = line[:4].lstrip("".join(_BIDI) + " ")
    if not first or not (first[0] == "[" or first[0].isdecimal()):
        return None
    shadow, places = _shadow(line)
    for opening, pattern in _HEADERS:
        match = pattern.match(shadow)
        if match is None:
            continue
        style = (
            opening,
            match["separator"],
            len(match["a"]) == 4,
            len(match["c"]) == 4,
            match["colon"],
            match["second"] is not None,
        )
        numbers = (match["a"], match["b"], match["c"])
        return _Line(number, style, numbers, _clock(match), line[places[match.end() - 1] + 1 :])
    return None


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    half = words.half_of_day(match["before"]) or words.half_of_day(match["after"])
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _of_one_style(headers: list[_Line]) -> list[_Line]:
    """Headers of the file's own style, or styles where two exports were joined; the others are pasted text."""
    count = Counter(header.style for header in headers)
    enough = {style for style, times in count.items() if times * 5 >= len(headers)}
    most = count.most_common(1)[0][0] if count else ()
    return [header for header in headers if header.style == most or header.style in enough]


@lru_cache(maxsize=100_000)
def _date(order: Order, numbers: tuple[str, str, str]) -> tuple[int, int, int] | None:
    """Year, month, day; None if there is no such day, or none in WhatsApp's lifetime."""
    value = dict(zip(order, numbers, strict=True))
    if len(value["y"]) not in (2, 4) or len(value["d"]) > 2 or len(value["m"]) > 2:
        return None
    year = int(value["y"]) + (2000 if len(value["y"]) == 2 else 0)
    try:
        datetime(year, int(value["m"]), int(value["d"]))  # noqa: DTZ001
    except ValueError:
        return None
    return (year, int(value["m"]), int(value["d"])) if FIRST_YEAR <= year <= LAST_YEAR else None


def _order(dates: list[tuple[str, str, str]]) -> tuple[Order, bool]:
    """The order of day, month and year in all dates of a file, and whether it is certain.

    In this sequence: where the year stands, days that exist, time that does not run backwards, the number that changes
    more often is the day, day first.
    """
    read = {order: [_date(order, numbers) for numbers in dates] for order in ("dmy", "mdy", "ymd")}
    exist = {order: sum(date is not None for date in made) for order, made in read.items()}
    year_first = _changes([numbers[0] for numbers in dates]) < _changes([numbers[2] for numbers in dates])
    if exist["ymd"] and (year_first or not (exist["dmy"] or exist["mdy"])):
        return "ymd", True
    left = _fewest({order: len(dates) - exist[order] for order in ("dmy", "mdy")})
    if len(left) > 1:
        left = _fewest({order: _backwards(read[order]) for order in left})
    if len(left) == 1 or all(read[order] == read[left[0]] for order in left):
        return left[0], True
    return _fewest({order: _months_over_days(read[order]) for order in left})[0], False


def _changes(numbers: Sequence[object]) -> int:
    return sum(one != other for one, other in pairwise(numbers))


def _fewest(counts: dict[Order, int]) -> list[Order]:
    least = min(counts.values())
    return [order for order, count in counts.items() if count == least]


def _backwards(dates: list[tuple[int, int, int] | None]) -> int:
    known = [datetime(*date) for date in dates if date is not None]  # noqa: DTZ001
    return sum(later < earlier - NEAR for earlier, later in pairwise(known))


def _months_over_days(dates: list[tuple[int, int, int] | None]) -> int:
    known = [date for date in dates if date is not None]
    return _changes([month for _, month, _ in known]) - _changes([day for _, _, day in known])


def _moment(header: _Line, order: Order) -> datetime | None:
    date = _date(order, header.numbers)
    if date is None or header.clock is None:
        return None
    return datetime(*date, *header.clock)  # noqa: DTZ001


def _without_pasted(headers: list[_Line]) -> tuple[list[_Line], int]:
    """Leave out lines whose time lies off the line that their neighbours form: they are part of a message."""
    kept: list[_Line] = []
    last: datetime | None = None
    for place, header in enumerate(headers):
        if header.when is not None:
            following = [later.when for later in headers[place + 1 : place + 1 + PASTED] if later.when is not None]
            resumes = last is not None and any(when >= last - NEAR for when in following)
            behind = last is not None and header.when < last - NEAR and resumes
            ahead = len(following) > 0 and all(
                when < header.when - NEAR and (last is None or when >= last - NEAR) for when in following
            )
            if behind or (ahead and last is not None):
                continue
            last = header.when
        kept.append(header)
    return kept, len(headers) - len(kept)


def _candidate(body: str) -> str:
    """What stands before the first colon of a record, if that can be a name at all."""
    first = body.split("\n", 1)[0]
    name, colon, _ = first.partition(": ")
    if not colon:
        name = first.rstrip().removesuffix(":") if first.rstrip().endswith(":") else ""
    name = clean(name)
    return name if len(name) <= LONGEST_NAME else ""


def _authors(bodies: list[str]) -> set[str]:
    """Who writes in this chat. `Bo changed the subject to "x: y"` must not invent a person."""
    count = Counter(name for body in bodies if (name := _candidate(body)))
    return {name for name in count if not _is_event(name, count)}


def _is_event(name: str, count: Counter[str]) -> bool:
    quoted = _QUOTES.search(name) is not None
    if words.is_event(name) or (quoted and count[name] == 1):
        return True
    parts = name.split(" ")
    starts = (" ".join(parts[:number]) for number in range(1, len(parts)))
    return any(start in count and (quoted or len(name[len(start) :].split()) >= 3) for start in starts)


def _title(bodies: list[str], authors: set[str]) -> tuple[str, set[str]]:
    """The chat's name on iOS, and the "authors" that only ever say what WhatsApp says: the group itself."""
    title = ""
    says: dict[str, list[str]] = {name: [] for name in authors}
    for body in bodies:
        name = _candidate(body)
        text = _after_name(body)
        if name in says:
            says[name].append(text)
        if not title and name and words.is_encryption_notice(text):
            title = name
    strangers = {name for name, texts in says.items() if name == title and all(words.is_event(text) for text in texts)}
    return title, strangers


def _after_name(body: str) -> str:
    first, _, more = body.partition("\n")
    text = first.partition(": ")[2]
    return f"{text}\n{more}" if more else text


def _record(header: _Line, body: str, authors: set[str], bracketed: bool) -> Record:
    name = _candidate(body)
    if name not in authors:
        text = _after_name(body) if bracketed and name else body
        return Record(header.number, header.when, "", text)
    text = _after_name(body)
    if bracketed and text.startswith("\u200e") and words.is_event(text):
        return Record(header.number, header.when, "", text)
    return Record(header.number, header.when, name, text)


def numbered(records: Sequence[Record]) -> Iterator[tuple[Record, int]]:
    """Each record with how often the same words stood before it in the same minute: ids need it."""
    seen: Counter[tuple[object, ...]] = Counter()
    for record in records:
        key = (record.when, record.author, record.body)
        yield record, seen[key]
        seen[key] += 1
