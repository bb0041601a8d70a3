"""Instagram's HTML pages turned into the rows that its JSON has, so that both are read by the same functions.

Labels are those of English pages. Pages show a clock eight hours behind UTC, winter and summer.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from importers import meta_html, meta_messages
from importers.archive import Archive
from importers.meta import EPOCH, Document
from importers.meta_html import Block, Clock, Page
from importers.posts import Problem

CLOCK = Clock(timedelta(hours=-8))
TO_JSON = (
    "Ask for the export again with the format JSON: open https://accountscenter.instagram.com/info_and_permissions/dyi, "
    "choose Create export, and change Format from HTML to JSON."
)


def document(archive: Archive, name: str) -> Page:
    """Read one page. Raises Unreadable."""
    problems: list[Problem] = []
    rows: list[dict[str, Any]] = []
    undated = 0
    for position, block in enumerate(meta_html.blocks(archive, name), 1):
        if block is None:
            problems.append(Problem(f"{name}#{position}", "This record is too large to be one."))
            continue
        _find_date(block)
        at = _epoch(block.shown)
        undated += bool(block.shown) and at is None
        row = _row(block, at, name)
        if row:
            rows.append(row)
    if undated:
        problems.append(
            Problem(name, f"{undated} dates in this page are not in English and could not be read. {TO_JSON}", 0)
        )
    if "/messages/" in f"/{name}":
        heading = meta_html.head(archive, name)
        people = dict.fromkeys([heading.owner, *(row["sender_name"] for row in rows)])
        chat = {"participants": [{"name": person} for person in people if person], "messages": rows}
        return Page(Document(chat, damaged=False), problems)
    return Page(Document(rows, damaged=False), problems)


def _find_date(block: Block) -> None:
    """Likes and follows have their date in the body, as a text of its own."""
    if block.shown:
        return
    for texts in (block.own, block.others):
        for text in texts:
            if len(text) < 60 and meta_html.shown_time(text):
                block.shown = text
                texts.remove(text)
                return
        for place, text in enumerate(texts):
            lines = text.split("\n")
            if len(lines[-1]) < 60 and meta_html.shown_time(lines[-1]):
                block.shown, texts[place] = lines[-1], "\n".join(lines[:-1])
                return


def _epoch(shown: str) -> int | None:
    local = meta_html.shown_time(shown)
    return None if local is None else int((CLOCK.utc(local) - EPOCH).total_seconds())


def _row(block: Block, at: int | None, name: str) -> dict[str, Any]:
    """A block as the row that JSON has in the file of the same name."""
    stem, path = name.rsplit("/", 1)[-1], f"/{name}"
    words = [text for text in [*block.own, *block.others] if text.strip()]
    if "/messages/" in path:
        return meta_messages.row_of(block, at) if block.title else {}
    if "personal_information" in path or "profile_changes" in stem or "reposts" in stem or "notes" in stem:
        return {"string_map_data": _strings(block, at)} if block.pairs else {}
    if "/comments/" in path:
        if block.pairs:
            return {"string_map_data": _strings(block, at)}
        return {"title": block.title, "string_list_data": [{"value": "\n".join(words), "timestamp": at}]}
    named = any(part in path for part in ("/likes/", "/followers_and_following/", "interactions/"))
    if named or stem.startswith(("liked_", "following")):
        link, value = next(iter(block.links), ""), next(iter(words), "")
        value = "" if value == block.title or value.startswith("http") else value
        return {"title": block.title, "string_list_data": [{"href": link, "value": value, "timestamp": at}]}
    media = [{"uri": uri, "creation_timestamp": at} for uri in block.media]
    title = block.title or next((text for text in [*words, *block.captions]), "")
    if not (title or media):
        return {}
    return {"media": media, "title": title, "creation_timestamp": at}


def _strings(block: Block, at: int | None) -> dict[str, dict[str, Any]]:
    """A table of labels. A cell that is nothing but a date becomes a time."""
    found: dict[str, dict[str, Any]] = {}
    for label, value in block.pairs:
        time = _epoch(value) if len(value) < 60 else None
        found[label] = {"timestamp": time} if time else {"value": value}
    if at is not None and not any("timestamp" in entry for entry in found.values()):
        found["Time"] = {"timestamp": at}
    return found
