"""Trains the judge's encoder: first on public abuse data (two helper outputs), then on our own labelled posts.

    python -m audit.judge.training.train --public DIR --base DIR --out RUN [--seed 0] [--epochs 4] [--teacher RUN]

Writes RUN/encoder.pt (weights, the ids in use) and RUN/logits.npz (all parts of the posts). Two processor cores are enough. With
`--teacher`, what a larger encoder said of the posts (`teach`) is learnt, too (`lessons`), and its altered posts.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from audit.judge.judge import CONCERNS
from audit.judge.training.encoder import Encoder, pad, pooled, published
from audit.judge.training.lessons import ALTERED, SEEN, Lessons, Pupil
from audit.judge.training.public import abuse, ordinary
from audit.judge.training.split import load, parts
from audit.judge.training.targets import ALARM, HATE, OUTPUTS, targets
from audit.judge.words import LENGTH, front, prepare

SMOOTH = 0.02
HEAD_RATE = 1e-3
ORDINARY = 4000  # tweets an epoch
ALARM_COUNTS = 3
"""The weight of "review or delete" beside that of every other output: what a person is shown follows from it first."""


def quick_memory() -> None:
    """Start again with an allocator that keeps what it has: by default every large block goes back to the system after each step."""
    if "MALLOC_TRIM_THRESHOLD_" not in os.environ:
        settings = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_TOP_PAD_": "268435456"}
        os.execve(
            sys.executable,
            [sys.executable, "-m", "audit.judge.training.train", *sys.argv[1:]],
            {**os.environ, **settings},
        )


def batches(lengths: Sequence[int], order: Sequence[int], size: int, chooser: random.Random) -> list[list[int]]:
    """Indices in batches of like length, in random order. Twins have like length, so they often meet."""
    ranked = sorted(order, key=lambda i: lengths[i] + chooser.random() * 6)
    found = [ranked[i : i + size] for i in range(0, len(ranked), size)]
    chooser.shuffle(found)
    return found


class Average:
    """Running mean of the weights; what is saved. Smoother than the last step, at no cost."""

    def __init__(self, model: torch.nn.Module, keep: float) -> None:
        self.keep = keep
        self.mean = {name: value.detach().clone() for name, value in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: torch.nn.Module) -> None:
        for name, value in model.state_dict().items():
            self.mean[name].lerp_(value, 1 - self.keep)


def fit(
    pupil: Pupil,
    tokens: list[list[int]],
    y: np.ndarray,
    w: np.ndarray,
    epochs: list[list[int]],
    options: argparse.Namespace,
    rate: float,
    twins: dict[int, int],
    notes: dict[int, list[int]],
    states: dict[int, np.ndarray],
    average: Average | None,
    chooser: random.Random,
) -> None:
    """One stage of training over the given order of posts, `epochs` lists of indices.

    `twins`: a breach and its harmless twin; where both are in a batch, the breach must score higher. `notes`: token ids of the reason given
    with a label; a post must lie nearer to its own reason than to the other reasons of the batch, which teaches why and not only whether.
    `states`: the teacher's, of posts for which they are known.
    """
    model = pupil.encoder
    with torch.no_grad():
        bad = (y * w).sum(0)
        weight = torch.tensor(np.clip(((1 - y) * w).sum(0) / np.maximum(1, bad), 1, 2), dtype=torch.float32)
    heads = [*model.head.parameters(), *pupil.to_teacher.parameters()]
    words = [model.words.weight, model.positions]
    known = {id(p) for p in heads + words}
    body = [p for p in model.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [
            {"params": body, "lr": rate},
            {"params": words, "lr": rate, "weight_decay": 0.0},
            {"params": heads, "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
        fused=True,
    )
    plan = [batch for order in epochs for batch in batches(list(map(len, tokens)), order, options.batch, chooser)]
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.08 * len(plan))) * max(0.02, 1 - s / len(plan))
    )
    labels, weights = torch.from_numpy(y), torch.from_numpy(w)
    start, count, total = time.time(), 0, 0.0
    pupil.train()
    for step, batch in enumerate(plan):
        ids, mask = pad([tokens[i] for i in batch])
        with torch.autocast("cpu", torch.bfloat16):
            x = model.states(ids, mask)
            vectors = pooled(x, mask)
            logits = model.head(model.drop(vectors))
            off = pupil.off(x, mask, [states.get(i) for i in batch])
        logits = logits.float()
        aim = labels[batch] * (1 - 2 * SMOOTH) + SMOOTH
        loss = SEEN * off + torch.nn.functional.binary_cross_entropy_with_logits(
            logits, aim, weight=weights[batch], pos_weight=weight
        )
        at = {post: k for k, post in enumerate(batch)}
        pairs = [(at[a], at[twins[a]]) for a in batch if a in twins and twins[a] in at]
        if pairs:
            worse, better = zip(*pairs, strict=True)
            gap = logits[list(worse), ALARM] - logits[list(better), ALARM]
            loss = loss + options.margin * torch.nn.functional.softplus(2.0 - gap).sum() / len(batch)
        told = [k for k, post in enumerate(batch) if post in notes]
        if options.notes and len(told) > 4:
            with torch.autocast("cpu", torch.bfloat16):
                note_ids, note_mask = pad([notes[batch[k]] for k in told])
                reasons = pooled(model.states(note_ids, note_mask), note_mask)
            post_side, note_side = (
                torch.nn.functional.normalize(v.float()[:, : model.shape.width], dim=1)
                for v in (vectors[told], reasons)
            )
            like = post_side @ note_side.T / 0.07
            right = torch.arange(len(told))
            loss = loss + options.notes * 0.5 * (
                torch.nn.functional.cross_entropy(like, right) + torch.nn.functional.cross_entropy(like.T, right)
            )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        if average and step > len(plan) // 3 and step % 5 == 0:
            average.update(pupil)
        elif average and step % 5 == 0:
            average.mean = {name: value.detach().clone() for name, value in pupil.state_dict().items()}
        count, total = count + len(batch), total + loss.item()
        if step % 200 == 199:
            print(
                f"{step + 1}/{len(plan)}  loss {total / 200:.4f}  {count / (time.time() - start):.0f} posts/s",
                flush=True,
            )
            total = 0.0


@torch.no_grad()
def judge(model: Encoder, tokens: list[list[int]]) -> Tensor:
    """(n, outputs) logits, reckoned in half precision."""
    model.eval()
    order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
    found = torch.zeros(len(tokens), OUTPUTS)
    for start in range(0, len(order), 32):
        batch = order[start : start + 32]
        with torch.autocast("cpu", torch.bfloat16):
            found[batch] = model(*pad([tokens[i] for i in batch])).float()
    return found


@dataclass(frozen=True)
class Material:
    """All texts to learn from, as ids of the rows in use: first every post of ours, then the helpers (public and altered posts)."""

    tokens: list[list[int]]
    y: np.ndarray  # (texts, outputs) labels
    w: np.ndarray  # their weights; 0 where nobody knows
    training: list[int]  # our posts of the training part
    twins: dict[int, int]  # a breach and its harmless twin
    notes: dict[int, list[int]]  # the reason given with a label
    states: dict[int, np.ndarray]  # the teacher's (tokens, directions)
    used: list[int]  # the tokenizer's ids in use
    ours: int  # how many posts of ours there are; after them come
    abusive: int  # public abuse posts,
    plain: int  # ordinary tweets
    altered: int  # and altered posts

    def epoch(self, chooser: random.Random) -> list[int]:
        """What to learn from once: our posts, all altered ones and a choice of the public ones."""
        abuse_from, plain_from = self.ours, self.ours + self.abusive
        altered_from = plain_from + self.plain
        extra = chooser.sample(range(abuse_from, plain_from), 1500)
        extra += chooser.sample(range(plain_from, altered_from), min(ORDINARY, self.plain))
        extra += chooser.sample(range(altered_from, altered_from + self.altered), self.altered)
        return self.training + extra


def gather(options: argparse.Namespace) -> Material:
    """Every text, label and weight."""
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    tokenizer.no_padding()
    posts = load()
    place = {row["id"]: i for i, row in enumerate(posts)}
    chooser = random.Random(options.seed)
    fresh = set(options.fresh.read_text(encoding="utf-8").split()) if options.fresh else set()
    training = [
        place[row["id"]]
        for row in parts(posts)["train"]
        if row["file"] in options.new or row["id"] in fresh or chooser.random() < options.share
    ]
    y, w = targets(posts)
    w[:, ALARM] *= ALARM_COUNTS
    twins = {}
    for i in training:
        other = place.get(posts[i].get("contrast") or "")
        if other is not None and y[i, ALARM] > y[other, ALARM]:
            twins[i] = other
    lessons = Lessons(options.teacher) if options.teacher else None
    altered, altered_y = lessons.altered() if lessons else ([], y[:0])
    if lessons:
        lessons.mix(posts, {*options.unseen, *fresh}, y, w)
    altered_w = np.zeros_like(altered_y)
    altered_w[:, :HATE] = ALTERED
    altered_w[:, ALARM] *= ALARM_COUNTS
    abusive, abuse_y, abuse_w = abuse(options.public, seed=0)
    plain, plain_y, plain_w = ordinary(options.public, posts, options.seed)
    plain_w[:, ALARM] *= ALARM_COUNTS

    tokens = [
        e.ids for e in tokenizer.encode_batch([front(r["kind"], r["platform"]) + prepare(r["text"]) for r in posts])
    ]
    tokens += [e.ids[:72] for e in tokenizer.encode_batch(abusive + plain)]
    tokens += [e.ids for e in tokenizer.encode_batch(altered)]
    reasons = [e.ids[:32] for e in tokenizer.encode_batch([prepare(r["note"]) for r in posts])]
    states = lessons.states(posts, len(posts) + len(abusive) + len(plain)) if lessons else {}
    if changed := [posts[i]["id"] for i in states if i < len(posts) and len(states[i]) != len(tokens[i])]:
        sys.exit(
            f"error: {changed[0]} and {len(changed) - 1} more have changed since the teacher saw them\n  hint: run `teach` again"
        )
    used = sorted({i for ids in tokens + reasons for i in ids})
    row_of = {old: new for new, old in enumerate(used)}
    return Material(
        tokens=[[row_of[i] for i in ids] for ids in tokens],
        y=np.concatenate([y, abuse_y, plain_y, altered_y]),
        w=np.concatenate([w, abuse_w, plain_w, altered_w]),
        training=training,
        twins=twins,
        notes={k: [row_of[i] for i in reasons[k]] for k in training if len(reasons[k]) > 4},
        states=states,
        used=used,
        ours=len(posts),
        abusive=len(abusive),
        plain=len(plain),
        altered=len(altered),
    )


def untrained(options: argparse.Namespace, used: list[int]) -> Encoder:
    """The published encoder with the rows in use and new heads."""
    shape, old = published(options.base)
    model = Encoder(shape, OUTPUTS, len(used), options.seed, options.dropout)
    state = {**model.state_dict(), **old, "words.weight": old["words.weight"][used]}
    state["head.weight"] = state["head.weight"] * 0.1
    model.load_state_dict(state)
    return model


def take_over(model: Encoder, saved_at: pathlib.Path, used: list[int]) -> None:
    """The weights of another run; rows that it did not use stay as published."""
    saved = torch.load(saved_at, weights_only=True)
    words = model.state_dict()["words.weight"]
    row_of = {old: new for new, old in enumerate(used)}
    rows = [(row_of[t], i) for i, t in enumerate(saved["used"].tolist()) if t in row_of]
    words[[here for here, _ in rows]] = saved["state"]["words.weight"][[there for _, there in rows]]
    model.load_state_dict({**saved["state"], "words.weight": words})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--public", type=pathlib.Path, required=True, help="folder with abuse.jsonl.gz")
    parser.add_argument(
        "--base", type=pathlib.Path, required=True, help="folder with model.safetensors and tokenizer.json"
    )
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--margin", type=float, default=0.2)
    parser.add_argument("--notes", type=float, default=0.15, help="weight of telling a post's reason from others")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument(
        "--start", type=pathlib.Path, help="a run whose first stage to take over instead of repeating it"
    )
    parser.add_argument("--only-ours", action="store_true", help="leave the first stage out: for the large encoder")
    parser.add_argument("--go-on", type=pathlib.Path, help="a finished run to train further")
    parser.add_argument("--teacher", type=pathlib.Path, help="a run for which `teach` has been called")
    parser.add_argument("--unseen", nargs="*", default=[], help="files of posts that the teacher has not learnt")
    parser.add_argument("--share", type=float, default=1.0, help="how much of our posts to learn from")
    parser.add_argument("--new", nargs="*", default=[], help="files of posts to learn from in full all the same")
    parser.add_argument(
        "--fresh", type=pathlib.Path, help="a list of ids: posts that the teacher has not learnt, to learn from in full"
    )
    options = parser.parse_args()
    quick_memory()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    chooser = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    given = gather(options)
    model = untrained(options, given.used)

    if options.only_ours:
        print("stage 1 left out", flush=True)
    elif options.go_on:
        take_over(model, options.go_on / "encoder.pt", given.used)
    elif options.start:
        take_over(model, options.start / "abuse.pt", given.used)
    else:
        print(f"stage 1: {given.abusive} public posts", flush=True)
        order = list(range(given.ours, given.ours + given.abusive))
        fit(Pupil(model), given.tokens, given.y, given.w, [order], options, 1e-4, {}, {}, {}, None, chooser)
        torch.save({"state": model.state_dict(), "used": torch.tensor(given.used)}, options.out / "abuse.pt")

    pupil = Pupil(model)
    if given.states:
        pupil.begin(given.tokens, given.states)
    print(
        f"stage 2: {len(given.training)} posts of ours, {len(given.twins)} twins, {given.plain} ordinary tweets, "
        f"{given.altered} altered posts",
        flush=True,
    )
    epochs = [given.epoch(chooser) for _ in range(options.epochs)]
    average = Average(pupil, 0.98)
    fit(
        pupil, given.tokens, given.y, given.w, epochs, options, options.rate, given.twins, given.notes, given.states, average, chooser
    )  # fmt: skip
    pupil.load_state_dict(average.mean)
    torch.save(
        {"state": model.state_dict(), "used": torch.tensor(given.used), "outputs": [*CONCERNS, "alarm", "delete"]},
        options.out / "encoder.pt",
    )
    logits = judge(model, given.tokens[: given.ours]).numpy()
    np.savez(options.out / "logits.npz", ids=np.array([row["id"] for row in load()]), logits=logits)


if __name__ == "__main__":
    main()
