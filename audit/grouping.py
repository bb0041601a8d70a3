"""Finds posts that say the same thing again, so that one decision can serve them all."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from audit.results import PostResult
from audit.text import normalise

ADDRESSES = re.compile(r"https?://\S+|@\w+")
SIGNS = re.compile(r"[\W\d_]+")
SHORTEST = 12  # letters; below, equal texts are a habit ("lol same"), not a repeat


def near_duplicates(posts: Iterable[PostResult]) -> list[PostResult]:
    """The posts, those alike but for links, names, numbers and signs sharing a `group`."""
    posts = list(posts)
    keys = [_key(post) for post in posts]
    often = Counter(key for key in keys if key)
    return [replace(post, group=key) if often[key] > 1 else post for post, key in zip(posts, keys, strict=True)]


def _key(post: PostResult) -> str:
    letters = SIGNS.sub("", ADDRESSES.sub(" ", normalise(post.text or post.context).text))
    return hashlib.sha256(letters.encode()).hexdigest()[:12] if len(letters) >= SHORTEST else ""
