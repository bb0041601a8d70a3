"""The gate adds up weights as the slow way would, and never closes before a long post."""

from __future__ import annotations

import numpy as np

from audit.judge.gate import BUCKETS, CHUNK, LONGEST, Gate, pairs

CHOOSER = np.random.default_rng(0)
GATE = Gate(CHOOSER.normal(size=30522).astype("float32"), CHOOSER.normal(size=BUCKETS).astype("float32"), -0.5, 0.0)


def _posts(count: int) -> list[list[int]]:
    return [CHOOSER.integers(0, 30522, CHOOSER.integers(2, 30)).tolist() for _ in range(count)]


def test_scores_are_the_sums() -> None:
    posts = _posts(50)
    slow = []
    for post in posts:
        buckets = [(a * 1_000_003 + b * 7_919) % BUCKETS for a, b in zip(post, [*post[1:], 0], strict=True)]
        slow.append((GATE.words[post].sum() + GATE.pairs[buckets].sum()) / np.sqrt(len(post)) - 0.5)
    np.testing.assert_allclose(GATE.scores(posts), slow, rtol=1e-4, atol=1e-4)


def test_a_score_does_not_depend_on_the_neighbours() -> None:
    posts = _posts(CHUNK + 10)
    together = GATE.scores(posts)
    for i in (0, CHUNK - 2, CHUNK + 3):
        np.testing.assert_allclose(GATE.scores(posts[i : i + 1]), together[i : i + 1], rtol=1e-4, atol=1e-3)


def test_only_low_scores_are_cleared() -> None:
    posts = _posts(200)
    np.testing.assert_array_equal(GATE.clears(posts), GATE.scores(posts) < 0)


def test_a_long_post_always_goes_to_the_model() -> None:
    closed = Gate(GATE.words, GATE.pairs, -1e9, 0.0)
    assert closed.clears([[5] * LONGEST, [5] * (LONGEST + 1)]).tolist() == [True, False]


def test_no_posts() -> None:
    assert GATE.clears([]).tolist() == []


def test_pairs_stay_in_the_table() -> None:
    found = pairs(np.array([30521, 0, 30521]), np.array([1, 2]))
    assert found.min() >= 0
    assert found.max() < BUCKETS
