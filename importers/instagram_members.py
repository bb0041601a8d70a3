"""Which member of an Instagram export is read by which function, and since when it lies there.

Era A (to early 2021) has flat files at the root; B (to mid 2022) `account_information/`; C (to early 2024) folders at
the top; D (since) `your_instagram_activity/` and `connections/`. Threads' files are `threads`' own to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from importers import instagram_old as old
from importers import instagram_profile, meta, meta_messages
from importers import instagram_records as records
from importers.archive import Archive, matches
from importers.instagram_records import Account
from importers.meta import Document
from importers.meta_members import MEDIA, MemberParser, rows_of, whole_of
from importers.posts import Item, Problem

Parser = MemberParser[Account]
TOPS = ("", "your_instagram_activity/")


def messages(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    who = meta_messages.Owner(account.names, account.name)
    yield from meta_messages.messages(records.PLATFORM, document, name, who, account.tally)


def _profile(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    found = instagram_profile.profile(document.whole())
    if not (found.username or found.name or found.bio):
        yield Problem(name, meta.OTHER_SHAPE, 0)
        return
    yield from instagram_profile.profile_posts(found, name, account)


def _old_profile(archive: Archive, name: str, document: Document, account: Account) -> Iterator[Item]:
    yield from instagram_profile.profile_posts(old.profile(document.whole()), name, account)


_post = rows_of(records.media)
_hidden = rows_of(partial(records.media, live=False))
_like = rows_of(records.like)
_choice = rows_of(partial(records.answer, typed=False))

_OWN: dict[str, Parser] = {
    # In `content/` or `media/`, both occur. A lone post may stand without its list
    "archived_posts.json": _hidden,  # nobody else sees them
    "recently_deleted_content.json": _hidden,  # gone after 30 days
    "posts_*.json": _post,
    "reels.json": _post,
    "igtv_videos.json": _post,
    "stories.json": rows_of(partial(records.media, kind="story")),
    "other_content.json": _post,
    "profile_photos.json": _post,
    "posts.json": _post,  # the same posts once more, archived ones among them
}
_READ: dict[str, Parser] = {
    **{f"{folder}/{pattern}": parse for pattern, parse in _OWN.items() for folder in ("content", "media")},
    "*/reposts.json": rows_of(records.repost),
    "*/notes.json": rows_of(records.note),
    # Comments
    "comments/post_comments*.json": rows_of(records.comment),
    "comments/reels_comments*.json": rows_of(records.comment),
    "comments/hype*.json": rows_of(records.comment),  # public comments on stories
    # Answers to stories; `story_sticker_interactions/` to 2024
    "story_*interactions/questions.json": rows_of(partial(records.answer, typed=True)),
    "story_*interactions/story_likes.json": _like,
    "story_*interactions/*.json": _choice,
    # Likes
    "likes/liked_posts.json": _like,
    "likes/liked_comments.json": _like,
    # Messages
    "messages/*/*/message_*.json": messages,
}
_PEOPLE: dict[str, Parser] = {
    # `followers_and_following/` at the top to 2024, in `connections/` since
    "followers_and_following/following.json": rows_of(records.follow),
    "followers_and_following/following_hashtags.json": rows_of(partial(records.follow, mark="#")),
}
_PROFILE: dict[str, Parser] = {
    "account_information/personal_information.json": _profile,  # era B
    "personal_information/personal_information.json": _profile,  # era C
    "personal_information/personal_information/personal_information.json": _profile,  # era D
    "personal_information.json": _profile,
    "*/profile_changes.json": rows_of(instagram_profile.changed),
    "*/*/profile_changes.json": rows_of(instagram_profile.changed),
}
# Era A, and files of later eras handed over one by one
_FLAT: dict[str, Parser] = {
    "profile.json": _old_profile,
    "media.json": whole_of(old.media),
    "comments.json": whole_of(partial(old.listed, kind="comment")),
    "likes.json": whole_of(partial(old.listed, kind="like")),
    "connections.json": whole_of(old.connections),
    "messages.json": whole_of(old.messages),
}
_BARE: dict[str, Parser] = {
    pattern.rsplit("/", 1)[-1]: parse
    for pattern, parse in {**_READ, **_PEOPLE}.items()
    if not pattern.endswith(("/*.json", "/notes.json", "/posts.json", "/message_*.json"))
}


def _page(pattern: str) -> str:
    return pattern.removesuffix(".json") + ".html"


_ALL: dict[str, Parser] = {
    **{top + pattern: parse for pattern, parse in _READ.items() for top in TOPS},
    **{top + pattern: parse for pattern, parse in _PEOPLE.items() for top in ("", "connections/")},
    **_PROFILE,
}

# Pictures and videos, first, for they are many
_MEDIA = tuple(
    f"{top}{folder}/**/*.{kind}"
    for top in TOPS
    for folder in ("media", "content", "messages", "photos", "videos", "stories", "profile", "direct")
    for kind in MEDIA
) + tuple(f"{top}media/{folder}/**/*" for top in TOPS for folder in ("posts", "stories", "reels", "profile", "other"))
_NONE = (
    "start_here.html",
    "index.html",
    "files/**/*",
    "no-data.txt",
    "*/no-data.txt",
    "*/*/no-data.txt",
    "*/*/*/no-data.txt",
    # Era A: searches, settings, devices, what was looked at
    "account_history.json",
    "autofill.json",
    "checkout.json",
    "contacts.json",
    "devices.json",
    "information_about_you.json",
    "saved.json",
    "searches.json",
    "seen_content.json",
    "settings.json",
    "shopping.json",
    "stories_activities.json",
    "uploaded_contacts.json",
    "fundraisers.json",
    "guides.json",
    # Others' doing, or nobody else's to see
    *(f"{top}followers_and_following/**/*" for top in ("", "connections/")),
    "connections/contacts/**/*",
    *(f"{top}comments/comments_reported.*" for top in TOPS),
    *(f"{top}comments/comments_allowed_from.*" for top in TOPS),
    *(f"{top}messages/{file}" for top in TOPS for file in ("reported_conversations.*", "secret_conversations.*")),
    *(f"{top}messages/{file}" for top in TOPS for file in ("chats.html", "message_requests.html", "ai_*.*")),
    *(f"{top}messages/*/*/replies_*.json" for top in TOPS),
    *(f"{top}messages/*/*/{folder}/**/*" for top in TOPS for folder in ("photos", "videos", "audio", "gifs", "files")),
)
_FOLDERS = (
    "account_information ads_and_businesses ads_and_content ads_information ai apps_and_websites"
    " apps_and_websites_off_of_instagram autofill_information avatars_store checkout comments_settings contacts"
    " device_information digital_wallets events fundraisers gifts guides information_about_you instagram_ads_and_businesses"
    " links_history likes_settings logged_information login_and_account_creation login_and_profile_creation meta_spark"
    " monetization other_activity past_instagram_insights personal_information preferences privacy recent_searches"
    " recent_search reports saved security_and_login_information settings shopping stories_settings"
    " subscriptions subscription_for_no_ads supervision your_topics your_reels_sentiments your_reels_topics"
).split()

MEMBERS: dict[str, Parser | None] = {
    **dict.fromkeys(_MEDIA, None),
    **_FLAT,
    **_ALL,
    **_BARE,
    **{_page(pattern): parse for pattern, parse in _ALL.items()},
    **dict.fromkeys(_NONE, None),
    **dict.fromkeys((f"{top}{folder}/**/*" for top in TOPS for folder in _FOLDERS), None),
}


def pattern_of(name: str) -> str | None:
    """The first pattern that a member fits. Facebook's and Threads' folders are theirs."""
    if name.startswith(("your_facebook_activity/", "threads/", "your_instagram_activity/threads/")):
        return None
    return next((pattern for pattern in MEMBERS if matches(name, pattern)), None)


def parser_of(name: str) -> Parser | None:
    """The function that reads a member, None if none does."""
    pattern = pattern_of(name)
    return MEMBERS[pattern] if pattern else None
