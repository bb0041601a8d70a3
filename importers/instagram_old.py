"""Instagram's exports of before 2021: flat files at the root, sound UTF-8, times in ISO form.

Each picture of a set is a row of its own with the same caption, at times minutes apart: rows with one caption within an
hour are one post. Chats name people by their user names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from importers import meta, meta_messages
from importers.instagram_profile import Profile
from importers.instagram_records import PLATFORM, Account
from importers.meta import dicts, local_media, text_of
from importers.posts import OTHER_RECORD, Item, Post, Problem, derived_id

# Sections of media.json. Pictures sent in chats (`direct`) have no words and no addressee, and are left out
KINDS = {"photos": "post", "videos": "post", "stories": "story", "profile": "post"}


def when(value: Any) -> datetime | None:
    """An ISO time; without a zone it is UTC."""
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return at if meta.FIRST_YEAR <= at.year <= meta.LAST_YEAR else None


def media(value: Any, name: str, account: Account) -> Iterator[Item]:
    """media.json."""
    if not isinstance(value, dict):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    for section, kind in KINDS.items():
        held = value.get(section, [])
        if not isinstance(held, list):
            yield Problem(f"{name}#{section}", OTHER_RECORD)
            continue
        rows: list[tuple[str, datetime | None, str, str, str]] = []
        for position, row in enumerate(held, 1):
            source = f"{name}#{section}-{position}"
            if not isinstance(row, dict) or not isinstance(row.get("path", ""), str):
                yield Problem(source, OTHER_RECORD)
                continue
            if not isinstance(row.get("caption") or "", str) or not row.keys() & {"path", "caption", "taken_at"}:
                yield Problem(source, OTHER_RECORD)
                continue
            caption, place = text_of(row, "caption"), text_of(row, "location")
            rows.append((caption, when(row.get("taken_at")), text_of(row, "path"), place, source))
        yield from _sets(rows, kind, account)


def _sets(rows: list[tuple[str, datetime | None, str, str, str]], kind: str, account: Account) -> Iterator[Post]:
    """One post for each set of pictures."""
    rows.sort(key=lambda row: (row[0], row[1] or datetime.max.replace(tzinfo=UTC)))
    groups: list[list[tuple[str, datetime | None, str, str, str]]] = []
    for row in rows:
        first = groups[-1][0] if groups else None
        if first and first[0] == row[0] and first[1] and row[1] and row[1] - first[1] < timedelta(hours=bool(row[0])):
            groups[-1].append(row)
        else:
            groups.append([row])
    for group in groups:
        caption, at, path, place, source = group[0]
        yield Post(
            post_id=derived_id("story" if kind == "story" else "media", at, caption or path.rsplit("/", 1)[-1]),
            platform=PLATFORM,
            kind=kind,
            created_at=at,
            text=caption,
            context=place,
            account=account.name,
            audience=account.audience(at),
            media=local_media(*(row[2] for row in group)),
            source=source,
        )


def listed(value: Any, name: str, account: Account, *, kind: str) -> Iterator[Item]:
    """comments.json and likes.json: any keys, each with rows of time, words and name."""
    lists = value.values() if isinstance(value, dict) else [value]
    rows = [row for held in lists if isinstance(held, list) for row in held]
    if not rows and value not in ({}, []) and not (isinstance(value, dict) and all(held == [] for held in lists)):
        yield Problem(name, meta.OTHER_SHAPE, 0)
    width = 3 if kind == "comment" else 2
    for position, row in enumerate(rows, 1):
        source = f"{name}#{position}"
        if not isinstance(row, list) or len(row) < 2 or not all(isinstance(cell, str) for cell in row[:width]):
            yield Problem(source, OTHER_RECORD)
            continue
        at, about = when(row[0]), row[width - 1] if len(row) >= width else ""
        text = row[1] if kind == "comment" else ""
        yield Post(
            post_id=derived_id(kind, at, text or about),
            platform=PLATFORM,
            kind=kind,
            created_at=at,
            text=text,
            context=about,
            account=account.name,
            source=source,
        )


def connections(value: Any, name: str, account: Account) -> Iterator[Item]:
    """connections.json: whom the person followed. Who followed them is not their doing."""
    if not isinstance(value, dict):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    for section, mark in (("following", ""), ("following_hashtags", "#")):
        held = value.get(section)
        for position, (user, time) in enumerate(held.items() if isinstance(held, dict) else (), 1):
            yield Post(
                post_id=derived_id("follow", when(time), user),
                platform=PLATFORM,
                kind="follow",
                created_at=when(time),
                context=mark + user,
                account=account.name,
                source=f"{name}#{section}-{position}",
            )


def messages(value: Any, name: str, account: Account) -> Iterator[Item]:
    """messages.json: all chats in one list."""
    if not isinstance(value, list):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    position = 0
    for chat in value:
        if not isinstance(chat, dict) or not isinstance(chat.get("conversation", []), list):
            yield Problem(f"{name}#{position + 1}", OTHER_RECORD)
            continue
        for row in chat.get("conversation", []):
            position += 1
            source = f"{name}#{position}"
            if not isinstance(row, dict) or not isinstance(row.get("text") or "", str):
                yield Problem(source, OTHER_RECORD)
                continue
            text = text_of(row, "text")
            if text_of(row, "sender").strip().casefold() not in account.names or not text:
                continue
            if meta_messages.is_system(text):
                continue
            at = when(row.get("created_at"))
            shared = [text_of(row, key) for key in ("media_share_caption", "media_share_url", "story_share")]
            yield Post(
                post_id=derived_id("message", at, text_of(row, "sender"), text),
                platform=PLATFORM,
                kind="message",
                created_at=at,
                text=text,
                context="\n".join(part for part in shared if part),
                account=account.name,
                audience="private",
                source=source,
            )


def profile(value: Any) -> Profile:
    """profile.json: a flat object."""
    row = next(iter(dicts(value)), {})
    flag = row.get("private_account")
    return Profile(
        username=text_of(row, "username"),
        name=text_of(row, "name", "full_name"),
        bio=text_of(row, "biography", "bio"),
        website=text_of(row, "website"),
        private=flag if isinstance(flag, bool) else None,
    )
