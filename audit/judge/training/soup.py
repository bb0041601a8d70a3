"""The mean of several runs' weights: several models for the price of one at run time.

    python -m audit.judge.training.soup --out RUN RUN RUN ...

Works for a run and one that went on from it (`train --go-on`), whose weights lie in one valley; two seeds that share no more than their
first stage do not. Only the embedding rows that all
runs trained are averaged; a row that one of them lacks keeps the mean of the others.
"""

from __future__ import annotations

import argparse
import pathlib

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runs", nargs="+", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    saved = [torch.load(run / "encoder.pt", weights_only=True) for run in options.runs]
    used = sorted({token for run in saved for token in run["used"].tolist()})
    row = {token: i for i, token in enumerate(used)}
    words, counts = torch.zeros(len(used), saved[0]["state"]["words.weight"].shape[1]), torch.zeros(len(used), 1)
    for run in saved:
        rows = [row[token] for token in run["used"].tolist()]
        words[rows] += run["state"]["words.weight"]
        counts[rows] += 1
    state = {
        name: torch.stack([run["state"][name] for run in saved]).mean(0)
        for name in saved[0]["state"]
        if name != "words.weight"
    }
    state["words.weight"] = words / counts
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({**saved[0], "state": state, "used": torch.tensor(used)}, options.out / "encoder.pt")


if __name__ == "__main__":
    main()
