"""Runs the judge's networks over posts: like lengths together, a batch to each thread.

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
Mask = npt.NDArray[np.int32]


class Network:
    """An ONNX file with the inputs `ids` and `mask` (posts, tokens)."""

    def __init__(self, path: Path, threads: int = 0, size: int = 512) -> None:
        """Open a file. `threads` 0: one for each core. `size`: tokens read at once, what stays in a core's cache."""
        self._session = _opened(path)
        self.threads, self._size = threads or os.cpu_count() or 1, size

    def read(self, tokens: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], Floats]]:
        """Positions in `tokens` and the logits of those; every post once, the short ones first."""
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(
                lambda batch: (batch, self._run([tokens[i] for i in batch])), _batches(tokens, self._size)
            )

    def here(self, tokens: Sequence[Sequence[int]]) -> Floats:
        """The logits in the order of `tokens`, read on the thread that asks."""
        batches = _batches(tokens, self._size)
        made = np.concatenate([self._run([tokens[i] for i in batch]) for batch in batches])
        found: Floats = made[np.argsort(np.concatenate(batches))]
        return found

    def _run(self, tokens: Sequence[Sequence[int]]) -> Floats:
        made: Floats = self._session.run(None, _padded(tokens))[0]
        return made


class Layers(Network):
    """The judge's encoder in parts of some layers each. After each part but the last a glance tells which posts need no more."""

    def __init__(self, parts: Sequence[Path], glances: Floats, threads: int = 0, size: int = 512) -> None:
        """`glances` (parts - 1, 2 widths + 1): weights of what `pooled` gives and a shift; a post below 0 is read no further."""
        super().__init__(parts[0], threads, size)
        self._later = [_opened(part) for part in parts[1:]]
        self._glances = glances

    def skim(self, tokens: Sequence[Sequence[int]], free: Sequence[bool]) -> Iterator[tuple[list[int], Floats]]:
        """Positions in `tokens` and logits of the posts read to the end: all that are not `free`, and the free ones that need it."""
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(lambda batch: self._skimmed(batch, tokens, free), _batches(tokens, self._size))

    def pooled(self, tokens: Sequence[Sequence[int]]) -> Floats:
        """(n, parts - 1, 2 widths) what each glance sees of each post: mean and maximum of its tokens after the layers so far."""
        batches = _batches(tokens, self._size)
        seen = np.concatenate([self._seen([tokens[i] for i in batch]) for batch in batches])
        found: Floats = seen[np.argsort(np.concatenate(batches))]
        return found

    def _run(self, tokens: Sequence[Sequence[int]]) -> Floats:
        state, mask = self._begun(tokens)
        for part in self._later:
            state = _continued(part, state, mask)
        return state  # what the last part makes: logits

    def _seen(self, tokens: Sequence[Sequence[int]]) -> Floats:
        state, mask = self._begun(tokens)
        seen = [_pooled(state, mask)]
        for part in self._later[:-1]:
            state = _continued(part, state, mask)
            seen.append(_pooled(state, mask))
        return np.stack(seen, 1)

    def _skimmed(
        self, batch: list[int], tokens: Sequence[Sequence[int]], free: Sequence[bool]
    ) -> tuple[list[int], Floats]:
        state, mask = self._begun([tokens[i] for i in batch])
        for part, glance in zip(self._later, self._glances, strict=True):
            scores = _pooled(state, mask) @ glance[:-1] + glance[-1]
            kept = [k for k, i in enumerate(batch) if not free[i] or scores[k] >= 0]
            if not kept:
                return [], np.empty((0, 0), "float32")
            batch = [batch[k] for k in kept]
            state, mask = state[kept], mask[kept]
            state = _continued(part, state, mask)
        return batch, state  # what the last part makes: logits

    def _begun(self, tokens: Sequence[Sequence[int]]) -> tuple[Floats, Mask]:
        given = _padded(tokens)
        return self._session.run(None, given)[0], given["mask"]


def _continued(part: Any, state: Floats, mask: Mask) -> Floats:
    made: Floats = part.run(None, {part.get_inputs()[0].name: state, "mask": mask})[0]
    return made


def _opened(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # One thread to a batch, a batch to each core: a third faster than all cores on one batch
    options.intra_op_num_threads = 1
    # As of onnxruntime 1.31 the fused addition and normalisation takes eight times as long on a processor as the two apart
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def _padded(tokens: Sequence[Sequence[int]]) -> dict[str, Any]:
    width = max(map(len, tokens))
    ids, mask = np.zeros((len(tokens), width), "int64"), np.zeros((len(tokens), width), "int32")
    for row, found in enumerate(tokens):
        ids[row, : len(found)], mask[row, : len(found)] = found, 1
    return {"ids": ids, "mask": mask}


def _pooled(state: Floats, mask: Mask) -> Floats:
    """(n, 2 widths) mean and maximum over the tokens of each post, side by side."""
    present = mask.astype("float32")
    mean = (present[:, None] @ state)[:, 0] / present.sum(1, keepdims=True)
    found: Floats = np.concatenate([mean, (state + (present - 1)[..., None] * 30000).max(1)], 1)
    return found


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
