"""Every case of every rule, excuse and note."""

from __future__ import annotations

import pytest

from audit.cases import Case, cases, failure
from audit.judge.judge import Judge
from audit.rulebook import load

RULEBOOK = load()
RULES = [*RULEBOOK.rules.values(), *RULEBOOK.excuses.values(), *RULEBOOK.notes.values()]
CASES = [case for rule in RULES for case in cases(rule)]


def _param(case: Case) -> object:
    marks = [pytest.mark.model] if case.rule.detector == "classifier" else []
    if case.section == "known_misses":
        marks.append(pytest.mark.xfail(strict=True, reason="a known miss"))
    return pytest.param(case, id=case.id, marks=marks)


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge.load()


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    judge = request.getfixturevalue("judge") if case.rule.detector == "classifier" else None
    if case.section == "known_misses":
        assert not failure(Case(case.rule, "matches", case.number, case.posts, case.marked), RULEBOOK, judge)
    else:
        assert failure(case, RULEBOOK, judge) == ""
