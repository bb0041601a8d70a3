"""Trains the wide part: a logistic regression for each output on the training posts. A minute on one core.

    python -m audit.judge.training.train_wide --base DIR

Writes audit/judge/model/wide.npz. Run before calibrate.py, which weighs it against the encoder.
"""

from __future__ import annotations

import argparse
import pathlib

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer

from audit.judge.judge import MODEL, OUTPUTS
from audit.judge.training.split import Post, load, parts
from audit.judge.training.targets import targets
from audit.judge.wide import BUCKETS, WORDS, Wide, rows
from audit.judge.words import front, prepare


def matrix(tokens: list[list[int]], rarity: np.ndarray) -> csr_matrix:
    """(posts, rows) features: rarity, each post scaled to length one."""
    which, lengths = rows(tokens)
    values = np.sqrt(rarity[which])
    begin = np.cumsum(lengths) - lengths
    values /= np.repeat(np.sqrt(np.add.reduceat(rarity[which], begin)), lengths)
    return csr_matrix((values, which, np.append(begin, lengths.sum())), (len(tokens), WORDS + BUCKETS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--base", type=pathlib.Path, required=True, help="folder with tokenizer.json")
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def ids(posts: list[Post]) -> list[list[int]]:
        return [
            e.ids for e in tokenizer.encode_batch([front(p["kind"], p["platform"]) + prepare(p["text"]) for p in posts])
        ]

    part = parts(load())
    train = ids(part["train"])
    counts = np.zeros(WORDS + BUCKETS)
    for post in train:
        counts[np.unique(rows([post])[0])] += 1
    # A row seen once tells nothing but its own post: its weight is nothing.
    rarity = (
        np.where(counts >= 2, (np.log((1 + len(train)) / (1 + counts)) + 1) ** 2, 1e-4)
        .astype("float16")
        .astype("float32")
    )
    x = matrix(train, rarity)
    y, w = targets(part["train"])
    table, bias = np.zeros((WORDS + BUCKETS, len(OUTPUTS)), "float32"), np.zeros(len(OUTPUTS), "float32")
    for k in range(len(OUTPUTS)):
        use = w[:, k] > 0
        fit = LogisticRegression(C=3.0, max_iter=300).fit(x[use], y[use, k])
        table[:, k], bias[k] = fit.coef_[0] * np.sqrt(rarity), fit.intercept_[0]
    scale = np.abs(table).max(0) / 127
    np.savez_compressed(
        MODEL / "wide.npz",
        table=np.round(table / scale).astype("int8"),
        scale=scale.astype("float32"),
        rarity=rarity.astype("float16"),
        bias=bias,
    )
    found = Wide.load(MODEL / "wide.npz").scores(ids(part["heldout"]))
    y, w = targets(part["heldout"])
    for k, name in enumerate(OUTPUTS):
        use = w[:, k] > 0
        print(f"{name:16} AUC on the held-out part {roc_auc_score(y[use, k], found[use, k]):.3f}")


if __name__ == "__main__":
    main()
