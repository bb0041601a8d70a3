"""Runs one of the judge's networks over posts: like lengths together, a batch to each thread.

onnxruntime is imported when a network is opened, so importing this module costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Network:
    """An ONNX file with the inputs `ids` and `mask` (posts, tokens)."""

    def __init__(self, path: Path, threads: int = 0, size: int = 512) -> None:
        """Open a file. `threads` 0: one for each core. `size`: tokens read at once, what stays in a core's cache."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # One thread to a batch, a batch to each core: a third faster than all cores on one batch
        options.intra_op_num_threads = 1
        # As of onnxruntime 1.31 the fused addition and normalisation takes eight times as long on a processor as the two apart
        self._session: Any = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
        self.threads, self._size = threads or os.cpu_count() or 1, size

    def read(self, tokens: Sequence[Sequence[int]], *outputs: str) -> Iterator[tuple[list[int], list[Floats]]]:
        """Positions in `tokens` and, for those, each of the outputs asked for; every post once, the short ones first."""
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(
                lambda batch: (batch, self._run([tokens[i] for i in batch], outputs)), _batches(tokens, self._size)
            )

    def here(self, tokens: Sequence[Sequence[int]], *outputs: str) -> list[Floats]:
        """Each of the outputs asked for, in the order of `tokens`, read on the thread that asks."""
        parts = [(batch, self._run([tokens[i] for i in batch], outputs)) for batch in _batches(tokens, self._size)]
        places = np.argsort(np.concatenate([batch for batch, _ in parts]))
        return [np.concatenate([made[k] for _, made in parts])[places] for k in range(len(outputs))]

    def _run(self, tokens: Sequence[Sequence[int]], outputs: Sequence[str]) -> list[Floats]:
        width = max(map(len, tokens))
        ids, mask = np.zeros((len(tokens), width), "int64"), np.zeros((len(tokens), width), "int32")
        for row, found in enumerate(tokens):
            ids[row, : len(found)], mask[row, : len(found)] = found, 1
        made: list[Floats] = self._session.run(list(outputs), {"ids": ids, "mask": mask})
        return made


def _batches(tokens: Sequence[Sequence[int]], size: int) -> list[list[int]]:
    """Positions of what is read at once: like lengths together, about `size` tokens, padding included."""
    order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
    batches: list[list[int]] = []
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end - start + 1) * len(tokens[order[end]]) <= size:
            end += 1
        batches.append(order[start:end])
        start = end
    return batches
