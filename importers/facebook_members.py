"""Which member of a Facebook export is read by which function, and since when it lies there.

Layouts are told apart by nothing but these names. Functions that read one row are in `facebook_records`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from importers import facebook_places as places
from importers import facebook_profile, meta, meta_messages
from importers import facebook_records as records
from importers.archive import Archive, matches
from importers.facebook_records import Account
from importers.meta import Document
from importers.meta_members import MemberParser, rows_of, whole_of
from importers.posts import OTHER_RECORD, Item, Post, Problem

Parser = MemberParser[Account]


def _not_live(row: Any, source: str, account: Account, *, kind: str = "") -> Iterator[Item]:
    """Archived, pending or deleted posts: still words of the person's, but nobody else sees them now."""
    for item in records.post(row, source, account, kind=kind, audience="private"):
        account.not_live += isinstance(item, Post)
        yield item


def _edited(row: Any, source: str, account: Account, *, kind: str) -> Iterator[Item]:
    """An older wording. Facebook still shows it to anyone who opens the edit history."""
    problem = records.strange(row, source)
    if problem:
        yield problem
        return
    if "label_values" in row:
        note = "An earlier wording, seen in the edit history; it has been changed since."
        yield from records.labelled_post(row, source, account, kind=kind, context=note)
    else:
        yield from records.post(row, source, account, kind=kind)


