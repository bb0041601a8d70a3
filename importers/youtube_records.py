"""From a row of a YouTube table, or a like or subscription, to a post; and what several files say together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from importers import youtube_files as files
from importers import youtube_tables as tables
from importers.posts import Item, Post, Problem, derived_id

platform = "youtube"
FILMS = (".mp4", ".mov", ".avi", ".webm", ".mkv", ".mpg", ".wmv", ".3gp", ".flv", ".m4v")


@dataclass(slots=True)
class Account:
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


def gather(table: tables.Table, account: Account) -> None:
    """What one table says about the rows of another."""
    if table.type == "channels":
        for _, row in table.rows:
            account.names[table.cell(row, "channel")] = table.cell(row, "title")
    elif table.type == "texts":
        for video, role, piece in tables.further_texts(table):
            account.texts[video, role] = account.texts.get((video, role), "") + piece


def posts_of(source: str, table: tables.Table, row: list[str], account: Account, members: list[str]) -> Iterator[Item]:
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
            merge(account, files.Deed("follow", title, channel or title, table.cell(row, "url"), None, source))
        else:
            yield Problem(source, "This row names no channel, so it was not read.")


def _comment(source: str, table: tables.Table, row: list[str], account: Account) -> Item:
    place = table.where["text"]
    text = tables.words(row[place]) if place < len(row) else None
    identity, video = table.cell(row, "id"), table.cell(row, "video")
    if text is None or not identity:
        return Problem(source, "This comment is cut off or damaged, so it was not read.")
    when = files.moment(table.cell(row, "time"))
    account.said.add(same(video, text, when))
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


def same(video: str, text: str, when: datetime | None) -> tuple[str, str, str]:
    # HTML has whole seconds and other blanks than the table of the same comment
    return video, " ".join(text.split()), when.strftime("%Y-%m-%dT%H:%M:%S") if when else ""


def _video(source: str, table: tables.Table, row: list[str], account: Account, members: list[str]) -> Item:
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
        if name.lower().endswith(FILMS)
        and re.sub(r"\W", "_", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).lower() == wanted
    ]
    return tuple(found) if wanted and len(found) == 1 else ()


def _audience(word: str) -> str:
    """From the privacy column, in the languages that we know; unlisted videos are neither public nor private."""
    plain = tables.plain(word)
    if plain.startswith(("public", "publiq", "öffentlich", "públic", "pubblic", "openbaar", "publiek")):
        return "public"
    return "private" if plain.startswith(("privat", "privé", "privad", "prywatn")) else "unknown"


def _community(source: str, table: tables.Table, row: list[str], account: Account, members: list[str]) -> Item:
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


def _described(source: str, table: tables.Table, row: list[str], account: Account) -> Iterator[Post]:
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


def merge(account: Account, deed: files.Deed) -> None:
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


def post_of(deed: files.Deed, account: Account) -> Post:
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
