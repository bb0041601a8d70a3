"""Words with a capital that are no ordinary words: mostly names that the name model does not know.

For the supervisor's copy only, where a word too many does little harm. The name model knows the names that it has met;
here it is the other way round: whatever is neither an ordinary word nor a name that tells nothing (a weekday, a nation, a
shop) is taken for a name. In small letters only first names on our list are. Works on the original text, without a model.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from audit import masks, naming

NEAR = 40  # characters that are looked at before a word
_LETTERS = "[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*"  # an accent may be a character of its own
TOKEN = re.compile(rf"(?<![\w@#/.’'-]){_LETTERS}(?:['’-]{_LETTERS})*(?![\w@/]|\.\w)")
# "van der Berg", "Leticia dos Santos", "Mohammed ibn Rashid": small words inside a name, if a word with a capital follows
PARTICLES = frozenset(
    "van der den von de la le du da dos das di del ap ab ferch bin ibn binti bint al el ní nic mac ó".split()
)
_LED_BY_PARTICLE = re.compile(r"\b(?:[Vv]an (?:der |den )?|[Vv]on |de la |dos |ibn |[Ff]erch |[Nn]í )$")
# "aka Mad Maggie", "the woman we call The Duchess", "his name is tyler"; then a word in small letters counts if it is unknown
_CALLED = re.compile(
    r"\b(?:nicknamed|aka|known as|goes by|calls? (?:her|him|them)|we call(?: her| him)?|(?:is|was|'s|’s) called|named|name is|name['’]s) ['\"“]?"
    r"(?=[A-Z])((?:[^\W\d_][\w’'-]*)(?: [A-Z][\w’'-]*){0,3})"
)
_TITLED = re.compile(r"\b(?:mr|mrs|ms|miss|dr|prof|sgt|pc|cllr|rev|fr)\.? $")
_MC = re.compile(r"mc[a-z]{4}|o'[a-z]{4}")
_INITIALS = re.compile(r"(?<![\w.])(?:(?:[A-HJ-Z]\.? ?|I\. ?){1,3}|[a-z]\. )$")  # "J. P. Rees", "JP Rees", "k. rees"
_BEGINS = re.compile(r"(?:^|[^\w\s,;:&'’)(-]|\n) *$")
_LED = re.compile(r"\b(?:in|near|at|outside|around) (?:the )?$", re.IGNORECASE)
_ABUSE = frozenset(masks.WORDS)  # what a supervisor has to be able to read
_LAUGHS = re.compile(r"(?:ha|he|ah|lo){2,}l?|[aeouhmr]{3,}|.*(\w)\1\1.*")  # also "yesss"
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "y", "'ll", "'ve", "'d", "'re", "n't")
_OPEN = frozenset("a an the my your our his her their this that of no some any more".split())
_MONTHS = frozenset("april may june august".split())
# What follows a first name that is a word as well, where it begins a sentence: "Hope died this morning"
_DOES = re.compile(
    r"(?:['’]s (?:mum|mam|dad|wife|husband|son|daughter|brother|sister|nan|family|partner|boyfriend|girlfriend|knee|hip|back|leg|arm)|"
    r" (?:from|and [A-Z]|in (?:bay|bed|room)|on (?:the|my|our) ward|died|says|said|told|asked|took|came|went|fell|hit|tried|wants|cried|shouted|"
    r"phoned|rang|texted|lives|works|has|had))\b"
)


@cache
def _words() -> frozenset[str]:
    return naming.words("ordinary_words.txt")


def _bare(folded: str) -> str:
    return folded.replace("’", "'").removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether a word, folded, is no name: it is on the list of ordinary words, or one of these with an ending."""
    bare = _bare(word)
    if bare in _words() or _LAUGHS.fullmatch(bare):
        return True
    if "-" in bare:
        return all(len(part) < 3 or is_ordinary(part) for part in bare.split("-"))
    if is_listed(bare):
        return False
    for ending in _ENDINGS:
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) > 2 and not is_first(stem):
            shorter = stem[:-1] if stem[-1] == stem[-2] else stem
            if not _words().isdisjoint((stem, shorter, f"{stem}e")):
                return True
    return False


def is_known(word: str) -> bool:
    """Whether a word, folded, is a name that tells nobody who somebody is."""
    bare = _bare(word)
    lists = ("known_to_all.txt",) if is_first(bare) else ("known_to_all.txt", "not_in_name.txt")
    if not naming.words(*lists).isdisjoint((word, bare, bare.partition("-")[0])):
        return True
    return not _ABUSE.isdisjoint((bare, bare.removesuffix("s")))


