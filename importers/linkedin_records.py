"""What the tables of a LinkedIn export mean: posts, comments, reactions, messages, follows, the profile.

Each function reads one table, from LinkedIn's columns to posts. Which file goes to which function is for `linkedin`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

from importers.archive import Archive
from importers.linkedin_tables import Row, clock, is_day_first, read, unwrap, when
from importers.markup import plain
from importers.posts import Item, Post, Problem, Remark, derived_id

PROFILE_PAGE = "https://www.linkedin.com/in/me/"
REACTIONS = {  # as exported -> as LinkedIn shows it
    "LIKE": "Like",
    "PRAISE": "Celebrate",
    "EMPATHY": "Love",
    "APPRECIATION": "Support",
    "INTEREST": "Insightful",
    "ENTERTAINMENT": "Funny",
    "MAYBE": "Curious",
}
_URN = re.compile(r"urn:li:(share|ugcPost|groupPost|activity|article|comment):\(?([\w-]+)")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>")
_WEB = re.compile(r"https?://\S+")


@dataclass
class Reading:
    """One export being read. `names` are the person's own, as LinkedIn shows them; `addresses` their profile pages."""

    archive: Archive
    account: str
    names: set[str]
    addresses: set[str] = field(default_factory=set)
    messages: list[tuple[str, Row]] = field(default_factory=list)
    wordless: int = 0
    drafts: int = 0
    unsure_order: list[str] = field(default_factory=list)
    repaired: int = 0
    groups: dict[str, str] = field(default_factory=dict)  # id -> where the first post to it is

    def post(self, kind: str, identity: str, source: str, created: datetime | None, **more: Any) -> Post:
        """A Post of this account."""
        return Post(
            post_id=identity,
            platform="linkedin",
            kind=kind,
            created_at=created,
            account=self.account,
            source=source,
            **{"audience": "public", **more},
        )

    def dates(self, name: str, column: str, rows: list[tuple[str, Row]]) -> Callable[[Row], datetime | None]:
        """How to read a date column, once the whole of it shows which of day and month comes first."""
        order = is_day_first(row.get(column, "") for _, row in rows)
        if order is None:
            self.unsure_order.append(name)
        return lambda row: when(row.get(column, ""), day_first=order is not False)


def shares(reading: Reading, name: str) -> Iterator[Item]:
    """Shares.csv: own posts. Without commentary it is a picture or a re-share, whose content is not exported."""
    order = ("date", "sharelink", "sharecommentary", "sharedurl", "mediaurl", "visibility")
    rows = yield from _rows(reading, name, {"date", "sharelink"}, order)
    date = reading.dates(name, "date", rows)
    whole = unwrap([row.get("sharecommentary", "") for _, row in rows])
    for source, row in rows:
        link, words = _address(row.get("sharelink", "")), whole(row.get("sharecommentary", ""))
        # the preview of a link, by its author (2018)
        preview = [whole(row.get(column, "")) for column in ("sharetitle", "sharedescription")]
        context = "\n".join(piece for piece in (*preview, row.get("sharedurl", "")) if piece.strip())
        found = _URN.search(link)
        if not link and not words.strip() and not context:
            yield Problem(source, "This post has neither text nor link.")
            continue
        created, made = date(row), clock(found[2].rsplit("-", 1)[-1]) if found else None
        if made and (created is None or _is_rounded(created, row["date"]) or abs(created - made) > timedelta(days=1)):
            reading.repaired += created is None or abs(created - made) > timedelta(days=1)
            created = made.replace(microsecond=0)
        reading.wordless += not words.strip() and not context
        is_group = bool(found) and "groupPost" in link
        if found and is_group and "-" in found[2]:
            reading.groups.setdefault(found[2].split("-", 1)[0], source)
        seen_by = {"public": "public", "connections": "friends"}.get(
            row.get("visibility", "").strip().lower(), "unknown"
        )
        yield reading.post(
            "post" if words.strip() else "share",
            found[0].replace("(", "") if found else derived_id("post", row["date"], link, words),
            source,
            created,
            text=words if words.strip() else "",
            context=context,
            audience="friends" if is_group else seen_by,
            url=f"https://www.linkedin.com/feed/update/{found[0]}/" if found else _web(link),
        )


