"""Reads saved feeds of any blog: RSS, Atom (both by feedparser) and JSON Feed. For blogs whose own export we do not read.

Only given bytes are parsed, never an address. Times are UTC. What a feed holds is public.
"""

from __future__ import annotations

import calendar
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import feedparser

from importers import articles
from importers.archive import Archive
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "feed"
# Marks of exports that other importers read
_EXPORTS = r"wordpress\.org/export/|<wp:wxr_version>|schemas\.google\.com/(?:blogger/2018|g/2005#kind)|<tumblr[\s>]"
LIVE = 25  # entries; a live feed holds the newest 10 to 20

GUIDE = Guide(
    name="Blog feed (RSS, Atom)",
    address="",
    ask=(
        "Prefer your blog's own export: WordPress, Blogger and Medium have one.",
        "Otherwise open your blog's feed in a browser: often its address with /feed, /rss or /feed.xml behind it.",
        "Save the page as a file whose name ends in .xml.",
        "If several people write there, run with --account and the name under which you write.",
    ),
    wait="At once.",
    contains="The newest posts of the blog, often only 10 to 20.",
    lacks="Older posts, drafts, comments, and the whole text where the feed holds excerpts.",
    find={"": "Follow the link, sign in to your blog, and edit or delete the post there."},
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of any kind of feed."""

    source: str
    identity: str
    link: str
    author: str
    title: str = field(repr=False)
    body: str = field(repr=False)  # plain
    when: datetime | None = None
    is_excerpt: bool = False


def identify(archive: Archive) -> bool:
    """A feed at the root that is no platform's export."""
    return any(_is_ours(archive, name) for name in archive.find(*MEMBERS))


def owner(archive: Archive) -> str:
    """The address or title of the first feed, so that two saved states of one blog belong together."""
    return next((_blog(archive, name) for name in archive.find(*MEMBERS) if _is_ours(archive, name)), "")


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """The person's entries in every feed."""
    for name in archive.find(*MEMBERS):
        if not _is_ours(archive, name):
            if not _is_export(archive, name):
                yield Remark(name, "This file is not a feed.")
            continue
        try:
            found = list(_of_json(name, archive) if name.lower().endswith(".json") else _of_xml(name, archive))
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        yield from (item for item in found if isinstance(item, Problem))
        entries = [item for item in found if isinstance(item, _Entry)]
        authors = Counter(entry.author for entry in entries if entry.author)
        me = articles.chosen(authors, options.accounts)
        if me is None:
            yield articles.who_are_you(name, authors)
            continue
        if me:
            yield Owner(platform, me, (me,))
        blog = _blog(archive, name)
        yield from (_post(entry, me, blog) for entry in entries if entry.author in ("", me))
        if 0 < len(entries) <= LIVE:
            yield Remark(
                name,
                f"Entries in this feed: {len(entries)}. Live feeds hold the newest only: older ones may be missing.",
            )
        if entries and all(entry.is_excerpt for entry in entries):
            yield Remark(name, "This feed holds only the beginnings of the posts.")


def _blog(archive: Archive, name: str) -> str:
    head = _head(archive, name)
    for pattern in (
        r"<link>\s*([^<\s]+)",
        r'"home_page_url"\s*:\s*"([^"]+)',
        r"""<link[^>]+href=["']([^"']+)""",
        r"<title[^>]*>([^<]+)",
    ):
        if found := re.search(pattern, head):
            return found[1].strip()
    return ""


def _head(archive: Archive, name: str) -> str:
    return archive.read_text(name, 16_384) or ""


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = _head(archive, name)
    except Unreadable:
        return False
    if name.lower().endswith(".json"):
        return "jsonfeed.org/version" in head
    return re.search(_EXPORTS, head) is None and re.search(r"<(?:rss|rdf:RDF|feed)[\s>]", head) is not None


def _is_export(archive: Archive, name: str) -> bool:
    try:
        return re.search(_EXPORTS, _head(archive, name)) is not None
    except Unreadable:
        return False


def _of_xml(name: str, archive: Archive) -> Iterator[_Entry | Problem]:
    text = articles.read_xml(archive, name)
    start = re.search(r"<(?:rss|rdf:RDF|feed)[\s>]", text)
    before, text = text[: start.start() if start else 0], text[start.start() if start else 0 :]
    if "<!entity" in before.lower():
        raise Unreadable(name, "This XML file defines entities, which no feed does. It was not read, for safety.")
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8")), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    for position, entry in enumerate(feed.entries, 1):
        yield _from_feed(f"{name}#{position}", entry, str(feed.feed.get("author") or ""))
    missing = len(re.findall(r"<(?:\w+:)?(?:item|entry)[\s>]", text)) - len(feed.entries)
    if feed.bozo and missing > 0:
        yield Problem(name, "This feed is damaged or cut off. Entries of it could not be read.", missing)


def _from_feed(source: str, entry: Any, author: str) -> _Entry:
    bodies = [str(part.get("value") or "") for part in entry.get("content") or []]
    body = next((body for body in bodies if body), "")
    excerpt = str(entry.get("summary") or "")
    link = str(entry.get("link") or "")
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    short = plain(body or excerpt)
    return _Entry(
        source,
        str(entry.get("id") or ""),
        link if link.startswith(("https://", "http://")) else "",
        str(entry.get("author") or author).strip(),
        plain(str(entry.get("title") or "")),
        short,
        articles.of_seconds(calendar.timegm(stamp)) if stamp else None,
        not body and short.rstrip().endswith(("…", "[…]", "...", "[...]", "[…]")),
    )


def _of_json(name: str, archive: Archive) -> Iterator[_Entry | Problem]:
    feed = archive.read_json(name)
    rows = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(rows, list):
        yield Problem(name, "This file has another shape than any that we know. Nothing was read from it.", 0)
        return
    for position, row in enumerate(rows, 1):
        source = f"{name}#{position}"
        if not isinstance(row, dict):
            yield Problem(source, "This entry has another shape than any that we know, so it was not read.")
            continue
        authors = row.get("authors") or [row.get("author")]
        first = authors[0] if isinstance(authors, list) and authors else None
        markup, summary = _word(row, "content_html"), _word(row, "summary")
        words = plain(markup) if markup else _word(row, "content_text") or summary
        identity = row.get("id")
        yield _Entry(
            source,
            str(identity) if isinstance(identity, str | int) else "",
            _word(row, "url") if _word(row, "url").startswith("http") else "",
            _word(first, "name").strip() if isinstance(first, dict) else "",
            _word(row, "title"),
            words,
            articles.moment(_word(row, "date_published")) or articles.moment(_word(row, "date_modified")),
        )


def _word(row: dict[Any, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _post(entry: _Entry, account: str, blog: str) -> Item:
    text = articles.article(entry.title, entry.body)
    if not text and not entry.link and not entry.identity:
        return Problem(entry.source, "This entry has neither words nor a link, so it was not read.")
    identity = entry.identity or entry.link or derived_id("article", entry.when, text)
    if ":" not in identity:  # a bare number means something in its own blog only
        identity = derived_id("article", blog, identity)
    return Post(identity, platform, "article", entry.when, text, "", account, "public", entry.link, (), entry.source)


MEMBERS = dict.fromkeys(("*.xml", "*.rss", "*.atom", "*.rdf", "*feed*.json"), _from_feed)
