"""Rows of Instagram's JSON: what one post, comment, like, follow or answer says, in eras B to D (since 2021).

Three styles of rows: media rows, rows of labelled strings (`string_map_data`, `string_list_data`), and `label_values`
since 2025. Labels are display texts and may be in the account's language: known ones first, then the shape tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from importers import meta
from importers.meta import dicts, joined, labels, link, local_media, moment, text_of, web_address
from importers.meta_html import own_name
from importers.meta_messages import Tally
from importers.posts import OTHER_RECORD, Item, Post, Problem, derived_id

PLATFORM = "instagram"
# Labels of exports in English, Dutch, Spanish, German, French and Romanian
COMMENT = ("comment", "opmerking", "reactie", "comentario", "kommentar", "commentaire", "comentariu", "text", "tekst")
OWNER = ("media owner", "media-eigenaar", "owner", "eigenaar", "propietario del contenido multimedia", "medieneigner")
TIME = ("time", "tijd", "hora", "zeit", "heure", "ora", "time of repost", "creation time", "tijdstip")


@dataclass(slots=True, repr=False)
class Account:
    """What reading one account has to remember."""

    name: str = ""  # user name, as shown in the report
    names: frozenset[str] = frozenset()  # names in chats, in small letters
    private: bool | None = None  # the account as it is now; None if the export does not say
    changes: tuple[datetime, ...] = ()  # when it became private or public
    unknown_labels: set[str] = field(default_factory=set)  # members with labels that were read by their place
    not_live: int = 0  # archived or deleted things
    tally: Tally = field(default_factory=Tally)  # messages that could be somebody else's

    def audience(self, at: datetime | None) -> str:
        """Who may see a post: everybody if the account is public now or was then, else those who follow it."""
        if self.private is None:
            return "unknown"
        if not self.private:
            return "public"
        later = sum(change > at for change in self.changes) if at else 0
        return "public" if later % 2 else "friends"


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def strange(row: Any, source: str) -> Problem | None:
    """The problem of a row that is no row."""
    if not isinstance(row, dict):
        return Problem(source, OTHER_RECORD)
    lists = ("media", "string_list_data", "label_values", "media_list_data")
    if any(not isinstance(row[key], list | dict) for key in lists if row.get(key) is not None):
        return Problem(source, OTHER_RECORD)
    if not isinstance(row.get("string_map_data") or {}, dict) or not row.keys() & {*meta.ROW_KEYS, "title"}:
        return Problem(source, OTHER_RECORD)
    inner = row.get("string_map_data") or {}
    for entry in [*inner.values(), *_items(row.get("string_list_data")), *_items(row.get("media"))]:
        if not isinstance(entry, dict) or not isinstance(entry.get("value") or "", str):
            return Problem(source, OTHER_RECORD)
    if row.get("title") is not None and not isinstance(row["title"], str):
        return Problem(source, OTHER_RECORD)
    return None


def media(
    row: Any, source: str, account: Account, *, kind: str = "post", platform: str = PLATFORM, live: bool = True
) -> Iterator[Item]:
    """A post, reel, story or profile photo.

    With one picture, caption and time stand with the picture only; with several, they stand at the top. Some rows have
    them in both places.
    """
    problem = strange(row, source)
    if problem:
        yield problem
        return
    items = dicts(row.get("media")) or ([row] if "uri" in row else [])
    texts = [text_of(row, "title"), *(text_of(item, "title") for item in items)]
    if "label_values" in row:
        texts += [entry.value for entry in labels(row) if entry.label in ("caption", "title", "text", "onderschrift")]
    times = [row.get("creation_timestamp"), *(item.get("creation_timestamp") for item in items), row.get("timestamp")]
    files = local_media(*(item.get("uri") for item in items))
    text, at = joined(texts), next((moment(time) for time in times if moment(time)), None)
    if not (text or files or at):
        yield Problem(source, OTHER_RECORD)
        return
    if not live:
        account.not_live += 1
    # `text_app_post` in exports, though the file's own wrapper says `text_post_app`: either will do
    said = [item.get(key) for item in items for key in ("text_app_post", "text_post_app")]
    if platform == "threads" and any(isinstance(part, dict) and part.get("is_reply") is True for part in said):
        kind = "reply"
    yield Post(
        # Posts and reels share their ids, for a reel may stand in both files; the file's name counts only without words
        post_id=derived_id("story" if kind == "story" else "media", at, text or (own_name(files[0]) if files else "")),
        platform=platform,
        kind=kind,
        created_at=at,
        text=text,
        account=account.name,
        audience=account.audience(at) if live else "private",
        media=files,
        source=source,
    )


@dataclass(slots=True, repr=False)
class Strings:
    """A row of labelled strings: label -> value, in their order, with the times apart."""

    values: dict[str, str]
    at: datetime | None
    href: str


def strings(row: dict[str, Any]) -> Strings:
    """`string_map_data` as labels and values, whatever the language of the labels."""
    values: dict[str, str] = {}
    times: list[datetime] = []
    href = ""
    inner = row.get("string_map_data")
    for label, entry in inner.items() if isinstance(inner, dict) else ():
        if not isinstance(entry, dict):
            continue
        at = moment(entry.get("timestamp"))
        if at:
            times.append(at)
        if at and not text_of(entry, "value"):
            continue
        if label.strip().lower() not in TIME:
            values[label.strip().lower()] = text_of(entry, "value")
        href = href or web_address(entry.get("href"))
    return Strings(values, times[0] if times else None, href)


def known(values: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The value under the first of these labels, None if there is none of them."""
    return next((values[name] for name in names if name in values), None)


