"""Lines that a platform wrote beside a post: "Sam Jones commented on Mandy Tanner's status." They are no part of a copy.

They do tell who is who: the names in them help to take the same people out of the post's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}?"
_DONE = (
    r"commented on|replied to|reacted to|likes?|liked|loved|updated|changed|shared|posted|wrote on|added|created|published|"
    r"uploaded|mentioned|tagged|was tagged in|was live|asked|answered|recommends|reviewed|saved|sent|voted (?:on|in)"
)
_THING = (
    r"(?:status|bio|photos?|videos?|posts?|comments?|links?|reels?|stor(?:y|ies)|timeline|profile|picture|cover|albums?|page|group|"
    r"event|memory|memories|activity|note|poll|question|review|wall|list)"
)
_CAPTION = re.compile(
    rf"(?P<who>(?![a-z]){_NAME}) (?:posted in .{{1,160}}\.|(?:{_DONE})\b.{{0,160}}\b{_THING}(?: (?:in|on|to|with|of|from) .{{1,160}})?\.?)"
)
_WHOSE = re.compile(rf"\b(?:{_DONE}|on|with) ({_NAME})['’]s? {_THING}\b")
_SMALL = frozenset("a an the his her their its own my your new this that".split())


def captions(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each line that a platform wrote."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare and _CAPTION.fullmatch(bare):
            start = at + line.index(bare)
            yield start, start + len(bare)
        at += len(line)


def named(caption: str) -> Iterator[str]:
    """The people in a caption: who did it, and whose post it was."""
    if not (hit := _CAPTION.fullmatch(caption)):
        return
    yield hit["who"]
    for whose in _WHOSE.finditer(caption):
        if whose[1].split()[0].casefold() not in _SMALL:
            yield whose[1]
