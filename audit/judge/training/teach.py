"""What a large trained encoder says of our posts, and of altered ones: the lessons for the small encoder that ships.

    python -m audit.judge.training.teach --run RUN --base DIR [--altered 6000] [--logits-only [--add]]

RUN is a run of `train` with the large base. Writes RUN/lessons.npz: `ids` of the training posts, `texts`, `kinds` and `platforms` of altered ones,
`logits` (posts + altered, 20), and `ends` (posts + altered), where each one's rows end in RUN/states.npy (tokens, 256): what the last layer makes of
each token, in its main directions. Logits tell what to answer, states how the teacher gets there. An altered post is a part of a training post, or
parts of two: nobody has labelled it, it reads like a post, and the two encoders must agree on it. Takes 2 GB of disk for 88,000 posts. With
`--logits-only` no states are written: for a small encoder that teaches itself, so that it keeps what it knows while it learns new posts. `--add`
asks only about posts written since RUN/lessons.npz was, and adds them to it.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import re
from collections.abc import Mapping

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from audit.judge.training.encoder import Encoder, pad, pooled, published
from audit.judge.training.split import Post, load, parts
from audit.judge.training.targets import OUTPUTS
from audit.judge.words import LENGTH, front, prepare

STATES = 256  # directions; they hold 97 % of the variance of the teacher's states
_PIECE = re.compile(r"(?<=[.!?…,;])\s+|\n+")


def altered(posts: list[Post], many: int, seed: int) -> list[tuple[str, str, str]]:
    """Text, kind and platform of `many` altered posts: a post without one of its pieces, or a piece of each of two posts of one platform."""
    chooser = random.Random(seed)
    pieces = [[piece for piece in _PIECE.split(post["text"]) if len(piece) > 12] for post in posts]
    by_platform: dict[str, list[int]] = {}
    for i, post in enumerate(posts):
        by_platform.setdefault(post["platform"], []).append(i)
    found = []
    while len(found) < many:
        i = chooser.randrange(len(posts))
        own = pieces[i]
        if len(own) > 1 and chooser.random() < 0.6:
            gone = chooser.randrange(len(own))
            kept = own[:gone] + own[gone + 1 :]
        else:
            other = pieces[chooser.choice(by_platform[posts[i]["platform"]])]
            if not own or not other:
                continue
            kept = [chooser.choice(own), chooser.choice(other)]
            chooser.shuffle(kept)
        found.append((" ".join(kept), posts[i]["kind"], posts[i]["platform"]))
    return found


def trained(run: pathlib.Path, base: pathlib.Path) -> Encoder:
    """The encoder of a run, with the whole vocabulary, in half precision: half as fast again, and near enough."""
    saved = torch.load(run / "encoder.pt", weights_only=True)
    shape, old = published(base)
    old["words.weight"][saved["used"]] = saved["state"]["words.weight"]
    model = Encoder(shape, OUTPUTS, len(old["words.weight"]))
    model.load_state_dict({**saved["state"], "words.weight": old["words.weight"]})
    return model.eval().bfloat16()


@torch.no_grad()
def ask(model: Encoder, tokens: list[list[int]]) -> tuple[Tensor, Tensor, Tensor]:
    """For posts of like length: their mask (n, t), the last states (n, t, width) and the logits (n, 20)."""
    ids, mask = pad(tokens)
    with torch.autocast("cpu", torch.bfloat16):
        x = model.states(ids, mask)
        return mask > 0, x, model.head(pooled(x, mask)).float()


class States:
    """RUN/states.npy, written post by post: what the last layer makes of each token, along the main directions."""

    def __init__(self, path: pathlib.Path, model: Encoder, tokens: list[list[int]]) -> None:
        self._ends = np.cumsum([len(post) for post in tokens])
        self._middle, self._main = directions(model, tokens)
        self._rows = np.lib.format.open_memmap(path, "w+", "float16", (int(self._ends[-1]), STATES))

    def keep(self, posts: list[int], mask: Tensor, x: Tensor) -> None:
        """Write the states (n, t, width) of the posts with these numbers."""
        for i, there, own in zip(posts, mask, (x - self._middle) @ self._main, strict=True):
            known = own[there].numpy()
            self._rows[self._ends[i] - len(known) : self._ends[i]] = known


def directions(model: Encoder, tokens: list[list[int]]) -> tuple[Tensor, Tensor]:
    """The mean state (width,), and the main directions (width, STATES), scaled so that what is seen along them has a variance of one on average."""
    chooser = random.Random(0)
    seen = []
    for _ in range(50):
        some = sorted(chooser.sample(tokens, 48), key=len)
        mask, x, _ = ask(model, some)
        seen.append(x[mask])
    states = torch.cat(seen)
    middle = states.mean(0)
    main = torch.linalg.svd(states - middle, full_matrices=False)[2][:STATES].T
    return middle, main / ((states - middle) @ main).square().mean().sqrt()


def joined(before: Mapping[str, np.ndarray], since: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The lessons of before and of posts written since: these go between the posts of before and the altered ones."""
    posts = len(before["ids"])
    lengths = [np.diff(said["ends"], prepend=0) for said in (before, since)]
    return {
        **before,
        "ids": np.append(before["ids"], since["ids"]),
        "logits": np.concatenate([before["logits"][:posts], since["logits"], before["logits"][posts:]]),
        "ends": np.cumsum(np.concatenate([lengths[0][:posts], lengths[1], lengths[0][posts:]])),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--altered", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--logits-only", action="store_true", help="leave the states out")
    parser.add_argument("--add", action="store_true", help="only what was written since, added to what is there")
    options = parser.parse_args()
    if options.add and not options.logits_only:
        parser.error("--add needs --logits-only: states are written in one go")
    lessons = options.run / "lessons.npz"
    before = dict(np.load(lessons)) if options.add else None
    model = trained(options.run, options.base)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    tokenizer.no_padding()
    known = set(before["ids"].tolist()) if before else set()
    posts = [row for row in parts(load())["train"] if row["id"] not in known]
    made = [] if before else altered(posts, options.altered, options.seed)
    rows = [(row["text"], row["kind"], row["platform"]) for row in posts] + made
    tokens = [e.ids for e in tokenizer.encode_batch([front(k, p) + prepare(t) for t, k, p in rows])]
    states = None if options.logits_only else States(options.run / "states.npy", model, tokens)
    logits = np.zeros((len(tokens), OUTPUTS), "float32")
    order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
    for start in range(0, len(order), 48):
        batch = order[start : start + 48]
        mask, x, found = ask(model, [tokens[i] for i in batch])
        logits[batch] = found.numpy()
        if states:
            states.keep(batch, mask, x)
    texts, kinds, platforms = zip(*made, strict=True) if made else ((), (), ())
    said = {
        "ids": np.array([row["id"] for row in posts], str),
        "logits": logits,
        "ends": np.cumsum([len(post) for post in tokens]),
        "texts": np.array(texts, str),
        "kinds": np.array(kinds, str),
        "platforms": np.array(platforms, str),
    }
    np.savez(lessons, **(joined(before, said) if before else said))


if __name__ == "__main__":
    main()
