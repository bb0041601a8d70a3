"""The gate passes what is dull and nothing else, and never a long post; a network gives each post its own numbers; a glance ends only what it may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from audit.judge.gate import LONGEST, Gate
from audit.judge.judge import MODEL, PARTS, Judge
from audit.judge.network import Floats, Layers, Network
from audit.judge.words import front, prepare

CHOOSER = np.random.default_rng(0)


class Sums:
    """Stands in for the network: a post's number is the sum of its tokens."""

    def read(self, tokens: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], Floats]]:
        for i in reversed(range(len(tokens))):
            yield [i], np.array([[sum(tokens[i])]], "float32")


def gate(network: Any) -> Gate:
    return Gate(network)


def test_only_scores_below_zero_are_cleared() -> None:
    assert gate(Sums()).clears([[1, 2], [-3, 1], [0]]).tolist() == [False, True, False]


def test_a_long_post_always_goes_to_the_judge() -> None:
    assert gate(Sums()).clears([[-1] * LONGEST, [-1] * (LONGEST + 1)]).tolist() == [True, False]


def test_no_posts() -> None:
    assert gate(Sums()).clears([]).tolist() == []


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(MODEL / "gate.onnx", size=64)


def posts(count: int) -> list[list[int]]:
    return [CHOOSER.integers(1000, 30000, CHOOSER.integers(2, 30)).tolist() for _ in range(count)]


@pytest.mark.model
def test_every_post_is_read_once_and_gets_its_own_number(network: Network) -> None:
    tokens = posts(40)
    together = np.full(len(tokens), np.nan)
    for batch, made in network.read(tokens):
        assert np.isnan(together[batch]).all()
        together[batch] = made[:, 0]
    alone = [float(network.here([post])[0, 0]) for post in tokens]
    np.testing.assert_allclose(together, alone, atol=1e-4)


@pytest.mark.model
def test_what_is_read_here_comes_in_the_order_asked_for(network: Network) -> None:
    tokens = posts(20)
    logits = network.here(tokens)
    assert len(logits) == 20
    for i in (0, 7, 19):
        np.testing.assert_allclose(logits[i], network.here([tokens[i]])[0], atol=1e-4)


def layers(*shifts: float) -> Layers:
    """The judge's encoder with glances that find the same in every post."""
    glances = np.array([np.append(np.zeros(768), shift) for shift in shifts], "float32")
    return Layers(PARTS, glances, size=64)


@pytest.mark.model
@pytest.mark.parametrize(
    ("shifts", "to_the_end"),
    [
        ((1.0, 1.0), list(range(20))),
        ((-1.0, 1.0), list(range(0, 20, 2))),
        ((1.0, -1.0), list(range(0, 20, 2))),
    ],
)
def test_a_glance_ends_the_reading_of_what_is_free(shifts: tuple[float, ...], to_the_end: list[int]) -> None:
    network, tokens = layers(*shifts), posts(20)
    free = [place % 2 == 1 for place in range(20)]
    skimmed = {place: row for batch, rows in network.skim(tokens, free) for place, row in zip(batch, rows, strict=True)}
    assert sorted(skimmed) == to_the_end
    whole = network.here(tokens)
    for place, row in skimmed.items():
        np.testing.assert_allclose(row, whole[place], atol=1e-3)


@pytest.mark.model
def test_what_a_glance_sees_does_not_depend_on_neighbours() -> None:
    network, tokens = layers(1.0, 1.0), posts(12)
    together = network.pooled(tokens)
    for place, post in enumerate(tokens):
        np.testing.assert_allclose(together[place], network.pooled([post])[0], atol=1e-3)


@pytest.mark.model
def test_the_shipped_glance_ends_something_dull_and_not_the_breach() -> None:
    judge = Judge.load()
    dull = ["Tea and toast, rain again.", "New boots, happy feet.", "Bus late. Home now, film on."]
    breach = "Such a lovely lady in bay 3 today, first stroke at 42, her twins start at Oakfield primary on Monday"
    tokens = judge._ids([front("post", "x") + prepare(text) for text in [*dull, breach]])
    kept = [place for batch, _ in judge._network.skim(tokens, [True] * 4) for place in batch]
    assert 3 in kept
    assert len(kept) < 4
