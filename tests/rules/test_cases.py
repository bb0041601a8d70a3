"""Every case of every rule, excuse and note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.cases import Case, Section, cases, failure
from audit.judge.judge import Judge
from audit.rulebook import load

RULEBOOK = load()
RULES = [*RULEBOOK.rules.values(), *RULEBOOK.excuses.values(), *RULEBOOK.notes.values()]
OPPOSITE: dict[Section, Section] = {"known_misses": "matches", "known_false_alarms": "does_not_match"}
CASES = [case for rule in RULES for case in cases(rule)]


def _param(case: Case) -> object:
    marks = [pytest.mark.model] if case.rule.detector == "classifier" else []
    if case.section in OPPOSITE:
        marks.append(pytest.mark.xfail(strict=True, reason=case.section.replace("_", " ")))
    return pytest.param(case, id=case.id, marks=marks)


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge.load()


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    judge = request.getfixturevalue("judge") if case.rule.detector == "classifier" else None
    section = OPPOSITE.get(case.section, case.section)
    assert failure(replace(case, section=section), RULEBOOK, judge) == ""