def is_first(word: str) -> bool:
    return _is_on("first_names.txt", word)


def is_surname(word: str) -> bool:
    return _is_on("surnames.txt", word)


def is_listed(word: str) -> bool:
    return is_first(word) or is_surname(word) or _is_on("places.txt", word)


def _is_on(name: str, word: str) -> bool:
    """Whether a word, folded, is on a list, with or without its accents: "siobhán", "siobhan"."""
    listed = naming.listed(name)
    return word in listed or (not word.isascii() and _without_accents(word) in listed)


def _without_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def before(text: str, at: int) -> str:
    """The words just before an offset. A bounded look: a post can be very long."""
    return text[max(0, at - NEAR) : at]


def begins(text: str, at: int) -> bool:
    """Whether a sentence begins at an offset, so that a capital there says nothing."""
    return bool(_BEGINS.search(before(text, at)))


def names(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of each name; they may overlap: a person, a place, or "name" where nothing says which."""
    loud = sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))
    tokens = list(TOKEN.finditer(text))
    done = 0
    for called in _CALLED.finditer(text):
        if not is_known(called[1].casefold()) and not called[1].isupper():
            yield *called.span(1), "person"
    for number, token in enumerate(tokens):
        if token.start() < done or not (kind := _kind(text, token, loud)):
            continue
        start, end = token.span()
        kinds = {kind}
        for following in tokens[number + 1 :]:
            between = text[end : following.start()].split(" ")
            if between[0] or between[-1] or not PARTICLES.issuperset(word.casefold() for word in between[1:-1]):
                break
            if following[0] in PARTICLES:
                continue
            kind = _kind(text, following, loud)
            if not kind and not ("person" in kinds and _goes_on(tokens[number][0], following[0])):
                break
            kinds.add(kind)
            end = following.end()
        for pattern in (_LED_BY_PARTICLE, _INITIALS):
            if (found := pattern.search(text, max(done, start - NEAR), start)) is not None:
                start = found.start()
        done = end
        yield start, end, "person" if "person" in kinds else "place" if _LED.search(before(text, start)) else "name"


def _goes_on(name: str, word: str) -> bool:
    """Whether a word behind a first name can be its surname, though it is a word ("Rose Field") or in small letters."""
    folded = word.casefold()
    if len(word) < 3 or word.isupper() or is_known(folded) or folded in naming.words("not_in_name.txt"):
        return False
    return word[0].isupper() or (name.islower() and len(word) > 3 and not is_ordinary(folded))


def _kind(text: str, token: re.Match[str], loud: bool) -> str:
    """What a word is by itself: a "person" of our lists, a "name" that is unknown, or ""."""
    word = token[0]
    bare = _bare(word.casefold())
    capital = word[0].isupper()
    if capital and _LED_BY_PARTICLE.search(before(text, token.start())):
        return "person"
    if bare in _MONTHS or (is_ordinary(bare) and len(bare) > 2):
        return "person" if is_first(bare) and word[:2].istitle() and _is_meant(text, token) else ""
    if len(bare) < 3:
        return "person" if is_first(bare) and word.istitle() else ""
    if is_known(bare):
        return ""
    if not capital:
        listed = is_first(bare) or (is_surname(bare) and len(bare) > 3) or _MC.match(bare)
        return "person" if listed or _TITLED.search(before(text, token.start())) else ""
    if word.isupper() and not (is_first(bare) and len(bare) > 3) and len(bare) < (5 if loud else 6):
        return "person" if loud and is_listed(bare) else ""  # NHS, UNISON
    return "person" if any(is_first(part) or is_surname(part) for part in (bare, *bare.split("-"))) else "name"


def _is_meant(text: str, token: re.Match[str]) -> bool:
    """Whether a first name that is a word as well (Hope, Will, April) is meant as a name here."""
    if begins(text, token.start()):
        return bool(_DOES.match(text, token.end() - 2 * token[0].endswith(("'s", "’s"))))
    if _bare(token[0].casefold()) in _MONTHS:
        return False
    words = before(text, token.start()).split()
    after = text[token.end() : token.end() + 3].strip()
    titled = words[-1][0].isupper() and words[-1] != "I" if words else True
    return not titled and not after[:1].isupper() and words[-1].casefold() not in _OPEN
