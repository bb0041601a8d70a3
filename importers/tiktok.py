"""Reads TikTok's "Download your data": one JSON file, or a folder of text files (the choice that TikTok offers first).

The sections moved three times between 2020 and 2026, so lists are found by their own names (`CommentsList`,
`ItemFavoriteList`, …) wherever they stand. Times have no zone and are UTC. Before about 2025 the export has no captions.
Not read: what was watched and searched for, followers, blocks, settings, shopping, hashtags (they stand in the captions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from importers import tiktok_records as records
from importers import tiktok_text
from importers.archive import Archive
from importers.posts import Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable

platform = "tiktok"
DEEPEST = 8  # levels to look for lists

GUIDE = Guide(
    name="TikTok",
    address="https://www.tiktok.com/setting",
    ask=(
        "In the app, open your profile, the menu, Settings and privacy, Account, Download your data.",
        "Or open tiktok.com/setting in a browser and look for Download your data under Privacy or Data.",
        "Choose All data, and JSON as the file format: TXT is chosen at first, and holds less.",
        "Choose Request data, and come back later to the tab Download data.",
    ),
    wait="Minutes to four days. The download then stays there for about four days only.",
    contains="Dates and links of your videos (since about 2025 with captions), your comments, live comments, messages, "
    "likes, shares, who you follow, and your profile.",
    lacks="The videos themselves, captions before about 2025, which video a comment stands under (mostly).",
    find={
        "post": "Follow the link while you are signed in, choose the three dots, then Delete. Some links of older exports "
        "no longer work: look for the date on your profile.",
        "comment": "In the app: Settings and privacy, Activity centre, Comment history. Look for the date, open the comment, "
        "hold it and choose Delete.",
        "like": "Follow the link and tap the heart again, or open your profile and the tab with the heart.",
        "follow": "Open your profile, Following, and choose the name, then Following again to stop.",
        "message": "Open Inbox and the chat, hold the message, and choose Delete. This removes it for you only.",
        "bio": "Open your profile and choose Edit profile.",
        "share": "Nothing to remove on TikTok: look in the chat or app to which you sent it.",
        "": "Open your profile, and look for it by its date.",
    },
)


_MARKS = re.compile(
    r'"(?:Favorite Effects|Favorite Videos|ItemFavoriteList|FansList|ProfileMap|Your Activity|Likes and Favorites|'
    r'CommentsList|Profile And Settings|WatchLiveMap|BlockList|Tiktok Live|TikTok Live|App Settings)"\s*:'
)

# Lists and maps of which nothing is read, by the last part of their path. As of 2026
_IGNORED = frozenset(
    "fanslist blocklist searchlist hashtaglist favoritehashtaglist favoritesoundlist favoriteeffectslist loginhistorylist "
    "favoritecollectionlist statuslist giftlist buygifts transactionslist transactions sendgifts offtiktokactivitydatalist "
    "golivesettingslist golivesettings locationdata purchasehistory usagedata adinterestcategories interestcategories "
    "settingsmap blocks deviceinfo sendgiftlist instantformresponses datapartnerlist adinteractions".split()
)


def identify(archive: Archive) -> bool:
    """The one JSON file, under its name or any other, or text files that TikTok names."""
    if archive.has("user_data_tiktok*.json"):
        return True
    return any(_is_json(archive, name) for name in archive.find("*.json")) or bool(_texts(archive))


def owner(archive: Archive) -> str:
    """The user name of the profile."""
    for name in archive.find("*.json"):
        try:
            found = re.search(r'"userName"\s*:\s*"([^"\\]+)"', archive.read_text(name) or "")
        except Unreadable:
            continue
        if found:
            return found[1].casefold()
    return ""


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything that the person wrote, liked, shared or followed, in JSON or text."""
    texts = _texts(archive)
    if texts:
        yield Remark(
            archive.path,
            "This is TikTok's text format, which holds less and can be read less surely. Ask for your data again and choose "
            "JSON if you can.",
        )
        yield from _read(_from_texts(archive, texts), "", options)
    for name in archive.find("*.json"):
        if not (_is_json(archive, name) or name.lower().startswith("user_data")):
            yield Remark(name, "This JSON file is not one of TikTok's.")
            continue
        try:
            whole = archive.read_json(name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        if not isinstance(whole, dict):
            yield Problem(name, "This file has another shape than any that we know. Nothing was read from it.", 0)
            continue
        yield from _read(list(_walk(whole, ())), f"{name}#", options)


def _is_json(archive: Archive, name: str) -> bool:
    try:
        head = (archive.read_text(name, 16_384) or "").lstrip()
    except Unreadable:
        return False
    return head.startswith("{") and _MARKS.search(head) is not None


def _texts(archive: Archive) -> list[str]:
    """Members that are text files of TikTok's: the right name, and a label in front."""
    found = [name for name in archive.find("*.txt", "*/*.txt", "*/*/*.txt") if _stem(name) in tiktok_text.FILES]
    if not any(_stem(name) in SURE for name in found):
        return []
    return found if any(_has_labels(archive, name) for name in found) else []


SURE = frozenset(("comments", "post", "posts", "like list", "favorite videos", "direct messages", "profile info"))


def _has_labels(archive: Archive, name: str) -> bool:
    try:
        head = archive.read_text(name, 2_048) or ""
    except Unreadable:
        return False
    return re.search(r"^(?:Date|Username|User ?name|Display ?name)::? ", head, re.IGNORECASE | re.MULTILINE) is not None


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".txt").removesuffix(".TXT").lower().replace("_", " ")


