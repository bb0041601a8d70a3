"""Passes by, on cheap signs, the rules that cannot match a post. It never changes what matches; a test compares.

A rule needs every line of its `all`. From each line we work out signs of which a post must show at least one: a word of a list or
phrase, a piece of text that a regex cannot match without, the label of an entity. Most rules fall away on a few
dictionary look-ups for each word of a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import _parser  # type: ignore[attr-defined]  # not documented; there since Python 3.11
from typing import Any

from audit.rule import Matcher, Rule

WORD = re.compile(r"\w+|[^\w\s]")
ENTITY = "\0"  # stands before the label of an entity among the words
SHORTEST = 3  # letters in a piece of text; shorter ones are in every post
MOST = 60  # pieces for one regex; more cost as much as the regex itself

Sign = tuple[bool, str]  # whole word or not, text


class Screen:
    """Which of many rules are worth running on a post."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._always: list[Rule] = []
        self._needs: list[tuple[Rule, int]] = []  # rule, bits that must all be set
        self._words: dict[str, list[tuple[int, int]]] = {}  # word -> (index in _needs, bit)
        self._pieces: dict[str, list[tuple[int, int]]] = {}  # the same for pieces of text
        self._starts: dict[str, list[str]] = {}  # first letters of a piece -> pieces
        for rule in rules:
            lines = [signs for matcher in rule.all if (signs := _signs(matcher))]
            if not lines:
                self._always.append(rule)
                continue
            index = len(self._needs)
            self._needs.append((rule, (1 << len(lines)) - 1))
            for bit, signs in enumerate(lines):
                for whole, text in signs:
                    (self._words if whole else self._pieces).setdefault(text, []).append((index, 1 << bit))

        for piece in self._pieces:
            self._starts.setdefault(piece[:SHORTEST], []).append(piece)

    def candidates(self, words: Iterable[str], text: str, clear: str | None = None) -> list[Rule]:
        """The rules worth running, given all words of a post (entities among them) and the texts that rules look at.

        `clear` is the text with hidden words unmasked, None where it is the same.
        """
        seen: dict[int, int] = {}
        for word in words:
            for index, bit in self._words.get(word, ()):
                seen[index] = seen.get(index, 0) | bit
        for looked_at in (text, clear):
            if not looked_at:
                continue
            starts = {looked_at[at : at + SHORTEST] for at in range(len(looked_at) - SHORTEST + 1)}
            for start in starts & self._starts.keys():
                for piece in self._starts[start]:
                    if piece in looked_at:
                        for index, bit in self._pieces[piece]:
                            seen[index] = seen.get(index, 0) | bit
        found = [index for index, bits in seen.items() if bits == self._needs[index][1]]
        return self._always + [self._needs[index][0] for index in sorted(found)]


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
        if len(run) >= SHORTEST:
            options.append(frozenset([run]))
        run = ""
        if str(kind) == "SUBPATTERN":
            options.append(_best(list(value[3])))
        elif str(kind) == "BRANCH":
            branches = [_best(list(branch)) for branch in value[1]]
            options.append(frozenset().union(*branches) if all(branches) else frozenset())
        elif str(kind) in ("MAX_REPEAT", "MIN_REPEAT") and value[0] >= 1:
            options.append(_best(list(value[2])))
    return max((option for option in options if option), key=lambda o: (min(map(len, o)), -len(o)), default=frozenset())
