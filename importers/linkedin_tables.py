"""Reads LinkedIn's tables: three CSV dialects, three encodings, many styles of dates. Knows no file's meaning."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from importers.archive import Archive, is_utf8
from importers.posts import Problem, Unreadable
from importers.tables import read_rows

Row = dict[str, str]  # keyed by the header without case, spaces and underscores: `sharedurl`
MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
PREAMBLE = 12  # lines in which the header must come; three is usual ("Notes:", a sentence, a blank line)

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?)?(?: ?UTC| ?Z)?")
_SLASHED = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(,)?(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([AP])\.?M\.?)?)?", re.I
)
_NAMED = re.compile(r"(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d{4}|\d\d)(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?", re.I)
_LONG = re.compile(r"[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) (?:UTC|GMT) (\d{4})", re.I)


def normal(header: str) -> str:
    """`SharedUrl`, `Shared URL` and `SHARED_URL` are one column."""
    return re.sub(r"[\s_\ufeff]+", "", header).casefold()


def decode(raw: bytes) -> str:
    """UTF-8; UTF-16 with its mark (2018); else Windows' Western European, as Excel saves."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    return raw.decode("utf-8-sig") if is_utf8(raw) else raw.decode("cp1252", "replace")


def header_of(text: str) -> set[str]:
    """Every cell of the first lines, normalised: enough to tell which table this is."""
    lines = text.split("\n")[:PREAMBLE]
    return {normal(cell) for line in lines for cell in _split(line, _delimiter(text))}


def read(
    archive: Archive, name: str, required: Iterable[str], order: tuple[str, ...] = (), *, backslashes: bool = False
) -> Iterator[tuple[str, Row] | Problem]:
    """Rows of a table as (source, row). `required` columns tell the header from the lines before it.

    Without such a header, a table as wide as `order` is taken to have those columns. `backslashes` says that quotation
    marks inside cells are written `\\"`, as in Comments.csv; if that reads worse than the usual way, the usual way is right.
    Raises Unreadable.
    """
    text = decode(archive.read_bytes(name) or b"")
    if not text.strip():
        raise Unreadable(name, "This file is empty.", "Ask for the export again if you expected something in it.")
    rows = _table(name, text, set(required), order)
    if backslashes and "\\" in text:
        # the usual way to write the same
        other = _table(
            name, re.sub(r'\\(["\\])', lambda mark: '""' if mark[1] == '"' else "\\", text), set(required), order
        )
        rows = other if _damage(other) <= _damage(rows) else rows
    yield from rows


def unwrap(texts: list[str]) -> Callable[[str], str]:
    """How to undo the quotation marks that Shares.csv puts around each inner line: `one"⏎"two`.

    Only if every line break of the column is written so: tables that were saved again hold plain ones.
    """
    wrapped = all(text.count("\n") == len(re.findall(r'(?<=")\n(?=")', text)) for text in texts)
    return (lambda text: text.replace('"\n"', "\n")) if wrapped else (lambda text: text)


def when(value: str, *, day_first: bool = False) -> datetime | None:
    """A time in any of LinkedIn's styles, or in one that Excel makes of them. Unmarked times are UTC.

    `3/5/24, 2:02 PM` is LinkedIn's own and has the month first. Without the comma Excel wrote it: see `is_day_first`.
    """
    value = " ".join(value.replace("\u202f", " ").split())
    try:
        if found := _ISO.fullmatch(value):
            year, month, day, hour, minute, second = (int(piece or 0) for piece in found.groups())
        elif found := _SLASHED.fullmatch(value):
            one, two, year = int(found[1]), int(found[2]), _year(found[3])
            day, month = (one, two) if day_first and not found[4] else (two, one)
            hour, minute, second = (int(piece or 0) for piece in found.group(5, 6, 7))
            if found[8]:
                hour = hour % 12 + (12 if found[8].upper() == "P" else 0)
        elif found := _NAMED.fullmatch(value):
            day, month, year = int(found[1]), MONTHS[found[2].lower()], _year(found[3])
            hour, minute, second = (int(piece or 0) for piece in found.group(4, 5, 6))
        elif found := _LONG.fullmatch(value):
            month, year = MONTHS[found[1].lower()], int(found[6])
            day, hour, minute, second = (int(piece) for piece in found.group(2, 3, 4, 5))
        else:
            return None
        made = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (KeyError, ValueError):
        return None
    return made if 1995 <= made.year < 2100 else None


def is_day_first(values: Iterable[str]) -> bool | None:
    """Whether dates like `05/03/2024 14:02` have the day first; None if the column does not say."""
    found = [match for value in values if (match := _SLASHED.fullmatch(value.strip())) and not match[4]]
    if any(int(match[1]) > 12 for match in found):
        return True
    if any(int(match[2]) > 12 for match in found):
        return False
    return None if found else False


def clock(identity: str) -> datetime | None:
    """When a share or activity was made: ids of 18 to 20 digits hold Unix milliseconds in their upper bits."""
    if not re.fullmatch(r"[0-9]{18,20}", identity):
        return None
    try:
        made = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(identity) >> 22)
    except OverflowError:
        return None
    return made if 2003 <= made.year < 2100 else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return "\t" if head.count("\t") > head.count(",") else ","


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=delimiter), [])
    except csv.Error:
        return []


def _table(name: str, text: str, required: set[str], order: tuple[str, ...]) -> list[tuple[str, Row] | Problem]:
    delimiter, columns, unknown = _delimiter(text), list[str](), None
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    if re.fullmatch(r"\s*No [\w ]+ found\.?\s*", text):
        return []
    if lines[0].strip(' ,"') == "Notes:" and not required:  # a preamble, up to a blank line
        lines = lines[next((at + 1 for at, line in enumerate(lines[:PREAMBLE]) if not line.strip(" ,")), 0) :]
    for at, line in enumerate(lines[:PREAMBLE]):
        if required <= {normal(cell) for cell in _split(line, delimiter)}:
            text = "\n".join(lines[at:])
            break
    else:
        first = _split(lines[0], delimiter)
        if not first or len(first) != len(order):
            known = ", ".join(sorted(required))
            return [Problem(name, f"This table does not have the columns that we know ({known}).", 0)]
        columns = list(order)
        unknown = Problem(
            name, "The columns of this table have names that we do not know. They were read by their order.", 0
        )
        if when(first[0]) is not None:
            text = delimiter.join(order) + "\n" + text  # not even a header
    made: list[tuple[str, Row] | Problem] = [unknown] if unknown else []
    for row in read_rows(name, text, delimiter):
        if isinstance(row, Problem):
            made.append(row)
        elif row[0] == 0:
            columns = columns or [normal(cell) for cell in row[1]]
        else:
            record: Row = {}
            for column, cell in zip(columns, row[1], strict=False):
                record.setdefault(column, cell)  # some tables repeat a header
            made.append((f"{name}#{row[0]}", dict.fromkeys(columns, "") | record))
    return made


def _damage(rows: list[tuple[str, Row] | Problem]) -> int:
    return sum(isinstance(row, Problem) or when(row[1].get("date", "")) is None for row in rows)
