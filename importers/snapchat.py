"""Reads Snapchat's "My Data" with JSON files: saved chats (two generations), friends, public stories and profile.

Only saved chats are in the export. Times are UTC. Snaps and memories hold no words: what was drawn on them is in pictures.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from importers.archive import Archive, matches
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "snapchat"
FIRST_YEAR, LAST_YEAR = 2011, 2100  # Snapchat began in 2011

GUIDE = Guide(
    name="Snapchat",
    address="https://accounts.snapchat.com/accounts/downloadmydata",
    ask=(
        "Open accounts.snapchat.com in a browser, sign in, and choose My Data. In the app it is under Settings.",
        "Switch on Export JSON Files.",
        "Leave Export your Memories, Chat Media and Shared Stories off: only words are judged.",
        "Choose Next, then as date range All Time, confirm your e-mail address, and choose Submit.",
        "Download the file from the link in the e-mail within a few days.",
    ),
    wait="Hours to a few days.",
    contains="Chats that were saved (with other people's messages, which we do not read), friends, public stories and your profile.",
    lacks="Chats that nobody saved, snaps, and words drawn on pictures. An empty list does not mean that nothing was written.",
    find={
        "message": "In the app, open the chat, scroll to the date, hold the message and choose Delete. Others may have saved it.",
        "story": "Follow the link, or open your profile, Spotlight or Stories, choose the snap, the three dots, then Delete.",
        "follow": "Open your profile, My Friends, hold the name, Manage Friendship, Remove Friend. For public profiles: open "
        "the profile and choose Following or Subscribed again.",
        "bio": "Open your profile, Public Profile, and edit it.",
        "": "Look for it in the app under your profile.",
    },
)


@dataclass(slots=True)
class _Account:
    """Who the person is, and what all files share."""

    user: str = ""
    names: dict[str, None] = field(default_factory=dict)
    given: frozenset[str] = frozenset()  # --account, folded
    pictures: dict[str, str] = field(default_factory=dict)  # media id -> member
    told_apart: Counter[str] = field(default_factory=Counter)  # things worth a remark -> how often


_SIGNS = (
    "chat_history.json",
    "snap_history.json",
    "memories_history.json",
    "story_history.json",
    "shared_story.json",
    "snap_pro.json",
    "account_history.json",
    "friends.json",
)
_PAGES = (
    "html/chat_history*.html",
    "html/snap_history*.html",
    "html/account.html",
    "html/friends.html",
    "html/memories_history.html",
)


def identify(archive: Archive) -> bool:
    """The `json` folder with Snapchat's file names, its pages, or the bare chat history."""
    if archive.has(*(f"json/{name}" for name in _SIGNS), *_PAGES):
        return True
    return any(_is_bare(archive, name) for name in archive.find("chat_history*.json", "memories_history.json"))


def owner(archive: Archive) -> str:
    """The user name in `account.json`."""
    return _user(archive).casefold()


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Own chat messages, friends, stories and profile texts."""
    account = _Account(_user(archive), given=frozenset(name.casefold().lstrip("@") for name in options.accounts))
    for name in archive.find("**/chat_media/*"):
        for found in re.findall(r"(?:b~|media~)[\w.~+=-]+?(?=\.\w+$|$)", name):
            account.pictures[found] = name
    if not archive.has("**/*.json"):
        yield Problem(
            archive.path,
            "This export holds only pages, no JSON. Ask for My Data again and switch on Export JSON Files.",
            0,
        )
        return
    items: list[Item] = []
    for name in archive.names():
        reader = next((reader for pattern, reader in MEMBERS.items() if matches(name, pattern)), None)
        if reader is None:
            continue
        try:
            items += reader(name, archive.read_json(name), account)
        except Unreadable as error:
            items.append(Problem(name, f"{error.what} {error.hint}".strip(), 0))
    if account.user:
        account.names[account.user] = None
        names = [account.user, *(name for name in account.names if name != account.user)]
        yield Owner(platform, account.user, tuple(names))
    yield from items
    for says, times in account.told_apart.items():
        yield Remark(archive.path, says.format(times))


def _is_bare(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 8_192) or ""
    except Unreadable:
        return False
    return (
        re.search(r'"(?:IsSender|Saved Media|(?:Sent|Received) \w+ Chat History)"\s*:', head, re.IGNORECASE) is not None
    )


def _user(archive: Archive) -> str:
    for name in archive.find("**/account.json"):
        try:
            account = archive.read_json(name)
        except Unreadable:
            continue
        basic = account.get("Basic Information") if isinstance(account, dict) else None
        if found := _word(_low(basic), "username"):
            return found
    return ""


def _profile(name: str, value: Any, account: _Account) -> Iterator[Item]:
    """`account.json`: the names by which others may write of the person."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    shown = _word(_low(value.get("Basic Information")), "name")
    if shown:
        account.names[shown] = None


def _history(name: str, value: Any, account: _Account) -> Iterator[Item]:
    """`account_history.json`: former display names."""
    changes = value.get("Display Name Change") if isinstance(value, dict) else None
    for row in changes if isinstance(changes, list) else []:
        if shown := _word(_low(row), "display name"):
            account.names[shown] = None
    yield from ()


def _chats(name: str, value: Any, account: _Account) -> Iterator[Item]:
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
            "issender" in _low(row) for row in rows[:3]
        )
        for position, row in enumerate(rows, 1):
            source = f"{name}#{number}/{position}"
            if not isinstance(row, dict):
                yield Problem(source, "This record is not an object, so it was not read.")
            elif old and str(key).startswith("Sent "):
                yield from _message(source, _word(_low(row), "to"), _low(row), True, account, seen)
            elif not old:
                yield from _of_conversation(source, str(key), _low(row), account, seen)


