"""Cutting a text into passages and phrases: everything is in one, none overlap, and giants stay cheap."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.judge.reasons import LETTERS, PASSAGE, PHRASES, SPANS, passages, phrases, weightiest

TEXTS = st.lists(
    st.sampled_from(["the", "ward", "she", "cried.", "42,", "\n", "🐒", "—", "…", "of"]), max_size=200
).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_every_word_is_in_one_phrase(text: str) -> None:
    spans = phrases(text)
    assert len(spans) <= PHRASES
    assert " ".join(text[start:end] for start, end in spans).split() == text.split()
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_every_word_is_in_one_passage(text: str) -> None:
    parts = passages(text)
    assert " ".join(text[start:end] for start, end in parts).split() == text.split()
    assert all(len(text[start:end].split()) <= PASSAGE for start, end in parts)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(parts))


def test_a_passage_ends_with_a_sentence() -> None:
    text = "We walked along the pier until the chips were cold. " * 30
    assert all(text[start:end].endswith("cold.") for start, end in passages(text))


@pytest.mark.parametrize("text", ["a" * 200_000, "\u202e" * 50_000, "a " * 100_000, "🐒" * 20_000])
def test_giants_are_cut_short(text: str) -> None:
    assert all(end - start <= LETTERS for start, end in passages(text))
    assert len(phrases(text)) <= PHRASES


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Such a lovely lady in bay 3 today", ["Such", "a lovely lady", "in bay 3", "today"]),
        ("Off home. She cried, though", ["Off home.", "She cried,", "though"]),
        ("", []),
    ],
)
def test_phrases_begin_where_a_speaker_would_pause(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in phrases(text)] == cut


def test_the_weightiest_come_in_order_without_small_words() -> None:
    text = "Such a lovely lady in bay 3 today, and it rained"
    spans = [(0, 13), (14, 18), (19, 27), (28, 34), (35, 48)]
    drops = np.array([0.1, 2.0, 3.0, 1.5, 1.4], "float32")
    found = weightiest(text, spans, drops)
    assert [text[start:end] for start, end in found] == ["lady", "bay 3", "today"]
    assert len(found) == SPANS
    assert weightiest(text, spans, -drops) == []
    assert weightiest("", [], np.zeros(0, "float32")) == []
