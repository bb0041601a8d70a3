"""Reads Facebook and Messenger exports: JSON of every layout since 2018, HTML in English, encrypted chats.

Rows are read by shape, so layouts are told apart by nothing but the places where files lie (remarks in MEMBERS say since
when). Other people's posts, their comments, search terms and advertising are left alone. JSON gives times in UTC, HTML
in the account's own zone, which its pages name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from importers import facebook_html, meta, meta_html, meta_members, meta_messages
from importers import facebook_places as places
from importers import facebook_records as records
from importers.archive import Archive, matches
from importers.facebook_members import MEMBERS, Parser, encrypted, messages, parser_of, pattern_of, reaction
from importers.facebook_profile import own_names, profile_of
from importers.facebook_records import Account
from importers.meta_html import Twins
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable

platform = "facebook"

GUIDE = Guide(
    name="Facebook and Messenger",
    address="https://accountscenter.facebook.com/info_and_permissions/dyi",
    ask=(
        "Open the page above in a browser and log in, or open Facebook and choose Settings & privacy, Settings, Accounts Centre, "
        "Your information and permissions, Export your information (it was called Download your information before).",
        "Choose Create export, then the profile, then Export to device.",
        "Set the date range to All time.",
        "Set the format to JSON; HTML is chosen beforehand, and we read it less exactly.",
        "Set the media quality to low: only words are read, and the file stays small.",
        "Start the export, and download every zip when Facebook says that it is ready.",
        "For encrypted Messenger chats, in Messenger choose Settings, Privacy & safety, End-to-end encrypted chats, Message storage, "
        "Download secure storage data, and give us that zip too.",
    ),
    wait="From some hours to a few days. The download is offered for about four days.",
    contains="Your posts, comments, group posts, reactions, pages, groups, events, profile, stories and most messages.",
    lacks="Who could see a post, other people's posts, what you commented on, encrypted chats (they have their own download), "
    "and in the JSON format the links to your posts.",
    find={
        "": "Open https://www.facebook.com/me/allactivity (your profile picture, Settings & privacy, Activity log), and look for it by "
        "its date; the three dots beside it offer to delete it.",
        "post": "Open https://www.facebook.com/me/allactivity?category_key=STATUSCLUSTER or, in the Activity log, Your Facebook activity, "
        "Posts; filter by year, and choose the three dots, then Move to bin.",
        "share": "Open https://www.facebook.com/me/allactivity?category_key=STATUSCLUSTER or, in the Activity log, Your Facebook activity, "
        "Posts; filter by year, and choose the three dots, then Move to bin.",
        "comment": "In the Activity log choose Comments and reactions, Comments; filter by year, and choose the three dots, then Delete.",
        "like": "In the Activity log choose Comments and reactions, Likes and reactions; choose the three dots, then Unlike or Remove.",
        "follow": "In the Activity log choose Connections, or open the page itself, and choose Following, then Unfollow.",
        "join": "Open the group, choose Joined, then Leave group. Leaving removes nothing that you wrote there.",
        "bio": "Open your profile, choose Edit profile, and change or remove the text.",
        "story": "Open your profile, the three dots, Archive, Story archive; open the story, and choose Delete.",
        "message": "Open the chat in Messenger, hold or point at the message, and choose Remove (Unsend takes it from both sides).",
        "article": "Notes closed in 2021: in the Activity log look for it by its date, or under Posts.",
    },
)

PROFILE = (
    "profile_information/profile_information.json",
    "personal_information/profile_information/profile_information.json",
    "profile_information.json",
    "profile_information/profile_information.html",
    "personal_information/profile_information/profile_information.html",
)


def identify(archive: Archive) -> bool:
    """Whether Facebook's folders, or one of its bare files, lie at the root."""
    if archive.has(*places.ROOT):
        return True
    if archive.has(*places.NOT_OURS):
        return False
    if archive.has("messages/*/*/message_*.json", "messages/*/*/message_*.html"):
        return True
    return any(_speaks_of(archive, name) for name in archive.loose_files() if name.lower().endswith(".json"))


def _speaks_of(archive: Archive, name: str) -> bool:
    """Whether the head of a bare JSON file is a comments file, a profile or a chat of Facebook's."""
    try:
        head = archive.read_text(name, 4096) or ""
    except Unreadable:
        return False
    if matches(name, "comments.json"):
        return '"comments_v2"' in head or ('"comments"' in head and '"media_comments"' not in head)
    if matches(name, "profile_information.json"):
        return '"profile' in head and '"full_name"' in head
    if matches(name, "message_*.json"):
        return '"participants"' in head and '"sender_name"' in head
    return _is_encrypted_chat(head)