def groups(reading: Reading) -> Iterator[Item]:
    """Groups that the person posted to: joined groups are not exported, but the addresses of posts tell some."""
    for identity, source in reading.groups.items():
        url = f"https://www.linkedin.com/groups/{identity}/"
        yield reading.post("join", f"group-{identity}", source, None, context=f"LinkedIn group {identity}", url=url)


def reposts(reading: Reading, name: str) -> Iterator[Item]:
    """InstantReposts.csv: somebody else's post passed on without a word. Only its link is exported."""
    rows = yield from _rows(reading, name, {"date"}, ())
    date = reading.dates(name, "date", rows)
    for source, row in rows:
        link = _address(_first(row, "link", "posturl", "sharelink"))
        if not link:
            yield Problem(source, "This repost does not say of what.")
            continue
        identity = derived_id("repost", row["date"], link)
        yield reading.post("share", identity, source, date(row), context=link, url=_web(link))


def comments(reading: Reading, name: str) -> Iterator[Item]:
    """Comments.csv: the link is that of the post commented on; its words are not exported."""
    rows = yield from _rows(reading, name, {"date", "link", "message"}, ("date", "link", "message"), backslashes=True)
    date = reading.dates(name, "date", rows)
    for source, row in rows:
        link, words = _address(row["link"]), row["message"]
        if not words.strip():
            yield Problem(source, "This comment has no words: a picture, or a row that is cut off.", 0 if link else 1)
            continue
        yield reading.post(
            "comment",
            derived_id("comment", row["date"], row["link"], words),
            source,
            date(row),
            text=words,
            url=_web(link),
            audience="friends" if "groupPost" in link else "public",
        )


def reactions(reading: Reading, name: str) -> Iterator[Item]:
    """Reactions.csv. Other than a plain like, the sign keeps its name: laughing at a post is not the same as liking it."""
    rows = yield from _rows(reading, name, {"date", "type", "link"}, ("date", "type", "link"))
    date = reading.dates(name, "date", rows)
    for source, row in rows:
        link, sign = _address(row["link"]), row["type"].strip().upper()
        if not link:
            yield Problem(source, "This reaction does not say to what.")
            continue
        told = "" if sign in ("LIKE", "") else REACTIONS.get(sign, sign.capitalize())
        identity = derived_id("reaction", row["date"], row["link"], sign)
        yield reading.post("like", identity, source, date(row), context=told, url=_web(link))


def votes(reading: Reading, name: str) -> Iterator[Item]:
    """Votes.csv: the option's wording is the poll owner's."""
    rows = yield from _rows(reading, name, {"date", "link"}, ("date", "link", "optiontext"))
    date = reading.dates(name, "date", rows)
    for source, row in rows:
        identity = derived_id("vote", row["date"], row["link"], row.get("optiontext"))
        yield reading.post(
            "like", identity, source, date(row), context=row.get("optiontext", ""), url=_web(_address(row["link"]))
        )


def gather_messages(reading: Reading, name: str) -> Iterator[Item]:
    """messages.csv and its siblings with LinkedIn's own assistants; `own_messages` yields, once all are here."""
    rows = yield from _rows(reading, name, {"from", "content"}, ())
    reading.messages += rows


def own_messages(reading: Reading) -> Iterator[Item]:
    """The person's own messages: there is no folder for sent ones, so that the sender's address tells, or the name."""
    own = reading.addresses or _busiest(reading)
    unsure = not own and not reading.names
    for source, row in reading.messages:
        sender = _page(row.get("senderprofileurl", ""))
        if "direction" in row:  # 2018
            mine = row["direction"].strip().upper() == "OUTGOING"
        elif sender and own:
            mine = sender in own
        else:
            mine = " ".join(row["from"].split()).casefold() in reading.names
        if not mine:
            continue
        if "yes" in (row.get("ismessagedraft", "").strip().lower(), row.get("isconversationdraft", "").strip().lower()):
            reading.drafts += 1
            continue
        words = row["content"]
        if _TAG.search(words) or "direction" in row:
            words = plain(words)
        words = "\n".join(piece for piece in (row.get("subject", ""), words) if piece.strip())
        talk = row.get("conversationid", "").strip()
        if words:
            yield reading.post(
                "message",
                derived_id("message", talk, row.get("date"), words),
                source,
                when(row.get("date", "")),
                text=words,
                audience="private",
                url=f"https://www.linkedin.com/messaging/thread/{talk}/"
                if re.fullmatch(r"[\w=-]+", talk, re.A)
                else "",
            )
    if unsure and reading.messages:
        yield Remark(
            reading.archive.path,
            f"{len(reading.messages):,} message(s) were not read, since the export does not say which are yours. "
            "Say your name as LinkedIn shows it with --account.",
        )


