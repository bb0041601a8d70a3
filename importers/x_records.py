"""The records of an X archive other than posts: likes, follows, messages, the profile and what is smaller.

Each function reads one file. Nothing here knows the files' names; `x` does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from importers.archive import Archive
from importers.fields import mapping, objects
from importers.posts import Item, Post, Problem, Remark, derived_id
from importers.x_files import (
    Me,
    is_possible,
    number,
    read_rows,
    snowflake_time,
    string,
    time,
    unwrap,
)
from importers.x_tweets import LINK, Timeline, cut

_BIO = ("bio", "location", "website")


@dataclass
class Reading:
    """One archive being read: where it is, whose it is, what was gathered so far."""

    archive: Archive
    me: Me
    timeline: Timeline
    rows: dict[str, int] = field(default_factory=dict)  # member -> records in it
    declared: dict[str, set[int]] = field(default_factory=dict)  # member -> records in it, as X says
    manifests: list[dict[str, Any]] = field(default_factory=list)
    articles: dict[str, dict[str, Any]] = field(default_factory=dict)  # article id -> its metadata
    unread_messages: int = 0
    drafts: int = 0
    undated_likes: int = 0

    def declare(self, name: str, count: str) -> None:
        """X says that a file holds so many records."""
        if name and count.isascii() and count.isdigit():
            self.declared.setdefault(name, set()).add(number(count))

    def each(self, name: str, key: str) -> Iterator[tuple[str, dict[str, Any]] | Problem]:
        """The records of a file as (source, record), counted."""
        for row in read_rows(self.archive, name):
            if isinstance(row, Problem):
                yield row
                self.rows[name] = self.rows.get(name, 0) + row.lost
                continue
            self.rows[name] = self.rows.get(name, 0) + 1
            source, record = f"{name}#{row[0]}", unwrap(row[1], key)
            yield (
                (source, record) if record is not None else Problem(source, "This record is not of the kind expected.")
            )

    def post(self, kind: str, identity: str, source: str, **more: Any) -> Post:
        """A Post of this account. `created` may be impossible, and is then left out."""
        created = more.pop("created", None)
        return Post(
            post_id=identity,
            platform="x",
            kind=kind,
            created_at=created if is_possible(created) else None,
            account=self.me.account,
            source=source,
            **{"audience": "public", **more},
        )


def likes(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "like"):
        if isinstance(row, Problem):
            yield row
            continue
        source, like = row
        identity = string(like, "tweetId")
        if not number(identity):
            yield Problem(source, "This like does not say of which post.")
            continue
        reading.undated_likes += 1
        yield reading.post(
            "like",
            f"like-{identity}",
            source,
            created=snowflake_time(identity),
            context=html.unescape(string(like, "fullText")),
            url=LINK + identity,
        )


def follows(reading: Reading, name: str) -> Iterator[Item]:
    """Only numbers are exported; handles are known of those whom the person mentioned."""
    for row in reading.each(name, "following"):
        if isinstance(row, Problem):
            yield row
            continue
        source, follow = row
        identity = string(follow, "accountId")
        if not identity:
            yield Problem(source, "This entry does not say whom you follow.")
            continue
        handle = reading.timeline.handles.get(identity)
        yield reading.post(
            "follow",
            f"follow-{identity}",
            source,
            context=f"@{handle}" if handle else f"account {identity}",
            url=f"https://x.com/{handle}" if handle else string(follow, "userLink"),
        )


def messages(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "dmConversation"):
        if isinstance(row, Problem):
            yield row
            continue
        source, conversation = row
        events = conversation.get("messages")
        if not isinstance(events, list):
            yield Problem(source, "This conversation holds no messages that we can read.")
            continue
        for event in events:
            yield from _message(reading, source, string(conversation, "conversationId"), event)


def _message(reading: Reading, source: str, conversation: str, event: Any) -> Iterator[Item]:
    if not isinstance(event, dict):
        yield Problem(source, "A message of this conversation is damaged.")
        return
    if "messageCreate" not in event:  # people joining and leaving, a new name of the group, a shop's greeting
        return
    message = mapping(event, "messageCreate")
    sender, identity, words = string(message, "senderId"), string(message, "id"), string(message, "text")
    if not sender or not identity:
        yield Problem(source, "A message of this conversation does not say whose it is.")
    elif not reading.me.account_id:
        reading.unread_messages += 1
    elif sender == reading.me.account_id:
        links = {string(link, "url"): string(link, "expanded") for link in objects(message, "urls")}
        yield reading.post(
            "message",
            f"message-{identity}",
            source,
            created=time(string(message, "createdAt")),
            text="".join(links.get(piece) or html.unescape(piece) for piece in cut(words, links)),
            audience="private",
            url=f"https://x.com/messages/{conversation}" if re.fullmatch(r"[\d-]+", conversation, re.ASCII) else "",
            media=reading.timeline.media.get(identity, ()),
        )


def encrypted(reading: Reading, name: str) -> Iterator[Item]:
    """Chat since 2026 is encrypted from end to end: X itself cannot read it."""
    count = 0
    for row in reading.each(name, "messageEvent"):
        if isinstance(row, Problem):
            yield row
        else:
            count += string(row[1], "senderId") in ("", reading.me.account_id)
    if count:
        yield Remark(name, f"{count:,} chat message(s) of yours are encrypted in the archive and cannot be read.")


def profile(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "profile"):
        if isinstance(row, Problem):
            yield row
            continue
        source, profile = row
        about = mapping(profile, "description")
        yield from _bio(reading, source, [reading.me.display_name, *(string(about, key) for key in _BIO)])


def old_profile(reading: Reading, name: str, details: Any) -> Iterator[Item]:
    """The profile of 2012–2018, in user_details.js."""
    yield from _bio(reading, name, [string(details, key) for key in ("full_name", "bio", "location", "expanded_url")])


def _bio(reading: Reading, source: str, lines: list[str]) -> Iterator[Item]:
    text = "\n".join(line for line in lines if line.strip())
    if text:
        identity = derived_id("bio", reading.me.account_id, text)
        yield reading.post("bio", identity, source, text=text, url="https://x.com/settings/profile")


def expanded_profile(reading: Reading, name: str) -> Iterator[Item]:
    """Sections with titles and blocks, since 2026."""
    for row in reading.each(name, "expandedProfile"):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _bio(reading, row[0], list(_leaves(row[1], ("title", "text", "description"))))


def article_metadata(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "articleMetadata"):
        if isinstance(row, Problem):
            yield row
        else:
            reading.articles[string(row[1], "id") or string(row[1], "articleId")] = row[1]


def articles(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "article"):
        if isinstance(row, Problem):
            yield row
            continue
        source, article = row
        identity = string(article, "id")
        about = reading.articles.get(identity) or article
        if string(about, "lifecycleState").lower() == "draft":
            reading.drafts += 1
            continue
        content = article.get("content")
        pieces = list(_leaves(content, ("text",))) or list(_leaves(content, ()))
        text = "\n\n".join(piece for piece in (string(article, "title"), *pieces) if piece.strip())
        if not text:
            yield Problem(source, "This article has no words that we can find.")
            continue
        tweet_id = string(about, "tweetId")
        yield reading.post(
            "article",
            f"article-{identity}" if identity else derived_id("article", text),
            source,
            created=time(string(about, "firstPublishedAtMs") or string(about, "createdAtMs")),
            text=text,
            url=LINK + tweet_id if number(tweet_id) else "",
        )


def _leaves(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    """The strings in a record, in order: those under the keys, or all of them. Deep nesting cannot exhaust the stack."""
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(inner, value[inner]) for inner in reversed(value)]
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in reversed(value)]
        elif isinstance(value, str) and value.strip() and (not keys or key in keys):
            yield value


def grok(reading: Reading, name: str) -> Iterator[Item]:
    """What the person asked X's chatbot; its answers are left out."""
    for row in reading.each(name, "grokChatItem"):
        if isinstance(row, Problem):
            yield row
            continue
        source, chat = row
        words = string(chat, "message")
        if string(mapping(chat, "sender"), "name").lower() == "user" and words:
            created = string(chat, "createdAt")
            identity = derived_id("grok", string(chat, "chatId"), created, words)
            yield reading.post("message", identity, source, created=time(created), text=words, audience="private")


