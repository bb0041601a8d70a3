"""Messenger's and Instagram's chats: only the person's own words, and who the person is in them.

A chat may be spread over several files and zips and has no message ids. Who wrote is told by display name only: where
another person in the chat bears the same name, nobody can tell, and the messages are not taken for the person's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from importers import meta
from importers.meta import Document, dicts, local_media, moment, text_of, web_address
from importers.meta_html import Block
from importers.posts import OTHER_RECORD, Item, Post, Problem, Remark, derived_id

# Sentences that the platform writes into `content`, in the account's language. English whole sentences; other
# languages are recognised where the row itself says more (a call, a reaction, an attachment without words).
SYSTEM = re.compile(
    r"""(?:
        .{1,80}\ sent\ (?:an?\ (?:attachment|photo|video|voice\ message|gif|sticker|live\ location|location)|\d+\ photos)\.
      | you\ (?:sent|shared)\ .{0,60}(?:attachment|photo|video|story|post|reel)s?\.
      | (?:.{1,80}\ )?liked\ (?:a|your)\ message\.?
      | (?:.{1,80}\ )?reacted\ .{1,20}\ to\ (?:your|a|the|their|his|her)\ (?:message|story|photo|video|post)\.?
      | .{1,80}\ (?:called\ you|missed\ (?:a|your)\ (?:video\ )?(?:call|chat)(?:\ (?:from|with)\ .{1,80})?)\.
      | you\ (?:called|missed\ a\ (?:video\ )?(?:call|chat)\ (?:from|with))\ .{1,80}\.
      | (?:the\ )?(?:video\ )?(?:chat|call)\ (?:has\ )?(?:started|ended)\.
      | .{1,80}\ (?:started|joined|left)\ (?:a|the)\ (?:video\ |audio\ )?(?:call|chat|group)\.
      | .{1,80}\ (?:set|changed|cleared|removed)\ (?:the|your|their|his|her|.{1,80}'s)\ (?:own\ )?
            (?:nickname|(?:chat\ )?theme|chat\ colou?rs?|emoji|quick\ reaction|group\ photo|group\ name)\b.{0,120}
      | .{1,80}\ (?:named\ the\ group|added|removed)\ .{1,120}\ (?:to|from)\ the\ group\.
      | .{1,80}\ named\ the\ group\ .{1,120}\.
      | .{1,80}\ created\ (?:a\ poll|the\ group|this\ group)\b.{0,120}
      | you\ are\ now\ connected\ on\ messenger\.?
      | you\ can\ now\ (?:message|call)\ .{1,160}
      | say\ hi\ to\ your\ new\ facebook\ friend,?\ .{1,80}\.
      | (?:this\ message\ (?:was|is)\ unsent|.{1,80}\ unsent\ a\ message)\.?
      | messages\ and\ calls\ are\ (?:now\ )?(?:secured\ with\ )?end-to-end\ encrypted.{0,200}
      | (?:waved|you\ waved)\ (?:at|to)\ .{1,80}
      # the commonest two in the languages of exports that were looked at
      | .{1,80}\ (?:ha\ enviado\ un\ archivo\ adjunto|envi[oó]\ un\ archivo\ adjunto|heeft\ een\ bijlage\ (?:verzonden|gestuurd)
          |hat\ einen\ Anhang\ gesendet|a\ envoy[eé]\ une\ pi[eè]ce\ jointe|a\ trimis\ un\ fi[sșş]ier\ ata[sșş]at)\.?
      | (?:le\ ha\ gustado\ un\ mensaje|indic[oó]\ que\ le\ gusta\ un\ mensaje|vond\ een\ bericht\ leuk
          |gef[aä]llt\ eine\ nachricht|a\ aim[eé]\ un\ message|a\ apreciat\ un\ mesaj)\.?
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
LIKELY = 200  # characters; no such sentence is longer, and no long message needs the pattern


def is_system(text: str) -> bool:
    """Whether a message is a sentence that the platform wrote, not the person."""
    return len(text) <= LIKELY and SYSTEM.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, repr=False)
class Owner:
    """Who the person is in chats: names in small letters, and the name to show."""

    names: frozenset[str]
    account: str


@dataclass(slots=True, repr=False)
class Tally:
    """What chats could not tell, counted over all of them."""

    unknown: int = 0  # messages by a name that is the person's and another's
    chats: Counter[str] = field(default_factory=Counter)  # chats with such messages
    own: int = 0  # messages that were taken for the person's
    people: dict[str, set[str]] = field(default_factory=dict)  # chat -> names in it


def participants(value: Any) -> list[str]:
    """The names in a chat, as often as they stand there."""
    held = value.get("participants") if isinstance(value, dict) else None
    names = (
        [item if isinstance(item, str) else text_of(item, "name") for item in held] if isinstance(held, list) else []
    )
    return [name.strip().casefold() for name in names if name.strip()]


def likely(tally: Tally) -> str:
    """The person's name where chats were read and none is under a known name: the one in most chats, "" if two are."""
    if tally.own or tally.unknown:
        return ""
    present: Counter[str] = Counter(name for names in tally.people.values() for name in names)
    best = present.most_common(2)
    if not best or best[0][1] < 2 or (len(best) == 2 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


def nobody(path: str, tally: Tally, found: str) -> Iterator[Remark]:
    """Says so where chats were read and no message is under a known name of the person's."""
    if tally.people and not (tally.own or tally.unknown):
        then = "The name that is in most chats was taken for yours." if found else "No message was taken for yours."
        yield Remark(
            path,
            f"No chat is under a name that these files give as yours. {then} Give all the zips of the export, or your name "
            "with --account.",
        )


def messages(platform: str, document: Document, name: str, owner: Owner, tally: Tally) -> Iterator[Item]:
    """The person's own messages of one file, in any of the three forms (inbox, group, end-to-end encrypted)."""
    value = document.whole()
    rows = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(rows, list):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    named, chat = participants(value), name.rsplit("/", 1)[0]
    tally.people.setdefault(chat if "/" in name else name, set()).update(named)
    twice = {one for one, times in Counter(named).items() if times > 1}
    for position, row in enumerate(rows, 1):
        source = f"{name}#{position}"
        if not isinstance(row, dict) or not any(key in row for key in ("sender_name", "senderName", "timestamp_ms")):
            yield Problem(source, OTHER_RECORD)
            continue
        sender = text_of(row, "sender_name", "senderName")
        if sender.strip().casefold() not in owner.names:
            continue
        if sender.strip().casefold() in twice:
            tally.unknown += 1
            tally.chats[chat] += 1
            continue
        tally.own += 1
        item = _message(platform, row, source, sender, owner)
        if item is not None:
            yield item


def _message(platform: str, row: dict[str, Any], source: str, sender: str, owner: Owner) -> Post | Problem | None:
    """One own message; None for what the person did not say: calls, system lines, unsent and empty ones."""
    content = row.get("content", row.get("text", ""))
    if content is not None and not isinstance(content, str):
        return Problem(source, OTHER_RECORD)
    if row.get("is_unsent") is True or row.get("isUnsent") is True or "call_duration" in row:
        return None
    if row.get("type") in ("Call", "Subscribe", "Unsubscribe"):  # older files
        return None
    text = "" if is_system(content or "") else (content or "")
    shared = row.get("share")
    others = [text_of(shared, key) for key in ("share_text", "original_content_owner", "profile_share_name")]
    others.append(web_address(shared.get("link")) if isinstance(shared, dict) else "")
    media = local_media(
        *(
            item.get("uri")
            for key in ("photos", "videos", "gifs", "audio_files", "files", "media")
            for item in dicts(row.get(key))
        )
    )
    context = "\n".join(part for part in others if part)
    if not (text.strip() or context or media):
        return None
    at = row.get("timestamp_ms", row.get("timestamp"))
    return Post(
        # Without the chat's folder, whose name changes between exports: a chat may come from two of them
        post_id=derived_id("message", at, sender, text or context or media[0].rsplit("/", 1)[-1]),
        platform=platform,
        kind="message",
        created_at=moment(at),
        text=text,
        context=context,
        account=owner.account,
        audience="private",
        media=media,
        source=source,
    )


def remarks(path: str, tally: Tally) -> Iterator[Remark]:
    """What the chats could not tell."""
    if tally.unknown:
        yield Remark(
            path,
            f"In {len(tally.chats)} chats somebody else has the same name as you. The {tally.unknown} messages under "
            "that name could be theirs, so they are not taken for yours.",
        )


def row_of(block: Block, at: int | None) -> dict[str, Any]:
    """A message on a page of an HTML export, as the JSON exports have it. `at`: seconds since 1970."""
    row: dict[str, Any] = {"sender_name": block.title, "content": "\n\n".join(block.own)}
    if at is not None:
        row["timestamp_ms"] = at * 1000
    if block.media:
        row["files"] = [{"uri": uri} for uri in block.media]
    if block.others or block.links:
        row["share"] = {"share_text": "\n".join(block.others), "link": next(iter(block.links), "")}
    return row
