"""What the judge reads: made plain, and nothing of a long post left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.judge.words import LENGTH, front, prepare, windows
from importers import IMPORTERS
from importers.posts import Importer


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain words, as they are.", "plain words, as they are."),
        ("bay\u200b 3\u202e today", "bay 3 today"),
        ("𝓯𝓾𝓷 ｆｕｎ", "fun fun"),
        ("go home 🐒🐒🐒", "go home  monkey "),
        ("well done 👍🏽", "well done  thumbs up sign "),
        ("see https://www.example.org/a?b=c now", "see link example.org now"),
        ("#PatientSafety and #first_day", "# patient safety and # first day"),
        ("what a R*TARD, honestly f u c k off", "what a retard, honestly fuck off"),
        ("Up the Celts 🇮🇪☘️", "up the celts  flag ie  shamrock "),
        ("soooooo tired!!!!!!", "so tired!!!"),
        ("café £5 – “quoted” …", "café £5 – “quoted” ..."),
        ("Lost to the All Blacks", "lost to the new zealand team"),
        ("#AllBlacks v Wales", "# the new zealand team v wales"),
        ("All blacks are the same", "all blacks are the same"),
    ],
)
def test_prepare(text: str, plain: str) -> None:
    assert prepare(text) == plain


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_prepare_takes_any_text_and_is_stable(text: str) -> None:
    once = prepare(text)
    assert "\u200b" not in once
    assert isinstance(prepare(once), str)


def test_front_names_unknown_platforms_after_known_ones() -> None:
    assert front("story", "bluesky") == front("post", "x")
    assert front("article", "wordpress") == front("post", "blog")


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.platform)
def test_every_platform_has_a_name_that_the_judge_has_learnt(importer: Importer) -> None:
    learnt = "facebook x instagram linkedin tiktok youtube whatsapp snapchat reddit blog".split()
    assert front("post", importer.platform) in {f"post {name} . " for name in learnt}


def _size(part: str) -> int:
    return len(part.split())


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from("ward bay lovely today one two".split()), min_size=1, max_size=40),
        min_size=1,
        max_size=20,
    )
)
def test_windows_hold_every_sentence_and_none_is_too_long(sentences: list[list[str]]) -> None:
    numbered = [" ".join(f"{word}{i}" for word in words) + "." for i, words in enumerate(sentences)]
    found = windows(" ".join(numbered), _size, 50)
    assert all(_size(window) <= 50 for window in found)
    assert all(any(sentence in window for window in found) for sentence in numbered)


def test_a_sentence_without_end_is_cut_between_words() -> None:
    words = [f"w{i}" for i in range(1000)]
    found = windows(" ".join(words), _size, 50)
    assert all(_size(window) <= 50 for window in found)
    assert {word for window in found for word in window.split()} == set(words)


def test_a_text_that_fits_stays_whole() -> None:
    assert windows("One. Two.", _size, LENGTH) == ["One. Two."]


def test_one_gigantic_word_is_no_trouble() -> None:
    assert all(len(window) <= LENGTH * 4 for window in windows("a" * 1_000_000, len, LENGTH))