def _from_texts(archive: Archive, names: list[str]) -> list[tuple[tuple[str, ...], Any]]:
    made: list[tuple[tuple[str, ...], Any]] = []
    for name in names:
        section = tiktok_text.FILES[_stem(name)]
        if section is None:
            continue
        try:
            rows = list(tiktok_text.rows(archive.read_text(name) or ""))
        except Unreadable as error:
            made.append(((name, "\0"), f"{error.what} {error.hint}".strip()))
            continue
        if section == "profilemap":
            made.append(((name, section), {key: value for row in rows for key, value in row.items()}))
        elif section == "chathistory":
            chats: dict[str, list[Any]] = {}
            for row in rows:
                chats.setdefault(str(row.get("with", "")), []).append(row)
            made.append(((name, section), chats))
        else:
            made.append(((name, section), rows))
    return made


def _walk(value: dict[Any, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every list, and the maps that we read, with the names that lead to it in lower case."""
    for key, inner in value.items():
        here = (*path, str(key))
        name = str(key).casefold()
        if (
            (
                name in records.READERS
                and (isinstance(inner, list) or name in ("chathistory", "groupchat", "watchlivemap", "profilemap"))
            )
            or name == "settingsmap"
            or isinstance(inner, list)
        ):
            yield here, inner
        elif isinstance(inner, dict) and len(here) < DEEPEST and name not in _IGNORED:
            yield from _walk(inner, here)


def _read(sections: list[tuple[tuple[str, ...], Any]], prefix: str, options: ReadOptions) -> Iterator[Item]:
    export = records.Export()
    for path, value in sections:
        records.profile(path[-1].casefold(), value, export)
    names = tuple(name for name in (export.user, export.display) if name)
    if names:
        yield Owner(platform, names[0], names)
    unknown: list[str] = []
    for path, value in sections:
        name = path[-1].casefold()
        source = prefix + "/".join(path) if prefix else path[0]
        reader = records.READERS.get(name)
        if name == "\0":
            yield Problem(path[0], value, 0)
        elif _is_watched(path) or name in _IGNORED or not value:
            continue
        elif reader is not None:
            yield from reader(source, value, export, options)
        elif isinstance(value, list) and any("reviewtext" in records.lower(row) for row in value):
            yield from records.reviews(source, value, export, options)
        elif isinstance(value, list) and not any(part.casefold() in _SHOPS for part in path):
            unknown.append("/".join(path))
    if unknown:
        yield Remark(
            prefix.rstrip("#") or sections[0][0][0],
            f"Parts that we do not know and did not read: {', '.join(unknown)}.",
        )


_SHOPS = ("tiktok shop", "tiktok shopping", "ads and data", "income plus wallet", "poll", "purchases", "login history")


def _is_watched(path: tuple[str, ...]) -> bool:
    return any(part.casefold() in ("watch history", "video browsing history") for part in path)


MEMBERS = {
    "*.json": _read,  # `user_data_tiktok.json`, `user_data.json` before about 2023
    **{
        f"{folders}{name}.txt": tiktok_text.rows if kind else None
        for name, kind in tiktok_text.FILES.items()
        for folders in ("", "*/", "*/*/")
    },
}