def prompts(reading: Reading, name: str) -> Iterator[Item]:
    """Replies that X asked the person to think over. Kept for 30 days even if never sent; the sent ones are posts too."""
    for source_row in reading.each(name, "replyPrompt"):
        if isinstance(source_row, Problem):
            yield source_row
            continue
        source, prompt = source_row
        for words in _leaves(prompt, ("proposedTweetText",)):
            created = next(_leaves(prompt, ("createdAt",)), "")
            identity = derived_id("prompt", created, words)
            yield reading.post("message", identity, source, created=time(created), text=words, audience="private")


def periscope(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "periscopeCommentsMadeByUser"):
        if isinstance(row, Problem):
            yield row
            continue
        source, comment = row
        words, created = string(comment, "text"), string(comment, "createdAt")
        if words:
            identity = derived_id("periscope", string(comment, "broadcastId"), created, words)
            yield reading.post("comment", identity, source, created=time(created), text=words)


def community_notes(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "communityNote"):
        if isinstance(row, Problem):
            yield row
            continue
        source, note = row
        words, identity, tweet_id = string(note, "summary"), string(note, "noteId"), string(note, "tweetId")
        if words:
            yield reading.post(
                "comment",
                f"community-note-{identity}" if identity else derived_id("community-note", tweet_id, words),
                source,
                created=time(string(note, "createdAt")),
                text=words,
                url=LINK + tweet_id if number(tweet_id) else "",
            )


