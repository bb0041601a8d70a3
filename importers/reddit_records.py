"""The tables of a Reddit data request: from Reddit's columns to posts. Which file goes where is for `reddit`."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from importers.archive import Archive
from importers.posts import Item, Post, Problem, Remark, derived_id
from importers.tables import read_table

HOME = "https://www.reddit.com"
Row = tuple[str, dict[str, str]]

_IDENTITY = re.compile(r"(?:t\d_)?([0-9a-z]{1,13})", re.IGNORECASE)
_SLUG = re.compile(r"/comments/[0-9a-z]+/([^/?#]+)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_GONE = ("[deleted]", "[removed]")


@dataclass
class Reading:
    """One export being read. `name` is the person's, in lower case and without `u/`."""

    archive: Archive
    name: str
    account: str
    messages: list[tuple[str, dict[str, str], str]] = field(default_factory=list)  # source, row, post id
    gone: int = 0

    def rows(self, name: str, *required: str) -> Iterator[Row | Problem]:
        """The rows of a table as (source, cells); a Problem if a column that we need is not there."""
        checked = False
        for row in read_table(name, self.archive.read_text(name) or ""):
            if isinstance(row, Problem):
                yield row
                continue
            missing = [column for column in required if column not in row[1]]
            if missing and not checked:
                yield Problem(name, f"This table does not have the columns that we know ({', '.join(required)}).", 0)
            checked = True
            if missing:
                return
            yield f"{name}#{row[0]}", row[1]

    def post(self, kind: str, identity: str, source: str, created: datetime | None = None, **more: Any) -> Post:
        """A Post of this account."""
        return Post(
            post_id=identity,
            platform="reddit",
            kind=kind,
            created_at=created,
            account=self.account,
            source=source,
            **{"audience": "public", **more},
        )