def comment(row: Any, source: str, account: Account) -> Iterator[Item]:
    """A comment; all rows are the person's. The owner of what was commented on may be missing; a GIF has no text."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    listed = dicts(row.get("string_list_data"))
    if "label_values" in row:
        entries = labels(row)
        text = next((entry.value for name in COMMENT for entry in entries if entry.label == name and entry.value), "")
        about = next((entry.value for entry in entries if entry.label in ("media owner", "username")), "")
        at = moment(row.get("timestamp")) or next((entry.at for entry in entries if entry.at), None)
    elif listed:  # 2021 and 2022
        text, about, at = text_of(listed[0], "value"), text_of(row, "title"), moment(listed[0].get("timestamp"))
    else:
        found = strings(row)
        said, owner = known(found.values, COMMENT), known(found.values, OWNER)
        if said is None:  # labels in another language: the first is the text, the second whose it was
            free = [value for label, value in found.values.items() if label not in OWNER]
            said = free[0] if free else ""
            owner = owner if owner is not None else free[1] if len(free) > 1 else ""
            if found.values:
                account.unknown_labels.add(source.split("#")[0])
        text, about, at = said, owner or "", found.at
    files = local_media(*(item.get("uri") for item in dicts(row.get("media_list_data"))))
    webs = [web_address(item.get("uri")) for item in dicts(row.get("media_list_data"))]
    if not (text or about or at):
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=derived_id("comment", at, text or next((web for web in webs if web), "") or about),
        platform=PLATFORM,
        kind="comment",
        created_at=at,
        text=text,
        context=about,
        account=account.name,
        media=files,
        source=source,
    )


def like(row: Any, source: str, account: Account, *, platform: str = PLATFORM) -> Iterator[Item]:
    """Something liked. Its owner and caption are somebody else's words, always."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    if "label_values" in row:
        entries = labels(row)
        owner = next((entry.value for entry in entries if entry.label == "username"), "") or next(
            (entry.value for entry in entries if entry.label == "name"), ""
        )
        captions = [entry.value for entry in entries if entry.label in ("caption", "title") and entry.value]
        url, at, context = link(entries), moment(row.get("timestamp")), joined([owner, *captions], "\n")
    else:
        listed = dicts(row.get("string_list_data"))
        first = listed[0] if listed else {}
        found = strings(row)
        url, at = web_address(first.get("href")) or found.href, moment(first.get("timestamp")) or found.at
        said = text_of(first, "value")
        context = joined([text_of(row, "title"), said if any(letter.isalnum() for letter in said) else ""], "\n")
        context = context or next((value for value in found.values.values() if value), "")
    if not (context or url):
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=derived_id("like", at, url or context),
        platform=platform,
        kind="like",
        created_at=at,
        context=context or url,
        account=account.name,
        url=url,
        source=source,
    )


def follow(row: Any, source: str, account: Account, *, platform: str = PLATFORM, mark: str = "") -> Iterator[Item]:
    """An account or hashtag that the person follows. The name is the value, else the title, else the link's end."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    listed = dicts(row.get("string_list_data"))
    first = listed[0] if listed else {}
    url = web_address(first.get("href"))
    name = text_of(first, "value") or text_of(row, "title") or url.rstrip("/").rsplit("/", 1)[-1]
    at = moment(first.get("timestamp"))
    if "label_values" in row:
        entries = labels(row)
        url, at = link(entries), moment(row.get("timestamp"))
        name = next((entry.value for entry in entries if entry.label in ("username", "name")), "") or name
    if not name:
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=derived_id("follow", at, name),
        platform=platform,
        kind="follow",
        created_at=at,
        context=mark + name.lstrip("#") if mark else name,
        account=account.name,
        url=url,
        source=source,
    )


def answer(row: Any, source: str, account: Account, *, typed: bool) -> Iterator[Item]:
    """An answer to a story: `typed` words are the person's, a choice in a poll or quiz is a like of that choice."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    listed = dicts(row.get("string_list_data"))
    about, found = text_of(row, "title"), strings(row)
    if not listed and found.values:
        listed = [{"value": next(iter(found.values.values())), "timestamp": row.get("timestamp")}]
    if not listed and not about:
        yield Problem(source, OTHER_RECORD)
    for part in listed or [{}]:
        said, at = text_of(part, "value"), moment(part.get("timestamp")) or found.at
        yield Post(
            post_id=derived_id("answer" if typed else "choice", at, said, about),
            platform=PLATFORM,
            kind="comment" if typed else "like",
            created_at=at,
            text=said if typed else "",
            context=about if typed else joined([about, said], "\n"),
            account=account.name,
            audience="private" if typed else "unknown",
            source=source,
        )


def repost(row: Any, source: str, account: Account) -> Iterator[Item]:
    """Somebody else's work shown again, at times with a note of the person's."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    found = strings(row)
    text = known(found.values, ("text", "tekst", "texto")) or ""
    others = [value for label, value in found.values.items() if value and value != text]
    if not (text or others or found.at):
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=derived_id("share", found.at, text or found.href or "|".join(others)),
        platform=PLATFORM,
        kind="share",
        created_at=found.at,
        text=text,
        context=joined(others, "\n"),
        account=account.name,
        audience=account.audience(found.at),
        url=found.href,
        source=source,
    )


def note(row: Any, source: str, account: Account) -> Iterator[Item]:
    """A short note on the profile."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    found, listed = strings(row), dicts(row.get("string_list_data"))
    text = next((value for value in found.values.values() if value), "") or next(
        (text_of(part, "value") for part in listed), ""
    )
    at = found.at or next((moment(part.get("timestamp")) for part in listed), None)
    if not text:
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=derived_id("note", at, text),
        platform=PLATFORM,
        kind="post",
        created_at=at,
        text=text,
        account=account.name,
        audience="friends",
        source=source,
    )