def community_ratings(reading: Reading, name: str) -> Iterator[Item]:
    """What the person suggested to the authors of Community Notes. Ratings without words are left out."""
    for row in reading.each(name, "communityNoteRating"):
        if isinstance(row, Problem):
            yield row
            continue
        source, rating = row
        words, note = string(rating, "suggestions"), string(rating, "noteId")
        if words.strip():
            identity = derived_id("community-note-rating", note, words)
            yield reading.post("comment", identity, source, created=time(string(rating, "createdAt")), text=words)


def moments(reading: Reading, name: str) -> Iterator[Item]:
    """Collections of posts under a title of one's own (2016–2022)."""
    for row in reading.each(name, "moment"):
        if isinstance(row, Problem):
            yield row
            continue
        source, moment = row
        text = "\n".join(words for key in ("title", "description") if (words := string(moment, key)).strip())
        if text:
            identity = string(moment, "momentId")
            made = f"moment-{identity}" if identity else derived_id("moment", text)
            yield reading.post("post", made, source, created=time(string(moment, "createdAt")), text=text)


def lists_created(reading: Reading, name: str) -> Iterator[Item]:
    yield from _lists(reading, name, own=True)


def lists_subscribed(reading: Reading, name: str) -> Iterator[Item]:
    yield from _lists(reading, name, own=False)


def _lists(reading: Reading, name: str, *, own: bool) -> Iterator[Item]:
    """The name of a list is in its address only: `https://twitter.com/somebody/lists/night-shift-crew`."""
    for row in reading.each(name, "userListInfo"):
        if isinstance(row, Problem):
            yield row
            continue
        source, entry = row
        url = string(entry, "url") or next(_leaves(entry, ("url", "urls")), "")
        words = url.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")
        if words:
            kind, told = ("post", {"text": words}) if own else ("join", {"context": words})
            yield reading.post(kind, derived_id("list", kind, url), source, url=url, **told)
