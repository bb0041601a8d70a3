"""Posts whose label the model is sure is wrong: the first place to look for mistakes, the model's and ours.

    python -m audit.judge.training.suspects RUN [--part heldout] [--top 80]

A post is more suspicious the less likely the model finds its label. Read them; correct the label in `posts/`, or write more such posts.
"""

from __future__ import annotations

import argparse
import pathlib

import numpy as np

from audit.judge.judge import CONCERNS
from audit.judge.training.split import PARTS, load, parts
from audit.judge.training.targets import targets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=pathlib.Path, help="folder with logits.npz")
    parser.add_argument("--part", choices=PARTS, default="heldout")
    parser.add_argument("--top", type=int, default=80)
    options = parser.parse_args()
    with np.load(options.run / "logits.npz") as saved:
        logits = dict(zip(saved["ids"].tolist(), saved["logits"], strict=True))
    posts = [post for post in parts(load())[options.part] if post["id"] in logits]
    y, w = targets(posts)
    p = 1 / (1 + np.exp(-np.array([logits[post["id"]] for post in posts])))
    wrong = (np.abs(p - y) * w)[:, :17]
    for i in np.argsort(-wrong[:, [*range(15), 15]].max(1))[: options.top]:
        names = [*CONCERNS, "alarm", "delete"]
        seen = " ".join(f"{names[k]}={p[i, k]:.2f}" for k in np.argsort(-p[i, :17])[:4] if p[i, k] > 0.15)
        post = posts[i]
        print(
            f"{post['id']} [{post['kind']} {post['platform']}] {post['action']} {'+'.join(post['concerns'])} (may: {'+'.join(post['acceptable_concerns'] or [])}) -> {seen}\n    {post['text'][:260]!r} // {post['note']}"
        )


if __name__ == "__main__":
    main()
