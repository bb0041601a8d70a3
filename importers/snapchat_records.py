"""The files of Snapchat's export that matter: one reader for each, from its JSON to posts and problems."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from importers.posts import OTHER_RECORD, Item, Post, Problem, derived_id

platform = "snapchat"
FIRST_YEAR, LAST_YEAR = 2011, 2100  # Snapchat began in 2011

_SHAPE = "This part has another shape than any that we know. Nothing was read from it."


@dataclass(slots=True)
class Account:
    """Who the person is, and what all files share."""

    user: str = ""
    names: dict[str, None] = field(default_factory=dict)
    given: frozenset[str] = frozenset()  # --account, folded
    pictures: dict[str, str] = field(default_factory=dict)  # media id -> member
    told_apart: Counter[str] = field(default_factory=Counter)  # things worth a remark -> how often


def profile(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`account.json`: the names by which others may write of the person."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    shown = word(lower(value.get("Basic Information")), "name")
    if shown:
        account.names[shown] = None


def history(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`account_history.json`: former display names."""
    changes = value.get("Display Name Change") if isinstance(value, dict) else None
    for row in changes if isinstance(changes, list) else []:
        if shown := word(lower(row), "display name"):
            account.names[shown] = None
    yield from ()


def chats(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`chat_history.json` of either generation; one file may hold both."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    account.told_apart.setdefault(
        "Snapchat exports only chats that were saved. What is not here may still be on other people's phones.", 1
    )
    seen = Counter[tuple[object, ...]]()
    for number, (key, rows) in enumerate(value.items(), 1):
        if not isinstance(rows, list):
            if rows:
                yield Problem(f"{name}#{number}", _SHAPE)
            continue
        old = re.match(r"(Sent|Received) ", str(key)) is not None and not any(
            "issender" in lower(row) for row in rows[:3]
        )
        for position, row in enumerate(rows, 1):
            source = f"{name}#{number}/{position}"
            if not isinstance(row, dict):
                yield Problem(source, OTHER_RECORD)
            elif old and str(key).startswith("Sent "):
                yield from _message(source, word(lower(row), "to"), lower(row), True, account, seen)
            elif not old:
                yield from _of_conversation(source, str(key), lower(row), account, seen)


def _of_conversation(
    source: str, key: str, row: dict[str, Any], account: Account, seen: Counter[tuple[object, ...]]
) -> Iterator[Item]:
    sender, mine = word(row, "from"), row.get("issender")
    if isinstance(mine, str):
        mine = {"true": True, "false": False}.get(mine.lower())
    if not isinstance(mine, bool):
        known = account.given | ({account.user.casefold()} if account.user else set())
        if not sender or not known:
            yield Problem(source, "This message does not say who sent it, so it was not read.")
            return
        mine = sender.casefold() in known
    elif mine and sender:
        # The key of a conversation is the current user name, a row may still have an old one
        account.user = account.user or sender
        account.names[sender] = None
    elif not mine and account.user and sender.casefold() == account.user.casefold():
        account.told_apart[
            "Messages that carry your name but are marked as somebody else's, and were not read: {}."
        ] += 1
    if mine:
        yield from _message(source, key, row, False, account, seen)


def _message(
    source: str, chat: str, row: dict[str, Any], old: bool, account: Account, seen: Counter[tuple[object, ...]]
) -> Iterator[Item]:
    """One own message. Status rows (`STATUSERASEDMESSAGE`, …) are nobody's words."""
    kind = word(row, "media type").upper()
    if kind.startswith("STATUS"):
        return
    said = row.get("text" if old and "text" in row else "content")
    if said is not None and not isinstance(said, str):
        yield Problem(source, "The words of this message have another shape than any that we know.")
        return
    text = html.unescape(said or "") if old else said or ""  # only the older generation has entities
    when = _moment(row.get("created(microseconds)")) or _moment(row.get("created"))
    ids = [piece.strip() for piece in word(row, "media ids").split(" | ") if piece.strip()]
    media = tuple(account.pictures[one] for one in ids if one in account.pictures)
    shared = text if kind == "SHARE" else ""
    if not text and not media:
        if kind in ("TEXT", "") and when is None:
            yield Problem(source, "This message has neither words nor date, so it was not read.")
        elif kind not in ("TEXT", ""):
            account.told_apart[
                "Pictures, recordings and stickers that you sent, and that are not in this export: {}."
            ] += 1
        return
    key = (chat.casefold(), when, text, ids[0] if ids else "")
    yield Post(
        derived_id("message", *key, seen[key]),
        platform,
        "message",
        when,
        "" if shared else text,
        shared,
        account.user,
        "private",
        media=media,
        source=source,
    )
    seen[key] += 1


