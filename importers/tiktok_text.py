"""TikTok's export as text files, the form that it offers first: blocks of `Label: value` lines, `Date:` first.

A fallback: labels vary, and a comment with blank lines can only be put together by guessing. The rows made here have the
keys of the JSON, so that one reader serves both. Exports of 2021 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# File name without `.txt`, in lower case -> the name of the list in JSON; None = known, nothing that the person wrote
FILES: dict[str, str | None] = {
    "comments": "commentslist",
    "comment": "commentslist",
    "post": "videolist",
    "posts": "videolist",
    "videos": "videolist",
    "like list": "itemfavoritelist",
    "favorite videos": "favoritevideolist",
    "following": "following",
    "following list": "following",
    "direct messages": "chathistory",
    "share history": "sharehistorylist",
    "profile info": "profilemap",
    "profile information": "profilemap",
    **dict.fromkeys(
        (
            *("follower", "follower list", "searches", "search history", "hashtag", "watch history", "settings"),
            *("video browsing history", "login history", "block list", "favorite sounds", "favorite hashtags"),
            *("favorite effects", "favorite collection", "purchases", "off tiktok activity", "status list", "ads"),
            *("watch live history", "go live history", "go live settings", "most recent location data", "usage data"),
        )
    ),
}

_LABEL = re.compile(
    r"(date|(?:video |hashtag )?link|comments?|photo|sticker|video|url|original post link|from|content|user ?name|title|"
    r"likes?(?: ?\(s\))?|likes count|who can view|allow \w+|location|sound|add yours text|alternate text|method|shared content|"
    r"display name|bio(?: ?description)?|hashtag name|content disclosure|ai ?generated content|cover image)::?(?: (.*))?$",
    re.IGNORECASE,
)
_CHAT = re.compile(r"^>*\s*Chat History with (.+?):*\s*$", re.IGNORECASE)
_KEYS = {"video link": "link", "comments": "comment", "bio": "biodescription", "bio description": "biodescription"}


def rows(text: str) -> Iterator[dict[str, object]]:
    """The blocks of a file as records. In chats, `with` says whose chat it is."""
    block: dict[str, object] = {}
    last, partner = "", ""
    blank = False
    for line in text.replace("\r\n", "\n").split("\n"):
        chat = _CHAT.match(line)
        label = _LABEL.match(line)
        key = _key(label[1]) if label else ""
        if chat or (label and block and (key == "date" or (blank and "date" not in block) or key in block)):
            if block:
                yield _trimmed(block)
            block, last = {}, ""
        if chat:
            partner = chat[1]
        elif label and key not in block:
            if partner and not block:
                block["with"] = partner
            block[key], last = label[2] or "", key
        elif last and (line.strip() or block[last]):
            block[last] = f"{block[last]}\n{line}"
        blank = not line.strip()
    if block:
        yield _trimmed(block)


def _trimmed(block: dict[str, object]) -> dict[str, object]:
    """Without the blank lines that part it from the next block."""
    return {key: value.rstrip("\n") if isinstance(value, str) else value for key, value in block.items()}


def _key(label: str) -> str:
    plain = label.lower()
    return _KEYS.get(plain, plain.replace(" ", "") if plain != "original post link" else plain)
