"""What a rule, a concern and a standard are once their files have been read: frozen records, and the error for a file that is wrong.

Nothing here reads a file (`rule_files.py`), gathers rules (`rulebook.py`) or runs one (`matching.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from audit.results import Action, Clause, ConcernInfo, Confidence, Pack

# `combination` needs several posts; the others are found in one post
DETECTORS = ("patterns", "classifier", "association", "combination")
NOTE_KINDS = ("support", "belief", "good-work", "tell-someone")


class RulebookError(Exception):
    """A rule file is wrong: which file and line, what is wrong, and what to do about it."""

    def __init__(self, path: str, line: int, what: str, hint: str) -> None:
        super().__init__(f"{path}:{line}: {what}\n  hint: {hint}")
        self.path, self.line, self.what, self.hint = path, line, what, hint


@dataclass(frozen=True, slots=True)
class Matcher:
    """One line of `all` / `any` / `none`: what to look for, and what to call it when found."""

    kind: Literal["words", "phrase", "regex", "entity", "any"]
    label: str  # plain words for the evidence: "bed or ward"
    pattern: re.Pattern[str] | None = None  # for words, phrase and regex; on normalised text
    terms: frozenset[str] = frozenset()  # for words and phrase: the terms themselves, so that most posts are passed by
    entities: frozenset[str] = frozenset()  # for entity: labels of `audit.language.Entity`
    unmasked: bool = False  # look also where letters were replaced to hide a word
    options: tuple[Matcher, ...] = ()  # for any: one of these is enough


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Which posts a rule looks at."""

    kinds: frozenset[str] = frozenset()  # empty: everything that is the person's own words
    media: bool | None = None  # None: with or without


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, excuse or note, as its file says it."""

    id: str  # from its path: `confidentiality.kind-patient-story`
    concern: str  # "" for excuses and notes
    title: str
    why: str
    advice: str
    action: Action
    confidence: Confidence
    trial: bool  # runs, but never suggests more than `consider`
    within: Literal["sentence", "post"]
    all: tuple[Matcher, ...]
    none: tuple[Matcher, ...]
    applies_to: AppliesTo
    detector: str  # "patterns" for rules with matchers
    matches: tuple[object, ...]  # cases: text, a mapping with text and kind, or a list of posts for combination
    does_not_match: tuple[object, ...]
    known_misses: tuple[object, ...]
    known_false_alarms: tuple[object, ...]
    path: str  # for messages
    effect: Literal["", "cancel", "lower", "note"] = ""
    touches: frozenset[str] = frozenset()  # for excuses: concerns
    reach: Literal["words", "sentence", "post"] = "sentence"  # for excuses: what must share the place with it
    note: str = ""  # for notes: their kind


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern of `concerns.yml`."""

    id: str
    title: str
    covers: str
    ceiling: Action
    note: str = ""  # kind of the note that stands beside its findings
    note_title: str = ""
    note_says: str = ""
    note_from: Action = "consider"  # weakest action that brings the note

    @property
    def info(self) -> ConcernInfo:
        """What a report shows of it."""
        return ConcernInfo(self.id, self.title, self.covers)


@dataclass(frozen=True, slots=True)
class PackFile:
    """A standard of `packs/`: the pack, whom it binds, and its clauses by concern."""

    pack: Pack
    binds: frozenset[str]  # professions
    clauses: tuple[tuple[Clause, frozenset[str]], ...]  # clause, concerns
