"""What a verdict means: the action it asks for and the concerns it names, by the shipped thresholds. The one place that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from audit.judge.judge import THRESHOLDS, Verdict

ALONE = 0.5
"""From which probability a concern is worth a thought where the post as a whole raises no alarm: as likely as not. Below it, one everyday
post in twelve was something "to think about", and nobody reads so long a list."""

Asks = Literal["delete", "review", "consider", "keep"]
Sure = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a verdict means for a post: the action, and the concerns it rests on, the likeliest first."""

    action: Asks
    concerns: tuple[tuple[str, Sure], ...]


def opinion(verdict: Verdict, ceilings: Mapping[str, str], thresholds: Mapping[str, Any] = THRESHOLDS) -> Opinion:
    """Read a verdict. `ceilings`: the strongest action of each concern that may be named. An alarm names at least one that may carry it."""
    action: Asks = "keep"
    if verdict.alarm >= thresholds["alarm"]:
        action = "delete" if verdict.delete >= thresholds["delete"] else "review"
    if action == "keep" and max(verdict.concerns.values()) < ALONE:  # most posts
        return Opinion("keep", ())
    ranked = sorted(((p, concern) for concern, p in verdict.concerns.items() if concern in ceilings), reverse=True)
    named = [(concern, p) for p, concern in ranked if p >= thresholds["concerns"][concern]]
    if action != "keep" and all(ceilings[concern] == "consider" for concern, _ in named):
        carrier = next(((concern, p) for p, concern in ranked if ceilings[concern] != "consider"), None)
        named = [*named, carrier] if carrier else named
    if action == "keep":
        named = [(concern, p) for concern, p in named if p >= ALONE]
        action = "consider" if named else "keep"
    return Opinion(action, tuple((concern, _band(p)) for concern, p in named))


def _band(probability: float) -> Sure:
    """The same three words as rules use: how often a careful reader would agree."""
    return "high" if probability >= 0.85 else "medium" if probability >= 0.55 else "low"
