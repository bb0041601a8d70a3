"""Mojibake: what was damaged comes back, what was not stays, nothing ever raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.repair import repair, repair_all

# Everything that UTF-8 can hold: half a surrogate pair cannot be damaged this way, since it has no bytes
WRITABLE = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
ANYTHING = st.text(max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WRITABLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WRITABLE, inner, max_size=3),
    max_leaves=12,
)


def damage(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


def damage_all(value: object) -> object:
    if isinstance(value, str):
        return damage(value)
    if isinstance(value, list):
        return [damage_all(item) for item in value]
    if isinstance(value, dict):
        return {damage(key): damage_all(item) for key, item in value.items()}
    return value


@settings(max_examples=50)
@given(WRITABLE)
def test_any_damaged_text_comes_back(text: str) -> None:
    assert repair(damage(text)) == text


@settings(max_examples=50)
@given(ANYTHING)
def test_nothing_raises(text: str) -> None:
    repair(text)


@settings(max_examples=50)
@given(ANYTHING, st.characters(min_codepoint=0x100))
def test_text_with_a_character_beyond_latin_1_is_left_alone(text: str, character: str) -> None:
    assert repair(text + character) == text + character


@settings(max_examples=50)
@given(st.text(st.characters(max_codepoint=0x7F), max_size=60))
def test_plain_ascii_is_left_alone(text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize(
    "text", ["café", "naïve", "Ünal", "£5 each", "déjà vu", "50 °C", "über alles", "¿qué?", "là»", "El Niño"]
)
def test_sound_latin_1_text_is_left_alone(text: str) -> None:
    assert repair(text) == text


@settings(max_examples=50)
@given(WRITABLE, st.sampled_from("é€🙂ñ漢"), st.integers(1, 3))
def test_a_text_cut_inside_its_last_character_keeps_all_before_it(text: str, last: str, kept: int) -> None:
    cut = last.encode("utf-8")[:kept]
    if kept >= len(last.encode("utf-8")):
        return
    repaired = repair(damage("é" + text) + cut.decode("latin-1"))
    assert repaired == "é" + text


def test_the_smile_of_the_documentation() -> None:
    assert repair("\u00f0\u009f\u0099\u0082") == "🙂"
    assert repair("ok \u00f0\u009f\u0099") == "ok "


@settings(max_examples=50)
@given(JSON)
def test_keys_and_values_of_any_json_come_back(value: object) -> None:
    assert repair_all(damage_all(value)) == value


def test_absurd_nesting_is_survived() -> None:
    value: object = "x"
    for _ in range(5000):
        value = [value]
    repair_all(value)
