"""The detectors, each noticing in its own way; all they notice is a Match for a rule of the rulebook.

Those that run rules need only a post. `classifier` needs the judge's verdict on it as well, `combination` several posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from audit.detectors.association import Association
from audit.detectors.patterns import Patterns
from audit.matching import View
from audit.results import Match
from audit.rulebook import Rulebook


class Detector(Protocol):
    """Notices what one post shows by itself."""

    name: str

    def detect(self, view: View) -> Iterable[Match]:
        """A match for each rule that fits."""


def build(rulebook: Rulebook) -> Sequence[Detector]:
    """Every detector that runs rules."""
    return (Patterns(rulebook), Association(rulebook))