def friends(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`friends.json`: friends, and requests that the person sent."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    for section in ("Friends", "Friend Requests Sent"):
        for row in _rows(f"{name}#{section}", value.get(section)):
            if isinstance(row, Problem):
                yield row
                continue
            source, record = row
            user, shown = word(record, "username"), word(record, "display name")
            if not user and not shown:
                yield Problem(source, "This record names nobody, so it was not read.")
                continue
            yield Post(
                derived_id("follow", user or shown),
                platform,
                "follow",
                _moment(record.get("creation timestamp")),
                context=f"{shown} ({user})" if shown and user else shown or user,
                account=account.user,
                audience="private",
                source=source,
            )


def stories(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`shared_story.json`: own public posts. To whom a shared story went is not said; Spotlight is public."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    for section, audience in (("Shared Story", "unknown"), ("Spotlight History", "public")):
        for row in _rows(f"{name}#{section}", value.get(section)):
            yield row if isinstance(row, Problem) else _story(row, audience, account)


def _story(row: tuple[str, dict[str, Any]], audience: str, account: Account) -> Item:
    source, record = row
    link = next((text for key in record if "url" in key and (text := word(record, key)).startswith("https://")), "")
    words = [text for key in ("title", "caption", "description", "content") if (text := word(record, key))]
    text = "\n".join(word for word in words if not re.fullmatch(r"https?://\S+|IMAGE|VIDEO|Image|Video", word))
    when = next((made for key in _TIMES if (made := _moment(record.get(key)))), None)
    if when is None and not link and not text:
        return Problem(source, "This story has neither date, words nor link, so it was not read.")
    identity = derived_id("story", when, link.split("?")[0], text)
    return Post(identity, platform, "story", when, text, "", account.user, audience, link, (), source)


_TIMES = ("created", "story date", "date", "creation timestamp", "timestamp")


def public(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`snap_pro.json`: the public profile, its stories, and public profiles followed. Its field names vary."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    page = f"https://www.snapchat.com/add/{account.user}" if account.user else ""
    for key, inner in value.items():
        section = str(key).casefold()
        if isinstance(inner, dict) and "profile" in section:
            text = word(lower(inner), "bio", "description", "about")
            if text:
                yield Post(
                    derived_id("bio", text),
                    platform,
                    "bio",
                    None,
                    text,
                    "",
                    account.user,
                    "public",
                    page,
                    (),
                    f"{name}#{key}",
                )
        elif "follow" in section or "subscri" in section:
            yield from _followed(f"{name}#{key}", inner, account)
        elif "stor" in section or "spotlight" in section:
            for row in _rows(f"{name}#{key}", inner):
                yield row if isinstance(row, Problem) else _story(row, "public", account)


def _followed(source: str, rows: Any, account: Account) -> Iterator[Item]:
    if "followers" in source.casefold() or "subscribers" in source.casefold():
        return
    for position, row in enumerate(rows if isinstance(rows, list) else [], 1):
        shown = (
            row
            if isinstance(row, str)
            else word(lower(row), "username", "name", "display name", "profile name", "title")
        )
        if not shown:
            yield Problem(f"{source}#{position}", "This record names nobody, so it was not read.")
            continue
        when = next((made for key in _TIMES if (made := _moment(lower(row).get(key)))), None)
        identity = derived_id("follow", shown)
        yield Post(
            identity, platform, "follow", when, "", shown, account.user, "unknown", "", (), f"{source}#{position}"
        )


def memories(name: str, value: Any, account: Account) -> Iterator[Item]:
    """`memories_history.json`: saved pictures without any words."""
    rows = value.get("Saved Media") if isinstance(value, dict) else None
    if isinstance(rows, list) and rows:
        account.told_apart["Saved memories, which hold no words that can be read: {}. Look at them yourself."] += len(
            rows
        )
    yield from ()


def _rows(source: str, rows: Any) -> Iterator[tuple[str, dict[str, Any]] | Problem]:
    if rows and not isinstance(rows, list):
        yield Problem(source, _SHAPE, 0)
        return
    for position, row in enumerate(rows or [], 1):
        if isinstance(row, dict):
            yield f"{source}#{position}", lower(row)
        else:
            yield Problem(f"{source}#{position}", OTHER_RECORD)


def lower(row: Any) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in row.items()} if isinstance(row, dict) else {}


def word(row: dict[str, Any], *keys: str) -> str:
    return next((value for key in keys if isinstance(value := row.get(key), str) and value), "")


def _moment(value: Any) -> datetime | None:
    """`2024-05-03 12:00:01 UTC`, `Fri Mar 04 05:06:07 UTC 2022`, or Unix time, whose unit its size tells.

    `Created(microseconds)` holds milliseconds in all exports seen, whatever its name says.
    """
    made = None
    if isinstance(value, int | float) and not isinstance(value, bool):
        unit = 1_000_000 if value > 10**14 else 1_000 if value > 10**11 else 1
        try:
            made = datetime.fromtimestamp(value / unit, UTC)
        except (ValueError, OverflowError, OSError):
            return None
    elif isinstance(value, str):
        for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f", "%a %b %d %H:%M:%S %Y"):
            try:
                made = datetime.strptime(" ".join(value.replace("UTC", " ").split()), form).replace(tzinfo=UTC)
                break
            except ValueError:
                continue
    return made if made is not None and FIRST_YEAR <= made.year <= LAST_YEAR else None
