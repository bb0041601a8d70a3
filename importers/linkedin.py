"""Reads LinkedIn exports: posts, comments, reactions, messages, profile, connections and articles, from CSV and HTML.

2018 tables were UTF-16 with tabs; since then UTF-8 with commas, in three dialects. Unmarked times are UTC. The quick
“Basic” export holds no posts and no comments. LinkedIn does not export what was answered or re-shared, nor who saw what.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from importers import linkedin_records as records
from importers.archive import Archive, matches
from importers.linkedin_records import Reading
from importers.linkedin_tables import decode, header_of, read, when
from importers.markup import plain
from importers.posts import Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable, derived_id

platform = "linkedin"

GUIDE = Guide(
    name="LinkedIn",
    address="https://www.linkedin.com/mypreferences/d/download-my-data",
    ask=(
        "Sign in to LinkedIn on a computer: the phone app does not offer this.",
        "Open Me, Settings & Privacy, Data privacy, Get a copy of your data.",
        "Choose the larger archive (“Download larger data archive”), not the quick selection: only it has your posts and comments.",
        "Press Request archive and type your password.",
        "A first e-mail may come within minutes, with a zip called Basic: wait for the second one, called Complete.",
        "Follow the link in the second e-mail within 72 hours, and keep the zip as it is.",
    ),
    wait="About 24 hours for the complete archive. The download stays available for 72 hours.",
    contains=(
        "Your posts, comments, reactions, reposts, articles, messages, invitations, recommendations, connections, "
        "follows and profile."
    ),
    lacks=(
        "What you answered or re-shared, pictures and videos, who could see each post, joined groups, and what you posted "
        "for a company page."
    ),
    find={
        "": "Open the link. Choose the three dots at the top right of the post, then Delete post.",
        "share": "Open the link. For a repost press Repost below the post, then Undo repost.",
        "comment": (
            "Open the link, which leads to the post you commented on, and look for your comment; or look through "
            "https://www.linkedin.com/in/me/recent-activity/comments/. Choose the three dots beside it, then Delete. "
            "A recommendation is removed on your profile: Recommendations, Given, the pencil, then Delete."
        ),
        "like": "Open the link and press the sign below the post once more. Endorsements are taken back on the other person's profile.",
        "message": (
            "Open Messaging and the conversation. Point at the message and choose the three dots, then Delete: LinkedIn "
            "allows it for a short time only; later you can delete the conversation from your own side."
        ),
        "follow": (
            "Open the link, or My Network: for a connection choose More, then Remove connection; for a company, person or "
            "hashtag choose Following, then Unfollow."
        ),
        "join": "For a group open the link, choose the three dots, then Leave this group. For an event open My Network, Events.",
        "bio": "Open your profile, press the pencil beside the section, change the words and press Save.",
        "article": "Open the link. Choose Edit article (or the three dots), then Manage, then Delete.",
    },
)

Parser = Callable[[Reading, str], Iterator[Item]]


def _article(reading: Reading, name: str) -> Iterator[Item]:
    """Articles/*.html. Drafts lie in the same folder: no link, or `Published on ---`."""
    markup = decode(reading.archive.read_bytes(name) or b"")
    root = _tree(markup)
    if root is None:
        yield Problem(name, "This article is empty or cannot be read.")
        return
    title = " ".join(_words(root, "//h1") or _words(root, "//title"))
    link = next(iter(root.xpath("//h1//a/@href")), "")
    published = [when(words.removeprefix("Published on").strip()) for words in _words(root, "//p[@class='published']")]
    if not any(published) and "/pulse/" not in link and (not link or _words(root, "//p[@class='published']")):
        reading.drafts += 1
        return
    created = [when(words.removeprefix("Created on").strip()) for words in _words(root, "//p[@class='created']")]
    blocks = root.xpath("/html/body/div")
    blocks = blocks or root.xpath("/html/body")
    body = plain(etree.tostring(blocks[-1], encoding="unicode", method="html", with_tail=False)) if blocks else ""
    alts = [alt for alt in root.xpath("//img/@alt") if alt.strip() and not alt.startswith("No alt text provided")]
    text = "\n\n".join(piece for piece in (title, body, *dict.fromkeys(map(str, alts))) if piece.strip())
    if not text:
        yield Problem(name, "This article has no words that we can find.")
        return
    identity = re.sub(r"^https?://(www\.)?linkedin\.com/", "", link).strip("/")
    moment = next((at for at in (*published, *created) if at), None)
    yield reading.post(
        "article",
        identity or derived_id("article", title, moment, text),
        name,
        moment,
        text=text,
        url=link if re.match(r"https?://\S+$", link) else "",
    )


def _tree(markup: str) -> Any:
    made = re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", "\ufffd", re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    try:
        return etree.fromstring(made, etree.HTMLParser(remove_comments=True, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _words(root: Any, path: str) -> list[str]:
    found = [" ".join("".join(element.itertext()).split()) for element in root.xpath(path)]
    return [words for words in found if words]


# File name without its end -> parser. Names have spaces or underscores, and end in a number in some exports: they are
# `Shares.csv`, `Shares_123456789.csv`, `Shares_1.csv`, `Shares_2.csv`, …
_PARSERS: dict[str, Parser] = {
    "Profile": records.profile,
    "Invitations": records.invitations,  # before the messages: it tells the person's own address
    "Shares": records.shares,
    "InstantReposts": records.reposts,
    "Comments": records.comments,
    "Reactions": records.reactions,
    "Votes": records.votes,
    "messages": records.gather_messages,
    "coach messages": records.gather_messages,  # what the person asked LinkedIn's assistants
    "guide messages": records.gather_messages,
    "learning coach messages": records.gather_messages,
    "learning role play messages": records.gather_messages,
    "LearningCoachMessages": records.gather_messages,
    "Recommendations Given": records.recommendations,
    "Endorsement Given Info": records.endorsements,
    "Connections": records.connections,
    "Company Follows": records.follows,
    "Member Follows": records.follows,
    "Hashtag Follows": records.follows,
    "Causes You Care About": records.follows,
    "Events": records.follows,
    "Profile Summary": records.profile_parts,
    "Positions": records.profile_parts,
    "Education": records.profile_parts,
    "Projects": records.profile_parts,
    "Publications": records.profile_parts,
    "Volunteering": records.profile_parts,
    "Volunteering Experiences": records.profile_parts,
    "Honors": records.profile_parts,
    "Organizations": records.profile_parts,
    "Certifications": records.profile_parts,
    "Patents": records.profile_parts,
    "Test Scores": records.profile_parts,
    "Courses": records.profile_lists,
    "Skills": records.profile_lists,
    "Languages": records.profile_lists,
}

# Other people's words, settings, advertising, job hunting, links to pictures that have expired
_IGNORED = (
    "Account Status History,Ad Targeting,Ads Clicked,Ads Engagement,Contacts,Device Ids,Easy Apply Blocked Providers,"
    "Email Addresses,Endorsement Received Info,Endorsements,Group Memberships,ImportedContacts,Imported Contacts,"
    "Inferences about you,Job Applications,Job Seeker Preferences,LAN Ads Engagement,Learning,Logins,Login Attempts,"
    "Phone Numbers,PhoneNumbers,Private identity asset,Profile Media,Receipts,Receipts v2,Recommendations Received,"
    "Registration,Rich Media,Saved Items,Saved Jobs,SavedJobAlerts,Search Queries,SearchQueries,Security Challenges,"
    "Services Marketplace Engagements,Whatsapp Phone Numbers"
).split(",")


def _patterns(base: str) -> tuple[str, ...]:
    spaced, joined = base, base.replace(" ", "_")
    return tuple(dict.fromkeys((f"{spaced}.csv", f"{joined}.csv", f"{spaced}_*.csv", f"{joined}_*.csv")))


MEMBERS: dict[str, Any] = {
    # long names first: `Profile_*.csv` would also take Profile_Summary.csv
    **{
        pattern: parser
        for base, parser in sorted(
            [*_PARSERS.items(), *((base, None) for base in _IGNORED)], key=lambda item: len(item[0]), reverse=True
        )
        for pattern in _patterns(base)
    },
    "Articles/**/*.html": _article,
    "Articles/**/*": None,
    "Jobs/**/*": None,
    "Verifications/**/*": None,
    "Services Marketplace/**/*": None,
    "Media/**/*": None,
}

