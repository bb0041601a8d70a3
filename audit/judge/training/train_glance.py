"""Trains the glances: after its first layers the encoder knows of most posts that it will find nothing. Run after train_gate.py.

    python -m audit.judge.training.train_glance --public DIR

Logistic regressions on what the layers so far make of a post foresee the judge's own verdicts, like the gate, which sees every post first;
so they learn and are measured on what the gate lets through. Where each may end a reading is set on the calibration part; what they lose together
is measured on the held-out part and on everyday tweets. Writes audit/judge/model/glances.npy and the hashes.
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
from audit.judge.training.public import scattered, tweets
from audit.judge.training.split import load, parts
from audit.judge.training.train_gate import apart, calibrated, nearness
from audit.judge.words import front, prepare

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
    sets["train"] = chooser.sample(part["train"], OURS) + scattered(texts, part["train"], seed=0)
    seen, near, alarms = {}, {}, {}
    for name, rows in sets.items():
        tokens = judge._ids([front(r.get("kind", "post"), r.get("platform", "x")) + prepare(r["text"]) for r in rows])
        let_in = [i for i in np.flatnonzero(~gate.clears(tokens)) if len(tokens[i]) <= SHORT]
        seen[name] = judge._network.pooled([tokens[i] for i in let_in])
        p = probabilities(signs(judge, [rows[i] for i in let_in]), pairs, weights)
        near[name], alarms[name] = nearness(p), p[:, 15] >= THRESHOLDS["alarm"]
    kept = {name: np.ones(len(rows), bool) for name, rows in near.items()}
    glances = []
    for k in range(seen["train"].shape[1]):
        mean, spread = seen["train"][:, k].mean(0), seen["train"][:, k].std(0) + 1e-3
        model = LogisticRegression(C=0.02, max_iter=300)
        slope = model.fit((seen["train"][:, k] - mean) / spread, near["train"] >= NEARLY).coef_[0] / spread
        scores = {name: rows[:, k] @ slope for name, rows in seen.items()}
        below = float(scores["calibration"][near["calibration"] >= 0].min())
        glances.append(np.append(slope, -below))
        for name in ("calibration", "heldout", "everyday", "elsewhere"):
            kept[name] &= scores[name] >= below
            heeded, to_go = near[name] >= 0, kept[name]
            print(
                f"glance {k + 1}, {name}: of {len(to_go)} that the gate lets in {1 - to_go.mean():.3f} put aside so far; read on: "
                f"{to_go[heeded].mean():.4f} of {heeded.sum()} heeded, {to_go[alarms[name]].mean():.4f} of {alarms[name].sum()} alarms"
            )
    np.save(MODEL / "glances.npy", np.array(glances, "float32"))
    seal()


if __name__ == "__main__":
    main()
