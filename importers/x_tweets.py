"""What a post in an X archive says: its words, whose they are, which of several versions is live.

Takes rows of every generation and gives posts; note tweets (long posts) are joined, edits collapsed. Opens no files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from importers.fields import mapping, objects
from importers.posts import Post, Problem, Remark
from importers.x_files import Me, is_possible, number, snowflake_time, string, time

LINK = "https://x.com/i/web/status/"

_SHARED = re.compile(r"RT @(\w{1,20}): ?", re.ASCII)
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status/\d+\S*", re.IGNORECASE)
_SHORT = re.compile(r"(https?://t\.co/[A-Za-z0-9]+)")
_MENTIONS = re.compile(r"\A(?:@\w+\s+)+")
_HOLE = "\x00"  # stands for a link while a post is compared with a note


@dataclass(slots=True)
class Tweet:
    """A post on its way; what only joining and collapsing need is left out of `Post`."""

    identity: str
    created_at: datetime | None
    text: str = field(repr=False)
    context: str = field(repr=False)
    kind: str
    audience: str
    source: str
    versions: tuple[str, ...] = ()  # ids of all versions of an edited post, this one included
    stem: str | None = field(default=None, repr=False)  # how a note must begin to be this one's; None: no note can be


@dataclass(slots=True)
class Note:
    """The whole text of a long or styled post. It has an id of its own, and does not say which post it is."""

    identity: str
    created_at: datetime | None
    text: str = field(repr=False)
    begins: str = field(repr=False)
    source: str
    seconds: frozenset[int]  # when its post may be from, in seconds since 1970


@dataclass
class Timeline:
    """Gathers notes, then posts, from all files of an archive, and yields what is live."""

    me: Me
    audience: str = "public"
    tweets: dict[str, Tweet] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    seconds: set[int] = field(default_factory=set)  # when there are notes from, in seconds since 1970
    deleted: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)  # ids in tweet-headers.js
    handles: dict[str, str] = field(default_factory=dict)  # account id -> handle, from mentions
    media: dict[str, tuple[str, ...]] = field(default_factory=dict)  # post id -> members
    typed_shares: int = 0
    recomputed: int = 0

    def add(self, source: str, row: dict[str, Any] | None, audience: str = "") -> Iterator[Problem]:
        """One post of any generation. A post that is there already keeps its longer text."""
        identity = (string(row, "id_str") or string(row, "id")).strip()
        words = string(row, "full_text") or string(row, "text")
        if row is None or not number(identity):
            yield Problem(source, "This post has no id.")
            return
        if not words and not objects(mapping(row, "entities"), "media"):
            yield Problem(source, "This post has no text.")
            return
        for mention in objects(mapping(row, "entities"), "user_mentions"):
            if string(mention, "id_str") and string(mention, "screen_name"):
                self.handles[string(mention, "id_str")] = string(mention, "screen_name")
        made = self._tweet(source, identity, words, row, audience)
        held = self.tweets.get(identity)
        if held is None or len(made.text) + len(made.context) > len(held.text) + len(held.context):
            self.tweets[identity] = made

    def add_note(self, source: str, row: dict[str, Any] | None) -> Iterator[Problem]:
        """One note. Its text is not HTML-escaped, unlike everything else in the archive."""
        core = mapping(row, "core")
        text, identity = string(core, "text"), string(row, "noteTweetId")
        if not text or not identity:
            yield Problem(source, "This long post has no text or no id.")
            return
        links = {string(link, "shortUrl"): string(link, "expandedUrl") for link in objects(core, "urls")}
        whole = "".join(links.get(piece) or piece for piece in cut(text, links))
        begins = "".join(_HOLE if piece in links else piece for piece in cut(text, links))
        created = time(string(row, "createdAt"))
        moments = (created, time(string(row, "updatedAt")))  # the second differs once a post was edited
        seconds = frozenset(int(moment.timestamp()) for moment in moments if moment)
        held = created if is_possible(created) else None
        self.notes[identity] = Note(identity, held, whole, _normal(begins), source, seconds)
        self.seconds |= seconds

    def posts(self) -> Iterator[Post | Remark]:
        """Everything that is live, and what a person should know about the rest."""
        joined = self._join()
        superseded = {identity for identity, tweet in self.tweets.items() if self._is_superseded(tweet)}
        gone = {
            identity
            for identity, tweet in self.tweets.items()
            if identity in self.deleted or self.deleted & set(tweet.versions)
        }
        for identity, tweet in self.tweets.items():
            if identity in superseded or identity in gone:
                continue
            note = joined.get(identity)
            yield Post(
                post_id=identity,
                platform="x",
                kind=tweet.kind,
                created_at=tweet.created_at,
                text=note.text if note else tweet.text,
                context=tweet.context,
                account=self.me.account,
                audience=tweet.audience,
                url=LINK + identity,
                media=() if tweet.kind == "share" else self.media.get(identity, ()),
                source=tweet.source,
            )
        matched = {note.identity for note in joined.values()}
        for note in self.notes.values():
            if note.identity not in matched:
                yield Post(
                    post_id=f"note-{note.identity}",
                    platform="x",
                    kind="post",
                    created_at=note.created_at,
                    text=note.text,
                    account=self.me.account,
                    audience=self.audience,
                    source=note.source,
                )
        yield from self._remarks(len(superseded), len(matched))

    def _tweet(self, source: str, identity: str, words: str, row: dict[str, Any], audience: str) -> Tweet:
        created = time(string(row, "created_at"))
        if not is_possible(created):
            self.recomputed += created is not None
            made = snowflake_time(identity)
            created = made if is_possible(made) else None
        edit = mapping(row, "edit_info")
        control = mapping(edit, "initial") or mapping(mapping(edit, "edit"), "editControlInitial")
        ids = control.get("editTweetIds")
        versions = [string({"": value}, "") for value in ids] if isinstance(ids, list) else []
        versions += [string(mapping(edit, "edit"), "initialTweetId")]
        tweet = Tweet(
            identity=identity,
            created_at=created,
            text=self._words(words, row),
            context="",
            kind="post",
            audience=audience or ("friends" if mapping(row, "user").get("protected") is True else self.audience),
            source=source,
            versions=tuple(sorted({version for version in versions if version} | {identity}, key=number)),
        )
        self._place(tweet, words, row)
        if tweet.kind != "share" and tweet.created_at and int(tweet.created_at.timestamp()) in self.seconds:
            tweet.stem = _stem(words, row)
        return tweet

    def _place(self, tweet: Tweet, words: str, row: dict[str, Any]) -> None:
        """Whose words these are: own, somebody else's passed on, or an answer."""
        original = mapping(row, "retweeted_status")
        found = _SHARED.match(words)
        if original or string(row, "retweeted_status_id") or (found and _names(row, found)):
            author = string(mapping(original, "user"), "screen_name") or (found.group(1) if found else "")
            full = string(original, "text") or string(original, "full_text")
            passed_on = self._words(full, original) if full else tweet.text[found.end() if found else 0 :]
            if self._is_me(author, string(mapping(original, "user"), "id_str") or _mentioned(row)):
                tweet.kind, tweet.text = "share", passed_on
            else:
                tweet.kind, tweet.text = "share", ""
                tweet.context = f"@{author}: {passed_on}" if author else passed_on
            return
        self.typed_shares += bool(found)
        parent = string(row, "in_reply_to_status_id_str") or string(row, "in_reply_to_status_id")
        to = string(row, "in_reply_to_user_id_str") or string(row, "in_reply_to_user_id")
        if parent and not self._is_me(string(row, "in_reply_to_screen_name"), to):
            tweet.kind = "reply"
        elif _STATUS.fullmatch(tweet.text.strip()):  # passes a post on, and adds no word
            tweet.kind, tweet.context, tweet.text = "share", tweet.text.strip(), ""

    def _is_me(self, handle: str, account_id: str) -> bool:
        if account_id and self.me.account_id:
            return account_id == self.me.account_id
        return bool(handle) and handle.lower() in self.me.handles

    def _words(self, words: str, row: dict[str, Any]) -> str:
        """The text as it reads on X: links in full, media links gone, `&amp;` resolved once (links are not escaped)."""
        entities = mapping(row, "entities")
        links = {string(link, "url"): string(link, "expanded_url") for link in objects(entities, "urls")}
        media = {string(item, "url") for item in objects(entities, "media")}
        made = ""
        for piece in cut(words, links.keys() | media):
            if piece in media:
                made = made.rstrip()
            else:
                made += links.get(piece) or html.unescape(piece)
        return made

    def _join(self) -> dict[str, Note]:
        """Post id -> its note: the same second, and the post's beginning is the note's. The longest beginning wins."""
        seconds: dict[int, list[Tweet]] = {}
        for tweet in self.tweets.values():
            if tweet.created_at is not None and tweet.stem is not None:
                seconds.setdefault(int(tweet.created_at.timestamp()), []).append(tweet)
        pairs: list[tuple[int, str, str]] = []
        for note in self.notes.values():
            rivals = [tweet for second in note.seconds for tweet in seconds.get(second, [])]
            for tweet in rivals:
                stem = tweet.stem or ""
                if note.begins.startswith(stem) and (stem or (len(rivals) == 1 and "…" in tweet.text)):
                    pairs.append((-len(stem), tweet.identity, note.identity))
        joined: dict[str, Note] = {}
        taken: set[str] = set()
        for _, identity, note_id in sorted(pairs):
            if identity not in joined and note_id not in taken:
                joined[identity] = self.notes[note_id]
                taken.add(note_id)
        return joined

    def _is_superseded(self, tweet: Tweet) -> bool:
        later = [version for version in tweet.versions if number(version) > number(tweet.identity)]
        return any(version in self.tweets for version in later)

    def _remarks(self, superseded: int, joined: int) -> Iterator[Remark]:
        if superseded:
            yield Remark(
                "tweets.js",
                f"{superseded:,} earlier version(s) of posts that you edited were left out: only the last is live.",
            )
        if self.deleted:
            yield Remark(
                "deleted-tweets.js",
                f"{len(self.deleted):,} post(s) that you had deleted shortly before the archive was made are not judged: "
                "they are no longer on X.",
            )
        if self.notes and joined < len(self.notes):
            yield Remark(
                "note-tweet.js",
                f"{len(self.notes) - joined:,} long post(s) could not be matched with a post. Their words are judged, "
                "but there is no link to them: look for them by their date.",
            )
        if self.typed_shares:
            yield Remark(
                "tweets.js",
                f"{self.typed_shares:,} post(s) begin with “RT @…” but X does not mark them as reposts. "
                "They are read as your own words, though they may repeat somebody else's.",
            )
        if self.recomputed:
            yield Remark(
                "tweets.js",
                f"{self.recomputed:,} post(s) carried an impossible date. Where X's number of the post tells the time, "
                "that time is shown.",
            )
        missing = self.listed - self.tweets.keys() - self.deleted
        if missing and self.tweets:
            yield Remark(
                "tweet-headers.js",
                f"X lists {len(missing):,} post(s) more than the archive holds: it may not be complete.",
            )