def _is_encrypted_chat(head: str) -> bool:
    return '"participants"' in head and '"threadName"' in head and '"messages"' in head


def owner(archive: Archive) -> str:
    """The full name in small letters: the only thing that JSON and HTML have in common.

    Encrypted chats tell it less surely: without a name, they join the export that they are given with.
    """
    return _names(archive)[0].casefold()


def _names(archive: Archive) -> tuple[str, tuple[str, ...]]:
    """The name to show and all own names: of the profile, else of the head of a page."""
    for name in archive.find(*PROFILE):
        try:
            document = facebook_html.page(archive, name, None).document if _is_page(name) else meta.load(archive, name)
        except Unreadable:  # reported when it is read
            continue
        full, names = own_names(profile_of(document.whole()))
        if full:
            return full, names
    for name in _front_pages(archive):
        try:
            made_by = meta_html.head(archive, name).owner
        except Unreadable:
            continue
        if made_by:
            return made_by, (made_by,)
    return "", ()


def _front_pages(archive: Archive) -> list[str]:
    """Pages whose head may name the person and the clock: the front page, then a few others."""
    pages = (name for name in archive.names() if _is_page(name) and parser_of(name))
    return archive.find("start_here.html", "index.html") + list(islice(pages, 5))


def _in_chats(archive: Archive, given: frozenset[str]) -> str:
    """The person's name in encrypted chats: one of `given`, else who stands first or, where that differs, who is in all."""
    chats: list[list[str]] = []
    for name in _encrypted_chats(archive):
        try:
            value = meta.load(archive, name).value
        except Unreadable:  # reported when it is read
            continue
        held = value.get("participants") if isinstance(value, dict) else None
        people = [one for one in held if isinstance(one, str) and one.strip()] if isinstance(held, list) else []
        chats += [people] if people else []
    if not chats:
        return ""
    known = [one for people in chats for one in people if one.strip().casefold() in given]
    first, everywhere = {people[0] for people in chats}, set(chats[0]).intersection(*chats)
    return next((min(found) for found in (known[:1], first, everywhere) if len(found) == 1), "")


