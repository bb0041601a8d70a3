"""Reads Mastodon archives, and those of its kin (Pleroma, Akkoma, GoToSocial): posts, boosts, favourites, profile, follows.

A `.tar.gz` until 2023, a zip since; the list of follows is a CSV file to be downloaded beside it. Direct messages stand
among the posts, and are told apart by whom they are addressed to. What was answered or boosted is only linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from importers import fields
from importers.archive import Archive, matches
from importers.arrays import read_array
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id
from importers.tables import read_table

platform = "mastodon"

GUIDE = Guide(
    name="Mastodon",
    address="https://YOUR-SERVER/settings/export (your server is the part after the second @ of your address)",
    ask=(
        "Sign in to your own server in a web browser and open Preferences, Import and export, Data export.",
        "Press Request your archive. You can do so about once a week.",
        "When the e-mail comes, open the same page again and download the archive within a few days.",
        "On the same page, download the CSV file for “You follow”: it is not in the archive.",
        "Keep the files as they are, and give them together.",
    ),
    wait="Minutes to some hours; the archive is kept for some days only.",
    contains="Your posts with descriptions of pictures, polls, boosts, favourites, direct messages and profile.",
    lacks="What you answered, boosted or favourited (only links), who follows you, and earlier versions of edited posts.",
    find={
        "": "Open the link while you are signed in. Choose the three dots below the post, then Delete.",
        "share": "Open the link, which leads to the post that you boosted, and press the boost sign once more.",
        "like": "Open the link and press the star once more, or go through Favourites on your server.",
        "follow": "Open the link and press Unfollow, or go through Preferences, Follows and followers.",
        "bio": "Open Preferences, Public profile, change the words and press Save changes.",
        "message": "Open the link while you are signed in. Choose the three dots, then Delete; the other's server may keep a copy.",
    },
)

PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")


@dataclass
class _Reading:
    """One archive being read, and whose it is. `addresses` are the person's own, former ones included."""

    archive: Archive
    account: str
    addresses: set[str]
    followers: str
    media: dict[str, str] = field(
        default_factory=dict
    )  # path as in the archive, from `media_attachments/` on -> member
    foreign: int = 0
    other: int = 0

    def post(self, kind: str, identity: str, source: str, created: datetime | None = None, **more: Any) -> Post:
        """A Post of this account."""
        return Post(
            post_id=identity,
            platform=platform,
            kind=kind,
            created_at=created,
            account=self.account,
            source=source,
            **{"audience": "public", **more},
        )


def _outbox(reading: _Reading, name: str) -> Iterator[Item]:
    for row in _collection(reading.archive, name):
        if isinstance(row, Problem):
            yield row
            continue
        source, item = f"{name}#{row[0]}", row[1]
        kind = fields.text(item, "type")
        actor = _reference(item.get("actor")) if isinstance(item, dict) else ""
        if not isinstance(item, dict) or not kind:
            yield Problem(source, "This entry is not of the kind expected.")
        elif actor and reading.addresses and actor not in reading.addresses:
            reading.foreign += 1
        elif kind in ("Create", "Update"):
            yield from _created(reading, source, item)
        elif kind == "Announce":
            yield from _boosted(reading, source, item)
        elif kind in ("Like", "EmojiReact"):
            yield from _liked(reading, source, item)
        else:
            reading.other += 1


def _created(reading: _Reading, source: str, item: dict[str, Any]) -> Iterator[Item]:
    thing = item.get("object")
    if not isinstance(thing, dict):
        yield Problem(source, "This post has no content.")
        return
    identity, text = _reference(thing), _words(thing)
    if not identity and not text:
        yield Problem(source, "This post has neither address nor text.")
        return
    answered = _reference(thing.get("inReplyTo"))
    quoted = next((found for key in ("quote", "quoteUri", "quoteUrl") if (found := _reference(thing.get(key)))), "")
    audience = _audience(reading, thing if "to" in thing or "cc" in thing else item)
    is_answer = bool(answered) and not any(answered.startswith(own + "/") for own in reading.addresses)
    kind = "message" if audience == "private" else "article" if thing.get("type") in ("Article", "Page") else "post"
    yield reading.post(
        "reply" if kind == "post" and is_answer else kind,
        identity or derived_id("post", item.get("published"), text),
        source,
        fields.moment(thing.get("published")) or fields.moment(item.get("published")) or _clock(identity),
        text=text,
        context=quoted,
        audience=audience,
        url=_page(thing.get("url")) or _page(identity),
        media=tuple(member for attached in _list(thing.get("attachment")) if (member := _member(reading, attached))),
    )


