"""Parts of a history, one after the other or side by side: the same findings, whatever becomes of the other processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

from audit import examiner
from audit.examiner import MANY, MOST, Equipment, Part, examine, worth
from audit.judge.judge import Judge
from audit.rulebook import Rulebook, load
from importers.posts import Post, to_frame

TEXTS = (
    "Such a lovely lady in bay 3 today, first stroke at 42, cried when she stood up",
    "Rain again, and no bus",
    "Diolch yn fawr iawn i bawb am ddod heno, roedd hi'n noson wych",
    "The otters are back at Quernmoss",
)
FRAME = to_frame([Post(str(number), "x", "post", None, text) for number, text in enumerate(TEXTS)])


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load().choose("physiotherapist")


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "PART", 2)


def told(parts: list[Part]) -> list[Any]:
    return [(part.posts, part.languages, part.noticed, len(part.traces)) for part in parts]


def test_each_part_keeps_the_rows_and_ids_of_the_whole(rules: Rulebook) -> None:
    first, second = examine(FRAME, Equipment(rules, None, every=True))
    assert [seen.reading.row for seen in (*first.noticed, *second.noticed)] == [0, 1, 2, 3]
    assert [seen.reading.post_id for seen in second.noticed] == ["2", "3"]
    assert (first.languages, second.languages) == ({"en": 2}, {"cy": 1, "en": 1})


def test_kept_posts_are_noticed_only_when_asked_for(rules: Rulebook) -> None:
    parts = examine(FRAME, Equipment(rules, None))
    assert [seen.reading.row for part in parts for seen in part.noticed] == [0]


def test_two_processes_find_what_one_finds(rules: Rulebook) -> None:
    equipment = Equipment(rules, Judge.load(), frozenset(["Kim Invented"]), every=True)
    alone, shared = list(examine(FRAME, equipment)), list(examine(FRAME, equipment, processes=2))
    assert told(shared) == told(alone)
    assert all(seen.verdict is not None for part in shared for seen in part.noticed)


class Deadly(frozenset[str]):
    """Ends the process to which it is handed over."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (1,)


def test_when_the_other_processes_die_the_work_is_done_all_the_same(rules: Rulebook) -> None:
    alone = list(examine(FRAME, Equipment(rules, None, every=True)))
    assert told(list(examine(FRAME, Equipment(rules, None, Deadly(), every=True), processes=2))) == told(alone)


def test_only_a_long_history_is_worth_more_processes() -> None:
    assert worth(MANY - 1) == 1
    assert worth(MANY) == min(os.cpu_count() or 1, MOST)
