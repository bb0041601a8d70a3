"""What surrounds the network: calibration, thresholds and the examples. Run after export.py and train_wide.py, before train_gate.py.

    python -m audit.judge.training.calibrate --public DIR [--plot FILE.svg]

Everything is measured with the model as it ships (rounded weights). Calibration and thresholds come from the calibration part of our posts,
which trained nothing, and everyday tweets cap the thresholds. Writes into audit/judge/model/.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pathlib
import re

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from audit.judge.examples import Examples
from audit.judge.gate import Gate
from audit.judge.judge import CONCERNS, MODEL, OUTPUTS, PARTS, Judge, Verdict, alarm
from audit.judge.network import Layers
from audit.judge.pieces import Pieces
from audit.judge.training.evaluate_judge import figures, opinion, read, show
from audit.judge.training.split import Post, load, parts
from audit.judge.training.targets import targets
from audit.judge.wide import Wide

ALARM_COST, DELETE_COST = 1.3, 2.0
"""Of a false alarm and of a false delete; a miss costs 1, and so does a delete turned to review."""
EVERYDAY_ALARMS, EVERYDAY_DELETES = 0.015, 0.0035  # at most, of everyday tweets
EXAMPLES = 400  # for each concern
HARSH = re.compile(
    r"fuck|cunt|nigg|paki\b|pakis\b|fag|retard|shit|wank|\*|bitch|slut|whore|slag|tran+y|gyppo|pikey|chink|spas|mong|twat|arse|bastard|dyke|poof"
    r"|rap(?:e|ed|es|ing|ist)\b|paedo|pedo|nonce|incest|molest|porn|nud(?:e|es|ity)\b|naked|sex(?!is|ual (?:health|orient))|horny|tits|boob|\bcock|dick|penis|fanny|shag|kinky"
    r"|kill|murder|\bdie[sd]?\b|dead|dying|\bdeath|suicid|\bhang(?:s|ed|ing)?\b|noose|stab|shoot|shot|gun\b|drown|burn|gas\b|gassed|bomb|behead|strangl|throttl|smother|choke"
    r"|slap|punch|kick|beat|batter|smash|hosepipe|whip|hurt|bleed|blood|corpse|grave|abort|miscarr|stillb|cancer|tumour"
    r"|nazi|hitler|holocaust|gorillion|auschwitz|terroris|isis\b|israel|gaza|palestin|hamas|tommy robinson|slave|lynch|eradicat|extermin|vermin|subhuman|inbred"
    r"|\banimals?\b|monkey|\bapes?\b|gorilla|chimp|\bpigs?\b|\brats?\b|\bzoo\b|scum|filth|stink|smell|reek|\bana\b|thinspo|self[- ]harm|overdos",
    re.IGNORECASE,
)
"""What no example holds: coarse words, and words of violence, sex, death and hatred."""


TO_THE_END = np.tile(np.append(np.zeros(768), 1), (len(PARTS) - 1, 1)).astype("float32")
"""Glances by which every post is read to the end."""


def bare(pairs: np.ndarray) -> Judge:
    """The exported parts without gate, put together by `pairs` (3, 17): weight of the encoder, weight of the wide part, shift."""
    network = Layers(PARTS, TO_THE_END)
    wide = Wide.load(MODEL / "wide.npz")
    together = np.zeros((0, 4), "float32")
    return Judge(
        network, Pieces(MODEL / "tokenizer.json"), pairs.astype("float32"), together, Open(network), wide, Examples({})
    )


class Open(Gate):
    """A gate that lets everything through: to see what the judge itself says."""

    def clears(self, tokens):  # type: ignore[no-untyped-def]
        return np.zeros(len(tokens), bool)


class Raw(Judge):
    """The judge whose verdicts are the two parts' logits, (34,) for each text."""

    def _verdict(self, logits, words, few):  # type: ignore[no-untyped-def]
        return np.concatenate([logits, words])


def signs(judge: Judge, posts: list[Post]) -> np.ndarray:
    """(n, 2, 17) logits of the encoder and of the wide part, as shipped."""
    raw = Raw(
        judge._network,
        judge._pieces,
        judge._calibration,
        judge._together,
        judge._gate,
        judge._wide,
        Examples({}),
    )
    found = raw.judge(
        [x["text"] for x in posts], [x.get("kind", "post") for x in posts], [x.get("platform", "x") for x in posts]
    )
    return np.array(found, "float64").reshape(-1, 2, len(OUTPUTS))


