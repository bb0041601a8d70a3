"""Reads Facebook and Messenger exports: JSON of every layout since 2018, HTML in English, encrypted chats.

Rows are read by shape, so layouts are told apart by nothing but the places where files lie (remarks in MEMBERS say since
when). Other people's posts, their comments, search terms and advertising are left alone. JSON gives times in UTC, HTML
in the account's own zone, which its pages name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from importers import facebook_places as places
from importers import facebook_records as records
from importers import meta, meta_messages
from importers.archive import Archive, matches
from importers.facebook_records import Account
from importers.meta import Document
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

Parser = Callable[[Archive, str, Document, Account], Iterator[Item]]


def _rows(parse: Callable[[Any, str, Account], Iterator[Item]]) -> Parser:
    """A parser of one row made a parser of a whole member."""

    def read(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
        if not meta.has_rows(document.value):
            yield Problem(name, meta.OTHER_SHAPE, 0)
            return
        for position, row in enumerate(document.rows(), 1):
            yield from parse(row, f"{name}#{position}", account)

    return read


def _whole(parse: Callable[[Any, str, Account], Iterator[Item]]) -> Parser:
    def read(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
        yield from parse(document.whole(), name, account)

    return read


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
        yield Problem(source, meta.OTHER_RECORD)
        return
    said = [meta.text_of(row, "name"), meta.text_of(row, "description")]
    at = row.get("create_timestamp") or row.get("start_timestamp")
    made = {"timestamp": at, "data": [{"post": "\n".join(text for text in said if text)}]}
    yield from records.post(made, source, account)


_post = _rows(records.post)
_comment = _rows(records.comment)
_reaction = _rows(records.reaction)
_photo = _rows(records.photo)
_like = _rows(partial(records.named, kind="like"))
_follow = _rows(partial(records.named, kind="follow"))
_join = _rows(partial(records.named, kind="join"))
_story = _rows(partial(records.post, kind="story"))
_old_story = _rows(partial(_not_live, kind="story"))
_story_answer = _rows(partial(records.post, kind="comment", audience="private"))
_album = _whole(records.album)
_profile = _whole(records.profile)


def _messages(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    yield from meta_messages.messages(
        platform, document, name, meta_messages.Owner(account.names, account.name), account.tally
    )


def _encrypted(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    """A chat of the download of encrypted chats. Its first participant is the person."""
    names = meta_messages.participants(document.value)
    value = document.value
    if not names or not isinstance(value, dict) or not isinstance(value.get("messages"), list):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    first = meta_messages.Owner(account.names | {names[0]}, account.name)
    yield from meta_messages.messages(platform, document, name, first, account.tally)


# In this order: posts before the albums that repeat their photos
_READ: dict[str, Parser] = {
    # Posts. `posts/` at the root to 2022, in `your_activity_across_facebook/` in 2023, in `your_facebook_activity/` since
    "posts/your_posts*.json": _post,  # `your_posts_1.json`, since 2022 `your_posts__check_ins__photos_and_videos_1.json`
    "groups/group_posts_and_comments.json": _post,  # since 2022; comments among them in older ones
    "groups/your_posts_and_comments_in_groups.json": _post,  # to 2021
    "posts/posts_on_other_pages_and_profiles.json": _post,
    "posts/check-ins.json": _post,  # a bare object where there is one
    "reels/your_reels.json": _rows(partial(records.post, kind="post")),
    "stories/archived_stories.json": _old_story,
    "stories/your_stories.json": _story,
    "stories/story_reactions.json": _story_answer,
    "notes/notes.json": _post,  # long-form notes, closed in 2021
    "profile_information/profile_update_history.json": _rows(partial(records.post, kind="bio")),
    "groups/your_pending_posts_in_groups.json": _rows(_not_live),
    "posts/archive.json": _rows(_not_live),
    "posts/trash.json": _rows(_not_live),  # the bin; emptied after 30 days
    "posts/edits_you_made_to_posts.json": _rows(partial(_edited, kind="post")),
    # Comments
    "comments_and_reactions/comments.json": _comment,
    "comments/comments.json": _comment,  # to 2021
    "groups/your_comments_in_groups.json": _comment,
    "comments_and_reactions/your_comment_edits.json": _rows(partial(_edited, kind="comment")),
    "groups/group_membership_questions_answers.json": _whole(records.answers),
    "groups/your_answers_to_membership_questions.json": _whole(records.answers),
    # Reactions. Since 2024 the numbered files and the plain one often describe the same ones
    "comments_and_reactions/likes_and_reactions_*.json": _reaction,
    "*/posts_and_comments.json": _reaction,  # to 2023
    "comments_and_reactions/likes_and_reactions.json": _reaction,
    "polls/polls_you_voted_on.json": _like,
    "polls/your_poll_votes.json": _like,
    # Pages, groups, events
    "pages/pages_you*liked.json": _like,  # `you've` or `you_ve`
    "likes_and_reactions/pages.json": _like,  # to 2021
    "pages/pages_and_profiles_you_follow.json": _follow,
    "pages/pages_you_follow.json": _follow,
    "followers/who_you*followed.json": _follow,  # `following_v3`
    "following_and_followers/following.json": _follow,  # to 2021
    "groups/your_group_membership_activity.json": _join,
    "groups/your_groups.json": _join,  # groups that the person runs
    "events/your_event_responses.json": _events,
    "events/your_events.json": _rows(_own_event),
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
    "messages/*/*/message_*.json": _messages,  # inbox, archived_threads, filtered_threads, message_requests, e2ee_cutover
    "groups/your_group_messages/*.json": _messages,
}
# The same files handed over one by one, where their names are Facebook's alone or their heads tell
_BARE: dict[str, Parser] = {
    pattern.rsplit("/", 1)[-1]: parse
    for pattern, parse in _READ.items()
    if not pattern.endswith(("/*.json", "/archive.json", "/trash.json", "/pages.json", "/following.json"))
}
# The download of encrypted chats, since 2023: one file a chat, `Bo Example_12.json`, at the root
_CHATS: dict[str, Parser] = {"*_?.json": _encrypted, "*_??.json": _encrypted, "*_???.json": _encrypted}

MEMBERS: dict[str, Parser | None] = {
    **dict.fromkeys(places.MEDIA, None),
    **{place + pattern: parse for pattern, parse in _READ.items() for place in places.TOPS},
    **_BARE,
    **_CHATS,
    **dict.fromkeys(places.IGNORED, None),
}

PROFILE = (
    "profile_information/profile_information.json",
    "personal_information/profile_information/profile_information.json",
    "profile_information.json",
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
    """The full name in small letters: the only thing that JSON, HTML and encrypted chats have in common."""
    return _names(archive)[0].casefold()


def _names(archive: Archive) -> tuple[str, tuple[str, ...]]:
    for name in archive.find(*PROFILE):
        try:
            full, names = records.own_names(records.profile_of(meta.load(archive, name).whole()))
        except Unreadable:  # reported when it is read
            continue
        if full:
            return full, names
    for name in _encrypted_chats(archive):
        try:
            value = meta.load(archive, name).value
        except Unreadable:
            continue
        first = value.get("participants") if isinstance(value, dict) else None
        if isinstance(first, list) and first and isinstance(first[0], str):  # the person stands first
            return first[0], (first[0],)
    return "", ()


def _encrypted_chats(archive: Archive) -> list[str]:
    """Members of the download of encrypted chats: one JSON a chat at the root, under any name."""
    found = []
    for name in archive.loose_files():
        if name.lower().endswith(".json") and not any(matches(name, pattern) for pattern in MEMBERS):
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
    account = Account(full or next(iter(options.accounts), ""))
    account.names = frozenset(name.strip().casefold() for name in (*names, *options.accounts))
    yield from _who(archive, account, (*names, *options.accounts))
    first: datetime | None = None
    reactions = _Reactions()
    for name, parse in _to_read(archive):
        try:
            document = meta.load(archive, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
            continue
        if document.cut:
            yield Problem(name, document.cut)
        for item in parse(archive, name, document, account):
            if isinstance(item, Post):
                if item.created_at and item.kind != "message":
                    first = min(first or item.created_at, item.created_at)
                if parse is _reaction:
                    reactions.add(item)
                    continue
            yield item
    yield from reactions.merged()
    yield from meta_messages.remarks(archive.path, account.tally)
    yield from _remarks(archive, account, first)


def _to_read(archive: Archive) -> list[tuple[str, Parser]]:
    """Members with their parsers, in the order of MEMBERS. Only JSON is looked at: pictures may be many."""
    order = {pattern: place for place, pattern in enumerate(MEMBERS)}
    found: list[tuple[int, str, Parser]] = []
    for name in archive.names():
        if name.lower().endswith(".json") and not name.startswith("your_instagram_activity/"):
            pattern = next((pattern for pattern in MEMBERS if matches(name, pattern)), None)
            parse = MEMBERS[pattern] if pattern else None
            if pattern and parse:
                found.append((order[pattern], name, parse))
    found.sort(key=lambda entry: entry[0])
    known = {name for _, name, _ in found}
    odd = [(name, _encrypted) for name in _encrypted_chats(archive) if name not in known]
    return [(name, parse) for _, name, parse in found] + odd


class _Reactions:
    """Joins the two files that tell of the same reactions: same second, same reaction."""

    def __init__(self) -> None:
        self._held: dict[datetime | None, list[Post]] = defaultdict(list)

    def add(self, post: Post) -> None:
        """Keep a reaction, or complete the one that it repeats."""
        labelled = bool(post.url)
        for place, other in enumerate(self._held[post.created_at] if post.created_at else ()):
            if bool(other.url) != labelled and _word(other) == _word(post):
                classic, linked = (other, post) if labelled else (post, other)
                self._held[post.created_at][place] = replace(classic, url=linked.url)
                return
        self._held[post.created_at].append(post)

    def merged(self) -> Iterator[Post]:
        """All reactions, each once."""
        for held in self._held.values():
            yield from held


def _word(post: Post) -> str:
    """The reaction in a like's context, "" for a plain like or a word of another language."""
    word = post.context.split(":", 1)[0]
    return word if word in records.REACTIONS.values() else ""


