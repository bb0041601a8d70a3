"""The records of TikTok's export: one reader for each list, whatever file or section it stands in.

Keys are compared in lower case, since `Date` and `date` stand in one file. Missing values are `null`, `""` or `N/A`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from importers.posts import OTHER_RECORD, Item, Post, Problem, ReadOptions, Remark, derived_id

platform = "tiktok"
FIRST_YEAR, LAST_YEAR = 2014, 2100  # musical.ly began in 2014

_MISSING = ("", "n/a", "none")
_ITEM = re.compile(r"https?://(?:[\w-]+\.)*tiktokv?\.(?:com|us)/[^\s]*?/?(video|photo)/(\d{6,20})")
_CHAT_KEY = re.compile(r"^(?:Group )?Chat History with\s*:?\s*(.*?)\s*:?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Export:
    """What the whole file says about its rows."""

    user: str = ""
    display: str = ""
    private: str = ""  # "on", "off" or "" if the export does not say
    likes_shown_to: str = ""

    def audience(self, who: str) -> str:
        """Who may see a post, from its own word, else from the account's setting."""
        word = who.lower().strip()
        if word in ("everyone", "public", "public to everyone"):
            return "public"
        if "only me" in word or word in ("private", "self", "no one", "nobody"):
            return "private"
        if "friend" in word or "follow" in word:
            return "friends"
        if word not in _MISSING:
            return "unknown"
        return {"on": "friends", "off": "public"}.get(self.private, "unknown")


def profile(name: str, value: Any, export: Export) -> None:
    if not isinstance(value, dict):
        return
    row = lower(value)
    if name == "profilemap":
        export.user = export.user or _word(row, "username")
        export.display = export.display or _word(row, "displayname")
    elif name == "settingsmap":
        setting = _word(row, "private account").lower()
        export.private = {"on": "on", "off": "off", "enabled": "on", "disabled": "off"}.get(setting, "")
        export.likes_shown_to = _word(row, "who can view videos i liked")


