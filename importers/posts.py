"""What an importer hands over: posts, and honest answers about what could not be read.

The frame made here is the only thing that the rest of the program knows of an export. This module knows nothing of
any platform, and judges nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol, cast

import pandas as pd

KINDS = ("post", "reply", "comment", "share", "message", "like", "follow", "join", "bio", "story", "article")
AUDIENCES = ("public", "friends", "private", "unknown")

# Column -> (dtype in the frame, what it means). `importers/README.md` shows this table; a test compares the two.
COLUMNS: dict[str, tuple[str, str]] = {
    "post_id": ("str", "the platform's own id, else one derived from account, time and text; unique within `platform`"),
    "platform": ("category", "the importer's name: `x`, `facebook`, …"),
    "account": ("str", "own handle or name on that platform"),
    "kind": ("category", "`post` `reply` `comment` `share` `message` `like` `follow` `join` `bio` `story` `article`"),
    "created_at": ("datetime64[us, UTC]", "when; NaT if unknown"),
    "text": ("str", "the person's own words as written: decoded, entities resolved, nothing else changed"),
    "context": ("str", "other people's words that were shared, liked, joined or answered; never judged as one's own"),
    "audience": ("category", "`public` `friends` `private` `unknown`"),
    "url": ("str", "where to go to delete it; empty if the export does not say"),
    "media": ("object", "tuple of archive members, `()` if none"),
    "source": ("str", "member and position, `data/tweets.js#17`; the only thing that error messages may quote"),
}


class ExportError(Exception):
    """Something about the person's input stops us. `what` happened and where, then `hint`: what to do next."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class Unreadable(ExportError):
    """One member of an export cannot be read; the others can. `path` is the member, `what` the reason."""

    def __init__(self, path: str, what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.path = path


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that the person said, shared, liked, followed or joined. Fields as in `COLUMNS`."""

    post_id: str
    platform: str
    kind: str
    created_at: datetime | None  # aware, any zone; None if the export does not say
    text: str = field(default="", repr=False)
    context: str = field(default="", repr=False)
    account: str = ""
    audience: str = "unknown"
    url: str = ""
    media: tuple[str, ...] = ()
    source: str = ""


OTHER_RECORD = "This record has another shape than any that we know, so it was not read."
"""What a `Problem` says of a record whose parts are not what they always are."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that should have been readable and was not."""

    path: str  # member and position, `data/tweets.js#17`, or the input itself
    reason: str  # a sentence for the person; never quotes content
    lost: int = 1  # records lost; 0 when nobody can say


@dataclass(frozen=True, slots=True)
class Remark:
    """A fact about an export that the person should know: a count that differs, a day/month order that was guessed."""

    path: str  # member or input
    says: str  # a sentence for the person; never quotes content


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the export belongs to, so that the person's own names are not taken for somebody else's."""

    platform: str
    account: str  # handle or name as shown in the report
    names: tuple[str, ...] = field(default=(), repr=False)  # display names, former names, handles


Item = Post | Problem | Remark | Owner


@dataclass(frozen=True, slots=True)
class Guide:
    """How a person gets an export, and gets from the report to the live item. Plain sentences, UK English."""

    name: str  # as people write it: "X (Twitter)"
    address: str  # page to start at
    ask: tuple[str, ...]  # steps that lead to the export, one sentence each
    wait: str  # how long it takes
    contains: str  # what is in it
    lacks: str  # what is not
    find: dict[str, str]  # kind of post -> the way to the live item and how to remove it; "" is for every other kind


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person said about their exports."""

    accounts: tuple[str, ...] = ()  # names or handles that are "me" (`--account`)


class Importer(Protocol):
    """What each platform's module offers. See `importers/README.md`."""

    platform: str
    MEMBERS: dict[str, Any]  # member pattern -> parser, or None = known and deliberately ignored
    GUIDE: Guide

    def identify(self, archive: Any) -> bool:
        """Whether this archive's root is the root of an export of this platform, whatever its format."""

    def owner(self, archive: Any) -> str:
        """A stable key of the account (id, handle or name), "" if the archive does not say."""

    def posts(self, archive: Any, options: ReadOptions) -> Iterator[Item]:
        """Everything in it, in any order. One bad record never hides the good ones."""


@dataclass(slots=True)
class Input:
    """One export that was read."""

    path: str
    platform: str
    account: str = ""
    posts: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass(slots=True)
class Skipped:
    """A file, or a group of records, that was not read, and why. Known and ignored files say what they hold."""

    path: str
    reason: str
    known: bool = True  # False: we do not know this file; somebody should look


@dataclass(slots=True)
class NotAssessed:
    """Things that were read or seen but could not be judged: pictures, private messages, other languages."""

    what: str
    count: int
    reason: str


@dataclass(slots=True)
class Coverage:
    """What was looked at and what was not: a quiet report must say so."""

    inputs: list[Input] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_assessed: list[NotAssessed] = field(default_factory=list)


# Half of a surrogate pair, as JSON can hold but no file can: a text cut in the middle of an emoji
_LONE = re.compile("[\ud800-\udfff]")


def derived_id(*parts: object) -> str:
    """An id for a record without one: the same parts always give the same 20 hexadecimal digits.

    Pass what identifies the record inside its platform, usually kind, account, time and text. Never the position in
    the file: a later export moves it.
    """
    digest = hashlib.sha256("\x1f".join("" if part is None else str(part) for part in parts).encode("utf-8", "replace"))
    return digest.hexdigest()[:20]


# Their ids name what was liked, followed or joined, and not who did: two accounts of one person may share them
_OF_OTHERS = ("like", "follow", "join")


def to_frame(posts: Iterable[Post]) -> pd.DataFrame:
    """The posts frame of `COLUMNS`: sorted by time (unknown last), one row for each (platform, post_id).

    Where an export lists a record twice, the copy with the most text stays. What two accounts liked, followed or joined
    stays twice: it has to be taken back from both.
    """
    best: dict[tuple[str, str, str], Post] = {}
    for post in posts:
        key = (post.platform, post.post_id, post.account if post.kind in _OF_OTHERS else "")
        held = best.get(key)
        if held is None or (len(post.text), len(post.context)) > (len(held.text), len(held.context)):
            best[key] = post
    latest = datetime.max.replace(tzinfo=UTC)
    rows = sorted(_told_apart(best.values()), key=lambda p: (p.created_at or latest, p.platform, p.post_id))
    frame = pd.DataFrame({name: [getattr(row, name) for row in rows] for name in COLUMNS}, columns=list(COLUMNS))
    for name in ("post_id", "text", "context", "url", "account", "source"):
        frame[name] = [
            value.encode("utf-8", "replace").decode("utf-8") if _LONE.search(value) else value for value in frame[name]
        ]
    for name, (dtype, _) in COLUMNS.items():
        if name == "created_at":
            frame[name] = pd.to_datetime(frame[name], utc=True).astype("datetime64[us, UTC]")
        else:
            frame[name] = frame[name].astype(cast(Any, dtype))
    return validate(frame)


def _told_apart(posts: Collection[Post]) -> Iterator[Post]:
    """The posts, each with an id of its own: where several accounts have one, all of them get another."""
    many = Counter((post.platform, post.post_id) for post in posts)
    for post in posts:
        shared = many[post.platform, post.post_id] > 1
        yield replace(post, post_id=derived_id(post.kind, post.post_id, post.account)) if shared else post


def validate(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame if it keeps the promises of `COLUMNS`; raise ValueError naming the column if not."""
    if list(frame.columns) != list(COLUMNS):
        raise ValueError(f"posts frame has columns {list(frame.columns)}")
    for name, allowed in (("kind", KINDS), ("audience", AUDIENCES)):
        strange = set(frame[name].astype(str)) - set(allowed)
        if strange:
            raise ValueError(f"column {name} holds {sorted(strange)}")
    for name in ("post_id", "text", "context", "url", "source", "account"):
        if frame[name].isna().any():
            raise ValueError(f"column {name} has missing values")
    if frame.duplicated(["platform", "post_id"]).any():
        raise ValueError("column post_id repeats within a platform")
    return frame