def posts(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.rows(name, "id", "title"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        identity, link = _identity(cells["id"]), _link(cells.get("permalink", ""))
        own, quoted = _own(cells.get("body", ""))
        title, shared = _words(cells["title"]), cells.get("url", "").strip()
        if not identity:
            yield Problem(source, "This post has no id.")
            continue
        if not title.strip() and cells.get("body", "").strip() in _GONE:
            reading.gone += 1
            continue
        is_link = bool(shared) and _path(shared) != _path(link) and not _is_own(shared, identity)
        passes_on = is_link and not own and "/comments/" in shared and "reddit.com" in _link(shared)
        yield reading.post(
            "share" if passes_on else "post",
            f"t3_{identity}",
            source,
            _time(cells.get("date", "")),
            text="\n\n".join(piece for piece in (title, own) if piece.strip()),
            context="\n".join(piece for piece in (quoted, _link(shared) if is_link else "") if piece),
            url=link,
        )


def comments(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.rows(name, "id", "body"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        identity, link = _identity(cells["id"]), _link(cells.get("permalink", ""))
        if not identity:
            yield Problem(source, "This comment has no id.")
            continue
        if cells["body"].strip() in _GONE:
            reading.gone += 1
            continue
        own, quoted = _own(cells["body"])
        yield reading.post(
            "reply" if cells.get("parent", "").strip() else "comment",
            f"t1_{identity}",
            source,
            _time(cells.get("date", "")),
            text=own,
            context="\n".join(piece for piece in (_thread(cells.get("link") or link), quoted) if piece),
            url=link,
        )


def messages(reading: Reading, name: str) -> Iterator[Item]:
    """Private messages. Newer exports call the file messages_archive.csv."""
    for row in reading.rows(name, "id", "from", "body"):
        if isinstance(row, Problem):
            yield row
        elif _identity(row[1]["id"]):
            reading.messages.append((*row, f"t4_{_identity(row[1]['id'])}"))
        else:
            yield Problem(row[0], "This message has no id.")


def chat(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.rows(name, "message_id", "username", "message"):
        if isinstance(row, Problem):
            yield row
        elif row[1]["message_id"].strip():
            reading.messages.append((*row, f"chat-{row[1]['message_id'].strip()}"))
        else:
            yield Problem(row[0], "This message has no id.")


def own_messages(reading: Reading) -> Iterator[Item]:
    """Messages that the person wrote. Where no file names the account, it is who takes part in every conversation."""
    name = reading.name or _everywhere(reading)
    for source, cells, identity in reading.messages:
        if not name or bare_name(cells.get("from") or cells.get("username", "")) != name:
            continue
        talk = cells.get("thread_id", "").strip()
        subject = cells.get("subject", "")
        subject = "" if subject.lower().startswith("re:") else subject  # the other's, or said before
        pieces = (subject, cells.get("body", ""), cells.get("message", ""))
        text = "\n\n".join(_words(piece) for piece in pieces if piece.strip())
        if text:
            link = _link(cells.get("permalink", "")) or (f"{HOME}/message/messages/{talk}" if _identity(talk) else "")
            yield reading.post(
                "message",
                identity,
                source,
                _time(cells.get("date") or cells.get("created_at", "")),
                text=text,
                audience="private",
                url=link or "https://chat.reddit.com",
            )
    if reading.messages and not name:
        yield Remark(
            reading.archive.path,
            f"{len(reading.messages):,} message(s) were not read, since the file statistics.csv is missing and nothing "
            "else says which name is yours. Say it with --account.",
        )


def _everywhere(reading: Reading) -> str:
    talks: dict[str, set[str]] = {}
    for _, cells, _ in reading.messages:
        talk = cells.get("thread_id") or cells.get("channel_url") or ""
        people = {bare_name(cells.get(column, "")) for column in ("from", "to", "username")} - {""}
        talks.setdefault(talk, set()).update(people)
    shared = set.intersection(*talks.values()) if len(talks) > 1 else set()
    return shared.pop() if len(shared) == 1 else ""


def votes(reading: Reading, name: str) -> Iterator[Item]:
    """Upvotes only: a downvote is the opposite of a like, and `none` is a vote taken back."""
    prefix = "t1" if name.lower().startswith("comment") else "t3"
    for row in reading.rows(name, "id", "direction"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        identity, link = _identity(cells["id"]), _link(cells.get("permalink", ""))
        if not identity:
            yield Problem(source, "The id of this vote is damaged.")
        elif cells["direction"].strip().lower() == "up":
            yield reading.post(
                "like", f"like-{prefix}_{identity}", source, context=_thread(link), url=link, audience="unknown"
            )


def awards(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.rows(name, "content_link"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        link = _link(cells["content_link"])
        told = " ".join(piece for piece in ("Award", cells.get("award", "").strip()) if piece)
        context = "\n".join(piece for piece in (told, _thread(link)) if piece)
        identity = derived_id("award", link, cells.get("award"), cells.get("date"))
        yield reading.post("like", identity, source, _time(cells.get("date", "")), context=context, url=link)


def poll_votes(reading: Reading, name: str) -> Iterator[Item]:
    """The option's wording is the poll owner's."""
    for row in reading.rows(name, "post_id"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        identity = _identity(cells["post_id"])
        chosen = cells.get("text") or cells.get("user_selection", "")
        if not identity:
            yield Problem(source, "The id of this vote is damaged.")
        else:
            url = f"{HOME}/comments/{identity}/"
            yield reading.post(
                "like", f"poll-t3_{identity}", source, context=_words(chosen), url=url, audience="unknown"
            )


def joined(reading: Reading, name: str) -> Iterator[Item]:
    role = "moderator of " if name.lower().startswith("moderated") else ""
    for row in reading.rows(name, "subreddit"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        place = re.sub(r"^/?r/", "", cells["subreddit"].strip())
        if place:
            identity = derived_id("join", role, place.lower())
            url = f"{HOME}/r/{place}/" if re.fullmatch(r"\w+", place, re.ASCII) else ""
            yield reading.post("join", identity, source, context=f"{role}r/{place}", url=url, audience="unknown")


def friends(reading: Reading, name: str) -> Iterator[Item]:
    """Friends; the note beside a name is one's own, and private."""
    for row in reading.rows(name, "username"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        who = bare_name(cells["username"])
        if who:
            url = f"{HOME}/user/{who}/" if re.fullmatch(r"[\w-]+", who, re.ASCII) else ""
            note = _words(cells.get("note", ""))
            yield reading.post(
                "follow", f"follow-{who}", source, text=note, context=f"u/{who}", url=url, audience="private"
            )


def collections(reading: Reading, name: str) -> Iterator[Item]:
    """Custom feeds: the person's own name for some communities, and what they say about it."""
    for row in reading.rows(name, "id", "display_name"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        text = "\n".join(_words(cells.get(column, "")) for column in ("display_name", "description")).strip()
        if text and cells.get("is_owner", "").strip().lower() not in ("false", "0", "no"):
            privacy = cells.get("privacy", "").strip().lower()
            yield reading.post(
                "post",
                derived_id("multireddit", cells["id"], text),
                source,
                _time(cells.get("date", "")),
                text=text,
                context=cells.get("subreddits", ""),
                audience="public" if privacy in ("public", "visible") else "private",
            )


def unsent(reading: Reading, name: str) -> Iterator[Item]:
    """Drafts and scheduled posts: written, not yet seen by others."""
    for row in reading.rows(name, "title", "body"):
        if isinstance(row, Problem):
            yield row
            continue
        source, cells = row
        own, quoted = _own(cells["body"])
        text = "\n\n".join(piece for piece in (_words(cells["title"]), own) if piece.strip())
        if text:
            seen = cells.get("is_public_link", "").strip().lower() in ("true", "1", "yes")
            key = (cells.get("id") or cells.get("scheduled_post_id", "")).strip()
            yield reading.post(
                "post",
                f"draft-{key}" if key else derived_id("draft", text),
                source,
                _time(cells.get("created", "")),
                text=text,
                context="\n".join(piece for piece in (quoted, cells.get("url", "")) if piece),
                audience="public" if seen else "private",
                url=f"{HOME}/submit",
            )


def statistics(reading: Reading, name: str) -> Iterator[Item]:
    """Read by `_account`; here for what is damaged in it."""
    for row in reading.rows(name, "statistic", "value"):
        if isinstance(row, Problem):
            yield row


def check(reading: Reading, name: str) -> Iterator[Item]:
    """checkfile.csv: Reddit's own list of the files, with a fingerprint of each."""
    for row in reading.rows(name, "filename", "sha256"):
        if isinstance(row, Problem):
            yield row
            continue
        file, told = row[1]["filename"].strip(), row[1]["sha256"].strip().lower()
        raw = reading.archive.read_bytes(file)
        if raw is None:
            yield Remark(file, "Reddit lists this file, but it is not in the export.")
        elif told and hashlib.sha256(raw).hexdigest() != told:
            yield Remark(file, "This file is not as Reddit made it: it was changed, or damaged on the way.")


def bare_name(told: str) -> str:
    return re.sub(r"^(/?u/|@)", "", told.strip().lower())


def _identity(told: str) -> str:
    found = _IDENTITY.fullmatch(told.strip())
    return found[1].lower() if found else ""


def _time(told: str) -> datetime | None:
    """`2025-02-03 04:05:06 UTC`: the word, not an offset."""
    try:
        made = datetime.fromisoformat(re.sub(r" ?UTC$", "+00:00", told.strip()))
    except ValueError:
        return None
    made = made if made.tzinfo else made.replace(tzinfo=UTC)
    return made.astimezone(UTC) if 2005 <= made.year < 2100 else None


def _words(told: str) -> str:
    """Markdown source; a few entities are left over from the web."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), told)


def _own(told: str) -> tuple[str, str]:
    """A body cut into own words and quoted ones. `>!…!<` hides one's own words as a spoiler."""
    lines = ("" if told.strip() in _GONE else _words(told)).split("\n")
    quoted = [line for line in lines if re.match(r" {0,3}>(?!!)", line)]
    own = "\n".join(line for line in lines if not re.match(r" {0,3}>(?!!)", line))
    if not own.strip():
        return "\n".join(lines).strip(), ""
    return (own.strip() if quoted else own), "\n".join(line.strip().lstrip("> ") for line in quoted)


def _link(told: str) -> str:
    told = told.strip()
    if told.startswith("/"):
        return HOME + told
    return told if re.match(r"https?://\S+$", told) else ""


def _path(link: str) -> str:
    return re.sub(r"^https?://[^/]+", "", link.strip()).rstrip("/").lower()


def _is_own(shared: str, identity: str) -> bool:
    return re.search(rf"/comments/{identity}(/|$)", shared, re.IGNORECASE) is not None


def _thread(link: str) -> str:
    """`r/breadtalk: my first loaf`, from an address: the only words about a thread that are exported."""
    place = re.search(r"/(r|user|u)/([\w-]+)", link)
    slug = _SLUG.search(link)
    pieces = [f"{place[1]}/{place[2]}" if place else "", slug[1].replace("_", " ") if slug else ""]
    return ": ".join(piece for piece in pieces if piece)