def _bio(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    text = _own(lower(value), "biodescription") if isinstance(value, dict) else ""
    if text:
        link = f"https://www.tiktok.com/@{export.user}" if export.user else ""
        yield Post(
            derived_id("bio", export.user, text),
            platform,
            "bio",
            None,
            text,
            "",
            export.user,
            "public",
            link,
            (),
            source,
        )


def _rows(source: str, value: Any) -> Iterator[tuple[str, dict[str, Any]] | Problem]:
    if not isinstance(value, list):
        yield Problem(source, "This part has another shape than any that we know. Nothing was read from it.", 0)
        return
    for position, row in enumerate(value, 1):
        if isinstance(row, dict):
            yield f"{source}#{position}", lower(row)
        else:
            yield Problem(f"{source}#{position}", OTHER_RECORD)


def _videos(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    bare, off = 0, Counter[int]()
    deleted = source.casefold().endswith("postlist")
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        link, when = _word(record, "link", "videolink"), _moment(record.get("date"))
        item = _ITEM.search(link)
        text = "\n".join(piece for key in ("title", "addyourstext", "alternatetext") if (piece := _own(record, key)))
        if when is None and not link and not text:
            yield Problem(where, "This video has neither date nor link, so it was not read.")
            continue
        made = _made(item[2]) if item else None
        if when is not None and made is not None:
            off[round((when - made) / timedelta(hours=1))] += 1
        bare += not text
        yield Post(
            item[2] if item else derived_id("post", when, link.split("?")[0], text),
            platform,
            "post",
            when or made,
            text,
            account=export.user,
            audience="private" if deleted else export.audience(_word(record, "whocanview")),
            url=_page(item, export.user) if item else (link.split() or [""])[0],
            source=where,
        )
    if bare:
        yield Remark(source, f"Videos of yours that have no caption in this export: {bare}. Look at them yourself.")
    hours, times = (off.most_common(1) or [(0, 0)])[0]
    if hours and times > 2 and times * 2 > sum(off.values()):
        yield Remark(source, f"The times in this export differ by {hours} hours from those in the videos' own numbers.")


def _made(identity: str) -> datetime | None:
    """The time of a post by its id: the upper 32 of 64 bits are Unix seconds."""
    return _moment(int(identity) >> 32)


def _page(item: re.Match[str], user: str) -> str:
    return f"https://www.tiktok.com/@{user}/{item[1]}/{item[2]}" if user else item[0]


def _comments(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        text, when = record.get("comment"), _moment(record.get("date"))
        if not isinstance(text, str) or (not text and when is None):
            yield Problem(where, "This comment has no text, so it was not read.")
            continue
        target = _own(record, "original post link") or _own(record, "url")
        yield Post(
            derived_id("comment", when, text, target),
            platform,
            "comment",
            when,
            text,
            account=export.user,
            audience="public",
            url=target if target.startswith("https://") else "",
            source=where,
        )


def _targets(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    """Likes and bookmarks: a date and a link, nothing of what the video says."""
    saved = source.casefold().endswith("favoritevideolist") or "favorite videos" in source.casefold()
    shown = "private" if saved else export.audience(export.likes_shown_to) if export.likes_shown_to else "unknown"
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        link = _word(record, "link", "videolink")
        if not link:
            yield Problem(where, "This record has no link, so it was not read.")
            continue
        yield Post(
            derived_id("saved" if saved else "like", link),
            platform,
            "like",
            _moment(record.get("date")),
            account=export.user,
            audience=shown,
            url=link,
            source=where,
        )


def _follows(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        name = _word(record, "username")
        if not name:
            yield Problem(where, "This record names nobody, so it was not read.")
            continue
        page = f"https://www.tiktok.com/@{name}" if re.fullmatch(r"[\w.]+", name) else ""
        yield Post(
            derived_id("follow", name),
            platform,
            "follow",
            _moment(record.get("date")),
            context=name,
            account=export.user,
            audience="unknown",
            url=page,
            source=where,
        )


def _shares(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        shared, link, when = _own(record, "sharedcontent"), _own(record, "link"), _moment(record.get("date"))
        if not shared and not link:
            yield Problem(where, "This record does not say what was shared, so it was not read.")
            continue
        identity = derived_id("share", when, link, shared, _word(record, "method"))
        address = link if link.startswith("https://") else ""
        yield Post(identity, platform, "share", when, "", shared, export.user, "private", address, (), where)


def _messages(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    """The person's own messages, chat by chat, since a handle changes.

    Where none of their names wrote, they had another one then: whoever is not the partner is they.
    """
    if not isinstance(value, dict):
        yield Problem(source, "This part has another shape than any that we know. Nothing was read from it.", 0)
        return
    senders = {
        _word(lower(row), "from").casefold() for rows in value.values() if isinstance(rows, list) for row in rows
    }
    me = {name.casefold().lstrip("@") for name in (*options.accounts, export.user)} - {""}
    for key, rows in value.items():
        match = _CHAT_KEY.match(str(key))
        partner = match[1] if match else str(key)
        writers = {_word(lower(row), "from").casefold() for row in rows} - {""} if isinstance(rows, list) else set()
        others = writers - {partner.casefold()}
        # A single stranger may be the partner under a former handle, if the person's own is found in other chats.
        sure = others != writers or not me & senders
        ours = me & writers or (others if len(others) == 1 and sure else set())
        if others and not ours:
            yield Problem(
                source,
                f"A chat does not say who of its {len(writers)} writer(s) you are, so nothing in it was read. Run again "
                "with --account and the handle that you had then.",
                0,
            )
            continue
        yield from _chat(source, partner, rows, ours, export)


def _chat(source: str, partner: str, rows: Any, me: set[str], export: Export) -> Iterator[Item]:
    seen = Counter[tuple[object, ...]]()
    for row in _rows(source, rows or []):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        sender, text = _word(record, "from").casefold(), record.get("content")
        if sender not in me and sender:
            continue
        if not isinstance(text, str) or not sender:
            yield Problem(where, "This message has no sender or no text, so it was not read.")
            continue
        when = _moment(record.get("date"))
        link = re.fullmatch(r"https?://\S+", text.strip()) is not None
        yield Post(
            derived_id("message", partner.casefold(), when, text, seen[when, text]),
            platform,
            "message",
            when,
            "" if link else text,
            text if link else "",
            export.user or _word(record, "from"),
            "private",
            source=where,
        )
        seen[when, text] += 1


def _lives(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    """Comments and questions in other people's live videos."""
    if not isinstance(value, dict):
        yield Problem(source, "This part has another shape than any that we know. Nothing was read from it.", 0)
        return
    for identity, live in value.items():
        if not isinstance(live, dict):
            yield Problem(f"{source}/{identity}", OTHER_RECORD)
            continue
        about = lower(live)
        for part, said, time in (
            ("comments", "commentcontent", "commenttime"),
            ("questions", "questioncontent", "questiontime"),
        ):
            for row in _rows(f"{source}/{identity}/{part}", about.get(part) or []):
                if isinstance(row, Problem):
                    yield row
                    continue
                where, record = row
                text = record.get(said)
                if not isinstance(text, str) or not text:
                    yield Problem(where, "This live comment has no text, so it was not read.")
                    continue
                when = _moment(record.get(time)) or _moment(record.get("rawtime")) or _moment(about.get("watchtime"))
                yield Post(
                    derived_id("live", identity, when, text),
                    platform,
                    "comment",
                    when,
                    text,
                    account=export.user,
                    audience="public",
                    url=_own(about, "link"),
                    source=where,
                )


def _own_lives(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        text, when = _own(record, "roomtitle"), _moment(record.get("livestarttime"))
        if text:
            link = _own(record, "replayurl")
            yield Post(
                derived_id("live", when, text), platform, "post", when, text, "", export.user, "public", link, (), where
            )


def reviews(source: str, value: Any, export: Export, options: ReadOptions) -> Iterator[Item]:
    """Reviews of places, and of products."""
    for row in _rows(source, value):
        if isinstance(row, Problem):
            yield row
            continue
        where, record = row
        text = _own(record, "reviewtext")
        if not text:
            continue  # stars only
        about = _own(record, "placename") or _own(record, "productname")
        when = _moment(record.get("date")) or _moment(record.get("reviewtime"))
        identity = derived_id("review", about, when, text)
        yield Post(identity, platform, "comment", when, text, about, export.user, "public", "", (), where)


def lower(row: Any) -> dict[str, Any]:
    """A record with its keys in lower case: `Date` and `date` stand in one file."""
    return {str(key).casefold(): value for key, value in row.items()} if isinstance(row, dict) else {}


def _word(record: dict[str, Any], *keys: str) -> str:
    return next((value.strip() for key in keys if isinstance(value := record.get(key), str) and value.strip()), "")


def _own(record: dict[str, Any], key: str) -> str:
    """A text that may be given as missing: `N/A`, `None`. Not for comments, which may say just that."""
    value = _word(record, key)
    return "" if value.lower() in _MISSING else value


def _moment(value: Any) -> datetime | None:
    """`2025-03-02 18:04:11` (UTC), ISO 8601, or Unix seconds or milliseconds; None if it is none of these, or absurd."""
    try:
        if isinstance(value, str) and value.strip().isdecimal():
            value = int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            made = datetime.fromtimestamp(value / 1000 if value > 10**11 else value, UTC)
        elif isinstance(value, str):
            made = datetime.fromisoformat(value.strip().removesuffix(" UTC"))
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    made = made if made.tzinfo else made.replace(tzinfo=UTC)
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


READERS = {
    "profilemap": _bio,
    "videolist": _videos,  # `VideoList` of the watch history is told apart by its path
    "postlist": _videos,  # Recently Deleted Posts, since about 2025
    "commentslist": _comments,
    "itemfavoritelist": _targets,
    "favoritevideolist": _targets,
    "following": _follows,
    "sharehistorylist": _shares,
    "chathistory": _messages,
    "groupchat": _messages,  # since about 2026
    "watchlivemap": _lives,
    "golivelist": _own_lives,
    "reviewslist": reviews,
}
