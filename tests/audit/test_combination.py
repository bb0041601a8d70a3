"""Posts that add up: found across platforms, with the clues named and the others linked; silent wherever it may be wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from audit import pipeline
from audit.clues import Finder, nicknames, stem, stems
from audit.detectors.combination import FEW, LARGEST, OFTEN, Combination
from audit.judge.judge import Verdict
from audit.language import Reading, plain_reading
from audit.results import Match
from audit.rule_files import read_words
from audit.rulebook import load, rules_folder
from audit.text import normalise
from importers import Import
from importers.posts import Coverage, Post, to_frame

START = datetime(2018, 1, 5, 9, tzinfo=UTC)
WORK = ("bio", "linkedin", "Physiotherapist, Quernmoss Hospital, Leeds", 0)
FIRST = ("post", "x", "One of my patients painted carousel horses until he was 80. Two new hips.", 5)
THEN = ("post", "instagram", "The carousel man walked out of the ward on Friday, off home to Otley.", 14)
Row = tuple[str, str, str, float]


def remember(detector: Combination, reading: Reading, verdict: Verdict | None = None) -> None:
    trace = detector.trace(reading, verdict)
    detector.remember([trace] if trace else [])


def found(*rows: Row, verdicts: dict[int, Verdict] | None = None) -> list[Match]:
    detector = Combination(load())
    for number, (kind, platform, text, days) in enumerate(rows):
        context = text if kind in ("like", "follow", "join", "share") else ""
        reading = plain_reading(
            "" if context else text,
            kind,
            platform,
            context=context,
            row=number,
            post_id=str(number),
            created_at=START + timedelta(days=days),
        )
        remember(detector, reading, (verdicts or {}).get(number))
    return list(detector.finish())


def test_a_workplace_a_story_and_an_outcome_add_up_across_platforms() -> None:
    (match,) = found(WORK, FIRST, THEN)
    assert match.row in (1, 2)
    assert set(match.linked) | {match.row} == {0, 1, 2}
    assert match.rule == "combination.posts-that-add-up"
    text = (WORK, FIRST, THEN)[match.row][2]
    assert match.evidence
    assert all(text[span.start : span.end].strip() and span.label for span in match.evidence)


def test_the_last_workplace_before_the_posts_is_linked() -> None:
    elsewhere = ("bio", "linkedin", "Physiotherapist, Saltmarsh Hospital, Hull", 2)
    later = ("bio", "linkedin", "Physiotherapist, Tolling Hospital, York", 40)
    (match,) = found(WORK, elsewhere, FIRST, THEN, later)
    assert {match.row, *match.linked} == {1, 2, 3}


def test_the_remark_names_kinds_of_clues_and_nobody() -> None:
    (match,) = found(WORK, FIRST, THEN)
    assert match.remark.startswith("Your other posts add ")
    assert "where you work" in match.remark
    for name in ("Otley", "Leeds", "carousel"):
        assert name not in match.remark


def test_the_rule_suggests_nothing_stronger_than_to_talk_it_over() -> None:
    assert load().rules["combination.posts-that-add-up"].action == "review"


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_no_two_of_three_are_enough(gone: int) -> None:
    rows = [row for number, row in enumerate((WORK, FIRST, THEN)) if number != gone]
    if gone == 0:  # without a workplace nobody knows where; Otley is a place of its own, so it goes as well
        rows[1] = (*rows[1][:2], rows[1][2].replace(" to Otley", "").replace("the ward", "here"), rows[1][3])
    assert found(*rows) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "My nan painted carousel horses until she was 80. Two new hips.",
            "The carousel lady walked off the ward today.",
        ),
        ("Our manikin painted carousel horses, aged 80. Two new hips.", "The carousel man arrested on the ward today."),
        ("The spaniel chewed the carousel, 80 stitches, the vet says.", "The carousel boy is home from his operation."),
        ("A case study: he painted carousel horses until 80. Two hips.", "The carousel man walked on the ward today."),
        (
            "With his written consent: he painted carousel horses, at 80.",
            "The carousel man walked off the ward on Friday.",
        ),
        ("One of my patients had two new hips at 80, and cried.", "Rode the carousel at the fair today, never again."),
        ("Took the kids on the carousel today, best day out.", "The carousel was shut. The man there was 80."),
    ],
)
def test_family_pets_teaching_consent_and_strangers_stay_silent(first: str, then: str) -> None:
    assert found(WORK, (*FIRST[:2], first, 5), (*THEN[:2], then, 14)) == []


def test_a_word_that_the_person_uses_all_the_time_ties_nothing() -> None:
    own = [("post", "x", f"Painted the carousel again, coat number {n}.", 20.0 + n) for n in range(OFTEN)]
    assert len(found(WORK, FIRST, THEN)) == 1
    assert found(WORK, FIRST, THEN, *own) == []


def test_years_apart_nothing_is_tied() -> None:
    assert found(WORK, FIRST, (*THEN[:3], 2000)) == []


def test_posts_without_a_date_are_never_tied() -> None:
    detector = Combination(load())
    for number, (kind, platform, text, _) in enumerate((WORK, FIRST, THEN)):
        remember(detector, plain_reading(text, kind, platform, row=number))
    assert list(detector.finish()) == []


def test_the_match_never_sits_at_other_peoples_words_or_at_a_profile() -> None:
    like = ("like", "facebook", "Quernmoss Hospital: our carousel painter is home, well done to his physio.", 15)
    for match in found(WORK, FIRST, THEN, like):
        assert match.row in (1, 2)


def test_what_the_judge_sees_counts_more_than_words() -> None:
    quiet = ("post", "x", "He painted carousel horses until he was 80, he says.", 5)
    later = ("post", "x", "The carousel man waved at me from the bus on Friday.", 14)
    seen = Verdict({"confidentiality": 0.3}, 0.4, 0.1)
    unseen = Verdict({"confidentiality": 0.0}, 0.0, 0.0)
    assert len(found(WORK, quiet, later, verdicts={0: unseen, 1: seen, 2: seen})) == 1
    assert found(WORK, quiet, later, verdicts={0: unseen, 1: unseen, 2: unseen}) == []


def test_a_post_in_another_language_is_left_alone() -> None:
    detector = Combination(load())
    for number, (kind, platform, text, days) in enumerate((WORK, FIRST, THEN)):
        at = START + timedelta(days=days)
        remember(detector, plain_reading(text, kind, platform, row=number, created_at=at, language="cy"))
    assert list(detector.finish()) == []


def test_groups_are_small() -> None:
    many = [("post", "x", f"The carousel man walked {n} steps on the ward.", 6.0 + n) for n in range(LARGEST + 2)]
    assert found(WORK, FIRST, *many) == []


def test_he_of_whom_the_readers_know_is_tied_to_the_post_before() -> None:
    first = ("post", "x", "He has been coming to our clinic since the accident at the regatta.", 5)
    then = ("post", "x", "He managed the stairs today, all of them, at 80.", 9)
    (match,) = found(WORK, first, then)
    assert {match.row, *match.linked} == {0, 1, 2}
    assert found(WORK, first, (*then[:2], "A lady on the ward managed the stairs today, and she is 80.", 9)) == []
    assert found(WORK, first, (*then[:3], 90)) == []


def test_where_many_people_are_written_about_nobody_can_tell_who_he_is() -> None:
    first = ("post", "x", "He has been coming to our clinic since the accident at the regatta.", 5)
    then = ("post", "x", "He managed the stairs today, all of them, at 80.", 9)
    others = [("post", "x", f"A lady came to clinic, she is {70 + n}.", 6.0 + n / 9) for n in range(FEW)]
    assert found(WORK, first, *others, then) == []


def test_what_the_judge_finds_plain_needs_no_other_post() -> None:
    first = ("post", "x", "He has been coming to our clinic since the accident at the regatta.", 5)
    then = ("post", "x", "He managed the stairs today, all of them, at 80.", 9)
    hint, plain = Verdict({"confidentiality": 0.3}, 0.4, 0.1), Verdict({"confidentiality": 0.9}, 0.9, 0.9)
    assert len(found(WORK, first, then, verdicts={1: hint, 2: hint})) == 1
    assert found(WORK, first, then, verdicts={1: hint, 2: plain}) == []


def test_in_an_audit_a_kept_post_becomes_listed_with_its_links() -> None:
    posts = [
        Post(f"id{n}", platform, kind, START + timedelta(days=days), text)
        for n, (kind, platform, text, days) in enumerate((WORK, FIRST, THEN))
    ]
    imported = Import(to_frame(posts), Coverage(), ())
    result = pipeline.audit(imported, load(), None, pipeline.Person(), version="", now=START, platforms={})
    findings: list[Any] = [(post, f) for post in result.posts for f in post.findings if f.concern == "combination"]
    ((post, finding),) = findings
    assert finding.action == "review"
    assert {post.post_id, *finding.linked_posts} == {"id0", "id1", "id2"}
    assert result.summary.by_concern["combination"] == 1


@pytest.mark.parametrize(
    ("one", "other"), [("saluted", "salute"), ("raincoats", "raincoat"), ("ponies", "pony"), ("narwhal's", "narwhal")]
)
def test_stems_join_the_forms_of_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("our sweet pea man took first", "sweet pea"),
        ("then tortoise boy waved", "tortois"),
        ("the lad from the combine has kept his arm", "combin"),
        ("the auctioneer counted to ten", "auctioneer"),
    ],
)
def test_nicknames(text: str, name: str) -> None:
    assert any(frozenset(name.split()) <= given for given in nicknames(text)), stems(text)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Her first stroke at 42, poor lady.", "age", "at 42"),
        ("A nine year old who drew me.", "age", "nine year old"),
        ("Off the A999 outside Invented this afternoon.", "place", "outside Invented"),
        ("Rehab at Quernmoss Hospital, Leeds.", "workplace", "Quernmoss Hospital"),
        ("He went home on Tuesday.", "outcome", "went home"),
        ("She said 'never again in my life' and left.", "quote", "'never again in my life'"),
        ("A retired trawlerman, and a gent.", "life", "retired"),
        ("They met at the regatta.", "event", "regatta"),
        ("New hip on Monday.", "time", "Monday"),
    ],
)
def test_clues(text: str, kind: str, words: str) -> None:
    finder = Finder(read_words(rules_folder() / "words"))
    given = [(clue.kind, text[clue.start : clue.end]) for clue in finder.clues(text, normalise(text))]
    assert (kind, words) in given
