"""All samples at once, and the person of the README: everything is read, nothing is unknown, the audit is sensible."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

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
