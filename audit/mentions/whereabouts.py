"""Named places in a post that the name model does not know: schools, wards, streets, offices, firms, in any case of letters.

For the supervisor's copy only, where a place too many does little harm. Works on the original text, without a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import naming
from audit.mentions import capitals

# What is called after something: "Coedcae school", "the Bevan ward". In small letters only those that are nothing else.
_STREET_KINDS = frozenset("street road avenue lane crescent terrace drive close grove gardens mews".split())
_SURE_KINDS = frozenset(
    "school academy college infirmary hospital hospice surgery ward street road avenue lane crescent terrace".split()
)
_KINDS = _SURE_KINDS | frozenset(
    "nursery practice clinic unit lodge court manor centre close drive grove gardens mews estate church chapel farm primary house hotel inn arms".split()
)
_ALSO_STREETS = frozenset(
    "bridge castle church city college cross falls hospital park queen's station victoria garden low".split()
)
_ANY = "|".join(sorted(_KINDS))
_KIND = re.compile(rf"\b(?:{_ANY})(?: (?:{_ANY}))*\b", re.IGNORECASE)
_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*) $")
_AFTER = re.compile(r" ?([^\W\d_][\w'’-]*)")
_LEADING = frozenset("at to from in on near outside by off down up".split())
# What stands before its name: in Welsh, and streets in French
_FIRST_KINDS = re.compile(
    r"\b(?:\d{1,4}[a-c]?,? )?(?i:heol|stryd|ffordd|rue|maes|ysgol|ysbyty|canolfan|meddygfa|capel|eglwys|llys|clwb)"
    r"(?: (?:[Yy]r?|[Oo]) [^\W\d_][\w'’-]*| [^\W\d_][\w'’-]*)(?: (?:y |yr )?[A-Z][\w'’-]*)*"
)
_HOUSE = re.compile(r"\b\d{1,4}[A-Ca-c]?,? $")
# Where people work or are seen, with a name behind: "the office at bryn elli"
_WORK = re.compile(
    r"\b(?:office|clinic|gym|unit|ward|department|dept|team|placement|hospital|school|surgery|practice|centre|shop|firm|branch|"
    r"job|shifts?|class|work(?:s|ed|ing)?|service|hydro|pool) at (?:the )?(?=[^\W\d_])",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(\w+) at (?:the )?(?=[A-Z][a-z])|^At (?:the )?(?=[A-Z][a-z])")
# Mid-sentence a word with a capital is a name there, whatever else it means: "the chippy in Mumbles"
_IN = re.compile(r"(?<=[a-z] )(?:in|near|outside|above|opposite|behind|beside) (?:the )?(?=[A-Z][a-z])")
_LETTERED = re.compile(r"\b(?:[Bb]ay|[Ww]ard|[Ww]ing|[Pp]od) [A-H]\b(?!['’])")
_AIMED = frozenset(
    "look looks looked looking laugh laughs laughed laughing shout shouts shouted shouting swear swearing scream screaming smile smiled smiling "
    "stare staring point pointing angry mad cross good great bad better best rubbish brilliant amazing useless not".split()
)


def places(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each named place, in no order; they may overlap."""
    for kind in _KIND.finditer(text):
        start = _named_from(text, kind)
        if start < kind.start():
            number = _HOUSE.search(text[max(0, start - 8) : start])
            yield start - len(number[0]) if number else start, kind.end()
    for pattern in (_FIRST_KINDS, _LETTERED):
        yield from (named.span() for named in pattern.finditer(text))
    for work in _WORK.finditer(text):
        yield from _following(text, work.end(), small=True)
    for at in _AT.finditer(text):
        if (at[1] or "").casefold() not in _AIMED:
            yield from _following(text, at.end(), small=False)
    for lead in _IN.finditer(text):
        word = capitals.TOKEN.match(text, lead.end())
        if word and not capitals.is_known(word[0].casefold()):
            yield from _following(text, lead.end(), small=False)


def _named_from(text: str, kind: re.Match[str]) -> int:
    """Where the name before "school", "ward", … begins; the kind itself if it has none."""
    start, what = kind.start(), kind[0].casefold().split()[0]
    at = start
    for _ in range(5):
        before = _BEFORE.search(text[max(0, at - 40) : at])
        if not before:
            break
        word = before[1]
        folded = word.casefold().replace("’", "'")
        if folded in naming.words("small_words.txt") or (what == "house" and folded.endswith("'s")):
            break
        if folded in naming.words("not_before_place.txt") and not (
            what in _STREET_KINDS and folded in _ALSO_STREETS and word.istitle()
        ):
            if not word[0].isupper() or word.isupper():
                break
            at -= len(before[0])  # "St Teilo's High School": the name may stand before
            continue
        if not (word[0].isupper() and not (word.isupper() and len(word) > 4)):
            if at != kind.start() or what not in _SURE_KINDS or kind[0].isupper():
                break
            if not _is_name_like(text, at - len(before[0]), folded, what):
                break
        elif kind[0].islower() and (
            capitals.is_known(folded) or (capitals.is_ordinary(folded) and capitals.begins(text, at - len(before[0])))
        ):
            break  # "Tuesday clinic", "Free school meals"
        at -= len(before[0])
        start = at
    return start


def _is_name_like(text: str, at: int, word: str, kind: str) -> bool:
    """Whether a small word before a kind of place is its name: on our lists, or led in by "at", by "at the" before a ward."""
    if word in naming.listed("places.txt"):
        return True
    before = _BEFORE.search(text[max(0, at - 40) : at])
    lead = before[1].casefold() if before else ""
    if kind == "ward" and before and lead == "the":
        before = _BEFORE.search(text[max(0, at - 40) : at - len(before[0])])
        lead = before[1].casefold() if before else ""
    return lead in _LEADING and len(word) > 2 and not word.endswith(("ing", "ed", "ly", "al", "ic"))


def _following(text: str, at: int, small: bool) -> Iterator[tuple[int, int]]:
    """The name that begins at an offset: words with capitals, or `small` ones until a word that ends every name."""
    no_place = naming.words("small_words.txt", "not_before_place.txt", "not_after_at.txt")
    end = at
    for count in range(4):
        word = _AFTER.match(text, end)
        if not word or (count and text[end] != " "):
            break
        folded = word[1].casefold().replace("’", "'")
        capital = word[1][0].isupper()
        if folded in no_place or not (capital or (small and count < 2 and not folded.endswith(("ing", "ed", "ly")))):
            break
        end = word.end()
    if end > at:
        yield at, end
