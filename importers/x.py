"""Reads X (Twitter) archives of all four generations: posts, reposts, likes, follows, messages, profile.

2012–2018 `tweets.csv` and `data/js/tweets/*.js`; 2018–2020 `.js` files at the root; 2020–2022 `data/tweet.js`; since then
`data/tweets.js`. Generations are told apart by their files and may be mixed: people have several archives of one account.
X does not export the words that were quoted or answered, when something was liked, or who could see a post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from importers import x_records as records
from importers.archive import Archive, matches
from importers.fields import objects
from importers.posts import ExportError, Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable
from importers.tables import read_table
from importers.x_files import find_me, is_named, patterns, read_object, string
from importers.x_records import Reading
from importers.x_tweets import Timeline

platform = "x"

GUIDE = Guide(
    name="X (Twitter)",
    address="https://x.com/settings/download_your_data",
    ask=(
        "Sign in to X in a web browser and open Settings and privacy, Your account, Download an archive of your data.",
        "Type your password, then the code that X sends to your e-mail address or phone.",
        "Press Request archive.",
        "When X tells you that it is ready (by e-mail and in the app), come back to the same page and press Download archive.",
        "Keep the zip as it is: there is no need to unpack it.",
    ),
    wait="X promises about 24 hours; several days are common. Download it soon, since the link does not stay for ever.",
    contains="Your posts, replies, reposts, likes, the accounts you follow, private messages, profile, and long posts.",
    lacks=(
        "The words of posts that you quoted or answered, the dates of likes, descriptions of pictures, bookmarks, and "
        "whether your posts were protected when you made them (only changes in the last six months are listed)."
    ),
    find={
        "": "Open the link. Choose the three dots at the top right of the post, then Delete.",
        "share": "Open the link. Press the repost sign (two arrows) below the post, then Undo repost.",
        "like": "Open the link. Press the heart below the post once more to take the like back.",
        "follow": "Open the link to the account, press Following, then Unfollow.",
        "message": (
            "Open Messages (now called Chat) and the conversation. Deleting a message may only remove it from your own "
            "side: the other person can keep it."
        ),
        "bio": "Open your profile, press Edit profile, change the words and press Save.",
        "comment": (
            "Comments on Periscope broadcasts went when Periscope closed in March 2021; a Community Note is opened and "
            "deleted from your Community Notes profile."
        ),
        "article": "Open the link. Choose the three dots at the top right of the article, then Delete.",
        "join": "Open the link to the list, choose the three dots, then Unfollow list.",
    },
)


Parser = Callable[[Reading, str], Iterator[Item]]

_MEDIA = re.compile(
    r"(?:data/)?(?:tweets?|community_tweet|twitter_circle_tweet|direct_messages?(?:_group)?)_media/(\d+)-",
    re.IGNORECASE,
)


def _about(reading: Reading, name: str) -> Iterator[Item]:
    """What `find_me` has read already, for what is damaged in it."""
    for row in reading.each(name, "account"):
        if isinstance(row, Problem):
            yield row


def _manifest(reading: Reading, name: str) -> Iterator[Item]:
    """X's own list of the files and how many records each holds."""
    manifest = read_object(reading.archive, name)
    if not isinstance(manifest, dict):
        yield Problem(name, "This file does not hold the list of files that we expected.", 0)
        return
    reading.manifests.append(manifest)
    types = manifest.get("dataTypes")
    for kind in types.values() if isinstance(types, dict) else ():
        for file in objects(kind, "files"):
            reading.declare(string(file, "fileName"), string(file, "count"))


def _index(reading: Reading, name: str) -> Iterator[Item]:
    """The list of months, 2012–2018."""
    for row in reading.each(name, ""):
        if isinstance(row, Problem):
            yield row
        else:
            reading.declare(string(row[1], "file_name"), string(row[1], "tweet_count"))


def _details(reading: Reading, name: str) -> Iterator[Item]:
    """Who and how many, 2012–2018. The profile in it counts only where no newer archive brings one."""
    found = read_object(reading.archive, name)
    if matches(name, "data/js/user_details.js") and not reading.archive.has(*patterns("profile")):
        yield from records.old_profile(reading, name, found)


def _tweets(reading: Reading, name: str, audience: str = "") -> Iterator[Item]:
    for row in reading.each(name, "tweet"):
        if isinstance(row, Problem):
            yield row
        else:
            yield from reading.timeline.add(*row, audience)


def _circle(reading: Reading, name: str) -> Iterator[Item]:
    """Posts to a Circle (2022–23), seen by those whom the person had chosen."""
    yield from _tweets(reading, name, "friends")


def _csv(reading: Reading, name: str) -> Iterator[Item]:
    """The table beside the monthly files of 2012–2018. It holds the same posts, and says less about them."""
    for row in read_table(name, reading.archive.read_text(name) or ""):
        if isinstance(row, Problem):
            yield row
            continue
        position, cells = row
        if cells.get("tweet_id", "") in reading.timeline.tweets:
            continue  # read from the monthly files already, where links are in full
        record: dict[str, Any] = {**cells, "id_str": cells.get("tweet_id"), "created_at": cells.get("timestamp")}
        yield from reading.timeline.add(f"{name}#{position}", record)


