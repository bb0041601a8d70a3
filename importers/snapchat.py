"""Reads Snapchat's "My Data" with JSON files: saved chats (two generations), friends, public stories and profile.

Only saved chats are in the export. Times are UTC. Snaps and memories hold no words: what was drawn on them is in pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers import snapchat_records as records
from importers.archive import Archive, matches
from importers.posts import Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable

platform = "snapchat"

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
    account = records.Account(_user(archive), given=frozenset(name.casefold().lstrip("@") for name in options.accounts))
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
        if found := records.word(records.lower(basic), "username"):
            return found
    return ""


MEMBERS = {
    "**/account.json": records.profile,
    "**/account (*).json": records.profile,
    "**/account_history*.json": records.history,
    "**/chat_history*.json": records.chats,  # by direction until about 2023, by conversation since
    "**/friends*.json": records.friends,
    "**/shared_story*.json": records.stories,
    "**/snap_pro*.json": records.public,
    "**/memories_history*.json": records.memories,
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
