"""Rows of Facebook's JSON: what one post, comment, reaction, page or group says, in any generation.

A function here takes one repaired row and its source, and yields posts, or a Problem for a row of another shape. The
sentence in `title` is written by Facebook in the account's language and names other people: it is context, never text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from importers import meta
from importers.meta import dicts, joined, labels, link, local_media, moment, pick, text_of, web_address, without_tags
from importers.meta_messages import Tally
from importers.posts import OTHER_RECORD, Item, Post, Problem, derived_id

PLATFORM = "facebook"
# Facebook's word for "sad" is SORRY and for "angry" ANGER; LIKE goes without saying, NONE was taken back
REACTIONS = {
    "LOVE": "Love",
    "HAHA": "Haha",
    "WOW": "Wow",
    "SORRY": "Sad",
    "ANGER": "Angry",
    "SUPPORT": "Care",
    "PRIDE": "Pride",
    "GRATITUDE": "Thankful",
}
# "Message" where the account's language is not English
MESSAGE = ("message", "text", "mensaje", "bericht", "nachricht", "mesaj", "messaggio", "mensagem", "wiadomość")
# Labels of what is never the person's text: people, places, links, settings
NO_TEXT = frozenset(
    (
        *("name", "target", "owner", "author", "group", "address", "coordinates", "reaction", "url", "href", "link"),
        *("audience", "privacy", "visibility", "shared with"),
    )
)


@dataclass(slots=True, repr=False)
class Account:
    """What reading one account has to remember."""

    name: str = ""  # as shown in the report
    names: frozenset[str] = frozenset()  # own names in small letters, former ones and those of `--account` too
    is_known: bool = False  # whether the export itself gives the name: else nobody's comments can be told from others'
    captions: dict[str, str] = field(default_factory=dict)  # media read with a post -> that post's text
    left: dict[str, datetime] = field(default_factory=dict)  # group in small letters -> when it was last left
    strangers: int = 0  # comments under names that are not the person's
    not_live: int = 0  # archived, pending or deleted things
    tally: Tally = field(default_factory=Tally)  # messages that could be somebody else's


def strange(row: Any, source: str) -> Problem | None:
    """The problem of a row that is no row: not an object, or one whose parts are not what they always are."""
    if not isinstance(row, dict):
        return Problem(source, OTHER_RECORD)
    lists = ("data", "attachments", "label_values", "tags")
    if any(not isinstance(row[key], list | dict) for key in lists if row.get(key) is not None):
        return Problem(source, OTHER_RECORD)
    inside = row.get("data")
    for part in inside if isinstance(inside, list) else []:
        if not isinstance(part, dict) or any(
            key in part and not isinstance(part[key], str | dict) for key in ("post", "comment", "reaction")
        ):
            return Problem(source, OTHER_RECORD)
    if not row.keys() & {*meta.ROW_KEYS, "title", "name", "tags", "description", "url"}:
        return Problem(source, OTHER_RECORD)
    return None


def _strings(row: dict[str, Any], key: str) -> list[str]:
    """All texts under a key in `data`, a list of one-key objects in any order, some of them empty."""
    found = [without_tags(text_of(part, key)) for part in dicts(row.get("data"))]
    return [text for text in dict.fromkeys(found) if text.strip()]


@dataclass(slots=True, repr=False)
class _Attached:
    """What hangs on a post."""

    own: list[str] = field(default_factory=list)  # captions, notes, life events: written by the person
    others: list[str] = field(default_factory=list)  # names of links, quoted texts, places, events
    media: tuple[str, ...] = ()
    shares: bool = False  # a link or somebody's words were shared
    note: bool = False


def _attached(row: dict[str, Any]) -> _Attached:
    found, media = _Attached(), list[Any]()
    for group in dicts(row.get("attachments")):
        for part in dicts(group.get("data")):
            shared = part.get("external_context")
            if isinstance(shared, dict):
                found.shares = True
                found.others += [text_of(shared, "name"), text_of(shared, "source"), text_of(shared, "url")]
            picture = part.get("media")
            if isinstance(picture, dict):
                media.append(picture.get("uri"))
                found.own.append(without_tags(text_of(picture, "description")))
            note = part.get("note")
            if isinstance(note, dict):
                found.note = True
                found.own += [text_of(note, "title"), without_tags(text_of(note, "text"))]
                media += [item.get("uri") for item in dicts(note.get("media"))]
            found.own.append(text_of(part.get("life_event"), "title"))
            found.others += [text_of(part.get("place"), "name"), text_of(part.get("event"), "name")]
            # 31 of 39 such texts stood under "shared a memory" (often the person's own old words), the rest under
            # shared posts: nobody can tell, so they are not taken for the person's
            quoted = text_of(part, "text")
            found.shares = found.shares or bool(quoted)
            found.others += [without_tags(quoted), text_of(part, "name")]
    found.media = local_media(*media)
    return found


def post_id(kind: str, row: dict[str, Any], text: str, *instead: str) -> str:
    """`fbid` where the row has one; else derived from time and text, or from what else there is if there is no text."""
    fbid = row.get("fbid")
    if isinstance(fbid, str | int) and not isinstance(fbid, bool) and str(fbid).strip():
        return str(fbid)
    at = row.get("timestamp") or row.get("creation_timestamp")
    return derived_id(kind, at if isinstance(at, int | float | str) else None, text or "|".join(instead))


def _live(row: dict[str, Any]) -> str:
    """The redirect to the live item that rows of HTML pages have."""
    return web_address(row.get("dyi_link"))


def _base(uri: str) -> str:
    """A file's own name: the folders before it have moved twice."""
    return uri.rsplit("/", 1)[-1]


