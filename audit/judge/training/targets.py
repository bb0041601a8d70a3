"""Labels as numbers: what the encoder is trained towards and calibrated with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audit.judge.judge import CONCERNS
from audit.judge.training.split import Post

ALARM, DELETE, NOTABLE, HATE, TOXIC = range(15, 20)
"""Outputs after the fifteen concerns; the last three only help training and do not ship."""
OUTPUTS = 20


def targets(rows: Sequence[Post]) -> tuple[np.ndarray, np.ndarray]:
    """(n, 20) labels and their weights; a concern that may but need not be named weighs nothing, nor do the helper outputs."""
    y = np.zeros((len(rows), OUTPUTS), "float32")
    w = np.ones_like(y)
    w[:, HATE:] = 0
    for i, row in enumerate(rows):
        for c, concern in enumerate(CONCERNS):
            y[i, c] = concern in row["concerns"]
            w[i, c] = concern in row["concerns"] or concern not in (row["acceptable_concerns"] or [])
        y[i, ALARM] = row["action"] in ("delete", "review")
        y[i, DELETE] = row["action"] == "delete"
        y[i, NOTABLE] = row["action"] != "keep"
    return y, w
