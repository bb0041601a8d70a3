"""Reads the YouTube part of a Google Takeout: comments, live chats, own videos, community posts, subscriptions, likes.

Folder and file names are in the account's language, so tables are known by their content (`youtube_tables`). The root is
the YouTube folder itself (`Takeout/YouTube and YouTube Music`), or `My Activity/YouTube`. All times are UTC. What was
watched and searched for is not read: it holds nobody's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from importers import youtube_files as files
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


@dataclass(slots=True)
class _Account:
    """What several files say together."""

    names: dict[str, str] = field(default_factory=dict)  # channel id -> title
    texts: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # (video id, title|description) -> what continues it
    deeds: dict[tuple[str, str], files.Deed] = field(default_factory=dict)  # (kind, target) -> like or subscription
    said: set[tuple[str, str, str]] = field(default_factory=set)  # (video, words, second): comments read from tables

    def name(self, channel: str) -> str:
        """The channel's title; its id if the export does not say; the only title if there is no id."""
        if not channel and len(self.names) == 1:
            return next(iter(self.names.values()))
        return self.names.get(channel) or channel


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
    account = _Account()
    held: list[tuple[str, tables.Table]] = []
    for name in _read_by(archive, "**/*.csv"):
        try:
            held.append((name, tables.read(name, archive.read_text(name) or "")))
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    for _, table in held:
        _gather(table, account)
    yield from _owner(held, account)
    members = archive.names()
    for name, table in held:
        yield from table.problems if table.type != "items" else ()
        if table.type == "other":
            yield Remark(name, "We do not know this table. It was not read.")
        for position, row in table.rows:
            yield from _row(f"{name}#{position}", table, row, account, members)
    for name in _read_by(archive, "**/*.html") + _read_by(archive, "**/*.json"):
        try:
            yield from _file(archive, name, account)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    for deed in account.deeds.values():
        yield _deed(deed, account)


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
        table.type == "posts" and any(row[table.where["id"]].startswith("Ugk") for _, row in table.rows if row)
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


def _gather(table: tables.Table, account: _Account) -> None:
    """What one table says about the rows of another."""
    if table.type == "channels":
        for _, row in table.rows:
            account.names[table.cell(row, "channel")] = table.cell(row, "title")
    elif table.type == "texts":
        for video, role, piece in tables.further_texts(table):
            account.texts[video, role] = account.texts.get((video, role), "") + piece


def _owner(held: list[tuple[str, tables.Table]], account: _Account) -> Iterator[Owner]:
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


def _row(source: str, table: tables.Table, row: list[str], account: _Account, members: list[str]) -> Iterator[Item]:
    if table.type in ("comments", "chats"):
        yield _comment(source, table, row, account)
    elif table.type == "videos":
        yield _video(source, table, row, account, members)
    elif table.type == "posts":
        yield _community(source, table, row, account, members)
    elif table.type in ("channels", "playlists"):
        yield from _described(source, table, row, account)
    elif table.type == "subscriptions":
        channel, title = table.cell(row, "channel"), table.cell(row, "title")
        if channel or title:
            _merge(account, files.Deed("follow", title, channel or title, table.cell(row, "url"), None, source))
        else:
            yield Problem(source, "This row names no channel, so it was not read.")


def _comment(source: str, table: tables.Table, row: list[str], account: _Account) -> Item:
    place = table.where["text"]
    text = tables.words(row[place]) if place < len(row) else None
    identity, video = table.cell(row, "id"), table.cell(row, "video")
    if text is None or not identity:
        return Problem(source, "This comment is cut off or damaged, so it was not read.")
    when = files.moment(table.cell(row, "time"))
    account.said.add(_same(video, text, when))
    post, parent = table.cell(row, "post"), table.cell(row, "parent")
    page = f"watch?v={video}&lc={identity}" if video else f"post/{post}?lc={identity}" if post else ""
    if table.type == "chats":
        page = f"watch?v={video}" if video else ""
    return Post(
        identity,
        platform,
        "reply" if parent and table.type == "comments" else "comment",
        when,
        text,
        account=account.name(table.cell(row, "channel")),
        audience="public",  # as the video is, which the export does not say
        url=f"https://www.youtube.com/{page}" if page else "",
        source=source,
    )


def _same(video: str, text: str, when: datetime | None) -> tuple[str, str, str]:
    # HTML has whole seconds and other blanks than the table of the same comment
    return video, " ".join(text.split()), when.strftime("%Y-%m-%dT%H:%M:%S") if when else ""