def post(row: Any, source: str, account: Account, *, kind: str = "", audience: str = "unknown") -> Iterator[Item]:
    """A row of posts, group posts, reels, stories and their like; group files hold comments among posts."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    if "label_values" in row:
        yield from labelled_post(row, source, account, kind=kind or "post", audience=audience)
        return
    if any("comment" in part for part in dicts(row.get("data"))):
        yield from comment(row, source, account)
        return
    written, attached = _strings(row, "post") + _strings(row, "text"), _attached(row)
    title = text_of(row, "title")
    text, context = joined([*written, *attached.own]), joined(attached.others, "\n")
    for uri in attached.media:
        account.captions[_base(uri)] = text
    what = kind or ("article" if attached.note else "share" if attached.shares and not text else "post")
    first = _base(attached.media[0]) if attached.media else ""
    yield Post(
        post_id=post_id(kind or "post", row, text, first or context or title),
        platform=PLATFORM,
        kind=what,
        created_at=moment(row.get("timestamp") or row.get("creation_timestamp")),
        text=text,
        context=joined([context, title], "\n"),
        account=account.name,
        audience=audience,
        url=_live(row),
        media=attached.media,
        source=source,
    )


def labelled_post(
    row: dict[str, Any], source: str, account: Account, *, kind: str, audience: str = "unknown", context: str = ""
) -> Iterator[Item]:
    """A post in the `label_values` family: check-ins, posts on other profiles, edits, archive."""
    entries = labels(row)
    text = pick(entries, *MESSAGE, "comment", "edited text", "caption", "description")
    if not text:  # labels in a language that we do not know: the longest text at the top that is no link
        unknown = [
            entry for entry in entries if not (entry.label in NO_TEXT or (entry.neutral and entry.neutral <= NO_TEXT))
        ]
        free = [entry.value for entry in unknown if not entry.inside and not entry.href and not entry.at]
        text = max((value for value in free if not web_address(value)), key=len, default="")
    text = without_tags(text)
    places = [entry.value for entry in entries if entry.label == "name" or entry.label == "target"]
    media = local_media(*(item.get("uri") for item in dicts(row.get("media"))))
    if not entries and not media:
        yield Problem(source, OTHER_RECORD)
        return
    yield Post(
        post_id=post_id(kind, row, text, *(entry.value for entry in entries)),
        platform=PLATFORM,
        kind=kind,
        created_at=moment(row.get("timestamp")) or next((entry.at for entry in entries if entry.at), None),
        text=text,
        context=joined([context, *places], "\n"),
        account=account.name,
        audience=audience if audience != "unknown" else meta.audience(entries),
        url=_live(row) or link(entries),
        media=media,
        source=source,
    )


def comment(row: Any, source: str, account: Account) -> Iterator[Item]:
    """A comment. `data` is missing where it was a sticker or a photo alone; what was commented on is not exported."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    if "label_values" in row:
        yield from labelled_post(row, source, account, kind="comment")
        return
    said = [part["comment"] for part in dicts(row.get("data")) if isinstance(part.get("comment"), dict)]
    plain = [text_of(part, "comment") for part in dicts(row.get("data"))]
    author = next((text_of(part, "author") for part in said if text_of(part, "author")), "")
    if author and account.is_known and author.strip().casefold() not in account.names:
        account.strangers += 1
        return
    attached = _attached(row)
    text = without_tags(joined([*(text_of(part, "comment") for part in said), *plain]))
    at = next((moment(part.get("timestamp")) for part in said if moment(part.get("timestamp"))), None)
    group = next((text_of(part, "group") for part in said if text_of(part, "group")), "")
    first = _base(attached.media[0]) if attached.media else ""
    title = text_of(row, "title")
    yield Post(
        # The group files repeat comments of the main file: same time and text, same id
        post_id=derived_id("comment", row.get("timestamp"), text or first or title),
        platform=PLATFORM,
        kind="comment",
        created_at=moment(row.get("timestamp")) or at,
        text=text,
        context=joined([title, group, *attached.others], "\n"),
        account=account.name,
        url=_live(row),
        media=attached.media,
        source=source,
    )


