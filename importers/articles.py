"""What blogs share: XML that may be hostile or broken, dates of several kinds, and whose blog it is. Knows no container."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from importers.archive import Archive
from importers.markup import plain
from importers.posts import Problem, Unreadable

FIRST_YEAR, LAST_YEAR = 1995, 2100
NAMES_SHOWN = 12

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding=["']([\w.-]{1,40})["']""")
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_REFUSED = "This XML file has a document type, which no export has. It was not read, for safety."
_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "huge_tree": False,
    "load_dtd": False,
    "remove_comments": True,
}
_QUOTE = re.compile(r"<blockquote\b[^>]*>|</blockquote\s*>", re.IGNORECASE)


def read_xml(archive: Archive, name: str) -> str:
    """The member as text, whatever encoding it declares wrongly; without characters that XML forbids. Raises Unreadable."""
    text = _decoded(archive.read_bytes(name) or b"")
    return _FORBIDDEN.sub("", re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text, count=1))


def _decoded(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    declared = _DECLARED.match(raw)
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "cp1252"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def records(name: str, text: str, tag: str) -> Iterator[tuple[int, etree._Element] | Problem]:
    """Every `item` or `entry` with its position from 1. In a broken file each is read alone, so that only the broken are lost.

    Raises Unreadable, also for a document type: no export has one, and its entities are the way to attack a reader.
    """
    try:
        root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError:
        yield from _one_by_one(name, text, tag)
        return
    if root.getroottree().docinfo.doctype:
        raise Unreadable(name, _REFUSED)
    yield from enumerate((found for found in root.iter() if local(found) == tag), 1)


def _one_by_one(name: str, text: str, tag: str) -> Iterator[tuple[int, etree._Element] | Problem]:
    spaces = " ".join(dict.fromkeys(re.findall(r"""xmlns(?::[\w.-]+)?=(?:"[^"<]*"|'[^'<]*')""", text[:20_000])))
    starts = [match.start() for match in re.finditer(rf"<(?:\w+:)?{tag}[\s>]", text)]
    if not starts:
        raise Unreadable(name, "This file is damaged or cut off: it is not XML.", "Ask for the export again.")
    if _DOCTYPE.search(text[: starts[0]]):
        raise Unreadable(name, _REFUSED)
    for position, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        closing = re.compile(rf"</(?:\w+:)?{tag}\s*>").search(text, start, end)
        piece = text[start : closing.end()] if closing else ""
        try:
            root = etree.fromstring(f"<r {spaces}>{piece}</r>".encode(), etree.XMLParser(**_PARSER_OPTIONS))
            yield position, root[0]
        except (etree.XMLSyntaxError, IndexError):
            yield Problem(f"{name}#{position}", "This record is cut off or damaged, so it was not read.")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, whose address changes with versions; "" for comments."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def space(element: etree._Element) -> str:
    """The namespace of an element."""
    return element.tag[1:].split("}", 1)[0] if isinstance(element.tag, str) and element.tag.startswith("{") else ""


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Direct children of that name: the same name stands deeper with another meaning."""
    return [child for child in element if local(child) == name]


def value(element: etree._Element, name: str, namespace: str = "") -> str:
    """The text of the first direct child of that name (in a namespace that holds `namespace`), "" if there is none."""
    for child in children(element, name):
        if namespace in space(child):
            return "".join(child.itertext())
    return ""


def moment(text: str) -> datetime | None:
    """An RFC 3339 or RFC 822 date; without zone it is read as UTC. None if it is none, or absurd (drafts have year -1)."""
    text = text.strip()
    if not text or text.startswith("0000"):
        return None
    try:
        made = datetime.fromisoformat(text.removesuffix(" GMT").removesuffix(" UTC"))
    except ValueError:
        try:
            made = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    made = made if made.tzinfo else made.replace(tzinfo=UTC)
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


def of_seconds(seconds: int) -> datetime | None:
    """Unix time; None if it is absurd."""
    try:
        made = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


def article(title: str, body: str) -> str:
    """A title and a plain body as one text; the title is left out where the body begins with it."""
    title, body = " ".join(title.split()), body.strip()
    begins = body.split("\n", 1)[0].strip() if body else ""
    return body if not title or begins == title else f"{title}\n\n{body}".strip()


def without_quotes(markup: str) -> tuple[str, str]:
    """The plain text outside all blockquotes, and that inside: what others said."""
    own: list[str] = []
    quoted: list[str] = []
    depth, place = 0, 0
    for mark in _QUOTE.finditer(markup):
        (quoted if depth else own).append(markup[place : mark.start()])
        depth = max(0, depth + (-1 if mark[0].startswith("</") else 1))
        (quoted if depth else own).append("<br>")
        place = mark.end()
    (quoted if depth else own).append(markup[place:])
    return plain("".join(own)), plain("".join(quoted))


def chosen(names: Counter[str], accounts: tuple[str, ...]) -> str | None:
    """Which of a blog's authors the person is: the one that they named, or the only one; None if that is open."""
    given = {account.strip().lstrip("@").casefold() for account in accounts}
    named = [name for name in names if name.casefold() in given]
    if named:
        return named[0]
    return next(iter(names), "") if len(names) <= 1 else None


def who_are_you(path: str, names: Counter[str]) -> Problem:
    """What to do where a blog has several authors."""
    shown = ", ".join(name for name, _ in names.most_common(NAMES_SHOWN))
    more = len(names) - NAMES_SHOWN
    return Problem(
        path,
        f"This blog has {len(names)} authors, and nothing says who of them you are, so nothing in it was read. Run again "
        f"with --account and your name as it stands there: {shown}{f' and {more} more' if more > 0 else ''}.",
        0,
    )
