"""Trains the gate: a tiny encoder that foresees whether the judge would have anything to say. Run last, after calibrate.py.

    python -m audit.judge.training.train_gate --run RUN --public DIR [--epochs 8]
    python -m audit.judge.training.train_gate --line --public DIR

It learns the judge's own verdicts, on our training posts and on the public abuse and NER texts, which need no labels for that and stand in
kinds and platforms drawn from our posts. Where it may close is set on the calibration part, of which it must lose nothing; what it loses is
measured on the held-out part and on everyday tweets, of which too few are heeded to set a line.
RUN is the run that was exported: its word vectors, cut to their main directions, are what the gate begins with. With `--line` the gate
that is there is kept, and only its line is set anew: enough when the judge was trained further. Writes audit/judge/model/gate.onnx and
the hashes.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

from audit.judge.gate import LONGEST, Gate
from audit.judge.judge import CONCERNS, GLIMPSE, MODEL, OUTPUTS, THRESHOLDS, Judge
from audit.judge.network import Network
from audit.judge.training.calibrate import bare, probabilities, seal, signs
from audit.judge.training.encoder import Encoder, Shape, pad
from audit.judge.training.evaluate_judge import read
from audit.judge.training.export import Graph
from audit.judge.training.public import scattered, tweets
from audit.judge.training.split import Post, load, parts
from audit.judge.words import front, prepare

TINY = Shape(width=64, layers=2, heads=4, epsilon=1e-12, first=0, near=False)
WORDS = 30522
ABUSE = 45_000  # public abuse posts to learn from
BATCH, RATE = 96, 2e-3


def calibrated() -> tuple[Judge, np.ndarray, np.ndarray]:
    """The judge that is there, without gate and glance; its calibration (3, 17), and what the alarm is weighed with."""
    calibration = json.loads((MODEL / "calibration.json").read_text(encoding="utf-8"))
    pairs = np.array([calibration[name] for name in OUTPUTS]).T
    return bare(pairs), pairs, np.array(calibration["alarm together"])


def apart(part: dict[str, list[Post]], public: pathlib.Path) -> dict[str, list[Post]]:
    """What learns nothing: `calibration` sets a line, the others measure what it loses; `everyday` as posts on X, `elsewhere` as others."""
    everyday = read(public / "everyday.jsonl.gz")[::2]
    elsewhere = scattered([row["text"] for row in everyday], part["train"], seed=1)
    return {
        "calibration": part["calibration"],
        "heldout": part["heldout"],
        "everyday": everyday,
        "elsewhere": elsewhere,
    }


def nearness(p: np.ndarray) -> np.ndarray:
    """(n,) how far the strongest output is beyond the line from which on anybody heeds it, on the scale of logits; below 0, none is.

    Heeded are an alarm, a concern that is as likely as not, and a glimpse of somebody in care (by `combination`).
    """
    lines = np.array([*(max(THRESHOLDS["concerns"][c], 0.5) for c in CONCERNS), THRESHOLDS["alarm"]])
    lines[CONCERNS.index("confidentiality")] = GLIMPSE
    p = np.clip(p[:, :16], 1e-6, 1 - 1e-6)
    found: np.ndarray = (np.log(p / (1 - p)) - np.log(lines / (1 - lines))).max(1)
    return found


def beginning(run: pathlib.Path) -> torch.Tensor:
    """(WORDS, width) the run's word vectors in their main directions."""
    saved = torch.load(run / "encoder.pt", weights_only=True)
    words = saved["state"]["words.weight"]
    words = words - words.mean(0)
    directions = torch.linalg.svd(words, full_matrices=False)[2][: TINY.width]
    found = torch.zeros(WORDS, TINY.width)
    short = words @ directions.T
    found[saved["used"]] = short / short.std()
    return found


def fit(words: torch.Tensor, tokens: list[list[int]], p: np.ndarray, epochs: int) -> Encoder:
    """An encoder whose first output is the gate's, and whose others are the judge's: the more it is told, the better it foresees."""
    torch.manual_seed(0)
    chooser = random.Random(0)
    model = Encoder(TINY, 1 + len(OUTPUTS), WORDS, dropout=0.05)
    torch.nn.init.normal_(model.positions, std=0.05)
    model.words.weight.data = words
    near = nearness(p)
    # One half well before the line: a post that is nearly heeded is worth letting through, too
    aim = torch.from_numpy(np.concatenate([1 / (1 + np.exp(-near - 1.0))[:, None], p], 1).astype("float32"))
    weight = torch.from_numpy(np.where(near > -1.0, 3.0, 1.0).astype("float32"))
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.0)
    steps = epochs * -(-len(tokens) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.05)
    model.train()
    for epoch in range(epochs):
        order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]) + chooser.random() * 6)
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        chooser.shuffle(batches)
        total = 0.0
        for batch in batches:
            logits = model(*pad([tokens[i] for i in batch]))
            loss = functional.binary_cross_entropy_with_logits(logits, aim[batch], reduction="none")
            mean = (loss[:, 0] * weight[batch]).mean() + 2 * loss[:, 1:].mean()
            mean.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += mean.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)
    return model


def save(model: Encoder) -> None:
    """The gate's one output."""
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    weights["head.weight"], weights["head.bias"] = weights["head.weight"][:1], weights["head.bias"][:1]
    onnx.save(Graph(weights, TINY).model(), MODEL / "gate.onnx")


def shift(below: float) -> None:
    """Move the scores of the gate that is there, so that what was `below` is 0."""
    made = onnx.load(MODEL / "gate.onnx")
    (bias,) = (value for value in made.graph.initializer if value.name == "head.bias")
    bias.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(bias) - np.float32(below), "head.bias"))
    onnx.save(made, MODEL / "gate.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    learn = parser.add_mutually_exclusive_group(required=True)
    learn.add_argument("--run", type=pathlib.Path)
    learn.add_argument("--line", action="store_true", help="keep the gate, and set only its line")
    parser.add_argument("--public", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    options = parser.parse_args()
    judge, pairs, weights = calibrated()
    part = parts(load())
    sets = apart(part, options.public)
    if options.run:
        abuse = [row for row in read(options.public / "abuse.jsonl.gz") if row["split"] != "test"]
        texts = tweets(options.public) + [row["text"] for row in random.Random(0).sample(abuse, ABUSE)]
        sets["train"] = part["train"] + scattered(texts, part["train"], seed=0)
    p = {name: probabilities(signs(judge, rows), pairs, weights) for name, rows in sets.items()}
    tokens = {
        name: judge._ids([front(r.get("kind", "post"), r.get("platform", "x")) + prepare(r["text"]) for r in rows])
        for name, rows in sets.items()
    }
    if options.run:
        short = [i for i, post in enumerate(tokens["train"]) if len(post) <= LONGEST]
        model = fit(beginning(options.run), [tokens["train"][i] for i in short], p["train"][short], options.epochs)
        model.eval()
        save(model)
    scores = {name: Gate(Network(MODEL / "gate.onnx")).scores(tokens[name]) for name in sets if name != "train"}
    heeded = {name: nearness(p[name]) >= 0 for name in scores}
    below = float(scores["calibration"][heeded["calibration"]].min())
    shift(below)
    for name, found in scores.items():
        alarms = p[name][:, 15] >= THRESHOLDS["alarm"]
        print(
            f"{name}: heeded {heeded[name].mean():.4f}, cleared {np.mean(found < below):.3f}; let through: "
            f"{np.mean(found[heeded[name]] >= below):.4f} of the heeded, {np.mean(found[alarms] >= below):.4f} of the alarms"
        )
    seal()


if __name__ == "__main__":
    main()