def reaction(row: Any, source: str, account: Account) -> Iterator[Item]:
    """A reaction, from either of the two files that describe the same ones."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    if "label_values" in row:
        entries = labels(row)
        # The word is in the account's language; only the English one can be told from a name
        word = pick(entries, "reaction")
        url, name = link(entries), pick(entries, "name", "title")
        what = "" if word.lower() in ("like", "") else word
        about = name or url
    else:
        inner = [part["reaction"] for part in dicts(row.get("data")) if isinstance(part.get("reaction"), dict)]
        said = next((text_of(part, "reaction") for part in inner), "").upper()
        if said == "NONE":
            return
        what = REACTIONS.get(said, "")
        url, about = _live(row), text_of(row, "title")
        if not inner and not about:
            yield Problem(source, OTHER_RECORD)
            return
    yield Post(
        post_id=post_id("like", row, f"{what}|{about}"),
        platform=PLATFORM,
        kind="like",
        created_at=moment(row.get("timestamp")),
        context=f"{what}: {about}" if what and about else about or what,
        account=account.name,
        url=url,
        source=source,
    )


JOINED = re.compile(r"\b(?:became a member of|joined|was added to) (?P<group>.+?)\.?$", re.IGNORECASE)
# In other languages than English nobody can tell these from joining: there they are listed, as their sentence stands
GONE = re.compile(
    r"(?P<who>.+?) (?:(?P<left>left|stopped being a member of)|(?:requested|asked) to join) (?P<group>.+?)\.?"
)


def named(row: Any, source: str, account: Account, *, kind: str) -> Iterator[Item]:
    """A page liked, a profile followed, a group joined, an event answered: a name, a time, at times a link."""
    problem = strange(row, source)
    if problem:
        yield problem
        return
    entries = labels(row)
    names = [text_of(part, "name") for part in dicts(row.get("data"))]
    name = text_of(row, "name") or next((text for text in names if text), "") or pick(entries, "name", "title")
    title = text_of(row, "title")
    # Leaving a group and asking to be let in are told by the sentence alone, in the account's language
    gone = GONE.fullmatch(title) if kind == "join" else None
    if gone and (gone["group"] == name or gone["who"].casefold() in {"you", *account.names}):
        group, when = (name or gone["group"]).casefold(), moment(row.get("timestamp"))
        if gone["left"] and when:
            account.left[group] = max(when, account.left.get(group, when))
        return
    joined = JOINED.search(title) if kind == "join" else None
    if joined and not name:
        name = joined["group"]
    context = title if title and (not name or (kind == "join" and not joined)) else name
    url = web_address(row.get("url")) or link(entries) or _live(row)
    if not (context or url):
        yield Problem(source, OTHER_RECORD)
        return
    at = row.get("timestamp") or row.get("start_timestamp")
    yield Post(
        post_id=post_id(kind, {"timestamp": at, **row}, context or url),
        platform=PLATFORM,
        kind=kind,
        created_at=moment(at),
        context=context or url,
        account=account.name,
        url=url,
        source=source,
    )


def photo(row: Any, source: str, account: Account) -> Iterator[Item]:
    """A photo or video of an album. Most also hang on a post, which was read before: counted once."""
    if not isinstance(row, dict) or not isinstance(row.get("uri"), str):
        yield Problem(source, OTHER_RECORD)
        return
    media, text = local_media(row["uri"]), without_tags(text_of(row, "description"))
    held = account.captions.get(_base(row["uri"]))
    if held is not None and text.strip() in held:
        return
    account.captions[_base(row["uri"])] = text
    at = row.get("creation_timestamp") or row.get("timestamp")
    yield Post(
        post_id=post_id("photo", row, text, _base(row["uri"])),
        platform=PLATFORM,
        kind="post",
        created_at=moment(at),
        text=text,
        account=account.name,
        url=_live(row),
        media=media if held is None else (),
        source=source,
    )


def album(value: Any, name: str, account: Account) -> Iterator[Item]:
    """An album: its name and description are the person's, so are the captions of its photos."""
    if not isinstance(value, dict) or not isinstance(value.get("photos", []), list):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    description = text_of(value, "description")
    if description:
        yield Post(
            post_id=derived_id("album", text_of(value, "name"), description),
            platform=PLATFORM,
            kind="post",
            created_at=moment(value.get("last_modified_timestamp")),
            text=joined([text_of(value, "name"), description], "\n"),
            account=account.name,
            source=name,
        )
    for position, row in enumerate(value.get("photos", []), 1):
        yield from photo(row, f"{name}#{position}", account)


def answers(value: Any, name: str, account: Account) -> Iterator[Item]:
    """Answers to the questions that groups ask before they let somebody in; their moderators read them."""
    position = 0
    for group in dicts(next(iter(value.values()), None) if isinstance(value, dict) else value):
        rows = group.get("group_answers")
        for asked in dicts(rows if rows is not None else group):
            for given in dicts(asked.get("answers")):
                position += 1
                text = text_of(given, "answer")
                if not text:
                    continue
                yield Post(
                    post_id=derived_id("answer", text_of(asked, "group_name"), text_of(given, "question"), text),
                    platform=PLATFORM,
                    kind="comment",
                    created_at=moment(given.get("timestamp") or asked.get("timestamp")),
                    text=text,
                    context=joined([text_of(given, "question"), text_of(asked, "group_name")], "\n"),
                    account=account.name,
                    audience="private",
                    source=f"{name}#{position}",
                )
