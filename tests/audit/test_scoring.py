"""The tables of scoring, line by line."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.judge.judge import CONCERNS, THRESHOLDS, Verdict
from audit.results import ACTIONS, Action, Confidence, Match, Span
from audit.rulebook import Rulebook
from audit.scoring import SECOND_OPINION, weigh
from tests.audit.book import book

IDS = {0: "p0", 1: "p1"}
STORY, INSULT, PERHAPS, DRAINED, VOTE = (
    "confidentiality.story",
    "disrespect.insult",
    "disrespect.perhaps",
    "client-impact.drained",
    "self-disclosure.vote",
)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return book(tmp_path_factory.mktemp("book"))


def match(rule: str, confidence: Confidence = "high", **more: object) -> Match:
    return Match(0, rule, (Span(0, 4, "words"),), confidence, **more)  # type: ignore[arg-type]


def verdict(alarm: float, delete: float = 0.0, **concerns: float) -> Verdict:
    return Verdict({**dict.fromkeys(CONCERNS, 0.0), **concerns}, alarm, delete)


@pytest.mark.parametrize(
    ("made", "action"),
    [
        (match(STORY), "delete"),
        (match(STORY, "low"), "review"),  # low confidence never deletes
        (match(STORY, at_most="consider"), "consider"),  # the detector's own limit
        (match(STORY, lowered_by="quoted"), "review"),  # one step down
        (match(DRAINED, "high", lowered_by="quoted"), "consider"),
        (match(VOTE, lowered_by="quoted"), "consider"),  # never below consider
        (match(VOTE), "consider"),
    ],
)
def test_one_finding(rules: Rulebook, made: Match, action: Action) -> None:
    assert weigh([made], rules, IDS).action == action


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_second_opinion_follows_the_table(rules: Rulebook, confidence: Confidence) -> None:
    bar = float(THRESHOLDS["alarm"])
    opinions = {"agrees": verdict(bar), "unsure": verdict(bar / 2), "disagrees": verdict(0.0)}
    alone = weigh([match(PERHAPS, confidence)], rules, IDS).action
    for view, answer in SECOND_OPINION[confidence].items():
        weighed = weigh([match(PERHAPS, confidence)], rules, IDS, opinions[view])
        steps = ACTIONS.index(alone)
        expected = {
            "stands": alone,
            "review": min(alone, "review", key=ACTIONS.index),
            "consider": "consider",
            "step": ACTIONS[max(1, steps - 1)],
            "drops": "keep",
        }[answer]
        assert weighed.action == expected, (confidence, view)


def test_a_rule_that_the_judge_doubts_never_deletes(rules: Rulebook) -> None:
    doubts = verdict(float(THRESHOLDS["alarm"]) / 2, 1.0)
    assert {weigh([match(PERHAPS, sure)], rules, IDS, doubts).action for sure in ("high", "medium")} == {"review"}


def test_strongest_finding_gives_the_action_and_comes_first(rules: Rulebook) -> None:
    weighed = weigh([match(VOTE), match(STORY)], rules, IDS)
    assert weighed.action == "delete"
    assert [finding.concern for finding in weighed.findings] == ["confidentiality", "self-disclosure"]
    assert weighed.score == 99  # 100 · (1 - 0.1 · 0.1)


def test_one_finding_for_each_concern_with_the_evidence_of_all(rules: Rulebook) -> None:
    other = Match(0, PERHAPS, (Span(9, 12, "more"),), "medium")
    (finding,) = weigh([match(INSULT), other], rules, IDS).findings
    assert finding.rule == INSULT
    assert [span.start for span in finding.evidence] == [0, 9]


def test_finding_carries_words_and_clauses_of_the_chosen_packs(rules: Rulebook) -> None:
    (finding,) = weigh([Match(0, STORY, (), "high", linked=(1,))], rules, IDS).findings
    assert finding.why == "Somebody could know who it is."
    assert [(clause.standard, clause.clause) for clause in finding.clauses] == [("one", "1")]
    assert finding.linked_posts == ("p1",)


def test_hold_never_deletes(rules: Rulebook) -> None:
    assert weigh([match(STORY)], rules, IDS, hold=True).action == "review"


def test_notes_stand_beside_their_concern(rules: Rulebook) -> None:
    assert [note.kind for note in weigh([match(STORY)], rules, IDS).notes] == ["tell-someone"]
    assert [note.kind for note in weigh([match(STORY, "low")], rules, IDS).notes] == []
    assert [note.kind for note in weigh([match(VOTE)], rules, IDS).notes] == ["belief"]


MATCHES = st.builds(
    match,
    st.sampled_from([STORY, INSULT, PERHAPS, DRAINED, VOTE]),
    st.sampled_from(["high", "medium", "low"]),
    lowered_by=st.sampled_from([None, "quoted"]),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(MATCHES, max_size=5), MATCHES, st.floats(0, 1))
def test_adding_a_match_never_weakens_the_action(
    tmp_path_factory: pytest.TempPathFactory, held: list[Match], more: Match, alarm: float
) -> None:
    rules = _shared(tmp_path_factory)
    before = weigh(held, rules, IDS, verdict(alarm))
    after = weigh([*held, more], rules, IDS, verdict(alarm))
    assert ACTIONS.index(after.action) >= ACTIONS.index(before.action)


_BOOK: list[Rulebook] = []


def _shared(factory: pytest.TempPathFactory) -> Rulebook:
    if not _BOOK:
        _BOOK.append(book(Path(factory.mktemp("shared"))))
    return _BOOK[0]


def test_the_table_is_whole() -> None:
    assert set(product(SECOND_OPINION, ("agrees", "unsure", "disagrees"))) == {
        (confidence, view) for confidence, row in SECOND_OPINION.items() for view in row
    }
