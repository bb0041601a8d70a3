"""Mirror images get the same answer: a rule that knows a group knows its counterpart too.

Each case of the rules about groups is tried again with the group exchanged for its mirror image. A false alarm or a miss
on one side only would be a bias of our own.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from audit.cases import Case, cases, failure
from audit.rulebook import load

RULEBOOK = load()
PAIRS = (
    ("women", "men"),
    ("muslims", "christians"),
    ("muslim", "christian"),
    ("jews", "catholics"),
    ("english", "polish"),
    ("immigrants", "brummies"),
    ("migrants", "northerners"),
    ("gypsies", "americans"),
    ("tory", "labour"),
    ("trans women", "trans people"),
)
ABOUT_GROUPS = (
    "discrimination.they-are-all-the-same",
    "discrimination.should-not-be-let-near",
    "discrimination.refusing-to-serve",
    "discrimination.vermin-words-for-people",
    "disrespect.violence-somebody-deserves",
    "association.hateful-page-or-group",
)


def _mirrored(case: Case) -> Case | None:
    """The case with every group of `PAIRS` exchanged; None if it names none."""
    swaps = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
    pattern = re.compile(r"\b(?:" + "|".join(sorted(swaps, key=len, reverse=True)) + r")\b", re.IGNORECASE)
    text = case.posts[0]["text"]
    other = pattern.sub(lambda found: swaps[found[0].lower()], text)
    return None if other == text else replace(case, posts=({**case.posts[0], "text": other},), marked=())


MIRRORED = [made for rule in ABOUT_GROUPS for case in cases(RULEBOOK.rules[rule]) if (made := _mirrored(case))]


def test_there_are_mirror_images() -> None:
    assert len(MIRRORED) > 15


@pytest.mark.parametrize("case", MIRRORED, ids=lambda case: case.id)
def test_mirror_image(case: Case) -> None:
    assert failure(case, RULEBOOK) == "", case.posts[0]["text"]