def cut(text: str, links: Collection[str]) -> list[str]:
    """The text in pieces, each link a piece of its own. X's short links are unique, so that no offsets are needed."""
    wanted = [link for link in links if link]
    if not wanted:
        return [text]
    if all(_SHORT.fullmatch(link) for link in wanted):
        return _SHORT.split(text)
    longest_first = "|".join(sorted(map(re.escape, wanted), key=len, reverse=True))  # whole links, from before 2011
    return re.split(rf"((?:{longest_first})(?![A-Za-z0-9]))", text)


def _names(row: dict[str, Any], found: re.Match[str]) -> bool:
    """Whether X marks the handle after “RT ” as a mention: people also type “RT @…” by hand."""
    return any(
        _begins_at(mention) == "3" and string(mention, "screen_name").lower() == found.group(1).lower()
        for mention in objects(mapping(row, "entities"), "user_mentions")
    )


def _mentioned(row: dict[str, Any]) -> str:
    mentions = objects(mapping(row, "entities"), "user_mentions")
    return next((string(mention, "id_str") for mention in mentions if _begins_at(mention) == "3"), "")


def _begins_at(mention: dict[str, Any]) -> str:
    indices = mention.get("indices")
    return string({"": indices[0]}, "") if isinstance(indices, list) and indices else ""


def _stem(words: str, row: dict[str, Any]) -> str:
    """How the note of this post must begin. Links become a hole, since a note shows others than its post."""
    entities = mapping(row, "entities")
    links = {string(link, "url") for link in objects(entities, "urls")}
    media = {string(item, "url") for item in objects(entities, "media")}
    pieces = cut(words, links | media)
    text = "".join(_HOLE if piece in links else "" if piece in media else html.unescape(piece) for piece in pieces)
    return _normal(text.split("…", 1)[0])


def _normal(text: str) -> str:
    """For comparing a post with a note. Leading mentions go: the note of a reply lacks those that X put there."""
    return " ".join(_MENTIONS.sub("", text).split())
