"""The public data that help: abuse sets for the first stage, plain tweets from NER sets for what an ordinary day sounds like.

Licences and authors are in `NOTICE`. The files are never committed; `public` is the folder that holds them.
"""

from __future__ import annotations

import csv
import gzip
import json
import pathlib
import random
import re
from collections.abc import Sequence

import numpy as np

from audit.judge.training.split import Post
from audit.judge.training.targets import HATE, OUTPUTS, TOXIC
from audit.judge.words import front, prepare

AUXILIARY = {
    "hatemojibuild": 6000,
    "implicit_hate": 12000,
    "edos": 6000,
    "surge": 1000,
    "misogyny": 2500,
    "fox": 1500,
    "toxic_spans": 2500,
    "davidson": 3500,
}
"""How many posts of each public set to use; hateful ones first, the rest filled up with harmless ones. Few from `davidson`: its labels
call dialect abuse."""


def abuse(public: pathlib.Path, seed: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """A balanced choice of the public abuse posts (their own test sections left out) with labels and weights as in `targets`."""
    chooser = random.Random(seed)
    pools: dict[tuple[str, bool], list[Post]] = {}
    with gzip.open(public / "abuse.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["split"] != "test":
                pools.setdefault((row["source"], bool(row["hate"] or row["toxic"])), []).append(row)
    chosen: list[Post] = []
    for source, wanted in AUXILIARY.items():
        bad, good = pools.get((source, True), []), pools.get((source, False), [])
        chooser.shuffle(bad)
        chooser.shuffle(good)
        bad = bad[: wanted // 2 if good else wanted]
        chosen += bad + good[: wanted - len(bad)]
    y = np.zeros((len(chosen), OUTPUTS), "float32")
    w = np.zeros_like(y)
    for i, row in enumerate(chosen):
        for column, key in ((HATE, "hate"), (TOXIC, "toxic")):
            if row[key] is not None:
                y[i, column], w[i, column] = row[key], 1
    return [front("post", "x") + prepare(row["text"]) for row in chosen], y, w


def tweets(public: pathlib.Path) -> list[str]:
    """Plain tweets from the licensed NER sets, put together from their tokens; what those sets keep for testing is left out."""
    texts = []
    for path in sorted((public / "ner").rglob("*.*")):
        if path.name not in ("f.conll", "emerging.test.annotated", "test.bio"):
            words: list[str] = []
            for line in path.read_text(encoding="utf-8").splitlines():
                cells = line.split()
                if cells:
                    words.append(cells[0])
                elif words:
                    texts.append(" ".join(words))
                    words = []
    return texts


def scattered(texts: Sequence[str], like: Sequence[Post], seed: int) -> list[Post]:
    """Each text as a post of the kind and platform of one of the posts `like`, drawn by chance: ordinary words are said everywhere, not
    only on X."""
    chooser = random.Random(seed)
    models = [chooser.choice(like) for _ in texts]
    return [
        {"text": text, "kind": model["kind"], "platform": model["platform"]}
        for text, model in zip(texts, models, strict=True)
    ]


def ordinary(public: pathlib.Path, like: Sequence[Post], seed: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Tweets without a coarse word, as posts to be kept, at half weight: what a person might say on a day when nothing is wrong.

    They are `scattered`: while all were posts on X, the judge learnt that those are harmless, and stopped at fifteen times as many of the
    same words as comments on Facebook. Nobody read them, so those with a word of the profanity list are left out rather than guessed at.
    """
    with (public / "lexicons" / "profanity_en.csv").open(encoding="utf-8") as lines:
        coarse = {row["text"].lower() for row in csv.DictReader(lines)}
    plain = [text for text in tweets(public) if not coarse & set(re.findall(r"[a-z']+", text.lower()))]
    texts = [front(post["kind"], post["platform"]) + prepare(post["text"]) for post in scattered(plain, like, seed)]
    y = np.zeros((len(texts), OUTPUTS), "float32")
    w = np.full_like(y, 0.5)
    w[:, HATE:] = 0
    return texts, y, w
