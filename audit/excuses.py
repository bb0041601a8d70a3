"""What makes the same words harmless: cancels matches, or takes them a step down and says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from audit.language import Reading
from audit.matching import View, evidence
from audit.results import Match, Span
from audit.rule import Rule
from audit.rulebook import Rulebook
from audit.screen import Screen


class Excuses:
    """Every excuse of a rulebook, ready to be tried on posts that have matches."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._screen = Screen(rulebook.excuses.values())
        self._rules: Mapping[str, Rule] = rulebook.rules

    def apply(self, view: View, matches: Iterable[Match]) -> list[Match]:
        """The matches that remain, some of them lowered. An excuse counts only where it reaches the match's evidence.

        The judge has read the excusing words, too: where it is sure, what would cancel takes one step down, and what would lower is not heard.
        """
        remaining = list(matches)
        if not remaining:
            return []
        for excuse in view.candidates(self._screen):
            if not any(self._rules[match.rule].concern in excuse.touches for match in remaining):
                continue
            if not (spans := evidence(excuse, view)):
                continue
            kept = []
            for match in remaining:
                rule = self._rules[match.rule]
                sure = rule.detector == "classifier" and match.confidence == "high"
                if (
                    rule.concern not in excuse.touches
                    or not _reaches(excuse, spans, match, view.reading)
                    or (sure and excuse.effect == "lower")
                ):
                    kept.append(match)
                elif sure or excuse.effect == "lower":
                    kept.append(replace(match, lowered_by=match.lowered_by or excuse.title))
                elif excuse.reach == "words" and (left := evidence(rule, view.without(spans))):
                    kept.append(replace(match, evidence=left))  # it holds by other words of the post
            remaining = kept
        return remaining


def _reaches(excuse: Rule, spans: tuple[Span, ...], match: Match, reading: Reading) -> bool:
    if excuse.reach == "post":
        return True
    if excuse.reach == "words":
        return any(ours.start < theirs.end and theirs.start < ours.end for ours in spans for theirs in match.evidence)
    for start, end in reading.sentences:
        first, last = reading.normal.back(start, end) if start < end else (0, 0)
        excused = any(first <= span.start < last for span in spans)
        if excused and any(first <= span.start < last for span in match.evidence):
            return True
    return False
