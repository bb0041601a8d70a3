"""Trains the glance: after its first two layers the encoder knows of most posts that it will find nothing. Run after train_gate.py.

    python -m audit.judge.training.train_glance --public DIR

A logistic regression on what the first layers make of a post foresees the judge's own verdicts, like the gate, which sees every post first;
so it learns and is measured on what the gate lets through. Where it may end a reading is set on the calibration part and half of the everyday
tweets; what it loses is measured on the held-out part and the other half. Writes audit/judge/model/glance.npy and the hashes.
"""

from __future__ import annotations

import argparse
import pathlib
import random

import numpy as np
from sklearn.linear_model import LogisticRegression

from audit.judge.gate import Gate
from audit.judge.judge import MODEL, SHORT, THRESHOLDS
from audit.judge.network import Network
from audit.judge.training.calibrate import probabilities, seal, signs
from audit.judge.training.evaluate_judge import read
from audit.judge.training.public import tweets
from audit.judge.training.split import load, parts
from audit.judge.training.train_gate import apart, calibrated, nearness
from audit.judge.words import front, prepare

RECALL = 0.999  # of what the judge has something to say about
OURS, ABUSE = 16_000, 16_000  # posts to learn from, besides the plain tweets
NEARLY = -0.7  # on the scale of `nearness`: what is nearly heeded is worth reading to the end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--public", type=pathlib.Path, required=True)
    options = parser.parse_args()
    judge, pairs, weights = calibrated()
    gate = Gate(Network(MODEL / "gate.onnx", size=2048))
    chooser, part = random.Random(0), parts(load())
    abuse = [row for row in read(options.public / "abuse.jsonl.gz") if row["split"] != "test"]
    texts = tweets(options.public) + [row["text"] for row in chooser.sample(abuse, ABUSE)]
    sets = apart(part, options.public)
    sets["train"] = chooser.sample(part["train"], OURS) + [{"text": text} for text in texts]
    seen, near, alarms = {}, {}, {}
    for name, rows in sets.items():
        tokens = judge._ids([front(r.get("kind", "post"), r.get("platform", "x")) + prepare(r["text"]) for r in rows])
        let_in = [i for i in np.flatnonzero(~gate.clears(tokens)) if len(tokens[i]) <= SHORT]
        seen[name] = judge._network.pooled([tokens[i] for i in let_in])
        p = probabilities(signs(judge, [rows[i] for i in let_in]), pairs, weights)
        near[name], alarms[name] = nearness(p), p[:, 15] >= THRESHOLDS["alarm"]
    mean, spread = seen["train"].mean(0), seen["train"].std(0) + 1e-3
    found = LogisticRegression(C=0.02, max_iter=300).fit((seen["train"] - mean) / spread, near["train"] >= NEARLY)
    slope = found.coef_[0] / spread
    scores = {name: rows @ slope for name, rows in seen.items()}
    below = min(float(np.quantile(scores[name][near[name] >= 0], 1 - RECALL)) for name in ("calibration", "first"))
    np.save(MODEL / "glance.npy", np.append(slope, -below).astype("float32"))
    for name in ("calibration", "heldout", "first", "second"):
        heeded, kept = near[name] >= 0, scores[name] >= below
        print(
            f"{name}: of {len(kept)} that the gate lets in {1 - kept.mean():.3f} put aside; read to the end: {kept[heeded].mean():.4f} of "
            f"{heeded.sum()} heeded, {kept[alarms[name]].mean():.4f} of {alarms[name].sum()} alarms"
        )
    seal()


if __name__ == "__main__":
    main()
