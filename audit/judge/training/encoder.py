"""The encoder as it is trained, written out in plain PyTorch with our heads on top: all-MiniLM-L6-v2, which ships, and all-mpnet-base-v2, which
only teaches it.

Why not the `transformers` class: on two processor cores half of each step went into things this file leaves out (dense gradients
for embedding rows that no post uses, fresh random numbers for every dropout, three matrix products where one does). Only the ids that
occur in the training texts get trainable embedding rows; the others keep their published values and are put back at export.
The forward pass is the published one: on the same texts the mean vectors of both encoders differed from those of `transformers` by at most
1e-6 (compared by hand in November 2026; the published weights are not part of this project, so no test can).
"""

from __future__ import annotations

import math
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS = 384, 12, 6
"""Of the encoder that ships."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What tells one published encoder from another."""

    width: int
    layers: int
    heads: int
    epsilon: float
    first: int  # the position of the first token
    near: bool  # whether attention also knows how far two tokens are apart


SMALL = Shape(WIDTH, LAYERS, HEADS, 1e-12, 0, False)
LARGE = Shape(768, 12, 12, 1e-5, 2, True)
BUCKETS, FAR = 32, 128


def distances(length: int) -> Tensor:
    """(length, length) number of the bucket of each distance: single steps up to 8, then ever wider ones, each way (T5's scheme)."""
    apart = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    steps = apart.abs()
    wide = exact + (torch.log(steps.clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)).long()
    return (apart < 0) * half + torch.where(steps < exact, steps, wide.clamp(max=half - 1))


class Masks:
    """Dropout from one pool of random bits, cut at a random place each time: as good as fresh bits here, and fifteen times cheaper."""

    def __init__(self, rate: float, seed: int, size: int = 1 << 22) -> None:
        source = torch.Generator().manual_seed(seed)
        keep = (torch.rand(size, generator=source) >= rate).float() / (1 - rate)
        self.rate, self.pool, self.source = rate, keep.bfloat16(), np.random.default_rng(seed)

    def __call__(self, x: Tensor) -> Tensor:
        if not self.rate:
            return x
        start = int(self.source.integers(0, len(self.pool) - x.numel())) if x.numel() < len(self.pool) else 0
        pool = self.pool if x.numel() < len(self.pool) else self.pool.repeat(-(-x.numel() // len(self.pool)))
        return x * pool[start : start + x.numel()].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer; query, key and value in one product."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, epsilon = shape.width, shape.epsilon
        self.heads = shape.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, blocked: Tensor, drop: Masks | None) -> Tensor:
        n, t, width = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(-1, -2)).float() / math.sqrt(width // self.heads) + blocked
        mixed = (torch.softmax(scores, -1).to(v.dtype) @ v).transpose(1, 2).reshape(n, t, width)
        mixed = self.out(mixed)
        x = self.norm1(x + (drop(mixed) if drop else mixed))
        changed = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + (drop(changed) if drop else changed))


class Encoder(nn.Module):
    """Token ids and mask -> logits (n, outputs)."""

    def __init__(self, shape: Shape, outputs: int, rows: int, seed: int = 0, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(rows, shape.width)
        self.positions = nn.Parameter(torch.zeros(512, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        if shape.near:
            self.near = nn.Embedding(BUCKETS, shape.heads)
        self.head = nn.Linear(2 * shape.width, outputs)
        self.drop = Masks(dropout, seed)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(n, t, width) what the last layer makes of each token."""
        drop = self.drop if self.training else None
        x = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
        x = drop(x) if drop else x
        blocked = (1.0 - mask.float())[:, None, None, :] * -30000.0
        if self.shape.near:
            blocked = blocked + self.near(distances(ids.shape[1])).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, blocked, drop)
        return x.float()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.head(pooled(self.states(ids, mask), mask))


def pooled(x: Tensor, mask: Tensor) -> Tensor:
    """(n, t, width) states -> (n, 2 widths) their mean and maximum over the tokens, side by side."""
    weight = mask.unsqueeze(-1).float()
    mean = (x * weight).sum(1) / weight.sum(1)
    peak = (x + (weight - 1.0) * 30000.0).amax(1)
    return torch.cat([mean, peak], 1)


def published(base: pathlib.Path) -> tuple[Shape, dict[str, Tensor]]:
    """Shape and published weights under our names. `words` has all rows of the vocabulary; where there is one segment embedding in use, it is
    added to the positions."""
    from safetensors.torch import load_file

    old = load_file(str(base / "model.safetensors"))
    old = {name.removeprefix("bert.").removeprefix("mpnet."): value.float() for name, value in old.items()}
    large = "encoder.relative_attention_bias.weight" in old
    shape = LARGE if large else SMALL
    places = old["embeddings.position_embeddings.weight"]
    if not large:
        places = places + old["embeddings.token_type_embeddings.weight"][0]
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions": places[shape.first : shape.first + 512],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    if large:
        new["near.weight"] = old["encoder.relative_attention_bias.weight"]
    attention = "attention.attn." if large else "attention.self."
    threes = ("q", "k", "v") if large else ("query", "key", "value")
    for i in range(shape.layers):
        there, here = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            new[f"{here}qkv.{part}"] = torch.cat([old[f"{there}{attention}{n}.{part}"] for n in threes])
            for ours, theirs in (
                ("out", "attention.attn.o" if large else "attention.output.dense"),
                ("norm1", "attention.LayerNorm" if large else "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                new[f"{here}{ours}.{part}"] = old[f"{there}{theirs}.{part}"]
    return shape, new


def pad(texts: Sequence[Sequence[int]], multiple: int = 8) -> tuple[Tensor, Tensor]:
    """Lists of ids -> (n, longest rounded up) ids and mask. Few distinct widths spare the matrix library new plans."""
    width = -(-max(map(len, texts)) // multiple) * multiple
    ids = np.zeros((len(texts), width), "int64")
    mask = np.zeros((len(texts), width), "int64")
    for row, text in enumerate(texts):
        ids[row, : len(text)], mask[row, : len(text)] = text, 1
    return torch.from_numpy(ids), torch.from_numpy(mask)
