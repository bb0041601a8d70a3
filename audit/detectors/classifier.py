"""Asks the judge, our own small model: breadth where rules give precision.

A finding by the judge alone explains itself with the words that moved it most and the examples it comes nearest to, and is
trusted less than a rule. What it may lead to follows from its probabilities and the thresholds that ship with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from audit.judge.examples import Example
from audit.judge.judge import Asked, Judge, Reason, Verdict
from audit.judge.opinion import opinion
from audit.language import Reading
from audit.results import Match, Span
from audit.rule import Rule
from audit.rulebook import Rulebook

# Posts for which the words that moved the judge are looked for closely: some fifteen seconds on two cores
CLOSELY = 1_000
_LIKE = {1: "It reads most like this invented example:", 2: "It reads most like these invented examples:"}
_QUICK = "There are very many posts to look at, so for this one we had only a quick look for the words that weigh most."


class Classifier:
    """Matches for the rules that say `detector: classifier`, one for each concern that the judge sees."""

    name = "classifier"

    def __init__(self, rulebook: Rulebook, judge: Judge) -> None:
        self._book = rulebook
        self._rules: dict[str, Rule] = {rule.concern: rule for rule in rulebook.by_detector(self.name)}
        self._ceilings = {concern: rulebook.concerns[concern].ceiling for concern in self._rules}
        self._judge = judge

    def detect(self, reading: Reading, verdict: Verdict) -> Iterator[Match]:
        """What the judge sees in a post; nothing without words or in a language that it does not read."""
        if reading.language not in ("en", "") or not reading.normal.text.strip():
            return
        seen = opinion(verdict, self._ceilings)
        for concern, confidence in seen.concerns:
            yield Match(reading.row, self._rules[concern].id, (), confidence, at_most=seen.action)

    def explain(
        self, found: Sequence[tuple[Reading, Sequence[Match]]], progress: Callable[[int], None] | None = None
    ) -> list[list[Match]]:
        """The same matches, the judge's own with the words that moved it and the examples they come nearest to.

        Slow: only for posts to look at, those that matter most first, since after `CLOSELY` posts a quick look must do. A concern for
        which a rule marks words in the post needs no more.
        """
        alone = [self._alone(matches) for _, matches in found]
        asked = [
            Asked(reading.text, reading.kind, reading.platform, concerns)
            for (reading, _), concerns in zip(found, alone, strict=True)
            if concerns
        ]
        reasons = iter(self._judge.explain(asked, CLOSELY, progress))
        made = []
        for (reading, matches), concerns in zip(found, alone, strict=True):
            given = next(reasons) if concerns else {}
            made.append([self._with_reason(reading, match, given) for match in matches])
        return made

    def _alone(self, matches: Iterable[Match]) -> tuple[str, ...]:
        """The concerns that only the judge sees, or for which no rule has words to show."""
        marked = {self._book.rules[match.rule].concern for match in matches if match.evidence}
        ours = (self._book.rules[match.rule] for match in matches)
        return tuple(rule.concern for rule in ours if rule.detector == self.name and rule.concern not in marked)

    def _with_reason(self, reading: Reading, match: Match, reasons: Mapping[str, Reason]) -> Match:
        rule = self._book.rules[match.rule]
        if rule.detector != self.name or rule.concern not in reasons:
            return match
        reason = reasons[rule.concern]
        within = "context" if reading.of_context else "text"
        spans = tuple(Span(start, end, "words that weigh most", within) for start, end in reason.spans)  # type: ignore[arg-type]
        remarks = [_near(reason.near)] if reason.near else []
        remarks += [] if reason.closely else [_QUICK]
        return replace(match, evidence=spans, remark=" ".join(remarks))


def _near(examples: Sequence[Example]) -> str:
    return f"{_LIKE[len(examples)]} {' / '.join(f'“{example.text}” ({example.why})' for example in examples)}"
