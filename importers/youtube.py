"""Reads the YouTube part of a Google Takeout: comments, live chats, own videos, community posts, subscriptions, likes.

Folder and file names are in the account's language, so tables are known by their content (`youtube_tables`). The root is
the YouTube folder itself (`Takeout/YouTube and YouTube Music`), or `My Activity/YouTube`. All times are UTC. What was
watched and searched for is not read: it holds nobody's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from importers import youtube_files as files
from importers import youtube_records as records
from importers import youtube_tables as tables
from importers.archive import Archive, matches
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "youtube"
HEAD = 32_768  # bytes that show what a table holds

GUIDE = Guide(
    name="YouTube",
    address="https://takeout.google.com",
    ask=(
        "Open takeout.google.com and sign in with the account that you use on YouTube.",
        "Choose Deselect all, then tick YouTube and YouTube Music.",
        "Under Multiple formats, set history to JSON.",
        "Under All YouTube data included you may leave out videos and music: only words are judged.",
        "Choose Next step, then Create export, and wait for the e-mail.",
        "For the dates of your likes, add My Activity, choose only YouTube there, and set its format to JSON.",
    ),
    wait="Minutes to two days. The link in the e-mail works for about a week.",
    contains="Your comments and live chat messages anywhere on YouTube, titles and descriptions of your videos, community "
    "posts, channel text and subscriptions.",
    lacks="What your comment answered, what is said in your videos, and likes unless you add My Activity.",
    find={
        "comment": "Follow the link: your comment stands first. Choose the three dots beside it, then Delete. All of them "
        "are listed at myactivity.google.com/page?page=youtube_comments, with a delete button each.",
        "reply": "Follow the link: your reply stands first, under the comment it answers. Choose the three dots, then "
        "Delete. All are listed at myactivity.google.com/page?page=youtube_comments.",
        "post": "A video: open studio.youtube.com, Content, and choose the video to edit or delete it. A community post: "
        "follow the link, choose the three dots, then Delete.",
        "like": "Follow the link and choose the thumb again. Likes are listed at "
        "myactivity.google.com/page?page=youtube_likes.",
        "follow": "Open youtube.com/feed/channels and choose Subscribed, then Unsubscribe.",
        "bio": "Open studio.youtube.com, Customisation, Profile, and change the description.",
        "": "Follow the link, or look for it in studio.youtube.com.",
    },
)


def identify(archive: Archive) -> bool:
    """Tables, pages or JSON of YouTube, at the root or one folder below."""
    return (
        any(_knows(archive, name, _is_table) for name in archive.find("*.csv", "*/*.csv"))
        or any(_knows(archive, name, _is_json) for name in archive.find("*.json", "*/*.json") if _may_be_ours(name))
        or any(_knows(archive, name, _is_page) for name in archive.find("*.html", "*/*.html") if _may_be_ours(name))
    )


def owner(archive: Archive) -> str:
    """The first channel that a table names as the person's own."""
    for wanted in ("channels", "comments", "chats", "videos"):
        for name in archive.find("*.csv", "*/*.csv"):
            try:
                table = tables.read(name, _head(archive, name))
            except Unreadable:
                continue
            if table.type == wanted:
                channel = next((found for _, row in table.rows if (found := table.cell(row, "channel"))), "")
                if channel:
                    return channel
    return ""


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Comments, live chats, videos, community posts, channel texts, then likes and subscriptions with what is known of each."""
    account = records.Account()
    held: list[tuple[str, tables.Table]] = []
    for name in _read_by(archive, "**/*.csv"):
        try:
            held.append((name, tables.read(name, archive.read_text(name) or "")))
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    for _, table in held:
        records.gather(table, account)
    yield from _owner(held, account)
    members = archive.names()
    for name, table in held:
        yield from table.problems if table.type != "items" else ()
        if table.type == "other":
            yield Remark(name, "We do not know this table. It was not read.")
        for position, row in table.rows:
            yield from records.posts_of(f"{name}#{position}", table, row, account, members)
    for name in _read_by(archive, "**/*.html") + _read_by(archive, "**/*.json"):
        try:
            yield from _file(archive, name, account)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    for deed in account.deeds.values():
        yield records.post_of(deed, account)


def _read_by(archive: Archive, pattern: str) -> list[str]:
    """Members for which this is the first pattern in `MEMBERS`."""
    return [
        name for name in archive.find(pattern) if next(known for known in MEMBERS if matches(name, known)) == pattern
    ]


def _knows(archive: Archive, name: str, test: Any) -> bool:
    try:
        return bool(test(name, _head(archive, name)))
    except Unreadable:
        return False


def _head(archive: Archive, name: str) -> str:
    return archive.read_text(name, HEAD) or ""


def _may_be_ours(name: str) -> bool:
    # My Activity has one such file for each product, in folders side by side: its YouTube folder is a root of its own
    return "/" not in name or not re.search(
        r"/(?:my ?activity|meine ?aktivit|mon ?activit|mijn ?activit)", name.lower()
    )


def _is_table(name: str, head: str) -> bool:
    first = tables.plain(head[:500].split("\n", 1)[0])
    if re.match(r'"?(?:comment id|live chat id|channel id|video id|post id|playlist id|kommentar-id)"?,', first):
        return "text" in first or "channel" in first or "playlist" in first or "title" in first
    table = tables.read(name, head)
    return table.type in ("comments", "chats", "videos", "subscriptions") or (
        table.type == "posts" and any(table.cell(row, "id").startswith("Ugk") for _, row in table.rows)
    )


def _is_json(name: str, head: str) -> bool:
    return re.search(r'"header"\s*:\s*"YouTube|"kind"\s*:\s*"youtube#', head) is not None


def _is_page(name: str, head: str) -> bool:
    if re.search(r"my-(?:comments|live-chat-messages)\.html$", name, re.IGNORECASE):
        return True
    item = re.search(r"<li>[^\n]{0,600}youtube\.com/watch[^\n]{0,600}\d{4}-\d\d-\d\d[ T]\d\d:\d\d", head)
    return item is not None or _is_activity_page(head)


def _is_activity_page(text: str) -> bool:
    return "content-cell" in text and "mdl-" in text and re.search(r"YouTube", text) is not None


def _owner(held: list[tuple[str, tables.Table]], account: records.Account) -> Iterator[Owner]:
    ids = dict.fromkeys(
        found
        for _, table in held
        if table.type in ("channels", "comments", "chats", "videos")
        for _, row in table.rows
        if (found := table.cell(row, "channel")).startswith("UC")
    )
    names = dict.fromkeys([*(title for title in account.names.values() if title), *ids])
    if names:
        yield Owner(platform, next(iter(names)), tuple(names))


def _file(archive: Archive, name: str, account: records.Account) -> Iterator[Item]:
    if name.lower().endswith(".json"):
        rows = archive.read_json(name)
        if not isinstance(rows, list):
            yield Problem(name, "This file has another shape than any that we know. Nothing was read from it.", 0)
            return
        for deed in files.deeds(name, rows):
            if isinstance(deed, Problem):
                yield deed
            else:
                records.merge(account, deed)
        # Only My Activity holds likes; the history beside the comments holds what was watched and searched for
        if "/" not in name and files.is_activity(rows) and not files.speaks_english(rows):
            yield Remark(name, "The activity is in a language that we do not read. Likes in it were not read.")
        return
    text = archive.read_text(name) or ""
    if _is_activity_page(text[:HEAD]):
        if "/" not in name:  # `My Activity/YouTube/MyActivity.html`; the watch history below `history` has no likes
            yield Problem(name, "Your activity is in HTML. For your likes, ask for My Activity again, as JSON.", 0)
        return
    if not _is_page(name, text):
        yield Remark(name, "We do not know this page. It was not read.")
        return
    for said in files.said(name, text):
        if isinstance(said, Problem):
            yield said
        elif records.same(said.video, said.text, said.when) not in account.said:
            place = f"watch?v={said.video}" + (f"&lc={said.comment}" if said.comment else "")
            yield Post(
                said.comment or derived_id("comment", said.video, said.when, said.text),
                platform,
                "comment",
                said.when,
                said.text,
                account=account.name(""),
                audience="public",
                url=f"https://www.youtube.com/{place}" if said.video else "",
                source=f"{name}#{said.position}",
            )


MEMBERS = {
    **dict.fromkeys(  # as of 2024 to 2026: settings, and music that the person bought or uploaded
        f"**/{name}*.csv"
        for name in (
            "video recordings",
            "channel url configs",
            "channel images",
            "channel feature data",
            "channel page settings",
            "channel permissions",
            "channel community moderation settings",
            "music library songs",
            "music uploads metadata",
        )
    ),
    "**/archive_browser.html": None,  # Takeout's own table of contents
    "**/*.csv": tables.read,  # names and headers are localised; the content tells them apart
    "**/*.html": files.said,  # comments until about 2023; history, which is known and passed over
    "**/*.json": files.deeds,  # subscriptions until about 2021, liked videos, activity
    **dict.fromkeys(
        f"**/*{suffix}" for suffix in (*records.FILMS, ".mp3", ".m4a", ".jpg", ".jpeg", ".png", ".gif", ".webp")
    ),
    **dict.fromkeys(("**/*.vtt", "**/*.srt", "**/*.sbv")),  # captions
}