def _events(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    """Events joined or of interest; declined ones are no sign of anything."""
    value = document.whole()
    inner = next(iter(value.values()), None) if isinstance(value, dict) and len(value) == 1 else value
    if not isinstance(inner, dict):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    for answer, kind in (("events_joined", "join"), ("events_interested", "follow")):
        for position, row in enumerate(meta.rows(inner.get(answer, [])), 1):
            yield from records.named(row, f"{name}#{answer}-{position}", account, kind=kind)


def _own_event(row: Any, source: str, account: Account) -> Iterator[Item]:
    """An event that the person announced: its name and description are theirs."""
    if not isinstance(row, dict):
        yield Problem(source, OTHER_RECORD)
        return
    said = [meta.text_of(row, "name"), meta.text_of(row, "description")]
    at = row.get("create_timestamp") or row.get("start_timestamp")
    made = {"timestamp": at, "data": [{"post": "\n".join(text for text in said if text)}]}
    yield from records.post(made, source, account)


_post = rows_of(records.post)
_comment = rows_of(records.comment)
reaction = rows_of(records.reaction)
_photo = rows_of(records.photo)
_like = rows_of(partial(records.named, kind="like"))
_follow = rows_of(partial(records.named, kind="follow"))
_join = rows_of(partial(records.named, kind="join"))
_story = rows_of(partial(records.post, kind="story"))
_old_story = rows_of(partial(_not_live, kind="story"))
_story_answer = rows_of(partial(records.post, kind="comment", audience="private"))
_album = whole_of(records.album)
_profile = whole_of(facebook_profile.profile)


def _groups(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    """Groups joined, less those left later, which any row of the file may tell."""
    for item in list(_join(archive, name, document, account)):
        left = account.left.get(item.context.casefold()) if isinstance(item, Post) else None
        if not (left and isinstance(item, Post) and item.created_at and item.created_at < left):
            yield item


def messages(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    yield from meta_messages.messages(
        records.PLATFORM, document, name, meta_messages.Owner(account.names, account.name), account.tally
    )


def encrypted(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    """A chat of the download of encrypted chats. Its first participant is the person, unless another bears a known name."""
    names = meta_messages.participants(document.value)
    value = document.value
    if not names or not isinstance(value, dict) or not isinstance(value.get("messages"), list):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    own = account.names if account.names & set(names) else account.names | {names[0]}
    owner = meta_messages.Owner(own, account.name)
    yield from meta_messages.messages(records.PLATFORM, document, name, owner, account.tally)


# In this order: posts before the albums that repeat their photos
_READ: dict[str, Parser] = {
    # Posts. `posts/` at the root to 2022, in `your_activity_across_facebook/` in 2023, in `your_facebook_activity/` since
    "posts/your_posts*.json": _post,  # `your_posts_1.json`, since 2022 `your_posts__check_ins__photos_and_videos_1.json`
    "groups/group_posts_and_comments.json": _post,  # since 2022; comments among them in older ones
    "groups/your_posts_and_comments_in_groups.json": _post,  # to 2021
    "posts/posts_on_other_pages_and_profiles.json": _post,
    "posts/check-ins.json": _post,  # a bare object where there is one
    "reels/your_reels.json": rows_of(partial(records.post, kind="post")),
    "stories/archived_stories.json": _old_story,
    "stories/your_stories.json": _story,
    "stories/story_reactions.json": _story_answer,
    "notes/notes.json": _post,  # long-form notes, closed in 2021
    "profile_information/profile_update_history.json": rows_of(partial(records.post, kind="bio")),
    "groups/your_pending_posts_in_groups.json": rows_of(_not_live),
    "posts/archive.json": rows_of(_not_live),
    "posts/trash.json": rows_of(_not_live),  # the bin; emptied after 30 days
    "posts/edits_you_made_to_posts.json": rows_of(partial(_edited, kind="post")),
    # Comments
    "comments_and_reactions/comments.json": _comment,
    "comments/comments.json": _comment,  # to 2021
    "groups/your_comments_in_groups.json": _comment,
    "comments_and_reactions/your_comment_edits.json": rows_of(partial(_edited, kind="comment")),
    "groups/group_membership_questions_answers.json": whole_of(records.answers),
    "groups/your_answers_to_membership_questions.json": whole_of(records.answers),
    # Reactions. Since 2024 the numbered files and the plain one often describe the same ones
    "comments_and_reactions/likes_and_reactions_*.json": reaction,
    "*/posts_and_comments.json": reaction,  # to 2023
    "comments_and_reactions/likes_and_reactions.json": reaction,
    "polls/polls_you_voted_on.json": _like,
    "polls/your_poll_votes.json": _like,
    # Pages, groups, events
    "pages/pages_you*liked.json": _like,  # `you've` or `you_ve`
    "likes_and_reactions/pages.json": _like,  # to 2021
    "pages/pages_and_profiles_you_follow.json": _follow,
    "pages/pages_you_follow.json": _follow,
    "followers/who_you*followed.json": _follow,  # `following_v3`
    "following_and_followers/following.json": _follow,  # to 2021
    "groups/your_group_membership_activity.json": _groups,
    "groups/your_groups.json": _join,  # groups that the person runs
    "events/your_event_responses.json": _events,
    "events/your_events.json": rows_of(_own_event),
    # Photos
    "posts/album/*.json": _album,
    "photos_and_videos/album/*.json": _album,  # to 2021
    "photos_and_videos/your_videos.json": _photo,
    "posts/your_uncategorized_photos.json": _photo,
    "posts/your_photos.json": _photo,
    "posts/your_videos.json": _photo,
    # Profile
    "profile_information/profile_information.json": _profile,
    # Messages
    "messages/*/*/message_*.json": messages,  # inbox, archived_threads, filtered_threads, message_requests, e2ee_cutover
    "groups/your_group_messages/*.json": messages,
}
# The same files handed over one by one, where their names are Facebook's alone or their heads tell
_BARE: dict[str, Parser] = {
    pattern.rsplit("/", 1)[-1]: parse
    for pattern, parse in _READ.items()
    if not pattern.endswith(("/*.json", "/archive.json", "/trash.json", "/pages.json", "/following.json"))
}
# The download of encrypted chats, since 2023: one file a chat, `Bo Example_12.json`, at the root
_CHATS: dict[str, Parser] = {"*_?.json": encrypted, "*_??.json": encrypted, "*_???.json": encrypted}


def _page(pattern: str) -> str:
    return pattern.removesuffix(".json") + ".html"


MEMBERS: dict[str, Parser | None] = {
    **dict.fromkeys(places.MEDIA, None),
    **{place + pattern: parse for pattern, parse in _READ.items() for place in places.TOPS},
    **_BARE,
    **_CHATS,
    # The same tree in HTML, which is chosen beforehand where people ask for an export
    **{place + _page(pattern): parse for pattern, parse in _READ.items() for place in places.TOPS},
    **{_page(pattern): parse for pattern, parse in _BARE.items()},
    **dict.fromkeys(places.IGNORED, None),
}


def pattern_of(name: str) -> str | None:
    """The first pattern that a member fits."""
    return next((pattern for pattern in MEMBERS if matches(name, pattern)), None)


def parser_of(name: str) -> Parser | None:
    """The function that reads a member, None if none does."""
    pattern = pattern_of(name)
    return MEMBERS[pattern] if pattern else None
