"""The rules, packs and words under `rules/`, loaded once into frozen records; refuses what it cannot vouch for.

A rulebook that loads is sound: every rule compiles, has its cases, stays under its concern's ceiling and speaks for at
least one clause. Reading one YAML file is in `rule_files.py`; what the matchers mean is in `matching.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
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


@dataclass(frozen=True)
class Rulebook:
    """Everything under `rules/`, and the packs that were chosen for this person."""

    concerns: Mapping[str, Concern]
    rules: Mapping[str, Rule]
    excuses: Mapping[str, Rule]
    notes: Mapping[str, Rule]
    all_packs: Mapping[str, PackFile]
    chosen: tuple[str, ...] = ()
    _clauses: dict[str, tuple[Clause, ...]] = field(default_factory=dict, repr=False)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The chosen packs."""
        return tuple(self.all_packs[name].pack for name in self.chosen)

    def clauses(self, concern: str) -> tuple[Clause, ...]:
        """The chosen packs' clauses on a concern."""
        if concern not in self._clauses:
            self._clauses[concern] = tuple(
                clause
                for name in self.chosen
                for clause, concerns in self.all_packs[name].clauses
                if concern in concerns
            )
        return self._clauses[concern]

    def judged(self, concern: str) -> bool:
        """Whether a chosen pack speaks of this concern."""
        return bool(self.clauses(concern))

    def by_detector(self, detector: str) -> tuple[Rule, ...]:
        """The rules of one detector whose concern is judged."""
        return tuple(rule for rule in self.rules.values() if rule.detector == detector and self.judged(rule.concern))

    def professions(self) -> tuple[str, ...]:
        """Every profession that a pack binds."""
        return tuple(sorted({name for pack in self.all_packs.values() for name in pack.binds}))

    def choose(self, profession: str = "", standards: Collection[str] = ()) -> Rulebook:
        """The same rulebook for one person: the packs named, else those that bind the profession, else all current ones.

        A pack that is superseded is used only if named. Raises ValueError for a name that is not there.
        """
        if unknown := [name for name in standards if name not in self.all_packs]:
            raise ValueError(f"unknown standard {unknown[0]}; there are {', '.join(self.all_packs)}")
        if profession and profession not in self.professions():
            raise ValueError(f"unknown profession {profession}; there are {', '.join(self.professions())}")
        current = [name for name, pack in self.all_packs.items() if pack.pack.in_force != "superseded"]
        if standards:
            chosen = tuple(name for name in self.all_packs if name in standards)
        elif profession:
            chosen = tuple(name for name in current if profession in self.all_packs[name].binds)
        else:
            chosen = tuple(current)
        return Rulebook(self.concerns, self.rules, self.excuses, self.notes, self.all_packs, chosen)


def rules_folder() -> Path:
    """Where the rules lie: beside the code, installed or not."""
    return Path(str(resources.files("rules")))


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Rulebook:
    """The whole rulebook. Raises RulebookError for the first file that is not sound."""
    from audit import rule_files

    root = folder or rules_folder()
    concerns = rule_files.read_concerns(root / "concerns.yml")
    words = rule_files.read_words(root / "words")
    packs = {path.stem: rule_files.read_pack(path, concerns) for path in sorted((root / "packs").glob("*.yml"))}
    rules: dict[str, Rule] = {}
    for concern in concerns:
        for path in sorted((root / concern).glob("*.yml")):
            rule = rule_files.read_rule(path, concerns, words, concern)
            rules[rule.id] = rule
    excuses = _keyed(
        rule_files.read_rule(path, concerns, words, "") for path in sorted((root / "excuses").glob("*.yml"))
    )
    notes = _keyed(rule_files.read_rule(path, concerns, words, "") for path in sorted((root / "notes").glob("*.yml")))
    rule_files.refuse_strays(root, concerns)
    rule_files.refuse_silent(root, concerns, packs, rules)
    return Rulebook(concerns, rules, excuses, notes, packs, tuple(packs))


def _keyed(rules: Iterable[Rule]) -> dict[str, Rule]:
    return {rule.id: rule for rule in rules}
