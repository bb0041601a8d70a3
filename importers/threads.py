"""Reads Threads, whose files lie in the Instagram export of the same person (since 2023).

Posts and replies stand in one file; only newer exports say which is which. What was replied to or quoted is not
exported, nor is a plain repost.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from importers import instagram, instagram_html, instagram_profile, meta
from importers import instagram_records as records
from importers.archive import Archive, matches
from importers.instagram_members import Parser
from importers.instagram_records import Account
from importers.meta import Document
from importers.meta_members import rows_of
from importers.posts import Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable

platform = "threads"

GUIDE = Guide(
    name="Threads",
    address=instagram.GUIDE.address,
    ask=(
        "Threads is part of the Instagram export: ask for that one, and give us the same zip.",
        "If you have Threads without Instagram, open the page above, and choose your Threads profile.",
        *instagram.ASK[1:],
    ),
    wait=instagram.GUIDE.wait,
    contains="Your posts and replies on Threads, likes, follows and the profile.",
    lacks="Links to your posts, what you replied to or quoted, and reposts without words of your own.",
    find={
        "": "Open https://www.threads.com, tap your profile, and look for it by its date; the three dots offer Delete.",
        "reply": "Open your profile on https://www.threads.com, choose Replies, and look for it by its date.",
        "like": "In Threads open the menu of your profile, and choose Your likes.",
        "follow": "Open the account on Threads, choose Following, then Unfollow.",
        "bio": "Open your profile on Threads, and choose Edit profile.",
    },
)


def _profile(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    found = instagram_profile.profile(document.whole())
    if found == instagram_profile.Profile():
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    yield from instagram_profile.profile_posts(found, name, account, platform)


_READ: dict[str, Parser | None] = {
    "threads_and_replies*.json": rows_of(partial(records.media, platform=platform)),
    "archived_threads*.json": rows_of(partial(records.media, platform=platform, live=False)),
    "liked_threads*.json": rows_of(partial(records.like, platform=platform)),
    "following*.json": rows_of(partial(records.follow, platform=platform)),  # not Instagram's file of that name
    "personal_information.json": _profile,
}
_FOLDERS = ("your_instagram_activity/threads/", "threads/")  # era D, era C
MEMBERS: dict[str, Parser | None] = {
    **{folder + pattern: parse for pattern, parse in _READ.items() for folder in _FOLDERS},
    **{
        folder + pattern.removesuffix("json") + "html": parse for pattern, parse in _READ.items() for folder in _FOLDERS
    },
    "threads_and_replies*.json": _READ["threads_and_replies*.json"],
    # Saved and viewed threads, followers, settings: nothing that the person wrote for others
    **dict.fromkeys((f"{folder}**/*" for folder in _FOLDERS), None),
}


def identify(archive: Archive) -> bool:
    """Whether the threads folder of an Instagram export, or a bare file of it, lies here."""
    return archive.has("your_instagram_activity/threads/*.*", "threads/*threads*.*", "threads_and_replies*.json")


def owner(archive: Archive) -> str:
    """The user name of the Instagram account, which Threads shares."""
    return instagram.owner(archive)


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Posts, replies, likes, follows and the profile."""
    account = Account(instagram.owner(archive))
    for folder in _FOLDERS:
        if archive.has(folder + "personal_information.json"):
            try:
                value = meta.load(archive, folder + "personal_information.json").whole()
            except Unreadable:  # reported when it is read
                continue
            account.private = instagram_profile.profile(value).private
    yield Owner(platform, account.name, (account.name,) if account.name else ())
    for name in archive.names():
        parse = next((MEMBERS[pattern] for pattern in MEMBERS if matches(name, pattern)), None)
        if parse is None:
            continue
        try:
            if name.lower().endswith(".html"):
                page = instagram_html.document(archive, name)
                document = page.document
                yield from page.problems
            else:
                document = meta.load(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        if document.cut:
            yield Problem(name, document.cut)
        yield from parse(archive, name, document, account)
    if account.not_live:
        yield Remark(
            archive.path, f"Archived threads among these: {account.not_live}. Nobody but you can see them now."
        )