def invitations(reading: Reading, name: str) -> Iterator[Item]:
    """Invitations.csv: a message is the person's own only in OUTGOING rows, which also tell the own profile's address."""
    rows = yield from _rows(reading, name, {"from", "to", "direction"}, ())
    for source, row in rows:
        outgoing = row["direction"].strip().upper() == "OUTGOING"
        page = _page(row.get("inviterprofileurl" if outgoing else "inviteeprofileurl", ""))
        reading.addresses |= {page} - {""}
        words = row.get("message", "")
        if outgoing and words.strip():
            identity = derived_id("invitation", row.get("sentat"), row["to"], words)
            yield reading.post("message", identity, source, when(row.get("sentat", "")), text=words, audience="private")


def recommendations(reading: Reading, name: str) -> Iterator[Item]:
    """Recommendations_Given.csv: own words about a named person, shown on that person's profile."""
    rows = yield from _rows(reading, name, {"firstname", "text"}, ())
    for source, row in rows:
        if not row["text"].strip():
            yield Problem(source, "This recommendation has no text.")
            continue
        about = _line(f"{row['firstname']} {row.get('lastname', '')}", row.get("jobtitle", ""), row.get("company", ""))
        yield reading.post(
            "comment",
            derived_id("recommendation", row.get("creationdate"), row["text"]),
            source,
            when(row.get("creationdate", "")),
            text=row["text"],
            context=f"Recommendation for {about}",
            audience="public" if row.get("status", "").strip().upper() == "VISIBLE" else "unknown",
            url=PROFILE_PAGE,
        )


def connections(reading: Reading, name: str) -> Iterator[Item]:
    """Connections.csv: who the person is linked with. Closed accounts leave a row with a date only."""
    rows = yield from _rows(reading, name, {"firstname", "connectedon"}, ())
    for source, row in rows:
        who = " ".join(f"{row['firstname']} {row.get('lastname', '')}".split())
        page = _web(row.get("url", "").strip())
        if who or page:
            about = _line(who, row.get("position", ""), row.get("company", ""))
            identity = derived_id("connection", page or (who, row["connectedon"]))
            yield reading.post("follow", identity, source, when(row["connectedon"]), context=about or page, url=page)


def follows(reading: Reading, name: str) -> Iterator[Item]:
    """Companies, members, hashtags and causes that the person follows, and events joined."""
    rows = yield from _rows(reading, name, set(), ())
    for source, row in rows:
        what = _first(row, "organization", "fullname", "eventname", "hashtag", "supportedcauses", "supportedcause")
        what = what or next((cell for cell in row.values() if cell.strip()), "")
        state = _first(row, "status", "state").strip().upper()
        if state in ("UNFOLLOW", "UNFOLLOWED", "INACTIVE", "DELETED"):
            continue
        event = "eventname" in row
        at = _first(row, "followedon", "date", "createdtime", "eventtime")
        yield reading.post(
            "join" if event else "follow",
            derived_id("event" if event else "follow", what, at),
            source,
            when(at.split(" - ")[0]),
            context=f"#{what.lstrip('#')}" if "hashtag" in row else what,
            url=_web(_first(row, "externalurl", "url")),
        )


