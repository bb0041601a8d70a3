"""How good the judge is without any rules, or `--whole` with them: on the held-out posts, on labelled and on everyday posts.

    python -m audit.judge.training.evaluate_judge [LABELS.jsonl ...] [--ordinary POSTS.jsonl ...] [--whole] [--misses N]

Without a file: the held-out part. `plain.jsonl` holds plain, typical posts, which train nothing. A post's action is right when a careful reader could
choose it, an acceptable concern is neither a hit nor a false alarm.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from audit.judge.judge import CONCERNS, THRESHOLDS, Judge, Verdict
from audit.judge.opinion import opinion as read_verdict
from audit.judge.training.split import Post, load, parts

Opinion = tuple[str, list[str]]
"""An action, and the concerns that are named."""

CEILINGS = {**dict.fromkeys(CONCERNS, "delete"), "self-disclosure": "consider", "client-impact": "review"}
"""The strongest action of each concern, as in rules/concerns.yml."""


def read(path: pathlib.Path) -> list[Post]:
    """A JSON Lines file, packed or not."""
    held = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in held.decode("utf-8").split("\n") if line.strip()]


def opinion(verdict: Verdict, thresholds: dict = THRESHOLDS) -> Opinion:
    """Action and concerns by the judge alone."""
    seen = read_verdict(verdict, CEILINGS, thresholds)
    named = [concern for concern, _ in seen.concerns]
    held = seen.action == "delete" and all(CEILINGS[concern] != "delete" for concern in named)
    return ("review" if held else seen.action), named


def figures(labels: Sequence[Post], found: Sequence[Opinion]) -> dict:
    """The figures, as shares; `per_concern` has support, recall, precision and F1."""
    n: Counter[str] = Counter()
    hits, missed, false = Counter(), Counter(), Counter()
    for label, (action, named) in zip(labels, found, strict=True):
        expected = label.get("expected_action") or label["action"]
        acceptable = {expected, *(label.get("acceptable_actions") or [])}
        required = set(label["concerns"])
        tolerated = required | set(label["acceptable_concerns"] or [])
        alarm = action in ("review", "delete")
        for key, counts, good in (
            ("flagged recall", not acceptable & {"keep", "consider"}, alarm),
            ("delete recall", expected == "delete", alarm),
            ("false alarms", not acceptable & {"review", "delete"}, alarm),
            ("false deletes", "delete" not in acceptable, action == "delete"),
            ("action accuracy", True, action in acceptable),
        ):
            n[key] += counts and good
            n[key, "of"] += counts
        for c in required:
            (hits if c in named else missed)[c] += 1
        for c in set(named) - tolerated:
            false[c] += 1
    per = {
        c: {
            "support": hits[c] + missed[c],
            "recall": hits[c] / (hits[c] + missed[c]),
            "precision": hits[c] / max(1, hits[c] + false[c]),
            "f1": 2 * hits[c] / (2 * hits[c] + missed[c] + false[c]),
        }
        for c in CONCERNS
        if hits[c] + missed[c]
    }
    names = ("flagged recall", "delete recall", "false alarms", "false deletes", "action accuracy")
    shares = {name: n[name] / n[name, "of"] if n[name, "of"] else float("nan") for name in names}
    return {
        "posts": len(labels),
        **shares,
        "concern macro F1": float(np.mean([row["f1"] for row in per.values()])),
        "per_concern": per,
    }


def verdicts(judge: Judge, posts: Sequence[Post]) -> list[Verdict]:
    """The judge on posts as dictionaries."""
    return judge.judge(
        [p["text"] for p in posts], [p.get("kind", "post") for p in posts], [p.get("platform", "x") for p in posts]
    )


def seen(judge: Judge, posts: Sequence[Post], with_rules: bool) -> list[Opinion]:
    """Action and concerns of each post, by the judge alone or by the whole tool."""
    if with_rules:
        from audit.judge.training.whole import opinions  # the whole tool is not installed where models are trained

        return opinions(posts, judge)
    return [opinion(v) for v in verdicts(judge, posts)]


def show(title: str, result: dict) -> None:
    """Print the figures of one set."""
    print(f"\n{title}: {result['posts']} posts")
    for key, value in result.items():
        if isinstance(value, float):
            print(f"  {key:18} {value:.3f}")
    for concern, row in result["per_concern"].items():
        print(
            f"    {concern:16} {row['support']:4}  recall {row['recall']:.2f}  precision {row['precision']:.2f}  F1 {row['f1']:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", nargs="*", type=pathlib.Path)
    parser.add_argument(
        "--ordinary", nargs="*", type=pathlib.Path, default=[], help="unlabelled everyday posts: shares of each action"
    )
    parser.add_argument(
        "--place", nargs=2, metavar=("KIND", "PLATFORM"), help="take the everyday posts for these: comment facebook"
    )
    parser.add_argument("--whole", action="store_true", help="the whole tool: rules, excuses and judge")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    judge = Judge.load()
    for path in options.labels or ([] if options.ordinary else [None]):
        labels = read(path) if path else parts(load())["heldout"]
        found = seen(judge, labels, options.whole)
        show(path.name if path else "held-out", figures(labels, found))
        wrong = [
            (label, *f)
            for label, f in zip(labels, found, strict=True)
            if f[0] != (label.get("expected_action") or label["action"])
        ]
        for label, action, named in wrong[: options.misses]:
            print(
                f"\n{label['id']} expected {label.get('action')} {label['concerns']}, got {action} {named}\n  {label['text'][:300]}"
            )
    for path in options.ordinary:
        posts = read(path)
        if options.place:
            kind, platform = options.place
            posts = [{**post, "kind": kind, "platform": platform} for post in posts]
        found = seen(judge, posts, options.whole)
        counts = Counter(action for action, _ in found)
        print(
            f"\n{path.name}: {len(posts)} posts  "
            + "  ".join(f"{a} {counts[a] / len(posts):.2%}" for a in ("delete", "review", "consider", "keep"))
        )
        print("   ", dict(Counter(c for _, named in found for c in named).most_common()))


if __name__ == "__main__":
    main()
