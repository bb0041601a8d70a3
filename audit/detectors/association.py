"""What a person liked, shared, followed or joined, judged by the rules that were written for their own words.

Other people's words are never the person's own breach: whatever such a rule finds in them is named `association`, is
never more than something to talk over, and says which concern it would have been.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.matching import OTHERS_WORDS, View, evidence
from audit.results import ACTIONS, Match, weaker
from audit.rulebook import Rulebook
from audit.screen import Screen

# Concerns that lie in the words themselves. A liked post about somebody's own patient, say, says little about the liker.
SPREADING = ("discrimination", "disrespect", "harassment", "misinformation", "promotion", "public-trust")


class Association:
    """At most one match for a like, share, follow or join: the strongest."""

    name = "association"

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.by_detector(self.name)
        self._concerns = rulebook.concerns
        spreading = (
            rule
            for rule in rulebook.rules.values()
            if rule.concern in SPREADING
            and rule.detector == "patterns"
            and rule.confidence != "low"
            and not rule.applies_to.kinds
        )
        self._screen = Screen(spreading)

    def detect(self, view: View) -> Iterator[Match]:
        """What the shared or liked words would be, had the person written them."""
        reading = view.reading
        if not self._rules or not (reading.of_context or reading.kind in OTHERS_WORDS):
            return
        for rule in sorted(view.candidates(self._screen), key=lambda rule: -ACTIONS.index(rule.action)):
            if spans := evidence(rule, view):
                made = Match(reading.row, self._rules[0].id, spans, "medium", at_most=weaker(rule.action, "review"))
                yield replace(
                    made,
                    remark=f"What it says would be {self._concerns[rule.concern].title.lower()}: {rule.title.lower()}.",
                )
                return
