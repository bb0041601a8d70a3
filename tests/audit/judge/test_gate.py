"""The gate passes what is dull and nothing else, and never a long post; a network gives each post its own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from audit.judge.gate import LONGEST, Gate
from audit.judge.judge import MODEL
from audit.judge.network import Floats, Network

CHOOSER = np.random.default_rng(0)


class Sums:
    """Stands in for the network: a post's number is the sum of its tokens."""

    def read(self, tokens: Sequence[Sequence[int]], *outputs: str) -> Iterator[tuple[list[int], list[Floats]]]:
        for i in reversed(range(len(tokens))):
            yield [i], [np.array([[sum(tokens[i])]], "float32")]


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
    for batch, (made,) in network.read(tokens, "logits"):
        assert np.isnan(together[batch]).all()
        together[batch] = made[:, 0]
    alone = [float(network.here([post], "logits")[0][0, 0]) for post in tokens]
    np.testing.assert_allclose(together, alone, atol=1e-4)


@pytest.mark.model
def test_what_is_read_here_comes_in_the_order_asked_for(network: Network) -> None:
    tokens = posts(20)
    logits, vectors = network.here(tokens, "logits", "vector")
    for i in (0, 7, 19):
        np.testing.assert_allclose(logits[i], network.here([tokens[i]], "logits")[0][0], atol=1e-4)
    assert len(vectors) == 20