def _of_conversation(
    source: str, key: str, row: dict[str, Any], account: _Account, seen: Counter[tuple[object, ...]]
) -> Iterator[Item]:
    sender, mine = _word(row, "from"), row.get("issender")
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
    source: str, chat: str, row: dict[str, Any], old: bool, account: _Account, seen: Counter[tuple[object, ...]]
) -> Iterator[Item]:
    """One own message. Status rows (`STATUSERASEDMESSAGE`, …) are nobody's words."""
    kind = _word(row, "media type").upper()
    if kind.startswith("STATUS"):
        return
    said = row.get("text" if old and "text" in row else "content")
    if said is not None and not isinstance(said, str):
        yield Problem(source, "The words of this message have another shape than any that we know.")
        return
    text = html.unescape(said or "") if old else said or ""  # only the older generation has entities
    when = _moment(row.get("created(microseconds)")) or _moment(row.get("created"))
    ids = [piece.strip() for piece in _word(row, "media ids").split(" | ") if piece.strip()]
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


def _friends(name: str, value: Any, account: _Account) -> Iterator[Item]:
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
            user, shown = _word(record, "username"), _word(record, "display name")
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


def _stories(name: str, value: Any, account: _Account) -> Iterator[Item]:
    """`shared_story.json`: own public posts. To whom a shared story went is not said; Spotlight is public."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    for section, audience in (("Shared Story", "unknown"), ("Spotlight History", "public")):
        for row in _rows(f"{name}#{section}", value.get(section)):
            yield row if isinstance(row, Problem) else _story(row, audience, account)


def _story(row: tuple[str, dict[str, Any]], audience: str, account: _Account) -> Item:
    source, record = row
    link = next((text for key in record if "url" in key and (text := _word(record, key)).startswith("https://")), "")
    words = [text for key in ("title", "caption", "description", "content") if (text := _word(record, key))]
    text = "\n".join(word for word in words if not re.fullmatch(r"https?://\S+|IMAGE|VIDEO|Image|Video", word))
    when = next((made for key in _TIMES if (made := _moment(record.get(key)))), None)
    if when is None and not link and not text:
        return Problem(source, "This story has neither date, words nor link, so it was not read.")
    identity = derived_id("story", when, link.split("?")[0], text)
    return Post(identity, platform, "story", when, text, "", account.user, audience, link, (), source)


_TIMES = ("created", "story date", "date", "creation timestamp", "timestamp")


def _public(name: str, value: Any, account: _Account) -> Iterator[Item]:
    """`snap_pro.json`: the public profile, its stories, and public profiles followed. Its field names vary."""
    if not isinstance(value, dict):
        yield Problem(name, _SHAPE, 0)
        return
    page = f"https://www.snapchat.com/add/{account.user}" if account.user else ""
    for key, inner in value.items():
        section = str(key).casefold()
        if isinstance(inner, dict) and "profile" in section:
            text = _word(_low(inner), "bio", "description", "about")
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


def _followed(source: str, rows: Any, account: _Account) -> Iterator[Item]:
    if "followers" in source.casefold() or "subscribers" in source.casefold():
        return
    for position, row in enumerate(rows if isinstance(rows, list) else [], 1):
        shown = (
            row
            if isinstance(row, str)
            else _word(_low(row), "username", "name", "display name", "profile name", "title")
        )
        if not shown:
            yield Problem(f"{source}#{position}", "This record names nobody, so it was not read.")
            continue
        when = next((made for key in _TIMES if (made := _moment(_low(row).get(key)))), None)
        identity = derived_id("follow", shown)
        yield Post(
            identity, platform, "follow", when, "", shown, account.user, "unknown", "", (), f"{source}#{position}"
        )


def _memories(name: str, value: Any, account: _Account) -> Iterator[Item]:
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
            yield f"{source}#{position}", _low(row)
        else:
            yield Problem(f"{source}#{position}", "This record is not an object, so it was not read.")


def _low(row: Any) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in row.items()} if isinstance(row, dict) else {}


def _word(row: dict[str, Any], *keys: str) -> str:
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


_SHAPE = "This part has another shape than any that we know. Nothing was read from it."

MEMBERS = {
    "**/account.json": _profile,
    "**/account (*).json": _profile,
    "**/account_history*.json": _history,
    "**/chat_history*.json": _chats,  # by direction until about 2023, by conversation since
    "**/friends*.json": _friends,
    "**/shared_story*.json": _stories,
    "**/snap_pro*.json": _public,
    "**/memories_history*.json": _memories,
    **dict.fromkeys(  # counters, settings, places and searches, as of 2022 to 2025; snaps are listed without any words
        f"**/{name}*.json"
        for name in (
            *("snap_history", "story_history", "user_profile", "search_history", "location_history", "snap_map_places"),
            *("snap_map_places_history", "talk_history", "ranking", "terms_history", "connected_apps", "bitmoji"),
            *("email_campaign_history", "in_app_surveys", "purchase_history", "support_note", "in_app_reports"),
        )
    ),
    "index.html": None,  # the same as pages
    "html/**/*": None,
    "**/css/**/*": None,
    "**/chat_media/**/*": None,
    "**/memories/**/*": None,
    "**/shared_story/**/*": None,
}