def _notes(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "noteTweet"):
        if isinstance(row, Problem):
            yield row
        else:
            yield from reading.timeline.add_note(*row)


def _deleted(reading: Reading, name: str) -> Iterator[Item]:
    """Posts deleted in the last fortnight: never judged, and not live even if an older archive still has them."""
    for row in reading.each(name, "tweet"):
        if isinstance(row, Problem):
            yield row
        else:
            reading.timeline.deleted.add(string(row[1], "id_str") or string(row[1], "id") or string(row[1], "tweet_id"))
    reading.timeline.deleted.discard("")


def _headers(reading: Reading, name: str) -> Iterator[Item]:
    for row in reading.each(name, "tweet"):
        if isinstance(row, Problem):
            yield row
        else:
            reading.timeline.listed.add(string(row[1], "tweet_id") or string(row[1], "id_str"))
    reading.timeline.listed.discard("")


def _protection(reading: Reading, name: str) -> Iterator[Item]:
    """Whether the account was protected at the end. Six months only; without an entry nobody can say."""
    changes: list[tuple[str, str]] = []
    for row in reading.each(name, "protectedHistory"):
        if isinstance(row, Problem):
            yield row
        else:
            changes.append((string(row[1], "protectedAt"), string(row[1], "action")))
    if changes and max(changes)[1].lower() == "protect":
        reading.timeline.audience = "friends"


# In reading order: notes before the posts that they belong to, posts before the follows whose handles they tell.
_PARSERS: dict[str, Parser] = {
    "manifest": _manifest,
    "account": _about,
    "screen-name-change": _about,
    "protected-history": _protection,
    "note-tweet": _notes,  # long and styled posts, since 2023
    "tweets": _tweets,  # since late 2022
    "tweet": _tweets,  # 2018–2022
    "community-tweet": _tweets,
    "twitter-circle-tweet": _circle,  # 2022–23
    "deleted-tweets": _deleted,
    "deleted-tweet-headers": _deleted,
    "tweet-headers": _headers,
    "article-metadata": records.article_metadata,
    "article": records.articles,
    "twitter-article-metadata": records.article_metadata,
    "twitter-article": records.articles,
    "like": records.likes,
    "likes": records.likes,
    "following": records.follows,
    "direct-messages": records.messages,
    "direct-messages-group": records.messages,
    "direct-message": records.messages,  # before 2020
    "direct-message-group": records.messages,
    "message-event": records.encrypted,  # since 2026
    "profile": records.profile,
    "expanded-profile": records.expanded_profile,
    "grok-chat-item": records.grok,
    "reply-prompt": records.prompts,
    "periscope-comments-made-by-user": records.periscope,
    "community-note": records.community_notes,
    "community-note-rating": records.community_ratings,
    "moment": records.moments,
    "lists-created": records.lists_created,
    "lists-subscribed": records.lists_subscribed,
}

# Nothing that the person wrote for others: settings, devices, advertising, other people, shops, deleted words
_IGNORED = (
    "account-* ad-* ads-* ageinfo app apps audio-video-calls-in-dm* block branch-links catalog-* commerce-catalog "
    "community-note-api-test-note community-note-batsignal community-note-tombstone "
    "connected-application contact deleted-note-tweet device-token direct-message-group-headers direct-message-headers "
    "direct-message-mute email-address-change follower ip-audit key-registry lists-member mute ni-devices "
    "periscope-account-information periscope-ban-information periscope-broadcast-metadata periscope-expired-broadcasts "
    "periscope-followers periscope-profile-description personalization phone-number product-* professional-data "
    "saved-search shop-module shopify-account smartblock spaces-metadata sso tweetdeck twitter-circle "
    "twitter-circle-member twitter-shop user-link-clicks verified verified-organization"
).split()

MEMBERS: dict[str, Any] = {
    # Media first: there may be a hundred thousand. Beside the posts they belong to; `deleted_tweets_media/` is no live one
    "data/*_media/**/*": None,
    "*_media/**/*": None,
    "assets/**/*": None,
    "Your archive.html": None,
    "data/js/tweet_index.js": _index,  # 2012–2018, like all that follows down to the tables
    "data/js/user_details.js": _details,
    "data/js/payload_details.js": _details,
    "data/js/tweets/*.js": _tweets,  # one file a month
    "tweets.csv": _csv,
    "data/csv/*.csv": _csv,  # 2012–13
    **{pattern: parser for base, parser in _PARSERS.items() for pattern in patterns(base)},
    **{pattern: None for base in _IGNORED for pattern in patterns(base)},
    "data/README.txt": None,
    "README.txt": None,
    "index.html": None,
    "css/**/*": None,
    "img/**/*": None,
    "js/**/*": None,
    "lib/**/*": None,
}


