"""The rules, packs and words under `rules/`, loaded once into frozen records; refuses what it cannot vouch for.

A rulebook that loads is sound: every rule compiles, has its cases, stays under its concern's ceiling and speaks for at
least one clause. What a rule is stands in `rule.py`; reading one YAML file is in `rule_files.py`; what the matchers mean
is in `matching.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path

from audit import rule_files
from audit.results import Clause, Pack
from audit.rule import Concern, PackFile, Rule


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
    root = folder or rules_folder()
    concerns = rule_files.read_concerns(root / "concerns.yml")
    vocabulary = rule_files.read_vocabulary(root)
    packs = {path.stem: rule_files.read_pack(path, concerns) for path in sorted((root / "packs").glob("*.yml"))}
    rules: dict[str, Rule] = {}
    for concern in concerns:
        for path in sorted((root / concern).glob("*.yml")):
            rule = rule_files.read_rule(path, concerns, vocabulary, concern)
            rules[rule.id] = rule
    excuses = _keyed(
        rule_files.read_rule(path, concerns, vocabulary, "") for path in sorted((root / "excuses").glob("*.yml"))
    )
    notes = _keyed(
        rule_files.read_rule(path, concerns, vocabulary, "") for path in sorted((root / "notes").glob("*.yml"))
    )
    rule_files.refuse_strays(root, concerns)
    rule_files.refuse_silent(root, concerns, packs, rules)
    return Rulebook(concerns, rules, excuses, notes, packs, tuple(packs))


def _keyed(rules: Iterable[Rule]) -> dict[str, Rule]:
    return {rule.id: rule for rule in rules}
