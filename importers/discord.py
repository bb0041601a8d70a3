"""Reads Discord's data package: the person's own messages, servers, friends, notes and profile text.

Folder names are capitalised and translated since June 2025, so channels are found by their shape
(`<any folder>/c<id>/channel.json`). Only own messages are in the package: what they answered is not. Times come from the
message ids, which hold them exactly; where there is no id to read, they are UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from importers import discord_text, fields
from importers.archive import Archive
from importers.posts import OTHER_RECORD, Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id
from importers.tables import read_table

platform = "discord"
EPOCH_MS = 1_420_070_400_000  # 2015-01-01, where ids begin to count
FIRST_YEAR, LAST_YEAR = 2015, 2100

GUIDE = Guide(
    name="Discord",
    address="https://discord.com/channels/@me",
    ask=(
        "Open Discord, User Settings (the cog beside your name), then Data & Privacy.",
        "Choose Request all of my data, and tick at least Account, Messages and Servers.",
        "Choose Submit request, and wait for the e-mail with the link to package.zip.",
    ),
    wait="A few days, at most 30. The link in the e-mail expires.",
    contains="Every message that you sent, in servers and privately, the servers that you are in, your friends, your private "
    "notes about others and your profile.",
    lacks="What other people wrote, so a reply stands here without its question; reactions; names of channels that you left.",
    find={
        "message": "Follow the link while you are signed in, rest the pointer on the message, choose the three dots, then "
        "Delete Message. In servers that you left you cannot delete: ask Discord's privacy team, with the channel's number.",
        "join": "Right-click the server's icon (on a phone: hold it) and choose Leave Server.",
        "follow": "Open Friends, All, the three dots beside the name, then Remove Friend.",
        "bio": "Open User Settings, Profiles, and change About Me.",
        "": "Look for it under User Settings.",
    },
)

_ID = r"\d{15,22}"
_AGAIN = r"(?: \(\d+\))?"  # the second of two packages read together
_CHANNEL = re.compile(rf"(?P<root>(?:[^/]+/)?)c?(?P<id>{_ID})/channel{_AGAIN}\.json", re.IGNORECASE)
_MESSAGES = re.compile(rf"(?P<root>(?:[^/]+/)?)c?(?P<id>{_ID})/messages{_AGAIN}\.(?P<form>json|csv)", re.IGNORECASE)
_USER = re.compile(rf"(?:[^/]+/)?user{_AGAIN}\.json", re.IGNORECASE)
_INDEX = re.compile(rf"(?P<root>(?:[^/]+/)?)index{_AGAIN}\.json", re.IGNORECASE)
_GUILD = re.compile(rf"(?:[^/]+/)?{_ID}/guild{_AGAIN}\.json", re.IGNORECASE)
_TYPES = {0: "GUILD_TEXT", 1: "DM", 2: "GUILD_VOICE", 3: "GROUP_DM", 5: "GUILD_ANNOUNCEMENT", 10: "ANNOUNCEMENT_THREAD"}
_TYPES |= {11: "PUBLIC_THREAD", 12: "PRIVATE_THREAD", 13: "GUILD_STAGE_VOICE", 15: "GUILD_FORUM"}


@dataclass(slots=True)
class _Channel:
    """Where messages stand."""

    type: str = ""
    guild: str = ""  # id
    name: str = ""


@dataclass(slots=True)
class _Package:
    """What the files say about each other."""

    account: str = ""
    names: dict[str, None] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)  # id -> name
    channels: dict[str, _Channel] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # id of a channel -> its name
    servers: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> name, source
    attachments: int = 0
    read: set[str] = field(default_factory=set)  # channels that have a file of messages


def identify(archive: Archive) -> bool:
    """Channels by their shape, or an account file of Discord's."""
    if any(_CHANNEL.fullmatch(name) or _MESSAGES.fullmatch(name) for name in archive.names()):
        return True
    return any(_is_account(archive, name) for name in archive.names() if _USER.fullmatch(name))


