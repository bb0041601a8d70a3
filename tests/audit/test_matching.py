"""Text -> spans: what all, any and none mean, and what excuses do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import detectors
from audit.excuses import Excuses
from audit.language import plain_reading
from audit.matching import View, applies, evidence
from audit.results import Match
from audit.rule import Rule
from audit.rulebook import Rulebook, load
from audit.screen import Screen
from tests.audit.book import book, write

SHIPPED = load()
SCREEN = Screen(SHIPPED.rules.values())


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return book(tmp_path_factory.mktemp("book"))


def words(rules: Rulebook, rule: str, text: str, kind: str = "post") -> list[str]:
    reading = plain_reading(text, kind=kind)
    return [text[span.start : span.end] for span in evidence(rules.rules[rule], View.of(reading))]


def test_evidence_is_complete_and_in_the_original(rules: Rulebook) -> None:
    text = "Ünser Tag 😀 — A LADY in  Bay 3 today, stroke at 42!"
    assert words(rules, "confidentiality.story", text) == ["LADY", "Bay 3", "today", "at 42"]


@pytest.mark.parametrize(
    "text",
    [
        "A lady in bay 3.",  # nothing of any
        "A lady today. Bay 3 is closed.",  # not in one sentence
        "A ladybird in bay 3 today",  # not a whole word
        "Case study first. A lady in bay 3 today.",  # none looks at the whole post
    ],
)
def test_rule_is_silent(rules: Rulebook, text: str) -> None:
    assert words(rules, "confidentiality.story", text) == []


@pytest.mark.parametrize("text", ["you w*nker", "you w4nker", "you w a n k e r", "you wan\u200bker", "you WANKER"])
def test_hidden_words_are_seen_through(rules: Rulebook, text: str) -> None:
    found = words(rules, "disrespect.insult", text)
    assert len(found) == 1
    assert found[0] in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "W*nker! You \u200bw4nker.\u200b No, w a n k e r\u200b\nw@nker",
            ["W*nker", "w4nker", "w a n k e r", "w@nker"],
        ),
        ("Well 😀 w4nker😀 numpty w*nker", ["w4nker", "w*nker"]),
        ("Ünsere ﬁnest… w4nker", ["w4nker"]),
    ],
)
def test_hidden_words_are_found_at_the_edges_of_sentences(rules: Rulebook, text: str, found: list[str]) -> None:
    assert [words.strip("\u200b") for words in words(rules, "disrespect.insult", text)] == found


def test_hidden_words_too_must_stand_in_one_sentence(tmp_path: Path) -> None:
    pair = """
        title: Two at once
        why: It is rude.
        advice: Remove it.
        action: delete
        all:
          - regex: 'muppet\\W+wanker'
            unmasked: true
        matches: [A muppet wanker, 'Muppet, wanker']
        does_not_match: [Muppet, A wanker, Muppet. Wanker]
        """
    rules = load(write(tmp_path, {"disrespect/pair.yml": pair})).choose("physiotherapist")
    assert words(rules, "disrespect.pair", "Muppet, w4nker") == ["Muppet, w4nker"]
    assert words(rules, "disrespect.pair", "Muppet. W4nker") == []


UNMASKED = [
    rule for rule in SHIPPED.rules.values() if any(one.unmasked for line in rule.all for one in (line, *line.options))
]


@pytest.mark.parametrize("rule", UNMASKED, ids=lambda rule: rule.id)
def test_a_hidden_word_elsewhere_changes_no_evidence(rule: Rule) -> None:
    for case in (*rule.matches, *rule.does_not_match):
        if isinstance(case, str):
            text = case.replace("[[", "").replace("]]", "")
            alone, among = (View.of(plain_reading(told)) for told in (text, f"{text}\nWhat sh1t luck!"))
            assert evidence(rule, among) == evidence(rule, alone)


def test_rules_are_for_own_words_unless_they_name_the_kind(rules: Rulebook) -> None:
    rule = rules.rules["disrespect.insult"]
    assert applies(rule, plain_reading("you muppet"))
    assert not applies(rule, plain_reading("you muppet", kind="like"))
    assert not applies(rule, plain_reading("", kind="share", context="you muppet"))
    assert applies(rule, plain_reading("you muppet", kind="share", context="news"))


def test_association_judges_what_was_taken_up(rules: Rulebook) -> None:
    team = detectors.build(rules)
    found = [
        match
        for detector in team
        for match in detector.detect(View.of(plain_reading("", kind="like", context="What a plonker")))
    ]
    assert [(match.rule, match.at_most) for match in found] == [("association.takes-up", "review")]
    assert [span.within for span in found[0].evidence] == ["context"]
    assert "respectful language" in found[0].remark


def excused(rules: Rulebook, text: str) -> list[Match]:
    view = View.of(plain_reading(text))
    found = [match for detector in detectors.build(rules) for match in detector.detect(view)]
    return Excuses(rules).apply(view, found)


def test_cancel_takes_away_what_shares_its_words(rules: Rulebook) -> None:
    assert excused(rules, "Watching the Muppet Show") == []
    assert len(excused(rules, "Watching the Muppet Show, you plonker")) == 1


def test_lower_reaches_its_sentence_and_no_further(rules: Rulebook) -> None:
    (lowered,) = excused(rules, "He called me a muppet")
    assert lowered.lowered_by == "quoted from someone else"
    (other,) = excused(rules, "He called me later. You muppet!")
    assert other.lowered_by is None


def test_excuses_leave_other_concerns_alone(rules: Rulebook) -> None:
    (story,) = excused(rules, "He called me: a lady in bay 3 today")
    assert story.lowered_by is None


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("A lady in bay 3 today at 42 muppet . drained i voted numpty case study 😀".split()),
        max_size=12,
    )
)
def test_the_screen_never_loses_a_match(tokens: list[str]) -> None:
    view = View.of(plain_reading(" ".join(tokens)))
    screen = {rule.id for rule in view.candidates(SCREEN)}
    for rule in SHIPPED.rules.values():
        if rule.detector == "patterns" and evidence(rule, view):
            assert rule.id in screen


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_spans_slice_the_original(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    rules = load()
    text = f"{text} a lady in bay 3 today"
    reading = plain_reading(text)
    for rule in rules.rules.values():
        if rule.detector == "patterns":
            for span in evidence(rule, View.of(reading)):
                assert 0 <= span.start < span.end <= len(text)


def test_choosing_packs(tmp_path: Path) -> None:
    everything = load(write(tmp_path))
    assert everything.choose().chosen == ("one",)  # a superseded pack is used only if named
    assert everything.choose("physiotherapist").chosen == ("one",)
    assert everything.choose(standards=["two"]).chosen == ("two",)
    assert not everything.choose(standards=["two"]).judged("disrespect")
    with pytest.raises(ValueError, match="unknown standard"):
        everything.choose(standards=["three"])


def test_what_the_judge_is_sure_of_is_not_cancelled_but_taken_a_step_down() -> None:
    excuse = next(one for one in SHIPPED.excuses.values() if one.reach == "post" and one.effect == "cancel")
    text = next(case for case in excuse.matches if isinstance(case, str)).replace("[[", "").replace("]]", "")
    rule = next(
        one.id for one in SHIPPED.rules.values() if one.detector == "classifier" and one.concern in excuse.touches
    )
    view = View.of(plain_reading(text))
    assert Excuses(SHIPPED).apply(view, [Match(0, rule, (), "medium")]) == []
    sure = Match(0, rule, (), "high")
    assert Excuses(SHIPPED).apply(view, [sure]) == [Match(0, rule, (), "high", lowered_by=excuse.title)]


def test_what_would_lower_is_not_heard_where_the_judge_is_sure() -> None:
    excuse = next(one for one in SHIPPED.excuses.values() if one.reach == "post" and one.effect == "lower")
    text = next(case for case in excuse.matches if isinstance(case, str)).replace("[[", "").replace("]]", "")
    rule = next(
        one.id for one in SHIPPED.rules.values() if one.detector == "classifier" and one.concern in excuse.touches
    )
    sure = Match(0, rule, (), "high")
    assert Excuses(SHIPPED).apply(View.of(plain_reading(text)), [sure]) == [sure]
