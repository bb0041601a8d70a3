"""Tries a rule on the cases inside its own file: what `fit-to-post rules test` and the test suite run.

A case stands for one post on its own: excuses, scoring and the judge's second opinion are left out, except for rules
that ask the judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

from audit import detectors, language
from audit.detectors.classifier import Classifier
from audit.detectors.combination import Combination
from audit.judge.judge import Judge, Verdict
from audit.matching import View, applies, evidence
from audit.results import Span
from audit.rule import Rule
from audit.rulebook import Rulebook

Section = Literal["matches", "does_not_match", "known_misses", "known_false_alarms"]
SECTIONS: tuple[Section, ...] = get_args(Section)
MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one rule."""

    rule: Rule
    section: Section
    number: int  # from 1
    posts: tuple[dict[str, Any], ...]  # one, but for combination; text without the marks
    marked: tuple[tuple[int, int], ...]  # spans of [[…]] in the first post's text

    @property
    def id(self) -> str:
        """`confidentiality.kind-patient-story-does_not_match-2`."""
        return f"{self.rule.id}-{self.section}-{self.number}"


def cases(rule: Rule) -> Iterator[Case]:
    """Every case of a rule, in order."""
    for section in SECTIONS:
        for number, case in enumerate(getattr(rule, section), 1):
            entries = case if isinstance(case, list) else [case]
            posts = [dict(entry) if isinstance(entry, dict) else {"text": str(entry)} for entry in entries]
            marked = _spans(posts[0]["text"]) if len(posts) == 1 else ()
            for post in posts:
                post["text"] = MARK.sub(r"\1", post["text"])
            yield Case(rule, section, number, tuple(posts), marked)


def failure(case: Case, rulebook: Rulebook, judge: Judge | None = None) -> str:
    """Why a case does not hold, "" if it does. A known miss holds as long as it is missed, a known false alarm as long as it is one."""
    found = _found(case, rulebook, judge)
    if case.section in ("does_not_match", "known_misses"):
        return "" if found is None else "it matches"
    if found is None:
        return "it does not match"
    for start, end in case.marked:
        if not any((span.start <= start and end <= span.end) or start <= span.start < end for span in found):
            return f"characters {start} to {end} are marked and not among the evidence"
    return ""


def _found(case: Case, rulebook: Rulebook, judge: Judge | None) -> tuple[Span, ...] | None:
    readings = [_reading(row, post, case) for row, post in enumerate(case.posts)]
    if case.rule.detector == "patterns":
        spans = evidence(case.rule, View.of(readings[0])) if applies(case.rule, readings[0]) else ()
        return spans or None
    verdicts: list[Verdict | None] = [None] * len(readings)
    team = detectors.build(rulebook)
    matches = [match for reading in readings for detector in team for match in detector.detect(View.of(reading))]
    if judge is not None:
        made = judge.judge([r.text for r in readings], [r.kind for r in readings], [r.platform for r in readings])
        classifier = Classifier(rulebook, judge)
        matches += [
            match for reading, seen in zip(readings, made, strict=True) for match in classifier.detect(reading, seen)
        ]
        verdicts = list(made)
    combination = Combination(rulebook)
    combination.remember(filter(None, map(combination.trace, readings, verdicts)))
    matches += combination.finish()
    return next((match.evidence for match in matches if match.rule == case.rule.id), None)


def _reading(row: int, post: dict[str, Any], case: Case) -> language.Reading:
    kinds = sorted(case.rule.applies_to.kinds)
    kind = post.get("kind") or (kinds[0] if kinds else "post")
    moment = post.get("created_at")
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    elif moment is None:  # posts of one case are a day apart unless they say otherwise
        moment = datetime(2019, 1, 1, 12, tzinfo=UTC) + timedelta(days=row)
    return language.read_text(
        post["text"],
        kind=kind,
        platform=post.get("platform", "generic"),
        row=row,
        post_id=str(row),
        created_at=moment,
        has_media=bool(post.get("media", case.rule.applies_to.media or False)),
    )


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans, removed = [], 0
    for hit in MARK.finditer(text):
        start = hit.start() - removed
        spans.append((start, start + len(hit[1])))
        removed += 4
    return tuple(spans)
