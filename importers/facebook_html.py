"""Facebook's HTML pages turned into the rows that its JSON has, so that both are read by the same functions.

Labels and sentences are those of English pages. Each row keeps what JSON lacks: `dyi_link`, the redirect to the live
item. Times come in the clock that the page's head names; without one they are read as UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from importers import meta_html, meta_messages
from importers.archive import Archive
from importers.meta import EPOCH, Document
from importers.meta_html import Block, Clock, Page
from importers.posts import Problem

TO_JSON = (
    "Ask for the export again with the format JSON: open https://accountscenter.facebook.com/info_and_permissions/dyi, "
    "choose Create export, and change Format from HTML to JSON."
)
_PEOPLE = re.compile(r"^Participants:\s*(.+)$")
_TITLES_ONLY = re.compile(r"(pages_you|pages_and_profiles|who_you|following|pages|your_groups)")


def page(archive: Archive, name: str, clock: Clock | None) -> Page:
    """Read one page. Raises Unreadable."""
    problems: list[Problem] = []
    rows: list[dict[str, Any]] = []
    undated = 0
    for position, block in enumerate(meta_html.blocks(archive, name), 1):
        if block is None:
            problems.append(Problem(f"{name}#{position}", "This record is too large to be one."))
            continue
        at = _epoch(block, clock)
        undated += bool(block.shown) and at is None
        row = _message(block, at) if "/messages/" in f"/{name}" else _row(block, at, name)
        if row:
            rows.append(row)
    if undated:
        problems.append(
            Problem(name, f"{undated} dates in this page are not in English and could not be read. {TO_JSON}", 0)
        )
    return Page(Document(_whole(rows, name), damaged=False), problems)


def _whole(rows: list[dict[str, Any]], name: str) -> Any:
    """The rows in the wrapper that the parsers of whole members expect."""
    if "/messages/" in f"/{name}":
        people = [person for row in rows for person in row.get("participants", [])]
        people = people or list(dict.fromkeys(row["sender_name"] for row in rows if "sender_name" in row))
        return {
            "participants": [{"name": person} for person in people],
            "messages": [row for row in rows if "sender_name" in row],
        }
    if "/album/" in name:
        photos = [photo for row in rows for photo in _photos(row)]
        return {"name": "", "photos": photos}
    if "profile_information" in name and "history" not in name:
        return {"profile_v2": _profile(rows)}
    if re.search(r"your_(photos|videos|uncategorized_photos)", name):
        return [photo for row in rows for photo in _photos(row)]
    if "your_event_responses" in name:
        return {"events_joined": rows}
    return rows


def _epoch(block: Block, clock: Clock | None) -> int | None:
    local = meta_html.shown_time(block.shown)
    if local is None:
        return None
    at = (clock or Clock(timedelta(0))).utc(local)
    return int((at - EPOCH).total_seconds())


def _row(block: Block, at: int | None, name: str) -> dict[str, Any]:
    """A block as a classic row, or a `label_values` row where the page shows a table of labels."""
    base: dict[str, Any] = {"timestamp": at, "dyi_link": block.link}
    if block.pairs and not block.own:
        entries = [{"label": label, "value": value} for label, value in block.pairs]
        entries += [{"label": "URL", "value": link, "href": link} for link in block.links[:1]]
        media = [{"uri": uri} for uri in block.media]
        return {**base, "media": media, "label_values": entries, "title": block.title}
    if not (block.title or block.own or block.others or block.media or block.captions):
        return {}
    own, said = "\n\n".join(block.own), block.own[0] if block.own else ""
    stem = name.rsplit("/", 1)[-1]
    if _TITLES_ONLY.match(stem) or "group_membership" in stem or "event_responses" in stem:
        named = block.title or said
        return {**base, "title": named, "data": [], "url": next(iter(block.links), "")}
    if "comment" in stem and "posts_and_comments" not in stem:
        return {**base, "title": block.title, "data": _comment(own), "attachments": _attachments(block)}
    if "group_posts_and_comments" in stem and re.search(r"\b(commented|replied)\b", block.title):
        return {**base, "title": block.title, "data": _comment(own), "attachments": _attachments(block)}
    if "likes_and_reactions" in stem or stem.startswith("posts_and_comments") or "poll" in stem:
        return {**base, "title": block.title or own, "data": [{"reaction": {"reaction": "LIKE"}}]}
    data = [{"post": text} for text in block.own]
    return {**base, "title": block.title, "data": data, "attachments": _attachments(block)}


def _comment(text: str) -> list[dict[str, Any]]:
    return [{"comment": {"comment": text}}] if text else []


def _attachments(block: Block) -> list[dict[str, Any]]:
    """Captions go with the first picture; names and links of what was shared stay somebody else's."""
    media = [{"media": {"uri": uri}} for uri in block.media]
    if media and block.captions:
        media[0]["media"]["description"] = "\n\n".join(dict.fromkeys(block.captions))
    shared: list[dict[str, Any]] = [{"text": text} for text in block.others]
    if block.links:
        shared.append({"external_context": {"url": block.links[0]}})
    return [{"data": [*shared, *media]}] if shared or media else []


def _photos(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The pictures of an album's page; a text in their block is their caption."""
    texts = [part["post"] for part in row.get("data", []) if "post" in part]
    for group in row.get("attachments", []):
        for part in group["data"]:
            if "media" in part:
                description = part["media"].get("description") or "\n\n".join(texts)
                uri = part["media"]["uri"]
                yield {
                    "uri": uri,
                    "creation_timestamp": row["timestamp"],
                    "description": description,
                    "dyi_link": row["dyi_link"],
                }


def _message(block: Block, at: int | None) -> dict[str, Any]:
    people = next((found for text in [block.title, *block.own] if (found := _PEOPLE.match(text.strip()))), None)
    if people:
        names = re.split(r",\s*|\s+and\s+", people[1])
        return {"participants": [name.strip() for name in names if name.strip()]}
    if not block.title:
        return {}
    return meta_messages.row_of(block, at)


def _profile(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Name, user name, bio and work out of the tables of the profile's page."""
    said: dict[str, str] = {}
    for row in rows:
        for entry in row.get("label_values", []):
            said.setdefault(entry["label"].strip().lower().rstrip(":"), entry["value"].strip())
    former = [said[label] for label in ("previous names", "previous name", "other names") if said.get(label)]
    return {
        "name": {"full_name": said.get("name") or said.get("full name") or ""},
        "username": said.get("username") or said.get("vanity") or "",
        "intro_bio": {"name": said.get("bio") or said.get("intro") or said.get("about me") or ""},
        "previous_names": [name for names in former for name in names.split("\n")],
    }
