"""Lines that a platform wrote beside a post: "Sam Jones commented on Mandy Tanner's status." They are no part of a copy.

They do tell who is who: the names in them help to take the same people out of the post's own words. In English they are
known by their wording. In any other language a line that begins with the account's own name and ends in a full stop is
taken for one; where the name stands later in the sentence, as in Welsh, it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

LONGEST = 300  # characters of a line that a platform would write
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


_PAIR = re.compile(r"[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)+")  # of several words: in German every noun has a capital


def captions(text: str, account: str = "") -> Iterator[tuple[int, int]]:
    """(start, end) of each line that a platform wrote. `account` is the name of the person whose post it stands beside."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare and (_CAPTION.fullmatch(bare) or tells_of(account, bare)):
            start = at + line.index(bare)
            yield start, start + len(bare)
        at += len(line)


def named(caption: str, account: str = "") -> Iterator[str]:
    """The people in a caption: who did it, and whose post it was."""
    if hit := _CAPTION.fullmatch(caption):
        yield hit["who"]
        for whose in _WHOSE.finditer(caption):
            if whose[1].split()[0].casefold() not in _SMALL:
                yield whose[1]
    elif tells_of(account, caption):
        for words in _PAIR.findall(caption.removeprefix(account)):
            for capitals, names in groupby(words.split(), key=lambda word: word[0].isupper()):
                if capitals and len(together := list(names)) > 1:
                    yield " ".join(together)


def tells_of(account: str, line: str) -> bool:
    """Whether a line begins with the account's own name and ends in a full stop: "Rhys Example updated his status."."""
    return bool(account) and line.startswith(f"{account} ") and line.endswith(".") and len(line) < LONGEST
