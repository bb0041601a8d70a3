"""The YouTube files of a Takeout that are not tables: comments as HTML (until about 2023), subscriptions and activity as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from importers.posts import OTHER_RECORD, Problem

FIRST_YEAR, LAST_YEAR = 2005, 2100  # YouTube began in 2005

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?: ?UTC|Z|[+-]\d{2}:?\d{2})?")
_CHANNEL = re.compile(r"/channel/(UC[\w-]{22})")


@dataclass(frozen=True, slots=True)
class Said:
    """A comment or live chat message in an HTML file."""

    position: int  # from 1
    text: str = field(repr=False)
    when: datetime | None
    video: str  # id, "" if none is linked
    comment: str  # id where the link gives it


@dataclass(frozen=True, slots=True)
class Deed:
    """A like or subscription in a JSON file."""

    kind: str  # like or follow
    name: str = field(repr=False)  # title of the video, name of the channel
    target: str  # id of the video or channel, else the address
    address: str
    when: datetime | None
    source: str


def moment(value: object) -> datetime | None:
    """An ISO time with `Z`, `UTC` or offset; None if it is none, or not in YouTube's lifetime. Without zone it is UTC."""
    if not isinstance(value, str) or not (match := _STAMP.match(value.strip())):
        return None
    try:
        made = datetime.fromisoformat(match[0].replace(" UTC", "+00:00").replace("UTC", "+00:00"))
    except ValueError:
        return None
    return (made if made.tzinfo else made.replace(tzinfo=UTC)) if FIRST_YEAR <= made.year <= LAST_YEAR else None


def video_id(address: str) -> str:
    """The id of the video that an address leads to, "" if it is another address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.netloc.endswith("youtu.be"):
        return parts.path.strip("/")
    return (parse_qs(parts.query).get("v") or [""])[0] if "youtube" in parts.netloc else ""


def said(name: str, text: str) -> Iterator[Said | Problem]:
    """The items of `my-comments.html` or `my-live-chat-messages.html`: link and date, a line break, then the words."""
    position = 0
    for item in BeautifulSoup(text, "lxml").find_all("li"):
        position += 1
        before: list[Any] = []
        after: list[Any] = []
        place = before
        for node in item.children:
            if place is before and isinstance(node, Tag) and node.name == "br":
                place = after
            else:
                place.append(node)
        links = [
            str(link.get("href"))
            for node in before
            if isinstance(node, Tag)
            for link in ([node] if node.name == "a" else node.find_all("a"))
        ]
        stamp = _STAMP.search("".join(_words(node) for node in before))
        if stamp is None and not links:
            yield Problem(f"{name}#{position}", "This item has neither link nor date, so it was not read.")
            continue
        comments = [found for link in links if (found := _query(link, "lc"))]
        videos = [found for link in links if (found := video_id(link))]
        yield Said(
            position,
            "".join(_words(node) for node in after).strip("\n"),
            moment(stamp[0]) if stamp else None,
            videos[-1] if videos else "",
            comments[0] if comments else "",
        )


def _query(address: str, key: str) -> str:
    try:
        return (parse_qs(urlsplit(address).query).get(key) or [""])[0]
    except ValueError:
        return ""


def _words(node: Any) -> str:
    """The text of a node with its line breaks; without recursion, since tags may be nested absurdly."""
    pieces = [node, *node.descendants] if isinstance(node, Tag) else [node]
    return "".join(
        "\n" if isinstance(piece, Tag) else " ".join(re.split(r"[ \t\r\n]+", piece))
        for piece in pieces
        if (isinstance(piece, Tag) and piece.name == "br") or type(piece) is NavigableString
    )


def is_activity(records: list[Any]) -> bool:
    """Whether these are records of the watch history or of My Activity."""
    return any(isinstance(record, dict) and ("titleUrl" in record or "products" in record) for record in records)


def deeds(name: str, records: list[Any]) -> Iterator[Deed | Problem]:
    """Likes and subscriptions among the records of a JSON file; what was watched or searched for is passed over."""
    likes = "like" in name.rsplit("/", 1)[-1].lower()
    for position, record in enumerate(records, 1):
        source = f"{name}#{position}"
        if not isinstance(record, dict):
            yield Problem(source, OTHER_RECORD)
            continue
        snippet = record.get("snippet")
        inner = snippet if isinstance(snippet, dict) else {}
        about = inner.get("resourceId")
        channel = about.get("channelId") if isinstance(about, dict) else None
        title = _text(inner, "title") or _text(record, "title")
        when = moment(record.get("time")) or moment(inner.get("publishedAt")) or moment(inner.get("time"))
        details = record.get("contentDetails")
        video = details.get("videoId") if isinstance(details, dict) else None
        if isinstance(channel, str) and channel:
            yield Deed("follow", title, channel, f"https://www.youtube.com/channel/{channel}", when, source)
        elif isinstance(video, str) and video:
            if likes:
                yield Deed("like", title, video, f"https://www.youtube.com/watch?v={video}", when, source)
        elif not _is_advert(record):
            yield from _activity(title, _text(record, "titleUrl") or _text(inner, "titleUrl"), when, source)


def _activity(title: str, address: str, when: datetime | None, source: str) -> Iterator[Deed]:
    for verb, kind in (("Liked ", "like"), ("Subscribed to ", "follow")):
        if title.startswith(verb):
            found = _CHANNEL.search(address)
            target = (found[1] if found else "") if kind == "follow" else video_id(address)
            yield Deed(kind, title.removeprefix(verb), target or address or title, address, when, source)


def _is_advert(record: dict[Any, Any]) -> bool:
    details = record.get("details")
    rows = details if isinstance(details, list) else []
    return any(isinstance(row, dict) and row.get("name") == "From Google Ads" for row in rows)


def speaks_english(records: list[Any]) -> bool:
    """Whether the activity's verbs are ones that we know."""
    verbs = ("Watched ", "Liked ", "Subscribed to ", "Searched for ", "Viewed ", "Visited ", "Used ", "Listened to ")
    return any(isinstance(record, dict) and _text(record, "title").startswith(verbs) for record in records)


def _text(record: dict[Any, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""
