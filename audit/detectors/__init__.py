"""The detectors, each noticing in its own way; all they notice is a Match for a rule of the rulebook.

`combination`, which needs several posts, is asked for apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from audit.detectors.association import Association
from audit.detectors.classifier import Classifier
from audit.detectors.patterns import Patterns
from audit.judge.judge import Judge, Verdict
from audit.language import Reading
from audit.results import Match
from audit.rulebook import Rulebook


class Detector(Protocol):
    """Notices what one post shows by itself."""

    name: str

    def detect(self, reading: Reading) -> Iterable[Match]:
        """A match for each rule that fits."""


def build(
    rulebook: Rulebook, judge: Judge | None = None, verdicts: Mapping[int, Verdict] | None = None
) -> Sequence[Detector]:
    """Every detector of single posts. `verdicts` are the judge's, by row of the posts frame."""
    made: list[Detector] = [Patterns(rulebook), Association(rulebook)]
    if judge is not None:
        made.append(Classifier(rulebook, judge, {} if verdicts is None else verdicts))
    return made
