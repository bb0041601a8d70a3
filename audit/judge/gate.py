"""The gate: a first look at every post that lets through only what the model could object to.

Most of a history is a cup of tea and a train; the model needs a millisecond for each. The gate sums a learned weight for each word piece
and each pair of neighbouring pieces, a hundred times faster. It has no opinion of its own: it was trained to foresee the model, and
passes a post only where the model would (almost) certainly find nothing. Its measured recall is in MODEL_CARD.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

BUCKETS = 1 << 18  # for pairs of word pieces; the words themselves have weights of their own
LONGEST = 96  # tokens; a longer post always goes to the model
CHUNK = 4096  # posts at a time, so that memory stays small


def pairs(
    tokens: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], buckets: int = BUCKETS
) -> npt.NDArray[np.int64]:
    """The bucket of each token with the next one in its post; the last of a post is paired with 0. `tokens` holds posts end to end."""
    after = np.append(tokens[1:], 0)
    after[np.cumsum(lengths) - 1] = 0
    made: npt.NDArray[np.int64] = (tokens * 1_000_003 + after * 7_919) % buckets
    return made


@dataclass(frozen=True)
class Gate:
    """Weights of word pieces (30,522) and pairs (`BUCKETS`), and the score below which a post is clear."""

    words: npt.NDArray[np.float32]
    pairs: npt.NDArray[np.float32]
    bias: float
    below: float

    @classmethod
    def load(cls, path: Path) -> Gate:
        """From the shipped file: 8-bit weights and their scales."""
        with np.load(path) as saved:
            words, both = (saved[name].astype("float32") * saved[f"{name}_scale"] for name in ("words", "pairs"))
            return cls(words, both, float(saved["bias"]), float(saved["below"]))

    def scores(self, tokens: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        """One score for each post; the higher, the more the model could object to."""
        found = np.empty(len(tokens), "float32")
        for start in range(0, len(tokens), CHUNK):
            part = tokens[start : start + CHUNK]
            lengths = np.fromiter(map(len, part), "int64", len(part))
            flat = np.fromiter((token for post in part for token in post), "int64", int(lengths.sum()))
            sums = np.add.reduceat(self.words[flat] + self.pairs[pairs(flat, lengths)], np.cumsum(lengths) - lengths)
            found[start : start + len(part)] = sums / np.sqrt(lengths) + self.bias
        return found

    def clears(self, tokens: Sequence[Sequence[int]]) -> npt.NDArray[np.bool_]:
        """True for the posts that the model need not see. `tokens` never holds an empty list."""
        if not tokens:
            return np.zeros(0, bool)
        short = np.fromiter((len(post) <= LONGEST for post in tokens), bool, len(tokens))
        return short & (self.scores(tokens) < self.below)
