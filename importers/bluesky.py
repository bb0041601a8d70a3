"""Reads Bluesky exports: the repository (`repo.car`) with posts, reposts, likes, follows and profile; and `chat.jsonl`.

Everything in a repository is public. What was answered, quoted, liked or reposted is only linked, and people are named
by their permanent number (DID): the export holds no handles.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from importers import fields
from importers.archive import Archive
from importers.bluesky_car import Repository, read_repository
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "bluesky"

GUIDE = Guide(
    name="Bluesky",
    address="https://bsky.app/settings/account",
    ask=(
        "Sign in to Bluesky and open Settings, Account, Export my data.",
        "Press Download profile data: you get a file called repo.car.",
        "Press Download chat data: you get a file called chat.jsonl, with the messages that you sent.",
        "Keep both files as they are, and give them together.",
    ),
    wait="At once.",
    contains="Your posts with descriptions of pictures, replies, reposts, likes, follows, lists, profile and sent messages.",
    lacks=(
        "Pictures and videos, what you answered, quoted, liked or reposted (only links), handles, bookmarks, and accounts "
        "that you muted. Deleted posts are gone."
    ),
    find={
        "": "Open the link while you are signed in. Choose the three dots below the post, then Delete post.",
        "share": "Open the link. Press the repost sign (two arrows) below the post, then Undo repost.",
        "like": "Open the link and press the heart once more.",
        "follow": "Open the link to the profile and press Following to unfollow.",
        "bio": "Open your profile, press Edit profile, change the words and press Save.",
        "message": (
            "Open https://bsky.app/messages and the conversation. Press the message, then Delete for me: the other person "
            "keeps it."
        ),
    },
)

WEB = "https://bsky.app/profile/"
TID = "234567abcdefghijklmnopqrstuvwxyz"
SETTINGS = frozenset(  # no words of the person's own
    "app.bsky.actor.status app.bsky.feed.threadgate app.bsky.feed.postgate app.bsky.labeler.service "
    "app.bsky.graph.verification app.bsky.notification.declaration chat.bsky.actor.declaration".split()
)
BLOCKS = ("app.bsky.graph.block", "app.bsky.graph.listblock")
NAMED = {  # what people put a name and a description on -> its place on the web
    "app.bsky.graph.list": "lists",
    "app.bsky.graph.starterpack": "",
    "app.bsky.feed.generator": "feed",
}
_URI = re.compile(r"at://([^/\s]+)/([\w.-]+)/([\w.~:-]+)")
_SAFE = re.compile(r"[\w.~:-]+", re.ASCII)


@dataclass
class _Reading:
    """One repository being read."""

    did: str
    account: str
    lists: dict[str, str] = field(default_factory=dict)  # address -> name
    blocks: int = 0
    foreign: Counter[str] = field(default_factory=Counter)

    def post(self, kind: str, identity: str, source: str, created: datetime | None, **more: Any) -> Post:
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


def _record(reading: _Reading, source: str, key: str, record: dict[str, Any]) -> Iterator[Item]:
    collection, _, name = key.partition("/")
    identity = f"at://{reading.did}/{key}"
    created = _time(record.get("createdAt"), name)
    if collection == "app.bsky.feed.post":
        yield _post(reading, source, name, record, created)
    elif collection in ("app.bsky.feed.repost", "app.bsky.feed.like"):
        target = fields.text(fields.mapping(record, "subject"), "uri")
        if target:
            kind = "like" if collection.endswith("like") else "share"
            page = _page(target)
            yield reading.post(kind, identity, source, created, context=page or target, url=page)
        else:
            yield Problem(source, "This like or repost does not say of what.")
    elif collection == "app.bsky.graph.follow":
        whom = fields.text(record, "subject")
        if whom:
            yield reading.post("follow", identity, source, created, context=whom, url=_profile_page(whom))
        else:
            yield Problem(source, "This entry does not say whom you follow.")
    elif collection == "app.bsky.actor.profile":
        keys = ("displayName", "pronouns", "description", "website")
        text = "\n".join(piece for part in keys if (piece := fields.text(record, part)).strip())
        if text:
            yield reading.post("bio", identity, source, None, text=text, url=_profile_page(reading.did))
    elif collection in NAMED:
        text = "\n".join(
            fields.text(record, part)
            for part in ("name", "displayName", "description")
            if fields.text(record, part).strip()
        )
        place = NAMED[collection]
        url = f"{WEB}{reading.did}/{place}/{name}" if place and _SAFE.fullmatch(name) else _profile_page(reading.did)
        if text:
            yield reading.post("post", identity, source, created, text=text, url=url)
    elif collection == "app.bsky.graph.listitem":
        whom, onto = fields.text(record, "subject"), fields.text(record, "list")
        told = f"Added to your list {reading.lists.get(onto, '')}".strip() + f": {whom}"
        yield reading.post("follow", identity, source, created, context=told, url=_profile_page(whom))
    elif collection in BLOCKS:
        reading.blocks += 1
    elif collection not in SETTINGS:
        reading.foreign[".".join(collection.split(".")[:2])] += 1
        text = "\n\n".join(
            fields.text(record, part) for part in ("title", "name", "text", "content", "body", "description")
        )
        if text.strip():  # blogs and the like, kept by other apps in the same repository
            text = re.sub(r"\n{3,}", "\n\n", text).strip()
            yield reading.post("article", identity, source, created, text=text)


def _post(reading: _Reading, source: str, name: str, record: dict[str, Any], created: datetime | None) -> Post:
    embed, context = fields.mapping(record, "embed"), list[str]()
    alts: list[str] = []
    for part in (embed, fields.mapping(embed, "media")):
        for item in (part, *fields.objects(part, "images"), *fields.objects(part, "items")):
            alts += [fields.text(item, "alt")] if fields.text(item, "alt").strip() else []
        card = fields.mapping(part, "external")
        context += [piece for key in ("title", "description", "uri") if (piece := fields.text(card, key)).strip()]
    quoted = fields.mapping(embed, "record")
    target = fields.text(quoted, "uri") or fields.text(fields.mapping(quoted, "record"), "uri")
    context += [_page(target) or target] if target else []
    warnings = [fields.text(label, "val") for label in fields.objects(fields.mapping(record, "labels"), "values")]
    context += [f"Your own content warning: {', '.join(warnings)}"] if any(warnings) else []
    tags = record.get("tags")
    tags = [f"#{tag}" for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    origin = fields.text(record, "bridgyOriginalUrl")  # the same post stands on another network
    context += [f"Copied from {origin}"] if origin else []
    parent = fields.text(fields.mapping(fields.mapping(record, "reply"), "parent"), "uri")
    text = "\n\n".join(piece for piece in (_words(record), " ".join(tags), *alts) if piece.strip())
    is_answer = bool(parent) and not parent.startswith(f"at://{reading.did}/")
    return reading.post(
        "reply" if is_answer else "share" if context and not text else "post",
        f"at://{reading.did}/app.bsky.feed.post/{name}",
        source,
        created,
        text=text,
        context="\n".join(context),
        url=f"{WEB}{reading.did}/post/{name}" if _SAFE.fullmatch(name) else "",
    )


def _words(record: dict[str, Any]) -> str:
    """The text with its links in full: places are counted in bytes of UTF-8, and links are often shown shortened."""
    text = fields.text(record, "text")
    raw = text.encode("utf-8", "surrogatepass")
    links: list[tuple[int, int, str]] = []
    for facet in fields.objects(record, "facets"):
        start, end = fields.mapping(facet, "index").get("byteStart"), fields.mapping(facet, "index").get("byteEnd")
        link = next((uri for feature in fields.objects(facet, "features") if (uri := fields.text(feature, "uri"))), "")
        if link and isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(raw):
            links.append((start, end, link))
    at = len(raw)
    for start, end, link in sorted(links, reverse=True):
        if end <= at:
            raw, at = raw[:start] + link.encode("utf-8", "surrogatepass") + raw[end:], start
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:  # a place in the middle of a character
        return text


def _chat(account: str, did: str, name: str, text: str) -> Iterator[Item]:
    """The messages that the person sent, one a line. The fields are not documented: read by what they must be called."""
    for position, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        source = f"{name}#{position}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield Problem(source, "This line is damaged or cut off.")
            continue
        message = next((found for found in _inside(row) if isinstance(found.get("text"), str)), None)
        if message is None:
            if not isinstance(row, dict):
                yield Problem(source, "This message is not of the kind expected.")
            continue  # other events: joining, reactions, messages taken back
        sender = next(
            (found for one in _inside(row) if (found := fields.text(fields.mapping(one, "sender"), "did"))), ""
        )
        if not message["text"].strip() or (sender and did and sender != did):
            continue
        talk = next((found for one in _inside(row) if (found := fields.text(one, "convoId"))), "")
        sent = next(
            (found for one in _inside(row) for key in ("sentAt", "createdAt") if (found := fields.text(one, key))), ""
        )
        identity = next(
            (found for one in _inside(row) for key in ("id", "messageId", "rkey") if (found := fields.text(one, key))),
            "",
        )
        yield _Reading(did, account).post(
            "message",
            f"chat-{identity}" if identity else derived_id("chat", talk, sent, message["text"]),
            source,
            _time(sent, ""),
            text=_words(message),
            audience="private",
            url="https://bsky.app/messages",
        )


def _inside(row: Any, depth: int = 3) -> Iterator[dict[str, Any]]:
    """An object and those in it, outer ones first, a few levels deep."""
    if isinstance(row, dict) and depth:
        yield row
        for value in row.values():
            yield from _inside(value, depth - 1)


MEMBERS: dict[str, Any] = {"*.car": _record, "chat.jsonl": _chat, "chat*.jsonl": _chat}


def identify(archive: Archive) -> bool:
    """A CAR file, whatever its name, or Bluesky's chat."""
    for name in archive.find("*.car"):
        try:
            if b"eroots" in (archive.read_bytes(name, 200) or b""):
                return True
        except Unreadable:
            continue  # damaged; another file may tell
    return any(_is_chat(archive, name) for name in archive.find("chat*.jsonl"))


