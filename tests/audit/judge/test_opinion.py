"""What a verdict means, line by line."""

from __future__ import annotations

import pytest

from audit.judge.judge import CONCERNS, Verdict
from audit.judge.opinion import ALONE, opinion

CEILINGS = {"confidentiality": "delete", "disrespect": "delete", "self-disclosure": "consider"}


def verdict(alarm: float, delete: float = 0.0, **concerns: float) -> Verdict:
    named = {name.replace("_", "-"): value for name, value in concerns.items()}
    return Verdict({**dict.fromkeys(CONCERNS, 0.0), **named}, alarm, delete)


@pytest.mark.parametrize(
    ("given", "action", "concerns"),
    [
        (verdict(1.0, 1.0, confidentiality=0.9), "delete", ["confidentiality"]),
        (verdict(1.0, 0.0, confidentiality=0.9), "review", ["confidentiality"]),
        (verdict(0.0, 0.0, confidentiality=0.9), "consider", ["confidentiality"]),
        (verdict(0.0, 0.0, confidentiality=ALONE - 0.01), "keep", []),
        (
            verdict(1.0, 1.0, confidentiality=0.01),
            "delete",
            ["confidentiality"],
        ),  # an alarm names its likeliest concern
        (verdict(1.0, 1.0, self_disclosure=0.95, disrespect=0.1), "delete", ["self-disclosure", "disrespect"]),
        (verdict(0.0, 1.0), "keep", []),  # no alarm, nothing to remove
    ],
)
def test_what_a_verdict_means(given: Verdict, action: str, concerns: list[str]) -> None:
    seen = opinion(given, CEILINGS)
    assert seen.action == action
    assert [concern for concern, _ in seen.concerns] == concerns


def test_other_thresholds_can_be_tried() -> None:
    strict = {"alarm": 0.95, "delete": 0.95, "concerns": dict.fromkeys(CONCERNS, 0.99)}
    given = verdict(0.9, 0.9, confidentiality=0.9)
    assert opinion(given, CEILINGS).action == "delete"
    assert opinion(given, CEILINGS, strict).action == "keep"