def _boosted(reading: _Reading, source: str, item: dict[str, Any]) -> Iterator[Item]:
    """Somebody else's post passed on. Of one's own private posts the whole may be inside."""
    thing = item.get("object")
    target = _reference(thing)
    if not target:
        yield Problem(source, "This boost does not say of what.")
        return
    words = _words(thing) if isinstance(thing, dict) else ""
    is_own = isinstance(thing, dict) and _reference(thing.get("attributedTo")) in reading.addresses
    audience = _audience(reading, item)
    yield reading.post(
        "share",
        fields.text(item, "id") or derived_id("boost", target, item.get("published")),
        source,
        fields.moment(item.get("published")),
        text=words if is_own else "",
        context="" if is_own else words or target,
        audience="unknown" if audience == "private" else audience,
        url=_page(thing.get("url") if isinstance(thing, dict) else "") or _page(target),
    )


def _liked(reading: _Reading, source: str, item: Any) -> Iterator[Item]:
    """likes.json holds addresses only; other software writes whole activities."""
    inner = item.get("object") if isinstance(item, dict) and "object" in item else item
    target = _reference(inner)
    if not target:
        yield Problem(source, "This favourite does not say of what.")
        return
    words = _words(inner) if isinstance(inner, dict) else ""
    created = fields.moment(item.get("published")) if isinstance(item, dict) and inner is not item else None
    yield reading.post(
        "like", f"like-{target}", source, created, context=words or target, audience="unknown", url=_page(target)
    )


def _likes(reading: _Reading, name: str) -> Iterator[Item]:
    for row in _collection(reading.archive, name):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _liked(reading, f"{name}#{row[0]}", row[1])


def _actor(reading: _Reading, name: str) -> Iterator[Item]:
    actor = reading.archive.read_json(name)
    if not isinstance(actor, dict):
        yield Problem(name, "This file does not hold the profile that we expected.", 0)
        return
    lines = [
        f"{plain(fields.text(entry, 'name'))}: {plain(fields.text(entry, 'value'))}"
        for entry in _list(actor.get("attachment"))
        if fields.text(entry, "name") or fields.text(entry, "value")
    ]
    text = "\n".join(
        piece for piece in (fields.text(actor, "name"), plain(fields.text(actor, "summary")), *lines) if piece.strip()
    )
    if text:
        server = _server(_page(actor.get("id")))
        url = f"https://{server}/settings/profile" if server else ""
        yield reading.post("bio", derived_id("bio", reading.account, text), name, text=text, url=url)


def _follows(reading: _Reading, name: str) -> Iterator[Item]:
    """following_accounts.csv, which is downloaded beside the archive."""
    for row in read_table(name, reading.archive.read_text(name) or ""):
        if isinstance(row, Problem):
            yield row
            continue
        address = row[1].get("account address", "").strip().lstrip("@")
        if not address:
            yield Problem(f"{name}#{row[0]}", "This row does not say whom you follow.")
            continue
        found = re.fullmatch(r"([\w.-]+)@([\w.-]+)", address)
        url = f"https://{found[2]}/@{found[1]}" if found else ""
        identity = f"follow-{address.lower()}"
        yield reading.post("follow", identity, f"{name}#{row[0]}", context=f"@{address}", url=url)


MEMBERS: dict[str, Any] = {
    "media_attachments/**/*": None,  # beside the posts that they belong to
    "*/media_attachments/**/*": None,
    "actor.json": _actor,
    "outbox.json": _outbox,
    "likes.json": _likes,
    "bookmarks.json": None,  # kept for oneself
    "following_accounts.csv": _follows,
    "muted_accounts.csv": None,
    "blocked_accounts.csv": None,
    "blocked_domains.csv": None,
    "bookmarks.csv": None,
    "lists.csv": None,  # private names for groups of followed people
    "avatar.*": None,
    "header.*": None,
}


def identify(archive: Archive) -> bool:
    """An ActivityStreams file with one of the archive's names, or the list of follows."""
    for name in archive.find("outbox.json", "actor.json", "likes.json"):
        try:
            head = archive.read_text(name, 4_096) or ""
        except Unreadable:
            continue  # damaged; another file may tell
        if "www.w3.org/ns/activitystreams" in head or '"OrderedCollection"' in head:
            return True
    for name in archive.find("following_accounts.csv"):
        try:
            return "account address" in (archive.read_text(name, 200) or "").split("\n", 1)[0].lower()
        except Unreadable:
            return False
    return False


