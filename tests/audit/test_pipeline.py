"""The whole way from frame to result, with a judge that says what the test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from audit.detectors import classifier
from audit.detectors.classifier import Classifier
from audit.judge.examples import Example
from audit.judge.judge import CONCERNS, THRESHOLDS, Asked, Reason, Verdict
from audit.pipeline import CRISIS, Person, audit
from audit.results import ACTIONS, Action, AuditResult
from audit.rulebook import Rulebook, load
from importers import Import
from importers.posts import Coverage, Owner, Post, to_frame
from tests.audit.book import FILES, write

NOW = datetime(2026, 1, 31, tzinfo=UTC)
READS_LIKE = """
    title: Reads like a story
    why: It reads like one.
    advice: Remove it.
    action: {ceiling}
    detector: classifier
    matches: [one, two]
    does_not_match: [three, four, five]
    """
CRISIS_NOTE = """
    title: If this is how you feel now
    why: You can ring somebody at any hour.
    effect: note
    note: support
    all:
      - phrase: [don't want to be here]
    matches: [I don't want to be here, They don't want to be here]
    does_not_match: [I am here, Here we are, Nothing]
    """
CEILINGS: dict[str, Action] = {"confidentiality": "delete", "disrespect": "delete", "self-disclosure": "consider"}


EXAMPLE = Example("An invented post", "delete", "a bed and a day")


class Oracle:
    """A judge with prepared verdicts, by text; everything else is harmless."""

    def __init__(self, verdicts: dict[str, Verdict]) -> None:
        self._verdicts = verdicts
        self.explained: list[str] = []

    def judge(
        self,
        texts: Sequence[str],
        kinds: Sequence[str],
        platforms: Sequence[str],
        closely: Sequence[bool] = (),
    ) -> list[Verdict]:
        self.looked_at_closely = [text for text, close in zip(texts, closely, strict=True) if close]
        return [self._verdicts.get(text, verdict(0.0)) for text in texts]

    def explain(
        self, asked: Sequence[Asked], closely: int, progress: Callable[[int], None] | None = None
    ) -> list[dict[str, Reason]]:
        self.explained += [one.text for one in asked]
        self.closely = closely
        return [
            {
                concern: Reason(
                    ((0, len(one.text.split()[0])),), (EXAMPLE,) if number < closely else (), number < closely
                )
                for concern in one.concerns
            }
            for number, one in enumerate(asked)
        ]


def verdict(alarm: float, delete: float = 0.0, **concerns: float) -> Verdict:
    named = {name.replace("_", "-"): value for name, value in concerns.items()}
    return Verdict({**dict.fromkeys(CONCERNS, 0.0), **named}, alarm, delete)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    more = {
        f"{concern}/reads-like-one.yml": READS_LIKE.format(ceiling=ceiling) for concern, ceiling in CEILINGS.items()
    }
    more["notes/own-crisis.yml"] = CRISIS_NOTE
    root = write(tmp_path_factory.mktemp("book"), {**FILES, **more})
    return load(Path(root)).choose("physiotherapist")


def run(rules: Rulebook, posts: Sequence[Post], oracle: Oracle | None = None, **person: Any) -> AuditResult:
    imported = Import(to_frame(posts), Coverage(), (Owner("x", "@me", ("Kim Invented",)),))
    judge: Any = oracle
    return audit(imported, rules, judge, Person(**person), version="0", now=NOW, platforms={})


def post(number: int, text: str, **more: Any) -> Post:
    return Post(str(number), "x", more.pop("kind", "post"), datetime(2014, 5, number, tzinfo=UTC), text, **more)


def test_the_judge_alone_explains_itself(rules: Rulebook) -> None:
    oracle = Oracle({"Her third fall this week": verdict(1.0, 1.0, confidentiality=0.9)})
    result = run(rules, [post(1, "Her third fall this week"), post(2, "Rain again")], oracle)
    (found,) = result.posts
    (finding,) = found.findings
    assert (found.action, finding.rule) == ("delete", "confidentiality.reads-like-one")
    assert [found.text[span.start : span.end] for span in finding.evidence] == ["Her"]
    assert "An invented post" in finding.remark
    assert oracle.explained == ["Her third fall this week"]  # the slow part is for posts to look at only


@pytest.mark.parametrize("words", ["", " \n\u200b"])
def test_without_words_there_is_nothing_to_accuse(rules: Rulebook, words: str) -> None:
    oracle = Oracle({words: verdict(1.0, 1.0, disrespect=0.9)})
    assert [
        found.action for found in run(rules, [post(1, words, media=("cat.jpg",))], oracle, all_posts=True).posts
    ] == ["keep"]


def test_rules_explain_what_the_judge_sees_too(rules: Rulebook) -> None:
    text = "A lady in bay 3 today"
    oracle = Oracle({text: verdict(1.0, 1.0, confidentiality=0.9)})
    (found,) = run(rules, [post(1, text)], oracle).posts
    assert found.findings[0].rule == "confidentiality.story"
    assert oracle.explained == []


def test_the_judge_reads_every_post_in_which_a_rule_found_something(rules: Rulebook) -> None:
    oracle = Oracle({})
    run(rules, [post(1, "A lady in bay 3 today"), post(2, "Rain again")], oracle)
    assert oracle.looked_at_closely == ["A lady in bay 3 today"]


def test_only_what_no_rule_marks_is_explained(rules: Rulebook) -> None:
    both = "A lady in bay 3 today, the silly cow"
    oracle = Oracle({both: verdict(1.0, 1.0, confidentiality=0.9, disrespect=0.9)})
    (found,) = run(rules, [post(1, both)], oracle).posts
    assert [(f.concern, f.rule.endswith("reads-like-one")) for f in found.findings] == [
        ("confidentiality", False),
        ("disrespect", True),
    ]
    assert "example" not in found.findings[0].remark
    assert "this invented example: “An invented post” (a bed and a day)" in found.findings[1].remark


def test_beyond_what_a_close_look_takes_the_report_says_so(rules: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier, "CLOSELY", 1)
    sure, less = "His third fall this week", "Her third fall this week"
    oracle = Oracle({sure: verdict(1.0, 1.0, confidentiality=0.9), less: verdict(1.0, 0.0, confidentiality=0.9)})
    first, second = run(rules, [post(1, less), post(2, sure)], oracle).posts
    assert oracle.explained == [sure, less]  # what matters most comes first
    assert "An invented post" in first.findings[0].remark
    assert "quick look" in second.findings[0].remark
    assert first.findings[0].evidence
    assert second.findings[0].evidence


def test_another_language_is_listed_and_not_judged(rules: Rulebook) -> None:
    text = "Mae'n bwrw glaw eto heddiw ac rydw i eisiau mynd adref i'r gwely nawr"
    result = run(
        rules,
        [post(1, text), post(2, "Rain again today, and I want my bed")],
        Oracle({text: verdict(1.0, 1.0, confidentiality=1.0)}),
    )
    assert result.posts == ()
    assert [(item.what, item.count) for item in result.coverage.not_assessed] == [("posts in Welsh", 1)]


@pytest.mark.parametrize(
    ("text", "given", "action", "concerns"),
    [
        ("I don't want to be here", verdict(0.0, disrespect=0.9), "keep", []),
        ("I don't want to be here", verdict(1.0, 0.0, disrespect=0.9), "keep", []),
        (
            "I don't want to be here",
            verdict(1.0, 0.0, disrespect=0.9, self_disclosure=0.9),
            "consider",
            ["self-disclosure"],
        ),
        # a rule sees something, or the judge would remove it: everything stands
        ("I don't want to be here, you muppet", verdict(1.0, 0.0, disrespect=0.9), "delete", ["disrespect"]),
        ("Her words: I don't want to be here", verdict(1.0, 1.0, confidentiality=0.9), "delete", ["confidentiality"]),
        # a rule that sees no more than the person's own life is no reproach
        ("i voted and don't want to be here", verdict(1.0, 0.0, disrespect=0.9), "consider", ["self-disclosure"]),
        ("I want to be here", verdict(1.0, 0.0, disrespect=0.9), "review", ["disrespect"]),
    ],
)
def test_no_suspicion_stands_beside_the_helplines(
    rules: Rulebook, text: str, given: Verdict, action: Action, concerns: list[str]
) -> None:
    result = run(rules, [post(1, text)], oracle := Oracle({text: given}))
    (found,) = result.posts
    assert (found.action, [finding.concern for finding in found.findings]) == (action, concerns)
    assert any(note.kind == "support" for note in found.notes) == ("don't" in text)
    assert result.summary.actions[action] == 1
    assert bool(oracle.explained) == (action not in ("keep", "consider") and "muppet" not in text)


def test_the_note_of_a_crisis_ships() -> None:
    assert load().notes[CRISIS].note == "support"


def test_what_was_imported_is_not_changed(rules: Rulebook) -> None:
    imported = Import(to_frame([post(1, "Mae'n bwrw glaw eto heddiw ac rydw i eisiau mynd adref")]), Coverage(), ())
    results = [audit(imported, rules, None, Person(), version="0", now=NOW, platforms={}) for _ in range(2)]
    assert imported.coverage == Coverage()
    assert [len(result.coverage.not_assessed) for result in results] == [1, 1]


def test_summary_counts_every_post(rules: Rulebook) -> None:
    result = run(rules, [post(1, "A lady in bay 3 today"), post(2, "Rain"), post(3, "You muppet", kind="reply")])
    assert result.summary.posts == 3
    assert result.summary.actions == {"keep": 1, "consider": 0, "review": 0, "delete": 2}
    assert result.summary.by_concern == {"confidentiality": 1, "disrespect": 1}
    assert result.summary.by_year == {"2014": {"delete": 2, "keep": 1}}
    assert sum(result.summary.by_month["2014-05"].values()) == 3


def test_the_strongest_come_first_and_kept_ones_only_if_asked_for(rules: Rulebook) -> None:
    posts = [post(1, "Rain"), post(2, "i voted"), post(3, "A lady in bay 3 today")]
    assert [found.post_id for found in run(rules, posts).posts] == ["3", "2"]
    assert [found.post_id for found in run(rules, posts, all_posts=True).posts] == ["3", "2", "1"]


def test_good_work_is_named(rules: Rulebook) -> None:
    assert [found.post_id for found in run(rules, [post(1, "Thank you to the whole team")]).good_work] == ["1"]


def test_on_hold_nothing_is_to_be_removed(rules: Rulebook) -> None:
    result = run(rules, [post(1, "A lady in bay 3 today")], hold=True)
    assert result.hold
    assert result.summary.actions["delete"] == 0


def test_repeats_share_a_group(rules: Rulebook) -> None:
    texts = [
        "You muppet, every single time @bo https://t.co/a",
        "you MUPPET every single time!! @di",
        "Another muppet altogether",
    ]
    groups = [found.group for found in run(rules, [post(n, text) for n, text in enumerate(texts, 1)]).posts]
    assert sorted(map(bool, groups)) == [False, True, True]
    assert len(set(groups)) == 2


def test_own_names_are_no_mentions(rules: Rulebook) -> None:
    (found,) = run(
        rules, [post(1, "Kim Invented says: a lady called Maureen Ogden in bay 3 today", account="@me")]
    ).posts
    said = {found.text[span.start : span.end] for span in found.mentions}
    assert "bay 3" in said
    assert not any("Kim" in words for words in said)


def test_the_order_of_posts_does_not_matter(rules: Rulebook) -> None:
    posts = [post(1, "A lady in bay 3 today"), post(2, "You muppet"), post(3, "i voted")]
    results = [run(rules, list(order)).posts for order in permutations(posts)]
    assert all(result == results[0] for result in results)


def test_the_shipped_rules_have_one_for_the_judge_in_each_concern() -> None:
    book = load()
    assert {rule.concern for rule in book.by_detector(Classifier.name)} == set(CONCERNS)
    for rule in book.by_detector(Classifier.name):
        assert ACTIONS.index(rule.action) == ACTIONS.index(book.concerns[rule.concern].ceiling)
    assert set(THRESHOLDS["concerns"]) == set(CONCERNS)
