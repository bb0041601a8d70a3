"""Reads Blogger: the old single feed (`blog-….xml`) and the feeds of a Google Takeout since about 2024.

The root is the `Blogger` folder of the Takeout, or wherever the feed lies. A blog's own feed also holds other people's
comments; the feeds below `Comments` hold what the person wrote on other blogs. Times say their zone.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from importers import articles
from importers.archive import Archive
from importers.articles import children, value
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Unreadable

platform = "blogger"

GUIDE = Guide(
    name="Blogger",
    address="https://takeout.google.com/settings/takeout/custom/blogger",
    ask=(
        "Open takeout.google.com and sign in with the account of your blog.",
        "Choose Deselect all, then tick Blogger.",
        "Choose Next step, then Create export, and wait for the e-mail.",
        "If the blog has several authors, run with --account and the name under which you write there.",
    ),
    wait="Minutes to a few hours.",
    contains="Posts, pages, drafts and comments of all your blogs, and comments that you left on other Blogger blogs.",
    lacks="The address of the blog (in exports since about 2024), and what your comments elsewhere answered.",
    find={
        "article": "Follow the link while you are signed in: it leads to the post in the editor, or on the blog. In the list of "
        "posts choose the bin to delete it.",
        "comment": "Open blogger.com, choose the blog, then Comments, and delete it there. On other people's blogs: open the "
        "post while you are signed in and choose the bin below your comment.",
        "": "Open blogger.com and look under Posts, Pages or Comments.",
    },
)

_PATTERNS = ("feed*.atom", "*/feed*.atom", "*/*/feed*.atom", "*.xml", "*.atom")
_NUMBER = re.compile(r"blog-(\d+)(?:\.(?:post|page|comment|settings|template)[-.]?([\w.-]+))?")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of either kind of feed."""

    source: str
    identity: str
    kind: str  # POST, PAGE or COMMENT; other kinds hold settings
    author: str
    element: etree._Element
    elsewhere: bool = False  # from a feed of comments that the person left on other blogs


def identify(archive: Archive) -> bool:
    """A feed of Blogger's exports. The public feed of a blog is for `feeds`."""
    return any(_is_ours(archive, name) for name in archive.find(*_PATTERNS))


def owner(archive: Archive) -> str:
    """All feeds are read together: comments elsewhere belong to the person who has the blogs."""
    return platform


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """What the person wrote in all feeds. Their name is the one given, else the only author of the blogs."""
    entries: list[_Entry] = []
    for name in archive.find(*_PATTERNS):
        if not _is_ours(archive, name):
            continue
        try:
            rows = list(articles.records(name, articles.read_xml(archive, name), "entry"))
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        yield from (row for row in rows if isinstance(row, Problem))
        found = [_entry(name, *row) for row in rows if not isinstance(row, Problem)]
        elsewhere = _is_elsewhere(name, found)
        entries += [replace(entry, elsewhere=elsewhere) for entry in found]
    writers = Counter(entry.author for entry in entries if entry.kind in ("POST", "PAGE") and entry.author)
    writers = writers or Counter(entry.author for entry in entries if entry.author)
    me = articles.chosen(writers, options.accounts)
    if me is None:
        yield articles.who_are_you(archive.path, writers)
    elif me:
        yield Owner(platform, me, (me,))
    texts = {entry.identity: plain(_content(entry.element)) for entry in entries if entry.kind == "COMMENT"}
    for entry in entries:
        mine = entry.author in (me, "") and me is not None and (entry.kind != "COMMENT" or bool(entry.author))
        if entry.kind in ("POST", "PAGE", "COMMENT") and (entry.elsewhere or mine):
            yield _post(entry, me or entry.author, texts)


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 16_384) or ""
    except Unreadable:
        return False
    return "schemas.google.com/blogger/2018" in head or "schemas.google.com/g/2005#kind" in head


def _entry(name: str, position: int, element: etree._Element) -> _Entry:
    # `author` holds a `type` of its own: only direct children count
    kind = value(element, "type", "blogger").strip().upper()
    for category in children(element, "category"):
        if (category.get("scheme") or "").endswith("#kind"):
            kind = (category.get("term") or "").rsplit("#", 1)[-1].upper()
    author = next((value(author, "name").strip() for author in children(element, "author")), "")
    return _Entry(f"{name}#{position}", _tail(value(element, "id")), kind, author, element)


def _is_elsewhere(name: str, entries: list[_Entry]) -> bool:
    """Whether a feed holds what the person wrote on other blogs: `Comments/<…>/feed.atom`, a name that is translated."""
    folder = name.split("/", 1)[0].lower() if name.count("/") == 2 else "blogs"
    return folder != "blogs" and all(entry.kind == "COMMENT" for entry in entries)


def _tail(identity: str) -> str:
    """`blog-111.post-222` of `tag:blogger.com,1999:blog-111.post-222`."""
    return identity.strip().rsplit(":", 1)[-1]


def _content(element: etree._Element) -> str:
    """The body as HTML. Some old files have it escaped twice."""
    for found in (*children(element, "content"), *children(element, "summary")):
        if found.get("type") == "xhtml":
            return "".join(etree.tostring(child, encoding="unicode") for child in found)
        body = "".join(found.itertext())
        twice = "<" not in body and re.search(r"&lt;(?:p|br|div|span|a|b|i|em|strong|img)\b", body)
        return html.unescape(body) if twice else body
    return ""


def _post(entry: _Entry, account: str, texts: dict[str, str]) -> Item:
    element = entry.element
    if not entry.identity:
        return Problem(entry.source, "This entry has no id, so it was not read.")
    body = plain(_content(element))
    comment = entry.kind == "COMMENT"
    answered = [
        _tail(value(element, "inReplyTo")),
        *(_tail(link.get("ref") or "") for link in children(element, "in-reply-to")),
    ]
    return Post(
        entry.identity,
        platform,
        "comment" if comment else "article",
        next(
            (made for tag in ("published", "created", "updated") if (made := articles.moment(value(element, tag)))),
            None,
        ),
        body if comment else articles.article(value(element, "title"), body),
        next((texts[identity] for identity in answered if identity in texts), "") if comment else "",
        account,
        "public" if _is_live(element) else "private",
        _address(entry),
        source=entry.source,
    )


def _is_live(element: etree._Element) -> bool:
    draft = any(value(control, "draft").strip().lower() == "yes" for control in children(element, "control"))
    status = value(element, "status").strip().upper()
    return not draft and status in ("", "LIVE") and not value(element, "trashed").strip()


def _address(entry: _Entry) -> str:
    """The live page if the feed links to it; else the editor, for the new feeds do not know the blog's address."""
    for link in children(entry.element, "link"):
        if link.get("rel") == "alternate" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    found = _NUMBER.search(entry.identity)
    if not found:
        return ""
    if entry.kind == "COMMENT":
        return "" if entry.elsewhere else f"https://www.blogger.com/blog/comments/{found[1]}"
    part = "page" if entry.kind == "PAGE" else "post"
    return f"https://www.blogger.com/blog/{part}/edit/{found[1]}/{found[2]}" if found[2] else ""


MEMBERS = {
    "**/feed*.atom": _entry,  # since about 2024
    "*.xml": _entry,  # before
    "*.atom": _entry,
    "Albums/**/*": None,
    "Profile/**/*": None,
    "**/settings*.csv": None,
    "**/theme*.*": None,
    **dict.fromkeys(f"**/*.{suffix}" for suffix in ("jpg", "jpeg", "png", "gif", "webp", "mp4")),
}