def _encrypted_chats(archive: Archive) -> list[str]:
    """Members of the download of encrypted chats: one JSON a chat at the root, under any name."""
    found = []
    for name in archive.loose_files():
        if name.lower().endswith(".json") and parser_of(name) in (None, encrypted):
            try:
                head = archive.read_text(name, 4096) or ""
            except Unreadable:
                continue
            if _is_encrypted_chat(head):
                found.append(name)
    return found


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything the person wrote, shared, liked, followed or joined, and their own side of chats."""
    full, names = _names(archive)
    account, members = Account(full, is_known=bool(full)), _to_read(archive)
    given = frozenset(name.strip().casefold() for name in options.accounts)
    if not full:
        account.name = _in_chats(archive, given)
        names = (account.name,) if account.name else ()
    account.names = given.union(name.strip().casefold() for name in names)
    yield Owner(platform, account.name, tuple(dict.fromkeys((*names, *options.accounts))))
    only_encrypted = bool(members) and all(parse is encrypted for _, parse in members)
    if not full and not only_encrypted:
        yield Remark(
            archive.path,
            "The file profile_information.json is not among these files, so your own name is not known. Give all the zips of "
            "the export.",
        )
    elif not full and account.name.strip().casefold() not in given:
        yield Remark(
            archive.path,
            "Encrypted chats do not say which of the people in them you are. Whoever stands first in them, or is in all of "
            "them, was taken for you. If that is somebody else, give your name with --account.",
        )
    twins = Twins()
    yield from _pages(archive, [member for member in members if _is_page(member[0])], account, twins)
    first: datetime | None = None
    for item in _documents(archive, [member for member in members if not _is_page(member[0])], account):
        if isinstance(item, Post):
            twin = twins.take(item)
            item = replace(item, url=item.url or twin.url) if twin else item
            if item.created_at and item.kind != "message":
                first = min(first or item.created_at, item.created_at)
        yield item
    found = meta_messages.likely(account.tally)
    yield from meta_messages.nobody(archive.path, account.tally, found)
    if found:
        account.names |= {found}
        chats = [member for member in members if member[1] in (messages, encrypted)]
        again = _documents(archive, [member for member in chats if not _is_page(member[0])], account)
        list(_pages(archive, [member for member in chats if _is_page(member[0])], account, twins))
        yield from (item for item in again if isinstance(item, Post))
    yield from twins.rest()
    yield from meta_messages.remarks(archive.path, account.tally)
    yield from _remarks(archive, account, first)


def _documents(archive: Archive, members: list[tuple[str, Parser]], account: Account) -> Iterator[Item]:
    """What the JSON members say, reactions last, for two files tell of them."""
    reactions = _Reactions()
    for name, parse in members:
        try:
            document = meta.load(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        if document.cut:
            yield Problem(name, document.cut)
        for item in parse(archive, name, document, account):
            if isinstance(item, Post) and parse is reaction:
                reactions.add(item)
            else:
                yield item
    yield from reactions.merged()


def _pages(archive: Archive, members: list[tuple[str, Parser]], account: Account, twins: Twins) -> Iterator[Item]:
    """What the HTML members say. Their posts wait for their twins."""
    if not members:
        return
    head = _head(archive)
    clock = head.clock
    apart = replace(account, captions={})
    for name, parse in members:
        try:
            page = facebook_html.page(archive, name, clock)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        yield from page.problems
        for item in parse(archive, name, page.document, apart):
            if isinstance(item, Post):
                twins.add(item)
            else:
                yield item
    account.strangers, account.not_live = apart.strangers, apart.not_live
    if clock is None:
        told = "do not say in which time zone their times are. They were read as UTC, and may be some hours off."
    elif clock.british:
        told = "show British time, and were read so."
    else:
        told = "name one time zone. Times from the other half of the year may be an hour off."
    yield Remark(archive.path, f"The HTML pages {told} The JSON format has exact times.")
    if head.since and head.until:
        yield Remark(
            archive.path,
            f"The export was asked for from {head.since:%d.%m.%Y} to {head.until:%d.%m.%Y}. Nothing else can be in it.",
        )


def _head(archive: Archive) -> meta_html.Head:
    """The first head that names the clock."""
    for name in _front_pages(archive):
        try:
            head = meta_html.head(archive, name)
        except Unreadable:
            continue
        if head.clock:
            return head
    return meta_html.Head()


def _is_page(name: str) -> bool:
    return name.lower().endswith(".html")


def _to_read(archive: Archive) -> list[tuple[str, Parser]]:
    """Members with their parsers, in the order of MEMBERS. Pictures are not looked at: they may be many."""
    order = {pattern: place for place, pattern in enumerate(MEMBERS)}
    found: list[tuple[int, str, Parser]] = []
    for name in archive.names():
        if name.lower().endswith((".json", ".html")) and not name.startswith("your_instagram_activity/"):
            pattern = pattern_of(name)
            parse = MEMBERS[pattern] if pattern else None
            if pattern and parse:
                found.append((order[pattern], name, parse))
    found.sort(key=lambda entry: entry[0])
    known = {name for _, name, _ in found}
    odd = [(name, encrypted) for name in _encrypted_chats(archive) if name not in known]
    return [(name, parse) for _, name, parse in found] + odd


class _Reactions:
    """Joins the two files that tell of the same reactions: same second, same reaction."""

    def __init__(self) -> None:
        self._held: dict[datetime | None, list[Post]] = defaultdict(list)

    def add(self, post: Post) -> None:
        """Keep a reaction, or complete the one that it repeats."""
        labelled = bool(post.url)
        for place, other in enumerate(self._held[post.created_at] if post.created_at else ()):
            classic, linked = (other, post) if labelled else (post, other)
            if bool(other.url) != labelled and _word(linked) in (_word(classic), "?"):
                self._held[post.created_at][place] = replace(classic, url=linked.url)
                return
        self._held[post.created_at].append(post)

    def merged(self) -> Iterator[Post]:
        """All reactions, each once."""
        for held in self._held.values():
            yield from held


def _word(post: Post) -> str:
    """The reaction in front of a like's context: "" for a plain like, "?" for a word of another language."""
    word, colon, _ = post.context.partition(": ")
    if not colon:
        return ""
    return word if word in records.REACTIONS.values() else "?" if post.url else ""


def _value(archive: Archive, name: str) -> Any:
    try:
        return meta.load(archive, name).whole()
    except Unreadable:  # reported when it is read
        return None


def _remarks(archive: Archive, account: Account, first: datetime | None) -> Iterator[Item]:
    if account.strangers:
        yield Problem(
            archive.path,
            f"{account.strangers} comments stand under a name that is not among your names, so they were left out. "
            "If it is a former name of yours, give it with --account.",
            account.strangers,
        )
    if account.not_live:
        yield Remark(
            archive.path,
            f"Archived posts, posts waiting for approval or in the bin: {account.not_live}. Only you can see them now.",
        )
    yield from meta_members.shorter(archive.path, _registered(archive), first)


def _registered(archive: Archive) -> datetime | None:
    for name in archive.find(*PROFILE[:3]):
        return meta.moment(profile_of(_value(archive, name)).get("registration_timestamp"))
    return None
