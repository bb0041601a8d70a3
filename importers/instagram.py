"""Reads Instagram exports: JSON of all four eras, HTML in English. Threads, which lies in the same zip, has `threads`.

Rows are read by shape, eras told apart by nothing but the places of files. Who could see a post is told by the
account's present setting and its history. JSON gives times in UTC; HTML pages show a clock eight hours behind UTC all
year (measured against the JSON of the same accounts, 2024 to 2026).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from importers import instagram_html, instagram_old, meta, meta_members, meta_messages
from importers import instagram_records as records
from importers.archive import Archive, matches
from importers.instagram_members import MEMBERS, Parser, messages, parser_of, pattern_of
from importers.instagram_profile import Profile, profile
from importers.instagram_records import Account
from importers.meta_html import Twins
from importers.posts import Guide, Item, Owner, Post, Problem, ReadOptions, Remark, Unreadable

__all__ = ["GUIDE", "MEMBERS", "identify", "owner", "platform", "posts"]

platform = "instagram"

ASK = (
    "Open the page above in a browser and log in, or in the app open your profile, the menu, Accounts Centre, Your information and "
    "permissions, Export your information (it was called Download your information before).",
    "Choose Create export, then your Instagram profile, then Export to device.",
    "Set the date range to All time; a shorter one may be chosen beforehand.",
    "Set the format to JSON; HTML is chosen beforehand, and we read it less exactly.",
    "Set the media quality to low: only words are read, and the file stays small.",
    "Start the export, and download every zip when Instagram says that it is ready.",
)
GUIDE = Guide(
    name="Instagram",
    address="https://accountscenter.instagram.com/info_and_permissions/dyi",
    ask=ASK,
    wait="From some minutes to a few days. The download is offered for about four days. Facebook comes in a zip of its own.",
    contains="Your posts, reels, stories, comments, answers to stories, likes, follows, profile and its history, messages, and Threads.",
    lacks="Links to your posts, what you commented on, words drawn on stories, tagged people, and disappearing messages.",
    find={
        "": "Open https://www.instagram.com/your_activity (in the app: profile, menu, Your activity), and look for it by its date.",
        "post": "Open https://www.instagram.com/your_activity/photos_and_videos/posts, sort by date, select it, and choose Delete.",
        "share": "Open https://www.instagram.com/your_activity, choose Interactions, Reposts, select it, and choose Remove.",
        "story": "Open https://www.instagram.com/your_activity/photos_and_videos/highlights, or in the app your profile, menu, Archive; "
        "open the story, and choose Delete.",
        "comment": "Open https://www.instagram.com/your_activity/interactions/comments, filter by date, select it, and choose Delete. "
        "Answers to stories: https://www.instagram.com/your_activity/interactions/story_replies.",
        "like": "Open https://www.instagram.com/your_activity/interactions/likes, filter by date, select it, and choose Unlike.",
        "follow": "Open the account, choose Following, then Unfollow.",
        "bio": "Open https://www.instagram.com/accounts/edit/ and change it. Earlier wordings are seen by nobody but you.",
        "message": "Open https://www.instagram.com/direct/inbox/, hold or point at the message, and choose Unsend.",
    },
)

ROOT = (
    "your_instagram_activity/**/*",  # era D
    "connections/followers_and_following/*.*",
    "followers_and_following/*.*",
    "personal_information/personal_information.*",
    "personal_information/personal_information/*.*",
    "account_information/personal_information.*",
    "content/posts_*.*",
    "content/reels.*",
    "content/stories.*",
    "content/archived_posts.*",
    "media/posts_*.*",
    "media/stories.json",
    "comments/post_comments*.*",
    "comments/reels_comments*.*",
    "likes/liked_*.*",
    "past_instagram_insights/*.*",
    "post_comments*.json",
    "reels_comments*.json",
    "liked_posts.json",
    "liked_comments.json",
)
# Bare files whose names are no proof: what must stand in their heads
HEADS = {
    "media.json": ('"taken_at"', '"photos"', '"videos"'),
    "comments.json": ('"media_comments"',),
    "likes.json": ('"media_likes"', '"comment_likes"'),
    "profile.json": ('"date_joined"',),
    "messages.json": ('"conversation"',),
    "connections.json": ('"close_friends"', '"follow_requests_sent"', '"permanent_follow_requests"', '"followers"'),
    "posts_*.json": ('"creation_timestamp"',),
    "stories.json": ('"ig_stories"',),
    "reels.json": ('"ig_reels_media"',),
    "following.json": ('"relationships_following"',),
    "personal_information.json": ('"profile_user"',),
}


def identify(archive: Archive) -> bool:
    """Whether Instagram's folders, or its bare files, lie at the root."""
    if archive.has(*ROOT):
        return True
    for name in archive.loose_files():
        signs = next((signs for pattern, signs in HEADS.items() if matches(name, pattern)), ())
        if signs:
            try:
                head = archive.read_text(name, 4096) or ""
            except Unreadable:
                continue
            if any(sign in head for sign in signs):
                return True
    return False


def owner(archive: Archive) -> str:
    """The user name in small letters."""
    return _profile(archive).username.casefold()