def _video(source: str, table: tables.Table, row: list[str], account: _Account, members: list[str]) -> Item:
    video = table.cell(row, "video")
    title = table.cell(row, "title") + account.texts.get((video, "title"), "")
    about = table.cell(row, "description") + account.texts.get((video, "description"), "")
    if not video or not re.fullmatch(r"[\w-]{11}", video):
        return Problem(source, "This row has no video id, so it was not read.")
    words = [title, about, ", ".join(tables.tags(table, row))]
    return Post(
        video,
        platform,
        "post",
        files.moment(table.cell(row, "published")) or files.moment(table.cell(row, "time")),
        "\n\n".join(piece for piece in words if piece),
        account=account.name(table.cell(row, "channel")),
        audience=_audience(table.cell(row, "privacy")),
        url=f"https://www.youtube.com/watch?v={video}",
        media=_file_of(table.cell(row, "title"), members),
        source=source,
    )


def _file_of(title: str, members: list[str]) -> tuple[str, ...]:
    """The video's file, if only one has its title; characters that file names cannot hold are `_` there."""
    wanted = re.sub(r"\W", "_", title).lower()
    found = [
        name
        for name in members
        if name.lower().endswith(_FILMS)
        and re.sub(r"\W", "_", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).lower() == wanted
    ]
    return tuple(found) if wanted and len(found) == 1 else ()


def _audience(word: str) -> str:
    """From the privacy column, in the languages that we know; unlisted videos are neither public nor private."""
    plain = tables.plain(word)
    if plain.startswith(("public", "publiq", "öffentlich", "públic", "pubblic", "openbaar", "publiek")):
        return "public"
    return "private" if plain.startswith(("privat", "privé", "privad", "prywatn")) else "unknown"


def _community(source: str, table: tables.Table, row: list[str], account: _Account, members: list[str]) -> Item:
    identity = table.cell(row, "id")
    text = tables.words(table.cell(row, "text"))
    if not identity or text is None:
        return Problem(source, "This community post is cut off or damaged, so it was not read.")
    named = tables.pictures(table, row)
    return Post(
        identity,
        platform,
        "post",
        files.moment(table.cell(row, "time")),
        "\n".join(piece for piece in (text, *tables.options(table, row)) if piece),
        account=account.name(table.cell(row, "channel")),
        audience="public",
        url=f"https://www.youtube.com/post/{identity}",
        media=tuple(name for name in members if name.rsplit("/", 1)[-1] in named),
        source=source,
    )


def _described(source: str, table: tables.Table, row: list[str], account: _Account) -> Iterator[Post]:
    """The description of a channel; title and description of a playlist."""
    is_channel = table.type == "channels"
    title, about = table.cell(row, "title"), table.cell(row, "description")
    identity = table.cell(row, "channel" if is_channel else "id")
    text = about if is_channel else "\n\n".join(piece for piece in (title, about) if piece)
    if text:
        yield Post(
            derived_id("bio" if is_channel else "playlist", identity),
            platform,
            "bio" if is_channel else "post",
            files.moment(table.cell(row, "time")),
            text,
            account=account.name(identity if is_channel else ""),
            audience=_audience(table.cell(row, "privacy")),
            url=f"https://www.youtube.com/{'channel/' if is_channel else 'playlist?list='}{identity}",
            source=source,
        )


def _file(archive: Archive, name: str, account: _Account) -> Iterator[Item]:
    if name.lower().endswith(".json"):
        records = archive.read_json(name)
        if not isinstance(records, list):
            yield Problem(name, "This file has another shape than any that we know. Nothing was read from it.", 0)
            return
        for deed in files.deeds(name, records):
            if isinstance(deed, Problem):
                yield deed
            else:
                _merge(account, deed)
        # Only My Activity holds likes; the history beside the comments holds what was watched and searched for
        if "/" not in name and files.is_activity(records) and not files.speaks_english(records):
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
        elif _same(said.video, said.text, said.when) not in account.said:
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


def _merge(account: _Account, deed: files.Deed) -> None:
    """Tables of subscriptions have no dates, the activity has: what is known of each is put together."""
    held = account.deeds.get((deed.kind, deed.target))
    if held is not None:
        deed = files.Deed(
            deed.kind,
            held.name or deed.name,
            deed.target,
            held.address or deed.address,
            held.when or deed.when,
            held.source,
        )
    account.deeds[deed.kind, deed.target] = deed


def _deed(deed: files.Deed, account: _Account) -> Post:
    return Post(
        derived_id(deed.kind, deed.target),
        platform,
        deed.kind,
        deed.when,
        context=deed.name,
        account=account.name(""),
        audience="unknown",
        url=deed.address if deed.address.startswith(("https://", "http://")) else "",
        source=deed.source,
    )


_FILMS = (".mp4", ".mov", ".avi", ".webm", ".mkv", ".mpg", ".wmv", ".3gp", ".flv", ".m4v")

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
    **dict.fromkeys(f"**/*{suffix}" for suffix in (*_FILMS, ".mp3", ".m4a", ".jpg", ".jpeg", ".png", ".gif", ".webp")),
    **dict.fromkeys(("**/*.vtt", "**/*.srt", "**/*.sbv")),  # captions
}
