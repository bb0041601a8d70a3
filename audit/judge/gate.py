"""The gate: a first look at every post that lets through only what the judge could have something to say about.

Most of a history is a cup of tea and a train; the judge needs two milliseconds for each. The gate is an encoder of the same kind, a
sixth as wide and a third as deep, and takes a twentieth of that. It has no opinion of its own: it was trained to foresee the judge, and
passes a post only where the judge would (almost) certainly find nothing. Its measured recall is in MODEL_CARD.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audit.judge.network import Floats, Network

LONGEST = 96  # tokens; a longer post always goes to the judge


class Gate:
    """Which posts need not be judged."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def scores(self, tokens: Sequence[Sequence[int]]) -> Floats:
        """One score for each post, of which the gate sees the first `LONGEST` tokens: below 0 the judge would find nothing."""
        found = np.empty(len(tokens), "float32")
        for batch, made in self._network.read([post[:LONGEST] for post in tokens]):
            found[batch] = made[:, 0]
        return found

    def clears(self, tokens: Sequence[Sequence[int]]) -> npt.NDArray[np.bool_]:
        """True for the posts that the judge need not see."""
        short = np.fromiter((len(post) <= LONGEST for post in tokens), bool, len(tokens))
        return short & (self.scores(tokens) < 0)
