"""Reads our own plain format: `.jsonl` (an object a line) or `.csv`, with at least `id` and `text`.

For people whose platform we do not read, and for measuring. Optional columns: platform, kind, created_at, account, url,
audience, context, media; others are ignored. For the kinds like, join and follow, and for a share without words of its
own, `text` holds what was liked, joined or shared; it stays in `text`, so that offsets point into it. A time without a
zone is read as UTC; one that is absurd counts as absent.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from importers import fields
from importers.archive import Archive, is_utf8
from importers.posts import AUDIENCES, KINDS, Guide, Item, Post, Problem, ReadOptions, Remark, Unreadable

platform = "generic"
CELL = 10_000_000  # characters; the csv module's default limit of 131,072 would lose long articles

GUIDE = Guide(
    name="Plain list (.jsonl or .csv)",
    address="",
    ask=(
        "Make a table with the columns id and text, one row for each post.",
        "Add platform, kind, created_at, account, url, audience or context if you have them.",
        "Save it as CSV (UTF-8), or as one JSON object a line.",
    ),
    wait="At once.",
    contains="What you put in it.",
    lacks="Everything else.",
    find={"": "Open the place where you posted it, and look for it by its date and first words."},
)


def identify(archive: Archive) -> bool:
    """A `.jsonl` or `.csv` at the root whose first line names id and text."""
    return any(_is_ours(archive, name) for name in archive.find("*.jsonl", "*.csv"))


def owner(archive: Archive) -> str:
    """Each file set speaks for itself."""
    return archive.path


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Every row of every file of ours."""
    for name in archive.find("*.jsonl", "*.csv"):
        if not _is_ours(archive, name):
            continue
        try:
            yield from _file(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)


def _file(archive: Archive, name: str) -> Iterator[Item]:
    raw = archive.read_bytes(name) or b""
    if not is_utf8(raw) and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        yield Remark(name, "This file is not plain UTF-8. Characters that could not be read are shown as \ufffd.")
    text = archive.read_text(name) or ""
    yield from _rows(name, text) if name.lower().endswith(".jsonl") else _table(name, text)


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = (archive.read_text(name, 65_536) or "").lstrip().split("\n", 1)[0]
    except Unreadable:
        return True  # reading it will say why
    if name.lower().endswith(".jsonl"):
        try:
            first = json.loads(head)
        except (ValueError, RecursionError):
            return '"id"' in head and '"text"' in head  # a first record that is cut off, or longer than we looked
        return isinstance(first, dict) and {"id", "text"} <= first.keys()
    columns = {column.strip().strip('"').lower() for column in head.split(",")}
    return {"id", "text"} <= columns


def _rows(name: str, text: str) -> Iterator[Item]:
    for position, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            yield Problem(f"{name}#{position}", "This line is not JSON.")
            continue
        yield _post(f"{name}#{position}", record)


def _table(name: str, text: str) -> Iterator[Item]:
    csv.field_size_limit(CELL)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    columns = [column.strip().lower() for column in next(reader, [])]
    position = 1
    while True:
        position += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Problem(f"{name}#{position}", "This row cannot be read as CSV.")
            continue
        if len(cells) > len(columns):
            yield Problem(
                f"{name}#{position}",
                "This row has more cells than the table has columns: a quotation mark may be missing.",
            )
        elif cells:
            yield _post(f"{name}#{position}", dict(zip(columns, cells, strict=False)))


def _post(source: str, record: Any) -> Post | Problem:
    if not isinstance(record, dict):
        return Problem(source, "This record is not an object with id and text.")
    identity, text = record.get("id"), record.get("text")
    if not isinstance(identity, str | int) or isinstance(identity, bool) or not str(identity).strip():
        return Problem(source, "This record has no id.")
    if not isinstance(text, str):
        return Problem(source, "This record has no text.")
    kind = _word(record, "kind") or "post"
    if kind not in KINDS:
        return Problem(source, f"The kind of this record is none of {', '.join(KINDS)}.")
    audience = _word(record, "audience")
    media = record.get("media") or ()
    return Post(
        post_id=str(identity).strip(),
        platform=_word(record, "platform") or platform,
        kind=kind,
        created_at=fields.moment(fields.text(record, "created_at").strip()),
        text=text,
        context=fields.text(record, "context"),
        account=fields.text(record, "account"),
        audience=audience if audience in AUDIENCES else "unknown",
        url=fields.text(record, "url"),
        media=tuple(str(item) for item in media) if isinstance(media, list) else (str(media),) if media else (),
        source=source,
    )


def _word(record: dict[Any, Any], key: str) -> str:
    return fields.text(record, key).strip().lower()


MEMBERS = {"*.jsonl": _rows, "*.csv": _table}