def identify(archive: Archive) -> bool:
    """A known file that is one of X's assignments, the monthly files or the table of 2012–2018, or X's own viewer."""
    for name in _files(archive):
        if matches(name, "data/js/tweets/*.js") or is_named(name, "tweets") or is_named(name, "tweet"):
            return True
        try:
            head = archive.read_text(name, 200) or ""
        except Unreadable:
            continue  # damaged; other files may still tell
        if matches(name, "tweets.csv"):
            if "tweet_id" in head and "timestamp" in head:
                return True
        elif re.match(r"\s*window\.(YTD\.\w+\.part\d+|__THAR_CONFIG)\s*=", head):
            return True
    return archive.has("Your archive.html")


def owner(archive: Archive) -> str:
    """The account's number, which stays when the handle changes."""
    return find_me(archive, _files(archive), ReadOptions()).account_id


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything live in the archive, then what a person should know about it."""
    files = _files(archive)
    twice = len(files) - len({name.lower() for name in files})
    if twice:
        raise ExportError(
            f"This archive holds {twice:,} file(s) twice, in small and in capital letters.",
            "X makes no such archive: download it again.",
        )
    me = find_me(archive, files, options)
    yield Owner(platform, me.account, tuple(sorted({me.display_name, *me.handles} - {""})))
    reading = Reading(archive, me, Timeline(me, media=_media(archive)))
    if not files:
        yield Problem(
            "Your archive.html",
            "This page only shows the files in the folder “data”, which is missing. Give the whole zip from X.",
            0,
        )
    for parser, name in _plan(files):
        try:
            yield from parser(reading, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    yield from reading.timeline.posts()
    yield from _remarks(reading)


def _files(archive: Archive) -> list[str]:
    """The members that may hold records, and lie where they can; media can be a thousand times as many."""
    likely = re.compile(r"(data/(js/(tweets/)?|csv/)?)?[^/]+\.(js|csv)", re.IGNORECASE)
    return [name for name in archive.names() if likely.fullmatch(name) and _parser(name) is not None]


def _parser(name: str) -> Parser | None:
    found = (MEMBERS[pattern] for pattern in MEMBERS if matches(name, pattern))
    parser: Parser | None = next(found, None)
    return parser


def _plan(files: list[str]) -> list[tuple[Parser, str]]:
    """Files in reading order: that of MEMBERS."""
    order = list(MEMBERS)
    ranked = [(next(at for at, pattern in enumerate(order) if matches(name, pattern)), name) for name in files]
    return [(MEMBERS[order[at]], name) for at, name in sorted(ranked, key=lambda item: item[0])]


def _media(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Post or message id -> its media, which lie in files named after it."""
    made: dict[str, tuple[str, ...]] = {}
    for name in archive.names():
        found = _MEDIA.match(name)
        if found:
            made[found.group(1)] = (*made.get(found.group(1), ()), name)
    return made


def _remarks(reading: Reading) -> Iterator[Remark]:
    if not reading.me.account_id:
        yield Remark(
            reading.archive.path,
            "The file account.js is missing, so that the archive does not say whose it is. Give the whole archive, or say "
            "your handle with --account: otherwise reposts of yourself and private messages cannot be told from others'.",
        )
    if reading.unread_messages:
        yield Remark(
            reading.archive.path,
            f"{reading.unread_messages:,} private message(s) were not read, since the archive does not say which are yours.",
        )
    if reading.undated_likes:
        yield Remark(
            reading.archive.path,
            "X does not export when you liked something: likes are shown with the date of the post that you liked.",
        )
    if reading.drafts:
        yield Remark(
            reading.archive.path, f"{reading.drafts:,} draft article(s) that were never published are not judged."
        )
    for manifest in reading.manifests:
        info = manifest.get("archiveInfo")
        if isinstance(info, dict) and info.get("isPartialArchive") in (True, "true"):
            yield Remark(
                reading.archive.path,
                "X says that this archive is only a part. Give all the zips that X offered for download, together.",
            )
    yield from _reconcile(reading)


def _reconcile(reading: Reading) -> Iterator[Remark]:
    """What the archive itself declares, against what was read. Of several archives in one, any may be meant."""
    read: dict[str, list[int]] = {}
    for name, count in reading.rows.items():
        read.setdefault(_original(name), []).append(count)
    for declared_name, declared in sorted(reading.declared.items()):
        if _parser(declared_name) is None or not any(declared):
            continue
        counts = read.get(_original(declared_name))
        if counts is None:
            yield Remark(
                declared_name,
                f"X lists this file with {max(declared):,} record(s), but it is not in the archive or cannot be read.",
            )
        elif not set(counts) & declared:
            yield Remark(declared_name, f"X counts {max(declared):,} record(s) in this file; we found {max(counts):,}.")


def _original(name: str) -> str:
    """As X names the file, but without `data/`: people also give that folder itself."""
    return re.sub(r" \(\d+\)(?=\.\w+$)", "", name).lower().removeprefix("data/")
