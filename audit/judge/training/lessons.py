"""What the small encoder learns from the teacher, and what it learns it with.

A label says whether; the teacher's logits say how sure; its states, token by token, say how it gets there. (Both have the same vocabulary, so
their tokens are the same.)
"""

from __future__ import annotations

import pathlib
import random
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from audit.judge.training.encoder import Encoder, pad
from audit.judge.training.split import Post
from audit.judge.training.targets import HATE
from audit.judge.training.teach import STATES
from audit.judge.words import front, prepare

TOLD, TOLD_UNSEEN, ALTERED = 0.6, 0.25, 1.0
"""The teacher's share in the label of a post that it has learnt, and of one that it has not; the weight of an altered post."""
SEEN = 0.5
"""The weight of the teacher's states beside that of the labels."""


class Lessons:
    """A run's lessons, as `teach` wrote them."""

    def __init__(self, run: pathlib.Path) -> None:
        with np.load(run / "lessons.npz", allow_pickle=False) as said:
            self._said = dict(said)
        states = run / "states.npy"
        self._states = np.load(states, mmap_mode="r") if states.exists() else None
        self._of = {name: k for k, name in enumerate(self._said["ids"].tolist())}

    def altered(self) -> tuple[list[str], np.ndarray]:
        """The altered posts, ready for the tokenizer, and their labels (m, 20)."""
        said = self._said
        fronts = (front(kind, platform) for kind, platform in zip(said["kinds"], said["platforms"], strict=True))
        texts = [name + prepare(text) for name, text in zip(fronts, said["texts"].tolist(), strict=True)]
        return texts, _probabilities(said["logits"][len(self._of) :])

    def mix(self, posts: Sequence[Post], unseen: Collection[str], y: np.ndarray, w: np.ndarray) -> None:
        """Mix what the teacher says into the labels, in place. A concern that our label leaves open is learnt from the teacher alone.

        `unseen`: files, or ids, of posts that the teacher has not learnt; there the label weighs more.
        """
        here = [i for i, row in enumerate(posts) if row["id"] in self._of]
        told = _probabilities(self._said["logits"][[self._of[posts[i]["id"]] for i in here]])[:, :HATE]
        share = np.array(
            [[TOLD if {posts[i]["file"], posts[i]["id"]}.isdisjoint(unseen) else TOLD_UNSEEN] for i in here]
        )
        labelled = w[here, :HATE] > 0
        y[here, :HATE] = np.where(labelled, (1 - share) * y[here, :HATE] + share * told, told)
        w[here, :HATE] = np.where(labelled, w[here, :HATE], TOLD)

    def states(self, posts: Sequence[Post], after: int) -> dict[int, np.ndarray]:
        """The teacher's states (tokens, STATES) of our posts by their number, and of the altered ones, which are numbered from `after` on; none
        where only logits were asked for."""
        if self._states is None:
            return {}
        ends = self._said["ends"]
        starts = np.append(0, ends[:-1])
        rows = {i: self._of[row["id"]] for i, row in enumerate(posts) if row["id"] in self._of}
        rows |= {after + k: len(self._of) + k for k in range(len(self._said["texts"]))}
        return {i: self._states[starts[k] : ends[k]] for i, k in rows.items()}


class Pupil(nn.Module):
    """The encoder, and what it learns with: a map of its states to the teacher's, which does not ship."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.to_teacher = nn.Linear(encoder.shape.width, STATES)

    @torch.no_grad()
    def begin(self, tokens: Sequence[Sequence[int]], states: Mapping[int, np.ndarray]) -> None:
        """Make the map the best one (ridge regression) for some posts whose teacher's states are known."""
        self.eval()
        some = sorted(random.Random(1).sample(sorted(states), min(1600, len(states))), key=lambda i: len(tokens[i]))
        known = []
        for start in range(0, len(some), 32):
            ids, mask = pad([tokens[i] for i in some[start : start + 32]])
            known.append(self.encoder.states(ids, mask)[mask > 0])
        x = functional.pad(torch.cat(known).double(), (0, 1), value=1.0)
        want = torch.from_numpy(np.concatenate([states[i] for i in some]).astype("float64"))
        found = torch.linalg.solve(x.T @ x + torch.eye(x.shape[1], dtype=torch.float64), x.T @ want)
        self.to_teacher.weight.copy_(found[:-1].T)
        self.to_teacher.bias.copy_(found[-1])

    def off(self, x: Tensor, mask: Tensor, want: Sequence[np.ndarray | None]) -> Tensor:
        """The mean square of how far the mapped states of a batch lie from the teacher's, where these are known."""
        known = [k for k, states in enumerate(want) if states is not None]
        if not known:
            return torch.zeros(())
        aim = torch.from_numpy(np.concatenate([states for states in want if states is not None]).astype("float32"))
        return (self.to_teacher(x[known][mask[known] > 0]).float() - aim).square().mean()


def _probabilities(logits: np.ndarray) -> np.ndarray:
    found: np.ndarray = (1 / (1 + np.exp(-logits))).astype("float32")
    return found
