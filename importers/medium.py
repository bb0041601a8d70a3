"""Reads Medium's export, which is HTML only: stories, responses, drafts, claps, highlights, bookmarks, follows.

Quotations inside a story are other people's words, and so are highlights. Story times are UTC by their mark; list times
have no zone and are read as UTC.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from bs4 import BeautifulSoup
from bs4.element import Tag

from importers import articles
from importers.archive import Archive, matches
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Unreadable, derived_id

platform = "medium"

GUIDE = Guide(
    name="Medium",
    address="https://medium.com/me/settings/security",
    ask=(
        "Sign in to Medium and open Settings, Security and apps.",
        "Choose Download your information, then Export.",
        "Wait for the e-mail and download medium-export.zip.",
    ),
    wait="Minutes to hours.",
    contains="Your stories, responses and drafts, what you clapped for, highlighted and bookmarked, and whom you follow.",
    lacks="Whether a story was public, unlisted or for members only, and what a response answered.",
    find={
        "article": "Follow the link while you are signed in, choose the three dots, then Edit story or Delete story.",
        "comment": "Follow the link while you are signed in, choose the three dots beside your response, then Delete response.",
        "like": "Follow the link. For claps: hold the hands and choose Undo. Highlights: select the words again. Bookmarks: "
        "choose the bookmark sign again.",
        "follow": "Open the page and choose Following again to stop.",
        "bio": "Open Settings, Profile information.",
        "": "Open your profile and look for it by its date.",
    },
)

Reader = Callable[[str, BeautifulSoup], Iterator[Item]]


def identify(archive: Archive) -> bool:
    """Stories or lists as Medium marks them up."""
    names = archive.find("posts/*.html", "claps/*.html", "highlights/*.html", "bookmarks/*.html")
    return any(_is_ours(archive, name) for name in names[:5])


def owner(archive: Archive) -> str:
    """The author's address below the first story that has one."""
    for name in archive.find("posts/*.html")[:20]:
        try:
            found = re.search(r'<a[^>]+href="([^"]+)"[^>]*class="[^"]*p-author', archive.read_text(name) or "")
        except Unreadable:
            continue
        if found:
            return found[1].rstrip("/").rsplit("/", 1)[-1].casefold()
    return ""


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Stories first, for the author's name in them."""
    items: list[Item] = []
    names: dict[str, None] = {}
    for name in archive.names():
        reader = next((reader for pattern, reader in MEMBERS.items() if matches(name, pattern)), None)
        if reader is None:
            continue
        try:
            page = BeautifulSoup(archive.read_text(name) or "", "lxml")
        except Unreadable as error:
            items.append(Problem(name, f"{error.what} {error.hint}".strip(), 0))
            continue
        for author in page.select("a.p-author"):
            names.setdefault(author.get_text(" ", strip=True))
        items += reader(name, page)
    account = next(iter(names), "")
    if account:
        yield Owner(platform, account, tuple(names))
    for item in items:
        yield replace(item, account=account) if isinstance(item, Post) else item


def _is_ours(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 65_536) or ""
    except Unreadable:
        return False
    return "h-entry" in head and re.search(r"medium\.com|e-content|u-like-of|data-field", head) is not None


def _story(name: str, page: BeautifulSoup) -> Iterator[Item]:
    story = page.select_one("article.h-entry") or page.select_one("article")
    body = page.select_one("section[data-field=body]") or page.select_one(".e-content")
    if story is None or body is None:
        yield Problem(name, "This story has another shape than any that we know, so it was not read.")
        return
    title = _text(story.select_one("h1.p-name") or story.select_one(".p-name"))
    subtitle = _text(story.select_one("section[data-field=subtitle]"))
    quoted = [_text(quote) for quote in body.select("blockquote")]
    for quote in body.select("blockquote"):
        quote.decompose()
    words = plain(str(body))
    link = story.select_one("a.p-canonical") or page.select_one("a.p-canonical")
    address = str(link.get("href") or "") if link else ""
    stamp = page.select_one("time.dt-published")
    when = articles.moment(str(stamp.get("datetime") or "")) if stamp else None
    is_draft = name.rsplit("/", 1)[-1].startswith("draft_") or (stamp is None and not address)
    identity = _identity(address) or _identity(name.rsplit("/", 1)[-1].removesuffix(".html"))
    # Responses are among the stories; their title is missing, or is their own beginning
    begins = words.split("\n", 1)[0].strip()
    response = not is_draft and (not title or (words.replace("\n", " ").startswith(title) and begins != title))
    text = words if response or subtitle == begins else articles.article("", _below(title, subtitle, words))
    page_link = address if address.startswith("http") else f"https://medium.com/p/{identity}" if identity else ""
    yield Post(
        identity or derived_id("article", when, text),
        platform,
        "comment" if response else "article",
        when,
        text,
        "\n".join(quote for quote in quoted if quote),
        audience="private" if is_draft else "public",
        url=f"https://medium.com/p/{identity}/edit" if is_draft and identity else page_link,
        source=name,
    )


