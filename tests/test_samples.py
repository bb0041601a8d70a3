"""All samples at once, and the person of the README: everything is read, nothing is unknown, the audit is sensible."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit import pipeline
from audit.judge.judge import Judge
from audit.results import ACTIONS, Action, AuditResult
from audit.rulebook import load
from importers import IMPORTERS, Import, read_exports

SAMPLES = Path(__file__).resolve().parent.parent / "sample_exports"
STUDENT = SAMPLES / "student"


@pytest.fixture(scope="module")
def everything() -> Import:
    return read_exports([SAMPLES], messages=True)


@pytest.fixture(scope="module")
def student() -> Import:
    return read_exports([STUDENT], messages=True)


def test_every_importer_reads_something_of_all_samples(everything: Import) -> None:
    read = {entry.platform for entry in everything.coverage.inputs if entry.posts}
    assert read == {importer.platform for importer in IMPORTERS}
    assert read - {"generic"} <= set(
        everything.posts["platform"].astype(str)
    )  # our own format names the platform itself


def test_no_file_of_all_samples_is_unknown(everything: Import) -> None:
    assert [skipped.path for skipped in everything.coverage.skipped if not skipped.known] == []


def test_no_file_of_all_samples_is_listed_twice(everything: Import) -> None:
    listed = Counter(skipped.path for skipped in everything.coverage.skipped)
    assert [path for path, count in listed.items() if count > 1] == []


def test_the_student_is_one_person_on_six_platforms(student: Import) -> None:
    accounts = {entry.platform: entry.account for entry in student.coverage.inputs}
    assert accounts == {
        "facebook": "Rhys Pugh-Hartley",
        "instagram": "rhys.yn.symud",
        "linkedin": "Rhys Pugh-Hartley",
        "whatsapp": "Rhys Pugh-Hartley",
        "x": "@rhys_yn_symud",
        "youtube": "Rhys Pugh-Hartley",
    }
    assert any("Rhys Pugh" in owner.names for owner in student.owners)  # the name before the wedding


def test_every_file_of_the_student_is_read_or_known(student: Import) -> None:
    assert student.coverage.problems == []
    assert [skipped.path for skipped in student.coverage.skipped if not skipped.known] == []
    # Files that other importers read are not skipped because a chat lies beside their folders
    assert not any(skipped.path.endswith("tweets.js") for skipped in student.coverage.skipped)


def test_the_students_posts_are_all_there(student: Import) -> None:
    by_platform = Counter(student.posts["platform"].astype(str))
    assert by_platform == {"facebook": 93, "instagram": 49, "linkedin": 32, "whatsapp": 6, "x": 101, "youtube": 8}
    years = student.posts["created_at"].dropna().dt.year
    assert set(range(2009, 2026)) <= set(years)
    assert {"post", "reply", "comment", "share", "like", "follow", "join", "bio", "story", "message"} <= set(
        student.posts["kind"].astype(str)
    )


def test_broken_letters_and_long_posts_of_the_student_are_whole(student: Import) -> None:
    texts = list(student.posts["text"])
    assert any(text.startswith("Dydd Gŵyl Dewi hapus. mam-gu has pinned") for text in texts)
    assert sum(text.startswith("A few things from ten years of student placements") for text in texts) == 1
    assert any(text.endswith("Nobody decent will mark you down for it.") for text in texts)


def test_without_asking_no_message_of_the_student_is_looked_at() -> None:
    imported = read_exports([STUDENT])
    assert "message" not in set(imported.posts["kind"].astype(str))
    assert [entry.count for entry in imported.coverage.not_assessed if "messages" in entry.what] == [13]


@pytest.fixture(scope="module")
def audited() -> AuditResult:
    person = pipeline.Person("physiotherapist", all_posts=True)
    now = datetime(2025, 11, 1, tzinfo=UTC)
    return pipeline.audit(read_exports([STUDENT]), load(), Judge.load(), person, version="", now=now, platforms={})


def action_of(result: AuditResult, beginning: str) -> Action:
    return next(post.action for post in result.posts if (post.text or post.context).startswith(beginning))


@pytest.mark.model
def test_the_readme_audit_finds_a_sensible_share(audited: AuditResult) -> None:
    actions = audited.summary.actions
    assert audited.summary.posts == 276
    assert 8 <= actions["review"] + actions["delete"] <= 28
    assert actions["keep"] >= 0.75 * audited.summary.posts


@pytest.mark.model
@pytest.mark.parametrize(
    ("beginning", "at_least"),
    [
        ("Lovely old boy on Ward 6 today, 84, ex-collier", "delete"),
        ("Thinking about the lady we lost on ward 6", "delete"),
        ("our new winger runs like", "delete"),
        ("first ever student house shop done. drove us", "review"),
        ("proper sad one today. chap on our bay, 61", "review"),
        ("Old patient of mine has sent me a request", "review"),
        ("Aw Mrs Tanner that sounds like your meniscus", "review"),
        ("Lad Tales: ", "review"),
        ("new number as old phone went down the toilet", "consider"),
    ],
)
def test_what_the_student_should_look_at(audited: AuditResult, beginning: str, at_least: Action) -> None:
    assert ACTIONS.index(action_of(audited, beginning)) >= ACTIONS.index(at_least)


@pytest.mark.model
@pytest.mark.parametrize(
    "beginning",
    [
        "Carers Week. Behind a lot of our good outcomes",
        "World Physiotherapy Day. Being active",
        "World Physiotherapy Day 2025",
        "#AHPsDay Thank you to the OTs",
        "End of first placement. Card, chocolates",
        "If your nan's been told",
        "A few things from ten years of student placements",
        "Dydd Gŵyl Dewi hapus. mam-gu",
        "walking home from training like my mam-gu",
    ],
)
def test_what_the_student_can_keep(audited: AuditResult, beginning: str) -> None:
    assert action_of(audited, beginning) == "keep"


@pytest.mark.model
def test_the_students_low_mood_meets_care_not_blame(audited: AuditResult) -> None:
    post = next(post for post in audited.posts if post.text.startswith("Honest one. Not been right"))
    assert any(note.kind == "support" for note in post.notes)
    assert post.action in ("keep", "consider")
