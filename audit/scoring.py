"""From matches to findings, action and score: tables, not a formula to argue with.

(1) A finding starts with its rule's action, held under the concern's ceiling and the detector's own limit.
(2) A trial rule suggests `consider` at most, low confidence `review` at most.
(3) The judge gives a second opinion on what rules noticed (`SECOND_OPINION`).
(4) A lowering excuse takes one step down and is named. A visible finding never falls below `consider`.
(5) The post takes the strongest action of its findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from audit.judge.judge import THRESHOLDS, Verdict
from audit.results import ACTIONS, Action, Confidence, Finding, Match, Note, stronger, weaker
from audit.rulebook import Rulebook

View = Literal["agrees", "unsure", "disagrees"]

# What becomes of a match by a rule of words, by the rule's confidence and what the judge thinks of the post. `review`, `consider`: that
# action at most; "step": one down. Words alone never delete what the judge doubts: on 12,000 held-out posts it doubted 21 matches of high
# or medium confidence that would have removed a post, and ten of those were breaches. Where it disagrees at medium confidence, four of
# 25 were.
SECOND_OPINION: dict[Confidence, dict[View, Literal["stands", "review", "consider", "step", "drops"]]] = {
    "high": {"agrees": "stands", "unsure": "review", "disagrees": "review"},
    "medium": {"agrees": "stands", "unsure": "review", "disagrees": "consider"},
    "low": {"agrees": "stands", "unsure": "step", "disagrees": "drops"},
}
WEIGHTS: dict[Confidence, float] = {"high": 0.9, "medium": 0.6, "low": 0.3}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What scoring makes of one post."""

    action: Action
    score: int
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]


def weigh(
    matches: Iterable[Match],
    rulebook: Rulebook,
    ids: Mapping[int, str],
    verdict: Verdict | None = None,
    hold: bool = False,
) -> Weighed:
    """Findings of one post, one for each concern, strongest first. `ids` are the post ids by row."""
    best: dict[str, Finding] = {}
    for match in matches:
        finding = _finding(match, rulebook, ids, verdict, hold)
        if finding is None:
            continue
        held = best.get(finding.concern)
        best[finding.concern] = finding if held is None else _joined(held, finding)
    findings = tuple(sorted(best.values(), key=lambda f: (-ACTIONS.index(f.action), -f.score, f.concern)))
    action: Action = "keep"
    missing = 1.0
    for finding in findings:
        action = stronger(action, finding.action)
        missing *= 1 - WEIGHTS[finding.confidence]
    score = round(100 * (1 - missing))
    return Weighed(action, score, findings, _notes(findings, rulebook))


def view(verdict: Verdict | None, concern: str) -> View:
    """What the judge thinks of a concern in a post; without a judge a rule speaks for itself."""
    if verdict is None:
        return "agrees"
    bar = THRESHOLDS["concerns"].get(concern, 0.5)
    if verdict.alarm >= THRESHOLDS["alarm"] or verdict.concerns.get(concern, 0.0) >= bar:
        return "agrees"
    if verdict.alarm >= THRESHOLDS["alarm"] / 3 or verdict.concerns.get(concern, 0.0) >= bar / 3:
        return "unsure"
    return "disagrees"


def _finding(
    match: Match, rulebook: Rulebook, ids: Mapping[int, str], verdict: Verdict | None, hold: bool
) -> Finding | None:
    rule = rulebook.rules[match.rule]
    action = weaker(weaker(rule.action, match.at_most), rulebook.concerns[rule.concern].ceiling)
    if rule.trial:
        action = weaker(action, "consider")
    if match.confidence == "low":
        action = weaker(action, "review")
    if rule.detector == "patterns":
        second = SECOND_OPINION[match.confidence][view(verdict, rule.concern)]
        if second == "drops":
            return None
        if second == "step":
            action = _step_down(action)
        if second == "review" or second == "consider":
            action = weaker(action, second)
    if match.lowered_by:
        action = _step_down(action)
    if hold:  # somebody may need the post as evidence: nothing is to be removed yet
        action = weaker(action, "review")
    return Finding(
        post_id=ids[match.row],
        concern=rule.concern,
        rule=rule.id,
        title=rule.title,
        action=action,
        score=round(100 * WEIGHTS[match.confidence]),
        confidence=match.confidence,
        why=rule.why,
        advice=rule.advice,
        clauses=rulebook.clauses(rule.concern),
        evidence=match.evidence,
        linked_posts=tuple(ids[row] for row in match.linked),
        lowered_by=match.lowered_by,
        remark=match.remark,
    )


def _step_down(action: Action) -> Action:
    return ACTIONS[max(ACTIONS.index(action) - 1, 1)]


def _joined(one: Finding, other: Finding) -> Finding:
    """Two findings of one concern as one: the stronger speaks, the evidence of both is shown."""
    first, second = (one, other) if _rank(one) >= _rank(other) else (other, one)
    spans = tuple(sorted({*first.evidence, *second.evidence}, key=lambda span: (span.start, span.end, span.label)))
    linked = tuple(dict.fromkeys([*first.linked_posts, *second.linked_posts]))
    missing = (1 - first.score / 100) * (1 - second.score / 100)
    return replace(
        first,
        evidence=spans,
        linked_posts=linked,
        score=round(100 * (1 - missing)),
        remark=first.remark or second.remark,
    )


def _rank(finding: Finding) -> tuple[int, bool, int]:
    return (ACTIONS.index(finding.action), bool(finding.evidence), finding.score)


def _notes(findings: tuple[Finding, ...], rulebook: Rulebook) -> tuple[Note, ...]:
    notes = []
    for finding in findings:
        concern = rulebook.concerns[finding.concern]
        if concern.note and ACTIONS.index(finding.action) >= ACTIONS.index(concern.note_from):
            notes.append(Note(concern.note, concern.note_title, concern.note_says))  # type: ignore[arg-type]
    return tuple(dict.fromkeys(notes))