def _below(title: str, subtitle: str, words: str) -> str:
    """Title, subtitle and body; the first paragraphs of a body repeat the two."""
    lines = words.split("\n")
    for repeated in (title, subtitle):
        if repeated and next((line.strip() for line in lines if line.strip()), "") == repeated:
            lines = lines[next(place for place, line in enumerate(lines) if line.strip()) + 1 :]
    return "\n\n".join(piece for piece in (title, subtitle, "\n".join(lines).strip()) if piece)


def _identity(address: str) -> str:
    """The hexadecimal id behind the last hyphen of an address or file name."""
    found = re.search(r"(?:^|[-_/])([0-9a-f]{8,14})(?:[?#].*)?$", address)
    return found[1] if found else ""


def _list(kind: str, audience: str) -> Reader:
    def read(name: str, page: BeautifulSoup) -> Iterator[Item]:
        for position, entry in enumerate(page.select("li"), 1):
            link = entry.select_one("a[href]")
            stamp = entry.select_one("time")
            when = _moment(stamp) if stamp else None
            if stamp is not None:
                stamp.extract()
            said = _text(link) if link and kind == "follow" else re.sub(r"^\+\d+\s*[—–-]\s*", "", _text(entry))
            said = re.sub(r"\s*[—–-]\s*$", "", said)
            address = str(link.get("href") or "") if link else ""
            if not said and not address:
                yield Problem(f"{name}#{position}", "This entry has neither words nor a link, so it was not read.")
                continue
            yield Post(
                derived_id(name.split("/", 1)[0], address, said),
                platform,
                kind,
                when,
                context=said,
                audience=audience,
                url=address if address.startswith("http") else "",
                source=f"{name}#{position}",
            )

    return read


def _moment(stamp: Tag) -> datetime | None:
    """`2021-03-4 5:06 pm`, the day not always padded; or the mark's own attribute."""
    made = articles.moment(str(stamp.get("datetime") or ""))
    if made is not None:
        return made
    try:
        made = datetime.strptime(" ".join(stamp.get_text().split()).upper(), "%Y-%m-%d %I:%M %p").replace(tzinfo=UTC)
    except ValueError:
        return None
    return made if articles.FIRST_YEAR <= made.year <= articles.LAST_YEAR else None


def _profile(name: str, page: BeautifulSoup) -> Iterator[Item]:
    about = _text(page.select_one(".p-note") or page.select_one(".p-summary"))
    if about:
        yield Post(derived_id("bio", about), platform, "bio", None, about, audience="public", source=name)


def _text(element: Tag | None) -> str:
    return plain(str(element)) if element is not None else ""


MEMBERS: dict[str, Reader | None] = {
    "posts/*.html": _story,  # since at least 2018; `draft_…` are drafts
    "claps/*.html": _list("like", "public"),
    "highlights/*.html": _list("like", "public"),  # other people's sentences
    "bookmarks/*.html": _list("like", "private"),
    "users-following/*.html": _list("follow", "public"),
    "pubs-following/*.html": _list("follow", "public"),
    "topics-following/*.html": _list("follow", "public"),
    "profile/profile*.html": _profile,
    **dict.fromkeys(  # addresses, sessions, other accounts: nothing that the person wrote
        f"{folder}/**/*"
        for folder in ("profile", "lists", "interests", "blocks", "sessions", "ips", "twitter", "partner-program")
    ),
    "README*": None,
}
