"""Reads Tumblr's blog export as far as it is known: `posts.xml`, laid out like Tumblr's first interface.

A reblog carries the whole chain: nested quotations are other people's words, only what stands outside them is the
person's. Tags often hold sentences, so they count as words. Other forms (single HTML pages, JSON) are named, not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from importers import articles
from importers.archive import Archive
from importers.articles import children, value
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Unreadable, derived_id

platform = "tumblr"
HEAD = 32_768  # bytes in which a file says what it is, and of which blog

GUIDE = Guide(
    name="Tumblr",
    address="https://www.tumblr.com/settings",
    ask=(
        "Sign in, open Settings, and choose your blog.",
        "Scroll to the bottom of the page and choose Export.",
        "Come back after some hours and choose Download.",
        "If that cannot be read, open https://YOUR-BLOG.tumblr.com/rss in a browser and save the page as an .xml file.",
    ),
    wait="Hours to days.",
    contains="The posts and reblogs of one blog, with their tags.",
    lacks="Likes, follows and messages; they come with a separate request for your data, which we do not read.",
    find={
        "post": "Follow the link while you are signed in, choose the three dots, then Delete.",
        "share": "Follow the link while you are signed in, choose the three dots, then Delete. The original stays.",
        "": "Open your blog's archive (your blog's address with /archive) and look for the date.",
    },
)

# Elements of a post: where the words of each go. Others hold addresses and measures
_OWN = (
    *("regular-title", "regular-body", "photo-caption", "video-caption", "audio-caption"),
    *("link-text", "link-description", "conversation-title", "conversation-text", "answer"),
)
_OTHERS = ("quote-text", "quote-source", "question")


def identify(archive: Archive) -> bool:
    """`posts.xml` with Tumblr's root element, or the folder of single pages beside it."""
    return any(_is_ours(archive, name) for name in archive.find("*.xml", "posts/*.xml")) or bool(_pages(archive))


def owner(archive: Archive) -> str:
    """The blog's name."""
    for name in archive.find("*.xml", "posts/*.xml"):
        if _is_ours(archive, name):
            found = re.search(r'<tumblelog[^>]+name="([^"]+)"|tumblelog="([^"]+)"', archive.read_text(name, HEAD) or "")
            if found:
                return found[1] or found[2]
    return ""


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Every post of every `posts.xml`."""
    files = [name for name in archive.find("*.xml", "posts/*.xml") if _is_ours(archive, name)]
    blog = owner(archive)
    if blog:
        yield Owner(platform, blog, (blog,))
    if not files:
        yield Problem(
            archive.path,
            "This form of Tumblr's export is not read yet. Open https://YOUR-BLOG.tumblr.com/rss in a browser, save the page "
            "as an .xml file, and give us that.",
            0,
        )
    for name in files:
        try:
            for found in articles.records(name, articles.read_xml(archive, name), "post"):
                if isinstance(found, Problem):
                    yield found
                else:
                    yield _post(f"{name}#{found[0]}", found[1], blog)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, HEAD) or ""
    except Unreadable:
        return False
    return re.search(r"<tumblr[\s>]", head) is not None


def _pages(archive: Archive) -> list[str]:
    return [
        name for name in archive.find("posts/html/*.html", "posts_html/*.html") if re.search(r"/\d{6,}\.html$", name)
    ]


def _post(source: str, post: etree._Element, blog: str) -> Item:
    own, others = list[str](), list[str]()
    for tag in _OWN:
        mine, quoted = articles.without_quotes(_markup(value(post, tag)))
        own.append(mine)
        others.append(quoted)
    others += [plain(_markup(value(post, tag))) for tag in _OTHERS]
    tags = " ".join(f"#{tag}" for child in children(post, "tag") if (tag := "".join(child.itertext()).strip()))
    said = "\n\n".join(piece for piece in own if piece)
    context = "\n\n".join(piece for piece in others if piece)
    when = next(
        (made for name in ("unix-timestamp", "date-gmt", "date") if (made := _moment(post.get(name) or ""))), None
    )
    identity = (post.get("id") or "").strip()
    if not said and not context and not tags and not identity and when is None:
        return Problem(source, "This post has neither words nor a date, so it was not read.")
    name = post.get("tumblelog") or blog
    is_reblog = bool(post.get("reblogged-from-name")) or bool(context and not said)
    page = post.get("url") or post.get("url-with-slug") or ""
    return Post(
        identity or derived_id("post", name, when, said, context),
        platform,
        "share" if is_reblog and not said else "post",
        when,
        "\n\n".join(piece for piece in (said, tags) if piece),
        context or value(post, "link-url").strip(),
        name,
        "private" if post.get("private") == "true" else "unknown",
        f"https://www.tumblr.com/{name}/{identity}" if name and identity else page if page.startswith("http") else "",
        source=source,
    )


# `<p><a>name</a>:</p>` ahead of a quotation says whose words it holds
_WHOSE = re.compile(r"<p>\s*<a\b[^>]*>[^<]*</a>\s*:?\s*</p>\s*(?=<blockquote)", re.IGNORECASE)


def _markup(text: str) -> str:
    """Plain text posts have line breaks in place of marks."""
    text = _WHOSE.sub("", text)
    return text if re.search(r"<\w+", text) else text.strip().replace("\n", "<br>")


def _moment(text: str) -> datetime | None:
    return articles.of_seconds(int(text)) if re.fullmatch(r"[0-9]{9,11}", text) else articles.moment(text)


MEMBERS = {
    "*.xml": _post,
    "posts/*.xml": _post,
    "posts/html/**/*": None,  # the same posts as pages
    "posts_html/**/*": None,
    "media/**/*": None,
    "posts/media/**/*": None,
    "index*.html": None,
}
