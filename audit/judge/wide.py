"""The wide part of the judge: which words and pairs of words speak for what, without reading the sentence.

The encoder reads meaning and is sometimes carried away by it; a plain weighing of words errs elsewhere. The two together are right more
often than either (figures in MODEL_CARD.md). Weights are those of a logistic regression on word pieces and hashed pairs of neighbours,
scaled by rarity (tf-idf) and by the length of the post.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

WORDS = 30522  # word pieces of the tokenizer
BUCKETS = 1 << 17  # for pairs
CHUNK = 4096  # posts at a time, so that memory stays small


def pairs(tokens: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The bucket of each token with the next one in its post; the last of a post is paired with 0. `tokens` holds posts end to end."""
    after = np.append(tokens[1:], 0)
    after[np.cumsum(lengths) - 1] = 0
    made: npt.NDArray[np.int64] = (tokens * 1_000_003 + after * 7_919) % BUCKETS
    return made


def rows(tokens: Sequence[Sequence[int]]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows of the table for all word pieces and pairs of the posts, end to end, and how many rows each post has."""
    lengths = np.fromiter(map(len, tokens), "int64", len(tokens))
    flat = np.fromiter((token for post in tokens for token in post), "int64", int(lengths.sum()))
    both = np.stack([flat, WORDS + pairs(flat, lengths)], axis=1).reshape(-1)
    return both, lengths * 2


@dataclass(frozen=True)
class Wide:
    """`table`: (rows, outputs) weights times rarity; `rarity`: (rows,) squared; `bias`: (outputs,)."""

    table: npt.NDArray[np.float32]
    rarity: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> Wide:
        """From the shipped file: 8-bit weights with a scale for each output."""
        with np.load(path) as saved:
            table = saved["table"].astype("float32") * saved["scale"]
            return cls(table, saved["rarity"].astype("float32"), saved["bias"])

    def scores(self, tokens: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
        """(posts, outputs) logits. No list of `tokens` is empty."""
        found = np.empty((len(tokens), len(self.bias)), "float32")
        for start in range(0, len(tokens), CHUNK):
            part = tokens[start : start + CHUNK]
            which, lengths = rows(part)
            begin = np.cumsum(lengths) - lengths
            size = np.sqrt(np.add.reduceat(self.rarity[which], begin))
            found[start : start + len(part)] = np.add.reduceat(self.table[which], begin) / size[:, None] + self.bias
        return found