_COMPLETE = tuple(
    pattern
    for base in (
        "Comments",
        "Reactions",
        "Shares",
        "InstantReposts",
        "Votes",
        "Logins",
        "SearchQueries",
        "Search Queries",
    )
    for pattern in _patterns(base)
)

# What a table's header must hold for the export to be LinkedIn's: other platforms have a comments.csv too
_SIGNS: tuple[tuple[str, set[str]], ...] = (
    ("Shares", {"date", "sharelink"}),
    ("Comments", {"date", "link", "message"}),
    ("Reactions", {"date", "type", "link"}),
    ("InstantReposts", {"date", "link"}),
    ("InstantReposts", {"date", "posturl"}),
    ("messages", {"from", "to", "date", "subject", "content"}),
    ("Connections", {"firstname", "lastname", "connectedon"}),
    ("Profile", {"firstname", "lastname", "headline"}),
    ("Invitations", {"from", "to", "sentat", "direction"}),
    ("Positions", {"companyname", "title", "startedon"}),
    ("Recommendations Given", {"firstname", "lastname", "text"}),
)


def identify(archive: Archive) -> bool:
    """A table with LinkedIn's name and columns, or articles with LinkedIn's address."""
    for base, columns in _SIGNS:
        for name in archive.find(*_patterns(base)):
            if columns <= header_of(_head(archive, name, 4_000)):
                return True
    return any("linkedin.com/" in _head(archive, name, 20_000) for name in archive.find("Articles/**/*.html")[:3])