def owner(archive: Archive) -> str:
    """The account's id; a package without the account folder does not say."""
    for name in archive.names():
        if _USER.fullmatch(name) and _is_account(archive, name):
            found = re.search(rf'"id"\s*:\s*"({_ID})"', archive.read_text(name, 4_096) or "")
            if found:
                return found[1]
    return ""


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Account first, for the names in it; then channels and servers; then the messages."""
    package, items = _Package(), list[Item]()
    files = archive.names()
    users = [name for name in files if _USER.fullmatch(name) and _is_account(archive, name)]
    for name in users:
        items += _read(archive, name, package, _account)
    for name in files:
        if _CHANNEL.fullmatch(name):
            items += _read(archive, name, package, _channel)
    package.labels = {identity: channel.name for identity, channel in package.channels.items()}
    roots = {match["root"] for name in files if (match := _MESSAGES.fullmatch(name) or _CHANNEL.fullmatch(name))}
    for name in files:
        index = _INDEX.fullmatch(name)
        if index or _GUILD.fullmatch(name):
            items += _read(archive, name, package, _labels if index and index["root"] in roots else _servers)
    if package.account:
        yield Owner(platform, package.account, tuple(package.names))
    yield from items
    for identity, (label, source) in package.servers.items():
        place = f"https://discord.com/channels/{identity}"
        yield Post(
            derived_id("join", identity),
            platform,
            "join",
            None,
            "",
            label,
            package.account,
            "unknown",
            place,
            (),
            source,
        )
    for name in files:
        match = _MESSAGES.fullmatch(name)
        if match:
            package.read.add(match["id"])
            yield from _messages(archive, name, match["id"], match["form"].lower(), package)
    yield from _remarks(archive, package, bool(users))


def _remarks(archive: Archive, package: _Package, has_account: bool) -> Iterator[Remark]:
    if package.read:
        yield Remark(
            archive.path, "Discord exports only what you wrote. What a message answered is not in the package."
        )
    if package.attachments:
        yield Remark(
            archive.path, f"Pictures and files that you sent are only linked, and not looked at: {package.attachments}."
        )
    if not has_account:
        yield Remark(archive.path, "This package has no account folder, so your name, friends and notes are not known.")
    missing = len(package.channels.keys() - package.read)
    if missing:
        yield Remark(archive.path, f"Channels without a file of messages: {missing}. The package may be incomplete.")


def _is_account(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 4_096) or ""
    except Unreadable:
        return False
    return re.search(r'"(?:discriminator|global_name|avatar_hash|relationships)"\s*:', head) is not None


def _read(archive: Archive, name: str, package: _Package, reader: Any) -> list[Item]:
    try:
        value = archive.read_json(name)
    except Unreadable as error:
        return [Problem(name, f"{error.what} {error.hint}".strip(), 0)]
    if not isinstance(value, dict):
        return [Problem(name, _SHAPE, 0)] if value else []
    return list(reader(name, value, package))


def _account(name: str, user: dict[str, Any], package: _Package) -> Iterator[Item]:
    package.account = package.account or fields.text(user, "username")
    for own in (fields.text(user, "username"), fields.text(user, "global_name")):
        if own:
            package.names[own] = None
    if identity := fields.text(user, "id"):
        package.people[identity] = package.account
    bio = fields.text(user.get("user_profile"), "bio") or fields.text(user, "bio")
    if bio:
        yield Post(derived_id("bio", bio), platform, "bio", None, bio, "", package.account, "unknown", "", (), name)
    yield from _friends(name, user.get("relationships"), package)
    yield from _notes(name, user.get("notes"), package)


def _friends(name: str, rows: Any, package: _Package) -> Iterator[Item]:
    for position, row in enumerate(rows if isinstance(rows, list) else [], 1):
        source = f"{name}#relationships#{position}"
        if not isinstance(row, dict):
            yield Problem(source, OTHER_RECORD)
            continue
        inner = row.get("user")
        person = inner if isinstance(inner, dict) else row
        identity, handle = fields.text(row, "id") or fields.text(person, "id"), fields.text(person, "username")
        shown = fields.text(person, "global_name") or fields.text(person, "display_name")
        if identity and (handle or shown):
            package.people[identity] = shown or handle
        if str(row.get("type")).upper() in ("1", "FRIEND", "4", "PENDING_OUTGOING"):
            context = f"{shown} ({handle})" if shown and handle else shown or handle
            if context:
                made = derived_id("follow", identity or handle)
                yield Post(made, platform, "follow", None, "", context, package.account, "private", "", (), source)
            else:
                yield Problem(source, "This record names nobody, so it was not read.")


def _notes(name: str, rows: Any, package: _Package) -> Iterator[Item]:
    """Private notes about other people: seen by nobody else, and so treated as private messages are."""
    pairs = list(rows.items()) if isinstance(rows, dict) else []
    if isinstance(rows, list):
        pairs = [(fields.text(row, "id") or fields.text(row, "user_id"), fields.text(row, "note")) for row in rows]
    for position, (identity, text) in enumerate(pairs, 1):
        if isinstance(text, str) and text:
            about = package.people.get(str(identity), "")
            made = derived_id("note", identity, text)
            source = f"{name}#notes#{position}"
            yield Post(made, platform, "message", None, text, about, package.account, "private", "", (), source)


def _channel(name: str, value: dict[str, Any], package: _Package) -> Iterator[Item]:
    match = _CHANNEL.fullmatch(name)
    guild = value.get("guild")
    kind = value.get("type")
    if isinstance(kind, int) and not isinstance(kind, bool):
        kind = _TYPES.get(kind, "GUILD")
    place = _Channel(
        kind.upper() if isinstance(kind, str) else "", fields.text(guild, "id"), fields.text(value, "name")
    )
    if match and (place.type or place.guild or match["id"] not in package.channels):
        package.channels[match["id"]] = place
    yield from ()


def _labels(name: str, value: dict[str, Any], package: _Package) -> Iterator[Item]:
    """`index.json` of the messages: what channels are called. A label is null where the channel was deleted."""
    for identity, label in value.items():
        place = package.channels.get(str(identity))
        if place is not None and isinstance(label, str) and label.startswith("Direct Message"):
            place.type = place.type or "DM"
    yield from ()


def _servers(name: str, value: dict[str, Any], package: _Package) -> Iterator[Item]:
    """`index.json` of the servers, id -> name; or the `guild.json` of one."""
    rows = {fields.text(value, "id"): value.get("name")} if _GUILD.fullmatch(name) else value
    for position, (identity, label) in enumerate(rows.items(), 1):
        if re.fullmatch(_ID, str(identity)) and isinstance(label, str) and label not in ("", "None"):
            package.servers.setdefault(str(identity), (label, f"{name}#{position}"))
    yield from ()


def _messages(archive: Archive, name: str, channel: str, form: str, package: _Package) -> Iterator[Item]:
    try:
        if form == "csv":
            for row in read_table(name, archive.read_text(name) or ""):
                yield row if isinstance(row, Problem) else _message(f"{name}#{row[0]}", channel, row[1], package)
            return
        rows = archive.read_json(name)
    except Unreadable as error:
        yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
        return
    if not isinstance(rows, list):
        yield Problem(name, _SHAPE, 0)
        return
    for position, value in enumerate(rows, 1):
        source = f"{name}#{position}"
        if isinstance(value, dict):
            yield _message(source, channel, {str(key).lower(): cell for key, cell in value.items()}, package)
        else:
            yield Problem(source, OTHER_RECORD)


def _message(source: str, channel: str, row: dict[str, Any], package: _Package) -> Item:
    raw, said = row.get("id"), row.get("contents")
    # A number with a fraction was rounded on its way: it would name another message
    identity = str(raw).strip() if isinstance(raw, int | str) and not isinstance(raw, bool) else ""
    if not re.fullmatch(_ID, identity):
        return Problem(source, "This message has no id, so it was not read.")
    if said is not None and not isinstance(said, str):
        return Problem(source, "The words of this message have another shape than any that we know.")
    files = row.get("attachments")
    package.attachments += (
        len(files.split()) if isinstance(files, str) else len(files) if isinstance(files, list) else 0
    )
    text, quoted = discord_text.plain(said or "", package.people, package.labels)
    place = package.channels.get(channel, _Channel())
    private = place.type in ("DM", "GROUP_DM")
    server = place.guild or ("@me" if private else "")
    return Post(
        identity,
        platform,
        "message",
        _moment(int(identity), row.get("timestamp")),
        text,
        quoted,
        package.account,
        "private" if private else "friends" if place.guild or place.type else "unknown",
        f"https://discord.com/channels/{server}/{channel}/{identity}" if server else "",
        source=source,
    )


def _moment(identity: int, stamp: Any) -> datetime | None:
    """The time in the id; else the timestamp, which has no zone since 2024 and is UTC."""
    made: datetime | None
    for exact in (True, False):
        try:
            made = datetime.fromtimestamp(((identity >> 22) + EPOCH_MS) / 1000, UTC) if exact else _parsed(stamp)
        except (ValueError, OverflowError, OSError):
            continue
        if made is not None and FIRST_YEAR <= made.year <= LAST_YEAR:
            return made
    return None


def _parsed(stamp: object) -> datetime | None:
    made = datetime.fromisoformat(stamp.strip()) if isinstance(stamp, str) else None
    return made.replace(tzinfo=UTC) if made is not None and made.tzinfo is None else made


_SHAPE = "This file has another shape than any that we know. Nothing was read from it."

MEMBERS = {
    "**/messages*.json": _messages,  # since about March 2024
    "**/messages*.csv": _messages,  # before; folders without `c` until December 2021
    "**/channel*.json": _channel,
    "*/user*.json": _account,
    "user*.json": _account,
    "*/index*.json": _labels,
    "index*.json": _labels,
    "**/guild*.json": _servers,
    "**/audit-log*.json": None,  # of own servers: who did what there
    "**/events-*.json": None,  # telemetry; other names before 2024
    "**/*avatar*": None,
    "**/icon.*": None,
    "**/banner.*": None,
    "README*.txt": None,
    **dict.fromkeys(
        f"**/{folder}/**/*" for folder in ("analytics", "modeling", "reporting", "tns", "applications", "ads")
    ),
    "Activities/**/*": None,  # since 2026: games inside Discord
}
