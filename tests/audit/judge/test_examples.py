"""The examples that a finding is compared with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from audit.judge.examples import Example, Examples
from audit.judge.judge import CONCERNS, MODEL

CHILDREN = Example("My small scientists set fire to a leaf today", "review", "pupils of a school told of")
LIFT = Example("A client gave me a lift home again", "review", "accepts lifts from a client")
GIFT = Example("Such a lovely watch, from a client of mine", "delete", "keeps a gift from a client")
SCAN = Example("Look at this scan, guess what she swallowed", "delete", "patient's scan shown")


@pytest.fixture(scope="module")
def examples() -> Examples:
    return Examples({"boundaries": [LIFT, GIFT, CHILDREN], "confidentiality": [SCAN, CHILDREN]})


def test_the_nearest_come_first(examples: Examples) -> None:
    assert examples.nearest("She handed me a watch when I closed her case, what a gift", "boundaries")[0] == GIFT
    assert examples.nearest("Drove me home in his van, what a lift", "boundaries")[0] == LIFT


def test_only_those_of_the_concern(examples: Examples) -> None:
    assert examples.nearest("A scan of the thing that she swallowed", "confidentiality") == (SCAN,)
    assert SCAN not in examples.nearest("A scan of the thing that she swallowed", "boundaries")


def test_what_the_note_says_counts_too(examples: Examples) -> None:
    assert examples.nearest("pupils", "boundaries") == (CHILDREN,)


def test_capitals_do_not_matter(examples: Examples) -> None:
    assert examples.nearest("A LIFT HOME", "boundaries") == examples.nearest("a lift home", "boundaries") != ()


@pytest.mark.parametrize("text", ["", "🐒", "…", "zzz", "x" * 5000, "\u200b"])
def test_without_words_in_common_there_is_none(examples: Examples, text: str) -> None:
    assert examples.nearest(text, "boundaries") == ()


def test_no_more_than_two(examples: Examples) -> None:
    assert len(examples.nearest("A client of a school gave me a lift and a watch", "boundaries")) == 2


def test_the_shipped_ones_find_themselves() -> None:
    shipped = Examples.load(MODEL / "examples.json")
    rows = json.loads(Path(MODEL / "examples.json").read_text(encoding="utf-8"))
    assert list(rows) == list(CONCERNS)
    for concern, found in rows.items():
        assert len(found) > 100
        for row in found[:5]:
            assert shipped.nearest(row["text"], concern)[0].text == row["text"]


def test_no_shipped_example_is_coarse_or_cruel() -> None:
    said = (MODEL / "examples.json").read_text(encoding="utf-8").lower()
    assert not re.search(r"fuck|\b(?:rape|suicid|murder|kill|naked|nazi)", said)
