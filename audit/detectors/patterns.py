"""Runs the rules: words, phrases, regexes and entities that a rule file asks for."""

from __future__ import annotations

from collections.abc import Iterator

from audit.matching import View, applies, evidence
from audit.results import Match
from audit.rulebook import Rulebook
from audit.screen import Screen


class Patterns:
    """One match for each rule that fits a post."""

    name = "patterns"

    def __init__(self, rulebook: Rulebook) -> None:
        self._screen = Screen(rulebook.by_detector(self.name))

    def detect(self, view: View) -> Iterator[Match]:
        """Matches of every rule that applies to this kind of post."""
        reading = view.reading
        for rule in view.candidates(self._screen):
            if applies(rule, reading) and (spans := evidence(rule, view)):
                yield Match(reading.row, rule.id, spans, rule.confidence)
