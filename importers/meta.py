"""What Facebook's and Instagram's exports share: JSON that needs its text repaired, rows in changing wrappers, labels.

Parses by shape, since wrapper keys change (`comments`, `comments_v2`, a bare list) and a list with one row may be
written as that row alone. Knows nothing of posts or comments; that is for `facebook` and `instagram`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from importers.archive import Archive, parse_json
from importers.posts import Unreadable
from importers.repair import repair_all

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_YEAR, LAST_YEAR = 2004, 2100  # Facebook began in 2004; camera clocks give years before it
OTHER_SHAPE = "This file has another shape than any export that we know. Nothing was read from it."

# A dict with one of these is a row itself, and not the wrapper around rows
ROW_KEYS = frozenset(
    "timestamp data attachments label_values media string_map_data string_list_data creation_timestamp uri"
    " timestamp_ms sender_name media_list_data fbid".split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")  # of `FeedbackReaction` and `feedback_reaction`
_NEXT = re.compile(r"\s*([,\]])\s*")
_TAG = re.compile(r"@\[\d+:\d+:([^\]\n]*)\]")


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A JSON member: the parsed value, still damaged where the file is, and what was wrong with the file itself."""

    value: Any
    damaged: bool  # strings are UTF-8 written as Latin-1
    cut: str = ""  # why the rest of the file could not be read, "" if all of it was

    def whole(self) -> Any:
        """The value with all its text repaired."""
        return repair_all(self.value) if self.damaged else self.value

    def rows(self) -> Iterator[Any]:
        """The rows one by one, repaired one by one: a large file is never held twice."""
        for row in rows(self.value):
            yield repair_all(row) if self.damaged else row


def load(archive: Archive, name: str) -> Document:
    """Read a JSON member. Of a file that was cut off, the whole rows before the cut are kept. Raises Unreadable.

    Measured in exports of 2018 to 2026: all text is damaged and no byte above 0x7F occurs. A file with such a byte was
    saved again by somebody's editor, or is one of the kinds that are sound, and must not be repaired.
    """
    text = archive.read_text(name) or ""
    damaged = text.isascii()
    try:
        return Document(parse_json(name, text), damaged)
    except Unreadable as error:
        kept = _salvage(text)
        if not kept:
            raise
        return Document(kept, damaged, f"{error.what} What stands before that was read.")


def _salvage(text: str) -> Any:
    """Whole rows of a text that is no JSON as a whole: a list, or a dict with the lists that begin in it."""
    decoder, lists, position = json.JSONDecoder(), dict[str, list[Any]](), 0
    for opening in re.finditer(r"\[\s*(?=\{)", text):
        if opening.start() < position:
            continue
        key = re.search(r'"([^"\\]{0,200})"\s{0,20}:\s{0,20}$', text[max(0, opening.start() - 250) : opening.start()])
        rows, position, after = lists.setdefault(key[1] if key else "", []), opening.end(), None
        while True:
            try:
                row, position = decoder.raw_decode(text, position)
            except (ValueError, RecursionError):
                after = None
                break
            rows.append(row)
            after = _NEXT.match(text, position)
            position = after.end() if after else position
            if not after or after[1] == "]":
                break
        if not after or after[1] != "]":  # the rest belongs to a row that is broken
            break
    lists = {key: rows for key, rows in lists.items() if rows}
    return lists[""] if set(lists) == {""} else lists