def endorsements(reading: Reading, name: str) -> Iterator[Item]:
    """Endorsement_Given_Info.csv: a skill that the person vouched for. No words of one's own."""
    rows = yield from _rows(reading, name, {"skillname"}, ())
    for source, row in rows:
        who = " ".join(f"{row.get('endorseefirstname', '')} {row.get('endorseelastname', '')}".split())
        at, page = row.get("endorsementdate", ""), _web(row.get("endorseepublicurl", ""))
        identity = derived_id("endorsement", at, who, row["skillname"])
        told = f"Endorsed {who} for {row['skillname']}" if who else f"Endorsed for {row['skillname']}"
        yield reading.post("like", identity, source, when(at), context=told, url=page)


def profile(reading: Reading, name: str) -> Iterator[Item]:
    """Profile.csv: headline, summary and what else is shown at the top of the profile."""
    rows = yield from _rows(reading, name, {"firstname", "lastname"}, ())
    for source, row in rows:
        pieces = [row.get(column, "") for column in ("headline", "summary", "industry", "geolocation")]
        pieces += [row.get(column, "").strip("[]") for column in ("websites", "twitterhandles")]
        yield from _bio(reading, source, pieces)


def profile_parts(reading: Reading, name: str) -> Iterator[Item]:
    """Positions, Education, Projects and the like: one entry of the profile a row, without its dates and links."""
    rows = yield from _rows(reading, name, set(), ())
    silent = re.compile(r".*(date|startedon|finishedon|url|number|status)")
    for source, row in rows:
        yield from _bio(reading, source, [cell for column, cell in row.items() if not silent.fullmatch(column)])


def profile_lists(reading: Reading, name: str) -> Iterator[Item]:
    """Skills, Languages, Courses: short entries, shown as one list."""
    rows = yield from _rows(reading, name, {"name"}, ())
    yield from _bio(reading, name, [", ".join(row["name"] for _, row in rows if row["name"].strip())])


def _bio(reading: Reading, source: str, pieces: list[str]) -> Iterator[Item]:
    text = "\n".join(piece for piece in pieces if piece.strip())
    if text:
        yield reading.post("bio", derived_id("bio", reading.account, text), source, None, text=text, url=PROFILE_PAGE)


def _rows(
    reading: Reading, name: str, required: set[str], order: tuple[str, ...], *, backslashes: bool = False
) -> Generator[Item, None, list[tuple[str, Row]]]:
    """Yields what is damaged, returns the rows."""
    rows: list[tuple[str, Row]] = []
    for row in read(reading.archive, name, required, order, backslashes=backslashes):
        if isinstance(row, Problem):
            yield row
        else:
            rows.append(row)
    return rows


def _busiest(reading: Reading) -> set[str]:
    """The profile that takes part in every conversation is one's own; a name confirms it, or there are several talks."""
    talks: dict[str, set[str]] = {}
    named: Counter[str] = Counter()
    for _, row in reading.messages:
        pages = [row.get("senderprofileurl", ""), *re.split(r"[,\s]+", row.get("recipientprofileurls", ""))]
        for page in filter(None, map(_page, pages)):
            talks.setdefault(page, set()).add(row.get("conversationid", ""))
        if " ".join(row["from"].split()).casefold() in reading.names:
            named[_page(row.get("senderprofileurl", ""))] += 1
    confirmed = {page for page in named if page}
    if confirmed:
        return confirmed
    ranked = sorted(talks, key=lambda page: len(talks[page]), reverse=True)
    several = len(ranked) > 1 and len(talks[ranked[0]]) > max(1, len(talks[ranked[1]]))
    return {ranked[0]} if several else set()


def _address(link: str) -> str:
    """A link as people can read it: `urn%3Ali%3Ashare%3A7` is `urn:li:share:7`."""
    return unquote(link.strip())


def _web(link: str) -> str:
    link = f"https://{link}" if link.startswith("www.") else link
    return link if _WEB.fullmatch(link) else ""


def _page(link: str) -> str:
    return unquote(link.strip()).rstrip("/").casefold()


def _first(row: Row, *columns: str) -> str:
    return next((row[column] for column in columns if row.get(column, "").strip()), "")


def _line(who: str, role: str, place: str) -> str:
    who = " ".join(who.split())
    return ", ".join(piece.strip() for piece in (who, role, place) if piece.strip())


def _is_rounded(created: datetime, written: str) -> bool:
    """Whether a time lost its hours or seconds in a spreadsheet."""
    return written.count(":") < 2 and created.second == 0