def owner(archive: Archive) -> str:
    """The account's address on the web."""
    return _reference(_profile(archive))


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything in the archive, then what a person should know about it."""
    profile = _profile(archive)
    address, handle = _reference(profile), fields.text(profile, "preferredUsername")
    server = _server(address)
    account = (
        f"@{handle}@{server}" if handle and server else next((name for name in options.accounts if "@" in name), "")
    )
    former = [known for known in _list(profile.get("alsoKnownAs")) if isinstance(known, str)]
    yield Owner(platform, account, tuple(sorted({account, handle, fields.text(profile, "name"), *former} - {""})))
    reading = _Reading(archive, account, {address, *former} if address else set(), fields.text(profile, "followers"))
    for name in archive.names():
        if "media_attachments/" in name:
            reading.media.setdefault(name[name.index("media_attachments/") :], name)
    for name in archive.names():
        parser = next((MEMBERS[pattern] for pattern in MEMBERS if matches(name, pattern)), None)
        if parser is None:
            continue
        try:
            yield from parser(reading, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    if reading.foreign:
        yield Remark(
            archive.path,
            f"{reading.foreign:,} post(s) belong to another account than the one of the archive, and were not read. "
            "If it is an earlier account of yours, give its own archive.",
        )
    if reading.other:
        yield Remark(archive.path, f"{reading.other:,} entries are neither posts nor boosts nor favourites.")
    if archive.has("outbox.json") and not archive.has("following_accounts.csv"):
        yield Remark(
            archive.path, "Whom you follow is not in the archive: download “You follow” (CSV) from the same page."
        )


def _collection(archive: Archive, name: str) -> Iterator[tuple[int, Any] | Problem]:
    """The entries of an OrderedCollection, one at a time. Raises Unreadable."""
    text = archive.read_text(name) or ""
    found = re.search(r'"(?:orderedItems|items)"\s*:\s*(?=\[)', text)
    if found is None:
        whole = archive.read_json(name)
        if not isinstance(whole, dict) or not {"orderedItems", "items", "totalItems"} & whole.keys():
            raise Unreadable(name, "This file does not hold the list that we expected.", "Was it changed?")
        if whole.get("orderedItems") or whole.get("items"):
            raise Unreadable(name, "The list in this file is not written as one.", "Was it changed?")
        return
    yield from read_array(name, text, found.end(), r'\{\s*"id"\s*:\s*"[^"]*/activity"', rest=False)


def _profile(archive: Archive) -> dict[str, Any]:
    for name in archive.find("actor.json"):
        try:
            found = archive.read_json(name)
        except Unreadable:
            continue  # `posts` says so
        if isinstance(found, dict):
            return found
    return {}


def _words(thing: Any) -> str:
    """Content warning, content, the options of a poll, descriptions of pictures: all of it the author's."""
    content = fields.text(thing, "content")
    if not content:
        translations = thing.get("contentMap")
        content = next(filter(None, map(str, translations.values())), "") if isinstance(translations, dict) else ""
    options = [fields.text(option, "name") for key in ("oneOf", "anyOf") for option in _list(thing.get(key))]
    alts = [fields.text(attached, "name") for attached in _list(thing.get("attachment"))]
    title = fields.text(thing, "name")
    pieces = (title, plain(fields.text(thing, "summary")), plain(content), "\n".join(filter(str.strip, options)), *alts)
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _audience(reading: _Reading, thing: dict[str, Any]) -> str:
    """Who is addressed: everybody (also if only listed quietly), one's followers, or some people."""
    to, copy = ({_reference(one) for one in _list(thing.get(key))} for key in ("to", "cc"))
    if (to | copy) & set(PUBLIC):
        return "public"
    if any(one == reading.followers or one.endswith("/followers") for one in to | copy if one):
        return "friends"
    return "private" if to | copy else "unknown"


def _member(reading: _Reading, attached: Any) -> str:
    path = fields.text(attached, "url")
    return reading.media.get(path[path.index("media_attachments/") :], "") if "media_attachments/" in path else ""


def _list(value: Any) -> list[Any]:
    """Other software writes a single entry without the brackets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _reference(value: Any) -> str:
    """An address, written as such or inside an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else fields.text(value, "id")


def _page(value: Any) -> str:
    """The page of a thing; other software lists several, as objects with `href`."""
    for one in _list(value):
        link = one if isinstance(one, str) else fields.text(one, "href")
        if re.fullmatch(r"https?://\S+", link):
            return link
    return ""


def _server(address: str) -> str:
    found = re.match(r"https?://([^/\s]+)", address)
    return found[1] if found else ""


def _clock(address: str) -> datetime | None:
    """Numbers of posts hold milliseconds since 1970 in their upper bits."""
    found = re.search(r"/([0-9]{15,19})$", address)
    made = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found[1]) >> 16) if found else None
    return made if made and 2016 <= made.year < 2100 else None
