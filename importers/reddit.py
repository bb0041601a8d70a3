"""Reads Reddit data requests: posts, comments, messages, chat, upvotes and communities, from some forty CSV files.

Every file is optional and every column is looked up by its name. Votes and awards carry no date. Reddit does not export
what was answered; the title of the thread is in its address. Lines that begin with `>` quote somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from importers import reddit_records as records
from importers.archive import Archive, matches
from importers.posts import Guide, Item, Owner, Problem, ReadOptions, Remark, Unreadable
from importers.reddit_records import Reading, bare_name
from importers.tables import read_table

platform = "reddit"

GUIDE = Guide(
    name="Reddit",
    address="https://www.reddit.com/settings/data-request",
    ask=(
        "Sign in to Reddit in a web browser and open the address above.",
        "Choose GDPR, and the full time range (“I want data from my full time at Reddit”).",
        "Press Submit.",
        "When Reddit tells you by message or e-mail that it is ready, follow its link and download the zip.",
        "Keep the zip as it is.",
    ),
    wait="Some days, up to about 30. You can ask once in about 30 days.",
    contains="Your posts, comments, private messages, chat, votes, drafts, and the communities that you joined.",
    lacks=(
        "What you answered, pictures and videos, the dates of votes, and whether a community is private or a moderator "
        "removed your post."
    ),
    find={
        "": "Open the link. Choose the three dots below your post or comment, then Delete. On old.reddit.com there is a plain delete link.",
        "like": "Open the link and press the up arrow once more; or go through https://www.reddit.com/user/me/upvoted/.",
        "join": "Open the community and press Joined, then Leave; or go through https://www.reddit.com/subreddits/mine.",
        "follow": "Open the person's profile and press Following, then Unfollow.",
        "message": (
            "Open the message or https://chat.reddit.com. You can delete a message from your own side; the other person "
            "may keep it."
        ),
    },
)

Parser = Callable[[Reading, str], Iterator[Item]]
_TABLES: dict[str, Parser | None] = {
    "statistics": records.statistics,
    "checkfile": records.check,
    "posts": records.posts,
    "comments": records.comments,
    "messages": records.messages,
    "messages_archive": records.messages,
    "chat_history": records.chat,
    "post_votes": records.votes,
    "comment_votes": records.votes,
    "poll_votes": records.poll_votes,
    "gilded_content": records.awards,
    "subscribed_subreddits": records.joined,
    "moderated_subreddits": records.joined,
    "approved_submitter_subreddits": records.joined,
    "friends": records.friends,
    "multireddits": records.collections,
    "drafts": records.unsent,
    "scheduled_posts": records.unsent,
    **dict.fromkeys(
        # the same rows without their texts
        "post_headers comment_headers message_headers messages_archive_headers".split()
    ),
    **dict.fromkeys(
        # kept for oneself, settings, money, Reddit's own messages, the list of the files
        "saved_posts saved_comments hidden_posts account_gender announcements birthdate gold_received ip_logs "
        "linked_identities linked_phone_number payouts persona purchases sensitive_ads_preferences stripe subscriptions "
        "twitter user_preferences".split()
    ),
}

# A large table comes in parts: `post_votes_1.csv`. Long names first: `messages_*.csv` would also take messages_archive.csv
MEMBERS: dict[str, Any] = {
    pattern: _TABLES[base]
    for base in sorted(_TABLES, key=len, reverse=True)
    for pattern in (f"{base}.csv", f"{base}_*.csv")
}

# What the header of a table must hold for the export to be Reddit's
_SIGNS = {
    "posts": {"id", "permalink", "subreddit", "title"},
    "comments": {"id", "permalink", "subreddit", "body"},
    "messages": {"id", "thread_id", "from", "to"},
    "messages_archive": {"id", "thread_id", "from", "to"},
    "chat_history": {"message_id", "username", "channel_url"},
    "post_votes": {"id", "permalink", "direction"},
    "comment_votes": {"id", "permalink", "direction"},
    "post_headers": {"id", "permalink", "subreddit"},
    "comment_headers": {"id", "permalink", "subreddit"},
    "subscribed_subreddits": {"subreddit"},
    "statistics": {"statistic", "value"},
}


def identify(archive: Archive) -> bool:
    """A table with Reddit's name and columns."""
    for base, columns in _SIGNS.items():
        for name in archive.find(f"{base}.csv", f"{base}_*.csv"):
            try:
                head = (archive.read_text(name, 2_000) or "").split("\n", 1)[0]
            except Unreadable:
                continue  # damaged; another table may tell
            if columns <= {cell.strip().strip('"').lower() for cell in head.split(",")}:
                return True
    return False


def owner(archive: Archive) -> str:
    """The account's name."""
    return bare_name(_account(archive))


def posts(archive: Archive, options: ReadOptions) -> Iterator[Item]:
    """Everything in the export, then what a person should know about it."""
    told = _account(archive) or next((name for name in options.accounts if " " not in name.strip()), "")
    account = f"u/{re.sub('^/?u/', '', told.strip())}" if told else ""
    yield Owner(platform, account, (bare_name(account),) if account else ())
    reading = Reading(archive, bare_name(account), account)
    for name in archive.names():
        parser: Parser | None = next((MEMBERS[pattern] for pattern in MEMBERS if matches(name, pattern)), None)
        if parser is None:
            continue
        try:
            if not (archive.read_text(name) or "").strip():
                yield Problem(name, "This file is empty. Ask for the export again if you expected something in it.", 0)
            yield from parser(reading, name)
        except Unreadable as error:
            yield Problem(name, f"{error.what} {error.hint}".strip(), 0)
    yield from records.own_messages(reading)
    for headers, full in (("post_headers", "posts"), ("comment_headers", "comments")):
        if archive.has(f"{headers}.csv") and not archive.has(f"{full}.csv", f"{full}_*.csv"):
            yield Remark(f"{headers}.csv", f"The texts are missing: the export has no {full}.csv. Ask for it again.")
    if reading.gone:
        yield Remark(archive.path, f"{reading.gone:,} post(s) or comment(s) are deleted already and were not judged.")


def _account(archive: Archive) -> str:
    """The name from statistics.csv, else from the person's own page, where own posts and custom feeds have addresses."""
    for row in _table(archive, "statistics"):
        if row.get("statistic", "").strip().lower() == "account name":
            return row.get("value", "").strip()
    for base, column in (("posts", "permalink"), ("multireddits", "id")):
        pattern = re.compile(
            r"/user/([\w-]+)/m/" if base == "multireddits" else r"/user/([\w-]+)/comments/\w+/[^/]*/?$"
        )
        for row in _table(archive, base):
            found = pattern.search(row.get(column, "")) if row.get("is_owner", "true").lower() == "true" else None
            if found:
                return found[1]
    return ""


def _table(archive: Archive, base: str) -> Iterator[dict[str, str]]:
    for name in archive.find(f"{base}.csv", f"{base}_*.csv"):
        try:
            yield from (
                row[1] for row in read_table(name, archive.read_text(name) or "") if not isinstance(row, Problem)
            )
        except Unreadable:
            continue  # `posts` says so