def _who(archive: Archive, account: Account, names: tuple[str, ...]) -> Iterator[Item]:
    if not account.names:
        chats = [
            meta_messages.participants(_value(archive, name))
            for name in archive.find("messages/*/*/message_1.json", "*/messages/*/*/message_1.json", "message_1.json")
        ]
        found = meta_messages.busiest(chats)
        if found:
            account.names = frozenset({found})
        yield Remark(
            archive.path,
            "The file profile_information.json is not among these files, so your own name is not known"
            + (
                ". The name that is in most chats was taken for yours."
                if found
                else "; no message was taken for yours."
            )
            + " Give all the zips of the export, or your name with --account.",
        )
    yield Owner(platform, account.name, tuple(dict.fromkeys(name for name in names if name)))


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
            f"{account.not_live} of these are archived, waiting for approval or in the bin: only you can see them now.",
        )
    since = _registered(archive)
    if first and since and first - since > timedelta(days=400):
        yield Remark(
            archive.path,
            f"The account is from {since.year}, and the first thing in the export from {first.year}. The export may have "
            "been asked for with a shorter date range than All time.",
        )


def _registered(archive: Archive) -> datetime | None:
    for name in archive.find(*PROFILE):
        return meta.moment(records.profile_of(_value(archive, name)).get("registration_timestamp"))
    return None