def rows(value: Any, depth: int = 0) -> Iterator[Any]:
    """Unwrap: a list gives its items, `{"comments_v2": [...]}` the items inside, a lone row itself."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict) and (value.keys() & ROW_KEYS or depth > 3):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            if isinstance(inner, list | dict):
                yield from rows(inner, depth + 1)


def has_rows(value: Any) -> bool:
    """Whether a document has a place for rows at all: `[]` has, `7` and `{"comments_v2": 7}` have not."""
    return isinstance(value, list) or (
        isinstance(value, dict) and (not value or any(isinstance(inner, list | dict) for inner in value.values()))
    )


def moment(value: Any) -> datetime | None:
    """Seconds or milliseconds since 1970, as number or digits; None if absent, a placeholder (0, -1) or absurd."""
    if isinstance(value, str) and re.fullmatch(r"\d{9,14}", value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10**14:
        return None
    if value < 10**11:
        value = value * 1000
    at = EPOCH + timedelta(milliseconds=int(value))
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else None


def text_of(row: Any, *keys: str) -> str:
    """The first non-empty string under any of the keys, "" if none."""
    if isinstance(row, dict):
        for key in keys:
            value = row.get(key)
            if isinstance(value, str) and value.strip():
                return value
    return ""


def joined(parts: list[str], separator: str = "\n\n") -> str:
    """The parts that say something, each once: a caption usually repeats the post, or stands a second time with a picture."""
    kept: list[str] = []
    for part in parts:
        if part.strip() and not any(part.strip() in other for other in kept):
            kept.append(part)
    return separator.join(kept)


def dicts(value: Any) -> list[dict[str, Any]]:
    """The dicts in a list, or the lone dict that stands for a list of one."""
    if isinstance(value, dict):
        return [value]
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def without_tags(text: str) -> str:
    """Tag markup shown as the person saw it: `@[100000000000001:2048:Bo Example]` -> `Bo Example`."""
    return _TAG.sub(r"\1", text) if "@[" in text else text


def web_address(value: Any) -> str:
    """The value if it is an ordinary web address, else "": it becomes a link in the report."""
    if isinstance(value, str) and re.match(r"https?://[^\s<>\"']+$", value.strip(), re.IGNORECASE):
        return value.strip()
    return ""


def local_media(*values: Any) -> tuple[str, ...]:
    """Members named by `uri`; addresses on the web (links that expire) and failed downloads are none."""
    return tuple(
        dict.fromkeys(
            value.removeprefix("./")
            for value in values
            if isinstance(value, str) and "." in value and "://" not in value and not value.startswith("Failed")
        )
    )


@dataclass(frozen=True, slots=True, repr=False)
class Label:
    """One entry of a `label_values` row, wherever it was nested."""

    label: str  # display text in the account's language, in small letters
    neutral: frozenset[str]  # words of `ent_field_name`, the same in every language (since late 2025)
    value: str
    href: str
    at: datetime | None
    inside: str  # title of the group around it, in small letters; "" at the top


def labels(row: dict[str, Any]) -> list[Label]:
    """All entries of a `label_values` row, nested groups flattened."""
    found: list[Label] = []

    def walk(value: Any, inside: str, depth: int) -> None:
        if depth > 6:
            return
        for entry in dicts(value):
            name, title = text_of(entry, "label").strip().lower(), text_of(entry, "title").strip().lower()
            neutral = frozenset(word.lower() for word in _WORD.findall(text_of(entry, "ent_field_name")))
            at = moment(entry.get("timestamp_value"))
            if isinstance(entry.get("value"), str) or text_of(entry, "href") or at:
                found.append(Label(name, neutral, text_of(entry, "value"), web_address(entry.get("href")), at, inside))
            group = title or name or inside
            walk(entry.get("dict"), group, depth + 1)
            walk(entry.get("vec"), group, depth + 1)

    walk(row.get("label_values"), "", 0)
    return found


def pick(entries: list[Label], *names: str) -> str:
    """The value of the first entry with any of these labels, in the order of the names; top-level entries first."""
    outer_first = sorted(entries, key=lambda entry: bool(entry.inside))
    for name in names:
        for entry in outer_first:
            if (name in entry.neutral or entry.label == name) and entry.value.strip():
                return entry.value
    return ""


def link(entries: list[Label]) -> str:
    """The address of a `label_values` row: the entry called URL, else the first entry that is a link."""
    named = [entry.href or web_address(entry.value) for entry in entries if entry.label in ("url", "href", "link")]
    others = [entry.href for entry in entries if entry.href]
    return next((address for address in [*named, *others] if address), "")


AUDIENCE = {
    "public": "public",
    "friends": "friends",
    "your friends": "friends",
    "friends of friends": "friends",
    "friends except": "friends",
    "only me": "private",
}


def audience(entries: list[Label]) -> str:
    """Who may see a `label_values` row; classic rows never say."""
    said = pick(entries, "audience", "privacy", "visibility", "shared with").strip().lower()
    return AUDIENCE.get(said, "unknown")