def platt(z: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """(3, 17): how much each part weighs and the shift, so that probabilities are true on the calibration posts."""
    found = []
    for k in range(len(OUTPUTS)):
        rows = w[:, k] > 0
        fit = LogisticRegression(C=1.0).fit(z[rows, :, k], y[rows, k])
        found.append((max(0.2, float(fit.coef_[0, 0])), max(0.0, float(fit.coef_[0, 1])), float(fit.intercept_[0])))
    return np.array(found).T


def joined(z: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """(n, 17) logits of both parts together."""
    found: np.ndarray = pairs[0] * z[:, 0] + pairs[1] * z[:, 1] + pairs[2]
    return found


def together(signs: np.ndarray, y: np.ndarray) -> np.ndarray:
    """What `alarm` weighs its own output, the strongest and the second concern with, and the shift."""
    parts = [alarm(signs, np.eye(4)[k]) for k in range(3)]
    fit = LogisticRegression(C=1.0).fit(np.stack(parts, 1), y)
    return np.array([*fit.coef_[0], fit.intercept_[0]])


def probabilities(z: np.ndarray, pairs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """(n, 17) calibrated probabilities; `delete` never above `alarm`."""
    signs = joined(z, pairs)
    signs[:, 15] = alarm(signs, weights)
    p = 1 / (1 + np.exp(-signs))
    p[:, 16] = np.minimum(p[:, 15], p[:, 16])
    return p


def bars(p: np.ndarray, posts: list[Post], everyday: np.ndarray) -> dict:
    """Thresholds by the costs at the head of this file, raised where everyday tweets ask for it; a concern's own best threshold counts
    half, the common one half (few posts each)."""
    y, w = targets(posts)
    look = max(ALARM_COST / (1 + ALARM_COST), np.quantile(everyday[:, 15], 1 - EVERYDAY_ALARMS))
    delete = max(
        DELETE_COST / (1 + DELETE_COST),
        np.quantile(np.where(everyday[:, 15] >= look, everyday[:, 16], 0), 1 - EVERYDAY_DELETES),
    )
    grid = np.arange(0.2, 0.81, 0.02)

    def f1(k: int, t: float) -> float:
        rows = w[:, k] > 0
        hit = (p[rows, k] >= t) & (y[rows, k] > 0)
        return 2 * hit.sum() / max(1, (p[rows, k] >= t).sum() + (y[rows, k] > 0).sum())

    scores = np.array([[f1(k, t) for t in grid] for k in range(15)])
    smooth = np.array(
        [
            np.convolve(row, np.ones(5) / 5, "same") / np.convolve(np.ones(len(grid)), np.ones(5) / 5, "same")
            for row in scores
        ]
    )
    common = smooth.mean(0)
    best = {c: float(grid[int((0.5 * smooth[k] + 0.5 * common).argmax())]) for k, c in enumerate(CONCERNS)}
    return {
        "alarm": round(float(look), 3),
        "delete": round(float(delete), 3),
        "concerns": {c: round(t, 3) for c, t in best.items()},
    }


def may_be_shown(post: Post) -> bool:
    """Whether a labelled post would do as an example: short, of one concern, with a note of ours, and, since somebody anxious reads it,
    nothing coarse or cruel."""
    return (
        len(post["concerns"]) == 1
        and post["action"] != "keep"
        and post["kind"] != "bio"
        and len(post["note"].split()) > 2
        and 40 <= len(post["text"]) <= 150
        and not HARSH.search(f"{post['text']} {post['note']}")
    )


def choose_examples(posts: list[Post], p: np.ndarray) -> None:
    """For each concern `EXAMPLES` of these posts that the model is sure and right about, the milder ones first."""
    found: dict[str, list[dict]] = {}
    for k, concern in enumerate(CONCERNS):
        fitting = [post for post, row in zip(posts, p, strict=True) if post["concerns"] == [concern] and row[k] > 0.8]
        fitting.sort(key=lambda post: (post["action"] == "delete", hashlib.sha256(post["id"].encode()).digest()))
        found[concern] = [
            {"text": post["text"], "label": post["action"], "why": post["note"]} for post in fitting[:EXAMPLES]
        ]
        print(f"{len(found[concern])} examples of {concern}")
    (MODEL / "examples.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def seal() -> None:
    """Write the hashes by which the program knows the files that ship."""
    hashes = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(MODEL.iterdir())
        if path.name != "hashes.json"
    }
    (MODEL / "hashes.json").write_text(json.dumps(hashes, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--public", type=pathlib.Path, required=True)
    parser.add_argument("--plot", type=pathlib.Path)
    options = parser.parse_args()
    part = parts(load())
    network = bare(np.ones((3, len(OUTPUTS))))
    part["train"] = [post for post in part["train"][::2] if may_be_shown(post)]
    everyday = read(options.public / "everyday.jsonl.gz")[::2]
    z = {name: signs(network, rows) for name, rows in {**part, "everyday": everyday}.items()}
    pairs = platt(z["calibration"], *targets(part["calibration"]))
    weights = together(joined(z["calibration"], pairs), targets(part["calibration"])[0][:, 15])
    p = {name: probabilities(rows, pairs, weights) for name, rows in z.items()}
    kept = {n: [round(float(v), 4) for v in pairs[:, k]] for k, n in enumerate(OUTPUTS)}
    kept["alarm together"] = [round(float(v), 4) for v in weights]
    (MODEL / "calibration.json").write_text(json.dumps(kept, indent=1) + "\n")
    thresholds = bars(p["calibration"], part["calibration"], p["everyday"][: len(everyday) // 2])
    (MODEL / "thresholds.json").write_text(json.dumps(thresholds, indent=1) + "\n")
    print(json.dumps(thresholds))
    for name in ("calibration", "heldout"):
        found = [
            opinion(Verdict(dict(zip(CONCERNS, row[:15], strict=True)), row[15], row[16]), thresholds)
            for row in p[name].tolist()
        ]
        show(name, figures(part[name], found))
        y, _ = targets(part[name])
        print(
            f"  AUC of review or delete {roc_auc_score(y[:, 15], p[name][:, 15]):.4f}, of delete {roc_auc_score(y[:, 16], p[name][:, 16]):.4f}"
        )

    choose_examples(part["train"], p["train"])
    seal()
    if options.plot:
        options.plot.write_text(reliability(p["heldout"], *targets(part["heldout"])), encoding="utf-8")


def reliability(p: np.ndarray, y: np.ndarray, w: np.ndarray) -> str:
    """An SVG plot: of posts given a probability, the share that is so; one line each for alarm, delete and the concerns together."""
    lines = []
    series = {
        "review or delete": (p[:, 15], y[:, 15], w[:, 15]),
        "delete": (p[:, 16], y[:, 16], w[:, 16]),
        "concerns": (p[:, :15].ravel(), y[:, :15].ravel(), w[:, :15].ravel()),
    }
    for (name, (q, t, use)), colour in zip(series.items(), ("#1d4f91", "#a03030", "#2e7d32"), strict=True):
        q, t = q[use > 0], t[use > 0]
        cells = np.minimum((q * 10).astype(int), 9)
        points = [
            (q[cells == c].mean(), t[cells == c].mean(), int((cells == c).sum()))
            for c in range(10)
            if (cells == c).sum() >= 10
        ]
        path = " ".join(f"{60 + 400 * a:.1f},{440 - 400 * b:.1f}" for a, b, _ in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [
            f'<circle cx="{60 + 400 * a:.1f}" cy="{440 - 400 * b:.1f}" r="4" fill="{colour}"/>' for a, b, _ in points
        ]
        lines.append(f'<text x="75" y="{60 + 20 * len(lines) / 12:.0f}" fill="{colour}">{name}</text>')
        print("reliability", name, " ".join(f"{a:.2f}→{b:.2f} ({n})" for a, b, n in points))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500" font-family="sans-serif" font-size="14">'
        '<rect width="500" height="500" fill="#fff"/><path d="M60 440H460M60 440V40" stroke="#333" fill="none"/>'
        '<path d="M60 440L460 40" stroke="#999" stroke-dasharray="4"/><text x="190" y="480">probability given</text>'
        '<text x="-300" y="30" transform="rotate(-90)">share that is so</text>' + "".join(lines) + "</svg>\n"
    )


if __name__ == "__main__":
    main()
