"""Ways to reach somebody, and numbers that stand for one person, in writings that `audit.particulars` does not look for.

For the supervisor's copy only: addresses written out ("jo dot lane at gmail dot com"), names on a platform without their
sign ("snap: jo.lane99"), hashtags with a name in them, any long number. Works on the original text, without a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from audit.mentions import capitals

_AT, _DOT = r"(?:@| ?[(\[{] ?at ?[)\]}] ?| at )", r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?| dot )"
_ENDS = r"(?:com|net|org|uk|co|ie|eu|io|me|scot|wales|cymru)"
_MAIL = re.compile(
    rf"(?<![\w+-])[\w+-]+(?:{_DOT}[\w+-]+)*{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}{_ENDS}\b(?:{_DOT}uk\b)?", re.IGNORECASE
)
# A name on a platform, said to be one: "snap: jo.lane99", "insta is kayleigh_x_b". It has a digit, dot or underscore
_LEAD = r"\b(?:snap(?:chat)?|sc|insta(?:gram)?|ig|twitter|tiktok|fb|facebook|discord|kik|telegram|reddit|user ?name|handle|add (?:me|her|him))"
_ACCOUNT = re.compile(
    rf"{_LEAD}(?: (?:name|handle|is|on|at)|[:=@-]| )+ ?@?(?=[\w.]*[\d_.][\w.]*\w)([a-z][\w.]+\w)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\w@/.+#-])[a-z]{2,}(?:\.[a-z]+)+\d{1,4}\b(?!\.)")  # "bethan.jones99"
_TAG = re.compile(r"(?<![\w&])#([^\W_]\w+)")
_PIECE = re.compile(r"[A-Z][a-z]+(?=[A-Z\d_]|$)|[a-z]+|[A-Z]+(?![a-z])|\d+|_")
_FOR = re.compile(
    r"(?:rip|pray(?:ing)?for|justicefor|getwell(?:soon)?|happybirthday|birthday|loveyou|missyou|thankyou|team|for)(\w+)"
)
# Numbers that stand for one person: long, or with letters, or said to be one
_LONG = re.compile(
    r"(?<![\w£$€.,#-])[a-z]{0,3}-?(?!(?:19|20)\d\d-)(?=(?:-?\d){6})\d[\d-]*\d\b(?![.,]\d|%| ?(?:steps|people|views|likes|followers|words|miles|pounds|quid|calories)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:id|ref(?:erence)?|hosp(?:ital)?|patient|case|file|record|passport|licence|staff|payroll|pin|reg(?:istration)?|plate|nhs|mrn|number)"
    r"(?: (?:id|no\.?|number|ref|plate))?(?: is|:|=|#| no\.?| number)? ?#?((?=[a-z-]*\d)(?=[\w-]*\d[\w-]*\d[\w-]*\d)[\w-]{4,})\b",
    re.IGNORECASE,
)
# "o7700 9oo 456": letters that look like digits do not hide a number
_PHONE = re.compile(r"(?<![\w.])(?:\+44|[0o]) ?7[\do]{2,3}(?:[ -]?[\do]){6,7}\b", re.IGNORECASE)
_PLATE = re.compile(r"\b(?:reg|plates?|registration)(?: is| number|:)* ([a-z]\w{1,3} ?\w{3})\b(?<=\w)", re.IGNORECASE)


def contacts(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of each, in no order; they may overlap."""
    for pattern, label in ((_MAIL, "contact"), (_PHONE, "contact"), (_DOTTED, "contact"), (_LONG, "number")):
        yield from ((*hit.span(), label) for hit in pattern.finditer(text))
    for hit in _ACCOUNT.finditer(text):
        yield *hit.span(1), "contact"
    for hit in _SAID.finditer(text):
        yield *hit.span(1), "number"
    for hit in _PLATE.finditer(text):
        if any(map(str.isdigit, hit[1])):
            yield *hit.span(1), "number"
    for hit in _TAG.finditer(text):
        if not _is_plain(hit[1]):
            yield *hit.span(), "tag"


def _is_plain(tag: str) -> bool:
    """Whether a hashtag is made of ordinary words and of names that tell nothing."""
    named = _FOR.fullmatch(tag.casefold())
    if named and capitals.is_first(named[1]):
        return False
    pieces = _PIECE.findall(tag) if not (tag.islower() or tag.isupper()) else [tag]
    return all(_is_made_of_words(piece.casefold()) for piece in pieces)


@lru_cache(maxsize=4096)
def _is_made_of_words(word: str) -> bool:
    """Whether a word is, or can be cut into, words that we know."""
    if word in _SMALL or not word.isalpha() or (len(word) > 2 and _is_plain_word(word)):
        return True
    return len(word) <= 60 and any(
        (word[:cut] in _SMALL or (cut > 2 and _is_plain_word(word[:cut]))) and _is_made_of_words(word[cut:])
        for cut in range(1, len(word))
    )


_SMALL = frozenset("a i am an as at be by do go he if in is it me my no of on or so to up us we ot pt uk tv".split())


def _is_plain_word(word: str) -> bool:
    return capitals.is_ordinary(word) or capitals.is_known(word)