def _profile(archive: Archive) -> Profile:
    found = Profile()
    for name in archive.names():
        base = name.rsplit("/", 1)[-1].lower()
        if base not in ("personal_information.json", "personal_information.html", "profile.json") or not parser_of(
            name
        ):
            continue
        try:
            if base.endswith(".html"):
                value = instagram_html.document(archive, name).document.whole()
            else:
                value = meta.load(archive, name).whole()
        except Unreadable:  # reported when it is read
            continue
        found = instagram_old.profile(value) if base == "profile.json" else profile(value)
        if found.username:
            return found
    return found


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything the person wrote, shared, liked or followed, and their own side of chats."""
    account, names = _account(archive, options)
    yield Owner(platform, account.name, names)
    members = _to_read(archive)
    twins = Twins()
    yield from _pages(archive, [member for member in members if _is_page(member[0])], account, twins)
    first: datetime | None = None
    for item in _documents(archive, [member for member in members if not _is_page(member[0])], account):
        if isinstance(item, Post):
            twin = twins.take(item)
            item = replace(item, url=item.url or twin.url) if twin else item
            if item.created_at and item.kind not in ("message", "bio", "follow"):
                first = min(first or item.created_at, item.created_at)
        yield item
    found = meta_messages.likely(account.tally)
    yield from meta_messages.nobody(archive.path, account.tally, found)
    if found:
        account.names |= {found}
        chats = [member for member in members if member[1] is messages]
        again = _documents(archive, [member for member in chats if not _is_page(member[0])], account)
        list(_pages(archive, [member for member in chats if _is_page(member[0])], account, twins))
        yield from (item for item in again if isinstance(item, Post))
    yield from twins.rest()
    yield from _remarks(archive, account, first)


def _documents(archive: Archive, members: list[tuple[str, Parser]], account: Account) -> Iterator[Item]:
    """What the JSON members say."""
    for name, parse in members:
        try:
            document = meta.load(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        if document.cut:
            yield Problem(name, document.cut)
        yield from parse(archive, name, document, account)


def _account(archive: Archive, options: ReadOptions) -> tuple[Account, tuple[str, ...]]:
    """Who the person is: names in chats are display names, or the user name where there is no other."""
    found = _profile(archive)
    account = Account(found.username or found.name or next(iter(options.accounts), ""), private=found.private)
    names = [found.username, found.name, *_former_names(archive), *options.accounts]
    account.names = frozenset(name.strip().casefold() for name in names if name.strip())
    account.changes = tuple(_privacy_changes(archive))
    return account, tuple(dict.fromkeys(name for name in names if name.strip()))


def _former_names(archive: Archive) -> Iterator[str]:
    """Display names and user names of earlier times, by which old chats may know the person."""
    for name in archive.find("*/profile_changes.json", "*/*/profile_changes.json"):
        try:
            document = meta.load(archive, name)
        except Unreadable:
            continue
        for row in document.rows():
            values = records.strings(row).values if isinstance(row, dict) else {}
            if "name" in values.get("changed", "").lower():
                yield from (values[label] for label in ("previous value", "new value") if values.get(label, "").strip())


def _privacy_changes(archive: Archive) -> Iterator[datetime]:
    """When the account became private or public: each row is one change."""
    for name in archive.find("*/account_privacy_changes.json", "*/*/account_privacy_changes.json"):
        try:
            document = meta.load(archive, name)
        except Unreadable:
            continue
        for row in document.rows():
            at = records.strings(row).at if isinstance(row, dict) else None
            if at:
                yield at


def _pages(archive: Archive, members: list[tuple[str, Parser]], account: Account, twins: Twins) -> Iterator[Item]:
    """What the HTML members say. Their posts wait for their twins."""
    for name, parse in members:
        try:
            page = instagram_html.document(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        yield from page.problems
        for item in parse(archive, name, page.document, account):
            if isinstance(item, Post):
                twins.add(item)
            else:
                yield item
    if members:
        yield Remark(
            archive.path,
            "The HTML pages show times without a zone. They were read as eight hours behind UTC, as Instagram writes "
            "them. The JSON format has exact times.",
        )


def _is_page(name: str) -> bool:
    return name.lower().endswith(".html")


def _to_read(archive: Archive) -> list[tuple[str, Parser]]:
    """Members with their parsers, in the order of MEMBERS. Pictures are not looked at: they may be many."""
    order = {pattern: place for place, pattern in enumerate(MEMBERS)}
    found: list[tuple[int, str, Parser]] = []
    for name in archive.names():
        if name.lower().endswith((".json", ".html")):
            pattern = pattern_of(name)
            parse = MEMBERS[pattern] if pattern else None
            if pattern and parse:
                found.append((order[pattern], name, parse))
    found.sort(key=lambda entry: entry[0])
    return [(name, parse) for _, name, parse in found]


def _remarks(archive: Archive, account: Account, first: datetime | None) -> Iterator[Item]:
    yield from meta_messages.remarks(archive.path, account.tally)
    for name in sorted(account.unknown_labels):
        yield Remark(name, "The labels in this file are in a language that we do not know. It was read by their order.")
    if account.not_live:
        yield Remark(
            archive.path, f"Archived or deleted posts among these: {account.not_live}. Nobody but you can see them now."
        )
    yield from meta_members.shorter(archive.path, _joined(archive), first)


def _joined(archive: Archive) -> datetime | None:
    """When the account was made, where the export says."""
    for name in archive.find("profile.json", "*/signup_information.json", "*/*/signup_*.json"):
        try:
            value = meta.load(archive, name).whole()
        except Unreadable:
            continue
        if isinstance(value, dict) and (at := instagram_old.when(value.get("date_joined"))):
            return at
        for row in meta.rows(value):
            if isinstance(row, dict) and (at := records.strings(row).at):
                return at
    return None