def owner(archive: Archive) -> str:
    """The account's permanent number."""
    return next((repository.did for repository in _repositories(archive) if isinstance(repository, Repository)), "")


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything in the repositories and the chat, then what a person should know about it."""
    handle = next((name for name in options.accounts if re.fullmatch(r"@?[\w-]+(\.[\w-]+)+", name)), "")
    account, did, shown = handle and f"@{handle.lstrip('@')}", "", ""
    for repository in _repositories(archive):
        if isinstance(repository, Problem):
            yield repository
            continue
        did = did or repository.did
        for item in _repository(repository, account):
            shown = shown or (item.account if isinstance(item, Owner) else "")
            yield item
    for name in archive.find("chat*.jsonl"):
        if _is_chat(archive, name):
            try:
                yield from _chat(account or shown, did, name, archive.read_text(name) or "")
            except Unreadable as error:
                yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    if not did and archive.has("*.car"):
        return
    if not did:
        yield Remark(archive.path, "Only your chat is here. Download profile data too: it holds your posts and likes.")
    elif not archive.has("chat*.jsonl"):
        yield Remark(
            archive.path, "The messages that you sent are not here: they are a second file, Download chat data."
        )


def _repository(repository: Repository, account: str) -> Iterator[Item]:
    """One account. Its handle is not exported: what the person calls it, else the name shown, else the number."""
    records: list[tuple[str, dict[str, Any]]] = []
    for record in repository.records():
        if isinstance(record, Problem):
            yield record
        else:
            records.append(record)
    shown = next(
        (fields.text(made, "displayName") for key, made in records if key == "app.bsky.actor.profile/self"), ""
    )
    reading = _Reading(repository.did, account or shown.strip() or repository.did)
    yield Owner(platform, reading.account, tuple(sorted({reading.account, repository.did, shown} - {""})))
    for key, made in records:
        if key.startswith("app.bsky.graph.list/"):
            reading.lists[f"at://{repository.did}/{key}"] = fields.text(made, "name")
    for key, made in records:
        yield from _record(reading, f"{repository.name}#{key}", key, made)
    if not repository.whole:
        yield Problem(
            repository.name, "This file is cut off at its end. What could be read was read. Download it again.", 0
        )
    if reading.blocks:
        yield Remark(
            repository.name, f"You block {reading.blocks:,} account(s) or list(s). On Bluesky everybody can see that."
        )
    for app, count in sorted(reading.foreign.items()):
        yield Remark(
            repository.name, f"{count:,} record(s) were made by another app ({app}). Words found in them are judged."
        )


def _repositories(archive: Archive) -> Iterator[Repository | Problem]:
    for name in archive.find("*.car"):
        try:
            yield read_repository(name, archive.read_bytes(name) or b"")
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)


def _is_chat(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 4_096) or ""
    except Unreadable:
        return True  # reading it will say why
    return "chat.bsky" in head or "convoId" in head or "did:plc:" in head


def _time(value: Any, name: str) -> datetime | None:
    """When: as the app said, unless that is impossible or after the moment that the record's name was made."""
    said = fields.moment(value)
    made = _tid(name)
    if said and made and said > made + timedelta(days=1):
        return made
    return said or made


def _tid(name: str) -> datetime | None:
    """The time in a record's name, if it is one of those that hold it: 13 characters, microseconds since 1970."""
    if len(name) != 13 or any(letter not in TID for letter in name) or name[0] not in TID[:16]:
        return None
    value = 0
    for letter in name:
        value = value * 32 + TID.index(letter)
    made = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=value >> 10)
    return made if 2022 <= made.year < 2100 else None


def _page(uri: str) -> str:
    found = _URI.fullmatch(uri)
    if not found or found[2] != "app.bsky.feed.post":
        return ""
    return f"{WEB}{found[1]}/post/{found[3]}"


def _profile_page(did: str) -> str:
    return WEB + did if _SAFE.fullmatch(did) else ""