def owner(archive: Archive) -> str:
    """The name on the profile: no number or address of the account is exported."""
    return _name(archive)[0].casefold()


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything in the export, then what a person should know about it."""
    account, former = _name(archive)
    account = account or next((name for name in options.accounts if " " in name.strip()), "")
    names = {name for name in (account, *former, *options.accounts) if name}
    yield Owner(platform, account, tuple(sorted(names)))
    reading = Reading(archive, account, {" ".join(name.split()).casefold() for name in names})
    reading.addresses = {name.rstrip("/").casefold() for name in options.accounts if "linkedin.com/in/" in name.lower()}
    order = [*_PARSERS.values(), _article]
    files = [(parser, name) for name in archive.names() if (parser := _parser(name)) is not None]
    for parser, name in sorted(files, key=lambda item: order.index(item[0])):
        try:
            yield from parser(reading, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    yield from records.groups(reading)
    yield from records.own_messages(reading)
    yield from _remarks(reading)


def _parser(name: str) -> Parser | None:
    parser: Parser | None = next((MEMBERS[pattern] for pattern in MEMBERS if matches(name, pattern)), None)
    return parser


def _name(archive: Archive) -> tuple[str, list[str]]:
    """The person's name, and further ones that LinkedIn knows."""
    for name in archive.find("Profile.csv", "Profile_*.csv"):
        if _parser(name) is not records.profile:
            continue
        try:
            rows = [row for row in read(archive, name, {"firstname", "lastname"}) if not isinstance(row, Problem)]
        except Unreadable:
            continue  # `posts` says so
        for _, row in rows:
            first, last, maiden = (
                " ".join(row.get(key, "").split()) for key in ("firstname", "lastname", "maidenname")
            )
            if first or last:
                return f"{first} {last}".strip(), [f"{first} {maiden}".strip()] if maiden else []
    return "", []


def _head(archive: Archive, name: str, limit: int) -> str:
    try:
        return decode(archive.read_bytes(name, limit) or b"")
    except Unreadable:
        return ""


def _remarks(reading: Reading) -> Iterator[Remark]:
    path = reading.archive.path
    if not reading.archive.has(*_COMPLETE):
        yield Remark(
            path,
            "This looks like LinkedIn's quick “Basic” export: your posts, comments and reactions are not included. Ask for "
            "the larger archive, and wait for its second e-mail (about 24 hours).",
        )
    elif not reading.archive.has(*_patterns("Shares"), *_patterns("Comments")):
        yield Remark(path, "The export has neither posts nor comments: LinkedIn leaves a file out if there are none.")
    if reading.wordless:
        yield Remark(
            path,
            f"{reading.wordless:,} post(s) have no words: LinkedIn does not export pictures, nor what you re-shared. "
            "Open their links and look at them.",
        )
    if reading.drafts:
        yield Remark(path, f"{reading.drafts:,} draft(s) of articles or messages that were never sent are not judged.")
    if reading.repaired:
        yield Remark(
            path, f"{reading.repaired:,} post(s) had a date that does not fit their number; the number's time is shown."
        )
    for name in reading.unsure_order:
        yield Remark(
            name, "A spreadsheet has changed the dates in this file. They were read with the day before the month."
        )
