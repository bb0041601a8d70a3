"""What a large trained encoder says of our posts, and of altered ones: the lessons for the small encoder that ships.

    python -m audit.judge.training.teach --run RUN --base DIR [--altered 6000] [--unseen FILE ...]

RUN is a run of `train`, with the large base or with the small one. Writes RUN/lessons.npz: `ids` and `logits` (n, 20) of the training posts, `texts`, their `kinds`
and `platforms`, and `altered` (m, 20), the logits of altered training posts. An altered post is a part of one, or parts of two: nobody has labelled
it, it reads like a post, and the two encoders must agree on it.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import re

import numpy as np
import torch
from tokenizers import Tokenizer

from audit.judge.training.encoder import Encoder, published
from audit.judge.training.split import Post, load, parts
from audit.judge.training.targets import OUTPUTS
from audit.judge.training.train import judge
from audit.judge.words import LENGTH, front, prepare

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--altered", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--unseen", nargs="*", default=[], help="files of posts that the run has not learnt: their labels know better"
    )
    options = parser.parse_args()
    saved = torch.load(options.run / "encoder.pt", weights_only=True)
    shape, old = published(options.base)
    old["words.weight"][saved["used"]] = saved["state"]["words.weight"]
    model = Encoder(shape, OUTPUTS, len(old["words.weight"]))
    model.load_state_dict({**saved["state"], "words.weight": old["words.weight"]})
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    tokenizer.no_padding()

    every = parts(load())["train"]
    posts = [row for row in every if row["file"] not in options.unseen]
    rows = [(row["text"], row["kind"], row["platform"]) for row in posts]
    rows += altered(every, options.altered, options.seed)
    tokens = [e.ids for e in tokenizer.encode_batch([front(k, p) + prepare(t) for t, k, p in rows])]
    logits = judge(model, tokens).numpy()
    texts, kinds, platforms = zip(*rows[len(posts) :], strict=True)
    np.savez(
        options.run / "lessons.npz",
        ids=np.array([row["id"] for row in posts]),
        logits=logits[: len(posts)],
        texts=np.array(texts),
        kinds=np.array(kinds),
        platforms=np.array(platforms),
        altered=logits[len(posts) :],
    )


if __name__ == "__main__":
    main()
