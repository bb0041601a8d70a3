"""The detectors, each noticing in its own way; all they notice is a Match for a rule of the rulebook.

Built afresh for every audit, since some remember posts until `finish`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from audit.detectors.association import Association
from audit.detectors.classifier import Classifier
from audit.detectors.combination import Combination
from audit.detectors.patterns import Patterns
from audit.judge.judge import Judge, Verdict
from audit.language import Reading
from audit.results import Match
from audit.rulebook import Rulebook


class Detector(Protocol):
    """Notices things in posts."""

    name: str

    def detect(self, reading: Reading) -> Iterable[Match]:
        """What this post alone shows."""

    def finish(self) -> Iterable[Match]:
        """What only several posts show; called once, after the last post."""


def build(
    rulebook: Rulebook, judge: Judge | None = None, verdicts: Mapping[int, Verdict] | None = None
) -> Sequence[Detector]:
    """Every detector, for one audit. `verdicts` are the judge's, by row of the posts frame."""
    patterns = Patterns(rulebook)
    made: list[Detector] = [patterns, Association(rulebook), Combination(rulebook, verdicts)]
    if judge is not None:
        made.append(Classifier(rulebook, judge, verdicts or {}))
    return made
