"""Passes by, on cheap signs, the rules that cannot match a post. It never changes what matches; a test compares.

A rule needs every line of its `all`. From each line we work out signs of which a post must show at least one: a word of a list or
phrase, a piece of text that a regex cannot match without, the label of an entity. Most rules fall away on a few
dictionary look-ups for each word of a post.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cache
from re import _parser  # type: ignore[attr-defined]  # not documented; there since Python 3.11
from typing import Any

from audit.rule import Matcher, Rule

WORD = re.compile(r"\w+|[^\w\s]")
ENTITY = "\0"  # stands before the label of an entity among the words
LEAST = 3  # letters by which a piece of text is looked up; the few that are shorter are looked for one by one
MOST = 150  # pieces for one regex
DIGITS = frozenset("0123456789")
FEW = 12  # characters of a class in a regex, at most

Sign = tuple[bool, str]  # whole word or not, text


@dataclass(frozen=True, slots=True)
class Shown:
    """What a post shows of signs, gathered once for every screen."""

    words: Set[str] = field(repr=False)  # entities among them
    text: str = field(repr=False)  # all texts that rules look at
    threes: Set[str] = field(repr=False)  # all that is three characters long in it

    @classmethod
    def of(cls, words: Set[str], *texts: str) -> Shown:
        """Signs of a post: its words, its text as normalised and, where that is different, with hidden words unmasked."""
        text = "\0".join(texts)
        if not text.isascii() and any(char.isdecimal() and char not in DIGITS for char in text):
            text += "\0" + "\0".join(DIGITS)  # digits of another script: a regex takes them for any of our ten
        return cls(words, text, {text[at : at + LEAST] for at in range(len(text) - LEAST + 1)})


def _threes(text: str) -> Iterator[str]:
    return (text[at : at + LEAST] for at in range(len(text) - LEAST + 1))


class Screen:
    """Which of many rules are worth running on a post."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._always: list[int] = []  # places among the rules
        self._keys: dict[
            int, tuple[int, int]
        ] = {}  # bit of a rule's rarest line -> place of the rule, bits of all its lines
        self._words: dict[str, int] = {}  # word -> bits of the lines that it is a sign for
        self._pieces: dict[str, int] = {}  # the same for pieces of text
        self._threes: dict[str, list[str]] = {}  # three letters that few pieces have -> pieces
        bit = 1
        for place, rule in enumerate(self._rules):
            lines = [signs for matcher in rule.all if (signs := _signs(matcher))]
            if not lines:
                self._always.append(place)
                continue
            bits = []
            for signs in lines:
                for whole, text in signs:
                    where = self._words if whole else self._pieces
                    where[text] = where.get(text, 0) | bit
                bits.append((min(len(text) for _, text in signs), bit))
                bit <<= 1
            self._keys[max(bits)[1]] = place, sum(one for _, one in bits)  # long signs are rare
        self._key_bits = sum(self._keys)
        self._short = [piece for piece in self._pieces if len(piece) < LEAST]
        long = {piece: [*_threes(piece)] for piece in self._pieces if len(piece) >= LEAST}
        usual = Counter(three for found in long.values() for three in found)
        for piece, found in long.items():
            self._threes.setdefault(min(found, key=lambda three: (usual[three], three)), []).append(piece)

    def candidates(self, shown: Shown) -> list[Rule]:
        """The rules worth running on a post, in the order in which they were given."""
        text, words, pieces, threes = shown.text, self._words, self._pieces, self._threes
        seen = 0
        for word in words.keys() & shown.words:
            seen |= words[word]
        for piece in self._short:
            if piece in text:
                seen |= pieces[piece]
        for three in threes.keys() & shown.threes:
            for piece in threes[three]:
                if piece in text:
                    seen |= pieces[piece]
        places = self._always.copy()
        hits = seen & self._key_bits
        while hits:
            key = hits & -hits  # the lowest bit
            hits ^= key
            place, needed = self._keys[key]
            if seen & needed == needed:
                places.append(place)
        return [self._rules[place] for place in sorted(places)]


def _signs(matcher: Matcher) -> frozenset[Sign]:
    """Signs of which a post must show one for this line to be found; empty if nobody can say."""
    if matcher.kind in ("words", "phrase"):
        return frozenset((True, max(WORD.findall(term), key=len)) for term in matcher.terms)
    if matcher.kind == "entity":
        return frozenset((True, ENTITY + label) for label in matcher.entities)
    if matcher.kind == "any":
        options = [_signs(option) for option in matcher.options]
        return frozenset().union(*options) if all(options) else frozenset()
    assert matcher.pattern is not None
    return frozenset((False, piece) for piece in pieces(matcher.pattern.pattern))


@cache  # the detectors are built afresh for every audit, and to take a rulebook's regexes apart is most of that
def pieces(regex: str) -> frozenset[str]:
    """Pieces of text of which any match of the regex holds at least one; empty if there is no such set worth having."""
    found = _best(list(_parser.parse(regex)))
    return found if found and len(found) <= MOST else frozenset()


def _best(nodes: list[Any]) -> frozenset[str]:
    """Of the parts that must all be there, the one with the longest shortest piece."""
    options: list[frozenset[str]] = []
    run = ""
    for kind, value in [*nodes, (None, None)]:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        if run:
            options.append(frozenset([run]))
        run = ""
        if str(kind) == "SUBPATTERN":
            options.append(_best(list(value[3])))
        elif str(kind) == "BRANCH":
            branches = [_best(list(branch)) for branch in value[1]]
            options.append(frozenset().union(*branches) if all(branches) else frozenset())
        elif str(kind) in ("MAX_REPEAT", "MIN_REPEAT") and value[0] >= 1:
            options.append(_best(list(value[2])))
        elif str(kind) == "IN":
            options.append(_one_of(value))
    return max((option for option in options if option), key=_worth, default=frozenset())


def _worth(pieces: frozenset[str]) -> tuple[int, int]:
    """Long pieces are rarer, and of those alike a few are quicker to look for. A space or full stop says nothing."""
    return (min(len(piece.strip(" .,'\"!?-")) for piece in pieces), -len(pieces))


def _one_of(members: list[Any]) -> frozenset[str]:
    """The characters of a class, if they are few."""
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < FEW:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif str(value) == "CATEGORY_DIGIT":
            found |= DIGITS
        else:
            return frozenset()
    return frozenset(found) if len(found) <= FEW else frozenset()
